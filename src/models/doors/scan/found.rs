//! Whom a reading points at.

use std::collections::HashMap;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{
    badge, category, checkpoint_category, presence, registration as people, registration_site,
    rehearsal, scan,
};
use crate::db::{Connection, Prepare, Result, StatementText};
use crate::models::devices::door_request;
use crate::models::doors::scan::{Person, Reading, Subject};
use crate::models::doors::verdict::Verdict;
use crate::models::people::registration;
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::places::way::Way;
use crate::values::Code;

/// Whom a reading points at: what a verdict needs of them, and what the door is told.
pub(crate) struct Found {
    pub id: i64,
    pub badge_id: Option<i64>,
    pub person: Person,
    pub(super) forum_id: i64,
    pub(super) badge_revoked_at: Option<Moment>,
    pub(super) at_door: AtDoor,
}

/// How somebody stands at a door.
#[derive(Debug, Clone, Copy, Default, Queryable)]
pub(crate) struct AtDoor {
    pub unmet: Unmet,
    /// They came or went by it before.
    pub has_passed: bool,
}

/// Which of a door's rules a person does not meet.
#[derive(Debug, Clone, Copy, Default, Queryable)]
pub(crate) struct Unmet {
    pub category: bool,
    pub place: bool,
}

impl Unmet {
    /// What a door says of it.
    pub(crate) fn refusal(self) -> Option<Verdict> {
        match self {
            Unmet { category: true, .. } => Some(Verdict::WrongCategory),
            Unmet { place: true, .. } => Some(Verdict::WrongPlace),
            _ => None,
        }
    }

    fn at(self, door: &Checkpoint) -> Unmet {
        Unmet {
            place: self.place && door.site_id.is_some(),
            ..self
        }
    }
}

/// Which rules of a door these people do not meet.
pub(crate) fn unmet_by(
    c: &mut Connection,
    door: &Checkpoint,
    ids: &[i64],
) -> Result<HashMap<i64, Unmet>> {
    let rows: Vec<(i64, Unmet)> = people::table
        .filter(people::id.eq_any(ids.to_vec()))
        .select((people::id, unmet(door.id, door.site_id.unwrap_or(0))))
        .load(c)?;
    let at_door = |(id, unmet): (i64, Unmet)| (id, unmet.at(door));
    Ok(rows.into_iter().map(at_door).collect())
}

/// A checkpoint that names no categories admits them all; who named no sites comes to all of them. In rows of people.
#[diesel::dsl::auto_type]
fn unmet(checkpoint_id: i64, site_id: i64) -> _ {
    let admitted =
        checkpoint_category::table.filter(checkpoint_category::checkpoint_id.eq(checkpoint_id));
    let own = checkpoint_category::table
        .filter(checkpoint_category::checkpoint_id.eq(checkpoint_id))
        .filter(checkpoint_category::category_id.eq(people::category_id));
    let sites = registration_site::table.filter(registration_site::registration_id.eq(people::id));
    let here = registration_site::table
        .filter(registration_site::registration_id.eq(people::id))
        .filter(registration_site::site_id.eq(site_id));
    (
        exists(admitted).and(not(exists(own))),
        exists(sites).and(not(exists(here))),
    )
}

/// How somebody stands at a door. In rows of people.
#[diesel::dsl::auto_type]
fn at_door(checkpoint_id: i64, site_id: i64) -> _ {
    let passed = presence::table
        .filter(presence::checkpoint_id.eq(checkpoint_id))
        .filter(presence::registration_id.eq(people::id));
    let unmet: unmet = unmet(checkpoint_id, site_id);
    (unmet, exists(passed))
}

impl Found {
    /// Without a badge.
    fn registered(forum_id: i64, id: i64, person: Person) -> Found {
        Found {
            id,
            badge_id: None,
            person,
            forum_id,
            badge_revoked_at: None,
            at_door: AtDoor::default(),
        }
    }

    fn at(self, door: &Checkpoint, at_door: AtDoor) -> Found {
        let unmet = at_door.unmet.at(door);
        Found {
            at_door: AtDoor { unmet, ..at_door },
            ..self
        }
    }

    /// The person's coming and going at a checkpoint.
    pub(super) fn way(&self, checkpoint: &Checkpoint) -> Way {
        Way {
            forum_id: self.forum_id,
            checkpoint_id: checkpoint.id,
            registration_id: self.id,
        }
    }

    /// How the registration stands, where that is not confirmed.
    pub(super) fn unconfirmed(&self) -> Option<State> {
        let state = self.person.state;
        (state != State::Confirmed).then_some(state)
    }
}

