//! The verdict over one reading: who may pass a checkpoint, and who is in already.

use diesel::prelude::*;

use super::{Direction, Reading, Subject, Verdict};
use crate::db::schema::{
    checkpoint, checkpoint_category, registration as people, registration_site,
};
use crate::db::{Connection, Result};
use crate::models::badge::{self, Badge};
use crate::models::checkpoint::Checkpoint;
use crate::models::presence::{self, Entered, First};
use crate::models::registration::State;

/// The few columns of a person that a verdict needs.
#[derive(Queryable, Selectable)]
#[diesel(table_name = people)]
pub struct Judged {
    pub id: i64,
    forum_id: i64,
    category_id: i64,
    state: String,
}

/// The person a reading points at, with the badge that was read; none where we know neither.
pub fn whom(
    c: &mut Connection,
    forum_id: i64,
    subject: &Subject,
) -> Result<(Option<Judged>, Option<Badge>)> {
    match subject {
        Subject::Badge(None) => Ok((None, None)),
        Subject::Badge(Some(code)) => {
            let Some(badge) = badge::by_code(c, forum_id, code)? else {
                return Ok((None, None));
            };
            let registration = people::table
                .find(badge.registration_id)
                .select(Judged::as_select())
                .first(c)?;
            Ok((Some(registration), Some(badge)))
        }
        Subject::Registration(public_id) => {
            let registration = people::table
                .filter(people::forum_id.eq(forum_id))
                .filter(people::public_id.eq(public_id))
                .select(Judged::as_select())
                .first(c)
                .optional()?;
            Ok((registration, None))
        }
    }
}

/// The reasons that no wait will mend come first, then the day, then the room.
pub fn judge(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    registration: &Judged,
    reading: &Reading,
) -> Result<(Verdict, Option<First>)> {
    // Who leaves is held back by no rule, or the hall's count would be wrong for ever.
    if reading.direction == Direction::Out {
        presence::exit(c, checkpoint.id, registration.id)?;
        return Ok((Verdict::Left, None));
    }
    if State::parse(&registration.state) != Some(State::Confirmed) {
        return Ok((Verdict::NotConfirmed, None));
    }
    if !admits_category(c, checkpoint.id, registration.category_id)? {
        return Ok((Verdict::WrongCategory, None));
    }
    if !comes_to(c, registration.id, checkpoint.site_id)? {
        return Ok((Verdict::WrongPlace, None));
    }
    if !checkpoint.is_open(reading.scanned_at) {
        return Ok((Verdict::WrongDay, None));
    }
    enter(c, checkpoint, registration, reading)
}

fn enter(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    registration: &Judged,
    reading: &Reading,
) -> Result<(Verdict, Option<First>)> {
    if let Some(capacity) = checkpoint.capacity {
        // Doors of one full room are judged one after the other.
        diesel::update(checkpoint::table.find(checkpoint.id))
            .set(checkpoint::capacity.eq(checkpoint::capacity))
            .execute(c)?;
        if !presence::is_inside(c, checkpoint.id, registration.id)?
            && presence::count_inside(c, checkpoint.id)? >= i64::from(capacity)
        {
            return Ok((Verdict::Full, None));
        }
    }
    let entered = presence::enter(
        c,
        registration.forum_id,
        checkpoint.id,
        registration.id,
        &reading.id,
        reading.scanned_at,
    )?;
    Ok(match entered {
        Entered::Admitted => (Verdict::Admitted, None),
        Entered::AlreadyIn(first) => (Verdict::AlreadyIn, Some(first)),
    })
}

fn admits_category(c: &mut Connection, checkpoint_id: i64, category_id: i64) -> Result<bool> {
    let admitted: Vec<i64> = checkpoint_category::table
        .filter(checkpoint_category::checkpoint_id.eq(checkpoint_id))
        .select(checkpoint_category::category_id)
        .load(c)?;
    Ok(admitted.is_empty() || admitted.contains(&category_id))
}

/// Who named no sites comes to all of them.
fn comes_to(c: &mut Connection, registration_id: i64, site_id: Option<i64>) -> Result<bool> {
    let Some(site_id) = site_id else {
        return Ok(true);
    };
    let sites: Vec<i64> = registration_site::table
        .filter(registration_site::registration_id.eq(registration_id))
        .select(registration_site::site_id)
        .load(c)?;
    Ok(sites.is_empty() || sites.contains(&site_id))
}
