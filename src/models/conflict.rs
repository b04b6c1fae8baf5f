//! What a door did while it could not ask: a person admitted twice, or one whom the desk would not have admitted.
//! Nothing is undone by itself; somebody looks at it.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{checkpoint, conflict, device, registration, scan};
use crate::db::{Connection, Result};

/// A scan, as it is compared with another one.
#[derive(Debug, Clone, Queryable)]
pub struct Side {
    pub at: Moment,
    pub device: String,
    pub verdict: String,
}

#[derive(Debug, Clone)]
pub struct Conflict {
    pub id: i64,
    pub checkpoint_id: i64,
    /// Short name of the checkpoint.
    pub checkpoint: String,
    /// The person's name and public id, where the badge is known.
    pub person: Option<(String, String)>,
    /// The scan that was let pass by mistake.
    pub scan: Side,
    /// The scan that counts.
    pub earlier: Option<Side>,
}

/// Notes what became of a scan at a forum's checkpoint, by a person if the badge was known; `earlier` is the scan
/// that counts in its place. A scan is noted once.
pub fn note(
    c: &mut Connection,
    (forum_id, checkpoint_id, registration_id): (i64, i64, Option<i64>),
    scan_id: &str,
    earlier: Option<&str>,
    now: Moment,
) -> Result<()> {
    let noted = conflict::table
        .filter(conflict::forum_id.eq(forum_id))
        .filter(conflict::scan_id.eq(scan_id));
    if diesel::select(diesel::dsl::exists(noted)).get_result(c)? {
        return Ok(());
    }
    diesel::insert_into(conflict::table)
        .values((
            conflict::forum_id.eq(forum_id),
            conflict::checkpoint_id.eq(checkpoint_id),
            conflict::registration_id.eq(registration_id),
            conflict::scan_id.eq(scan_id),
            conflict::earlier_scan_id.eq(earlier),
            conflict::found_at.eq(now),
        ))
        .execute(c)?;
    Ok(())
}

/// It was none: between the two scans the person had left, which is heard of only now.
pub fn dissolve(c: &mut Connection, forum_id: i64, scan_id: &str) -> Result<()> {
    let noted = conflict::table
        .filter(conflict::forum_id.eq(forum_id))
        .filter(conflict::scan_id.eq(scan_id))
        .filter(conflict::earlier_scan_id.is_not_null())
        .filter(conflict::looked_at.is_null());
    diesel::delete(noted).execute(c)?;
    Ok(())
}

/// One of its two scans was undone: nothing is left to look at.
pub fn settle(c: &mut Connection, forum_id: i64, scan_id: &str) -> Result<()> {
    let open = conflict::table
        .filter(conflict::forum_id.eq(forum_id))
        .filter(conflict::looked_at.is_null());
    diesel::delete(open.filter(conflict::scan_id.eq(scan_id))).execute(c)?;
    diesel::delete(open.filter(conflict::earlier_scan_id.eq(scan_id))).execute(c)?;
    Ok(())
}

/// Conflicts nobody has looked at.
pub fn count_open(c: &mut Connection, forum_id: i64) -> Result<i64> {
    conflict::table
        .filter(conflict::forum_id.eq(forum_id))
        .filter(conflict::looked_at.is_null())
        .count()
        .get_result(c)
}

#[derive(Queryable)]
struct Row {
    id: i64,
    checkpoint_id: i64,
    checkpoint: String,
    name: Option<String>,
    public_id: Option<String>,
    scan_id: String,
    earlier_scan_id: Option<String>,
}

/// Conflicts nobody has looked at, the oldest first.
pub fn open(c: &mut Connection, forum_id: i64, most: i64) -> Result<Vec<Conflict>> {
    let rows: Vec<Row> = conflict::table
        .inner_join(checkpoint::table)
        .left_join(registration::table)
        .filter(conflict::forum_id.eq(forum_id))
        .filter(conflict::looked_at.is_null())
        .order((conflict::found_at, conflict::id))
        .limit(most)
        .select((
            conflict::id,
            checkpoint::id,
            checkpoint::slug,
            registration::name.nullable(),
            registration::public_id.nullable(),
            conflict::scan_id,
            conflict::earlier_scan_id,
        ))
        .load(c)?;
    let ids = rows
        .iter()
        .flat_map(|row| std::iter::once(&row.scan_id).chain(&row.earlier_scan_id));
    let sides = sides(c, forum_id, ids.cloned().collect())?;
    Ok(rows
        .into_iter()
        .filter_map(|row| compared(row, &sides))
        .collect())
}

fn compared(row: Row, sides: &HashMap<String, Side>) -> Option<Conflict> {
    Some(Conflict {
        id: row.id,
        checkpoint_id: row.checkpoint_id,
        checkpoint: row.checkpoint,
        person: row.name.zip(row.public_id),
        scan: sides.get(&row.scan_id)?.clone(),
        earlier: row.earlier_scan_id.and_then(|id| sides.get(&id).cloned()),
    })
}

fn sides(c: &mut Connection, forum_id: i64, ids: Vec<String>) -> Result<HashMap<String, Side>> {
    let rows: Vec<(String, Side)> = scan::table
        .inner_join(device::table)
        .filter(scan::forum_id.eq(forum_id))
        .filter(scan::id.eq_any(ids))
        .select((scan::id, (scan::scanned_at, device::name, scan::verdict)))
        .load(c)?;
    Ok(rows.into_iter().collect())
}

/// Somebody has looked at it.
pub fn looked_at(
    c: &mut Connection,
    forum_id: i64,
    id: i64,
    account_id: i64,
    now: Moment,
) -> Result<bool> {
    let open = conflict::table
        .find(id)
        .filter(conflict::forum_id.eq(forum_id))
        .filter(conflict::looked_at.is_null());
    let changed = diesel::update(open)
        .set((
            conflict::looked_at.eq(now),
            conflict::account_id.eq(account_id),
        ))
        .execute(c)?;
    Ok(changed == 1)
}
