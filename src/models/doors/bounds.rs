//! Between which numbers the hall's figure lies while something is known of that is not counted yet: scans that a
//! device says it holds back, a device that is not heard of, and what waits at the desk to be entered.
//!
//! What is assumed: a device that is not heard of stays turned the way it said, and takes nothing back meanwhile. One
//! that never tells how it is, such as a scanner without a page, has sent what it took.

mod alone;

use diesel::dsl::{count, exists, not};
use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{presence, registration};
use crate::db::{Connection, Result};
use crate::models::devices::kept_request::{self, Uncounted};
use crate::models::forum::{Forum, WalkIns};
use crate::models::people::counters::{self, Counters};
use crate::models::people::standing::State;
use crate::models::places::checkpoint::{self, Checkpoint};
use alone::Phone;

/// The hall's figure is what is known; so many are inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub lowest: i64,
    /// None where nobody can say: whoever comes is registered at the door.
    pub highest: Option<i64>,
    /// Why it is not known exactly; never empty.
    pub doubts: Vec<Doubt>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The device was heard of, and said that it holds so many back.
    HeldBack {
        device: String,
        queue: i64,
        told_at: Moment,
    },
    /// The device is not heard of; so many it held back by its last word.
    Silent {
        device: String,
        queue: i64,
        since: Moment,
    },
    /// So many wait at the desk to be entered.
    Kept(i64),
}

/// None where the figure of the hall, as it is `known`, lacks nothing that anybody has told of.
pub(crate) fn of_hall(
    c: &mut Connection,
    forum: &Forum,
    known: &Counters,
    now: Moment,
) -> Result<Option<Bounds>> {
    let checkpoints = checkpoint::of_forum(c, forum.id)?;
    let is_of_the_hall = |door: &&Checkpoint| counters::is_of_the_hall(door, now);
    let hall: Vec<i64> = checkpoints
        .iter()
        .filter(is_of_the_hall)
        .map(|door| door.id)
        .collect();
    let kept = kept(c, forum.id, &checkpoints, now)?;
    let phones = alone::phones(c, forum, &hall, now)?;
    if kept.requests == 0 && phones.is_empty() {
        return Ok(None);
    }
    Ok(Some(Bounds {
        lowest: lowest(c, &hall, (known, kept), &phones)?,
        highest: highest(c, forum, &hall, (known, kept), &phones)?,
        doubts: doubts(kept, phones),
    }))
}

fn doubts(kept: Uncounted, phones: Vec<Phone>) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = phones.into_iter().map(Phone::doubt).collect();
    if kept.requests > 0 {
        doubts.push(Doubt::Kept(kept.requests));
    }
    doubts
}

/// Who is inside through no door but those that a silent phone lets out of may be gone.
fn lowest(
    c: &mut Connection,
    hall: &[i64],
    (known, kept): (&Counters, Uncounted),
    phones: &[Phone],
) -> Result<i64> {
    let exits: i64 = phones.iter().filter_map(Phone::exits).sum();
    let leaves_by = |door: &i64| {
        phones
            .iter()
            .any(|phone| phone.may_let_out_by.contains(door))
    };
    let certain = match hall.iter().any(leaves_by) {
        false => known.in_the_hall,
        true => {
            let others: Vec<i64> = hall
                .iter()
                .copied()
                .filter(|door| !leaves_by(door))
                .collect();
            counters::inside(c, &others)?
        }
    };
    Ok((certain - exits - kept.exits).max(0))
}

fn highest(
    c: &mut Connection,
    forum: &Forum,
    hall: &[i64],
    (known, kept): (&Counters, Uncounted),
    phones: &[Phone],
) -> Result<Option<i64>> {
    let entries: i64 = phones.iter().filter_map(Phone::entries).sum();
    let silent = phones.iter().filter(|phone| phone.may_let_anybody_in);
    let more = match silent.map(|phone| phone.told_turn).min() {
        None => 0,
        Some(_) if forum.walk_ins == WalkIns::Confirmed => return Ok(None),
        Some(turn) => {
            let confirmed = known.of(State::Confirmed);
            confirmed - confirmed_inside(c, hall)? + confirmed_before(c, forum.id, hall, turn)?
        }
    };
    Ok(Some(known.in_the_hall + entries + kept.entries + more))
}

fn confirmed_inside(c: &mut Connection, hall: &[i64]) -> Result<i64> {
    presence::table
        .inner_join(registration::table)
        .filter(presence::checkpoint_id.eq_any(hall.to_vec()))
        .filter(presence::inside.eq(true))
        .filter(registration::state.eq(State::Confirmed))
        .select(count(presence::registration_id).aggregate_distinct())
        .first(c)
}

/// Those outside whom a list of that turn may still have as confirmed.
fn confirmed_before(c: &mut Connection, forum_id: i64, hall: &[i64], turn: i64) -> Result<i64> {
    let inside = presence::table
        .filter(presence::registration_id.eq(registration::id))
        .filter(presence::checkpoint_id.eq_any(hall.to_vec()))
        .filter(presence::inside.eq(true));
    registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::turn.gt(turn))
        .filter(registration::state.ne(State::Confirmed))
        .filter(not(exists(inside)))
        .count()
        .get_result(c)
}

/// What waits at the desk of the hall's doors, or of doors that go by no such name (any more). What was taken at a door
/// before it opened belongs to a rehearsal.
fn kept(
    c: &mut Connection,
    forum_id: i64,
    checkpoints: &[Checkpoint],
    now: Moment,
) -> Result<Uncounted> {
    let mut all = Uncounted::default();
    for place in kept_request::uncounted_places(c, forum_id)? {
        let meant = |door: &&Checkpoint| {
            let place = place.as_deref();
            place.is_some_and(|place| door.is_meant_by(place))
        };
        let door = checkpoints.iter().find(meant);
        if door.is_some_and(|door| !counters::is_of_the_hall(door, now)) {
            continue;
        }
        let since = door.and_then(|door| door.opens_at);
        let here = kept_request::uncounted(c, forum_id, place.as_deref(), since)?;
        all = all + here;
    }
    Ok(all)
}
