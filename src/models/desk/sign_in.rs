//! The signed-in state of a browser. Kept here and not in the cookie, so that signing out ends it.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::account::Account;
use crate::clock::Moment;
use crate::db::{Connection, Result};
use crate::values::Secret;

pub(crate) use crate::db::schema::{account, sign_in};

/// Ends whatever happens after twelve hours, a long day at a forum.
pub const LASTS: TimeDelta = TimeDelta::hours(12);
/// Ends after two hours without a request.
pub const IDLE: TimeDelta = TimeDelta::hours(2);

pub fn begin(c: &mut Connection, account_id: i64, token: &Secret, now: Moment) -> Result<()> {
    diesel::delete(sign_in::table.filter(sign_in::valid_until.lt(now))).execute(c)?;
    diesel::insert_into(sign_in::table)
        .values((
            sign_in::account_id.eq(account_id),
            sign_in::token_hash.eq(token.hash()),
            sign_in::created_at.eq(now),
            sign_in::last_seen_at.eq(now),
            sign_in::valid_until.eq(now + LASTS),
        ))
        .execute(c)?;
    Ok(())
}

/// The account behind a cookie, and when it was last seen.
pub fn account(
    c: &mut Connection,
    token: &Secret,
    now: Moment,
) -> Result<Option<(Account, Moment)>> {
    sign_in::table
        .inner_join(account::table)
        .filter(sign_in::token_hash.eq(token.hash()))
        .filter(sign_in::valid_until.gt(now))
        .filter(sign_in::last_seen_at.gt(now - IDLE))
        .filter(account::disabled_at.is_null())
        .select((Account::as_select(), sign_in::last_seen_at))
        .first(c)
        .optional()
}

pub fn seen(c: &mut Connection, token: &Secret, now: Moment) -> Result<()> {
    diesel::update(sign_in::table.filter(sign_in::token_hash.eq(token.hash())))
        .set(sign_in::last_seen_at.eq(now))
        .execute(c)?;
    Ok(())
}

pub fn end(c: &mut Connection, token: &Secret) -> Result<()> {
    diesel::delete(sign_in::table.filter(sign_in::token_hash.eq(token.hash()))).execute(c)?;
    Ok(())
}
