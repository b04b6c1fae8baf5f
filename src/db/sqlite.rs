use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use diesel::{ConnectionError, ConnectionResult, SqliteConnection};

/// `synchronous = FULL`: an answer given is a row on the disk, also when the power fails.
/// `secure_delete`: what is deleted or replaced is overwritten, so that no backup brings it along.
/// No `mmap_size`: each connection would count the whole file as memory of the program.
const PRAGMAS: &str = "
    PRAGMA busy_timeout = 10000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA journal_size_limit = 67108864;
";

pub(super) fn connect(path: &Path) -> ConnectionResult<SqliteConnection> {
    let text = path.to_string_lossy();
    let mut connection =
        SqliteConnection::establish(&text).map_err(|error| explain(path, &error.to_string()))?;
    connection
        .batch_execute(PRAGMAS)
        .map_err(|error| explain(path, &error.to_string()))?;
    Ok(connection)
}

/// The one connection that writes touches the whole file; 8 MB of it stay in memory. Behind another program's
/// transaction it waits for less time than those who wait for it.
pub(super) fn widen_cache(connection: &mut SqliteConnection) -> diesel::QueryResult<()> {
    connection.batch_execute("PRAGMA cache_size = -8192; PRAGMA busy_timeout = 5000")
}

/// For who asks how the database is, and has to hear it soon.
pub(super) fn be_quick(connection: &mut SqliteConnection) -> diesel::QueryResult<()> {
    connection.batch_execute("PRAGMA busy_timeout = 1000")
}

/// Puts what the write-ahead log holds into the file and empties the log: what was deleted stands in it until then.
/// `false` where somebody reads what is older; nobody is kept waiting for long.
pub(super) fn empty_log(path: &Path) -> diesel::QueryResult<bool> {
    let mut connection = connect(path).map_err(super::broken)?;
    connection.batch_execute("PRAGMA busy_timeout = 200")?;
    let log: Log =
        diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(&mut connection)?;
    Ok(log.busy == 0)
}

/// How emptying the log went.
#[derive(QueryableByName)]
struct Log {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

/// Writes the file anew without the room that was free in it: what stood there was deleted before that was overwritten.
/// Not in memory, where connections keep what is short-lived: the file may be large.
pub(super) fn write_anew(path: &Path) -> diesel::QueryResult<()> {
    let mut connection = connect(path).map_err(super::broken)?;
    connection.batch_execute("PRAGMA temp_store = FILE; VACUUM")?;
    empty_log(path).map(drop)
}

fn explain(path: &Path, cause: &str) -> ConnectionError {
    ConnectionError::BadConnection(format!(
        "The database file {} cannot be opened for reading and writing: {cause}.",
        path.display()
    ))
}
