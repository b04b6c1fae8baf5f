//! The letter of confirmation: asked for here, and read here when the desk has decided.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;

use crate::app::{App, PageRequest};
use crate::clock::{self, Moment};
use crate::db::{Connection, Result as DbResult};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed};
use crate::i18n::{Texts, dates};
use crate::mail::{News, Post};
use crate::models::people::document::rule::Letters;
use crate::models::people::document::{self, Document, Kind, Request, Requested};
use crate::models::people::paper::State;
use crate::pages::{self, ForumHead, Frame};
use crate::routes::delegate::Mine;

pub(crate) use crate::papers::{file, letter_form as form};

/// `GET /{lang}/me/{link}/letter`
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    let letter = latest(&app, &mine).await?;
    if !may_ask(&mine) && letter.is_none() {
        return Ok(pages::see_other(&asked.at(&mine.path(""))));
    }
    let before = letter.as_ref().and_then(Document::passport);
    let typed = form::filled(&mine.registration, before);
    page(&app, &asked, &mine, letter, typed).answer(StatusCode::OK)
}

/// `POST /{lang}/me/{link}/letter`
pub(crate) async fn ask(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let here = asked.at(&mine.path("/letter"));
    if !may_ask(&mine) {
        return Ok(pages::see_other(&asked.at(&mine.path(""))));
    }
    let t = Texts::html(asked.lang);
    let typed = Typed::read(&body);
    let mut errors = FieldErrors::default();
    let passport = form::parse(&typed, asked.now.date(), t, &mut errors);
    let known = mine.knows(&app, typed.get("token"), asked.now);
    let (Some(passport), true) = (passport, known) else {
        let letter = latest(&app, &mine).await?;
        let mut page = page(&app, &asked, &mine, letter, typed);
        page.errors = errors;
        page.saying = if known { "" } else { t.delegate_old() };
        return page.answer(StatusCode::UNPROCESSABLE_ENTITY);
    };
    let request = Request {
        passport,
        language: mine.registration.language,
        at_once: mine.rule.letters == Letters::AtOnce,
    };
    let (shared, whole) = (app.clone(), mine.whole.clone());
    let (id, now) = (mine.registration.id, asked.now);
    app.db
        .write(move |c| keep(c, shared.registrar.post(&whole), id, &request, now))
        .await?;
    app.outbox.ring();
    Ok(pages::see_other(&here))
}

/// The request, and where no desk decides, the letter and its mail.
fn keep(c: &mut Connection, post: Post, id: i64, request: &Request, now: Moment) -> DbResult<()> {
    match document::request(c, post.whole, id, request, now)? {
        Requested::Issued(person) => post.tell(c, &person, None, News::LetterIssued, now),
        _ => Ok(()),
    }
}

/// `GET /{lang}/me/{link}/letter.pdf`
pub(crate) async fn file(app: web::Data<App>, mine: Mine) -> Result<HttpResponse, Error> {
    let letter = latest(&app, &mine).await?.ok_or(Error::NotFound)?;
    if letter.state != State::Issued {
        return Err(Error::NotFound);
    }
    file::answer(&app, &mine.whole, letter).await
}

async fn latest(app: &App, mine: &Mine) -> Result<Option<Document>, Error> {
    let id = mine.registration.id;
    let found = app
        .db
        .read(move |c| document::latest(c, id, Kind::Letter))
        .await?;
    Ok(found)
}

/// Only who has a place, where the forum gives letters, and before it is over.
fn may_ask(mine: &Mine) -> bool {
    mine.rule.letters != Letters::Off
        && !mine.is_over
        && mine.state() == crate::models::people::standing::State::Confirmed
}

#[derive(Template)]
#[template(path = "delegate/letter.html")]
struct Page {
    page: Frame,
    forum: ForumHead,
    base: String,
    letter: Option<InvitationLetter>,
    /// Whether the form stands on the page.
    asks: bool,
    by_desk: bool,
    form: Typed,
    countries: Vec<(&'static str, &'static str)>,
    errors: FieldErrors,
    token: String,
    saying: &'static str,
}

/// How the last letter stands.
struct InvitationLetter {
    state: State,
    number: String,
    date: String,
    words: Option<String>,
    /// Whether its data is still there.
    opens: bool,
}

fn page(
    app: &App,
    asked: &PageRequest,
    mine: &Mine,
    letter: Option<Document>,
    form: Typed,
) -> Page {
    let (lang, t) = (asked.lang, Texts::html(asked.lang));
    let live = letter.as_ref().map(|letter| letter.state);
    let live = matches!(live, Some(State::Requested | State::Issued));
    let zone = mine.whole.forum.zone();
    Page {
        page: mine.frame(asked, "/letter", t.letter_title()),
        forum: ForumHead::of(&mine.whole, lang),
        base: asked.at(&mine.path("")),
        asks: may_ask(mine) && !live,
        by_desk: mine.rule.letters == Letters::ByDesk,
        letter: letter.map(|letter| InvitationLetter {
            state: letter.state,
            number: letter.numbered(&mine.whole.forum.slug).unwrap_or_default(),
            date: letter.issued_at.map_or_else(String::new, |at| {
                dates::date(lang, clock::in_zone(zone, at).date())
            }),
            opens: letter.passport().is_some(),
            words: letter.words,
        }),
        form,
        countries: pages::countries(&mine.whole, lang),
        errors: FieldErrors::default(),
        token: mine.form_token(app, asked.now),
        saying: "",
    }
}

impl Page {
    fn answer(&self, status: StatusCode) -> Result<HttpResponse, Error> {
        pages::page(status, self)
    }

    fn is(&self, letter: &InvitationLetter, state: &str) -> bool {
        letter.state.as_str() == state
    }
}
