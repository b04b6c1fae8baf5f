//! Who is inside, as phones at the doors hear it: whole, or what has changed since they heard it last.

use std::collections::BTreeMap;
use std::fmt;

use diesel::dsl::max;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::clock::Moment;
use crate::db::schema::{act, checkpoint, device, presence, registration, scan};
use crate::db::{Backend, Connection, Mark, Result};

/// Somebody who is inside, and the scan that let them in first.
#[derive(Debug, Clone, Queryable)]
pub struct Inside {
    /// Public id.
    pub registration: String,
    pub checkpoint_id: i64,
    /// Short name.
    pub checkpoint: String,
    pub at: Moment,
    /// Name.
    pub device: String,
}

/// Somebody who is inside no more, or never was: what let them in was undone.
#[derive(Debug, Clone)]
pub struct Outside {
    /// Public id.
    pub registration: String,
    pub checkpoint_id: i64,
}

/// How far a device has heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    mark: Mark,
    /// Of the checkpoints, and of the newest scan and the newest undoing that the mark could see: after a backup was
    /// restored they are others.
    seal: String,
}

pub struct Heard {
    /// Everybody who is inside, and not a difference.
    pub whole: bool,
    pub cursor: Cursor,
    pub inside: Vec<Inside>,
    pub outside: Vec<Outside>,
}

/// Who is inside at these checkpoints; of a cursor that is of this database's history only what changed since.
pub fn heard(c: &mut Connection, checkpoints: &[i64], since: Option<Cursor>) -> Result<Heard> {
    // Taken first: what is written meanwhile is told now and once more next time, and never not at all.
    let mark = Mark::now(c)?;
    let cursor = Cursor {
        seal: seal(c, checkpoints, &mark)?,
        mark,
    };
    let since = match since {
        Some(since)
            if since.mark.is_before(&cursor.mark)
                && seal(c, checkpoints, &since.mark)? == since.seal =>
        {
            since
        }
        _ => {
            return Ok(Heard {
                whole: true,
                cursor,
                inside: everybody(c, checkpoints)?,
                outside: Vec::new(),
            });
        }
    };
    let mut heard = Heard {
        whole: false,
        cursor,
        inside: Vec::new(),
        outside: Vec::new(),
    };
    for place in changed(c, checkpoints, &since.mark)? {
        match place {
            Place::Inside(inside) => heard.inside.push(inside),
            Place::Outside(outside) => heard.outside.push(outside),
        }
    }
    Ok(heard)
}

enum Place {
    Inside(Inside),
    Outside(Outside),
}

/// A row of whom, and whether they are inside.
type Row = (i64, bool, Inside);

fn everybody(c: &mut Connection, checkpoints: &[i64]) -> Result<Vec<Inside>> {
    let rows = rows(c, checkpoints, Which::Inside)?;
    Ok(rows.into_iter().map(|(_, _, inside)| inside).collect())
}

/// Where those are now of whom a row was written, or a scan taken back, that the mark could not see.
fn changed(c: &mut Connection, checkpoints: &[i64], since: &Mark) -> Result<Vec<Place>> {
    let undone = undone(c, checkpoints, since)?;
    let people: Vec<i64> = undone.iter().map(|(person, _)| *person).collect();
    let mut found = rows(c, checkpoints, Which::Since(since))?;
    if !people.is_empty() {
        found.extend(rows(c, checkpoints, Which::Of(people))?);
    }
    // Whoever is not there any more was taken out of the table with the only scan that let them in.
    let mut places: BTreeMap<(i64, i64), Place> = undone
        .into_iter()
        .map(|(person, outside)| ((outside.checkpoint_id, person), Place::Outside(outside)))
        .collect();
    for (person, is_inside, row) in found {
        let at = (row.checkpoint_id, person);
        places.insert(at, Place::of(is_inside, row));
    }
    Ok(places.into_values().collect())
}

impl Place {
    fn of(is_inside: bool, row: Inside) -> Place {
        match is_inside {
            true => Place::Inside(row),
            false => Place::Outside(Outside {
                registration: row.registration,
                checkpoint_id: row.checkpoint_id,
            }),
        }
    }
}

enum Which<'a> {
    Inside,
    Since(&'a Mark),
    Of(Vec<i64>),
}

