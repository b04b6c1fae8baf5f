use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use super::decisions::news_again;
use super::{Bar, SignedIn, Tab, person};
use crate::app::{App, Asked};
use crate::error::Error;
use crate::forms::details::parse_email;
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::mail::{Badge, News, Post};
use crate::models::account::Role;
use crate::models::badge;
use crate::models::event::Actor;
use crate::models::registration::{self, Registration};
use crate::models::unreachable;
use crate::models::whole::Whole;
use crate::pages::{self, Frame};
use crate::values::{Email, Secret};

#[derive(Default, Deserialize)]
#[serde(default)]
struct EmailForm {
    token: String,
    email: String,
}

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
pub async fn show(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_, slug, public_id) = path.into_inner();
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let person = person::find(&app, &whole, &public_id).await?;
    let desk = Bar::of(
        &app,
        &signed_in,
        (&whole, role),
        Tab::Registrations,
        asked.lang,
    );
    let typed = person.email.clone();
    pages::ok(&EmailPage::of(
        &asked,
        desk,
        &whole,
        &person,
        typed,
        FieldErrors::default(),
    ))
}

/// `POST .../registrations/{person}/email`: at once, for the desk has heard it from the person.
pub async fn submit(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let (_, slug, public_id) = path.into_inner();
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let form: EmailForm = forms::parse(&body);
    signed_in.check_form(&app, &form.token)?;
    let person = person::find(&app, &whole, &public_id).await?;
    let t = Texts::html(asked.lang);
    let mut errors = FieldErrors::default();
    if let Some(email) = parse_email(&form.email, t, &mut errors) {
        let back = |said| person::address(&asked, &slug, &public_id, said);
        if email.as_str() == person.email {
            return Ok(pages::see_other(&back("done=same")));
        }
        let actor = Actor::Account(signed_in.account.id);
        if change(&app, &asked, &whole, &person, email, actor).await? {
            app.outbox.ring();
            return Ok(pages::see_other(&back("done=email")));
        }
        errors.add("email", t.desk_person_email_taken());
    }
    let desk = Bar::of(
        &app,
        &signed_in,
        (&whole, role),
        Tab::Registrations,
        asked.lang,
    );
    pages::unprocessable(&EmailPage::of(
        &asked, desk, &whole, &person, form.email, errors,
    ))
}

/// `false` when another registration of the forum has the address. The person's page moves to a new
/// link, since the old address may be somebody else's; it goes to the new one with how things stand.
async fn change(
    app: &web::Data<App>,
    asked: &Asked,
    whole: &Arc<Whole>,
    person: &Registration,
    email: Email,
    actor: Actor,
) -> Result<bool, Error> {
    let (with, whole) = (app.clone(), whole.clone());
    let (id, now, link) = (person.id, asked.now, Secret::random());
    let changed = app
        .db
        .write(move |c| {
            let before = registration::by_id(c, id)?;
            // To an address that reaches nobody another mail would only come back as well.
            let is_told = unreachable::why(c, &before)?.is_none();
            if !registration::change_email(c, id, &email, actor, now)? {
                return Ok(false);
            }
            let after = registration::renew_link(c, id, &link)?;
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
    fn of(
        asked: &Asked,
        desk: Bar,
        whole: &Whole,
        person: &Registration,
        email: String,
        errors: FieldErrors,
    ) -> EmailPage {
        EmailPage {
            page: asked.frame(Texts::html(asked.lang).desk_person_email_title(&person.name)),
            back: person::address(asked, &whole.forum.slug, &person.public_id, ""),
            now: person.email.clone(),
            desk,
            email,
            errors,
        }
    }
}
