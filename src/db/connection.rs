use diesel::connection::Connection;

use super::postgres::PostgresConnection;

/// A connection to whichever database the address named. The derived `establish` is never used:
/// it would turn a mistyped address into a new SQLite file.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    Sqlite(diesel::SqliteConnection),
    Postgres(PostgresConnection),
}
