use diesel::RunQueryDsl;
use diesel::internal::derives::multiconnection::AstPassHelper;
use diesel::query_builder::{AstPass, Query, QueryBuilder, QueryFragment, QueryId};
use diesel::query_dsl::methods::ExecuteDsl;

use super::{Backend, Connection, Error, Result};

type Text = <Backend as diesel::backend::Backend>::QueryBuilder;

/// A statement whose text is the same each time: each connection has it parsed and planned once.
/// Diesel does so for queries by itself, and leaves updates and written SQL to the caller.
pub trait Prepare: Sized {
    fn prepared(self) -> Prepared<Self> {
        Prepared(self)
    }
}

impl<Q: RunQueryDsl<Connection>> Prepare for Q {}

pub struct Prepared<Q>(Q);

impl<Q> Prepared<Q>
where
    Prepared<Q>: ExecuteDsl<Connection>,
{
    /// Executes it, where nobody waits for its answer: on PostgreSQL it goes with the next statement of the transaction,
    /// in one way there and back. What fails there means what `explain` makes of it.
    pub fn execute_along(self, c: &mut Connection, explain: fn(Error) -> Error) -> Result<()> {
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
            return self.0.walk_ast(pass);
        }
        let mut text = match pass.backend() {
            Backend::Sqlite(_) => Text::Sqlite(Default::default()),
            Backend::Postgres(_) => Text::Postgres(Default::default()),
        };
        self.0.to_sql(&mut text, pass.backend())?;
        pass.push_sql(&text.finish());
        Ok(())
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
