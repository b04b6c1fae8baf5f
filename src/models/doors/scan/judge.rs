//! The verdict over one reading: who may pass a checkpoint, and who is in already.

use std::convert::identity;

use chrono::TimeDelta;
use diesel::prelude::*;

use super::found::Found;
use crate::clock::Moment;
use crate::db::schema::{category, checkpoint, checkpoint_category, registration_site, site};
use crate::db::{self, Connection, Prepare, Result};
use crate::models::doors::presence::{self, Entrance, Presence};
use crate::models::doors::scan::{Reading, Reason, Subject};
use crate::models::doors::timeline::{Around, LATE};
use crate::models::doors::verdict::Verdict;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::places::way::{Direction, Way};

/// The least time between two moments.
const INSTANT: TimeDelta = TimeDelta::milliseconds(1);

/// What a reading comes to.
pub(crate) struct Judgement {
    /// The desk's own.
    pub verdict: Verdict,
    pub happened_at: Moment,
    /// For who is in already: the scan that let them in.
    pub first: Option<Entrance>,
    /// For who may not pass.
    pub reason: Option<Reason>,
    /// Where it stands among the person's passages; none where nobody passed, and nothing counts.
    pub passed: Option<Passed>,
}

/// A passage in its place.
pub(crate) struct Passed {
    /// The entrance of the visit that the person was on.
    pub since: Option<Entrance>,
    /// What stands around it, for one that is not the last.
    pub among: Option<Around>,
}

impl Judgement {
    /// Of a reading by which nobody passed.
    pub(crate) fn of(verdict: Verdict, happened_at: Moment) -> Judgement {
        Judgement {
            verdict,
            happened_at,
            first: None,
            reason: None,
            passed: None,
        }
    }

    /// The desk's word over who may pass, by where they were.
    fn at(happened_at: Moment, direction: Direction, since: Option<&Entrance>) -> Judgement {
        match (direction, since) {
            (Direction::Out, _) => Judgement::of(Verdict::Left, happened_at),
            (Direction::In, None) => Judgement::of(Verdict::Admitted, happened_at),
            (Direction::In, Some(since)) => Judgement {
                first: Some(since.clone()),
                ..Judgement::of(Verdict::AlreadyIn, happened_at)
            },
        }
    }

    /// Of a reading that points at nobody.
    pub(crate) fn of_nobody(subject: &Subject, happened_at: Moment) -> Judgement {
        Judgement {
            reason: Reason::of_nobody(subject),
            ..Judgement::of(Verdict::Unknown, happened_at)
        }
    }
}

/// What the desk says of a reading; whoever passed by it stands in the hall's count afterwards.
pub(crate) fn judge(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
    now: Moment,
) -> Result<Judgement> {
    if let Some((verdict, reason)) = refusal(c, checkpoint, found, reading)? {
        return Ok(Judgement {
            reason: Some(reason),
            ..Judgement::of(verdict, now)
        });
    }
    let way = found.way(checkpoint);
    match reading.was_turned_away() {
        true => turned_away(c, way, reading),
        false => pass(c, way, (found, reading), now),
    }
}

/// The reasons that no wait will mend come first, then the day, then the room.
fn refusal(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
) -> Result<Option<(Verdict, Reason)>> {
    if let Some(refused) = lasting_refusal(c, checkpoint, found, reading.direction)? {
        return Ok(Some(refused));
    }
    if reading.direction == Direction::Out {
        return Ok(None);
    }
    let at = reading.scanned_at;
    let mut why = Reason::default();
    if !checkpoint.is_open(at) {
        why.opens_at = checkpoint.opens_at.filter(|opens| at < *opens);
        why.closes_at = checkpoint.closes_at.filter(|closes| *closes <= at);
        return Ok(Some((Verdict::WrongDay, why)));
    }
    why.inside = full_with(c, checkpoint, found, reading)?;
    why.capacity = checkpoint.capacity;
    Ok(why.inside.is_some().then_some((Verdict::Full, why)))
}

/// What holds at this door at whatever hour.
pub(crate) fn lasting_refusal(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    direction: Direction,
) -> Result<Option<(Verdict, Reason)>> {
    let mut why = Reason::default();
    if found.badge_revoked_at.is_some() {
        why.replaced_at = found.badge_revoked_at;
        why.state = found.unconfirmed();
        return Ok(Some((Verdict::Revoked, why)));
    }
    // Who leaves is held back by no rule, or the hall's count would be wrong for ever.
    if direction == Direction::Out {
        return Ok(None);
    }
    if let Some(state) = found.unconfirmed() {
        why.state = Some(state);
        return Ok(Some((Verdict::NotConfirmed, why)));
    }
    let Some(refusal) = found.at_door.unmet.refusal() else {
        return Ok(None);
    };
    match refusal {
        Verdict::WrongPlace => why.name_sites(sites(c, found)?),
        _ => why.name_categories(categories(c, checkpoint)?),
    }
    Ok(Some((refusal, why)))
}

