//! The turn: a forum's own count of its people's changes, by which lists on phones know what is new to them. Given
//! under the lock that a change holds until its commit, so that no change is seen after one of a later turn,
//! whatever the clocks of the programs say.

use std::convert::identity;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{forum, registration, registration_site, turn};
use crate::db::{Connection, Prepare, Result};

/// Gives the forum's next turn, and holds whoever else would change its people until the transaction ends. Who
/// changes somebody has locked the forum before anything was read; who adds somebody comes here last.
pub(crate) fn next(c: &mut Connection, forum_id: i64) -> Result<i64> {
    let given: i64 = diesel::update(forum::table.find(forum_id))
        .set(forum::turn.eq(forum::turn + 1))
        .returning(forum::turn)
        .prepared()
        .get_result(c)?;
    diesel::insert_into(turn::table)
        .values((
            turn::forum_id.eq(forum_id),
            turn::number.eq(given),
            turn::mark.eq(drawn()),
        ))
        .prepared()
        .execute_along(c, identity)?;
    Ok(given)
}

/// Holds whoever else would change this forum's people or places until the transaction ends.
pub(crate) fn hold(c: &mut Connection, forum_id: i64) -> Result<()> {
    diesel::update(forum::table.find(forum_id))
        .set(forum::turn.eq(forum::turn))
        .prepared()
        .execute_along(c, identity)
}

/// Never drawn twice: a restored backup that comes to the same turn again has another.
fn drawn() -> i64 {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    i64::from_be_bytes(bytes) & i64::MAX
}

/// Something of this person, a badge or a site of theirs is another by now.
pub(crate) fn changed(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<()> {
    let turn = next(c, forum_id)?;
    diesel::update(registration::table.find(id))
        .set((
            registration::turn.eq(turn),
            registration::updated_at.eq(now),
        ))
        .prepared()
        .execute_along(c, identity)
}

/// What their category is called has changed, and they have not.
pub(crate) fn category_renamed(c: &mut Connection, forum_id: i64, category_id: i64) -> Result<()> {
    let turn = next(c, forum_id)?;
    let people = registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::category_id.eq(category_id));
    diesel::update(people)
        .set(registration::turn.eq(turn))
        .execute(c)?;
    Ok(())
}

/// What one of their sites is called has changed, and they have not.
pub(crate) fn site_renamed(c: &mut Connection, forum_id: i64, site_id: i64) -> Result<()> {
    let turn = next(c, forum_id)?;
    let there = registration_site::table
        .filter(registration_site::site_id.eq(site_id))
        .select(registration_site::registration_id);
    let people = registration::table.filter(registration::id.eq_any(there));
    diesel::update(people)
        .set(registration::turn.eq(turn))
        .execute(c)?;
    Ok(())
}

/// The mark of a turn; none where that turn was never given.
pub(crate) fn mark(c: &mut Connection, forum_id: i64, of: i64) -> Result<Option<i64>> {
    turn::table
        .find((forum_id, of))
        .select(turn::mark)
        .first(c)
        .optional()
}
