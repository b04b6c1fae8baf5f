//! Whom a door expects: known where it names categories or stands at a site.

use diesel::dsl::{count, exists};
use diesel::prelude::*;

use super::paper_list::may_pass;
use crate::db::schema::{checkpoint, checkpoint_category, presence, registration};
use crate::db::{Connection, Result};
use crate::models::places::checkpoint::Checkpoint;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub(crate) struct Expected {
    /// The confirmed whom the door's categories and its site let pass.
    pub people: i64,
    /// Those of them who ever came in here.
    pub came: i64,
}

/// None where the door is for everybody.
pub(crate) fn at(c: &mut Connection, door: &Checkpoint) -> Result<Option<Expected>> {
    let named = checkpoint_category::table.filter(checkpoint_category::checkpoint_id.eq(door.id));
    if door.site_id.is_none() && !diesel::select(exists(named)).get_result::<bool>(c)? {
        return Ok(None);
    }
    let here = presence::checkpoint_id
        .eq(checkpoint::id)
        .and(presence::registration_id.eq(registration::id));
    registration::table
        .inner_join(checkpoint::table.on(checkpoint::forum_id.eq(registration::forum_id)))
        .left_join(presence::table.on(here))
        .filter(registration::forum_id.eq(door.forum_id))
        .filter(checkpoint::id.eq(door.id))
        .filter(may_pass())
        .select((
            count(registration::id),
            count(presence::first_at.nullable()),
        ))
        .first(c)
        .map(Some)
}
