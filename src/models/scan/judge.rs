//! The verdict over one reading: who may pass a checkpoint, and who is in already.

use chrono::TimeDelta;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::timeline;
use super::{Direction, Person, Reading, Subject, Verdict};
use crate::clock::Moment;
use crate::db::schema::{
    badge, category, checkpoint, checkpoint_category, registration as people, registration_site,
};
use crate::db::{Connection, Prepare, Result};
use crate::models::checkpoint::Checkpoint;
use crate::models::conflict;
use crate::models::presence::{self, First};
use crate::models::registration::State;
use crate::values::Code;

/// No volunteer waits so long for a verdict.
const LATE: TimeDelta = TimeDelta::seconds(60);

/// Whom a reading points at: what a verdict needs of them, and what the door is told.
pub struct Found {
    pub id: i64,
    pub badge_id: Option<i64>,
    pub person: Person,
    forum_id: i64,
    category_id: i64,
    badge_revoked_at: Option<Moment>,
}

impl Found {
    fn badge_is_revoked(&self) -> bool {
        self.badge_revoked_at.is_some()
    }
}

/// The person a reading points at; none where it names nobody of the forum.
pub fn whom(c: &mut Connection, forum_id: i64, subject: &Subject) -> Result<Option<Found>> {
    match subject {
        Subject::Badge(None) => Ok(None),
        Subject::Badge(Some(code)) => by_badge(c, forum_id, code),
        Subject::Registration(public_id) => by_registration(c, forum_id, public_id),
    }
}

fn by_badge(c: &mut Connection, forum_id: i64, code: &Code) -> Result<Option<Found>> {
    let row: Option<(i64, i64, Person, i64, Option<Moment>)> = badge::table
        .inner_join(people::table.inner_join(category::table))
        .filter(badge::forum_id.eq(forum_id))
        .filter(badge::code.eq(code.as_str()))
        .select((
            people::id,
            people::category_id,
            Person::as_select(),
            badge::id,
            badge::revoked_at,
        ))
        .first(c)
        .optional()?;
    Ok(row.map(
        |(id, category_id, person, badge_id, badge_revoked_at)| Found {
            id,
            badge_id: Some(badge_id),
            person,
            forum_id,
            category_id,
            badge_revoked_at,
        },
    ))
}

fn by_registration(c: &mut Connection, forum_id: i64, public_id: &str) -> Result<Option<Found>> {
    let row: Option<(i64, i64, Person)> = people::table
        .inner_join(category::table)
        .filter(people::forum_id.eq(forum_id))
        .filter(people::public_id.eq(public_id))
        .select((people::id, people::category_id, Person::as_select()))
        .first(c)
        .optional()?;
    Ok(row.map(|(id, category_id, person)| Found {
        id,
        badge_id: None,
        person,
        forum_id,
        category_id,
        badge_revoked_at: None,
    }))
}

/// What a reading comes to.
pub struct Judgement {
    pub verdict: Verdict,
    /// For who is in already: the scan that let them in.
    pub first: Option<First>,
    /// The same person was let in twice: the later scan's id, and the earlier one's, which counts.
    pub twice: Option<(String, String)>,
}

impl From<Verdict> for Judgement {
    fn from(verdict: Verdict) -> Judgement {
        Judgement {
            verdict,
            first: None,
            twice: None,
        }
    }
}

/// The reasons that no wait will mend come first, then the day, then the room.
pub fn judge(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
    now: Moment,
) -> Result<Judgement> {
    if found.badge_is_revoked() {
        return Ok(Verdict::Revoked.into());
    }
    // Who leaves is held back by no rule, or the hall's count would be wrong for ever.
    if reading.direction == Direction::Out {
        leave(c, checkpoint, found, reading)?;
        return Ok(Verdict::Left.into());
    }
    if State::parse(&found.person.state) != Some(State::Confirmed) {
        return Ok(Verdict::NotConfirmed.into());
    }
    let refuses = refusals(c, checkpoint, found)?;
    if refuses.category {
        return Ok(Verdict::WrongCategory.into());
    }
    if refuses.place {
        return Ok(Verdict::WrongPlace.into());
    }
    if !checkpoint.is_open(reading.scanned_at) {
        return Ok(Verdict::WrongDay.into());
    }
    if is_full(c, checkpoint, found, reading)? {
        return Ok(Verdict::Full.into());
    }
    enter(c, checkpoint, found, reading, now)
}

/// Who was let in while the door could not ask is inside, however full it is.
fn is_full(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
) -> Result<bool> {
    let Some(capacity) = checkpoint.capacity else {
        return Ok(false);
    };
    if reading.told == Some(Verdict::Admitted) {
        return Ok(false);
    }
    // Doors of one full room are judged one after the other.
    diesel::update(checkpoint::table.find(checkpoint.id))
        .set(checkpoint::capacity.eq(checkpoint::capacity))
        .prepared()
        .execute(c)?;
    Ok(!presence::is_inside(c, checkpoint.id, found.id)?
        && presence::count_inside(c, checkpoint.id)? >= i64::from(capacity))
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
    let first = match is_new {
        true => None,
        false => presence::hold(c, checkpoint.id, found.id)?,
    };
    let timeline = timeline::of(c, checkpoint.id, found.id)?;
    let inside = timeline.ends_inside(this.at, Direction::In);
    let first = first.filter(|first| first.at <= this.at).unwrap_or(this);
    if !is_new || !inside {
        presence::set(c, checkpoint.id, found.id, inside, &first)?;
    }
    if let Some(since) = timeline.inside_since(reading.scanned_at) {
        let twice = was_let_pass(reading, now);
        return Ok(Judgement {
            verdict: Verdict::AlreadyIn,
            first: Some(First {
                scan_id: since.scan_id.clone(),
                at: since.at,
            }),
            twice: twice.then(|| (reading.id.clone(), since.scan_id.clone())),
        });
    }
    let doubled = timeline.doubled_by(reading.scanned_at);
    Ok(Judgement {
        twice: doubled.map(|later| (later.scan_id.clone(), reading.id.clone())),
        ..Verdict::Admitted.into()
    })
}

fn leave(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
) -> Result<()> {
    // Who never came in has no row; should the entrance be heard of later, this scan is there to be found.
    let Some(first) = presence::hold(c, checkpoint.id, found.id)? else {
        return Ok(());
    };
    let timeline = timeline::of(c, checkpoint.id, found.id)?;
    if let Some(later) = timeline.doubled_by(reading.scanned_at) {
        conflict::dissolve(c, found.forum_id, &later.scan_id)?;
    }
    let inside = timeline.ends_inside(reading.scanned_at, Direction::Out);
    presence::set(c, checkpoint.id, found.id, inside, &first)
}

/// A device says what it told the volunteer while it could not ask. One that says nothing, and sends so late,
/// did not wait for our answer either.
fn was_let_pass(reading: &Reading, now: Moment) -> bool {
    match reading.told {
        Some(told) => told == Verdict::Admitted,
        None => now - reading.scanned_at > LATE,
    }
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
