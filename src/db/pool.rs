//! Connections that are kept open and lent out.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::connection::TransactionManager;
use diesel::r2d2::{self, ManageConnection, R2D2Connection};

use super::{Address, Connection, Patience, failure};

/// A connection that has rested longer, or failed last, is asked whether it still lives before it is lent out.
const TRUSTED: Duration = Duration::from_secs(1);
/// How long one is waited for.
const LENT_WITHIN: Duration = Duration::from_secs(5);

pub(super) type Pool = diesel::r2d2::Pool<Manager>;

/// The error is one sentence.
pub(super) fn open(sessions: Manager, size: u32) -> Result<Pool, String> {
    Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .test_on_check_out(sessions.address.is_postgres())
        .connection_timeout(LENT_WITHIN)
        .error_handler(Box::new(LogPoolError))
        .build(sessions)
        .map_err(|error| format!("The database does not answer: {error}"))
}

/// Sessions begun before this moment are no longer lent: where one has become read-only, so have its sisters.
#[derive(Debug, Clone)]
pub(super) struct Renewal(Arc<Mutex<Instant>>);

/// A database that spoils every session at once must not have them all renewed with each request.
const RENEWED_AT_MOST_EVERY: Duration = Duration::from_secs(1);

impl Renewal {
    pub(super) fn none_yet() -> Renewal {
        Renewal(Arc::new(Mutex::new(Instant::now())))
    }

    fn ask_for(&self) {
        let mut since = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        if since.elapsed() > RENEWED_AT_MOST_EVERY {
            *since = Instant::now();
        }
    }

    fn since(&self) -> Instant {
        *self.0.lock().unwrap_or_else(|broken| broken.into_inner())
    }
}

#[derive(Debug, Clone)]
pub(super) struct Manager {
    address: Address,
    renewal: Renewal,
}

impl Manager {
    pub(super) fn new(address: &Address, renewal: &Renewal) -> Manager {
        Manager {
            address: address.clone(),
            renewal: renewal.clone(),
        }
    }
}

pub(super) struct Pooled {
    inner: Connection,
    begun: Instant,
    rests_since: Instant,
    failed: bool,
    spoiled: bool,
    renewal: Renewal,
}

impl Pooled {
    pub(super) fn run<T>(
        &mut self,
        patience: Patience,
        work: impl FnOnce(&mut Connection) -> super::Result<T>,
    ) -> super::Result<T> {
        let result = be_patient(&mut self.inner, patience).and_then(|()| work(&mut self.inner));
        self.failed = result.is_err();
        self.rests_since = Instant::now();
        if result.as_ref().is_err_and(failure::spoils_session) {
            self.spoiled = true;
            self.renewal.ask_for();
        }
        result
    }
}

/// SQLite's readers wait for nobody, and its one writer sets its own limits.
pub(super) fn be_patient(connection: &mut Connection, patience: Patience) -> super::Result<()> {
    match connection {
        Connection::Sqlite(_) => Ok(()),
        Connection::Postgres(postgres) => postgres.be_patient(patience),
    }
}

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Pooled, r2d2::Error> {
        let inner = self
            .address
            .connect()
            .map_err(r2d2::Error::ConnectionError)?;
        Ok(Pooled {
            inner,
            begun: Instant::now(),
            rests_since: Instant::now(),
            failed: false,
            spoiled: false,
            renewal: self.renewal.clone(),
        })
    }

    fn is_valid(&self, connection: &mut Pooled) -> Result<(), r2d2::Error> {
        if connection.begun < self.renewal.since() {
            let old = failure::broken("another session of this time was no good any more");
            return Err(r2d2::Error::QueryError(old));
        }
        if let Connection::Postgres(postgres) = &connection.inner
            && postgres.has_ended()
        {
            let ended = failure::broken("the server has ended a session that rested");
            return Err(r2d2::Error::QueryError(ended));
        }
        if !connection.failed && connection.rests_since.elapsed() < TRUSTED {
            return Ok(());
        }
        connection.inner.ping().map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut Pooled) -> bool {
        connection.spoiled
            || std::thread::panicking()
            || Connection::is_broken_transaction_manager(&mut connection.inner)
    }
}

#[derive(Debug)]
struct LogPoolError;

impl diesel::r2d2::HandleError<r2d2::Error> for LogPoolError {
    fn handle_error(&self, error: r2d2::Error) {
        tracing::warn!(%error, "no new connection to the database");
    }
}
