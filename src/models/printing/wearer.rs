//! Who wears a badge, and what has to be known of them to print it.

use std::collections::HashMap;

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use serde::{Deserialize, Serialize};

use crate::db::schema::{badge, badge_print, organisation, registration};
use crate::db::{Connection, Result};
use crate::models::people::registration::Registration;
use crate::models::people::registrations::{self, Boxed, Filter, filtered};
use crate::models::people::standing::State;
use crate::values::Code;

/// SQLite takes a limited number of values in one query.
const AT_ONCE: usize = 500;

diesel::define_sql_function! {
    /// Characters of a text.
    fn length(text: diesel::sql_types::Nullable<diesel::sql_types::Text>) -> diesel::sql_types::Nullable<diesel::sql_types::Integer>;
}

/// Whose badges are meant.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choice {
    pub filter: Filter,
    /// Only badges that no file holds yet.
    pub unprinted: bool,
}

/// One person in the queue before the printer: what badges are put in order by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Queued {
    pub id: i64,
    pub sort_key: String,
    pub country: String,
    pub category_id: i64,
    /// As the organisation's own row spells it.
    pub organisation: Option<String>,
}

/// A delegate and the badge that is valid now.
#[derive(Debug, Clone)]
pub(crate) struct Wearer {
    pub badge_id: i64,
    pub code: Code,
    pub registration: Registration,
    /// Short names of the sites the person comes to; none: all of them.
    pub sites: Vec<String>,
}

/// By which lengths samples are found.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Extreme {
    LongestName,
    ShortestName,
    LongestOrganisation,
}

pub(crate) fn count(c: &mut Connection, forum_id: i64, choice: &Choice) -> Result<i64> {
    chosen(forum_id, choice).count().get_result(c)
}

/// How many delegates with a badge have a name that begins so.
#[derive(Debug, Clone, QueryableByName)]
pub(crate) struct Initial {
    #[diesel(sql_type = Text)]
    pub initial: String,
    #[diesel(sql_type = BigInt)]
    pub people: i64,
}

/// By the key that names are sorted by.
pub(crate) fn initials(c: &mut Connection, forum_id: i64) -> Result<Vec<Initial>> {
    diesel::sql_query(
        "SELECT substr(sort_key, 1, 1) AS initial, COUNT(*) AS people FROM registration
         WHERE forum_id = $1 AND state = 'confirmed' AND EXISTS (SELECT 1 FROM badge
            WHERE badge.registration_id = registration.id AND badge.revoked_at IS NULL)
         GROUP BY substr(sort_key, 1, 1)",
    )
    .bind::<BigInt, _>(forum_id)
    .load(c)
}

/// Everybody whose badge is meant, by name. A few words a person, so that the whole of a forum may be put in order.
pub(crate) fn queue(c: &mut Connection, forum_id: i64, choice: &Choice) -> Result<Vec<Queued>> {
    type Row = (i64, String, String, i64, Option<i64>);
    let rows: Vec<Row> = chosen(forum_id, choice)
        .order((registration::sort_key, registration::id))
        .select((
            registration::id,
            registration::sort_key,
            registration::country,
            registration::category_id,
            registration::organisation_id,
        ))
        .load(c)?;
    let mut names = HashMap::new();
    let mut bodies: Vec<i64> = rows.iter().filter_map(|row| row.4).collect();
    bodies.sort_unstable();
    bodies.dedup();
    for some in bodies.chunks(AT_ONCE) {
        let found: Vec<(i64, String)> = organisation::table
            .filter(organisation::id.eq_any(some.to_vec()))
            .select((organisation::id, organisation::name))
            .load(c)?;
        names.extend(found);
    }
    let queued = |(id, sort_key, country, category_id, body): Row| Queued {
        id,
        sort_key,
        country,
        category_id,
        organisation: body.and_then(|body| names.get(&body).cloned()),
    };
    Ok(rows.into_iter().map(queued).collect())
}

/// These people in this order, by two queries. Who is no delegate any more, or has no badge, is left out.
pub(crate) fn of(c: &mut Connection, ids: &[i64]) -> Result<Vec<Wearer>> {
    let rows: Vec<(i64, String, Registration)> = badge::table
        .inner_join(registration::table)
        .filter(badge::registration_id.eq_any(ids.to_vec()))
        .filter(badge::revoked_at.is_null())
        .filter(registration::state.eq(State::Confirmed))
        .select((badge::id, badge::code, Registration::as_select()))
        .load(c)?;
    let mut sites = registrations::sites_of(c, ids)?;
    let mut wearers: HashMap<i64, Wearer> = HashMap::with_capacity(rows.len());
    for (badge_id, code, registration) in rows {
        let id = registration.id;
        if let Some(code) = Code::parse(&code) {
            let wearer = Wearer {
                badge_id,
                code,
                sites: sites.remove(&id).unwrap_or_default(),
                registration,
            };
            wearers.insert(id, wearer);
        }
    }
    Ok(ids.iter().filter_map(|id| wearers.remove(id)).collect())
}

/// The delegate who has the longest or the shortest of something.
pub(crate) fn extreme(
    c: &mut Connection,
    forum_id: i64,
    which: Extreme,
) -> Result<Option<Registration>> {
    let named = length(registration::name.nullable());
    let query = delegates(forum_id).limit(1);
    let query = match which {
        Extreme::LongestName => query.order((named.desc(), registration::id.asc())),
        Extreme::ShortestName => query.order((named.asc(), registration::id.asc())),
        Extreme::LongestOrganisation => query
            .filter(registration::organisation.is_not_null())
            .order((
                length(registration::organisation).desc(),
                registration::id.asc(),
            )),
    };
    query.select(Registration::as_select()).first(c).optional()
}

/// Delegates who write their name in letters of their own too, the longest first.
pub(crate) fn in_own_letters(
    c: &mut Connection,
    forum_id: i64,
    most: i64,
) -> Result<Vec<Registration>> {
    delegates(forum_id)
        .filter(registration::native_name.is_not_null())
        .order((
            length(registration::native_name).desc(),
            registration::id.asc(),
        ))
        .limit(most)
        .select(Registration::as_select())
        .load(c)
}

fn delegates<'a>(forum_id: i64) -> Boxed<'a> {
    let confirmed = Filter {
        state: Some(State::Confirmed),
        ..Filter::default()
    };
    filtered(forum_id, &confirmed)
}

fn chosen<'a>(forum_id: i64, choice: &Choice) -> Boxed<'a> {
    let query = filtered(forum_id, &choice.filter).filter(registration::state.eq(State::Confirmed));
    let valid = badge::table
        .filter(badge::registration_id.eq(registration::id))
        .filter(badge::revoked_at.is_null());
    match choice.unprinted {
        false => query.filter(exists(valid)),
        true => {
            let printed = badge_print::table.filter(badge_print::badge_id.eq(badge::id));
            query.filter(exists(valid.filter(not(exists(printed)))))
        }
    }
}
