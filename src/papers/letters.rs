//! The letters and certificates of a forum: what waits for the desk, per consulate, and what was given out.

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use crate::clock::Moment;
use crate::db::{Connection, Result as DbResult};
use crate::desk::notices::NoticeWord;
use crate::desk::words::{Chip, When};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::{given, given_lines};
use crate::i18n::Texts;
use crate::mail::{News, Post};
use crate::models::desk::account::Role;
use crate::models::people::document::{self, Consulate, Kind, Listed, Wanted};
use crate::models::people::event::Actor;
use crate::models::people::paper::State;
use crate::models::people::registration::Registration;
use crate::pages::{self, Frame};

pub(crate) use crate::papers::file;

const ON_A_PAGE: usize = 50;
/// Longest words of the desk, in characters.
const LONGEST: usize = 1000;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    kind: String,
    state: String,
    /// Folded.
    consulate: String,
    /// Id of the row that the page before ended with.
    before: String,
}

/// `GET /{lang}/desk/{forum}/letters`
pub(crate) async fn list(
    request: ForForum,
    query: web::Query<Query>,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Letters).await?;
    let query = query.into_inner();
    let kind = Kind::parse(&query.kind).unwrap_or(Kind::Letter);
    let wanted = Wanted {
        forum_id: at.forum_id(),
        kind,
        state: State::parse(&query.state),
        consulate: given(&query.consulate),
        before: query.before.parse().ok(),
        most: ON_A_PAGE as i64 + 1,
    };
    let (mut rows, consulates) = at
        .app
        .db
        .read(move |c| {
            let rows = document::listed(c, &wanted)?;
            Ok((rows, document::consulates(c, wanted.forum_id)?))
        })
        .await?;
    let more = rows.len() > ON_A_PAGE;
    rows.truncate(ON_A_PAGE);
    let address = at.address("/letters");
    let next = rows.last().filter(|_| more).map(|last| {
        let chosen = [
            ("kind", kind.as_str()),
            ("state", &query.state),
            ("consulate", &query.consulate),
            ("before", &last.document.id.to_string()),
        ];
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        format!("{address}?{}", pairs.extend_pairs(chosen).finish())
    });
    pages::ok(&Page {
        next,
        rows: rows.into_iter().map(|row| Row::of(row, &at)).collect(),
        can_change: at.role >= Role::Registrar,
        can_set: at.role >= Role::Organizer,
        people: at.address("/registrations"),
        page: at.tab_frame(),
        desk: at.bar(),
        kind: kind.as_str().to_owned(),
        consulates,
        address,
        query,
    })
}

/// `GET /{lang}/desk/{forum}/letters/{id}.pdf`
pub(crate) async fn file(request: ForForum) -> Result<HttpResponse, Error> {
    let at = decider(request).await?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let found = at
        .app
        .db
        .read(move |c| document::by_id(c, forum_id, id))
        .await?;
    file::answer(&at.app, &at.whole, found.ok_or(Error::NotFound)?).await
}

/// `POST .../letters/{id}/approve`
pub(crate) async fn approve(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    decide(request, body, NoticeWord::LetterIssued, |c, post, by| {
        let person = document::approve(c, post.whole, by.id, by.actor, by.now)?;
        tell(c, post, person, News::LetterIssued, by.now)
    })
    .await
}

/// `POST .../letters/{id}/refuse`
pub(crate) async fn refuse(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    decide(request, body, NoticeWord::LetterRefused, |c, post, by| {
        let words = by.words.as_deref();
        let person = document::refuse(c, post.whole, by.id, words, by.actor, by.now)?;
        tell(c, post, person, News::LetterRefused { words }, by.now)
    })
    .await
}

/// `POST .../letters/{id}/withdraw`
pub(crate) async fn withdraw(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    decide(request, body, NoticeWord::LetterWithdrawn, |c, post, by| {
        let words = by.words.as_deref();
        let done = document::withdraw(c, post.whole, by.id, words, by.actor, by.now)?;
        match done {
            // Of a certificate nobody was written to when it was issued.
            Some((paper, person)) if paper.kind == Kind::Letter => {
                let news = News::LetterWithdrawn { words };
                tell(c, post, Some(person), news, by.now)
            }
            done => Ok(done.is_some()),
        }
    })
    .await
}

