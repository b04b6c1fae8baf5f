//! Every change of a registration: what, who, when and why.

use std::convert::identity;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{account, registration_event};
use crate::db::{Connection, Prepare, Result};
use crate::models::people::standing::State;
use crate::text_column;

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

text_column! {
    /// Who did it, without saying which account.
    pub enum ActorKind {
        Delegate = "delegate",
        Account = "account",
        System = "system",
        Command = "command",
        Door = "door",
    }
}

/// Who changes something, and when.
#[derive(Debug, Clone, Copy)]
pub struct By {
    pub actor: Actor,
    pub now: Moment,
}

text_column! {
    /// What was done.
    pub enum What {
        Registered = "registered",
        Imported = "imported",
        Corrected = "corrected",
        Confirmed = "confirmed",
        Waitlisted = "waitlisted",
        Declined = "declined",
        Withdrawn = "withdrawn",
        EmailAsked = "email_asked",
        EmailChanged = "email_changed",
        BadgeIssued = "badge_issued",
        BadgeRevoked = "badge_revoked",
        MessageSentAgain = "message_sent_again",
        /// By mail, whether they come.
        Asked = "asked",
        LetterRequested = "letter_requested",
        LetterIssued = "letter_issued",
        LetterRefused = "letter_refused",
        LetterWithdrawn = "letter_withdrawn",
    }
}

/// A line of a registration's history, with the account's address where one did it.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    pub at: Moment,
    pub actor: ActorKind,
    pub account: Option<String>,
    pub what: What,
    pub from_state: Option<State>,
    pub to_state: Option<State>,
    /// A reason in words, or the corrected fields as JSON: `{"name": ["before", "after"]}`.
    pub detail: Option<String>,
}

/// Appends a line.
pub(crate) fn record(
    c: &mut Connection,
    registration_id: i64,
    by: By,
    what: What,
    states: (Option<State>, Option<State>),
    detail: Option<&str>,
) -> Result<()> {
    let (kind, account_id) = match by.actor {
        Actor::Delegate => (ActorKind::Delegate, None),
        Actor::Account(id) => (ActorKind::Account, Some(id)),
        Actor::System => (ActorKind::System, None),
        Actor::Command => (ActorKind::Command, None),
        Actor::Door => (ActorKind::Door, None),
    };
    diesel::insert_into(registration_event::table)
        .values((
            registration_event::registration_id.eq(registration_id),
            registration_event::at.eq(by.now),
            registration_event::actor.eq(kind),
            registration_event::account_id.eq(account_id),
            registration_event::what.eq(what),
            registration_event::from_state.eq(states.0),
            registration_event::to_state.eq(states.1),
            registration_event::detail.eq(detail),
        ))
        .prepared()
        .execute_along(c, identity)
}

/// The words that went with the last change of that kind.
pub(crate) fn last_reason(
    c: &mut Connection,
    registration_id: i64,
    what: What,
) -> Result<Option<String>> {
    let last: Option<Option<String>> = registration_event::table
        .filter(registration_event::registration_id.eq(registration_id))
        .filter(registration_event::what.eq(what))
        .order(registration_event::id.desc())
        .select(registration_event::detail)
        .first(c)
        .optional()?;
    Ok(last.flatten())
}

/// The corrections since a line of the history, the oldest first.
pub(crate) fn corrected_since(
    c: &mut Connection,
    registration_id: i64,
    line: i64,
) -> Result<Vec<Line>> {
    registration_event::table
        .left_join(account::table)
        .filter(registration_event::registration_id.eq(registration_id))
        .filter(registration_event::id.gt(line))
        .filter(registration_event::what.eq(What::Corrected))
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
pub(crate) fn of_registration(c: &mut Connection, registration_id: i64) -> Result<Vec<Line>> {
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
