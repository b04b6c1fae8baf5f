use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use super::at_person::{AtPerson, ForPerson};
use crate::db::{self, Connection};
use crate::desk::Bar;
use crate::error::Error;
use crate::forms::details::{By, DetailsForm};
use crate::forms::{self, FieldErrors};
use crate::models::forum::context::ForumContext;
use crate::models::people::registration::{self, Corrected, Details, Merge, Registration};
use crate::pages::{self, Frame};
use crate::routes::clashes::{self, ClashView, Reader};
use crate::values::Language;

/// What became of it.
enum Saved {
    /// Others changed the same, and stand there now.
    Clash(Box<Present>, Merge),
    Answered(Corrected),
}

/// A registration as it stands, and the number of its last change.
struct Present {
    version: i64,
    person: Registration,
    sites: Vec<i64>,
}

impl Present {
    /// The number is read first: a change that comes between is seen as one of somebody else.
    fn read(c: &mut Connection, id: i64) -> db::Result<Present> {
        Ok(Present {
            version: registration::version(c, id)?,
            person: registration::by_id(c, id)?,
            sites: registration::sites(c, id)?,
        })
    }
}

/// `GET .../registrations/{person}/correct`
pub(crate) async fn show(wanted: ForPerson) -> Result<HttpResponse, Error> {
    let there = wanted.changing().await?;
    let present = present(&there).await?;
    let details = DetailsForm::of(&present.person, &present.sites, &there.at.whole);
    let mut page = CorrectPage::of(&there, details, FieldErrors::default());
    page.version = present.version.to_string();
    pages::ok(&page)
}

/// `POST .../registrations/{person}/correct`
pub(crate) async fn submit(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.changing().await?;
    let form = there.at.read(&body)?;
    let (whole, t) = (&there.at.whole, there.at.t);
    let stands = present(&there).await?;
    let (person, sites) = (&stands.person, &stands.sites);
    let typed = clashes::chosen(&form, forms::parse(&body), person, sites, whole);
    let category = Some(there.person.category_id);
    let mut errors = FieldErrors::default();
    let details = typed.parse(whole, By::Desk, category, t, &mut errors);
    let again = |typed, errors| {
        let mut page = CorrectPage::of(&there, typed, errors);
        page.version = form.get("version").to_owned();
        page
    };
    let Some(details) = details else {
        return pages::unprocessable(&again(typed, errors));
    };
    // The last change that the form knew of: somebody else may have made one since.
    let version = form.get("version").parse().ok();
    match save(&there, version, details).await? {
        Saved::Answered(Corrected::Done(_)) => Ok(there.done("corrected")),
        Saved::Answered(Corrected::Same) => Ok(there.done("same")),
        Saved::Answered(Corrected::Full) => {
            errors.add("category", t.desk_person_category_full());
            pages::unprocessable(&again(typed, errors))
        }
        Saved::Answered(Corrected::Taken) => {
            errors.add("name", t.desk_person_name_taken());
            pages::unprocessable(&again(typed, errors))
        }
        Saved::Clash(stands, merge) => {
            let typed = clashes::merged(typed, &merge, &stands.person, &stands.sites, whole);
            let mut page = again(typed, errors);
            page.version = stands.version.to_string();
            page.clashes = clashes::views(&merge.clashes, whole, Reader::Desk, t);
            pages::unprocessable(&page)
        }
    }
}

async fn present(there: &AtPerson) -> Result<Present, Error> {
    let (db, id) = (&there.at.app.db, there.person.id);
    Ok(db.read(move |c| Present::read(c, id)).await?)
}

async fn save(there: &AtPerson, version: Option<i64>, details: Details) -> Result<Saved, Error> {
    let id = there.person.id;
    let saved = there
        .at
        .act(move |acts| {
            // A form from before there were numbers knew of nothing.
            let (merge, _) =
                registration::onto_present(acts.c, id, details.clone(), version.unwrap_or(0))?;
            if !merge.clashes.is_empty() {
                return Ok(Saved::Clash(Box::new(Present::read(acts.c, id)?), merge));
            }
            acts.correct(id, &merge.details).map(Saved::Answered)
        })
        .await?;
    Ok(saved)
}

#[derive(Template)]
#[template(path = "desk/people/correct.html")]
struct CorrectPage {
    page: Frame,
    desk: Bar,
    whole: Arc<ForumContext>,
    details: DetailsForm,
    errors: FieldErrors,
    /// The last change that the form knows of.
    version: String,
    clashes: Vec<ClashView>,
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
            version: String::new(),
            clashes: Vec::new(),
            details,
            errors,
        }
    }

    fn countries(&self) -> Vec<(&'static str, &'static str)> {
        pages::countries(&self.whole, self.page.lang)
    }
}
