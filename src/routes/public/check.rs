//! Whether a paper is genuine: for an embassy, an employer, anybody who holds one. The page says no more than what
//! the paper in the hand must agree with.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use crate::app::{App, PageRequest};
use crate::clock;
use crate::error::Error;
use crate::i18n::{Texts, dates};
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::document::{self, Document, Kind};
use crate::models::people::paper::State;
use crate::pages::{self, Frame};
use crate::values::{Code, Language};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    code: String,
}

/// `GET /{lang}/check`: a field for the code; typed, it leads to its page.
pub(crate) async fn form(
    app: web::Data<App>,
    asked: PageRequest,
    query: web::Query<Query>,
) -> Result<HttpResponse, Error> {
    let typed = query.into_inner().code;
    match Code::parse(&typed) {
        Some(code) => Ok(pages::see_other(&asked.at(&format!("/check/{code}")))),
        None if typed.trim().is_empty() => pages::ok(&Check::new(&asked, typed, None)),
        None => unknown(&app, &asked, typed),
    }
}

/// `GET /{lang}/check/{code}`
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let typed = path.into_inner().1;
    // A code that cannot be one is looked for as well, so that no answer comes sooner than another.
    let code = Code::parse(&typed).unwrap_or_else(Code::random);
    match find(&app, code).await? {
        Some((paper, whole)) => {
            let answer = Answer::of(&paper, &whole, asked.lang);
            pages::ok(&Check::new(&asked, String::new(), Some(answer)))
        }
        None => unknown(&app, &asked, typed),
    }
}

/// Who guesses is soon asked to wait; who holds real papers never is.
fn unknown(app: &App, asked: &PageRequest, typed: String) -> Result<HttpResponse, Error> {
    app.limits.guess(asked.ip)?;
    let mut page = Check::new(asked, typed, None);
    page.unknown = true;
    pages::page(StatusCode::NOT_FOUND, &page)
}

async fn find(app: &App, code: Code) -> Result<Option<(Document, ForumContext)>, Error> {
    let found = app
        .db
        .read(move |c| {
            let Some(paper) = document::by_code(c, &code)? else {
                return Ok(None);
            };
            let forum = forum::by_id(c, paper.forum_id)?;
            Ok(Some((paper, context::of(c, forum)?)))
        })
        .await?;
    Ok(found)
}

#[derive(Template)]
#[template(path = "public/check.html")]
struct Check {
    page: Frame,
    typed: String,
    unknown: bool,
    answer: Option<Answer>,
}

impl Check {
    fn new(asked: &PageRequest, typed: String, answer: Option<Answer>) -> Check {
        Check {
            page: asked.frame(Texts::html(asked.lang).check_title()),
            typed: typed.chars().take(60).collect(),
            unknown: false,
            answer,
        }
    }
}

/// What is said of a paper.
struct Answer {
    valid: bool,
    kind: &'static str,
    forum: String,
    initials: String,
    /// Since when it is valid.
    since: String,
}

impl Answer {
    fn of(paper: &Document, whole: &ForumContext, lang: Language) -> Answer {
        let t = Texts::html(lang);
        let zone = whole.forum.zone();
        Answer {
            valid: paper.state == State::Issued,
            kind: match paper.kind {
                Kind::Letter => t.letter_title(),
                Kind::Certificate => t.certificate_title(),
            },
            forum: whole.title(lang).to_owned(),
            initials: paper
                .frozen()
                .map(|frozen| frozen.initials)
                .unwrap_or_default(),
            since: paper.issued_at.map_or_else(String::new, |at| {
                dates::date(lang, clock::in_zone(zone, at).date())
            }),
        }
    }
}
