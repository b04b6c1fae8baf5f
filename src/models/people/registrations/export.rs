//! Rows of an export.

use std::collections::HashMap;

use diesel::prelude::*;

use super::filter::Filter;
use super::order::{After, Sort, page};
use crate::clock::Moment;
use crate::db::schema::{badge, category, checkpoint, presence, registration_site, site};
use crate::db::{Connection, Result};
use crate::models::people::registration::Registration;
use crate::models::places::checkpoint::Kind;

/// A row of an export: what the columns are made of.
#[derive(Debug, Clone)]
pub(crate) struct ExportRow {
    pub registration: Registration,
    pub category: String,
    pub badge: Option<String>,
    pub sites: Vec<String>,
    pub first_admitted_at: Option<Moment>,
}

impl ExportRow {
    /// For who may see neither.
    pub(crate) fn without_badge_and_needs(mut self) -> ExportRow {
        self.badge = None;
        self.registration.access_needs = None;
        self.registration.food_needs = None;
        self
    }
}

/// The next rows in the order of registration, with what belongs to them, by four queries however many they are.
pub(crate) fn export_batch(
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
pub(crate) fn sites_of(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Vec<String>>> {
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

/// When each of these people was first let into the hall, by whatever door of it.
pub(crate) fn first_admitted(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Moment>> {
    let rows: Vec<(i64, Moment)> = presence::table
        .inner_join(checkpoint::table)
        .filter(presence::registration_id.eq_any(ids.to_vec()))
        .filter(presence::first_at.is_not_null())
        .filter(checkpoint::kind.eq_any(Kind::OF_THE_HALL))
        .select((
            presence::registration_id,
            presence::first_at.assume_not_null(),
        ))
        .load(c)?;
    let mut first: HashMap<i64, Moment> = HashMap::new();
    for (id, at) in rows {
        let earliest = first.entry(id).or_insert(at);
        *earliest = at.min(*earliest);
    }
    Ok(first)
}
