//! What a database holds, seen before anything in it is touched.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::{Address, Connection};

/// What a database holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contents {
    /// No tables, or ours without a forum and an account.
    Nothing,
    /// Ours, with the setting that was asked for.
    Marked,
    Other,
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

impl Contents {
    /// Looks without changing anything, not even the version of the tables; the error is a sentence.
    pub(crate) fn of(address: &Address, mark: &'static str) -> Result<Contents, String> {
        if !address.exists() {
            return Ok(Contents::Nothing);
        }
        let mut connection = address.connect().map_err(|error| error.to_string())?;
        look(&mut connection, mark)
            .map_err(|error| format!("The database cannot be read: {error}."))
    }
}

/// What is remembered under this key; looks without changing anything. The error is a sentence.
pub(crate) fn remembered(address: &Address, key: &'static str) -> Result<Option<String>, String> {
    #[derive(QueryableByName)]
    struct Setting {
        #[diesel(sql_type = Text)]
        value: String,
    }
    if Contents::of(address, key)? == Contents::Nothing {
        return Ok(None);
    }
    let mut connection = address.connect().map_err(|error| error.to_string())?;
    diesel::sql_query("SELECT value FROM setting WHERE key = $1")
        .bind::<Text, _>(key)
        .get_result::<Setting>(&mut connection)
        .optional()
        .map(|found| found.map(|setting| setting.value))
        .map_err(|error| format!("The database cannot be read: {error}."))
}

fn look(c: &mut Connection, mark: &'static str) -> super::Result<Contents> {
    let tables: Vec<Table> = diesel::sql_query(match c {
        Connection::Sqlite(_) => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        Connection::Postgres(_) => {
            "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = ANY (current_schemas(false))"
        }
    })
    .load(c)?;
    let has = |wanted: &str| tables.iter().any(|table| table.name == wanted);
    if tables.is_empty() {
        return Ok(Contents::Nothing);
    }
    if !["setting", "forum", "account", "registration"]
        .into_iter()
        .all(has)
    {
        return Ok(Contents::Other);
    }
    let marked: Count = diesel::sql_query("SELECT COUNT(*) AS rows FROM setting WHERE key = $1")
        .bind::<Text, _>(mark)
        .get_result(c)?;
    let used: Count = diesel::sql_query(
        "SELECT (SELECT COUNT(*) FROM forum) + (SELECT COUNT(*) FROM account) AS rows",
    )
    .get_result(c)?;
    Ok(match (marked.rows, used.rows) {
        (1.., _) => Contents::Marked,
        (_, 0) => Contents::Nothing,
        _ => Contents::Other,
    })
}
