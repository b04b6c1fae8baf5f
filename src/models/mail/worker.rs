//! Who has work in hand: a count that goes on while they live.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::state::State;
use crate::db::schema::{job, message, print_order, worker};
use crate::db::{Connection, Prepare, Result};

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = worker)]
pub(crate) struct Worker {
    pub id: String,
    pub beat: i64,
}

/// It lives. Whoever takes something up says so in the same transaction.
pub(crate) fn count_on(c: &mut Connection, id: &str) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO worker (id, beat) VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET beat = worker.beat + 1",
    )
    .bind::<Text, _>(id)
    .prepared()
    .execute(c)
    .map(drop)
}

/// All but one.
pub(crate) fn others(c: &mut Connection, id: &str) -> Result<Vec<Worker>> {
    worker::table
        .filter(worker::id.ne(id))
        .select(Worker::as_select())
        .load(c)
}

/// Puts down what a worker held, unless it has counted on since it was seen.
pub(crate) fn bury(c: &mut Connection, dead: &Worker) -> Result<()> {
    let still = worker::table
        .find(&dead.id)
        .filter(worker::beat.eq(dead.beat));
    // From here on it waits, if it lives after all, and then begins anew.
    let stands_still = diesel::update(still)
        .set(worker::beat.eq(worker::beat))
        .execute(c)?;
    if stands_still == 0 {
        return Ok(());
    }
    put_down(c, &dead.id)
}

/// Lets go of everything: it ends.
pub(crate) fn put_down(c: &mut Connection, id: &str) -> Result<()> {
    diesel::update(message::table.filter(message::worker_id.eq(id)))
        .set((
            message::state.eq(State::Queued),
            message::worker_id.eq(None::<String>),
        ))
        .execute(c)?;
    diesel::update(print_order::table.filter(print_order::worker_id.eq(id)))
        .set(print_order::worker_id.eq(None::<String>))
        .execute(c)?;
    diesel::update(job::table.filter(job::worker_id.eq(id)))
        .set(job::worker_id.eq(None::<String>))
        .execute(c)?;
    diesel::delete(worker::table.find(id)).execute(c).map(drop)
}
