use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use super::correct_page::CorrectPage;
use super::{Button, Mine};
use crate::app::{App, Asked};
use crate::clock::Moment;
use crate::db::{Connection, Result as DbResult};
use crate::error::Error;
use crate::forms::details::{By, DetailsForm};
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::models::event::Actor;
use crate::models::registration::{self, Corrected, Details, State};
use crate::pages;

/// `GET /{lang}/me/{link}/correct`
pub async fn form(app: web::Data<App>, asked: Asked, mine: Mine) -> Result<HttpResponse, Error> {
    if mine.state() == State::Withdrawn {
        return Ok(pages::see_other(&asked.at(&mine.path(""))));
    }
    let details = DetailsForm::of(&mine.registration, &mine.sites, &mine.whole);
    pages::ok(&CorrectPage::new(&app, &asked, &mine, &details))
}

/// `POST /{lang}/me/{link}/correct`
pub async fn correct(
    app: web::Data<App>,
    asked: Asked,
    mine: Mine,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let button: Button = forms::parse(&body);
    let mut typed: DetailsForm = forms::parse(&body);
    if mine.state() == State::Confirmed {
        // A place was given in this category: only the desk moves it to another.
        typed.category.clear();
    }
    let mut errors = FieldErrors::default();
    let category = Some(mine.registration.category_id);
    let details = typed.parse(&mine.whole, By::Delegate, category, t, &mut errors);
    let page = CorrectPage::new(&app, &asked, &mine, &typed);
    let Some(details) = details else {
        return pages::unprocessable(&page.with(errors));
    };
    if !mine.knows(&app, &button.token, asked.now) {
        return pages::unprocessable(&page.saying(t.form_old()));
    }
    let (id, now) = (mine.registration.id, asked.now);
    let corrected = app
        .db
        .write(move |c| keep(c, id, details.clone(), now))
        .await?;
    match corrected {
        Some(Corrected::Full) => {
            errors.add("category", t.delegate_category_full());
            pages::unprocessable(&page.with(errors))
        }
        Some(Corrected::Taken) => {
            errors.add("name", t.delegate_name_taken());
            pages::unprocessable(&page.with(errors))
        }
        Some(Corrected::Same) => Ok(pages::see_other(&asked.at(&mine.path("?done=same")))),
        Some(Corrected::Done(_)) => Ok(pages::see_other(&asked.at(&mine.path("?done=saved")))),
        None => Ok(pages::see_other(&asked.at(&mine.path("")))),
    }
}

/// `None` when the person has withdrawn in the meantime. Who was confirmed in the meantime keeps that category.
fn keep(
    c: &mut Connection,
    id: i64,
    mut details: Details,
    now: Moment,
) -> DbResult<Option<Corrected>> {
    let before = registration::by_id(c, id)?;
    match before.state() {
        State::Withdrawn => return Ok(None),
        State::Confirmed => details.category_id = before.category_id,
        _ => {}
    }
    registration::correct(c, id, &details, Actor::Delegate, now).map(Some)
}
