//! What of the writes at the doors could be seen at a moment, so that a later look takes exactly what could not.
//!
//! Rows carry what wrote them in `written`. SQLite lets one write at a time: a number, counted on. PostgreSQL lets
//! many, and a transaction begun earlier may be seen later: the transaction's own number, and the mark keeps the
//! numbers of those that were still open. A transaction that stays open, of whatever program, holds nobody back.

use std::fmt;

use diesel::dsl;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::{Connection, Result};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Which server counts: numbers of another one mean nothing here.
    counter: i64,
    /// No number from here on was seen.
    next: i64,
    /// Nor were these.
    open: Vec<i64>,
}

/// A column `written`, of whatever table.
pub(crate) trait Written: ExpressionMethods + Expression<SqlType = BigInt> + Copy {}

impl<C: ExpressionMethods + Expression<SqlType = BigInt> + Copy> Written for C {}

/// The condition of [`Mark::saw`].
pub(super) type Saw<C> = dsl::And<dsl::Lt<C, i64>, dsl::NeAny<C, Vec<i64>>>;

/// The condition of [`Mark::missed`].
pub(super) type Missed<C> =
    dsl::And<dsl::GtEq<C, i64>, dsl::Or<dsl::GtEq<C, i64>, dsl::EqAny<C, Vec<i64>>>>;

impl Mark {
    /// Of the moment it is asked for.
    pub(crate) fn now(c: &mut Connection) -> Result<Mark> {
        match c {
            Connection::Sqlite(_) => counted(c),
            Connection::Postgres(_) => snapshot(c),
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Mark> {
        let mut parts = text.splitn(3, '.');
        let number = |text: &str| text.parse::<i64>().ok();
        let (counter, next) = (number(parts.next()?)?, number(parts.next()?)?);
        Mark::of(counter, next, parts.next()?)
    }

    fn of(counter: i64, next: i64, open: &str) -> Option<Mark> {
        let open = open.split(',').filter(|part| !part.is_empty());
        let open: Option<Vec<i64>> = open.map(|part| part.parse().ok()).collect();
        Some(Mark {
            counter,
            next,
            open: open?,
        })
    }

    /// Which rows could be seen, by their column `written`.
    pub(crate) fn saw<C: Written>(&self, written: C) -> Saw<C> {
        written.lt(self.next).and(written.ne_all(self.open.clone()))
    }

    /// Which rows could not be seen, by their column `written`.
    pub(crate) fn missed<C: Written>(&self, written: C) -> Missed<C> {
        let missed = written.ge(self.next).or(written.eq_any(self.open.clone()));
        written.ge(self.floor()).and(missed)
    }

    /// Nothing smaller was left unseen: where an index begins to look.
    fn floor(&self) -> i64 {
        let open = self.open.iter().copied();
        open.chain([self.next]).min().unwrap_or(self.next)
    }

    /// Whether this may be an earlier mark of the same count: it is none after a backup was restored.
    pub(crate) fn is_before(&self, later: &Mark) -> bool {
        self.counter == later.counter && self.next <= later.next
    }
}

/// What a row carries in `written` that is inserted now, in the statement's own words.
pub(crate) fn next_write(c: &Connection) -> &'static str {
    match c {
        Connection::Sqlite(_) => "(SELECT number + 1 FROM door_write)",
        Connection::Postgres(_) => "txid_current()",
    }
}

/// `server.next.open,open`
impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open: Vec<String> = self.open.iter().map(i64::to_string).collect();
        write!(f, "{}.{}.{}", self.counter, self.next, open.join(","))
    }
}

fn counted(c: &mut Connection) -> Result<Mark> {
    #[derive(QueryableByName)]
    struct Counted {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }

    let counted: Counted = diesel::sql_query("SELECT number FROM door_write").get_result(c)?;
    Ok(Mark {
        counter: 0,
        next: counted.number + 1,
        open: Vec::new(),
    })
}

fn snapshot(c: &mut Connection) -> Result<Mark> {
    #[derive(QueryableByName)]
    struct Snapshot {
        #[diesel(sql_type = BigInt)]
        server: i64,
        #[diesel(sql_type = BigInt)]
        next: i64,
        #[diesel(sql_type = Text)]
        text: String,
    }

    let snapshot: Snapshot = diesel::sql_query(
        "SELECT system_identifier AS server, txid_snapshot_xmax(seen) AS next, seen::text AS text
         FROM pg_control_system(), txid_current_snapshot() AS seen",
    )
    .get_result(c)?;
    // `xmin:xmax:open,open`
    let open = snapshot.text.rsplit(':').next().unwrap_or_default();
    Mark::of(snapshot.server, snapshot.next, open)
        .ok_or_else(|| super::broken("PostgreSQL's snapshot cannot be read"))
}

/// Rows that were restored from another server's backup may carry numbers that are still to come here: they are
/// nobody's news. Called at the start, before anybody looks. What other programs write meanwhile is left alone: each
/// statement sees what its own snapshot sees.
pub(super) fn forget_foreign_numbers(c: &mut Connection) -> Result<()> {
    if matches!(c, Connection::Sqlite(_)) {
        return Ok(());
    }
    let numbers = [
        ("scan", "written"),
        ("scan", "told_written"),
        ("act", "written"),
        ("presence", "written"),
    ];
    for (table, number) in numbers {
        diesel::sql_query(format!(
            "UPDATE {table} SET {number} = 0 WHERE {number} >= txid_snapshot_xmax(txid_current_snapshot())"
        ))
        .execute(c)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        for text in ["0.18.", "7713966480412364751.900.880,897"] {
            assert_eq!(Mark::parse(text).expect(text).to_string(), text);
        }
        for text in ["", "18", "0.18", "0.x.", "0.18.a"] {
            assert_eq!(Mark::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_mark_of_another_server_or_of_later_is_none_of_before() {
        let mark = |text| Mark::parse(text).expect(text);
        assert!(mark("1.18.").is_before(&mark("1.18.")));
        assert!(!mark("1.19.").is_before(&mark("1.18.")));
        assert!(!mark("2.17.").is_before(&mark("1.18.")));
    }
}
