//! Destinations whose mail server does not answer, and the messages that wait for it.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use super::state::State;
use crate::clock::Moment;
use crate::db::schema::message;
use crate::db::{Connection, Result};

/// More are not named at once.
const MOST_NAMED: i64 = 20;

/// A destination as the desk sees it.
#[derive(Debug, Clone, QueryableByName)]
pub(crate) struct SilentDestination {
    #[diesel(sql_type = Text)]
    pub domain: String,
    #[diesel(sql_type = Timestamp)]
    pub since: Moment,
    #[diesel(sql_type = BigInt)]
    pub waiting: i64,
}

/// Those that messages of this forum wait for, the longest silent first.
pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<SilentDestination>> {
    diesel::sql_query(
        "SELECT hangs_at AS domain, MIN(hangs_since) AS since, COUNT(*) AS waiting FROM message
         WHERE hangs_at IS NOT NULL AND forum_id = $1 AND state IN ('queued', 'sending') AND NOT held
         GROUP BY hangs_at ORDER BY MIN(hangs_since), hangs_at LIMIT $2",
    )
    .bind::<BigInt, _>(forum_id)
    .bind::<BigInt, _>(MOST_NAMED)
    .load(c)
}

/// These messages are under way there and have no answer.
pub(crate) fn hang(c: &mut Connection, ids: &[i64], domain: &str, since: Moment) -> Result<()> {
    let under_way = message::table
        .filter(message::id.eq_any(ids.to_vec()))
        .filter(message::state.eq(State::Sending));
    diesel::update(under_way)
        .set((message::hangs_at.eq(domain), message::hangs_since.eq(since)))
        .execute(c)
        .map(drop)
}

/// These were not sent out, and wait until the destination has rested.
pub(crate) fn wait(
    c: &mut Connection,
    ids: &[i64],
    domain: &str,
    since: Moment,
    until: Moment,
) -> Result<()> {
    diesel::update(message::table.filter(message::id.eq_any(ids.to_vec())))
        .set((
            message::state.eq(State::Queued),
            message::worker_id.eq(None::<String>),
            message::attempts.eq(message::attempts - 1),
            message::run_after.eq(until),
            message::hangs_at.eq(domain),
            message::hangs_since.eq(since),
        ))
        .execute(c)
        .map(drop)
}

/// It answers again: what waited for it waits no longer.
pub(crate) fn answers(c: &mut Connection, domain: &str, now: Moment) -> Result<()> {
    let waiting = || message::table.filter(message::hangs_at.eq(domain));
    diesel::update(waiting().filter(message::state.eq(State::Queued)))
        .set(message::run_after.eq(now))
        .execute(c)?;
    diesel::update(waiting())
        .set((
            message::hangs_at.eq(None::<String>),
            message::hangs_since.eq(None::<Moment>),
        ))
        .execute(c)
        .map(drop)
}
