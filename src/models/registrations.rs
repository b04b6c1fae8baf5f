//! Lists of registrations: filtered, sorted, a page or the whole at a time.
//!
//! Pages go on from where the last one ended (a key and an id, both in an index) and never count
//! rows to skip, so that the thousandth page costs what the first does.

use std::collections::{BTreeMap, HashMap, HashSet};

use diesel::prelude::*;

use super::found::Together;
use super::registration::{Registration, State};
use super::unreachable;
use crate::clock::Moment;
use crate::db::schema::{
    badge, category, checkpoint, presence, registration, registration_site, site, unsubscribed,
};
use crate::db::{Connection, Result};
use crate::names;
use crate::values::Language;

/// Which registrations of a forum.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub state: Option<State>,
    /// All but the withdrawn.
    pub live: bool,
    pub category_id: Option<i64>,
    pub country: Option<String>,
    pub site_id: Option<i64>,
    /// Only who is inside at one of these checkpoints.
    pub inside_at: Option<Vec<i64>>,
    /// Only who was let in somewhere, or only who never was.
    pub came: Option<bool>,
    /// Without those who want no news of the forum.
    pub subscribed: bool,
    /// Only those who read mail in it.
    pub language: Option<Language>,
    /// Only those whose last e-mail reached nobody.
    pub unreachable: bool,
    /// Only these: what a search found.
    pub among: Option<Vec<i64>>,
}

impl Filter {
    /// The states that it takes.
    pub fn states(&self) -> Vec<State> {
        State::ALL
            .into_iter()
            .filter(|state| self.state.is_none_or(|wanted| wanted == *state))
            .filter(|state| !self.live || *state != State::Withdrawn)
            .collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    #[default]
    Newest,
    Oldest,
    Name,
    /// Only to page back through a list by name.
    NameBackwards,
}

impl Sort {
    /// The same list from its other end.
    pub fn backwards(self) -> Sort {
        match self {
            Sort::Newest => Sort::Oldest,
            Sort::Oldest => Sort::Newest,
            Sort::Name => Sort::NameBackwards,
            Sort::NameBackwards => Sort::Name,
        }
    }
}

/// Where a page ended: the sort key and the id of its last row.
#[derive(Debug, Clone)]
pub struct After {
    pub time: Option<Moment>,
    pub name: Option<String>,
    pub id: i64,
}

pub(super) type Boxed<'a> = registration::BoxedQuery<'a, crate::db::Backend>;

/// One page, and whether more follow is seen by asking for one row more than is shown.
pub fn page(
    c: &mut Connection,
    forum_id: i64,
    filter: &Filter,
    sort: Sort,
    after: Option<&After>,
    most: i64,
) -> Result<Vec<Registration>> {
    let query = filtered(forum_id, filter);
    let query = match sort {
        Sort::Newest => newest_first(query, after),
        Sort::Oldest => oldest_first(query, after),
        Sort::Name => by_name(query, after),
        Sort::NameBackwards => by_name_backwards(query, after),
    };
    query.limit(most).select(Registration::as_select()).load(c)
}

/// The key by which the page after this row goes on.
pub fn after(registration: &Registration, sort: Sort) -> After {
    After {
        time: matches!(sort, Sort::Newest | Sort::Oldest).then_some(registration.registered_at),
        name: matches!(sort, Sort::Name | Sort::NameBackwards)
            .then(|| names::sort_key(&registration.name)),
        id: registration.id,
    }
}

pub(super) fn filtered<'a>(forum_id: i64, filter: &Filter) -> Boxed<'a> {
    let mut query = registration::table.into_boxed();
    query = match &filter.among {
        None => query.filter(registration::forum_id.eq(forum_id)),
        // A range, lest SQLite walk through the forum's whole index instead of going to these few.
        Some(ids) => query
            .filter(registration::id.eq_any(ids.clone()))
            .filter(registration::forum_id.between(forum_id, forum_id)),
    };
    if let Some(state) = filter.state {
        query = query.filter(registration::state.eq(state.as_str()));
    }
    if filter.live {
        query = query.filter(registration::state.ne(State::Withdrawn.as_str()));
    }
    if filter.unreachable {
        query = unreachable::among(query);
    }
    if let Some(category_id) = filter.category_id {
        query = query.filter(registration::category_id.eq(category_id));
    }
    if let Some(country) = &filter.country {
        query = query.filter(registration::country.eq(country.clone()));
    }
    if let Some(site_id) = filter.site_id {
        let there = registration_site::table
            .filter(registration_site::site_id.eq(site_id))
            .select(registration_site::registration_id);
        query = query.filter(registration::id.eq_any(there));
    }
    if let Some(checkpoints) = &filter.inside_at {
        let inside = presence::table
            .filter(presence::checkpoint_id.eq_any(checkpoints.clone()))
            .filter(presence::inside.eq(true))
            .select(presence::registration_id);
        query = query.filter(registration::id.eq_any(inside));
    }
    if let Some(came) = filter.came {
        let doors = checkpoint::table
            .filter(checkpoint::forum_id.eq(forum_id))
            .select(checkpoint::id);
        let there = presence::table
            .filter(presence::checkpoint_id.eq_any(doors))
            .select(presence::registration_id);
        query = match came {
            true => query.filter(registration::id.eq_any(there)),
            false => query.filter(registration::id.ne_all(there)),
        };
    }
    if let Some(language) = filter.language {
        query = query.filter(registration::language.eq(language.code()));
    }
    if filter.subscribed {
        let left = unsubscribed::table
            .filter(unsubscribed::forum_id.eq(forum_id))
            .select(unsubscribed::email_folded);
        query = query.filter(registration::email_folded.ne_all(left));
    }
    query
}

fn newest_first<'a>(query: Boxed<'a>, after: Option<&After>) -> Boxed<'a> {
    let query = query.order((registration::registered_at.desc(), registration::id.desc()));
    match after.and_then(|after| after.time.map(|time| (time, after.id))) {
        None => query,
        Some((time, id)) => query.filter(registration::registered_at.le(time)).filter(
            registration::registered_at
                .lt(time)
                .or(registration::id.lt(id)),
        ),
    }
}

