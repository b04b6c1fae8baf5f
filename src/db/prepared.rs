use diesel::RunQueryDsl;
use diesel::backend::Backend;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};

use super::Result;

/// A statement whose text is the same each time: each connection has it parsed and planned once.
/// Diesel does so for queries by itself, and leaves inserts, updates and written SQL to the caller.
pub trait Prepare: Sized {
    fn prepared(self) -> Prepared<Self> {
        Prepared(self)
    }
}

impl<Q: RunQueryDsl<super::Connection>> Prepare for Q {}

pub struct Prepared<Q>(Q);

impl<Q, B> QueryFragment<B> for Prepared<Q>
where
    B: Backend,
    Q: QueryFragment<B>,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, B>) -> Result<()> {
        self.0.walk_ast(pass)
    }

    fn is_safe_to_cache_prepared(&self, _: &B) -> Result<bool> {
        Ok(true)
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

impl<Q, C> RunQueryDsl<C> for Prepared<Q> {}
