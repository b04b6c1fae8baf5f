use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use super::{Bar, Notice, SignedIn, Tab, person};
use crate::app::{App, Asked};
use crate::error::Error;
use crate::forms::details::{By, DetailsForm};
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::models::account::Role;
use crate::models::event::Actor;
use crate::models::registration::{self, Corrected, Details, Registration};
use crate::models::whole::Whole;
use crate::pages::{self, Frame};
use crate::values::Language;

#[derive(Default, Deserialize)]
#[serde(default)]
struct CorrectForm {
    token: String,
    /// When the registration was last changed as the form was drawn: somebody else may have changed it since.
    seen: String,
}

/// What became of it.
enum Saved {
    Stale(Registration),
    Answered(Corrected),
}

/// `GET .../registrations/{person}/correct`
pub async fn show(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_, slug, public_id) = path.into_inner();
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let person = person::find(&app, &whole, &public_id).await?;
    let id = person.id;
    let sites = app.db.read(move |c| registration::sites(c, id)).await?;
    let details = DetailsForm::of(&person, &sites, &whole);
    let desk = Bar::of(
        &app,
        &signed_in,
        (&whole, role),
        Tab::Registrations,
        asked.lang,
    );
    pages::ok(&CorrectPage::of(
        &asked,
        desk,
        whole,
        &person,
        details,
        FieldErrors::default(),
    ))
}

/// `POST .../registrations/{person}/correct`
pub async fn submit(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let (_, slug, public_id) = path.into_inner();
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let form: CorrectForm = forms::parse(&body);
    signed_in.check_form(&app, &form.token)?;
    let typed: DetailsForm = forms::parse(&body);
    let person = person::find(&app, &whole, &public_id).await?;
    let t = Texts::html(asked.lang);
    let mut errors = FieldErrors::default();
    let desk = Bar::of(
        &app,
        &signed_in,
        (&whole, role),
        Tab::Registrations,
        asked.lang,
    );
    let details = typed.parse(&whole, By::Desk, Some(person.category_id), t, &mut errors);
    let Some(details) = details else {
        return pages::unprocessable(&CorrectPage::of(
            &asked, desk, whole, &person, typed, errors,
        ));
    };
    let back = |said| person::address(&asked, &slug, &public_id, said);
    match save(&app, &asked, &signed_in, &person, form.seen, details).await? {
        Saved::Answered(Corrected::Done(_)) => Ok(pages::see_other(&back("done=corrected"))),
        Saved::Answered(Corrected::Same) => Ok(pages::see_other(&back("done=same"))),
        Saved::Answered(Corrected::Full) => {
            errors.add("category", t.desk_person_category_full());
            pages::unprocessable(&CorrectPage::of(
                &asked, desk, whole, &person, typed, errors,
            ))
        }
        Saved::Stale(now) => {
            let desk = desk.saying(Some(Notice::warn(t.desk_person_stale())));
            pages::unprocessable(&CorrectPage::of(&asked, desk, whole, &now, typed, errors))
        }
    }
}

async fn save(
    app: &App,
    asked: &Asked,
    signed_in: &SignedIn,
    person: &Registration,
    seen: String,
    details: Details,
) -> Result<Saved, Error> {
    let (id, now) = (person.id, asked.now);
    let actor = Actor::Account(signed_in.account.id);
    let saved = app
        .db
        .write(move |c| {
            let present = registration::by_id(c, id)?;
            if stamp(&present) != seen {
                return Ok(Saved::Stale(present));
            }
            registration::correct(c, id, &details, actor, now).map(Saved::Answered)
        })
        .await?;
    Ok(saved)
}

/// Differs after every change.
fn stamp(person: &Registration) -> String {
    person.updated_at.and_utc().timestamp_millis().to_string()
}

#[derive(Template)]
#[template(path = "desk/correct.html")]
struct CorrectPage {
    page: Frame,
    desk: Bar,
    whole: Arc<Whole>,
    details: DetailsForm,
    errors: FieldErrors,
    seen: String,
    back: String,
}

impl CorrectPage {
    fn of(
        asked: &Asked,
        desk: Bar,
        whole: Arc<Whole>,
        person: &Registration,
        details: DetailsForm,
        errors: FieldErrors,
    ) -> CorrectPage {
        CorrectPage {
            page: asked.frame(Texts::html(asked.lang).desk_person_correct_title(&person.name)),
            back: person::address(asked, &whole.forum.slug, &person.public_id, ""),
            seen: stamp(person),
            desk,
            whole,
            details,
            errors,
        }
    }

    fn countries(&self) -> Vec<(&'static str, &'static str)> {
        pages::countries(&self.whole, self.page.lang)
    }
}
