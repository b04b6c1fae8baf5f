//! Orders as the desk sees them.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{print_order, printer as printers, registration};
use crate::db::{Connection, Result};
use crate::models::printing::order_state::State;
use crate::models::printing::printer::Trouble;

/// A label that waits, as the desk sees it.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Waiting {
    pub id: i64,
    pub printer: String,
    /// Name and public id; a test is nobody's.
    pub name: Option<String>,
    pub registration: Option<String>,
    pub ordered_at: Moment,
}

/// The oldest first.
pub(crate) fn waiting(c: &mut Connection, forum_id: i64, most: i64) -> Result<Vec<Waiting>> {
    print_order::table
        .inner_join(printers::table)
        .left_join(registration::table)
        .filter(print_order::forum_id.eq(forum_id))
        .filter(print_order::state.eq(State::Waiting))
        .order(print_order::id)
        .limit(most)
        .select((
            print_order::id,
            printers::name,
            registration::name.nullable(),
            registration::public_id.nullable(),
            print_order::ordered_at,
        ))
        .load(c)
}

/// What became of a person's label.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Last {
    pub state: State,
    pub trouble: Option<Trouble>,
    /// None: a browser drew it.
    pub printer: Option<String>,
    pub ordered_at: Moment,
}

/// The newest of a person.
pub(crate) fn last(c: &mut Connection, registration_id: i64) -> Result<Option<Last>> {
    print_order::table
        .left_join(printers::table)
        .filter(print_order::registration_id.eq(registration_id))
        .order(print_order::id.desc())
        .select((
            print_order::state,
            print_order::words,
            printers::name.nullable(),
            print_order::ordered_at,
        ))
        .first(c)
        .optional()
}
