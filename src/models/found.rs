//! People found by name at a door. No address, no phone.

use std::collections::HashMap;

use diesel::prelude::*;

use super::registrations::{self, Filter};
use super::scan::{self, FirstScan, Person};
use crate::db::schema::{category, presence};
use crate::db::{Connection, Result};

/// Somebody found by name.
pub struct Found {
    pub person: Person,
    /// The scan that let them in, for who is inside at the checkpoint.
    pub first: Option<FirstScan>,
}

/// People of a forum by name as heard, the best first.
pub fn find(
    c: &mut Connection,
    forum_id: i64,
    checkpoint_id: Option<i64>,
    typed: &str,
    most: usize,
) -> Result<Vec<Found>> {
    // A door does not find out whose address one is.
    let name = typed.replace('@', " ");
    let people = registrations::search(c, forum_id, &name, &Filter::default(), most)?;
    let categories = categories(c, forum_id)?;
    let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
    let mut firsts = firsts(c, forum_id, checkpoint_id, &ids)?;
    Ok(people
        .into_iter()
        .map(|found| Found {
            first: firsts.remove(&found.id),
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
        })
        .collect())
}

fn categories(c: &mut Connection, forum_id: i64) -> Result<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> = category::table
        .filter(category::forum_id.eq(forum_id))
        .select((category::id, category::slug))
        .load(c)?;
    Ok(rows.into_iter().collect())
}

fn firsts(
    c: &mut Connection,
    forum_id: i64,
    checkpoint_id: Option<i64>,
    ids: &[i64],
) -> Result<HashMap<i64, FirstScan>> {
    let Some(checkpoint_id) = checkpoint_id else {
        return Ok(HashMap::new());
    };
    let inside: Vec<(i64, String)> = presence::table
        .filter(presence::checkpoint_id.eq(checkpoint_id))
        .filter(presence::registration_id.eq_any(ids.to_vec()))
        .filter(presence::inside.eq(true))
        .select((presence::registration_id, presence::first_scan_id))
        .load(c)?;
    let mut firsts = HashMap::new();
    for (id, scan_id) in inside {
        if let Some(first) = scan::first_scan(c, forum_id, &scan_id)? {
            firsts.insert(id, first);
        }
    }
    Ok(firsts)
}
