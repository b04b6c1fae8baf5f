//! A change of address that waits for its confirmation from the new address.

use diesel::prelude::*;

use super::event::{self, Actor, What};
use super::registration;
use crate::clock::Moment;
use crate::db::schema::email_change;
use crate::db::{Connection, Result};
use crate::values::{Email, Secret};

/// What became of following the link in the mail to the new address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    Changed,
    /// The link was used, has run out, or was never ours.
    NoLongerGood,
    /// Another live registration of the forum has the address by now.
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

/// The address a link would set, while the link is good.
pub fn waiting(
    c: &mut Connection,
    registration_id: i64,
    code: &Secret,
    now: Moment,
) -> Result<Option<String>> {
    email_change::table
        .filter(email_change::registration_id.eq(registration_id))
        .filter(email_change::code_hash.eq(code.hash()))
        .filter(email_change::used_at.is_null())
        .filter(email_change::valid_until.gt(now))
        .select(email_change::email)
        .first(c)
        .optional()
}

pub fn follow(
    c: &mut Connection,
    registration_id: i64,
    code: &Secret,
    now: Moment,
) -> Result<Followed> {
    let Some(email) =
        waiting(c, registration_id, code, now)?.and_then(|email| Email::parse(&email).ok())
    else {
        return Ok(Followed::NoLongerGood);
    };
    if !registration::change_email(c, registration_id, &email, Actor::Delegate, now)? {
        return Ok(Followed::Taken);
    }
    // Older links of the same person end with it.
    diesel::update(
        email_change::table
            .filter(email_change::registration_id.eq(registration_id))
            .filter(email_change::used_at.is_null()),
    )
    .set(email_change::used_at.eq(now))
    .execute(c)?;
    Ok(Followed::Changed)
}
