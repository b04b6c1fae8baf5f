//! A scan that counts no more: it was undone, or the device says that it let nobody in by it.

use diesel::prelude::*;

use super::timeline::{Passage, Way};
use super::{Given, Reading, differ};
use crate::clock::Moment;
use crate::db::schema::{device_checkpoint, scan};
use crate::db::{Connection, Result};
use crate::models::conflict::{self, Change, Whose};
use crate::models::device::Device;
use crate::models::{document, presence};

/// What was undone.
#[derive(Debug, Clone, Copy)]
pub struct Undone {
    pub checkpoint_id: i64,
    /// None where the badge was nobody's.
    pub registration_id: Option<i64>,
}

/// Takes back a scan of a checkpoint that this device serves, whichever device took it: it stays in the table and counts
/// no more. `None` when there is none. One that is undone already is undone.
pub fn undo(
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

/// Our answer came too late: the device had told the volunteer something by itself. It says so with the same scan.
pub(super) fn hear_what_was_told(
    c: &mut Connection,
    (forum_id, given): (i64, &Given),
    reading: &Reading,
    now: Moment,
) -> Result<()> {
    let (Some(told), None) = (reading.told, &given.told) else {
        return Ok(());
    };
    let way = given.registration_id.map(|registration_id| Way {
        forum_id,
        checkpoint_id: given.checkpoint_id,
        registration_id,
    });
    if let Some(way) = way {
        presence::hold(c, way)?;
    }
    let untold = scan::table
        .find((forum_id, &reading.id))
        .filter(scan::told.is_null());
    let heard: Option<(bool, Option<Moment>)> = diesel::update(untold)
        .set(scan::told.eq(told.as_str()))
        .returning((scan::counts, scan::undone_at))
        .get_result(c)
        .optional()?;
    let Some((counts, None)) = heard else {
        return Ok(());
    };
    match way {
        Some(way) if counts && !told.lets_pass() => take_back(c, way, &reading.id, now)?,
        Some(way) if counts => let_in_twice(c, way, &reading.id, now)?,
        _ => {}
    }
    if differ(given.verdict(), Some(told)) {
        let whose = Whose {
            forum_id,
            checkpoint_id: given.checkpoint_id,
            registration_id: given.registration_id,
        };
        conflict::note(c, whose, &reading.id, None, now)?;
    }
    Ok(())
}

/// A passage that counts no more: what the others are without it, who is inside, and what stood on it.
fn take_back(c: &mut Connection, way: Way, scan_id: &str, now: Moment) -> Result<()> {
    presence::hold(c, way)?;
    let counted = scan::table
        .find((way.forum_id, scan_id))
        .filter(scan::counts.eq(true));
    let taken_back: Option<Passage> = diesel::update(counted)
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
    let Some(passage) = taken_back else {
        return Ok(());
    };
    let around = way.around(c, &passage.spot())?;
    presence::settle(c, way)?;
    conflict::regroup(c, way, (Change::TakenBack, &passage), &around, now)?;
    document::review(c, way, now)
}

/// The volunteer let in who was in already.
fn let_in_twice(c: &mut Connection, way: Way, scan_id: &str, now: Moment) -> Result<()> {
    let passage: Passage = scan::table
        .find((way.forum_id, scan_id))
        .select(Passage::as_select())
        .first(c)?;
    if !passage.is_in() {
        return Ok(());
    }
    match way.inside_since(c, &passage.spot())? {
        // What it says now may be that it did not let in.
        _ if !passage.let_in() => conflict::dissolve(c, way.forum_id, scan_id),
        Some(since) => conflict::note(c, way.into(), scan_id, Some(&since.scan_id), now),
        None => Ok(()),
    }
}
