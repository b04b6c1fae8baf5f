use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use super::decisions::news_again;
use super::{AtPerson, Bar, ForPerson};
use crate::error::Error;
use crate::forms::FieldErrors;
use crate::forms::details::parse_email;
use crate::mail::{Badge, News, Post};
use crate::models::registration::PageLink;
use crate::models::{badge, registration, unreachable};
use crate::pages::{self, Frame};
use crate::values::Email;

#[derive(Template)]
#[template(path = "desk/email.html")]
struct EmailPage {
    page: Frame,
    desk: Bar,
    now: String,
    email: String,
    errors: FieldErrors,
    back: String,
}

/// `GET .../registrations/{person}/email`
pub async fn show(wanted: ForPerson) -> Result<HttpResponse, Error> {
    let there = wanted.to_change().await?;
    let now = there.person.email.clone();
    pages::ok(&EmailPage::of(&there, now, FieldErrors::default()))
}

/// `POST .../registrations/{person}/email`: at once, for the desk has heard it from the person.
pub async fn submit(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.to_change().await?;
    let form = there.at.read(&body)?;
    let (typed, t) = (form.get("email"), there.at.t);
    let mut errors = FieldErrors::default();
    if let Some(email) = parse_email(typed, t, &mut errors) {
        if email.as_str() == there.person.email {
            return Ok(there.done("same"));
        }
        if change(&there, email).await? {
            there.at.app.outbox.ring();
            return Ok(there.done("email"));
        }
        errors.add("email", t.desk_person_email_taken());
    }
    pages::unprocessable(&EmailPage::of(&there, typed.to_string(), errors))
}

/// `false` when somebody else of this name is registered with the address. The person's page moves to a new
/// link, since the old address may be somebody else's; it goes to the new one with how things stand.
async fn change(there: &AtPerson, email: Email) -> Result<bool, Error> {
    let app = &there.at.app;
    let (with, whole) = (app.clone(), there.at.whole.clone());
    let (id, actor, now) = (there.person.id, there.actor(), there.at.asked.now);
    let link = PageLink::random(app.letterhead.key());
    let changed = there
        .at
        .write(move |c| {
            let before = registration::by_id(c, id)?;
            // To an address that reaches nobody another mail would only come back as well.
            let is_told = unreachable::why(c, &before)?.is_none();
            let changed = registration::change_email(c, id, &email, &link, actor, now)?;
            let Some(after) = changed else {
                return Ok(false);
            };
            let badge = badge::current_code(c, id)?.map(|code| Badge::of(&code));
            let post = Post {
                letterhead: &with.letterhead,
                public_url: &with.public_url,
                whole: &whole,
            };
            if is_told {
                post.tell_at(c, &before.email, &after, None, News::AddressChanged, now)?;
            }
            post.tell(c, &after, badge.as_ref(), news_again(after.state()), now)?;
            Ok(true)
        })
        .await?;
    Ok(changed)
}

impl EmailPage {
    fn of(there: &AtPerson, email: String, errors: FieldErrors) -> EmailPage {
        let title = there.at.t.desk_person_email_title(&there.person.name);
        EmailPage {
            page: there.at.frame(title),
            desk: there.at.bar(),
            back: there.address(""),
            now: there.person.email.clone(),
            email,
            errors,
        }
    }
}
