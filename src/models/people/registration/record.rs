//! The one place where it is written where somebody stands, with all that follows from it.

use std::convert::identity;

use diesel::prelude::*;

use crate::db::schema::standing;
use crate::db::{Connection, Prepare, Result};
use crate::models::forum::quota;
use crate::models::people::event::{self, By, What};
use crate::models::people::registration::Registration;
use crate::models::people::standing::{Place, Standing, State};
use crate::models::people::{badge, paper};
use crate::models::turn;
use crate::values::Code;

/// A registration that is being changed, with the forum's people and places held until the transaction ends.
#[derive(Debug, Clone)]
pub(super) struct Locked {
    pub person: Registration,
    pub standing: Standing,
}

/// Two who change at once change one after the other.
pub(super) fn lock(c: &mut Connection, id: i64) -> Result<Locked> {
    let person = super::locked(c, id)?;
    let standing = standing_of(c, id)?;
    Ok(Locked { person, standing })
}

pub(super) fn standing_of(c: &mut Connection, id: i64) -> Result<Standing> {
    standing::table
        .find(id)
        .select(Standing::as_select())
        .first(c)
}

/// Somebody of whom something was written: how they stood before, and the registration as it is now.
#[derive(Debug, Clone)]
pub struct Changed {
    pub was: State,
    pub person: Registration,
}

/// What the history says of it.
pub(super) struct Line<'a> {
    pub what: What,
    /// A reason in words.
    pub words: Option<&'a str>,
    pub by: By,
}

/// Writes where somebody stands now, and what follows: the place that is free again, the badge of who has one, the
/// letters and the badges that no longer hold, the line of the history. A place that is new was taken before.
pub(super) fn stand(
    c: &mut Connection,
    before: &Locked,
    mut now_stands: Standing,
    code: &Code,
    line: Line,
) -> Result<Changed> {
    let (person, by) = (&before.person, line.by);
    let turn = turn::next(c, person.forum_id)?;
    now_stands.settle(turn);
    let state = now_stands.state();
    diesel::update(standing::table.find(person.id))
        .set((
            now_stands,
            standing::state.eq(state),
            standing::turn.eq(turn),
            standing::updated_at.eq(by.now),
        ))
        .prepared()
        .execute_along(c, identity)?;
    if before.standing.place != Place::None && now_stands.place == Place::None {
        quota::release(c, person.forum_id, person.category_id)?;
    }
    let is_changed = state != person.state;
    match state {
        State::Confirmed if is_changed => {
            // Who was confirmed before has the badge of that time.
            badge::revoke(c, person.id, by.now)?;
            badge::issue(c, person.forum_id, person.id, code, by.now)?;
        }
        State::Confirmed => {}
        _ if is_changed => paper::withdraw_all(c, person.id, by.now)?,
        _ => {}
    }
    let states = match is_changed {
        true => (Some(person.state), Some(state)),
        false => (None, None),
    };
    event::record(c, person.id, by, line.what, states, line.words)?;
    Ok(Changed {
        was: person.state,
        person: super::by_id(c, person.id)?,
    })
}
