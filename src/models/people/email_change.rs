//! A change of address that waits for its confirmation from the new address.

use diesel::prelude::*;

use super::event::{self, Actor, By, What};
use super::registration;
use super::standing::State;
use crate::clock::Moment;
use crate::db::schema::email_change;
use crate::db::{Connection, Result};
use crate::values::{Email, Secret};

pub(crate) fn ask(
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
    let by = By {
        actor: Actor::Delegate,
        now,
    };
    event::record(c, registration_id, by, What::EmailAsked, (None, None), None)
}

/// Whose address a link would set, and to what, while the link is good. The link names nobody: whoever owns the new
/// address is not known to be the person yet.
pub(crate) fn waiting(
    c: &mut Connection,
    code: &Secret,
    now: Moment,
) -> Result<Option<(i64, String)>> {
    email_change::table
        .filter(email_change::code_hash.eq(code.hash()))
        .filter(email_change::used_at.is_null())
        .filter(email_change::valid_until.gt(now))
        .select((email_change::registration_id, email_change::email))
        .first(c)
        .optional()
}

/// Whose address a good link sets, and to what: of somebody who still comes.
pub(crate) fn followed(
    c: &mut Connection,
    code: &Secret,
    now: Moment,
) -> Result<Option<(i64, Email)>> {
    let Some((registration_id, email)) = waiting(c, code, now)? else {
        return Ok(None);
    };
    let comes = registration::by_id(c, registration_id)?.state != State::Withdrawn;
    let email = Email::parse(&email).ok().filter(|_| comes);
    Ok(email.map(|email| (registration_id, email)))
}

/// A link was followed: older ones of the same person end with it.
pub(crate) fn use_up(c: &mut Connection, registration_id: i64, now: Moment) -> Result<()> {
    diesel::update(
        email_change::table
            .filter(email_change::registration_id.eq(registration_id))
            .filter(email_change::used_at.is_null()),
    )
    .set(email_change::used_at.eq(now))
    .execute(c)
    .map(drop)
}
