//! Who came in and who left, as it was heard of: what one door tells the others.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{act, checkpoint, device, presence, registration, scan};
use crate::db::{Connection, Mark, Result};
use crate::models::devices::door_request::Kind;
use crate::models::doors::verdict::Verdict;
use crate::models::places::way::Direction;

#[derive(Debug, Clone, Queryable)]
pub(crate) struct Passage {
    pub scan_id: String,
    pub checkpoint_id: i64,
    pub scanned_at: Moment,
    pub direction: Direction,
    /// None: the scan was taken back, or stands elsewhere than it did.
    pub verdict: Option<Verdict>,
    /// Public id.
    pub registration: String,
    /// Short name.
    pub checkpoint: String,
    /// Name.
    pub device: String,
}

/// What one mark could not see and the other can, at whatever forum, in the order in which it was written.
pub(crate) fn between(c: &mut Connection, before: &Mark, after: &Mark) -> Result<Vec<Passage>> {
    let mut passages = scanned(c, before, after)?;
    passages.extend(undone(c, before, after)?);
    passages.extend(told_later(c, before, after)?);
    Ok(passages)
}

fn scanned(c: &mut Connection, before: &Mark, after: &Mark) -> Result<Vec<Passage>> {
    scan::table
        .inner_join(registration::table)
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .filter(before.missed(scan::written))
        .filter(after.saw(scan::written))
        .filter(scan::counts.eq(true))
        .order((scan::written, scan::happened_at, scan::id))
        .select((
            scan::id,
            scan::checkpoint_id,
            scan::scanned_at,
            scan::direction,
            scan::verdict.nullable(),
            registration::public_id,
            checkpoint::slug,
            device::name,
        ))
        .load(c)
}

/// Whose scan was undone is where they are by the others.
fn undone(c: &mut Connection, before: &Mark, after: &Mark) -> Result<Vec<Passage>> {
    let passages: Vec<(Passage, Option<bool>)> = act::table
        .inner_join(
            scan::table.on(scan::forum_id
                .eq(act::forum_id)
                .and(scan::id.nullable().eq(act::scan_id))),
        )
        .inner_join(registration::table.on(registration::id.nullable().eq(act::registration_id)))
        .inner_join(checkpoint::table.on(checkpoint::id.eq(scan::checkpoint_id)))
        .inner_join(device::table.on(device::id.eq(act::device_id)))
        .left_join(
            presence::table.on(presence::checkpoint_id
                .eq(scan::checkpoint_id)
                .and(presence::registration_id.eq(registration::id))),
        )
        .filter(act::kind.eq(Kind::Undo))
        .filter(before.missed(act::written))
        .filter(after.saw(act::written))
        .order((act::written, act::id))
        .select((
            (
                act::id,
                scan::checkpoint_id,
                act::done_at,
                scan::direction,
                scan::verdict.nullable(),
                registration::public_id,
                checkpoint::slug,
                device::name,
            ),
            presence::inside.nullable(),
        ))
        .load(c)?;
    let told = |(passage, inside): (Passage, Option<bool>)| passage.undone(inside == Some(true));
    Ok(passages.into_iter().map(told).collect())
}

/// A device said later what it had told the volunteer, and the person is elsewhere by that.
fn told_later(c: &mut Connection, before: &Mark, after: &Mark) -> Result<Vec<Passage>> {
    let passages: Vec<(Passage, bool, Moment)> = scan::table
        .inner_join(registration::table)
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .inner_join(
            presence::table.on(presence::checkpoint_id
                .eq(scan::checkpoint_id)
                .and(presence::registration_id.eq(registration::id))),
        )
        .filter(before.missed(scan::told_written.assume_not_null()))
        .filter(after.saw(scan::told_written.assume_not_null()))
        .filter(before.missed(presence::written))
        .order((scan::told_written, scan::id))
        .select((
            (
                scan::id,
                scan::checkpoint_id,
                scan::scanned_at,
                scan::direction,
                scan::verdict.nullable(),
                registration::public_id,
                checkpoint::slug,
                device::name,
            ),
            presence::inside,
            presence::last_at,
        ))
        .load(c)?;
    // So it is since the last passage, and no sooner than the one that is none or another one now.
    let told = |(passage, is_inside, last_at): (Passage, bool, Moment)| Passage {
        scanned_at: passage.scanned_at.max(last_at),
        ..passage.undone(is_inside)
    };
    Ok(passages.into_iter().map(told).collect())
}

impl Passage {
    /// Where the person is now.
    fn undone(self, is_inside: bool) -> Passage {
        let direction = match is_inside {
            true => Direction::In,
            false => Direction::Out,
        };
        Passage {
            direction,
            verdict: None,
            ..self
        }
    }
}