/// `POST .../letters/{id}/again`: a new number and code; the paper before is void.
pub(crate) async fn again(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    decide(request, body, NoticeWord::LetterIssued, |c, post, by| {
        let person = document::reissue(c, post.whole, by.id, by.actor, by.now)?;
        tell(c, post, person, News::LetterIssued, by.now)
    })
    .await
}

/// Who decides over which paper, and with what words.
struct Decision {
    id: i64,
    words: Option<String>,
    actor: Actor,
    now: Moment,
}

/// One decision, with its mail in the same transaction; the page then says what became of it.
async fn decide(
    request: ForForum,
    body: Bytes,
    done: NoticeWord,
    work: impl Fn(&mut Connection, Post, &Decision) -> DbResult<bool> + Send + 'static,
) -> Result<HttpResponse, Error> {
    let at = decider(request).await?;
    let form = at.read(&body)?;
    let words = given_lines(form.get("words"));
    let decision = Decision {
        id: at.id()?,
        words: words.map(|words| words.chars().take(LONGEST).collect()),
        actor: Actor::Account(at.signed_in.account.id),
        now: at.asked.now,
    };
    let (app, whole) = (at.app.clone(), at.whole.clone());
    let did = at
        .write(move |c| work(c, app.registrar.post(&whole), &decision))
        .await?;
    at.app.outbox.ring();
    Ok(at.done(
        "/letters",
        if did { done } else { NoticeWord::LetterDecided },
    ))
}

async fn decider(request: ForForum) -> Result<AtForum, Error> {
    request.at_least(Tab::Letters, Role::Registrar).await
}

/// Whether anything was decided that there is something to tell of.
fn tell(
    c: &mut Connection,
    post: Post,
    person: Option<Registration>,
    news: News,
    now: Moment,
) -> DbResult<bool> {
    match person {
        Some(person) => post.tell(c, &person, None, news, now).map(|()| true),
        None => Ok(false),
    }
}

fn chip(state: State, t: Texts) -> Chip {
    let (tone, word) = match state {
        State::Requested => ("warn", t.letters_state_requested()),
        State::Issued => ("good", t.letters_state_issued()),
        State::Refused => ("bad", t.letters_state_refused()),
        State::Withdrawn => ("", t.letters_state_withdrawn()),
    };
    Chip { tone, word }
}

#[derive(Template)]
#[template(path = "papers/letters.html")]
struct Page {
    page: Frame,
    desk: Bar,
    rows: Vec<Row>,
    consulates: Vec<Consulate>,
    kind: String,
    query: Query,
    can_change: bool,
    can_set: bool,
    next: Option<String>,
    /// Of the list and of the registrations.
    address: String,
    people: String,
}

impl Page {
    /// What papers can be asked for by.
    fn states(&self) -> Vec<(&'static str, &'static str)> {
        let named = |state: State| (state.as_str(), chip(state, self.page.t).word);
        State::ALL.map(named).into()
    }
}

struct Row {
    id: i64,
    number: String,
    name: String,
    person: String,
    /// As it stands in the passport, where that is another name.
    other_name: Option<String>,
    consulate: String,
    chip: Chip,
    when: When,
    words: Option<String>,
    waits: bool,
    is_valid: bool,
    /// Whether the person's data is still there to draw it with, and for whom it is.
    opens: bool,
    is_letter: bool,
}

impl Row {
    fn of(row: Listed, at: &AtForum) -> Row {
        let paper = row.document;
        let (state, passport) = (paper.state, paper.passport());
        let moment = paper.decided_at.unwrap_or(paper.requested_at);
        let opens = passport.is_some() || paper.kind == Kind::Certificate;
        Row {
            id: paper.id,
            number: paper.numbered(&at.whole.forum.slug).unwrap_or_default(),
            other_name: passport
                .map(|passport| passport.name)
                .filter(|name| *name != row.name),
            name: row.name,
            person: row.person,
            chip: chip(state, at.t),
            when: When::of(moment, at.whole.forum.zone(), at.asked.lang),
            waits: state == State::Requested,
            is_valid: state == State::Issued,
            opens: opens && state == State::Issued && at.role >= Role::Registrar,
            is_letter: paper.kind == Kind::Letter,
            consulate: paper.consulate.unwrap_or_default(),
            words: paper.words,
        }
    }
}
