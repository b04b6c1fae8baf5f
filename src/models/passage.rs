//! Who came in and who left, as it was heard of: what one door tells the others.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{act, checkpoint, device, presence, registration, scan};
use crate::db::{Connection, Mark, Result};

#[derive(Debug, Clone, Queryable)]
pub struct Passage {
    pub scan_id: String,
    pub checkpoint_id: i64,
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

/// What one mark could not see and the other can, at whatever forum, in the order in which it was written.
pub fn between(c: &mut Connection, before: &Mark, after: &Mark) -> Result<Vec<Passage>> {
    let mut passages = scanned(c, before, after)?;
    passages.extend(undone(c, before, after)?);
    Ok(passages)
}

fn scanned(c: &mut Connection, before: &Mark, after: &Mark) -> Result<Vec<Passage>> {
    scan::table
        .inner_join(registration::table)
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .filter(scan::written.ge(before.floor()))
        .filter(
            scan::written
                .ge(before.next())
                .or(scan::written.eq_any(before.open())),
        )
        .filter(scan::written.lt(after.next()))
        .filter(scan::written.ne_all(after.open()))
        .filter(scan::undone_at.is_null())
        .filter(
            scan::verdict
                .eq("admitted")
                .or(scan::verdict.eq("already_in"))
                .or(scan::verdict.eq("left")),
        )
        .order((scan::written, scan::happened_at, scan::id))
        .select((
            scan::id,
            scan::checkpoint_id,
            scan::scanned_at,
            scan::direction,
            scan::verdict,
            registration::public_id,
            checkpoint::slug,
            device::name,
        ))
        .load(c)
}

/// Scans that were taken back, each with where the person is since.
fn undone(c: &mut Connection, before: &Mark, after: &Mark) -> Result<Vec<Passage>> {
    let undone: Vec<(Passage, i64)> = act::table
        .inner_join(
            scan::table.on(scan::forum_id
                .eq(act::forum_id)
                .and(scan::id.nullable().eq(act::scan_id))),
        )
        .inner_join(registration::table.on(registration::id.nullable().eq(act::registration_id)))
        .inner_join(checkpoint::table.on(checkpoint::id.eq(scan::checkpoint_id)))
        .inner_join(device::table.on(device::id.eq(act::device_id)))
        .filter(act::kind.eq("undo"))
        .filter(act::written.ge(before.floor()))
        .filter(
            act::written
                .ge(before.next())
                .or(act::written.eq_any(before.open())),
        )
        .filter(act::written.lt(after.next()))
        .filter(act::written.ne_all(after.open()))
        .order((act::written, act::id))
        .select((
            (
                act::id,
                scan::checkpoint_id,
                act::done_at,
                scan::direction,
                scan::verdict,
                registration::public_id,
                checkpoint::slug,
                device::name,
            ),
            registration::id,
        ))
        .load(c)?;
    let people = undone.iter().map(|(_, person)| *person).collect();
    let inside = inside(c, people)?;
    let told = |(mut passage, person): (Passage, i64)| {
        let is_inside = inside.contains(&(passage.checkpoint_id, person));
        passage.direction = if is_inside { "in" } else { "out" }.to_owned();
        passage.verdict = "undone".to_owned();
        passage
    };
    Ok(undone.into_iter().map(told).collect())
}

/// At which checkpoints these people are inside.
fn inside(c: &mut Connection, people: Vec<i64>) -> Result<HashSet<(i64, i64)>> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let found: Vec<(i64, i64)> = presence::table
        .filter(presence::registration_id.eq_any(people))
        .filter(presence::inside.eq(true))
        .select((presence::checkpoint_id, presence::registration_id))
        .load(c)?;
    Ok(found.into_iter().collect())
}
