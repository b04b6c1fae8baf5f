//! Which forms of the public pages were used: each is good for one registration, or for people at one address.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::form_use;
use crate::db::{self, Connection, Prepare, Result};

/// The registration that a form made, or was told of again.
pub(crate) fn of(c: &mut Connection, form_id: &str) -> Result<Option<i64>> {
    form_use::table
        .find(form_id)
        .select(form_use::registration_id)
        .first(c)
        .optional()
}

/// Sent twice at the same moment, the second finds the first when it is tried again.
pub(crate) fn record(
    c: &mut Connection,
    form_id: &str,
    registration_id: i64,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(form_use::table)
        .values((
            form_use::form_id.eq(form_id),
            form_use::registration_id.eq(registration_id),
            form_use::at.eq(now),
        ))
        .prepared()
        .execute_along(c, db::again_if_taken)
}

/// Forgets those of forms that are too old to be sent by now.
pub(crate) fn forget(c: &mut Connection, until: Moment) -> Result<()> {
    diesel::delete(form_use::table.filter(form_use::at.lt(until)))
        .execute(c)
        .map(drop)
}
