//! Who is inside, as phones at the doors hear it: whole, or what has changed since they heard it last.

use std::fmt;

use diesel::dsl::max;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::clock::Moment;
use crate::db::schema::{act, checkpoint, device, presence, registration, scan};
use crate::db::{Backend, Connection, Mark, Result};
use crate::models::devices::door_request::Kind;

/// Somebody who is inside, and the scan by which the visit began that they are on.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Inside {
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
pub(crate) struct Outside {
    /// Public id.
    pub registration: String,
    pub checkpoint_id: i64,
}

/// How far a device has heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cursor {
    mark: Mark,
    /// Of the checkpoints, and of the newest scan and the newest undoing that the mark could see: after a backup was
    /// restored they are others.
    seal: String,
}

pub(crate) struct Heard {
    /// Everybody who is inside, and not a difference.
    pub whole: bool,
    pub cursor: Cursor,
    pub inside: Vec<Inside>,
    pub outside: Vec<Outside>,
}

/// Who is inside at these checkpoints; of a cursor that is of this database's history only what changed since.
pub(crate) fn heard(
    c: &mut Connection,
    checkpoints: &[i64],
    since: Option<Cursor>,
) -> Result<Heard> {
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
    for row in rows(c, checkpoints, Some(&since.mark))? {
        match row.is_inside {
            true => heard.inside.extend(row.inside()),
            false => heard.outside.push(row.outside()),
        }
    }
    Ok(heard)
}

/// Where somebody is, with the scan by which they came in, if they are inside.
#[derive(Queryable)]
struct Row {
    is_inside: bool,
    registration: String,
    checkpoint_id: i64,
    checkpoint: String,
    at: Option<Moment>,
    device: Option<String>,
}

fn everybody(c: &mut Connection, checkpoints: &[i64]) -> Result<Vec<Inside>> {
    let rows = rows(c, checkpoints, None)?;
    Ok(rows.into_iter().filter_map(Row::inside).collect())
}

impl Row {
    fn inside(self) -> Option<Inside> {
        Some(Inside {
            registration: self.registration,
            checkpoint_id: self.checkpoint_id,
            checkpoint: self.checkpoint,
            at: self.at?,
            device: self.device?,
        })
    }

    fn outside(self) -> Outside {
        Outside {
            registration: self.registration,
            checkpoint_id: self.checkpoint_id,
        }
    }
}

/// Where everybody is whose row was written since that mark; without one, who is inside.
fn rows(c: &mut Connection, checkpoints: &[i64], since: Option<&Mark>) -> Result<Vec<Row>> {
    let query = presence::table
        .inner_join(registration::table)
        .inner_join(checkpoint::table)
        .left_join(
            scan::table.on(scan::forum_id
                .eq(presence::forum_id)
                .and(scan::id.nullable().eq(presence::since_scan_id))),
        )
        .left_join(device::table.on(device::id.eq(scan::device_id)))
        .filter(presence::checkpoint_id.eq_any(checkpoints.to_vec()))
        .select((
            presence::inside,
            registration::public_id,
            presence::checkpoint_id,
            checkpoint::slug,
            presence::since_at,
            device::name.nullable(),
        ))
        .into_boxed::<Backend>();
    let query = match since {
        None => query.filter(presence::inside.eq(true)),
        Some(mark) => query.filter(mark.missed(presence::written)),
    };
    query.load(c)
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
        .filter(mark.saw(scan::written))
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
        .filter(act::kind.eq(Kind::Undo))
        .filter(mark.saw(act::written))
        .select(max(act::written))
        .first(c)?;
    let Some(newest) = newest.filter(|newest| *newest > 0) else {
        return Ok(None);
    };
    act::table
        .filter(act::kind.eq(Kind::Undo))
        .filter(act::written.eq(newest))
        .order(act::id.desc())
        .select((act::id, act::received_at))
        .first(c)
        .optional()
}

impl Cursor {
    pub(crate) fn parse(text: &str) -> Option<Cursor> {
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
