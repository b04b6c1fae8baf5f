//! A checkpoint tried out before it opens: real phones, test badges, and nothing counted.

mod answer;
mod badge;
mod report;

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{checkpoint, rehearsal};
use crate::db::{Connection, Prepare, Result};
use crate::models::doors::presence;
use crate::models::forum::context::ForumContext;
use crate::models::places::checkpoint::Checkpoint;

pub(crate) use answer::{answer, answered, belongs};
pub(crate) use badge::{Listed, TestBadge, badges, listed};
pub(crate) use report::{DeviceReport, Report, report};

/// A rehearsal that nobody ends.
const LASTS: TimeDelta = TimeDelta::hours(4);

#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Identifiable)]
#[diesel(table_name = rehearsal)]
pub struct Rehearsal {
    pub id: i64,
    pub forum_id: i64,
    pub checkpoint_id: i64,
    pub started_at: Moment,
    /// When the desk ended it, or it ends at the latest.
    #[diesel(column_name = ends_at)]
    ended_at: Moment,
}

impl Rehearsal {
    /// It ends before the door opens, by the door's hours as they are now.
    pub fn ends_at(&self, door: &Checkpoint) -> Moment {
        let opens_at = door.opens_at.filter(|opens| self.started_at < *opens);
        opens_at.map_or(self.ended_at, |opens| opens.min(self.ended_at))
    }

    pub fn is_running(&self, door: &Checkpoint, at: Moment) -> bool {
        self.started_at <= at && at < self.ends_at(door)
    }
}

/// What became of the wish to start one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Started {
    Done,
    /// It runs already.
    Already,
    /// So many people are inside: the door is in use.
    InUse(i64),
    /// The door's hours are now: whoever comes is to be counted.
    Open,
}

/// Starts one with fresh test badges. It ends by itself, and before the door opens at the latest.
pub(crate) fn start(
    c: &mut Connection,
    door_id: i64,
    account_id: i64,
    whole: &ForumContext,
    now: Moment,
) -> Result<Started> {
    // Two people who start it at once start one, and whoever changes the hours does so before or after.
    diesel::update(checkpoint::table.find(door_id))
        .set(checkpoint::capacity.eq(checkpoint::capacity))
        .execute(c)?;
    let door: Checkpoint = checkpoint::table
        .find(door_id)
        .select(Checkpoint::as_select())
        .first(c)?;
    if latest(c, door.id)?.is_some_and(|latest| latest.is_running(&door, now)) {
        return Ok(Started::Already);
    }
    let inside = presence::count_inside(c, door.id)?;
    if inside > 0 {
        return Ok(Started::InUse(inside));
    }
    if door.is_open(now) {
        return Ok(Started::Open);
    }
    let id: i64 = diesel::insert_into(rehearsal::table)
        .values((
            rehearsal::forum_id.eq(door.forum_id),
            rehearsal::checkpoint_id.eq(door.id),
            rehearsal::account_id.eq(account_id),
            rehearsal::started_at.eq(now),
            rehearsal::ends_at.eq(now + LASTS),
        ))
        .returning(rehearsal::id)
        .get_result(c)?;
    badge::make(c, id, &door, whole, now)?;
    Ok(Started::Done)
}

/// Somebody changes the hours of a forum's doors: called before and after. What has ended by the hours as they are stays
/// ended whatever they become, and where a door is open now its rehearsal ends now.
pub(crate) fn heed_hours(c: &mut Connection, forum_id: i64, now: Moment) -> Result<()> {
    for (one, door) in begun(c, forum_id, now)? {
        let by_the_hours = one.ends_at(&door);
        let ended = match door.is_open(now) {
            true => by_the_hours.min(now),
            false => by_the_hours,
        };
        if ended <= now {
            diesel::update(rehearsal::table.find(one.id))
                .set(rehearsal::ends_at.eq(ended))
                .execute(c)?;
        }
    }
    Ok(())
}

/// Ends the one that runs; what was scanned in it stays to be read.
pub(crate) fn end(c: &mut Connection, checkpoint_id: i64, now: Moment) -> Result<()> {
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
pub(crate) fn latest(c: &mut Connection, checkpoint_id: i64) -> Result<Option<Rehearsal>> {
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

/// Those that run now at these checkpoints, each with its own.
pub(crate) fn running<'a>(
    c: &mut Connection,
    doors: &'a [Checkpoint],
    now: Moment,
) -> Result<Vec<(Rehearsal, &'a Checkpoint)>> {
    let ids: Vec<i64> = doors.iter().map(|door| door.id).collect();
    let begun: Vec<Rehearsal> = rehearsal::table
        .filter(rehearsal::checkpoint_id.eq_any(ids))
        .filter(rehearsal::started_at.le(now))
        .filter(rehearsal::ends_at.gt(now))
        .select(Rehearsal::as_select())
        .load(c)?;
    let at_its_door = |one: Rehearsal| {
        let door = doors.iter().find(|door| door.id == one.checkpoint_id)?;
        one.is_running(door, now).then_some((one, door))
    };
    Ok(begun.into_iter().filter_map(at_its_door).collect())
}

/// Those that run now at a forum, each with its checkpoint.
pub(crate) fn running_of_forum(
    c: &mut Connection,
    forum_id: i64,
    now: Moment,
) -> Result<Vec<(Rehearsal, Checkpoint)>> {
    let mut begun = begun(c, forum_id, now)?;
    begun.retain(|(one, door)| one.is_running(door, now));
    Ok(begun)
}

/// Those that nobody has ended, whatever the doors' hours.
fn begun(c: &mut Connection, forum_id: i64, now: Moment) -> Result<Vec<(Rehearsal, Checkpoint)>> {
    rehearsal::table
        .inner_join(checkpoint::table)
        .filter(rehearsal::forum_id.eq(forum_id))
        .filter(rehearsal::started_at.le(now))
        .filter(rehearsal::ends_at.gt(now))
        .order((checkpoint::position, checkpoint::id))
        .select((Rehearsal::as_select(), Checkpoint::as_select()))
        .load(c)
}
