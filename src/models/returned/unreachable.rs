//! People whose last e-mail reached nobody: somebody has to call them.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::db::schema::{message, registration};
use crate::db::{Connection, Result};
use crate::models::mail::message::{Message, UNDELIVERED, WAITING};
use crate::models::people::registration::Registration;
use crate::models::people::registrations::IS_LAST;
use crate::models::people::standing::State;

/// A forum's people without a working address, each with the message that says so, the newest first; `before` is
/// the message the last page ended with.
pub(crate) fn of_forum(
    c: &mut Connection,
    forum_id: i64,
    before: Option<i64>,
    most: i64,
) -> Result<Vec<(Message, Registration)>> {
    message::table
        .inner_join(registration::table)
        .filter(message::forum_id.eq(forum_id))
        .filter(message::state.eq_any(UNDELIVERED))
        .filter(message::recipient.nullable().eq(registration::email))
        .filter(registration::state.ne(State::Withdrawn))
        .filter(sql::<Bool>(IS_LAST))
        .filter(message::id.lt(before.unwrap_or(i64::MAX)))
        .order(message::id.desc())
        .limit(most)
        .select((Message::as_select(), Registration::as_select()))
        .load(c)
}

pub(crate) fn count(c: &mut Connection, forum_id: i64) -> Result<i64> {
    message::table
        .inner_join(registration::table)
        .filter(message::forum_id.eq(forum_id))
        .filter(message::state.eq_any(UNDELIVERED))
        .filter(message::recipient.nullable().eq(registration::email))
        .filter(registration::state.ne(State::Withdrawn))
        .filter(sql::<Bool>(IS_LAST))
        .count()
        .get_result(c)
}

/// The message that says that this person has no working address, if one does.
pub(crate) fn why(c: &mut Connection, registration: &Registration) -> Result<Option<Message>> {
    message::table
        .filter(message::registration_id.eq(registration.id))
        .filter(message::recipient.nullable().eq(&registration.email))
        .filter(message::state.ne_all(WAITING))
        .order(message::id.desc())
        .select(Message::as_select())
        .first(c)
        .optional()
        .map(|last| last.filter(|last: &Message| UNDELIVERED.contains(&last.state)))
}
