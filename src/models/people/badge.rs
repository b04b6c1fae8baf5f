//! A badge: what is scanned. Its code says nothing of the person, so no correction ever spoils it.

use std::collections::HashMap;
use std::convert::identity;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{badge, registration};
use crate::db::{Connection, Prepare, Result};
use crate::models::people::standing::State;
use crate::values::Code;

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = badge)]
pub struct Badge {
    pub id: i64,
    pub registration_id: i64,
    pub code: String,
    pub issued_at: Moment,
    pub revoked_at: Option<Moment>,
}

pub(crate) fn issue(
    c: &mut Connection,
    forum_id: i64,
    registration_id: i64,
    code: &Code,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(badge::table)
        .values((
            badge::forum_id.eq(forum_id),
            badge::registration_id.eq(registration_id),
            badge::code.eq(code.as_str()),
            badge::issued_at.eq(now),
        ))
        .prepared()
        .execute_along(c, identity)
}

/// Ends the badge that is valid now; `false` when there is none.
pub(crate) fn revoke(c: &mut Connection, registration_id: i64, now: Moment) -> Result<bool> {
    let revoked = diesel::update(
        badge::table
            .filter(badge::registration_id.eq(registration_id))
            .filter(badge::revoked_at.is_null()),
    )
    .set(badge::revoked_at.eq(now))
    .execute(c)?;
    Ok(revoked > 0)
}

/// The code that is valid now.
pub(crate) fn current_code(c: &mut Connection, registration_id: i64) -> Result<Option<Code>> {
    let code: Option<String> = badge::table
        .filter(badge::registration_id.eq(registration_id))
        .filter(badge::revoked_at.is_null())
        .select(badge::code)
        .first(c)
        .optional()?;
    Ok(code.as_deref().and_then(Code::parse))
}

/// The badge that is valid now.
pub(crate) fn current_id(c: &mut Connection, registration_id: i64) -> Result<Option<i64>> {
    badge::table
        .filter(badge::registration_id.eq(registration_id))
        .filter(badge::revoked_at.is_null())
        .select(badge::id)
        .first(c)
        .optional()
}

/// The codes that are valid now, by registration.
pub(crate) fn codes_of(c: &mut Connection, registrations: &[i64]) -> Result<HashMap<i64, Code>> {
    let rows: Vec<(i64, String)> = badge::table
        .filter(badge::registration_id.eq_any(registrations.to_vec()))
        .filter(badge::revoked_at.is_null())
        .select((badge::registration_id, badge::code))
        .load(c)?;
    let parsed = |(id, code): (i64, String)| Some((id, Code::parse(&code)?));
    Ok(rows.into_iter().filter_map(parsed).collect())
}

pub(crate) fn by_code(c: &mut Connection, forum_id: i64, code: &Code) -> Result<Option<Badge>> {
    badge::table
        .filter(badge::forum_id.eq(forum_id))
        .filter(badge::code.eq(code.as_str()))
        .select(Badge::as_select())
        .first(c)
        .optional()
}

/// Whether the forum knows the code, valid or revoked: an import must not bring it twice.
pub(crate) fn is_known(c: &mut Connection, forum_id: i64, code: &Code) -> Result<bool> {
    Ok(by_code(c, forum_id, code)?.is_some())
}

/// Every badge the person ever had, the newest first.
pub(crate) fn of_registration(c: &mut Connection, registration_id: i64) -> Result<Vec<Badge>> {
    badge::table
        .filter(badge::registration_id.eq(registration_id))
        .order(badge::id.desc())
        .select(Badge::as_select())
        .load(c)
}

/// A confirmed person and the badge that is valid now.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Holder {
    /// Public id.
    pub registration: String,
    pub name: String,
    pub code: String,
}

/// Confirmed people with their badges, at most so many, in the order in which they registered.
pub(crate) fn holders(c: &mut Connection, forum_id: i64, most: usize) -> Result<Vec<Holder>> {
    badge::table
        .inner_join(registration::table)
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::state.eq(State::Confirmed))
        .filter(badge::revoked_at.is_null())
        .order(registration::id)
        .limit(most as i64)
        .select((registration::public_id, registration::name, badge::code))
        .load(c)
}
