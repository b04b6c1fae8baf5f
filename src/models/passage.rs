//! Who came in and who left, as it was heard of: what one door tells the others.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{act, checkpoint, device, registration, scan};
use crate::db::{Connection, Result};

#[derive(Debug, Clone, Queryable)]
pub struct Passage {
    pub scan_id: String,
    pub checkpoint_id: i64,
    pub received_at: Moment,
    pub scanned_at: Moment,
    pub direction: String,
    /// `undone` where a scan was taken back.
    pub verdict: String,
    /// Public id.
    pub registration: String,
    /// Short name.
    pub checkpoint: String,
    /// Name.
    pub device: String,
}

/// What was received after a moment, at whatever forum, the oldest first.
pub fn after(c: &mut Connection, after: Moment) -> Result<Vec<Passage>> {
    let mut passages = scanned(c, after)?;
    passages.extend(undone(c, after)?);
    Ok(passages)
}

fn scanned(c: &mut Connection, after: Moment) -> Result<Vec<Passage>> {
    scan::table
        .inner_join(registration::table)
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .filter(scan::received_at.gt(after))
        .filter(scan::undone_at.is_null())
        .filter(
            scan::verdict
                .eq("admitted")
                .or(scan::verdict.eq("already_in"))
                .or(scan::verdict.eq("left")),
        )
        .order((scan::received_at, scan::id))
        .select((
            scan::id,
            scan::checkpoint_id,
            scan::received_at,
            scan::scanned_at,
            scan::direction,
            scan::verdict,
            registration::public_id,
            checkpoint::slug,
            device::name,
        ))
        .load(c)
}

/// Who came in by a scan that was undone has left again, and the other way round.
fn undone(c: &mut Connection, after: Moment) -> Result<Vec<Passage>> {
    let mut passages: Vec<Passage> = act::table
        .inner_join(
            scan::table.on(scan::forum_id
                .eq(act::forum_id)
                .and(scan::id.nullable().eq(act::scan_id))),
        )
        .inner_join(registration::table.on(registration::id.nullable().eq(act::registration_id)))
        .inner_join(checkpoint::table.on(checkpoint::id.eq(scan::checkpoint_id)))
        .inner_join(device::table.on(device::id.eq(act::device_id)))
        .filter(act::kind.eq("undo"))
        .filter(act::received_at.gt(after))
        .order((act::received_at, act::id))
        .select((
            act::id,
            scan::checkpoint_id,
            act::received_at,
            act::done_at,
            scan::direction,
            scan::verdict,
            registration::public_id,
            checkpoint::slug,
            device::name,
        ))
        .load(c)?;
    for passage in &mut passages {
        let back = match passage.direction.as_str() {
            "in" => "out",
            _ => "in",
        };
        passage.direction = back.to_string();
        passage.verdict = "undone".to_string();
    }
    Ok(passages)
}
