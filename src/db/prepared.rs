use std::sync::OnceLock;

use diesel::RunQueryDsl;
use diesel::internal::derives::multiconnection::AstPassHelper;
use diesel::query_builder::{AstPass, Query, QueryBuilder, QueryFragment, QueryId};
use diesel::query_dsl::methods::ExecuteDsl;

use super::{Backend, Connection, Error, Result};

type Builder = <Backend as diesel::backend::Backend>::QueryBuilder;

/// The text of one statement in the program that is the same each time, whatever its values: put together when it is
/// executed first. Where people wait in front of a door that costs more than the statement.
#[derive(Default)]
pub(crate) struct StatementText {
    sqlite: OnceLock<String>,
    postgres: OnceLock<String>,
}

impl StatementText {
    pub(crate) const fn new() -> StatementText {
        StatementText {
            sqlite: OnceLock::new(),
            postgres: OnceLock::new(),
        }
    }

    fn of(&self, backend: &Backend) -> &OnceLock<String> {
        match backend {
            Backend::Sqlite(_) => &self.sqlite,
            Backend::Postgres(_) => &self.postgres,
        }
    }
}

/// A statement whose text is the same each time: each connection has it parsed and planned once.
/// Diesel does so for queries by itself, and leaves updates and written SQL to the caller.
pub(crate) trait Prepare: Sized {
    fn prepared(self) -> Prepared<Self> {
        Prepared {
            query: self,
            text: None,
        }
    }

    /// The same, with a text that is put together once.
    fn prepared_as(self, text: &'static StatementText) -> Prepared<Self> {
        Prepared {
            query: self,
            text: Some(text),
        }
    }
}

impl<Q: RunQueryDsl<Connection>> Prepare for Q {}

pub(crate) struct Prepared<Q> {
    query: Q,
    text: Option<&'static StatementText>,
}

impl<Q> Prepared<Q>
where
    Prepared<Q>: ExecuteDsl<Connection>,
{
    /// Executes it, where nobody waits for its answer: on PostgreSQL it goes with the next statement of the transaction,
    /// in one way there and back. What fails there means what `explain` makes of it.
    pub(crate) fn execute_along(
        self,
        c: &mut Connection,
        explain: fn(Error) -> Error,
    ) -> Result<()> {
        if let Connection::Postgres(postgres) = c {
            postgres.postpone_next(explain);
        }
        ExecuteDsl::execute(self, c).map(drop).map_err(explain)
    }
}

impl<Q: QueryFragment<Backend>> QueryFragment<Backend> for Prepared<Q> {
    /// Parts of the statement say on their way through it that they are not to be kept. So they are asked for
    /// their text apart, where nobody hears that; only their values pass.
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Backend>) -> Result<()> {
        if pass.bind_collector().is_some() || pass.debug_binds().is_some() {
            return self.query.walk_ast(pass);
        }
        let Some(once) = self.text.map(|text| text.of(pass.backend())) else {
            pass.push_sql(&self.built(pass.backend())?);
            return Ok(());
        };
        match once.get() {
            Some(text) => pass.push_sql(text),
            None => {
                let built = self.built(pass.backend())?;
                pass.push_sql(once.get_or_init(|| built));
            }
        }
        Ok(())
    }
}

impl<Q: QueryFragment<Backend>> Prepared<Q> {
    fn built(&self, backend: &Backend) -> Result<String> {
        let mut text = match backend {
            Backend::Sqlite(_) => Builder::Sqlite(Default::default()),
            Backend::Postgres(_) => Builder::Postgres(Default::default()),
        };
        self.query.to_sql(&mut text, backend)?;
        Ok(text.finish())
    }
}

/// Its text tells one from another, not its type.
impl<Q> QueryId for Prepared<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Prepared<Q> {
    type SqlType = Q::SqlType;
}

impl<Q> RunQueryDsl<Connection> for Prepared<Q> {}