/// What is to be known before a reading is judged.
pub(crate) struct Look {
    pub known: Known,
    /// The person it points at; none where it names nobody of the forum.
    pub found: Option<Found>,
}

#[derive(Debug, Clone, Copy, Queryable)]
pub(crate) struct Known {
    /// A scan of this id was answered before.
    pub is_given: bool,
    /// The door was rehearsed, or is.
    pub is_rehearsed: bool,
}

#[diesel::dsl::auto_type]
fn known<'a>(forum_id: i64, scan_id: &'a str, checkpoint_id: i64) -> _ {
    let given = scan::table
        .filter(scan::forum_id.eq(forum_id))
        .filter(scan::id.eq(scan_id));
    let rehearsed = rehearsal::table.filter(rehearsal::checkpoint_id.eq(checkpoint_id));
    (exists(given), exists(rehearsed))
}

/// All of it in one question, where the reading points at somebody.
pub(crate) fn look(c: &mut Connection, door: &Checkpoint, reading: &Reading) -> Result<Look> {
    let seen = match &reading.subject {
        Subject::Badge(None) | Subject::Start(_) | Subject::Unclear => None,
        Subject::Badge(Some(code)) => by_badge(c, door, code, &reading.id)?,
        Subject::Registration(public_id) => match by_registration(c, door, public_id, &reading.id)?
        {
            None => by_walk_in(c, door, public_id, &reading.id)?,
            seen => seen,
        },
    };
    if let Some((found, known)) = seen {
        let found = Some(found);
        return Ok(Look { known, found });
    }
    let known = diesel::select(known(door.forum_id, &reading.id, door.id)).get_result(c)?;
    Ok(Look { known, found: None })
}

type Seen = Option<(Found, Known)>;

fn by_badge(c: &mut Connection, door: &Checkpoint, code: &Code, scan_id: &str) -> Result<Seen> {
    static TEXT: StatementText = StatementText::new();
    #[derive(Queryable)]
    struct Row {
        id: i64,
        person: Person,
        badge_id: i64,
        badge_revoked_at: Option<Moment>,
        at_door: AtDoor,
        known: Known,
    }

    let row: Option<Row> = badge::table
        .inner_join(people::table.inner_join(category::table))
        .filter(badge::forum_id.eq(door.forum_id))
        .filter(badge::code.eq(code.as_str()))
        .select((
            people::id,
            Person::as_select(),
            badge::id,
            badge::revoked_at,
            at_door(door.id, door.site_id.unwrap_or(0)),
            known(door.forum_id, scan_id, door.id),
        ))
        .prepared_as(&TEXT)
        .get_result(c)
        .optional()?;
    Ok(row.map(|row| {
        let found = Found {
            badge_id: Some(row.badge_id),
            badge_revoked_at: row.badge_revoked_at,
            ..Found::registered(door.forum_id, row.id, row.person).at(door, row.at_door)
        };
        (found, row.known)
    }))
}

/// A phone that was alone knows a walk-in by the id of the form it filled in.
fn by_walk_in(c: &mut Connection, door: &Checkpoint, form_id: &str, scan_id: &str) -> Result<Seen> {
    match door_request::walked_in(c, door.forum_id, form_id)? {
        None => Ok(None),
        Some(id) => {
            let person = registration::by_id(c, id)?;
            by_registration(c, door, &person.public_id, scan_id)
        }
    }
}

fn by_registration(
    c: &mut Connection,
    door: &Checkpoint,
    public_id: &str,
    scan_id: &str,
) -> Result<Seen> {
    static TEXT: StatementText = StatementText::new();
    let row: Option<(i64, Person, AtDoor, Known)> = people::table
        .inner_join(category::table)
        .filter(people::forum_id.eq(door.forum_id))
        .filter(people::public_id.eq(public_id))
        .select((
            people::id,
            Person::as_select(),
            at_door(door.id, door.site_id.unwrap_or(0)),
            known(door.forum_id, scan_id, door.id),
        ))
        .prepared_as(&TEXT)
        .get_result(c)
        .optional()?;
    Ok(row.map(|(id, person, at_door, known)| {
        let found = Found::registered(door.forum_id, id, person).at(door, at_door);
        (found, known)
    }))
}

/// A person by the row's own id, at no door.
pub(crate) fn by_id(c: &mut Connection, forum_id: i64, id: i64) -> Result<Found> {
    let person: Person = people::table
        .inner_join(category::table)
        .filter(people::forum_id.eq(forum_id))
        .filter(people::id.eq(id))
        .select(Person::as_select())
        .first(c)?;
    Ok(Found::registered(forum_id, id, person))
}
