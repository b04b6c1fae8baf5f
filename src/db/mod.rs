//! The database: its address, its connections, its transactions. The only room that names a backend.

mod address;
mod batch;
mod check;
mod connection;
mod contents;
mod mark;
mod migrations;
mod pool;
mod postgres;
mod prepared;
pub mod schema;
mod sqlite;
mod writer;

use std::sync::Arc;

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use tokio::sync::Semaphore;

pub use address::{Address, AddressError};
pub use batch::{Value, insert_rows};
pub use check::faults;
pub use connection::{AnyConnection as Connection, MultiBackend as Backend};
pub use contents::Contents;
pub use diesel::result::Error;
pub use mark::Mark;
pub use migrations::MIGRATION_NAMES;
pub use prepared::Prepare;

/// What every query answers: the value, or the breakage. A rule's "no" is a value, never an error.
pub type Result<T> = diesel::QueryResult<T>;

/// The database, for reading side by side and for writing in transactions. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
}

struct Inner {
    address: Address,
    pool: pool::Pool,
    /// As many as the pool has connections. Who waits for one waits here, and keeps no thread waiting.
    turns: Semaphore,
    writer: Option<writer::Writer>,
}

/// How often work is done again that lost a race.
const MOST_TRIES: u32 = 10;

impl Database {
    /// Opens the database and brings it up to date; the error is one sentence.
    pub fn open(address: &Address) -> std::result::Result<Database, String> {
        let mut first = address.connect().map_err(|error| error.to_string())?;
        migrations::run(&mut first)?;
        mark::forget_foreign_numbers(&mut first)
            .map_err(|error| format!("The database cannot be brought up to date: {error}."))?;
        let pool = pool::open(address)?;
        let writer = match first {
            Connection::Sqlite(mut first) => {
                sqlite::widen_cache(&mut first).map_err(|error| error.to_string())?;
                Some(writer::Writer::start(Connection::Sqlite(first)))
            }
            Connection::Postgres(_) => None,
        };
        let inner = Inner {
            address: address.clone(),
            pool,
            turns: Semaphore::new(address.pool_size() as usize),
            writer,
        };
        Ok(Database {
            inner: Arc::new(inner),
        })
    }

    pub fn address(&self) -> &Address {
        &self.inner.address
    }

    /// Runs queries that change nothing.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let database = self.clone();
        self.in_turn(move || database.read_now(work)).await
    }

    /// Runs a transaction and answers when it is on the disk. `work` may run again: after a deadlock,
    /// and when it says so itself (`again`).
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if let Some(writer) = &self.inner.writer {
            return writer
                .submit(work)
                .await
                .unwrap_or_else(|gone| Err(broken(gone)));
        }
        let database = self.clone();
        self.in_turn(move || database.transaction(&work)).await
    }

    /// Runs on a thread that may wait, once a connection is there for it.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let _turn = self.inner.turns.acquire().await.map_err(broken)?;
        tokio::task::spawn_blocking(work)
            .await
            .unwrap_or_else(|panic| Err(broken(panic)))
    }

    /// `read`, for commands and for threads of their own.
    pub fn read_now<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let mut connection = self.inner.pool.get().map_err(broken)?;
        connection.run(work)
    }

    /// `write`, for commands and for threads of their own.
    pub fn write_now<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match &self.inner.writer {
            Some(writer) => writer
                .submit(work)
                .blocking_recv()
                .unwrap_or_else(|gone| Err(broken(gone))),
            None => self.transaction(&work),
        }
    }

    fn transaction<T>(&self, work: &impl Fn(&mut Connection) -> Result<T>) -> Result<T> {
        let mut connection = self.inner.pool.get().map_err(broken)?;
        let mut tries = 0;
        loop {
            tries += 1;
            let result = connection.run(|c| diesel::Connection::transaction(c, work));
            match result {
                Err(error) if tries < MOST_TRIES && is_passing(&error) => continue,
                result => return result,
            }
        }
    }
}

/// A deadlock or a lost serialization race: the same work may succeed at once.
fn is_passing(error: &Error) -> bool {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
        DieselError::DatabaseError(_, information) => {
            information.message().contains("deadlock detected")
        }
        _ => false,
    }
}

/// Whether a unique rule of the schema refused the row.
pub fn is_unique_violation(error: &Error) -> bool {
    matches!(
        error,
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)
    )
}

/// What a transaction answers that lost a race against another one: done again, it sees the other's rows.
pub fn again() -> Error {
    DieselError::DatabaseError(
        DatabaseErrorKind::SerializationFailure,
        Box::new("a race was lost".to_string()),
    )
}

/// Turns a unique rule's refusal into `again`: the row that was in the way is there to be read then.
pub fn again_if_taken(error: Error) -> Error {
    match is_unique_violation(&error) {
        true => again(),
        false => error,
    }
}

/// Runs a part of a transaction whose failure is undone alone, so that the rest may go on.
pub fn savepoint<T>(
    connection: &mut Connection,
    work: impl FnOnce(&mut Connection) -> Result<T>,
) -> Result<T> {
    diesel::Connection::transaction(connection, work)
}

fn broken(cause: impl std::fmt::Display) -> Error {
    DieselError::DatabaseError(
        DatabaseErrorKind::UnableToSendCommand,
        Box::new(cause.to_string()),
    )
}
