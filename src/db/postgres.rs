//! PostgreSQL without libpq: diesel's own asynchronous driver, driven from the thread that asks.
//! So the program builds with nothing but a C compiler, and TLS is the same rustls that mail uses.

mod ear;
mod patience;
mod tls;
mod waiting;

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use diesel::connection::{
    CacheSize, Connection, ConnectionSealed, Instrumentation, LoadConnection,
    MultiConnectionHelper, SimpleConnection, TransactionDepthChange, TransactionManager,
    TransactionManagerStatus,
};
use diesel::expression::QueryMetadata;
use diesel::pg::{Pg, PgMetadataLookup, PgTypeMetadata};
use diesel::query_builder::{Query, QueryFragment, QueryId};
use diesel::{ConnectionError, ConnectionResult, QueryResult};
use diesel_async::{
    AnsiTransactionManager, AsyncConnectionCore, AsyncPgConnection, SimpleAsyncConnection,
    TransactionManager as AsyncTransactionManager,
};
use futures_util::{Stream, StreamExt};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::config::{Config, Host, SslMode, SslNegotiation};
use url::Url;

use super::failure;
use ear::{Ear, Listening};
pub(super) use patience::Patience;
pub(super) use tls::Verification;
use waiting::{Explain, Waiting};

/// A server that does not take a call in this time is away.
const CALL: Duration = Duration::from_secs(3);
/// From the call to the first word of the session, with TLS and password.
const GREETING: Duration = Duration::from_secs(6);
/// A connection that rested answers in this time, or is given up.
const PING: Duration = Duration::from_secs(2);
/// A connection on which what we send is not even received is none.
const UNHEARD: Duration = Duration::from_secs(10);

/// What the address says, the `sslmode` of libpq included.
#[derive(Clone)]
pub struct Settings {
    config: tokio_postgres::Config,
    verification: Verification,
    shown: String,
}

impl Settings {
    /// The error is a sentence without the password.
    pub fn parse(mut url: Url) -> Result<Settings, String> {
        let verification = Verification::take_from(&mut url)?;
        let config = url
            .as_str()
            .parse()
            .map_err(|error| format!("The PostgreSQL address cannot be read: {error}."))?;
        let _ = url.set_username("");
        let _ = url.set_password(None);
        url.set_query(None);
        Ok(Settings {
            config,
            verification,
            shown: url.to_string(),
        })
    }

    /// That the server's certificate is not looked at though it stands elsewhere: a sentence.
    pub fn fault(&self) -> Option<String> {
        let is_elsewhere = |host: &Host| match host {
            Host::Tcp(name) => !is_this_machine(name),
            Host::Unix(_) => false,
        };
        let elsewhere = self.config.get_hosts().iter().any(is_elsewhere);
        (elsewhere && self.verification == Verification::None).then(|| {
            format!(
                "Nobody checks who answers at {}: whoever stands on the way can read and change everything; write sslmode=verify-full into the address.",
                self.shown
            )
        })
    }

