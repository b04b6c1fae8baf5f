//! The verdict over one reading: who may pass a checkpoint, and who is in already.

use chrono::TimeDelta;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::found::Found;
use super::timeline::{self, Passage, Timeline};
use super::{Direction, Reading, Reason, Subject, Verdict};
use crate::clock::Moment;
use crate::db::schema::{category, checkpoint, checkpoint_category, registration_site, site};
use crate::db::{Connection, Prepare, Result};
use crate::models::checkpoint::Checkpoint;
use crate::models::conflict;
use crate::models::presence::{self, First};

/// No volunteer waits so long for a verdict.
const LATE: TimeDelta = TimeDelta::seconds(60);

/// What a reading comes to.
pub struct Judgement {
    pub verdict: Verdict,
    pub happened_at: Moment,
    /// For who is in already: the scan that let them in.
    pub first: Option<First>,
    /// The same person was let in twice: the later scan's id, and the earlier one's, which counts.
    pub twice: Option<(String, String)>,
    /// For who may not pass.
    pub reason: Option<Reason>,
}

impl Judgement {
    pub fn of(verdict: Verdict, happened_at: Moment) -> Judgement {
        Judgement {
            verdict,
            happened_at,
            first: None,
            twice: None,
            reason: None,
        }
    }

    /// Of a reading that points at nobody.
    pub fn of_nobody(subject: &Subject, happened_at: Moment) -> Judgement {
        Judgement {
            reason: Reason::of_nobody(subject),
            ..Judgement::of(Verdict::Unknown, happened_at)
        }
    }
}

pub fn judge(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
    now: Moment,
) -> Result<Judgement> {
    match (refusal(c, checkpoint, found, reading)?, reading.direction) {
        (Some((verdict, reason)), _) => Ok(Judgement {
            reason: Some(reason),
            ..Judgement::of(verdict, now)
        }),
        (None, Direction::In) => enter(c, checkpoint, found, reading, now),
        (None, Direction::Out) => leave(c, checkpoint, found, reading, now),
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
pub fn lasting_refusal(
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
    let refuses = refusals(c, checkpoint, found)?;
    if refuses.category {
        why.categories = categories(c, checkpoint)?;
        return Ok(Some((Verdict::WrongCategory, why)));
    }
    if refuses.place {
        why.sites = sites(c, found)?;
        return Ok(Some((Verdict::WrongPlace, why)));
    }
    Ok(None)
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
        .execute(c)?;
    if presence::is_inside(c, checkpoint.id, found.id)? {
        return Ok(None);
    }
    let inside = presence::count_inside(c, checkpoint.id)?;
    Ok((inside >= i64::from(capacity)).then_some(inside))
}

fn categories(c: &mut Connection, checkpoint: &Checkpoint) -> Result<Vec<String>> {
    checkpoint_category::table
        .inner_join(category::table)
        .filter(checkpoint_category::checkpoint_id.eq(checkpoint.id))
        .order(category::id)
        .select(category::slug)
        .load(c)
}

fn sites(c: &mut Connection, found: &Found) -> Result<Vec<String>> {
    registration_site::table
        .inner_join(site::table)
        .filter(registration_site::registration_id.eq(found.id))
        .order(site::id)
        .select(site::slug)
        .load(c)
}

/// Puts the entrance in its place among the person's comings and goings: it may be heard of long after it was.
fn enter(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
    now: Moment,
) -> Result<Judgement> {
    let this = First {
        scan_id: reading.id.clone(),
        at: reading.scanned_at,
    };
    let is_new = presence::begin(c, found.forum_id, checkpoint.id, found.id, &this)?;
    if !is_new {
        presence::hold(c, checkpoint.id, found.id)?;
    }
    let timeline = timeline::of(c, checkpoint.id, found.id)?;
    let at = happened_at(reading, &timeline, now);
    if !is_new && timeline.first_before(at).is_none() {
        presence::set_first(c, checkpoint.id, found.id, &this)?;
    }
    let inside = timeline.ends_inside(at, Direction::In);
    if !is_new || !inside {
        presence::set_inside(c, checkpoint.id, found.id, inside)?;
    }
    let since = timeline.inside_since(at).map(First::from);
    let doubled = timeline.doubled_by(at);
    Ok(Judgement {
        happened_at: at,
        verdict: match since {
            Some(_) => Verdict::AlreadyIn,
            None => Verdict::Admitted,
        },
        twice: match (&since, doubled) {
            (Some(since), _) => {
                was_let_pass(reading, now).then(|| (this.scan_id, since.scan_id.clone()))
            }
            (None, Some(later)) => Some((later.scan_id.clone(), this.scan_id)),
            (None, None) => None,
        },
        first: since,
        reason: None,
    })
}

impl From<&Passage> for First {
    fn from(passage: &Passage) -> First {
        First {
            scan_id: passage.scan_id.clone(),
            at: passage.scanned_at,
        }
    }
}

fn leave(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
    now: Moment,
) -> Result<Judgement> {
    // Who never came in has no row; should the entrance be heard of later, this scan is there to be found.
    let came_in = presence::hold(c, checkpoint.id, found.id)?;
    let timeline = timeline::of(c, checkpoint.id, found.id)?;
    let at = happened_at(reading, &timeline, now);
    if let Some(later) = timeline.doubled_by(at) {
        conflict::dissolve(c, found.forum_id, &later.scan_id)?;
    }
    if came_in {
        let inside = timeline.ends_inside(at, Direction::Out);
        presence::set_inside(c, checkpoint.id, found.id, inside)?;
    }
    Ok(Judgement::of(Verdict::Left, at))
}

/// A device says what it told the volunteer while it could not ask. One that says nothing, and sends so late,
/// did not wait for our answer either. All others wait for it now.
fn happened_at(reading: &Reading, timeline: &Timeline, now: Moment) -> Moment {
    match is_late(reading, now) {
        true => reading.scanned_at,
        false => timeline.now(now),
    }
}

/// When a reading was taken, by our own clock where the device waits for the answer.
pub fn taken_at(reading: &Reading, now: Moment) -> Moment {
    match is_late(reading, now) {
        true => reading.scanned_at,
        false => now,
    }
}

fn is_late(reading: &Reading, now: Moment) -> bool {
    reading.told.is_some() || now - reading.scanned_at > LATE
}

fn was_let_pass(reading: &Reading, now: Moment) -> bool {
    is_late(reading, now) && reading.told.is_none_or(|told| told == Verdict::Admitted)
}

struct Refusals {
    category: bool,
    place: bool,
}

/// A checkpoint that names no categories admits them all; who named no sites comes to all of them.
fn refusals(c: &mut Connection, checkpoint: &Checkpoint, found: &Found) -> Result<Refusals> {
    let admitted =
        checkpoint_category::table.filter(checkpoint_category::checkpoint_id.eq(checkpoint.id));
    let sites = registration_site::table.filter(registration_site::registration_id.eq(found.id));
    let its_own = admitted.filter(checkpoint_category::category_id.eq(found.category_id));
    let this_site = sites.filter(registration_site::site_id.eq(checkpoint.site_id.unwrap_or(0)));
    let (category, place): (bool, bool) = diesel::select((
        exists(admitted).and(not(exists(its_own))),
        exists(sites).and(not(exists(this_site))),
    ))
    .get_result(c)?;
    Ok(Refusals {
        category,
        place: place && checkpoint.site_id.is_some(),
    })
}
