//! The database: its address, its connections, its transactions. The only room that names a backend.

mod address;
mod batch;
mod check;
mod connection;
mod contents;
mod migrations;
mod postgres;
pub mod schema;
mod sqlite;
mod writer;

use std::sync::Arc;
use std::time::Duration;

use diesel::connection::TransactionManager;
use diesel::r2d2::{ManageConnection, Pool};
use diesel::result::{DatabaseErrorKind, Error as DieselError};

pub use address::{Address, AddressError};
pub use batch::{Value, insert_rows};
pub use check::faults;
pub use connection::{AnyConnection as Connection, MultiBackend as Backend};
pub use contents::Contents;
pub use diesel::result::Error;
pub use migrations::MIGRATION_NAMES;

/// What every query answers: the value, or the breakage. A rule's "no" is a value, never an error.
pub type Result<T> = diesel::QueryResult<T>;

/// The database, for reading side by side and for writing in transactions. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
}

struct Inner {
    address: Address,
    pool: Pool<Manager>,
    writer: Option<writer::Writer>,
}

impl Database {
    /// Opens the database and brings it up to date; the error is one sentence.
    pub fn open(address: &Address) -> std::result::Result<Database, String> {
        let mut first = address.connect().map_err(|error| error.to_string())?;
        migrations::run(&mut first)?;
        let pool = Pool::builder()
            .max_size(address.pool_size())
            .min_idle(Some(1))
            .test_on_check_out(address.is_postgres())
            .connection_timeout(Duration::from_secs(5))
            .error_handler(Box::new(LogPoolError))
            .build(Manager(address.clone()))
            .map_err(|error| format!("The database does not answer: {error}"))?;
        let writer = match first {
            Connection::Sqlite(_) => Some(writer::Writer::start(first)),
            Connection::Postgres(_) => None,
        };
        let inner = Inner {
            address: address.clone(),
            pool,
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
        tokio::task::spawn_blocking(move || database.read_now(work))
            .await
            .unwrap_or_else(|panic| Err(broken(panic)))
    }

    /// Runs a transaction and answers when it is on the disk. `work` may run again after a deadlock.
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
        tokio::task::spawn_blocking(move || database.transaction(&work))
            .await
            .unwrap_or_else(|panic| Err(broken(panic)))
    }

    /// `read`, for commands and for threads of their own.
    pub fn read_now<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let mut connection = self.inner.pool.get().map_err(broken)?;
        work(&mut connection)
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
            let result = diesel::Connection::transaction(&mut *connection, work);
            match result {
                Err(error) if tries < 5 && is_passing(&error) => continue,
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

#[derive(Debug)]
struct Manager(Address);

impl ManageConnection for Manager {
    type Connection = Connection;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Connection, Self::Error> {
        self.0
            .connect()
            .map_err(diesel::r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, connection: &mut Connection) -> std::result::Result<(), Self::Error> {
        diesel::r2d2::R2D2Connection::ping(connection).map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        std::thread::panicking() || Connection::is_broken_transaction_manager(connection)
    }
}

#[derive(Debug)]
struct LogPoolError;

impl diesel::r2d2::HandleError<diesel::r2d2::Error> for LogPoolError {
    fn handle_error(&self, error: diesel::r2d2::Error) {
        tracing::warn!(%error, "no new connection to the database");
    }
}