    pub fn connect(&self) -> ConnectionResult<PostgresConnection> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| ConnectionError::BadConnection(error.to_string()))?;
        let ear = Ear::default();
        let connecting =
            async { tokio::time::timeout(GREETING, self.call_in_every_way(&ear)).await };
        let inner = runtime.block_on(connecting).unwrap_or_else(|_| {
            let cause = format!("no answer within {} s", GREETING.as_secs());
            Err(ConnectionError::BadConnection(self.refusal(&cause)))
        })?;
        let mut connection = PostgresConnection {
            inner,
            driver: Driver::new(runtime, ear),
            patience: None,
            waiting: Waiting::default(),
            is_begun: false,
            postponed: None,
            is_closed: false,
        };
        connection
            .be_patient(Patience::USUAL)
            .map_err(ConnectionError::CouldntSetupConfiguration)?;
        Ok(connection)
    }

    /// As libpq does: `prefer` is TLS, and without it where that fails.
    async fn call_in_every_way(&self, ear: &Ear) -> ConnectionResult<AsyncPgConnection> {
        match self.config.get_ssl_mode() {
            SslMode::Disable => self.call(None, ear).await,
            SslMode::Prefer => match self.call(Some(self.tls()?), ear).await {
                // What has a SQLSTATE was said by the server itself: it would say so again.
                Err(_) if ear.last().is_none() => self.call(None, ear).await,
                called => called,
            },
            _ => self.call(Some(self.tls()?), ear).await,
        }
    }

    fn tls(&self) -> ConnectionResult<tokio_postgres_rustls::MakeRustlsConnect> {
        tls::connector(self.verification).map_err(ConnectionError::BadConnection)
    }

    async fn call(
        &self,
        tls: Option<tokio_postgres_rustls::MakeRustlsConnect>,
        ear: &Ear,
    ) -> ConnectionResult<AsyncPgConnection> {
        let mut config = self.config.clone();
        config
            .connect_timeout(CALL)
            .tcp_user_timeout(UNHEARD)
            .keepalives_idle(UNHEARD)
            .keepalives_interval(Duration::from_secs(3))
            .keepalives_retries(3);
        match &tls {
            Some(_) => config.ssl_mode(SslMode::Require),
            // The driver lets us listen where it would encrypt, and asks the server nothing about it.
            None if has_host_names(&config) => config
                .ssl_mode(SslMode::Require)
                .ssl_negotiation(SslNegotiation::Direct),
            None => config.ssl_mode(SslMode::Disable),
        };
        let ear = ear.clone();
        let (client, connection) = config
            .connect(Listening { tls, ear })
            .await
            .map_err(|error| ConnectionError::BadConnection(self.explain(&error)))?;
        AsyncPgConnection::try_from_client_and_connection(client, connection).await
    }

    fn explain(&self, error: &tokio_postgres::Error) -> String {
        let mut causes = error.to_string();
        let mut next = std::error::Error::source(error);
        while let Some(cause) = next {
            causes = format!("{causes}: {cause}");
            next = cause.source();
        }
        self.refusal(&causes)
    }

    fn refusal(&self, cause: &str) -> String {
        format!("PostgreSQL at {} does not let us in: {cause}.", self.shown)
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// A Unix socket has none; such a line is not listened to.
fn is_this_machine(name: &str) -> bool {
    let address = name.parse::<std::net::IpAddr>();
    name == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

fn has_host_names(config: &Config) -> bool {
    let hosts = config.get_hosts();
    !hosts.is_empty() && hosts.iter().all(|host| matches!(host, Host::Tcp(_)))
}

pub struct PostgresConnection {
    inner: AsyncPgConnection,
    driver: Driver,
    patience: Option<Patience>,
    /// What goes to the server with the next statement.
    waiting: Waiting,
    /// Whether the server has heard of the transaction.
    is_begun: bool,
    /// The next statement waits for the one after it.
    postponed: Option<Explain>,
    /// Nothing more is added to the transaction.
    is_closed: bool,
}

impl PostgresConnection {
    /// How long the next pieces of work may take.
    pub fn be_patient(&mut self, patience: Patience) -> QueryResult<()> {
        if self.patience == Some(patience) {
            return Ok(());
        }
        self.driver.answers_within.set(patience.answer());
        self.patience = None;
        self.batch_execute(&patience.settings())?;
        self.patience = Some(patience);
        Ok(())
    }
}

impl PostgresConnection {
    /// The next statement is told the server with the one after it, or with the COMMIT; it answers one row meanwhile.
    pub fn postpone_next(&mut self, explain: Explain) {
        self.postponed = Some(explain);
    }

    /// Nothing more is to be added to the transaction under way.
    pub fn close(&mut self) {
        self.is_closed = true;
    }

    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// What is to be sent before the next statement.
    fn take_waiting(&mut self) -> Waiting {
        self.is_begun = true;
        std::mem::take(&mut self.waiting)
    }

    /// Waits for what waits.
    fn settle(&mut self) -> QueryResult<()> {
        let waiting = self.take_waiting();
        match waiting.is_empty() {
            true => Ok(()),
            false => self.driver.ask(waiting.run(&self.inner)),
        }
    }

    /// Ends the whole transaction well. One in which nothing was asked was never begun.
    fn commit_whole(&mut self) -> QueryResult<()> {
        if !self.is_begun && self.waiting.is_only_begin() {
            self.waiting = Waiting::default();
            return self.end_whole();
        }
        let mut waiting = self.take_waiting();
        waiting.push_word("COMMIT");
        let committed = self.driver.ask(waiting.run(&self.inner));
        // Whatever the answer was, the server is in no transaction any more, or the line is gone.
        let ended = self.end_whole();
        committed.map_err(failure::of_commit).and(ended)
    }

    fn roll_back_whole(&mut self) -> QueryResult<()> {
        self.waiting = Waiting::default();
        match self.is_begun {
            true => {
                let step =
                    <Inner as AsyncTransactionManager<_>>::rollback_transaction(&mut self.inner);
                self.driver.ask(step)
            }
            false => self.end_whole(),
        }
    }

    fn begin_whole(&mut self) -> QueryResult<()> {
        let status = Transactions::transaction_manager_status_mut(self);
        status
            .transaction_state()?
            .change_transaction_depth(TransactionDepthChange::IncreaseDepth)?;
        self.waiting = Waiting::default();
        self.waiting.push_word("BEGIN");
        self.is_begun = false;
        self.is_closed = false;
        Ok(())
    }

    fn end_whole(&mut self) -> QueryResult<()> {
        let status = Transactions::transaction_manager_status_mut(self);
        status
            .transaction_state()?
            .change_transaction_depth(TransactionDepthChange::DecreaseDepth)
    }

    /// Whether the server has ended the session meanwhile. Looks at what has come in, and asks nothing.
    pub fn has_ended(&self) -> bool {
        self.driver.block_on(async {
            tokio::task::yield_now().await;
            tokio::task::yield_now().await;
        });
        let ear = &self.driver.ear;
        let farewell = ear.last();
        ear.has_ended() || farewell.is_some_and(|state| failure::is_of_the_line(state.as_str()))
    }
}

/// Drives one connection, and waits for no answer longer than it may.
struct Driver {
    runtime: Option<Runtime>,
    ear: Ear,
    answers_within: Cell<Duration>,
    /// An answer is still to come: what would be heard next is not the answer to what is asked next.
    is_overdue: Cell<bool>,
}

impl Driver {
    fn new(runtime: Runtime, ear: Ear) -> Driver {
        Driver {
            runtime: Some(runtime),
            ear,
            answers_within: Cell::new(Patience::USUAL.answer()),
            is_overdue: Cell::new(false),
        }
    }

    fn ask<T>(&self, work: impl Future<Output = QueryResult<T>>) -> QueryResult<T> {
        let patience = self.answers_within.get();
        if self.is_overdue.get() {
            return Err(failure::overdue(patience));
        }
        self.ear.forget();
        let answer = self.block_on(async { tokio::time::timeout(patience, work).await });
        answer
            .unwrap_or_else(|_| {
                self.is_overdue.set(true);
                Err(failure::overdue(patience))
            })
            .map_err(|error| self.with_state(error))
    }

    fn with_state(&self, error: diesel::result::Error) -> diesel::result::Error {
        match self.ear.last() {
            Some(state) => failure::with_state(error, state.as_str()),
            None => error,
        }
    }

    fn block_on<F: Future>(&self, work: F) -> F::Output {
        match &self.runtime {
            Some(runtime) => runtime.block_on(work),
            None => unreachable!("the runtime is taken by drop alone"),
        }
    }
}

impl Drop for Driver {
    /// A runtime dropped in the ordinary way waits for its tasks, and a server's thread must not wait.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl SimpleConnection for PostgresConnection {
    fn batch_execute(&mut self, query: &str) -> QueryResult<()> {
        self.settle()?;
        self.driver.ask(self.inner.batch_execute(query))
    }
}

impl ConnectionSealed for PostgresConnection {}

impl Connection for PostgresConnection {
    type Backend = Pg;
    type TransactionManager = Transactions;

    fn establish(address: &str) -> ConnectionResult<Self> {
        let url = Url::parse(address)
            .map_err(|error| ConnectionError::InvalidConnectionUrl(error.to_string()))?;
        Settings::parse(url)
            .map_err(ConnectionError::InvalidConnectionUrl)?
            .connect()
    }

    fn execute_returning_count<T>(&mut self, source: &T) -> QueryResult<usize>
    where
        T: QueryFragment<Pg> + QueryId,
    {
        if let Some(explain) = self.postponed.take() {
            self.waiting.push(source, &mut BuiltInTypesOnly, explain)?;
            return match depth(self) {
                Some(_) => Ok(1),
                // Nothing is sure to follow.
                None => self.settle().map(|()| 1),
            };
        }
        let waiting = self.take_waiting();
        let mut inner = &self.inner;
        let running = AsyncConnectionCore::execute_returning_count(&mut inner, source);
        self.driver.ask(waiting.and_then(&self.inner, running))
    }

    fn transaction_state(
        &mut self,
    ) -> &mut <Transactions as TransactionManager<Self>>::TransactionStateData {
        diesel_async::AsyncConnection::transaction_state(&mut self.inner)
    }

    fn instrumentation(&mut self) -> &mut dyn Instrumentation {
        diesel_async::AsyncConnection::instrumentation(&mut self.inner)
    }

    fn set_instrumentation(&mut self, instrumentation: impl Instrumentation) {
        diesel_async::AsyncConnection::set_instrumentation(&mut self.inner, instrumentation);
    }

    fn set_prepared_statement_cache_size(&mut self, size: CacheSize) {
        diesel_async::AsyncConnection::set_prepared_statement_cache_size(&mut self.inner, size);
    }
}

impl LoadConnection for PostgresConnection {
    type Cursor<'conn, 'query> = Rows<'conn, 'query>;
    type Row<'conn, 'query> = <AsyncPgConnection as AsyncConnectionCore>::Row<'conn, 'query>;

    fn load<'conn, 'query, T>(
        &'conn mut self,
        source: T,
    ) -> QueryResult<Self::Cursor<'conn, 'query>>
    where
        T: Query + QueryFragment<Pg> + QueryId + 'query,
        Pg: QueryMetadata<T::SqlType>,
    {
        let waiting = self.take_waiting();
        let mut inner = &self.inner;
        let loading = AsyncConnectionCore::load(&mut inner, source);
        let stream = self.driver.ask(waiting.and_then(&self.inner, loading))?;
        Ok(Rows {
            stream: Box::pin(stream),
            driver: &self.driver,
        })
    }
}

/// Rows as they come in.
pub struct Rows<'conn, 'query> {
    stream: Pin<Box<<AsyncPgConnection as AsyncConnectionCore>::Stream<'conn, 'query>>>,
    driver: &'conn Driver,
}

impl<'conn, 'query> Iterator for Rows<'conn, 'query> {
    type Item = <<AsyncPgConnection as AsyncConnectionCore>::Stream<'conn, 'query> as Stream>::Item;

    fn next(&mut self) -> Option<Self::Item> {
        let next = async { self.stream.next().await.transpose() };
        self.driver.ask(next).transpose()
    }
}

/// The whole is begun with its first statement and ended with its last; savepoints are left to the driver's own
/// bookkeeping.
pub struct Transactions;

type Inner = AnsiTransactionManager;

impl TransactionManager<PostgresConnection> for Transactions {
    type TransactionStateData =
        <Inner as AsyncTransactionManager<AsyncPgConnection>>::TransactionStateData;

    fn begin_transaction(connection: &mut PostgresConnection) -> QueryResult<()> {
        if depth(connection).is_none() {
            return connection.begin_whole();
        }
        connection.settle()?;
        let step = <Inner as AsyncTransactionManager<_>>::begin_transaction(&mut connection.inner);
        connection.driver.ask(step)
    }

    fn rollback_transaction(connection: &mut PostgresConnection) -> QueryResult<()> {
        if depth(connection) == Some(1) {
            return connection.roll_back_whole();
        }
        connection.waiting = Waiting::default();
        let step =
            <Inner as AsyncTransactionManager<_>>::rollback_transaction(&mut connection.inner);
        connection.driver.ask(step)
    }

    fn commit_transaction(connection: &mut PostgresConnection) -> QueryResult<()> {
        if depth(connection) == Some(1) {
            return connection.commit_whole();
        }
        if let Err(error) = connection.settle() {
            Self::rollback_transaction(connection)?;
            return Err(error);
        }
        let step = <Inner as AsyncTransactionManager<_>>::commit_transaction(&mut connection.inner);
        connection.driver.ask(step)
    }

    fn transaction_manager_status_mut(
        connection: &mut PostgresConnection,
    ) -> &mut TransactionManagerStatus {
        <Inner as AsyncTransactionManager<_>>::transaction_manager_status_mut(&mut connection.inner)
    }

    fn is_broken_transaction_manager(connection: &mut PostgresConnection) -> bool {
        connection.driver.is_overdue.get()
            || <Inner as AsyncTransactionManager<_>>::is_broken_transaction_manager(
                &mut connection.inner,
            )
    }
}

/// 1 in a transaction, more in its savepoints.
fn depth(connection: &mut PostgresConnection) -> Option<u32> {
    let status = Transactions::transaction_manager_status_mut(connection);
    let depth = status.transaction_depth().ok().flatten();
    depth.map(|depth| depth.get())
}

impl diesel::migration::MigrationConnection for PostgresConnection {
    fn setup(&mut self) -> QueryResult<usize> {
        self.batch_execute(diesel::migration::CREATE_MIGRATIONS_TABLE)
            .map(|()| 0)
    }
}

impl diesel::r2d2::R2D2Connection for PostgresConnection {
    /// Whoever asks wants another connection soon if this one is dead.
    fn ping(&mut self) -> QueryResult<()> {
        let patience = self.driver.answers_within.replace(PING);
        let answer = self.batch_execute("SELECT 1");
        self.driver.answers_within.set(patience);
        answer
    }

    fn is_broken(&mut self) -> bool {
        Transactions::is_broken_transaction_manager(self)
    }
}

/// Hazir uses PostgreSQL's built-in types alone, whose numbers diesel knows: nothing is ever looked up.
struct BuiltInTypesOnly;

impl PgMetadataLookup for BuiltInTypesOnly {
    fn lookup_type(&mut self, _: &str, _: Option<&str>) -> PgTypeMetadata {
        PgTypeMetadata::new(0, 0)
    }

    fn as_any<'a>(&mut self) -> &mut (dyn Any + 'a)
    where
        Self: 'a,
    {
        self
    }
}

impl MultiConnectionHelper for PostgresConnection {
    fn to_any<'a>(_: &mut (dyn PgMetadataLookup + 'static)) -> &'static mut (dyn Any + 'a) {
        // A type without size: the box takes no memory.
        Box::leak(Box::new(BuiltInTypesOnly))
    }

    fn from_any(lookup: &mut dyn Any) -> Option<&mut (dyn PgMetadataLookup + 'static)> {
        lookup
            .downcast_mut::<BuiltInTypesOnly>()
            .map(|lookup| lookup as &mut dyn PgMetadataLookup)
    }
}
