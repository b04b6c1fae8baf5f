//! The mail of an occasion, before anybody gets it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use super::notices::Said;
use super::wording::{Path, Which};
use super::{AtForum, ForForum, Tab, samples};
use crate::error::Error;
use crate::forms::FieldErrors;
use crate::forms::wording as form;
use crate::mail::{Mail, OnOccasion, Reader};
use crate::models::registration::{self, Registration};
use crate::models::registrations::{self, Filter, Sort};
use crate::models::wording::Words;

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
    Ok(samples::as_html(&mail))
}

/// `POST /{lang}/desk/{forum}/wording/{occasion}/{language}/preview`: as typed, without saving it.
pub async fn typed(request: ForForum, path: Path, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    let form = at.read(&body)?;
    let which = Which::of(&at, &path)?;
    let mut errors = FieldErrors::default();
    let Some(words) = form::parse(&form, which.occasion, at.t, &mut errors) else {
        let faults = Faults { errors }.render()?;
        return Ok(samples::framed(StatusCode::UNPROCESSABLE_ENTITY, "text/html").body(faults));
    };
    let mail = sample(&at, which, &words, form.get("person")).await?;
    Ok(match form.get("as") {
        "text" => samples::as_text(mail),
        _ => samples::as_html(&mail),
    })
}

/// `POST /{lang}/desk/{forum}/wording/{occasion}/{language}/test`: what is saved, to the account's own address.
pub async fn send(request: ForForum, path: Path, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    at.read(&body)?;
    let which = Which::of(&at, &path)?;
    let mail = sample(&at, which, &which.words(&at), "").await?;
    samples::send(&at, vec![mail]).await?;
    Ok(at.done(&which.path(), Said::Tested))
}

/// Whom a mail can be shown for: the newest of the forum.
pub(super) async fn people(at: &AtForum) -> Result<Vec<Registration>, Error> {
    let forum_id = at.forum_id();
    let newest = at
        .app
        .db
        .read(move |c| registrations::page(c, forum_id, &live(), Sort::Newest, None, PEOPLE))
        .await?;
    Ok(newest)
}

/// For this person, else for the newest, else for somebody invented.
async fn sample(at: &AtForum, which: Which, words: &Words, person: &str) -> Result<Mail, Error> {
    let (whole, wanted, language) = (at.whole.clone(), person.to_owned(), which.language);
    let reader = at
        .app
        .db
        .read(
            move |c| match registration::by_public_id(c, whole.forum.id, &wanted)? {
                Some(found) => Ok(Reader::of(&found, registration::sites(c, found.id)?)),
                None => samples::reader(c, &whole, &[&live()], language, 0),
            },
        )
        .await?;
    let draft = OnOccasion {
        post: at.post(),
        occasion: which.occasion,
        language,
        words,
    };
    samples::mail(at, &draft, &reader)?.ok_or(Error::NotFound)
}

fn live() -> Filter {
    Filter {
        live: true,
        ..Filter::default()
    }
}

#[derive(Template)]
#[template(path = "desk/forum/wording_faults.html")]
struct Faults {
    errors: FieldErrors,
}
