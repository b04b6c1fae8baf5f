//! Whether this machine's clock and the database's say the same.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use diesel::sql_types::Timestamp;

use super::Connection;
use crate::clock;

/// Clocks that differ by less are the same: scans and letters of two programs are told apart by seconds.
const CLOSE: TimeDelta = TimeDelta::seconds(2);

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Timestamp)]
    moment: NaiveDateTime,
}

/// By how much this machine's clock differs from the PostgreSQL server's, or is behind the newest letter in a
/// SQLite file; a sentence where that is too much.
pub(super) fn apart(c: &mut Connection) -> Option<String> {
    let (question, whose) = match c {
        Connection::Postgres(_) => (
            "SELECT clock_timestamp() AT TIME ZONE 'utc' AS moment",
            "the PostgreSQL server's",
        ),
        Connection::Sqlite(_) => (
            "SELECT created_at AS moment FROM message ORDER BY id DESC LIMIT 1",
            "the newest message's",
        ),
    };
    let asked = clock::now();
    // An empty database, or one that was never served from, has nothing to compare with.
    let found: Row = diesel::sql_query(question).get_result(c).ok()?;
    let (earliest, latest) = (asked, clock::now());
    let behind = found.moment - latest;
    let ahead = earliest - found.moment;
    let wrong = behind > CLOSE || (matches!(c, Connection::Postgres(_)) && ahead > CLOSE);
    wrong.then(|| {
        format!(
            "This machine's clock says {} and {whose} says {}. Set them alike (NTP).",
            clock::rfc3339(latest),
            clock::rfc3339(found.moment)
        )
    })
}
