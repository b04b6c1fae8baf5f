//! Who came in and who left, as it was heard of: what one door tells the others.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{checkpoint, device, registration, scan};
use crate::db::{Connection, Result};

#[derive(Debug, Clone, Queryable)]
pub struct Passage {
    pub scan_id: String,
    pub checkpoint_id: i64,
    pub received_at: Moment,
    pub scanned_at: Moment,
    pub direction: String,
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
    scan::table
        .inner_join(registration::table)
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .filter(scan::received_at.gt(after))
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
