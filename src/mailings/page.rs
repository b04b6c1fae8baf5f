//! Mail to many people of a forum.

pub(crate) mod draft;
pub(crate) mod one;
mod readers;
pub(crate) mod writing;

use actix_web::HttpResponse;
use askama::Template;

use crate::desk::words::{Chip, When};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::i18n::Texts;
use crate::mailings::mailing::{self, Mailing, Progress, State};
use crate::pages::{self, Frame};

const ON_A_PAGE: usize = 50;

/// `GET /{lang}/desk/{forum}/mailings`
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let forum_id = at.forum_id();
    let query = at.asked.here.split_once("?before=");
    let before = query.and_then(|(_, id)| id.parse().ok());
    let (mut mailings, texts, progress) = at
        .app
        .db
        .read(move |c| {
            let most = ON_A_PAGE as i64 + 1;
            let mailings = mailing::of_forum(c, forum_id, before, most)?;
            let ids: Vec<i64> = mailings.iter().map(|(one, _)| one.id).collect();
            let texts = mailing::texts(c, &ids)?;
            Ok((mailings, texts, mailing::progress(c, &ids)?))
        })
        .await?;
    let more = mailings.len() > ON_A_PAGE;
    mailings.truncate(ON_A_PAGE);
    let last = mailings.last().filter(|_| more);
    let next = last.map(|(one, _)| at.address(&format!("/mailings?before={}", one.id)));
    let row = |(one, by): &(Mailing, String)| {
        let text = texts.iter().find(|(id, _)| *id == one.id);
        let subject = text.map(|(_, text)| text.subject.clone());
        let progress = progress.get(&one.id).copied().unwrap_or_default();
        Row::of(one, subject.unwrap_or_default(), by, progress, &at)
    };
    pages::ok(&ListPage {
        page: at.tab_frame(),
        desk: at.bar(),
        new: at.address("/mailings/new"),
        rows: mailings.iter().map(row).collect(),
        next,
    })
}

#[derive(Template)]
#[template(path = "mailings/list.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    new: String,
    rows: Vec<Row>,
    next: Option<String>,
}

struct Row {
    address: String,
    subject: String,
    by: String,
    when: When,
    chip: Chip,
    /// How many have their answer, of how many; nothing for a draft.
    done: Option<String>,
}

impl Row {
    fn of(one: &Mailing, subject: String, by: &str, progress: Progress, at: &AtForum) -> Row {
        let moment = one.started_at.unwrap_or(one.created_at);
        let done = || at.t.mailing_of(progress.settled(), progress.people);
        Row {
            address: at.address(&format!("/mailings/{}", one.id)),
            subject,
            by: by.to_string(),
            when: When::of(moment, at.whole.forum.zone(), at.asked.lang),
            chip: chip(one.state, at.t),
            done: (!one.is_draft()).then(done),
        }
    }
}

fn chip(state: State, t: Texts) -> Chip {
    let (tone, word) = match state {
        State::Draft => ("", t.mailing_draft()),
        State::Sending => ("warn", t.mailing_sending()),
        State::Stopped => ("bad", t.mailing_stopped()),
        State::Done => ("good", t.mailing_done()),
    };
    Chip { tone, word }
}

/// The mailing that the address names, with its texts, if it is this forum's.
async fn find(at: &AtForum) -> Result<(Mailing, Vec<mailing::Text>), Error> {
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let found = at
        .app
        .db
        .read(move |c| match mailing::by_id(c, forum_id, id)? {
            None => Ok(None),
            Some(one) => Ok(Some((one, mailing::texts(c, &[id])?))),
        })
        .await?;
    let (one, texts) = found.ok_or(Error::NotFound)?;
    Ok((one, texts.into_iter().map(|(_, text)| text).collect()))
}

fn address(at: &AtForum, id: i64, more: &str) -> String {
    at.address(&format!("/mailings/{id}{more}"))
}
