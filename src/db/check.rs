//! What may be wrong with a database before anything is served from it. Changes nothing.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamp};

use super::{Address, Connection};
use crate::clock;

/// Clocks that differ by less differ by no more than a slow answer.
const CLOSE: TimeDelta = TimeDelta::seconds(30);

/// Each fault as a sentence.
pub fn faults(address: &Address) -> Vec<String> {
    // Opening a SQLite file that is not there would make it.
    if !address.exists() {
        return Vec::new();
    }
    match address.connect() {
        Err(error) => vec![error.to_string()],
        Ok(mut connection) => [damage(&mut connection), lead(&mut connection)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

/// Whether a SQLite file is whole; PostgreSQL looks after itself.
fn damage(c: &mut Connection) -> Option<String> {
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        quick_check: String,
    }
    if matches!(c, Connection::Postgres(_)) {
        return None;
    }
    let found: QueryResult<Line> = diesel::sql_query("PRAGMA quick_check(1)").get_result(c);
    match found {
        Ok(line) if line.quick_check == "ok" => None,
        Ok(line) => Some(format!(
            "The database file is damaged: {}. Restore a backup.",
            line.quick_check
        )),
        Err(error) => Some(format!("The database file cannot be read: {error}.")),
    }
}

/// Whether this machine's clock is behind the database's: its server's clock, or the newest letter in it.
fn lead(c: &mut Connection) -> Option<String> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Timestamp)]
        moment: NaiveDateTime,
    }
    let (question, whose) = match c {
        Connection::Postgres(_) => (
            "SELECT now() AT TIME ZONE 'utc' AS moment",
            "the PostgreSQL server's",
        ),
        Connection::Sqlite(_) => (
            "SELECT created_at AS moment FROM message ORDER BY id DESC LIMIT 1",
            "the newest message's",
        ),
    };
    // An empty database, or one that was never served from, has nothing to compare with.
    let found: Row = diesel::sql_query(question).get_result(c).ok()?;
    let apart = clock::now() - found.moment;
    let wrong = apart < -CLOSE || (matches!(c, Connection::Postgres(_)) && apart > CLOSE);
    wrong.then(|| {
        format!(
            "This machine's clock says {} and {whose} says {}.",
            clock::rfc3339(clock::now()),
            clock::rfc3339(found.moment)
        )
    })
}
