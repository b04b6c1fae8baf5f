//! The desk's word, and the person's own: whoever comes gets a place and a badge, whoever does not gives it back.

use super::record::{Changed, Line, lock, stand};
use crate::db::{Connection, Result};
use crate::models::forum::quota;
use crate::models::people::badge;
use crate::models::people::event::{self, By, What};
use crate::models::people::registration::Registration;
use crate::models::people::standing::{Place, State, Word};
use crate::models::turn;
use crate::values::Code;

/// What became of a decision over a registration.
#[derive(Debug, Clone)]
pub enum Decided {
    Done(Changed),
    /// It had that state already; nothing was changed.
    Already,
    /// No place is left.
    Full,
    /// From its present state it cannot become that.
    NotFrom(State),
}

/// Gives a place, and this badge.
pub fn confirm(c: &mut Connection, id: i64, code: &Code, by: By) -> Result<Decided> {
    let before = lock(c, id)?;
    let person = &before.person;
    match person.state {
        State::Confirmed => return Ok(Decided::Already),
        State::Withdrawn => return Ok(Decided::NotFrom(State::Withdrawn)),
        State::Pending | State::Waitlisted | State::Declined => {}
    }
    let mut stands = before.standing;
    stands.said_desk = Word::Yes;
    if stands.place == Place::None {
        if !quota::take(c, person.forum_id, person.category_id)? {
            return Ok(Decided::Full);
        }
        stands.place = Place::Held;
    }
    let line = Line {
        what: What::Confirmed,
        words: None,
        by,
    };
    stand(c, &before, stands, code, line).map(Decided::Done)
}

/// Says no, with a reason for the history.
pub fn decline(c: &mut Connection, id: i64, reason: Option<&str>, by: By) -> Result<Decided> {
    leave(c, id, State::Declined, reason, by)
}

/// The person no longer comes. The badge stays and is answered with "not confirmed" at the door.
pub fn withdraw(c: &mut Connection, id: i64, reason: Option<&str>, by: By) -> Result<Decided> {
    leave(c, id, State::Withdrawn, reason, by)
}

/// Sets a person aside, until the desk says another word.
pub fn waitlist(c: &mut Connection, id: i64, by: By) -> Result<Decided> {
    leave(c, id, State::Waitlisted, None, by)
}

fn leave(c: &mut Connection, id: i64, to: State, reason: Option<&str>, by: By) -> Result<Decided> {
    let before = lock(c, id)?;
    let mut stands = before.standing;
    let what = match to {
        State::Withdrawn => {
            stands.gone = true;
            What::Withdrawn
        }
        State::Declined => {
            stands.said_desk = Word::No;
            What::Declined
        }
        _ => {
            stands.said_desk = Word::Later;
            What::Waitlisted
        }
    };
    match before.person.state {
        state if state == to => return Ok(Decided::Already),
        State::Withdrawn => return Ok(Decided::NotFrom(State::Withdrawn)),
        _ => {}
    }
    let line = Line {
        what,
        words: reason,
        by,
    };
    // Nobody who leaves is given a badge.
    stand(c, &before, stands, &Code::random(), line).map(Decided::Done)
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
    by: By,
) -> Result<Reissued> {
    let person = super::locked(c, id)?;
    if person.state != State::Confirmed {
        return Ok(Reissued::NotConfirmed);
    }
    if badge::current_code(c, id)?.as_ref() != replaces {
        return Ok(Reissued::Already);
    }
    if badge::revoke(c, id, by.now)? {
        event::record(c, id, by, What::BadgeRevoked, (None, None), None)?;
    }
    badge::issue(c, person.forum_id, id, code, by.now)?;
    event::record(c, id, by, What::BadgeIssued, (None, None), None)?;
    turn::changed(c, person.forum_id, id, by.now)?;
    Ok(Reissued::Done(person))
}