fn oldest_first<'a>(query: Boxed<'a>, after: Option<&After>) -> Boxed<'a> {
    let query = query.order((registration::registered_at, registration::id));
    match after.and_then(|after| after.time.map(|time| (time, after.id))) {
        None => query,
        Some((time, id)) => query.filter(registration::registered_at.ge(time)).filter(
            registration::registered_at
                .gt(time)
                .or(registration::id.gt(id)),
        ),
    }
}

fn by_name<'a>(query: Boxed<'a>, after: Option<&After>) -> Boxed<'a> {
    let query = query.order((registration::sort_key, registration::id));
    match after.and_then(|after| after.name.clone().map(|name| (name, after.id))) {
        None => query,
        Some((name, id)) => query
            .filter(registration::sort_key.ge(name.clone()))
            .filter(registration::sort_key.gt(name).or(registration::id.gt(id))),
    }
}

fn by_name_backwards<'a>(query: Boxed<'a>, after: Option<&After>) -> Boxed<'a> {
    let query = query.order((registration::sort_key.desc(), registration::id.desc()));
    match after.and_then(|after| after.name.clone().map(|name| (name, after.id))) {
        None => query,
        Some((name, id)) => query
            .filter(registration::sort_key.le(name.clone()))
            .filter(registration::sort_key.lt(name).or(registration::id.lt(id))),
    }
}

