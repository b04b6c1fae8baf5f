use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use super::at_person::{AtPerson, ForPerson};
use crate::desk::Bar;
use crate::error::Error;
use crate::forms::FieldErrors;
use crate::forms::details::parse_email;
use crate::models::people::registration::PageLink;
use crate::pages::{self, Frame};

#[derive(Template)]
#[template(path = "desk/people/email.html")]
struct EmailPage {
    page: Frame,
    desk: Bar,
    now: String,
    email: String,
    errors: FieldErrors,
    back: String,
}

/// `GET .../registrations/{person}/email`
pub(crate) async fn show(wanted: ForPerson) -> Result<HttpResponse, Error> {
    let there = wanted.changing().await?;
    let now = there.person.email.clone().unwrap_or_default();
    pages::ok(&EmailPage::of(&there, now, FieldErrors::default()))
}

/// `POST .../registrations/{person}/email`: at once, for the desk has heard it from the person.
pub(crate) async fn submit(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.changing().await?;
    let form = there.at.read(&body)?;
    let (typed, t) = (form.get("email"), there.at.t);
    let mut errors = FieldErrors::default();
    if let Some(email) = parse_email(typed, t, &mut errors) {
        if Some(email.as_str()) == there.person.email.as_deref() {
            return Ok(there.done("same"));
        }
        let link = PageLink::random(there.at.app.letterhead.key());
        let id = there.person.id;
        let changed = there
            .at
            .act(move |acts| acts.change_email(id, &email, &link));
        if changed.await?.is_some() {
            return Ok(there.done("email"));
        }
        errors.add("email", t.desk_person_email_taken());
    }
    pages::unprocessable(&EmailPage::of(&there, typed.to_string(), errors))
}

impl EmailPage {
    fn of(there: &AtPerson, email: String, errors: FieldErrors) -> EmailPage {
        let title = there.at.t.desk_person_email_title(&there.person.name);
        EmailPage {
            page: there.at.frame(title),
            desk: there.at.bar(),
            back: there.address(""),
            now: there.person.email.clone().unwrap_or_default(),
            email,
            errors,
        }
    }
}
