//! What became of a message after a mail server had taken it: returned, delayed, delivered, called spam.

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::clock::Moment;
use crate::db::schema::message;
use crate::db::{Connection, Prepare, Result};
use crate::models::mail::state::State;
use crate::models::returned::complaint;
use crate::values::{DeliveryStatus, Email, ReturnMark};

/// A report that names a recipient alone is about what was sent within so many days.
const RECENT: TimeDelta = TimeDelta::days(14);
/// Of a server's words, in characters: some quote a whole page of theirs.
const LONGEST: usize = 500;
/// Ids that one report may name.
const MOST_IDS: usize = 10;

/// What another mail server reports of a message of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryReport {
    pub action: Action,
    pub status: Option<DeliveryStatus>,
    /// In the server's own words.
    pub words: String,
    /// Of the return paths it came to or names.
    pub marks: Vec<ReturnMark>,
    /// Message-IDs it names, without angle brackets.
    pub message_ids: Vec<String>,
    pub recipient: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Failed,
    Delayed,
    Delivered,
    /// Its reader called it spam.
    Complained,
}

/// Who says so. A mailbox takes letters from anybody: they must name a message by its id or its return path, which
/// only its recipient and the servers on its way have seen; else they are a remark. Who has the token may name a
/// recipient as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Anybody,
    Trusted,
}

impl Action {
    /// By its name in RFC 3464.
    pub fn parse(name: &str) -> Option<Action> {
        match name.trim().to_ascii_lowercase().as_str() {
            "failed" | "failure" => Some(Action::Failed),
            "delayed" => Some(Action::Delayed),
            "delivered" | "relayed" | "expanded" => Some(Action::Delivered),
            "complained" => Some(Action::Complained),
            _ => None,
        }
    }
}

impl DeliveryReport {
    /// One line, beginning with the status.
    fn line(&self) -> String {
        let status = self
            .status
            .map(|status| status.to_string())
            .unwrap_or_default();
        let words: Vec<&str> = self.words.split_whitespace().collect();
        let words = words.join(" ");
        let line = match status.is_empty() || words.contains(&status) {
            true => words,
            false => format!("{status} {words}").trim_end().to_owned(),
        };
        let clean = line.chars().filter(|c| !c.is_control());
        match clean.take(LONGEST).collect::<String>() {
            line if line.is_empty() => "no reason given".to_owned(),
            line => line,
        }
    }
}

/// Notes a report at the message it is about; `false` where it is about none of ours. Told twice, it changes nothing.
pub(crate) fn note(
    c: &mut Connection,
    report: &DeliveryReport,
    source: Source,
    now: Moment,
) -> Result<bool> {
    let recipient = match proven(c, report)? {
        Some(id) => return told(c, id, report, now).map(|()| true),
        None => report.recipient.as_ref().filter(can_be),
    };
    let Some(id) = recipient.map_or(Ok(None), |recipient| last_to(c, recipient, now))? else {
        return Ok(false);
    };
    match source {
        Source::Trusted => told(c, id, report, now).map(|()| true),
        Source::Anybody => {
            let line = format!("by the recipient alone: {}", report.line());
            remark(c, id, &line, now).map(|()| false)
        }
    }
}

fn told(c: &mut Connection, id: i64, report: &DeliveryReport, now: Moment) -> Result<()> {
    match report.action {
        Action::Failed => returned(c, id, &report.line(), now),
        Action::Delayed | Action::Delivered => remark(c, id, &report.line(), now),
        Action::Complained => {
            let recipient: String = message::table
                .find(id)
                .select(message::recipient)
                .first(c)?;
            if let Ok(email) = Email::parse(&recipient) {
                complaint::note(c, &email.folded(), now)?;
            }
            remark(c, id, &report.line(), now)
        }
    }
}

/// What holds a zero byte is nobody's, and PostgreSQL does not even ask.
fn can_be(text: &&String) -> bool {
    !text.contains('\0')
}

/// The message that it names by what nobody can guess.
fn proven(c: &mut Connection, report: &DeliveryReport) -> Result<Option<i64>> {
    for mark in report.marks.iter().take(MOST_IDS) {
        if let Some(id) = by_mark(c, mark)? {
            return Ok(Some(id));
        }
    }
    for message_id in report.message_ids.iter().filter(can_be).take(MOST_IDS) {
        if let Some(id) = by_message_id(c, message_id)? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn by_mark(c: &mut Connection, mark: &ReturnMark) -> Result<Option<i64>> {
    let message_id: Option<String> = message::table
        .find(mark.message())
        .select(message::message_id)
        .first(c)
        .optional()?;
    let is_its = message_id.is_some_and(|message_id| mark.is_of(&message_id));
    Ok(is_its.then(|| mark.message()))
}

fn by_message_id(c: &mut Connection, message_id: &str) -> Result<Option<i64>> {
    message::table
        .filter(message::message_id.eq(message_id))
        .select(message::id)
        .first(c)
        .optional()
}

fn last_to(c: &mut Connection, recipient: &str, now: Moment) -> Result<Option<i64>> {
    message::table
        .filter(lower(message::recipient).eq(recipient.to_lowercase()))
        .filter(message::state.eq(State::Accepted))
        .filter(message::created_at.ge(now - RECENT))
        .order(message::id.desc())
        .select(message::id)
        .first(c)
        .optional()
}

/// A message that waits for another try was perhaps taken by the first: returned, it is not tried again. And what comes back
/// at once may be here before it was noted that the server took it.
fn returned(c: &mut Connection, id: i64, line: &str, now: Moment) -> Result<()> {
    diesel::update(message::table.find(id).filter(message::state.eq_any([
        State::Accepted,
        State::Queued,
        State::Sending,
    ])))
    .set((
        message::state.eq(State::Returned),
        message::worker_id.eq(None::<String>),
        message::report.eq(line),
        message::reported_at.eq(now),
    ))
    .execute(c)?;
    Ok(())
}

fn remark(c: &mut Connection, id: i64, line: &str, now: Moment) -> Result<()> {
    diesel::update(
        message::table
            .find(id)
            .filter(message::state.eq_any([State::Accepted, State::Sending])),
    )
    .set((message::report.eq(line), message::reported_at.eq(now)))
    .prepared()
    .execute(c)?;
    Ok(())
}

diesel::define_sql_function! { fn lower(text: Text) -> Text; }