/// How many are inside, where no more may be. Who was let in while the door could not ask is inside, however full
/// it is.
fn full_with(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
) -> Result<Option<i64>> {
    let Some(capacity) = checkpoint.capacity else {
        return Ok(None);
    };
    if reading.told == Some(Verdict::Admitted) {
        return Ok(None);
    }
    // Doors of one full room are judged one after the other.
    diesel::update(checkpoint::table.find(checkpoint.id))
        .set(checkpoint::capacity.eq(checkpoint::capacity))
        .prepared()
        .execute_along(c, identity)?;
    db::close(c);
    if presence::is_inside(c, checkpoint.id, found.id)? {
        return Ok(None);
    }
    let inside = presence::count_inside(c, checkpoint.id)?;
    Ok((inside >= i64::from(capacity)).then_some(inside))
}

fn categories(c: &mut Connection, checkpoint: &Checkpoint) -> Result<Vec<(i64, String)>> {
    checkpoint_category::table
        .inner_join(category::table)
        .filter(checkpoint_category::checkpoint_id.eq(checkpoint.id))
        .order(category::id)
        .select((category::id, category::slug))
        .load(c)
}

fn sites(c: &mut Connection, found: &Found) -> Result<Vec<(i64, String)>> {
    registration_site::table
        .inner_join(site::table)
        .filter(registration_site::registration_id.eq(found.id))
        .order(site::id)
        .select((site::id, site::slug))
        .load(c)
}

/// Puts the passage in its place among the person's comings and goings: it may be heard of long after it was. The last
/// one is answered from the person's row alone.
fn pass(
    c: &mut Connection,
    way: Way,
    (found, reading): (&Found, &Reading),
    now: Moment,
) -> Result<Judgement> {
    let enters = (reading.direction == Direction::In).then(|| Entrance {
        scan_id: reading.id.clone(),
        at: reading.scanned_at,
        device: None,
    });
    let begun = Presence {
        first: enters.clone(),
        since: enters.clone(),
        last_scan_id: reading.id.clone(),
        last_at: taken_at(reading, now),
    };
    if !found.at_door.has_passed {
        presence::begin(c, way, &begun)?;
        return Ok(passed(reading, begun.last_at, None, None));
    }
    let stood = presence::held(c, way)?.ok_or_else(db::again)?;
    let at = happened_at(reading, &stood, now);
    if at <= stood.last_at {
        let around = way.around(c, &reading.spot(at))?;
        let since = around.since.as_ref().map(Entrance::from);
        return Ok(passed(reading, at, since, Some(around)));
    }
    let stands = Presence {
        first: stood.first.or_else(|| enters.clone()),
        since: enters.map(|this| stood.since.clone().unwrap_or(this)),
        last_at: at,
        ..begun
    };
    presence::set(c, way, &stands)?;
    Ok(passed(reading, at, stood.since, None))
}

fn passed(
    reading: &Reading,
    at: Moment,
    since: Option<Entrance>,
    among: Option<Around>,
) -> Judgement {
    Judgement {
        passed: Some(Passed {
            since: since.clone(),
            among,
        }),
        ..Judgement::at(at, reading.direction, since.as_ref())
    }
}

/// The device turned the person away by itself: nobody passed, and the desk says what it would have said.
fn turned_away(c: &mut Connection, way: Way, reading: &Reading) -> Result<Judgement> {
    let at = reading.scanned_at;
    let since = way.inside_since(c, &reading.spot(at))?;
    let since = since.as_ref().map(Entrance::from);
    Ok(Judgement::at(at, reading.direction, since.as_ref()))
}

/// A device says what it told the volunteer while it could not ask. One that says nothing, and sends so late, did not
/// wait for our answer either, nor did what was left at the desk. All others wait for it now, and nothing that is
/// answered now happened before, or at the moment of, what was answered already.
fn happened_at(reading: &Reading, stood: &Presence, now: Moment) -> Moment {
    match is_late(reading, now) {
        true => reading.scanned_at,
        false => now.max(stood.last_at + INSTANT),
    }
}

/// When a reading was taken, by our own clock where the device waits for the answer.
pub(crate) fn taken_at(reading: &Reading, now: Moment) -> Moment {
    match is_late(reading, now) {
        true => reading.scanned_at,
        false => now,
    }
}

fn is_late(reading: &Reading, now: Moment) -> bool {
    reading.told.is_some() || !reading.is_awaited || now - reading.scanned_at > LATE
}