fn rows(c: &mut Connection, checkpoints: &[i64], which: Which) -> Result<Vec<Row>> {
    let mut query = presence::table
        .inner_join(registration::table)
        .inner_join(checkpoint::table)
        .inner_join(
            scan::table.on(scan::forum_id
                .eq(presence::forum_id)
                .and(scan::id.nullable().eq(presence::first_scan_id.nullable()))),
        )
        .inner_join(device::table.on(device::id.eq(scan::device_id)))
        .filter(presence::checkpoint_id.eq_any(checkpoints.to_vec()))
        .select((
            presence::registration_id,
            presence::inside,
            (
                registration::public_id,
                presence::checkpoint_id,
                checkpoint::slug,
                scan::scanned_at,
                device::name,
            ),
        ))
        .into_boxed::<Backend>();
    query = match which {
        Which::Inside => query.filter(presence::inside.eq(true)),
        Which::Of(people) => query.filter(presence::registration_id.eq_any(people)),
        Which::Since(mark) => query.filter(presence::written.ge(mark.floor())).filter(
            presence::written
                .ge(mark.next())
                .or(presence::written.eq_any(mark.open())),
        ),
    };
    query.load(c)
}

/// Whose scans at these checkpoints were taken back since.
fn undone(c: &mut Connection, checkpoints: &[i64], since: &Mark) -> Result<Vec<(i64, Outside)>> {
    let rows: Vec<(i64, String, i64)> = act::table
        .inner_join(
            scan::table.on(scan::forum_id
                .eq(act::forum_id)
                .and(scan::id.nullable().eq(act::scan_id))),
        )
        .inner_join(registration::table.on(registration::id.nullable().eq(scan::registration_id)))
        .filter(act::kind.eq("undo"))
        .filter(act::written.ge(since.floor()))
        .filter(
            act::written
                .ge(since.next())
                .or(act::written.eq_any(since.open())),
        )
        .filter(scan::checkpoint_id.eq_any(checkpoints.to_vec()))
        .select((
            registration::id,
            registration::public_id,
            scan::checkpoint_id,
        ))
        .load(c)?;
    let outside = |(person, registration, checkpoint_id)| {
        let outside = Outside {
            registration,
            checkpoint_id,
        };
        (person, outside)
    };
    Ok(rows.into_iter().map(outside).collect())
}

/// What names the history that a mark could see, and the checkpoints of which it is: a device that is given another
/// one begins anew.
fn seal(c: &mut Connection, checkpoints: &[i64], mark: &Mark) -> Result<String> {
    let newest = (newest_scan(c, mark)?, newest_undoing(c, mark)?);
    let mut checkpoints = checkpoints.to_vec();
    checkpoints.sort_unstable();
    let digest = Sha256::digest(format!("{checkpoints:?} {newest:?}").as_bytes());
    Ok(data_encoding::HEXLOWER.encode(&digest[..8]))
}

fn newest_scan(c: &mut Connection, mark: &Mark) -> Result<Option<(String, Moment)>> {
    let newest: Option<i64> = scan::table
        .filter(scan::written.lt(mark.next()))
        .filter(scan::written.ne_all(mark.open()))
        .select(max(scan::written))
        .first(c)?;
    // Nobody numbered those of older versions.
    let Some(newest) = newest.filter(|newest| *newest > 0) else {
        return Ok(None);
    };
    scan::table
        .filter(scan::written.eq(newest))
        .order(scan::id.desc())
        .select((scan::id, scan::received_at))
        .first(c)
        .optional()
}

fn newest_undoing(c: &mut Connection, mark: &Mark) -> Result<Option<(String, Moment)>> {
    let newest: Option<i64> = act::table
        .filter(act::kind.eq("undo"))
        .filter(act::written.lt(mark.next()))
        .filter(act::written.ne_all(mark.open()))
        .select(max(act::written))
        .first(c)?;
    let Some(newest) = newest.filter(|newest| *newest > 0) else {
        return Ok(None);
    };
    act::table
        .filter(act::kind.eq("undo"))
        .filter(act::written.eq(newest))
        .order(act::id.desc())
        .select((act::id, act::received_at))
        .first(c)
        .optional()
}

impl Cursor {
    pub fn parse(text: &str) -> Option<Cursor> {
        let (seal, mark) = text.split_once('.')?;
        Some(Cursor {
            mark: Mark::parse(mark)?,
            seal: seal.to_owned(),
        })
    }
}

/// `seal.mark`
impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.seal, self.mark)
    }
}
