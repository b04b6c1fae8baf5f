use diesel::prelude::*;
use diesel::query_builder::QueryFragment;
use diesel::sql_types::Text;
use diesel::sqlite::Sqlite;

use super::Connection;

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

/// By which way SQLite would go to what a query asks for, a step a line.
pub(crate) fn plan(c: &mut Connection, query: &impl QueryFragment<Sqlite>) -> Vec<String> {
    let query = diesel::debug_query::<Sqlite, _>(query);
    let steps = diesel::sql_query(format!("EXPLAIN QUERY PLAN {query}")).load(c);
    let steps: Vec<Step> = steps.expect("a plan");
    steps.into_iter().map(|step| step.detail).collect()
}
