use std::collections::BTreeSet;

use diesel::connection::{Connection as _, SimpleConnection};
use diesel::migration::MigrationSource;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::postgres::{Patience, PostgresConnection};
use super::{Connection, pool};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Where it is noted which migrations were done.
pub(super) const TABLE: &str = "__diesel_schema_migrations";

/// Whether there was anything before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Tables,
}

/// Brings the tables up to date; the error is one sentence.
pub(super) fn run(connection: &mut Connection) -> Result<Before, String> {
    let sentence = |error| format!("The database cannot be brought up to date: {error}.");
    pool::be_patient(connection, Patience::LONG).map_err(|error| sentence(error.into()))?;
    refuse_a_newer(connection)?;
    let before = before(connection);
    let result = match connection {
        Connection::Sqlite(sqlite) => sqlite.run_pending_migrations(SQLITE).map(drop),
        Connection::Postgres(postgres) => locked(postgres),
    };
    result.map_err(sentence)?;
    Ok(before)
}

/// An empty database in memory, as the migrations make it. The error is a sentence.
pub(crate) fn in_memory() -> Result<Connection, String> {
    let mut memory = SqliteConnection::establish(":memory:").map_err(|error| error.to_string())?;
    memory
        .run_pending_migrations(SQLITE)
        .map_err(|error| error.to_string())?;
    Ok(Connection::Sqlite(memory))
}

#[derive(QueryableByName)]
struct Done {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Which migrations the database has seen; `None` where it has not seen any program of ours.
fn done(connection: &mut Connection) -> Option<BTreeSet<String>> {
    let done: Vec<Done> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations ORDER BY version")
            .load(connection)
            .ok()?;
    Some(done.into_iter().map(|done| done.version).collect())
}

/// A program that does not know what a column means leaves it as it is, or breaks it. The error is a sentence.
pub(super) fn refuse_a_newer(connection: &mut Connection) -> Result<(), String> {
    let known = versions();
    let done = done(connection).unwrap_or_default();
    match done.difference(&known).last() {
        None => Ok(()),
        Some(version) => Err(format!(
            "The database was brought up to date by a newer version of Hazir (migration {version}). Start that version, or restore a backup from before."
        )),
    }
}

/// Whether a start would change the tables first.
pub(super) fn are_pending(connection: &mut Connection) -> bool {
    done(connection).is_none_or(|done| !versions().is_subset(&done))
}

fn before(connection: &mut Connection) -> Before {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        tables: i64,
    }
    let found: QueryResult<Count> = diesel::sql_query(match connection {
        Connection::Sqlite(_) => {
            "SELECT COUNT(*) AS tables FROM sqlite_master WHERE type = 'table'"
        }
        Connection::Postgres(_) => {
            "SELECT COUNT(*) AS tables FROM pg_tables WHERE schemaname = current_schema()"
        }
    })
    .get_result(connection);
    match found {
        Ok(Count { tables: 0 }) => Before::Nothing,
        _ => Before::Tables,
    }
}

/// Two programs that start at once on one database: the second waits and finds the work done.
fn locked(postgres: &mut PostgresConnection) -> diesel::migration::Result<()> {
    postgres.batch_execute("SELECT pg_advisory_lock(482910)")?;
    let result = postgres.run_pending_migrations(POSTGRES).map(drop);
    postgres.batch_execute("SELECT pg_advisory_unlock(482910)")?;
    result
}

fn versions() -> BTreeSet<String> {
    let migrations =
        MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).unwrap_or_default();
    migrations
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect()
}
