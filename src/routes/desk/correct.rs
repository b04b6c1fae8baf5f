use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use super::{AtPerson, Bar, ForPerson, Notice};
use crate::error::Error;
use crate::forms::details::{By, DetailsForm};
use crate::forms::{self, FieldErrors};
use crate::models::registration::{self, Corrected, Details, Registration};
use crate::models::whole::Whole;
use crate::pages::{self, Frame};
use crate::values::Language;

/// What became of it.
enum Saved {
    Stale(Registration),
    Answered(Corrected),
}

/// `GET .../registrations/{person}/correct`
pub async fn show(wanted: ForPerson) -> Result<HttpResponse, Error> {
    let there = wanted.to_change().await?;
    let id = there.person.id;
    let db = &there.at.app.db;
    let sites = db.read(move |c| registration::sites(c, id)).await?;
    let details = DetailsForm::of(&there.person, &sites, &there.at.whole);
    pages::ok(&CorrectPage::of(&there, details, FieldErrors::default()))
}

/// `POST .../registrations/{person}/correct`
pub async fn submit(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.to_change().await?;
    let form = there.at.read(&body)?;
    let typed: DetailsForm = forms::parse(&body);
    let (whole, t) = (&there.at.whole, there.at.t);
    let category = Some(there.person.category_id);
    let mut errors = FieldErrors::default();
    let details = typed.parse(whole, By::Desk, category, t, &mut errors);
    let Some(details) = details else {
        return pages::unprocessable(&CorrectPage::of(&there, typed, errors));
    };
    // When the registration was last changed as the form was drawn: somebody else may have changed it since.
    let seen = form.get("seen").to_string();
    match save(&there, seen, details).await? {
        Saved::Answered(Corrected::Done(_)) => Ok(there.done("corrected")),
        Saved::Answered(Corrected::Same) => Ok(there.done("same")),
        Saved::Answered(Corrected::Full) => {
            errors.add("category", t.desk_person_category_full());
            pages::unprocessable(&CorrectPage::of(&there, typed, errors))
        }
        Saved::Answered(Corrected::Taken) => {
            errors.add("name", t.desk_person_name_taken());
            pages::unprocessable(&CorrectPage::of(&there, typed, errors))
        }
        Saved::Stale(person) => {
            let there = AtPerson { person, ..there };
            let mut page = CorrectPage::of(&there, typed, errors);
            page.desk = page.desk.saying(Some(Notice::warn(t.desk_person_stale())));
            pages::unprocessable(&page)
        }
    }
}

async fn save(there: &AtPerson, seen: String, details: Details) -> Result<Saved, Error> {
    let (id, actor, now) = (there.person.id, there.actor(), there.at.asked.now);
    let db = &there.at.app.db;
    let saved = db
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
    fn of(there: &AtPerson, details: DetailsForm, errors: FieldErrors) -> CorrectPage {
        let title = there.at.t.desk_person_correct_title(&there.person.name);
        CorrectPage {
            page: there.at.frame(title),
            desk: there.at.bar(),
            whole: there.at.whole.clone(),
            back: there.address(""),
            seen: stamp(&there.person),
            details,
            errors,
        }
    }

    fn countries(&self) -> Vec<(&'static str, &'static str)> {
        pages::countries(&self.whole, self.page.lang)
    }
}
