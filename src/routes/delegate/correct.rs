use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use super::correct_page::CorrectPage;
use super::{Button, Mine};
use crate::app::{App, Asked};
use crate::clock::Moment;
use crate::db::{Connection, Result as DbResult};
use crate::error::Error;
use crate::forms::details::{By, DetailsForm};
use crate::forms::invite_again::InviteAgain;
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::models::event::Actor;
use crate::models::registration::{self, Corrected, Details, State};
use crate::pages;
use crate::values::Language;

/// `GET /{lang}/me/{link}/correct`
pub async fn form(app: web::Data<App>, asked: Asked, mine: Mine) -> Result<HttpResponse, Error> {
    if mine.state() == State::Withdrawn {
        return Ok(pages::see_other(&asked.at(&mine.path(""))));
    }
    let details = DetailsForm::of(&mine.registration, &mine.sites, &mine.whole);
    let again = InviteAgain::of(&mine.registration);
    pages::ok(&CorrectPage::new(&app, &asked, &mine, &details, &again))
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
    let again: InviteAgain = forms::parse(&body);
    if mine.state() == State::Confirmed {
        // A place was given in this category: only the desk moves it to another.
        typed.category.clear();
    }
    let mut errors = FieldErrors::default();
    let category = Some(mine.registration.category_id);
    let details = typed.parse(&mine.whole, By::Delegate, category, t, &mut errors);
    let page = CorrectPage::new(&app, &asked, &mine, &typed, &again);
    let Some(details) = details else {
        return pages::unprocessable(&page.with(errors));
    };
    if !mine.knows(&app, &button.token, asked.now) {
        return pages::unprocessable(&page.saying(t.form_old()));
    }
    let (id, now, lang) = (mine.registration.id, asked.now, asked.lang);
    let ticked = again.clone();
    let corrected = app
        .db
        .write(move |c| match keep(c, id, details.clone(), now)? {
            Some(corrected) => answer(c, id, &ticked, lang, corrected, now).map(Some),
            None => Ok(None),
        })
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

/// Whether the person may be invited again, beside a correction that was taken.
fn answer(
    c: &mut Connection,
    id: i64,
    again: &InviteAgain,
    lang: Language,
    corrected: Corrected,
    now: Moment,
) -> DbResult<Corrected> {
    if matches!(corrected, Corrected::Full | Corrected::Taken) {
        return Ok(corrected);
    }
    let before = registration::by_id(c, id)?.invite_again;
    let words = again.words(before.as_deref(), lang);
    match registration::set_invite_again(c, id, words.as_deref(), now)? {
        true => registration::by_id(c, id).map(Corrected::Done),
        false => Ok(corrected),
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
