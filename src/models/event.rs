//! Every change of a registration: what, who, when and why.

use std::convert::identity;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{account, registration_event};
use crate::db::{Connection, Prepare, Result};
use crate::models::registration::State;

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Delegate,
    Account(i64),
    /// The program itself, such as when a place becomes free.
    System,
    /// A command in the operator's shell.
    Command,
    /// A device at a door.
    Door,
}

/// Who changes something, and when.
#[derive(Debug, Clone, Copy)]
pub struct By {
    pub actor: Actor,
    pub now: Moment,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Registered,
    Imported,
    Corrected,
    Confirmed,
    Waitlisted,
    Declined,
    Withdrawn,
    EmailAsked,
    EmailChanged,
    BadgeIssued,
    BadgeRevoked,
    MessageSentAgain,
    /// By mail, whether they come.
    Asked,
    LetterRequested,
    LetterIssued,
    LetterRefused,
    LetterWithdrawn,
}

impl What {
    pub fn as_str(self) -> &'static str {
        match self {
            What::Registered => "registered",
            What::Imported => "imported",
            What::Corrected => "corrected",
            What::Confirmed => "confirmed",
            What::Waitlisted => "waitlisted",
            What::Declined => "declined",
            What::Withdrawn => "withdrawn",
            What::EmailAsked => "email_asked",
            What::EmailChanged => "email_changed",
            What::BadgeIssued => "badge_issued",
            What::BadgeRevoked => "badge_revoked",
            What::MessageSentAgain => "message_sent_again",
            What::Asked => "asked",
            What::LetterRequested => "letter_requested",
            What::LetterIssued => "letter_issued",
            What::LetterRefused => "letter_refused",
            What::LetterWithdrawn => "letter_withdrawn",
        }
    }
}

/// A line of a registration's history, with the account's address where one did it.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    pub at: Moment,
    pub actor: String,
    pub account: Option<String>,
    pub what: String,
    pub from_state: Option<String>,
    pub to_state: Option<String>,
    /// A reason in words, or the corrected fields as JSON: `{"name": ["before", "after"]}`.
    pub detail: Option<String>,
}

/// Appends a line.
pub fn record(
    c: &mut Connection,
    registration_id: i64,
    by: By,
    what: What,
    states: (Option<State>, Option<State>),
    detail: Option<&str>,
) -> Result<()> {
    let (kind, account_id) = match by.actor {
        Actor::Delegate => ("delegate", None),
        Actor::Account(id) => ("account", Some(id)),
        Actor::System => ("system", None),
        Actor::Command => ("command", None),
        Actor::Door => ("door", None),
    };
    diesel::insert_into(registration_event::table)
        .values((
            registration_event::registration_id.eq(registration_id),
            registration_event::at.eq(by.now),
            registration_event::actor.eq(kind),
            registration_event::account_id.eq(account_id),
            registration_event::what.eq(what.as_str()),
            registration_event::from_state.eq(states.0),
            registration_event::to_state.eq(states.1),
            registration_event::detail.eq(detail),
        ))
        .prepared()
        .execute_along(c, identity)
}

/// The words that went with the last change of that kind.
pub fn last_reason(c: &mut Connection, registration_id: i64, what: What) -> Result<Option<String>> {
    let last: Option<Option<String>> = registration_event::table
        .filter(registration_event::registration_id.eq(registration_id))
        .filter(registration_event::what.eq(what.as_str()))
        .order(registration_event::id.desc())
        .select(registration_event::detail)
        .first(c)
        .optional()?;
    Ok(last.flatten())
}

/// The corrections since a line of the history, the oldest first.
pub fn corrected_since(c: &mut Connection, registration_id: i64, line: i64) -> Result<Vec<Line>> {
    registration_event::table
        .left_join(account::table)
        .filter(registration_event::registration_id.eq(registration_id))
        .filter(registration_event::id.gt(line))
        .filter(registration_event::what.eq(What::Corrected.as_str()))
        .order(registration_event::id)
        .select((
            registration_event::at,
            registration_event::actor,
            account::email.nullable(),
            registration_event::what,
            registration_event::from_state,
            registration_event::to_state,
            registration_event::detail,
        ))
        .load(c)
}

/// The whole history, the newest line first.
pub fn of_registration(c: &mut Connection, registration_id: i64) -> Result<Vec<Line>> {
    registration_event::table
        .left_join(account::table)
        .filter(registration_event::registration_id.eq(registration_id))
        .order(registration_event::id.desc())
        .select((
            registration_event::at,
            registration_event::actor,
            account::email.nullable(),
            registration_event::what,
            registration_event::from_state,
            registration_event::to_state,
            registration_event::detail,
        ))
        .load(c)
}
