//! Whom a reading points at.

use diesel::prelude::*;

use super::{Person, Subject};
use crate::clock::Moment;
use crate::db::schema::{badge, category, registration as people};
use crate::db::{Connection, Result};
use crate::models::registration::State;
use crate::models::{act, registration};
use crate::values::Code;

/// Whom a reading points at: what a verdict needs of them, and what the door is told.
pub struct Found {
    pub id: i64,
    pub badge_id: Option<i64>,
    pub person: Person,
    pub(super) forum_id: i64,
    pub(super) category_id: i64,
    pub(super) badge_revoked_at: Option<Moment>,
}

impl Found {
    /// Without a badge.
    fn registered(forum_id: i64, (id, category_id, person): (i64, i64, Person)) -> Found {
        Found {
            id,
            badge_id: None,
            person,
            forum_id,
            category_id,
            badge_revoked_at: None,
        }
    }

    /// How the registration stands, where that is not confirmed.
    pub(super) fn unconfirmed(&self) -> Option<String> {
        let state = &self.person.state;
        (state != State::Confirmed.as_str()).then(|| state.clone())
    }
}

/// The person a reading points at; none where it names nobody of the forum.
pub fn whom(c: &mut Connection, forum_id: i64, subject: &Subject) -> Result<Option<Found>> {
    match subject {
        Subject::Badge(None) | Subject::Start(_) | Subject::Unclear => Ok(None),
        Subject::Badge(Some(code)) => by_badge(c, forum_id, code),
        Subject::Registration(public_id) => match by_registration(c, forum_id, public_id)? {
            None => by_walk_in(c, forum_id, public_id),
            found => Ok(found),
        },
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

/// A phone that was alone knows a walk-in by the id of the form it filled in.
fn by_walk_in(c: &mut Connection, forum_id: i64, form_id: &str) -> Result<Option<Found>> {
    match act::walked_in(c, forum_id, form_id)? {
        None => Ok(None),
        Some(id) => {
            let person = registration::by_id(c, id)?;
            by_registration(c, forum_id, &person.public_id)
        }
    }
}

fn by_registration(c: &mut Connection, forum_id: i64, public_id: &str) -> Result<Option<Found>> {
    let row: Option<(i64, i64, Person)> = people::table
        .inner_join(category::table)
        .filter(people::forum_id.eq(forum_id))
        .filter(people::public_id.eq(public_id))
        .select((people::id, people::category_id, Person::as_select()))
        .first(c)
        .optional()?;
    Ok(row.map(|row| Found::registered(forum_id, row)))
}

/// A person by the row's own id.
pub fn by_id(c: &mut Connection, forum_id: i64, id: i64) -> Result<Found> {
    let row: (i64, i64, Person) = people::table
        .inner_join(category::table)
        .filter(people::forum_id.eq(forum_id))
        .filter(people::id.eq(id))
        .select((people::id, people::category_id, Person::as_select()))
        .first(c)?;
    Ok(Found::registered(forum_id, row))
}
