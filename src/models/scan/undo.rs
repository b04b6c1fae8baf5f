use diesel::prelude::*;

use super::timeline;
use crate::clock::Moment;
use crate::db::schema::scan;
use crate::db::{Connection, Result};
use crate::models::conflict;
use crate::models::device::Device;
use crate::models::presence::{self, First};

/// What was undone.
#[derive(Debug, Clone, Copy)]
pub struct Undone {
    pub checkpoint_id: i64,
    /// None where the badge was nobody's.
    pub registration_id: Option<i64>,
}

/// Takes back a scan that this device took: it stays in the table and counts no more. `None` when the device took no
/// such scan. One that is undone already is undone.
pub fn undo(
    c: &mut Connection,
    device: &Device,
    scan_id: &str,
    now: Moment,
) -> Result<Option<Undone>> {
    let forum_id = device.forum_id;
    let taken = scan::table
        .find((forum_id, scan_id))
        .filter(scan::device_id.eq(device.id));
    let found: Option<(i64, Option<i64>, Option<Moment>)> = taken
        .select((scan::checkpoint_id, scan::registration_id, scan::undone_at))
        .first(c)
        .optional()?;
    let Some((checkpoint_id, registration_id, undone_at)) = found else {
        return Ok(None);
    };
    if undone_at.is_none() {
        diesel::update(scan::table.find((forum_id, scan_id)))
            .set(scan::undone_at.eq(now))
            .execute(c)?;
        conflict::settle(c, forum_id, scan_id)?;
        if let Some(person) = registration_id {
            settle(c, checkpoint_id, person)?;
        }
    }
    Ok(Some(Undone {
        checkpoint_id,
        registration_id,
    }))
}

/// Where the person is by the scans that still count.
fn settle(c: &mut Connection, checkpoint_id: i64, registration_id: i64) -> Result<()> {
    if !presence::hold(c, checkpoint_id, registration_id)? {
        return Ok(());
    }
    let timeline = timeline::of(c, checkpoint_id, registration_id)?;
    match timeline.first().map(First::from) {
        None => presence::end(c, checkpoint_id, registration_id),
        Some(first) => {
            presence::set_first(c, checkpoint_id, registration_id, &first)?;
            presence::set_inside(c, checkpoint_id, registration_id, timeline.is_inside())
        }
    }
}
