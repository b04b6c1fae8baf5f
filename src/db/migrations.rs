use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::Connection;
use super::postgres::PostgresConnection;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// The names of the migrations in either folder, in order. A test holds them equal.
pub static MIGRATION_NAMES: [fn() -> Vec<String>; 2] = [
    || names::<diesel::sqlite::Sqlite>(&SQLITE),
    || names::<diesel::pg::Pg>(&POSTGRES),
];

/// Brings the tables up to date; the error is one sentence.
pub fn run(connection: &mut Connection) -> Result<(), String> {
    let result = match connection {
        Connection::Sqlite(sqlite) => sqlite.run_pending_migrations(SQLITE).map(drop),
        Connection::Postgres(postgres) => locked(postgres),
    };
    result.map_err(|error| format!("The database cannot be brought up to date: {error}."))
}

/// Two programs that start at once on one database: the second waits and finds the work done.
fn locked(postgres: &mut PostgresConnection) -> diesel::migration::Result<()> {
    postgres.batch_execute("SELECT pg_advisory_lock(482910)")?;
    let result = postgres.run_pending_migrations(POSTGRES).map(drop);
    postgres.batch_execute("SELECT pg_advisory_unlock(482910)")?;
    result
}

fn names<B: diesel::backend::Backend>(source: &EmbeddedMigrations) -> Vec<String> {
    let mut migrations = MigrationSource::<B>::migrations(source).unwrap_or_default();
    migrations.sort_by_key(|migration| migration.name().to_string());
    migrations
        .iter()
        .map(|migration| migration.name().to_string())
        .collect()
}
