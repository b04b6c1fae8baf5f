//! What a door did while it could not ask: a person admitted twice, one whom the desk would not have admitted, or one
//! turned away whom it would have. Nothing is undone by itself; somebody looks at it.
//!
//! Who was let in twice follows from the passages that count: within one visit each entrance but the first by which a
//! volunteer let the person in.

use std::collections::HashMap;
use std::convert::identity;

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};

use super::timeline::{Around, Passage};
use super::verdict::Verdict;
use crate::clock::Moment;
use crate::db::schema::{checkpoint, conflict, device, registration, scan};
use crate::db::{Connection, Prepare, Result};
use crate::models::places::way::Way;

/// A scan, as it is compared with another one.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Side {
    pub at: Moment,
    pub device: String,
    /// The desk's own.
    pub verdict: Verdict,
    told: Option<Verdict>,
}

impl Side {
    /// What the volunteer was told where that let nobody pass.
    pub(crate) fn turned_away(&self) -> Option<Verdict> {
        self.told.filter(|told| !told.lets_pass())
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Conflict {
    pub id: i64,
    pub checkpoint_id: i64,
    /// Short name of the checkpoint.
    pub checkpoint: String,
    /// The person's name and public id, where the badge is known.
    pub person: Option<(String, String)>,
    /// The scan that was let pass by mistake, or turned away.
    pub scan: Side,
    /// The scan that counts.
    pub earlier: Option<Side>,
}

/// Whose scans are compared, and where.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whose {
    pub forum_id: i64,
    pub checkpoint_id: i64,
    /// None where the badge is nobody's.
    pub registration_id: Option<i64>,
}

impl Whose {
    pub(crate) fn way(self) -> Option<Way> {
        self.registration_id.map(|registration_id| Way {
            forum_id: self.forum_id,
            checkpoint_id: self.checkpoint_id,
            registration_id,
        })
    }
}

impl From<Way> for Whose {
    fn from(way: Way) -> Whose {
        Whose {
            forum_id: way.forum_id,
            checkpoint_id: way.checkpoint_id,
            registration_id: Some(way.registration_id),
        }
    }
}

/// Notes what became of a scan; `earlier` is the scan that counts in its place. A scan is noted once.
pub(crate) fn note(
    c: &mut Connection,
    whose: Whose,
    scan_id: &str,
    earlier: Option<&str>,
    now: Moment,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO conflict (forum_id, checkpoint_id, registration_id, scan_id, earlier_scan_id, found_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (forum_id, scan_id) DO NOTHING",
    )
    .bind::<BigInt, _>(whose.forum_id)
    .bind::<BigInt, _>(whose.checkpoint_id)
    .bind::<Nullable<BigInt>, _>(whose.registration_id)
    .bind::<Text, _>(scan_id)
    .bind::<Nullable<Text>, _>(earlier)
    .bind::<Timestamp, _>(now)
    .prepared()
    .execute_along(c, identity)
}

/// What became of a passage among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Added,
    TakenBack,
}

/// A passage that is not the last was added, or one was taken back: the entrances after it may belong to another visit
/// than they did.
pub(crate) fn regroup(
    c: &mut Connection,
    way: Way,
    (change, passage): (Change, &Passage),
    around: &Around,
    now: Moment,
) -> Result<()> {
    if change == Change::TakenBack {
        dissolve(c, way.forum_id, &passage.scan_id)?;
        if let Some(since) = &around.since {
            begun_by(c, way, passage, (passage, since))?;
        }
    }
    let Some(next) = around.doubled_by() else {
        return Ok(());
    };
    let without = around.since.as_ref().unwrap_or(next);
    let with = match passage.is_in() {
        true => around.since.as_ref().unwrap_or(passage),
        false => next,
    };
    let (was, is) = match change {
        Change::Added => (without, with),
        Change::TakenBack => (with, without),
    };
    if was.scan_id == is.scan_id {
        return Ok(());
    }
    begun_by(c, way, passage, (was, is))?;
    if next.scan_id == is.scan_id {
        return dissolve(c, way.forum_id, &next.scan_id);
    }
    match next.let_in() {
        true => note(c, way.into(), &next.scan_id, Some(&is.scan_id), now),
        false => Ok(()),
    }
}

/// The visit that goes on after a passage was begun by one scan, and is begun by another now.
fn begun_by(
    c: &mut Connection,
    way: Way,
    passage: &Passage,
    (was, is): (&Passage, &Passage),
) -> Result<()> {
    let later = scan::table
        .filter(scan::forum_id.eq(way.forum_id))
        .filter(scan::id.eq(conflict::scan_id))
        .filter(scan::happened_at.ge(passage.happened_at));
    let noted = conflict::table
        .filter(conflict::forum_id.eq(way.forum_id))
        .filter(conflict::earlier_scan_id.eq(&was.scan_id))
        .filter(conflict::scan_id.ne(&is.scan_id))
        .filter(conflict::looked_at.is_null())
        .filter(exists(later));
    diesel::update(noted)
        .set(conflict::earlier_scan_id.eq(&is.scan_id))
        .execute(c)?;
    Ok(())
}

/// It is none, or none any more: the scan was undone, or between the two the person had left, which is heard of only now.
pub(crate) fn dissolve(c: &mut Connection, forum_id: i64, scan_id: &str) -> Result<()> {
    let noted = conflict::table
        .filter(conflict::forum_id.eq(forum_id))
        .filter(conflict::scan_id.eq(scan_id))
        .filter(conflict::looked_at.is_null());
    diesel::delete(noted).execute(c)?;
    Ok(())
}

/// Conflicts nobody has looked at.
pub(crate) fn count_open(c: &mut Connection, forum_id: i64) -> Result<i64> {
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
pub(crate) fn open(c: &mut Connection, forum_id: i64, most: i64) -> Result<Vec<Conflict>> {
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
        .select((
            scan::id,
            (scan::scanned_at, device::name, scan::verdict, scan::told),
        ))
        .load(c)?;
    Ok(rows.into_iter().collect())
}

/// Somebody has looked at it.
pub(crate) fn looked_at(
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
