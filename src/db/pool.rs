//! Connections that are kept open and lent out.

use std::time::{Duration, Instant};

use diesel::connection::TransactionManager;
use diesel::r2d2::{self, ManageConnection, R2D2Connection};

use super::{Address, Connection};

/// A connection that has rested longer, or failed last, is asked whether it still lives before it is lent out.
const TRUSTED: Duration = Duration::from_secs(1);

pub type Pool = diesel::r2d2::Pool<Manager>;

/// The error is one sentence.
pub fn open(address: &Address) -> Result<Pool, String> {
    Pool::builder()
        .max_size(address.pool_size())
        .min_idle(Some(1))
        .test_on_check_out(address.is_postgres())
        .connection_timeout(Duration::from_secs(5))
        .error_handler(Box::new(LogPoolError))
        .build(Manager(address.clone()))
        .map_err(|error| format!("The database does not answer: {error}"))
}

#[derive(Debug)]
pub struct Manager(Address);

pub struct Pooled {
    inner: Connection,
    rests_since: Instant,
    failed: bool,
}

impl Pooled {
    pub fn run<T>(
        &mut self,
        work: impl FnOnce(&mut Connection) -> super::Result<T>,
    ) -> super::Result<T> {
        let result = work(&mut self.inner);
        self.failed = result.is_err();
        self.rests_since = Instant::now();
        result
    }
}

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Pooled, r2d2::Error> {
        let inner = self.0.connect().map_err(r2d2::Error::ConnectionError)?;
        Ok(Pooled {
            inner,
            rests_since: Instant::now(),
            failed: false,
        })
    }

    fn is_valid(&self, connection: &mut Pooled) -> Result<(), r2d2::Error> {
        if !connection.failed && connection.rests_since.elapsed() < TRUSTED {
            return Ok(());
        }
        connection.inner.ping().map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut Pooled) -> bool {
        std::thread::panicking() || Connection::is_broken_transaction_manager(&mut connection.inner)
    }
}

#[derive(Debug)]
struct LogPoolError;

impl diesel::r2d2::HandleError<r2d2::Error> for LogPoolError {
    fn handle_error(&self, error: r2d2::Error) {
        tracing::warn!(%error, "no new connection to the database");
    }
}
