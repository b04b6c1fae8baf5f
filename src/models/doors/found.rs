//! People found by name at a door. No address, no phone.

use std::collections::HashMap;

use diesel::prelude::*;

use super::scan::found::{Unmet, unmet_by};
use super::scan::{FirstScan, Person};
use super::verdict::Verdict;
use crate::db::schema::{category, checkpoint, device, presence, scan};
use crate::db::{Connection, Result};
use crate::models::people::registration::{self, Registration};
use crate::models::people::registrations::{self, Filter, Together};
use crate::models::people::search;
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;
use crate::names::Match;
use crate::values::{Code, coded_text};

/// A bus holds fewer.
const MOST_TOGETHER: i64 = 300;

/// Somebody found by name.
pub struct Found {
    pub person: Person,
    /// The scan that let them in, for who is inside at the checkpoint.
    pub first: Option<FirstScan>,
    /// For who is confirmed: what the checkpoint says of its categories and its site, whatever the hour.
    pub refusal: Option<Verdict>,
}

/// People of a forum by name as heard: the best first, and of those who answer equally well who is not inside yet.
pub fn find(
    c: &mut Connection,
    forum_id: i64,
    door: Option<&Checkpoint>,
    typed: &str,
    most: usize,
) -> Result<Vec<Found>> {
    // A door does not find out whose address one is.
    let name = coded_text(typed).replace('@', " ");
    if Code::parse(&name).is_some() {
        let holders = search::search(c, forum_id, &name, &Filter::default(), most)?;
        let ids: Vec<i64> = holders.iter().map(|holder| holder.id).collect();
        let inside = inside(c, door, &ids)?;
        return described(c, (forum_id, door), holders, inside);
    }
    let hits = search::by_name(c, forum_id, &name, &Filter::default())?;
    let ids: Vec<i64> = hits.iter().map(|hit| hit.id).collect();
    let inside = inside(c, door, &ids)?;
    let mut ranked: Vec<(Match, i64)> = hits
        .iter()
        .map(|hit| (hit.rank().arrived(inside.contains_key(&hit.id)), hit.id))
        .collect();
    ranked.sort();
    let ids: Vec<i64> = ranked.into_iter().take(most).map(|(_, id)| id).collect();
    let people = search::in_order(c, &ids)?;
    described(c, (forum_id, door), people, inside)
}

/// Everybody who has that in common with a person, who is not inside yet first; who will not come is left out.
pub fn together(
    c: &mut Connection,
    forum_id: i64,
    door: &Checkpoint,
    public_id: &str,
    by: Together,
) -> Result<Vec<Found>> {
    let Some(one) = registration::by_public_id(c, forum_id, public_id)? else {
        return Ok(Vec::new());
    };
    let members = registrations::together(c, &one, by, MOST_TOGETHER)?;
    let ids: Vec<i64> = members.iter().map(|member| member.id).collect();
    let inside = inside(c, Some(door), &ids)?;
    let mut members = described(c, (forum_id, Some(door)), members, inside)?;
    members.sort_by_key(|member| member.first.is_some());
    Ok(members)
}

fn described(
    c: &mut Connection,
    (forum_id, door): (i64, Option<&Checkpoint>),
    people: Vec<Registration>,
    inside: HashMap<i64, String>,
) -> Result<Vec<Found>> {
    let categories = categories(c, forum_id)?;
    let refusals = refusals(c, door, &people)?;
    let shown = people.iter().filter_map(|person| inside.get(&person.id));
    let mut firsts = firsts(c, forum_id, shown.cloned().collect())?;
    let described = people.into_iter().map(|found| Found {
        first: inside
            .get(&found.id)
            .and_then(|scan_id| firsts.remove(scan_id)),
        refusal: refusals.get(&found.id).copied(),
        person: Person {
            registration: found.public_id,
            name: found.name,
            native_name: found.native_name,
            organisation: found.organisation,
            country: found.country,
            category: categories
                .get(&found.category_id)
                .cloned()
                .unwrap_or_default(),
            state: found.state,
        },
    });
    Ok(described.collect())
}

fn categories(c: &mut Connection, forum_id: i64) -> Result<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> = category::table
        .filter(category::forum_id.eq(forum_id))
        .select((category::id, category::slug))
        .load(c)?;
    Ok(rows.into_iter().collect())
}

/// Whom of these the checkpoint does not let pass, though they are confirmed.
fn refusals(
    c: &mut Connection,
    door: Option<&Checkpoint>,
    people: &[Registration],
) -> Result<HashMap<i64, Verdict>> {
    let Some(door) = door else {
        return Ok(HashMap::new());
    };
    let confirmed = people.iter().filter(|one| one.state == State::Confirmed);
    let ids: Vec<i64> = confirmed.map(|one| one.id).collect();
    let unmet = unmet_by(c, door, &ids)?;
    let refused = |(id, unmet): (i64, Unmet)| Some((id, unmet.refusal()?));
    Ok(unmet.into_iter().filter_map(refused).collect())
}

/// Who of these is inside at the checkpoint, with the scan by which the visit began that they are on.
fn inside(
    c: &mut Connection,
    door: Option<&Checkpoint>,
    ids: &[i64],
) -> Result<HashMap<i64, String>> {
    let Some(door) = door else {
        return Ok(HashMap::new());
    };
    let inside: Vec<(i64, String)> = presence::table
        .filter(presence::checkpoint_id.eq(door.id))
        .filter(presence::registration_id.eq_any(ids.to_vec()))
        .filter(presence::inside.eq(true))
        .select((
            presence::registration_id,
            presence::since_scan_id.assume_not_null(),
        ))
        .load(c)?;
    Ok(inside.into_iter().collect())
}

fn firsts(
    c: &mut Connection,
    forum_id: i64,
    scan_ids: Vec<String>,
) -> Result<HashMap<String, FirstScan>> {
    let rows: Vec<(String, FirstScan)> = scan::table
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .filter(scan::forum_id.eq(forum_id))
        .filter(scan::id.eq_any(scan_ids))
        .select((scan::id, (scan::scanned_at, checkpoint::slug, device::name)))
        .load(c)?;
    Ok(rows.into_iter().collect())
}
