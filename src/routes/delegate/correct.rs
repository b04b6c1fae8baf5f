use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use super::correct_page::CorrectPage;
use crate::app::{App, PageRequest};
use crate::db::Result as DbResult;
use crate::error::Error;
use crate::forms::details::{By, DetailsForm};
use crate::forms::invite_again::InviteAgain;
use crate::forms::{self, FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::people::registration::{self, Changed, Corrected, Details, Merge};
use crate::models::people::standing::State;
use crate::pages;
use crate::registrar::Acts;
use crate::routes::clashes::{self, Reader};
use crate::routes::delegate::{Button, Mine};
use crate::values::Language;

/// `GET /{lang}/me/{link}/correct`
pub(crate) async fn form(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    if mine.state() == State::Withdrawn {
        return Ok(pages::see_other(&asked.at(&mine.path(""))));
    }
    let details = DetailsForm::of(&mine.registration, &mine.sites, &mine.whole);
    let again = InviteAgain::of(&mine.registration);
    pages::ok(&CorrectPage::new(&app, &asked, &mine, &details, &again))
}

/// `POST /{lang}/me/{link}/correct`
pub(crate) async fn correct(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let button: Button = forms::parse(&body);
    let form = Typed::read(&body);
    let typed: DetailsForm = forms::parse(&body);
    let mut typed = clashes::chosen(&form, typed, &mine.registration, &mine.sites, &mine.whole);
    let again: InviteAgain = forms::parse(&body);
    if mine.state() == State::Confirmed {
        // A place was given in this category: only the desk moves it to another.
        typed.category.clear();
    }
    let mut errors = FieldErrors::default();
    let category = Some(mine.registration.category_id);
    let details = typed.parse(&mine.whole, By::Delegate, category, t, &mut errors);
    let page = CorrectPage::new(&app, &asked, &mine, &typed, &again).of_version(&button.version);
    let Some(details) = details else {
        return pages::unprocessable(&page.with(errors));
    };
    if !mine.knows(&app, &button.token, asked.now) {
        return pages::unprocessable(&page.saying(t.form_old()));
    }
    let (id, now, lang) = (mine.registration.id, asked.now, asked.lang);
    let ticked = again.clone();
    // A form from before there were numbers knew of nothing.
    let version = button.version.parse().unwrap_or(0);
    let kept = mine.act(&app, now, move |acts| {
        match keep(acts, id, (details.clone(), version))? {
            Kept::Corrected(corrected) => {
                answer(acts, id, &ticked, lang, corrected).map(Kept::Corrected)
            }
            kept => Ok(kept),
        }
    });
    let corrected = match kept.await? {
        Kept::Gone => None,
        Kept::Corrected(corrected) => Some(corrected),
        Kept::Clash(merge) => return choose(&app, &asked, mine, (typed, &again), &merge).await,
    };
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
    acts: &mut Acts,
    id: i64,
    again: &InviteAgain,
    lang: Language,
    corrected: Corrected,
) -> DbResult<Corrected> {
    if matches!(corrected, Corrected::Full | Corrected::Taken) {
        return Ok(corrected);
    }
    let before = registration::by_id(acts.c, id)?;
    let words = again.words(before.invite_again.as_deref(), lang);
    match (acts.set_invite_again(id, words.as_deref())?, corrected) {
        (true, Corrected::Same) => Ok(Corrected::Done(Changed {
            was: before.state,
            person: registration::by_id(acts.c, id)?,
        })),
        (_, corrected) => Ok(corrected),
    }
}

/// What became of it.
enum Kept {
    /// The person has withdrawn in the meantime.
    Gone,
    /// The organizers have changed the same in the meantime.
    Clash(Merge),
    Corrected(Corrected),
}

/// Who was confirmed in the meantime keeps that category.
fn keep(acts: &mut Acts, id: i64, (mut details, version): (Details, i64)) -> DbResult<Kept> {
    let before = registration::by_id(acts.c, id)?;
    match before.state {
        State::Withdrawn => return Ok(Kept::Gone),
        State::Confirmed => details.category_id = before.category_id,
        _ => {}
    }
    let (merge, _) = registration::onto_present(acts.c, id, details, version)?;
    if !merge.clashes.is_empty() {
        return Ok(Kept::Clash(merge));
    }
    acts.correct(id, &merge.details).map(Kept::Corrected)
}

/// The page with both: as it stands now, and as it was typed.
async fn choose(
    app: &App,
    asked: &PageRequest,
    mine: Mine,
    (typed, again): (DetailsForm, &InviteAgain),
    merge: &Merge,
) -> Result<HttpResponse, Error> {
    let mine = mine.read_anew(app).await?;
    let (person, sites) = (&mine.registration, &mine.sites);
    let typed = clashes::merged(typed, merge, person, sites, &mine.whole);
    let t = Texts::html(asked.lang);
    let views = clashes::views(&merge.clashes, &mine.whole, Reader::Delegate, t);
    let page = CorrectPage::new(app, asked, &mine, &typed, again);
    pages::unprocessable(&page.asking(views))
}
