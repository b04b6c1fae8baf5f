//! Statements whose answer nobody waits for by itself: they go to the server with the one that comes next, in one way
//! there and back. The server does them in their order, and none after one that failed.

use diesel::pg::{Pg, PgMetadataLookup};
use diesel::query_builder::bind_collector::RawBytesBindCollector;
use diesel::query_builder::{AstPass, QueryBuilder, QueryFragment, QueryId};
use diesel::result::Error;
use diesel::{QueryResult, pg::PgQueryBuilder};
use diesel_async::{AsyncConnectionCore, AsyncPgConnection};
use futures_util::future::{join, join_all};

/// What a statement's failure means to whoever wrote it.
pub(super) type Explain = fn(Error) -> Error;

#[derive(Default)]
pub(super) struct Waiting(Vec<Statement>);

/// A statement as the server hears it. Its text tells one from another.
struct Statement {
    text: String,
    values: RawBytesBindCollector<Pg>,
    explain: Explain,
}

impl Waiting {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether nothing but the word that begins it waits.
    pub(super) fn is_only_begin(&self) -> bool {
        self.0.len() == 1
    }

    /// A word without values, such as BEGIN.
    pub(super) fn push_word(&mut self, word: &str) {
        self.0.push(Statement {
            text: word.to_owned(),
            values: RawBytesBindCollector::default(),
            explain: std::convert::identity,
        });
    }

    pub(super) fn push(
        &mut self,
        source: &impl QueryFragment<Pg>,
        lookup: &mut (dyn PgMetadataLookup + 'static),
        explain: Explain,
    ) -> QueryResult<()> {
        let mut text = PgQueryBuilder::default();
        source.to_sql(&mut text, &Pg)?;
        let mut values = RawBytesBindCollector::default();
        source.collect_binds(&mut values, lookup, &Pg)?;
        self.0.push(Statement {
            text: text.finish(),
            values,
            explain,
        });
        Ok(())
    }

    /// Sends all of them; the first failure is the answer.
    pub(super) async fn run(self, inner: &AsyncPgConnection) -> QueryResult<()> {
        let explains: Vec<Explain> = self.0.iter().map(|one| one.explain).collect();
        // Each is sent when it is first looked at, which is in their order; one that the server does not know yet
        // keeps those behind it waiting.
        let sent = self.0.into_iter().map(|one| {
            let mut inner = inner;
            AsyncConnectionCore::execute_returning_count(&mut inner, one)
        });
        let answers = join_all(sent).await;
        let failed = answers.into_iter().zip(explains);
        failed
            .filter_map(|(answer, explain)| answer.err().map(explain))
            .next()
            .map_or(Ok(()), Err)
    }

    /// Sends all of them and something more behind them, which is not done where one of them failed.
    pub(super) async fn and_then<T>(
        self,
        inner: &AsyncPgConnection,
        more: impl Future<Output = QueryResult<T>>,
    ) -> QueryResult<T> {
        if self.is_empty() {
            return more.await;
        }
        let (before, answer) = join(self.run(inner), more).await;
        before.and(answer)
    }
}

impl QueryFragment<Pg> for Statement {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        pass.push_sql(&self.text);
        pass.push_bind_collector_data(&self.values)
    }
}

impl QueryId for Statement {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
