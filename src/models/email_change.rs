//! A change of address that waits for its confirmation from the new address.

use diesel::prelude::*;

use super::event::{self, Actor, What};
use super::registration::{self, PageLink, Registration, State};
use crate::clock::Moment;
use crate::db::schema::email_change;
use crate::db::{Connection, Result};
use crate::values::{Email, Secret};

/// What became of following the link in the mail to the new address.
#[derive(Debug, Clone)]
pub enum Followed {
    /// The registration as it was, with the old address, and as it is.
    Changed {
        before: Box<Registration>,
        after: Box<Registration>,
    },
    /// The link was used, has run out, or was never ours.
    NoLongerGood,
    /// Somebody else of this name comes to the forum with the address by now.
    Taken,
}

pub fn ask(
    c: &mut Connection,
    registration_id: i64,
    email: &Email,
    code: &Secret,
    valid_until: Moment,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(email_change::table)
        .values((
            email_change::registration_id.eq(registration_id),
            email_change::email.eq(email.as_str()),
            email_change::code_hash.eq(code.hash()),
            email_change::created_at.eq(now),
            email_change::valid_until.eq(valid_until),
        ))
        .execute(c)?;
    event::record(
        c,
        registration_id,
        now,
        Actor::Delegate,
        What::EmailAsked,
        (None, None),
        None,
    )
}

/// Whose address a link would set, and to what, while the link is good. The link names nobody: whoever owns the new
/// address is not known to be the person yet.
pub fn waiting(c: &mut Connection, code: &Secret, now: Moment) -> Result<Option<(i64, String)>> {
    email_change::table
        .filter(email_change::code_hash.eq(code.hash()))
        .filter(email_change::used_at.is_null())
        .filter(email_change::valid_until.gt(now))
        .select((email_change::registration_id, email_change::email))
        .first(c)
        .optional()
}

/// `page` is the new link to the person's own page.
pub fn follow(c: &mut Connection, code: &Secret, page: &PageLink, now: Moment) -> Result<Followed> {
    let Some((registration_id, email)) = waiting(c, code, now)? else {
        return Ok(Followed::NoLongerGood);
    };
    let Ok(email) = Email::parse(&email) else {
        return Ok(Followed::NoLongerGood);
    };
    let before = registration::by_id(c, registration_id)?;
    if before.state() == State::Withdrawn {
        return Ok(Followed::NoLongerGood);
    }
    let actor = Actor::Delegate;
    let changed = registration::change_email(c, registration_id, &email, page, actor, now)?;
    let Some(after) = changed else {
        return Ok(Followed::Taken);
    };
    // Older links of the same person end with it.
    diesel::update(
        email_change::table
            .filter(email_change::registration_id.eq(registration_id))
            .filter(email_change::used_at.is_null()),
    )
    .set(email_change::used_at.eq(now))
    .execute(c)?;
    Ok(Followed::Changed {
        before: Box::new(before),
        after: Box::new(after),
    })
}
