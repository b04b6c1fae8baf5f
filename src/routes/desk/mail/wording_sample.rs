//! The mail of an occasion, before anybody gets it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use super::wording::{Path, Which};
use crate::desk::notices::NoticeWord;
use crate::desk::{AtForum, ForForum, Tab, samples};
use crate::error::Error;
use crate::forms::{FieldErrors, wording as form};
use crate::mail::{Mail, OnOccasion, Reader};
use crate::models::forum::wording::Words;
use crate::models::people::registration;
use crate::routes::desk::mail::wording::live;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    person: String,
}

/// `GET /{lang}/desk/{forum}/wording/{occasion}/{language}/preview`: as it is now.
pub(crate) async fn show(
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
pub(crate) async fn typed(
    request: ForForum,
    path: Path,
    body: Bytes,
) -> Result<HttpResponse, Error> {
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
pub(crate) async fn send(
    request: ForForum,
    path: Path,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    at.read(&body)?;
    let which = Which::of(&at, &path)?;
    let mail = sample(&at, which, &which.words(&at), "").await?;
    samples::send(&at, vec![mail]).await?;
    Ok(at.done(&which.path(), NoticeWord::Tested))
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

#[derive(Template)]
#[template(path = "desk/mail/wording_faults.html")]
struct Faults {
    errors: FieldErrors,
}
