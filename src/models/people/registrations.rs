//! Lists of registrations: filtered, sorted, a page or the whole at a time.

mod export;
mod filter;
mod order;

use std::collections::{BTreeMap, HashMap};

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::registration::{PersonKey, Registration, not_gone};
use super::standing::State;
use crate::db::schema::{message, registration, registration_site};
use crate::db::{Connection, Result};
use crate::models::mail::message::UNDELIVERED;
use crate::values::Language;

pub(crate) use export::{ExportRow, export_batch, sites_of};
pub use filter::Filter;
pub(crate) use filter::{Boxed, filtered};
pub(crate) use order::{Sort, after, page};

/// Everybody of a person's organisation or country, that person too, by name; without the declined and withdrawn.
pub(crate) fn together(
    c: &mut Connection,
    one: &Registration,
    by: Together,
    most: i64,
) -> Result<Vec<Registration>> {
    let query = registration::table
        .filter(registration::forum_id.eq(one.forum_id))
        .filter(
            registration::state
                .ne(State::Declined)
                .and(registration::state.ne(State::Withdrawn)),
        )
        .order((registration::sort_key, registration::id))
        .limit(most)
        .select(Registration::as_select())
        .into_boxed::<crate::db::Backend>();
    let own = registration::table
        .find(one.id)
        .select(registration::organisation_id);
    match by {
        Together::Country => query.filter(registration::country.eq(one.country.clone())),
        Together::Organisation => {
            let organisation: Option<i64> = own.first(c)?;
            // Who belongs to none has nobody beside.
            query.filter(registration::organisation_id.eq(organisation.unwrap_or(0)))
        }
    }
    .load(c)
}

/// How many registrations a list holds.
pub(crate) fn count(c: &mut Connection, forum_id: i64, filter: &Filter) -> Result<i64> {
    filtered(forum_id, filter).count().get_result(c)
}

/// Everybody of a list, by the row's own id.
pub(crate) fn ids(c: &mut Connection, forum_id: i64, filter: &Filter) -> Result<Vec<i64>> {
    filtered(forum_id, filter)
        .order(registration::id)
        .select(registration::id)
        .load(c)
}

/// How many registrations a list holds of each language and state. Counted here, for a filter that is put together
/// cannot be grouped by.
pub(crate) fn count_by_language_and_state(
    c: &mut Connection,
    forum_id: i64,
    filter: &Filter,
) -> Result<BTreeMap<(Language, State), i64>> {
    let rows: Vec<(Language, State)> = filtered(forum_id, filter)
        .select((registration::language, registration::state))
        .load(c)?;
    let mut counts = BTreeMap::new();
    for (language, state) in rows {
        *counts.entry((language, state)).or_insert(0) += 1;
    }
    Ok(counts)
}

/// The sites that each of these people comes to; who comes to all is not among them.
pub(crate) fn site_ids(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Vec<i64>>> {
    let rows: Vec<(i64, i64)> = registration_site::table
        .filter(registration_site::registration_id.eq_any(ids.to_vec()))
        .order((
            registration_site::registration_id,
            registration_site::site_id,
        ))
        .select((
            registration_site::registration_id,
            registration_site::site_id,
        ))
        .load(c)?;
    let mut sites: HashMap<i64, Vec<i64>> = HashMap::new();
    for (person, site) in rows {
        sites.entry(person).or_default().push(site);
    }
    Ok(sites)
}

/// Public ids by the row's own.
pub(crate) fn public_ids(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> = registration::table
        .filter(registration::id.eq_any(ids.to_vec()))
        .select((registration::id, registration::public_id))
        .load(c)?;
    Ok(rows.into_iter().collect())
}

/// How many of one key a forum knows.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    pub live: usize,
    /// Who withdrew.
    pub gone: usize,
}

/// Who of these keys the forum knows.
pub(crate) fn known(
    c: &mut Connection,
    forum_id: i64,
    keys: &[PersonKey],
) -> Result<HashMap<PersonKey, Known>> {
    let mut known: HashMap<PersonKey, Known> = HashMap::new();
    // SQLite takes a limited number of values in one query.
    for some in keys.chunks(500) {
        let some: Vec<&str> = some.iter().map(PersonKey::as_str).collect();
        let with_keys = registration::table
            .filter(registration::forum_id.eq(forum_id))
            .filter(registration::person_key.eq_any(some))
            .select(registration::person_key);
        let live: Vec<String> = with_keys.clone().filter(not_gone()).load(c)?;
        for key in live {
            known.entry(PersonKey::stored(key)).or_default().live += 1;
        }
        let gone = with_keys.filter(registration::state.eq(State::Withdrawn));
        let gone: Vec<String> = gone.load(c)?;
        for key in gone {
            known.entry(PersonKey::stored(key)).or_default().gone += 1;
        }
    }
    Ok(known)
}

/// What the people of a delegation have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Together {
    Organisation,
    Country,
}

/// Nothing later came to an end at the same address.
pub(crate) const IS_LAST: &str = "NOT EXISTS (SELECT 1 FROM message AS later \
     WHERE later.registration_id = message.registration_id AND later.id > message.id \
     AND later.recipient = message.recipient AND later.state NOT IN ('queued', 'sending'))";

/// Narrows a list of registrations to them.
pub(crate) fn among(query: Boxed) -> Boxed {
    let undelivered = message::table
        .filter(message::registration_id.eq(registration::id.nullable()))
        .filter(message::state.eq_any(UNDELIVERED))
        .filter(message::recipient.nullable().eq(registration::email))
        .filter(sql::<Bool>(IS_LAST));
    query
        .filter(diesel::dsl::exists(undelivered))
        .filter(registration::state.ne(State::Withdrawn))
}
