//! The verdict over one reading: who may pass a checkpoint, and who is in already.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::{Direction, Person, Reading, Subject, Verdict};
use crate::clock::Moment;
use crate::db::schema::{
    badge, category, checkpoint, checkpoint_category, registration as people, registration_site,
};
use crate::db::{Connection, Prepare, Result};
use crate::models::checkpoint::Checkpoint;
use crate::models::presence::{self, Entered, First};
use crate::models::registration::State;
use crate::values::Code;

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
    pub fn badge_is_revoked(&self) -> bool {
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

/// The reasons that no wait will mend come first, then the day, then the room.
pub fn judge(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
) -> Result<(Verdict, Option<First>)> {
    // Who leaves is held back by no rule, or the hall's count would be wrong for ever.
    if reading.direction == Direction::Out {
        presence::exit(c, checkpoint.id, found.id)?;
        return Ok((Verdict::Left, None));
    }
    if State::parse(&found.person.state) != Some(State::Confirmed) {
        return Ok((Verdict::NotConfirmed, None));
    }
    let refuses = refusals(c, checkpoint, found)?;
    if refuses.category {
        return Ok((Verdict::WrongCategory, None));
    }
    if refuses.place {
        return Ok((Verdict::WrongPlace, None));
    }
    if !checkpoint.is_open(reading.scanned_at) {
        return Ok((Verdict::WrongDay, None));
    }
    enter(c, checkpoint, found, reading)
}

fn enter(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    found: &Found,
    reading: &Reading,
) -> Result<(Verdict, Option<First>)> {
    if let Some(capacity) = checkpoint.capacity {
        // Doors of one full room are judged one after the other.
        diesel::update(checkpoint::table.find(checkpoint.id))
            .set(checkpoint::capacity.eq(checkpoint::capacity))
            .prepared()
            .execute(c)?;
        if !presence::is_inside(c, checkpoint.id, found.id)?
            && presence::count_inside(c, checkpoint.id)? >= i64::from(capacity)
        {
            return Ok((Verdict::Full, None));
        }
    }
    let entered = presence::enter(
        c,
        found.forum_id,
        checkpoint.id,
        found.id,
        &reading.id,
        reading.scanned_at,
    )?;
    Ok(match entered {
        Entered::Admitted => (Verdict::Admitted, None),
        Entered::AlreadyIn(first) => (Verdict::AlreadyIn, Some(first)),
    })
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
