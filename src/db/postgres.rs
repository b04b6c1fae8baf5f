//! PostgreSQL without libpq: diesel's own asynchronous driver, driven from the thread that asks.
//! So the program builds with nothing but a C compiler, and TLS is the same rustls that mail uses.

mod tls;

use std::any::Any;
use std::fmt;
use std::pin::Pin;

use diesel::connection::{
    CacheSize, Connection, ConnectionSealed, Instrumentation, LoadConnection,
    MultiConnectionHelper, SimpleConnection, TransactionManager, TransactionManagerStatus,
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
use url::Url;

pub use tls::Verification;

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

    pub fn connect(&self) -> ConnectionResult<PostgresConnection> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| ConnectionError::BadConnection(error.to_string()))?;
        let mut config = self.config.clone();
        config.connect_timeout(std::time::Duration::from_secs(5));
        let connecting = async {
            let connector =
                tls::connector(self.verification).map_err(ConnectionError::BadConnection)?;
            let (client, connection) = config
                .connect(connector)
                .await
                .map_err(|error| ConnectionError::BadConnection(self.explain(&error)))?;
            AsyncPgConnection::try_from_client_and_connection(client, connection).await
        };
        let inner = runtime.block_on(connecting)?;
        Ok(PostgresConnection {
            inner,
            runtime: Driver(Some(runtime)),
        })
    }

    fn explain(&self, error: &tokio_postgres::Error) -> String {
        let mut causes = error.to_string();
        let mut next = std::error::Error::source(error);
        while let Some(cause) = next {
            causes = format!("{causes}: {cause}");
            next = cause.source();
        }
        format!("PostgreSQL at {} does not let us in: {causes}.", self.shown)
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

pub struct PostgresConnection {
    inner: AsyncPgConnection,
    runtime: Driver,
}

/// Drives one connection.
struct Driver(Option<Runtime>);

impl Driver {
    fn block_on<F: Future>(&self, work: F) -> F::Output {
        match &self.0 {
            Some(runtime) => runtime.block_on(work),
            None => unreachable!("the runtime is taken by drop alone"),
        }
    }
}

impl Drop for Driver {
    /// A runtime dropped in the ordinary way waits for its tasks, and a server's thread must not wait.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl SimpleConnection for PostgresConnection {
    fn batch_execute(&mut self, query: &str) -> QueryResult<()> {
        self.runtime.block_on(self.inner.batch_execute(query))
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
        let running = self.inner.execute_returning_count(source);
        self.runtime.block_on(running)
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
        let loading = self.inner.load(source);
        let stream = self.runtime.block_on(loading)?;
        Ok(Rows {
            stream: Box::pin(stream),
            runtime: &self.runtime,
        })
    }
}

/// Rows as they come in.
pub struct Rows<'conn, 'query> {
    stream: Pin<Box<<AsyncPgConnection as AsyncConnectionCore>::Stream<'conn, 'query>>>,
    runtime: &'conn Driver,
}

impl<'conn, 'query> Iterator for Rows<'conn, 'query> {
    type Item = <<AsyncPgConnection as AsyncConnectionCore>::Stream<'conn, 'query> as Stream>::Item;

    fn next(&mut self) -> Option<Self::Item> {
        self.runtime.block_on(self.stream.next())
    }
}

/// Passes each step on to the driver's own bookkeeping of transactions and savepoints.
pub struct Transactions;

type Inner = AnsiTransactionManager;

impl TransactionManager<PostgresConnection> for Transactions {
    type TransactionStateData =
        <Inner as AsyncTransactionManager<AsyncPgConnection>>::TransactionStateData;

    fn begin_transaction(connection: &mut PostgresConnection) -> QueryResult<()> {
        let step = <Inner as AsyncTransactionManager<_>>::begin_transaction(&mut connection.inner);
        connection.runtime.block_on(step)
    }

    fn rollback_transaction(connection: &mut PostgresConnection) -> QueryResult<()> {
        let step =
            <Inner as AsyncTransactionManager<_>>::rollback_transaction(&mut connection.inner);
        connection.runtime.block_on(step)
    }

    fn commit_transaction(connection: &mut PostgresConnection) -> QueryResult<()> {
        let step = <Inner as AsyncTransactionManager<_>>::commit_transaction(&mut connection.inner);
        connection.runtime.block_on(step)
    }

    fn transaction_manager_status_mut(
        connection: &mut PostgresConnection,
    ) -> &mut TransactionManagerStatus {
        <Inner as AsyncTransactionManager<_>>::transaction_manager_status_mut(&mut connection.inner)
    }

    fn is_broken_transaction_manager(connection: &mut PostgresConnection) -> bool {
        <Inner as AsyncTransactionManager<_>>::is_broken_transaction_manager(&mut connection.inner)
    }
}

impl diesel::migration::MigrationConnection for PostgresConnection {
    fn setup(&mut self) -> QueryResult<usize> {
        self.batch_execute(diesel::migration::CREATE_MIGRATIONS_TABLE)
            .map(|()| 0)
    }
}

impl diesel::r2d2::R2D2Connection for PostgresConnection {
    fn ping(&mut self) -> QueryResult<()> {
        self.batch_execute("SELECT 1")
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
