use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use super::{Bar, SignedIn, Tab, person};
use crate::app::{App, Asked};
use crate::db::Connection;
use crate::error::Error;
use crate::forms::details::{By, DetailsForm, parse_email};
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::mail::{Badge, News, Post};
use crate::models::account::Role;
use crate::models::event::Actor;
use crate::models::registration::{
    self, Application, Applied, Details, PageLink, Registration, Source, State,
};
use crate::models::whole::Whole;
use crate::pages::{self, Frame};
use crate::values::{Code, Email, Language};

#[derive(Default, Deserialize)]
#[serde(default)]
struct NewForm {
    token: String,
    email: String,
    /// `confirmed` or `pending`, whatever the forum's own rule is.
    state: String,
    /// Whether the person is told.
    mail: String,
}

#[derive(Template)]
#[template(path = "desk/new_registration.html")]
struct NewPage {
    page: Frame,
    desk: Bar,
    whole: Arc<Whole>,
    token: String,
    form: NewForm,
    details: DetailsForm,
    errors: FieldErrors,
    /// Page of the person of this name who is registered with the address already.
    known: Option<String>,
    back: String,
}

/// `GET /{lang}/desk/{forum}/registrations/new`
pub async fn show(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let slug = path.into_inner().1;
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let form = NewForm {
        state: State::Confirmed.as_str().to_string(),
        mail: "yes".to_string(),
        ..NewForm::default()
    };
    let details = DetailsForm::empty(&whole, asked.lang);
    let desk = Bar::of(
        &app,
        &signed_in,
        (&whole, role),
        Tab::Registrations,
        asked.lang,
    );
    pages::ok(&NewPage::of(
        &asked,
        desk,
        whole,
        form,
        details,
        FieldErrors::default(),
    ))
}

/// `POST /{lang}/desk/{forum}/registrations/new`
pub async fn submit(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let slug = path.into_inner().1;
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let form: NewForm = forms::parse(&body);
    signed_in.check_form(&app, &form.token)?;
    let typed: DetailsForm = forms::parse(&body);
    let t = Texts::html(asked.lang);
    let mut errors = FieldErrors::default();
    let email = parse_email(&form.email, t, &mut errors);
    let details = typed.parse(&whole, By::Desk, None, t, &mut errors);
    let mut known = None;
    if let (Some(email), Some(details)) = (email, details) {
        match add(&app, &asked, &signed_in, &whole, &form, email, details).await? {
            Applied::New(person) | Applied::Again(person) => {
                let waits = person.state() == State::Waitlisted;
                let said = if waits {
                    "done=added-waiting"
                } else {
                    "done=added"
                };
                return Ok(pages::see_other(&person::address(
                    &asked,
                    &slug,
                    &person.public_id,
                    said,
                )));
            }
            Applied::Known(person) => {
                errors.add("name", t.desk_person_known());
                known = Some(person::address(&asked, &slug, &person.public_id, ""));
            }
        }
    }
    let desk = Bar::of(
        &app,
        &signed_in,
        (&whole, role),
        Tab::Registrations,
        asked.lang,
    );
    let mut page = NewPage::of(&asked, desk, whole, form, typed, errors);
    page.known = known;
    pages::unprocessable(&page)
}

/// Registers the person in the state the desk chose; after the last place, on the waiting list.
async fn add(
    app: &web::Data<App>,
    asked: &Asked,
    signed_in: &SignedIn,
    whole: &Arc<Whole>,
    form: &NewForm,
    email: Email,
    details: Details,
) -> Result<Applied, Error> {
    let category = whole.category(details.category_id).cloned();
    let category = category.ok_or_else(|| Error::broken("a category parsed is not there"))?;
    let state = match form.state.as_str() {
        "pending" => State::Pending,
        _ => State::Confirmed,
    };
    let application = Application {
        details,
        email,
        source: Source::Desk,
        form_id: signed_in.form_id(app, &form.token),
        invite_again: None,
        link: PageLink::random(app.letterhead.key()),
        code: Code::random(),
        state: Some(state),
        registered_at: asked.now,
    };
    let badge = Badge::of(&application.code);
    let (actor, now) = (Actor::Account(signed_in.account.id), asked.now);
    let (with, whole, tells) = (app.clone(), whole.clone(), !form.mail.is_empty());
    let (forum_id, may) = (whole.forum.id, |role| role >= Role::Registrar);
    let applied = signed_in
        .write(app, forum_id, may, move |c| {
            let tell = |c: &mut Connection, person: &Registration| match tells {
                true => {
                    let post = Post {
                        letterhead: &with.letterhead,
                        public_url: &with.public_url,
                        whole: &whole,
                    };
                    post.tell(c, person, Some(&badge), news(person.state()), now)
                }
                false => Ok(()),
            };
            let forum = &whole.forum;
            registration::apply(c, forum, &category, &application, actor, now, tell)
        })
        .await?;
    app.outbox.ring();
    Ok(applied)
}

fn news(state: State) -> News<'static> {
    match state {
        State::Confirmed => News::Confirmed,
        State::Waitlisted => News::Waitlisted,
        _ => News::Pending,
    }
}

impl NewPage {
    fn of(
        asked: &Asked,
        desk: Bar,
        whole: Arc<Whole>,
        form: NewForm,
        details: DetailsForm,
        errors: FieldErrors,
    ) -> NewPage {
        let slug = &whole.forum.slug;
        NewPage {
            page: asked.frame(Texts::html(asked.lang).desk_people_add()),
            back: asked.at(&format!("/desk/{slug}/registrations")),
            // The form that comes back is still the same form: sent twice, it counts once.
            token: match form.token.as_str() {
                "" => desk.token.clone(),
                token => token.to_string(),
            },
            known: None,
            desk,
            whole,
            form,
            details,
            errors,
        }
    }

    fn countries(&self) -> Vec<(&'static str, &'static str)> {
        pages::countries(&self.whole, self.page.lang)
    }
}