/// Everybody of a person's organisation or country, that person too, by name; without the declined and withdrawn.
pub fn together(
    c: &mut Connection,
    one: &Registration,
    by: Together,
    most: i64,
) -> Result<Vec<Registration>> {
    let query = registration::table
        .filter(registration::forum_id.eq(one.forum_id))
        .filter(
            registration::state
                .ne(State::Declined.as_str())
                .and(registration::state.ne(State::Withdrawn.as_str())),
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
pub fn count(c: &mut Connection, forum_id: i64, filter: &Filter) -> Result<i64> {
    filtered(forum_id, filter).count().get_result(c)
}

/// Everybody of a list, by the row's own id.
pub fn ids(c: &mut Connection, forum_id: i64, filter: &Filter) -> Result<Vec<i64>> {
    filtered(forum_id, filter)
        .order(registration::id)
        .select(registration::id)
        .load(c)
}

/// How many registrations a list holds of each language and state. Counted here, for a filter that is put together
/// cannot be grouped by.
pub fn count_by_language_and_state(
    c: &mut Connection,
    forum_id: i64,
    filter: &Filter,
) -> Result<BTreeMap<(Language, State), i64>> {
    let rows: Vec<(String, String)> = filtered(forum_id, filter)
        .select((registration::language, registration::state))
        .load(c)?;
    let mut counts = BTreeMap::new();
    for (language, state) in rows {
        let language = Language::parse(&language).unwrap_or(Language::En);
        let state = State::parse(&state).unwrap_or(State::Withdrawn);
        *counts.entry((language, state)).or_insert(0) += 1;
    }
    Ok(counts)
}

/// The sites that each of these people comes to; who comes to all is not among them.
pub fn site_ids(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Vec<i64>>> {
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
pub fn public_ids(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> = registration::table
        .filter(registration::id.eq_any(ids.to_vec()))
        .select((registration::id, registration::public_id))
        .load(c)?;
    Ok(rows.into_iter().collect())
}

/// A row of an export: what the columns are made of.
#[derive(Debug, Clone)]
pub struct ExportRow {
    pub registration: Registration,
    pub category: String,
    pub badge: Option<String>,
    pub sites: Vec<String>,
    pub first_admitted_at: Option<Moment>,
}

/// The next rows in the order of registration, with what belongs to them, by four queries however many they are.
pub fn export_batch(
    c: &mut Connection,
    forum_id: i64,
    filter: &Filter,
    after: Option<&After>,
    most: i64,
) -> Result<Vec<ExportRow>> {
    let people = page(c, forum_id, filter, Sort::Oldest, after, most)?;
    let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
    let categories: HashMap<i64, String> = category::table
        .filter(category::forum_id.eq(forum_id))
        .select((category::id, category::slug))
        .load(c)?
        .into_iter()
        .collect();
    let mut badges: HashMap<i64, String> = badge::table
        .filter(badge::registration_id.eq_any(ids.clone()))
        .filter(badge::revoked_at.is_null())
        .select((badge::registration_id, badge::code))
        .load(c)?
        .into_iter()
        .collect();
    let mut sites = sites_of(c, &ids)?;
    let mut admitted = first_admitted(c, &ids)?;
    Ok(people
        .into_iter()
        .map(|registration| ExportRow {
            category: categories
                .get(&registration.category_id)
                .cloned()
                .unwrap_or_default(),
            badge: badges.remove(&registration.id),
            sites: sites.remove(&registration.id).unwrap_or_default(),
            first_admitted_at: admitted.remove(&registration.id),
            registration,
        })
        .collect())
}

/// The short names of the sites that each of these people goes to.
pub fn sites_of(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Vec<String>>> {
    let rows: Vec<(i64, String)> = registration_site::table
        .inner_join(site::table)
        .filter(registration_site::registration_id.eq_any(ids.to_vec()))
        .order((site::starts_on, site::id))
        .select((registration_site::registration_id, site::slug))
        .load(c)?;
    let mut sites: HashMap<i64, Vec<String>> = HashMap::new();
    for (id, slug) in rows {
        sites.entry(id).or_default().push(slug);
    }
    Ok(sites)
}

/// When each of these people was first let in anywhere.
pub fn first_admitted(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Moment>> {
    let rows: Vec<(i64, Moment)> = presence::table
        .filter(presence::registration_id.eq_any(ids.to_vec()))
        .select((presence::registration_id, presence::first_at))
        .load(c)?;
    let mut first: HashMap<i64, Moment> = HashMap::new();
    for (id, at) in rows {
        let earliest = first.entry(id).or_insert(at);
        *earliest = at.min(*earliest);
    }
    Ok(first)
}

/// Which of these folded addresses the forum knows, each with whether a live registration has it.
pub fn known_emails(
    c: &mut Connection,
    forum_id: i64,
    emails: &[String],
) -> Result<HashSet<(String, bool)>> {
    let mut known = HashSet::new();
    // SQLite takes a limited number of values in one query.
    for some in emails.chunks(500) {
        let found: Vec<(String, String)> = registration::table
            .filter(registration::forum_id.eq(forum_id))
            .filter(registration::email_folded.eq_any(some.to_vec()))
            .select((registration::email_folded, registration::state))
            .load(c)?;
        known.extend(
            found
                .into_iter()
                .map(|(email, state)| (email, state != State::Withdrawn.as_str())),
        );
    }
    Ok(known)
}
