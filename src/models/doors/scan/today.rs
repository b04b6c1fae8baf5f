//! A person's way through some doors today: what may be undone there.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{checkpoint, device, presence, scan};
use crate::db::{Backend, Connection, Result};
use crate::models::doors::scan::at_the_door;
use crate::models::doors::verdict::Verdict;
use crate::models::places::way::Direction;

const MOST: i64 = 50;

/// One of a person's scans.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Passing {
    pub scan_id: String,
    pub checkpoint_id: i64,
    /// Short name.
    pub checkpoint: String,
    pub direction: Direction,
    verdict: Verdict,
    told: Option<Verdict>,
    /// By the device's clock.
    pub at: Moment,
    /// Name.
    pub device: String,
    pub undone_at: Option<Moment>,
}

impl Passing {
    /// What became of it at the door.
    pub(crate) fn verdict(&self) -> Verdict {
        at_the_door(self.verdict, self.told)
    }
}

/// Where a person is, and how they came there.
#[derive(Debug, Clone)]
pub(crate) struct Today {
    /// Checkpoints where they are inside.
    pub inside: Vec<i64>,
    /// The newest first.
    pub passings: Vec<Passing>,
}

/// A person's scans at these checkpoints since a day began, and those of before that still hold them inside.
pub(crate) fn today(
    c: &mut Connection,
    registration_id: i64,
    checkpoints: &[i64],
    day: Moment,
) -> Result<Today> {
    let stays: HashMap<i64, Moment> = visits(c, registration_id, checkpoints)?;
    let mut passings = Vec::new();
    for checkpoint_id in checkpoints {
        let since = stays.get(checkpoint_id).copied();
        passings.extend(at_one(c, registration_id, *checkpoint_id, day, since)?);
    }
    passings.sort_by(|one: &(Moment, Passing), other| {
        let key = |(at, passing): &(Moment, Passing)| (*at, passing.at, passing.scan_id.clone());
        key(other).cmp(&key(one))
    });
    passings.truncate(MOST as usize);
    let mut inside: Vec<i64> = stays.into_keys().collect();
    inside.sort_unstable();
    Ok(Today {
        inside,
        passings: passings.into_iter().map(|(_, passing)| passing).collect(),
    })
}

/// Where the person is inside, and when each of these visits began.
fn visits(
    c: &mut Connection,
    registration_id: i64,
    checkpoints: &[i64],
) -> Result<HashMap<i64, Moment>> {
    let rows: Vec<(i64, Moment)> = presence::table
        .inner_join(
            scan::table.on(scan::forum_id
                .eq(presence::forum_id)
                .and(scan::id.nullable().eq(presence::since_scan_id))),
        )
        .filter(presence::registration_id.eq(registration_id))
        .filter(presence::checkpoint_id.eq_any(checkpoints.to_vec()))
        .filter(presence::inside.eq(true))
        .select((presence::checkpoint_id, scan::happened_at))
        .load(c)?;
    Ok(rows.into_iter().collect())
}

/// At one checkpoint, each with when it happened.
fn at_one(
    c: &mut Connection,
    registration_id: i64,
    checkpoint_id: i64,
    day: Moment,
    since: Option<Moment>,
) -> Result<Vec<(Moment, Passing)>> {
    let of_this = scan::table
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .filter(scan::registration_id.eq(registration_id))
        .filter(scan::checkpoint_id.eq(checkpoint_id))
        .order((
            scan::happened_at.desc(),
            scan::scanned_at.desc(),
            scan::id.desc(),
        ))
        .limit(MOST)
        .select((
            scan::happened_at,
            (
                scan::id,
                scan::checkpoint_id,
                checkpoint::slug,
                scan::direction,
                scan::verdict,
                scan::told,
                scan::scanned_at,
                device::name,
                scan::undone_at,
            ),
        ))
        .into_boxed::<Backend>();
    let today = scan::happened_at.ge(day);
    match since.filter(|since| *since < day) {
        None => of_this.filter(today).load(c),
        Some(since) => of_this
            .filter(
                today.or(scan::happened_at
                    .ge(since)
                    .and(scan::counts.eq(true))
                    .and(scan::direction.eq(Direction::In))),
            )
            .load(c),
    }
}
