//! The state of a paper, and what becomes of it when its person no longer comes.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::document;
use crate::db::{Connection, Result};
use crate::text_column;

text_column! {
    pub enum State {
        Requested = "requested",
        Issued = "issued",
        Refused = "refused",
        Withdrawn = "withdrawn",
    }
}

/// Who no longer comes has no papers: those that wait and those that are valid.
pub(crate) fn withdraw_all(c: &mut Connection, registration_id: i64, now: Moment) -> Result<()> {
    diesel::update(
        document::table
            .filter(document::registration_id.eq(registration_id))
            .filter(document::state.eq_any(["requested", "issued"])),
    )
    .set((
        document::state.eq(State::Withdrawn),
        document::decided_at.eq(now),
        document::passport.eq(None::<String>),
    ))
    .execute(c)?;
    Ok(())
}
