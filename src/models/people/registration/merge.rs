//! A correction made on a form that somebody else's correction has overtaken: what both left alone of each other's is
//! kept, and what both changed is for whoever saves last to choose.

use diesel::prelude::*;
use serde_json::{Map, Value};

use super::change::differences;
use crate::db::schema::registration_event;
use crate::db::{Connection, Result};
use crate::models::people::event::{self, Line};
use crate::models::people::registration::{Details, Registration, locked, sites};
use crate::values::Country;

/// A correction that fits what stands there now.
#[derive(Debug, Clone)]
pub struct Merge {
    pub details: Details,
    /// Fields that others changed and the form left as they had been: theirs stands.
    pub kept: Vec<String>,
    /// Fields that others changed to something else than the form did.
    pub clashes: Vec<Clash>,
}

#[derive(Debug, Clone)]
pub struct Clash {
    pub field: String,
    /// As it stands there, and as it was typed.
    pub stands: Value,
    pub typed: Value,
    /// Who changed it last, and when.
    pub by: Line,
}

/// A number that grows with every change of a registration, in the database's order: a form is made from one.
pub fn version(c: &mut Connection, id: i64) -> Result<i64> {
    let last: Option<i64> = registration_event::table
        .filter(registration_event::registration_id.eq(id))
        .order(registration_event::id.desc())
        .select(registration_event::id)
        .first(c)
        .optional()?;
    Ok(last.unwrap_or(0))
}

/// What was typed on a form of that version, beside what others have changed since.
pub fn onto_present(
    c: &mut Connection,
    id: i64,
    typed: Details,
    version: i64,
) -> Result<(Merge, Registration)> {
    let present = locked(c, id)?;
    let sites = sites(c, id)?;
    let differ = differences(&present, &sites, &typed);
    let mut merge = Merge {
        details: typed,
        kept: Vec::new(),
        clashes: Vec::new(),
    };
    for (field, before, by) in changed(event::corrected_since(c, id, version)?) {
        let Some([stands, typed]) = differ.get(&field).and_then(pair) else {
            continue;
        };
        if typed == before {
            keep(&mut merge.details, &field, &present, &sites);
            merge.kept.push(field);
        } else {
            merge.clashes.push(Clash {
                field,
                stands,
                typed,
                by,
            });
        }
    }
    Ok((merge, present))
}

/// Each field that was changed: what it was at first, and the line of its last change.
fn changed(lines: Vec<Line>) -> Vec<(String, Value, Line)> {
    let mut changed: Vec<(String, Value, Line)> = Vec::new();
    for line in lines {
        let detail = line.detail.as_deref().unwrap_or_default();
        let table: Map<String, Value> = serde_json::from_str(detail).unwrap_or_default();
        for (field, values) in &table {
            let Some([before, _]) = pair(values) else {
                continue;
            };
            match changed.iter_mut().find(|(known, ..)| known == field) {
                Some((_, _, last)) => *last = line.clone(),
                None => changed.push((field.clone(), before, line.clone())),
            }
        }
    }
    changed
}

fn pair(values: &Value) -> Option<[Value; 2]> {
    match values.as_array()?.as_slice() {
        [first, second] => Some([first.clone(), second.clone()]),
        _ => None,
    }
}

/// A field as it stands.
fn keep(details: &mut Details, field: &str, present: &Registration, sites: &[i64]) {
    match field {
        "name" => details.name.clone_from(&present.name),
        "native_name" => details.native_name.clone_from(&present.native_name),
        "phone" => details.phone.clone_from(&present.phone),
        "country" => {
            let country = Country::parse(&present.country);
            details.country = country.unwrap_or(details.country);
        }
        "organisation" => details.organisation.clone_from(&present.organisation),
        "position" => details.position.clone_from(&present.position),
        "category" => details.category_id = present.category_id,
        "language" => details.language = present.language,
        "access_needs" => details.access_needs.clone_from(&present.access_needs),
        "food_needs" => details.food_needs.clone_from(&present.food_needs),
        "sites" => details.sites = sites.to_vec(),
        _ => {}
    }
}
