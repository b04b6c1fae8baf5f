//! A checkpoint tried out before it opens: real phones, test badges, and nothing counted.

mod answer;
mod badge;
mod report;

use chrono::TimeDelta;
use diesel::prelude::*;

use super::checkpoint::Checkpoint;
use super::presence;
use super::whole::Whole;
use crate::clock::Moment;
use crate::db::schema::{checkpoint, rehearsal};
use crate::db::{Connection, Prepare, Result};

pub use answer::answer;
pub use badge::{Listed, TestBadge, badges, listed};
pub use report::{DeviceReport, Report, report};

/// A rehearsal that nobody ends.
const LASTS: TimeDelta = TimeDelta::hours(4);

#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Identifiable)]
#[diesel(table_name = rehearsal)]
pub struct Rehearsal {
    pub id: i64,
    pub forum_id: i64,
    pub checkpoint_id: i64,
    pub started_at: Moment,
    pub ends_at: Moment,
}

impl Rehearsal {
    pub fn is_running(&self, at: Moment) -> bool {
        self.started_at <= at && at < self.ends_at
    }
}

/// What became of the wish to start one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Started {
    Done,
    /// It runs already.
    Already,
    /// So many people are inside: the door is in use.
    InUse(i64),
}

/// Starts one with fresh test badges. It ends by itself, and before the door opens at the latest.
pub fn start(
    c: &mut Connection,
    door: &Checkpoint,
    account_id: i64,
    whole: &Whole,
    now: Moment,
) -> Result<Started> {
    // Two people who start it at once start one.
    diesel::update(checkpoint::table.find(door.id))
        .set(checkpoint::capacity.eq(checkpoint::capacity))
        .execute(c)?;
    if latest(c, door.id)?.is_some_and(|latest| latest.is_running(now)) {
        return Ok(Started::Already);
    }
    let inside = presence::count_inside(c, door.id)?;
    if inside > 0 {
        return Ok(Started::InUse(inside));
    }
    let opens_at = door.opens_at.filter(|opens| now < *opens);
    let ends_at = opens_at.map_or(now + LASTS, |opens| opens.min(now + LASTS));
    let id: i64 = diesel::insert_into(rehearsal::table)
        .values((
            rehearsal::forum_id.eq(door.forum_id),
            rehearsal::checkpoint_id.eq(door.id),
            rehearsal::account_id.eq(account_id),
            rehearsal::started_at.eq(now),
            rehearsal::ends_at.eq(ends_at),
        ))
        .returning(rehearsal::id)
        .get_result(c)?;
    badge::make(c, id, door, whole, now)?;
    Ok(Started::Done)
}

/// Ends the one that runs; what was scanned in it stays to be read.
pub fn end(c: &mut Connection, checkpoint_id: i64, now: Moment) -> Result<()> {
    let running = rehearsal::table
        .filter(rehearsal::checkpoint_id.eq(checkpoint_id))
        .filter(rehearsal::started_at.le(now))
        .filter(rehearsal::ends_at.gt(now));
    diesel::update(running)
        .set(rehearsal::ends_at.eq(now))
        .execute(c)?;
    Ok(())
}

/// The one that runs, or else the last one.
pub fn latest(c: &mut Connection, checkpoint_id: i64) -> Result<Option<Rehearsal>> {
    rehearsal::table
        .filter(rehearsal::checkpoint_id.eq(checkpoint_id))
        .order((rehearsal::started_at.desc(), rehearsal::id.desc()))
        .select(Rehearsal::as_select())
        .first(c)
        .optional()
}

/// All of a checkpoint, the newest first.
fn of_checkpoint(c: &mut Connection, checkpoint_id: i64) -> Result<Vec<Rehearsal>> {
    rehearsal::table
        .filter(rehearsal::checkpoint_id.eq(checkpoint_id))
        .order(rehearsal::started_at.desc())
        .select(Rehearsal::as_select())
        .prepared()
        .load(c)
}

/// Those that run now at these checkpoints.
pub fn running(c: &mut Connection, checkpoints: &[i64], now: Moment) -> Result<Vec<Rehearsal>> {
    rehearsal::table
        .filter(rehearsal::checkpoint_id.eq_any(checkpoints.to_vec()))
        .filter(rehearsal::started_at.le(now))
        .filter(rehearsal::ends_at.gt(now))
        .select(Rehearsal::as_select())
        .load(c)
}
