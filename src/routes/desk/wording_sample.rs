//! A mail as somebody of the forum would get it, on the page and in the organizer's own mailbox. Badge and link in
//! it are examples: nobody's secrets leave.

use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::web::{self, Bytes};
use actix_web::{HttpResponse, HttpResponseBuilder};
use askama::Template;
use data_encoding::BASE64;
use serde::Deserialize;

use super::notices::Said;
use super::wording::{Path, Which};
use super::{AtForum, ForForum, Tab};
use crate::badges;
use crate::error::Error;
use crate::forms::FieldErrors;
use crate::forms::wording as form;
use crate::mail::{Badge, Mail, Post, Reader};
use crate::models::message;
use crate::models::registration::{self, Registration};
use crate::models::registrations::{self, Filter, Sort};
use crate::models::wording::Words;
use crate::pages;
use crate::values::{Code, Email};

/// How many people can be chosen from.
const PEOPLE: i64 = 30;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Query {
    person: String,
}

/// `GET /{lang}/desk/{forum}/wording/{occasion}/{language}/preview`: as it is now.
pub async fn show(
    request: ForForum,
    path: Path,
    query: web::Query<Query>,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    let which = Which::of(&at, &path)?;
    let mail = sample(&at, which, &which.words(&at), &query.person).await?;
    Ok(as_html(&mail))
}

/// `POST /{lang}/desk/{forum}/wording/{occasion}/{language}/preview`: as typed, without saving it.
pub async fn typed(request: ForForum, path: Path, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    let form = at.read(&body)?;
    let which = Which::of(&at, &path)?;
    let mut errors = FieldErrors::default();
    let Some(words) = form::parse(&form, which.occasion, at.t, &mut errors) else {
        let faults = Faults { errors }.render()?;
        return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, "text/html").body(faults));
    };
    let mail = sample(&at, which, &words, form.get("person")).await?;
    Ok(match form.get("as") {
        "text" => framed(StatusCode::OK, "text/plain").body(mail.text),
        _ => as_html(&mail),
    })
}

/// `POST /{lang}/desk/{forum}/wording/{occasion}/{language}/test`: what is saved, to the account's own address.
pub async fn send(request: ForForum, path: Path, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    at.read(&body)?;
    let which = Which::of(&at, &path)?;
    let mail = sample(&at, which, &which.words(&at), "").await?;
    let (outgoing, now) = (mail.outgoing(Some(at.forum_id()), None), at.asked.now);
    at.app
        .db
        .write(move |c| message::queue(c, &outgoing, now))
        .await?;
    at.app.outbox.ring();
    Ok(at.done(&which.path(), Said::Tested))
}

/// Whom a mail can be shown for: the newest of the forum.
pub(super) async fn people(at: &AtForum) -> Result<Vec<Registration>, Error> {
    let forum_id = at.forum_id();
    let live = Filter {
        live: true,
        ..Filter::default()
    };
    let newest = at
        .app
        .db
        .read(move |c| registrations::page(c, forum_id, &live, Sort::Newest, None, PEOPLE))
        .await?;
    Ok(newest)
}

/// For this person, else for the newest, else for somebody invented.
async fn sample(at: &AtForum, which: Which, words: &Words, person: &str) -> Result<Mail, Error> {
    let (forum_id, wanted) = (at.forum_id(), person.to_owned());
    let found = at
        .app
        .db
        .read(
            move |c| match registration::by_public_id(c, forum_id, &wanted)? {
                Some(found) => registration::sites(c, found.id).map(|sites| Some((found, sites))),
                None => Ok(None),
            },
        )
        .await?;
    let (person, sites) = match found {
        Some((person, sites)) => (Some(person), sites),
        None => (people(at).await?.into_iter().next(), Vec::new()),
    };
    let to = Email::parse(&at.signed_in.account.email).map_err(|_| Error::NotFound)?;
    let badge = Badge::of(&example());
    let post = Post {
        letterhead: &at.app.letterhead,
        public_url: &at.app.public_url,
        whole: &at.whole,
    };
    let reader = match &person {
        Some(person) => Reader::of(person, sites),
        None => Reader::invented(at.whole.usual_category().map(|category| category.id)),
    };
    Ok(post.sample(
        &to,
        &reader,
        &badge,
        (which.occasion, which.language),
        words,
    ))
}

/// A code that is no badge's.
fn example() -> Code {
    Code::from_bytes(*b"\0an example only")
}

fn as_html(mail: &Mail) -> HttpResponse {
    let picture = format!(
        "data:image/png;base64,{}",
        BASE64.encode(&badges::png(&example()))
    );
    let html = match mail.html.split_once("src=\"cid:") {
        Some((before, after)) => {
            let (_, after) = after.split_once('"').unwrap_or_default();
            format!("{before}src=\"{picture}\"{after}")
        }
        None => mail.html.clone(),
    };
    framed(StatusCode::OK, "text/html").body(html)
}

/// For the page's frame alone: the mail's own styles work, and nothing else does.
fn framed(status: StatusCode, kind: &str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::build(status);
    answer
        .insert_header((header::CONTENT_TYPE, format!("{kind}; charset=utf-8")))
        .insert_header((header::CONTENT_SECURITY_POLICY, pages::FRAMED_POLICY))
        .insert_header((header::X_FRAME_OPTIONS, "SAMEORIGIN"));
    answer
}

#[derive(Template)]
#[template(path = "desk/forum/wording_faults.html")]
struct Faults {
    errors: FieldErrors,
}
