use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;
use serde::Deserialize;

use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::details::{By, DetailsForm, email_or_none};
use crate::forms::{self, FieldErrors};
use crate::models::desk::account::Role;
use crate::models::forum::context::ForumContext;
use crate::models::people::registration::{
    Application, Applied, Details, PageLink, Registration, Source,
};
use crate::models::people::standing::State;
use crate::pages::{self, Frame};
use crate::values::{Email, Language};

#[derive(Default, Deserialize)]
#[serde(default)]
struct NewForm {
    token: String,
    email: String,
    /// `confirmed` or `pending`, whatever the forum's own rule is.
    state: String,
    /// Whether the person is told.
    mail: String,
    /// Said to be somebody else than whoever is known by this name.
    another: String,
}

#[derive(Template)]
#[template(path = "desk/people/new_registration.html")]
struct NewPage {
    page: Frame,
    desk: Bar,
    whole: Arc<ForumContext>,
    token: String,
    form: NewForm,
    details: DetailsForm,
    errors: FieldErrors,
    /// Page of the person of this name who is registered with the address already.
    known: Option<String>,
    back: String,
}

/// `GET /{lang}/desk/{forum}/registrations/new`
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request
        .at_least(Tab::Registrations, Role::Registrar)
        .await?;
    let form = NewForm {
        state: State::Confirmed.as_str().to_string(),
        mail: "yes".to_string(),
        ..NewForm::default()
    };
    let details = DetailsForm::empty(&at.whole, at.asked.lang);
    pages::ok(&NewPage::of(&at, form, details, FieldErrors::default()))
}

/// `POST /{lang}/desk/{forum}/registrations/new`
pub(crate) async fn submit(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request
        .at_least(Tab::Registrations, Role::Registrar)
        .await?;
    at.read(&body)?;
    let form: NewForm = forms::parse(&body);
    let typed: DetailsForm = forms::parse(&body);
    let mut errors = FieldErrors::default();
    let email = email_or_none(&form.email, &typed, at.t, &mut errors);
    let details = typed.parse(&at.whole, By::Desk, None, at.t, &mut errors);
    let mut known = None;
    if let (Ok(email), Some(details)) = (email, details) {
        let address = |person: &Registration, said: &str| {
            crate::desk::person::address(&at, &person.public_id, said)
        };
        match add(&at, &form, email, details).await? {
            Applied::New(person) | Applied::Again(person) => {
                let said = match person.state {
                    State::Waitlisted => "done=added-waiting",
                    _ => "done=added",
                };
                return Ok(pages::see_other(&address(&person, said)));
            }
            Applied::Known(person) => {
                errors.add("name", at.t.desk_person_known());
                known = Some(address(&person, ""));
            }
        }
    }
    let mut page = NewPage::of(&at, form, typed, errors);
    page.known = known;
    pages::unprocessable(&page)
}

/// Registers the person in the state the desk chose; after the last place, on the waiting list.
async fn add(
    at: &AtForum,
    form: &NewForm,
    email: Option<Email>,
    details: Details,
) -> Result<Applied, Error> {
    let state = match form.state.as_str() {
        "pending" => State::Pending,
        _ => State::Confirmed,
    };
    let (badge, now) = (at.app.registrar.badge(), at.asked.now);
    let application = Application {
        details,
        email,
        source: Source::Desk,
        form_id: at.signed_in.form_id(&at.app, &form.token),
        invite_again: None,
        link: PageLink::random(at.app.letterhead.key()),
        code: badge.code().clone(),
        state: Some(state),
        is_another: !form.another.is_empty(),
        registered_at: now,
    };
    let due = (!form.mail.is_empty()).then_some(now);
    at.act(move |acts| acts.register(&application, &badge, |_| Ok(due)))
        .await
}

impl NewPage {
    fn of(at: &AtForum, form: NewForm, details: DetailsForm, errors: FieldErrors) -> NewPage {
        let desk = at.bar();
        NewPage {
            page: at.frame(at.t.desk_people_add()),
            back: at.address("/registrations"),
            // The form that comes back is still the same form: sent twice, it counts once.
            token: match form.token.as_str() {
                "" => desk.token.clone(),
                token => token.to_string(),
            },
            known: None,
            desk,
            whole: at.whole.clone(),
            form,
            details,
            errors,
        }
    }

    fn countries(&self) -> Vec<(&'static str, &'static str)> {
        pages::countries(&self.whole, self.page.lang)
    }
}
