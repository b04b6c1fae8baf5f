use diesel::prelude::*;

use super::{Registration, State};
use crate::clock::Moment;
use crate::db::schema::{category, forum, registration};
use crate::db::{Connection, Result};
use crate::models::event::{self, Actor, What};
use crate::models::{badge, document, place, turn};
use crate::values::Code;

/// What became of a decision over a registration.
#[derive(Debug, Clone)]
pub enum Decided {
    /// The registration as it is now, and who moved up to a place that became free.
    Done(Registration, Vec<Promotion>),
    /// It had that state already; nothing was changed.
    Already,
    /// No place is left.
    Full,
    /// From its present state it cannot become that.
    NotFrom(State),
}

/// A waitlisted person who got a place, with the badge issued.
#[derive(Debug, Clone)]
pub struct Promotion {
    pub registration: Registration,
    pub code: Code,
}

/// Gives a place and a badge.
pub fn confirm(
    c: &mut Connection,
    id: i64,
    code: &Code,
    actor: Actor,
    now: Moment,
) -> Result<Decided> {
    let before = locked(c, id)?;
    match before.state() {
        State::Confirmed => return Ok(Decided::Already),
        State::Withdrawn => return Ok(Decided::NotFrom(State::Withdrawn)),
        State::Pending | State::Waitlisted | State::Declined => {}
    }
    if !place::take(c, before.forum_id, before.category_id)? {
        return Ok(Decided::Full);
    }
    badge::revoke(c, id, now)?;
    badge::issue(c, before.forum_id, id, code, now)?;
    let after = set_state(
        c,
        &before,
        State::Confirmed,
        actor,
        What::Confirmed,
        None,
        now,
    )?;
    Ok(Decided::Done(after, Vec::new()))
}

/// Says no, with a reason for the history.
pub fn decline(
    c: &mut Connection,
    id: i64,
    reason: Option<&str>,
    actor: Actor,
    now: Moment,
) -> Result<Decided> {
    leave(c, id, State::Declined, What::Declined, reason, actor, now)
}

/// The person no longer comes. The badge stays and is answered with "not confirmed" at the door.
pub fn withdraw(
    c: &mut Connection,
    id: i64,
    reason: Option<&str>,
    actor: Actor,
    now: Moment,
) -> Result<Decided> {
    leave(c, id, State::Withdrawn, What::Withdrawn, reason, actor, now)
}

/// Puts a person on the waiting list.
pub fn waitlist(
    c: &mut Connection,
    id: i64,
    reason: Option<&str>,
    actor: Actor,
    now: Moment,
) -> Result<Decided> {
    leave(
        c,
        id,
        State::Waitlisted,
        What::Waitlisted,
        reason,
        actor,
        now,
    )
}

/// What became of asking for a new badge.
#[derive(Debug, Clone)]
pub enum Reissued {
    Done(Registration),
    /// The badge that was to be replaced has been replaced already.
    Already,
    /// Only who is confirmed has a badge.
    NotConfirmed,
}

/// A new code in place of the badge that the desk saw; the old one is refused from now on.
pub fn reissue_badge(
    c: &mut Connection,
    id: i64,
    replaces: Option<&Code>,
    code: &Code,
    actor: Actor,
    now: Moment,
) -> Result<Reissued> {
    let registration = locked(c, id)?;
    if registration.state() != State::Confirmed {
        return Ok(Reissued::NotConfirmed);
    }
    if badge::current_code(c, id)?.as_ref() != replaces {
        return Ok(Reissued::Already);
    }
    if badge::revoke(c, id, now)? {
        event::record(c, id, now, actor, What::BadgeRevoked, (None, None), None)?;
    }
    badge::issue(c, registration.forum_id, id, code, now)?;
    event::record(c, id, now, actor, What::BadgeIssued, (None, None), None)?;
    turn::changed(c, registration.forum_id, id, now)?;
    Ok(Reissued::Done(registration))
}

fn leave(
    c: &mut Connection,
    id: i64,
    to: State,
    what: What,
    reason: Option<&str>,
    actor: Actor,
    now: Moment,
) -> Result<Decided> {
    let before = locked(c, id)?;
    match before.state() {
        state if state == to => return Ok(Decided::Already),
        State::Withdrawn => return Ok(Decided::NotFrom(State::Withdrawn)),
        _ => {}
    }
    let after = set_state(c, &before, to, actor, what, reason, now)?;
    document::withdraw_all(c, id, now)?;
    let mut promoted = Vec::new();
    if before.state() == State::Confirmed {
        place::release(c, before.forum_id, before.category_id)?;
        // Who was put on the waiting list by the desk just now must not come back by the same door.
        if to != State::Waitlisted {
            promoted = fill_places(c, before.forum_id, now)?;
        }
    }
    Ok(Decided::Done(after, promoted))
}

/// Gives free places to those who have waited longest, where no desk has to decide; a few at a time, none when
/// nobody moves up.
pub fn fill_places(c: &mut Connection, forum_id: i64, now: Moment) -> Result<Vec<Promotion>> {
    turn::hold(c, forum_id)?;
    let waiting: Vec<Registration> = registration::table
        .inner_join(category::table)
        .inner_join(forum::table)
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::state.eq(State::Waitlisted.as_str()))
        .filter(
            category::approval.eq("at_once").or(category::approval
                .is_null()
                .and(forum::approval.eq("at_once"))),
        )
        .order((registration::registered_at, registration::id))
        .limit(20)
        .select(Registration::as_select())
        .load(c)?;
    let mut promoted = Vec::new();
    for before in waiting {
        if !place::take(c, forum_id, before.category_id)? {
            if forum_is_full(c, forum_id)? {
                break;
            }
            continue;
        }
        let code = Code::random();
        // Who was confirmed before the waiting list still has the badge of that time.
        badge::revoke(c, before.id, now)?;
        badge::issue(c, forum_id, before.id, &code, now)?;
        let registration = set_state(
            c,
            &before,
            State::Confirmed,
            Actor::System,
            What::Confirmed,
            None,
            now,
        )?;
        promoted.push(Promotion { registration, code });
    }
    Ok(promoted)
}

fn forum_is_full(c: &mut Connection, forum_id: i64) -> Result<bool> {
    let (capacity, taken): (Option<i32>, i32) = forum::table
        .find(forum_id)
        .select((forum::capacity, forum::taken))
        .first(c)?;
    Ok(capacity.is_some_and(|capacity| taken >= capacity))
}

/// The registration, with its forum's places held until the transaction ends:
/// two desks that decide at once decide one after the other.
pub fn locked(c: &mut Connection, id: i64) -> Result<Registration> {
    let forum_id: i64 = registration::table
        .find(id)
        .select(registration::forum_id)
        .first(c)?;
    turn::hold(c, forum_id)?;
    super::by_id(c, id)
}

fn set_state(
    c: &mut Connection,
    before: &Registration,
    to: State,
    actor: Actor,
    what: What,
    reason: Option<&str>,
    now: Moment,
) -> Result<Registration> {
    // First: the journal's line is of the moment that the row has by then.
    turn::changed(c, before.forum_id, before.id, now)?;
    diesel::update(registration::table.find(before.id))
        .set(registration::state.eq(to.as_str()))
        .execute(c)?;
    let states = (Some(before.state.as_str()), Some(to.as_str()));
    event::record(c, before.id, now, actor, what, states, reason)?;
    super::by_id(c, before.id)
}
