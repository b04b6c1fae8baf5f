//! A scan that counts no more.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{device_checkpoint, scan};
use crate::db::{Connection, Result};
use crate::models::devices::device::Device;
use crate::models::doors::conflict::{self, Change};
use crate::models::doors::presence;
use crate::models::doors::timeline::Passage;
use crate::models::people::document;
use crate::models::places::way::Way;

/// What was undone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Undone {
    pub checkpoint_id: i64,
    /// None where the badge was nobody's.
    pub registration_id: Option<i64>,
}

/// Takes back a scan of a checkpoint that this device serves, whichever device took it: it stays in the table and counts
/// no more. `None` when there is none. One that is undone already is undone.
pub(crate) fn undo(
    c: &mut Connection,
    device: &Device,
    scan_id: &str,
    now: Moment,
) -> Result<Option<Undone>> {
    let forum_id = device.forum_id;
    let found: Option<(i64, Option<i64>, i64, Option<Moment>)> = scan::table
        .find((forum_id, scan_id))
        .select((
            scan::checkpoint_id,
            scan::registration_id,
            scan::device_id,
            scan::undone_at,
        ))
        .first(c)
        .optional()?;
    let Some((checkpoint_id, registration_id, taken_by, undone_at)) = found else {
        return Ok(None);
    };
    if taken_by != device.id && !serves(c, device, checkpoint_id)? {
        return Ok(None);
    }
    let undone = Undone {
        checkpoint_id,
        registration_id,
    };
    if undone_at.is_some() {
        return Ok(Some(undone));
    }
    let way = registration_id.map(|registration_id| Way {
        forum_id,
        checkpoint_id,
        registration_id,
    });
    if let Some(way) = way {
        take_back(c, way, scan_id, now)?;
    }
    diesel::update(scan::table.find((forum_id, scan_id)))
        .set(scan::undone_at.eq(now))
        .execute(c)?;
    conflict::dissolve(c, forum_id, scan_id)?;
    Ok(Some(undone))
}

fn serves(c: &mut Connection, device: &Device, checkpoint_id: i64) -> Result<bool> {
    let serves = device_checkpoint::table.find((device.id, checkpoint_id));
    diesel::select(diesel::dsl::exists(serves)).get_result(c)
}

/// A passage that counts no more: who is inside without it, and what stood on it.
fn take_back(c: &mut Connection, way: Way, scan_id: &str, now: Moment) -> Result<()> {
    presence::held(c, way)?;
    if take_out(c, way, scan_id, now)?.is_none() {
        return Ok(());
    }
    presence::settle(c, way)?;
    document::review(c, way, now)
}

/// Takes a passage from its place, and says what the others are without it. `None` where it did not count. The person's
/// row is held.
pub(super) fn take_out(
    c: &mut Connection,
    way: Way,
    scan_id: &str,
    now: Moment,
) -> Result<Option<Passage>> {
    let counted = scan::table
        .find((way.forum_id, scan_id))
        .filter(scan::counts.eq(true));
    let taken_out: Option<Passage> = diesel::update(counted)
        .set(scan::counts.eq(false))
        .returning((
            scan::id,
            scan::scanned_at,
            scan::received_at,
            scan::happened_at,
            scan::direction,
            scan::told,
            scan::verdict,
        ))
        .get_result(c)
        .optional()?;
    if let Some(passage) = &taken_out {
        let around = way.around(c, &passage.spot())?;
        conflict::regroup(c, way, (Change::TakenBack, passage), &around, now)?;
    }
    Ok(taken_out)
}
