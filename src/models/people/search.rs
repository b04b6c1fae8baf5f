//! People found by what somebody typed: a name as written or as heard, an organisation, an address or a badge's code.

mod address;
mod words;

use std::collections::HashMap;

use diesel::prelude::*;

use super::registration::Registration;
use super::registrations::{Filter, filtered};
use crate::db::schema::{badge, registration};
use crate::db::{Connection, Result};
use crate::names::{self, Match, Query};
use crate::values::{Code, coded_text};

/// People whose whole names are compared with what was typed: those whose words answer it best.
const MOST_COMPARED: usize = 400;

/// A registration and how well its person answers what was typed.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub id: i64,
    pub public_id: String,
    pub name: String,
    pub score: f64,
}

/// The people who answer what was typed, the best first.
pub(crate) fn search(
    c: &mut Connection,
    forum_id: i64,
    typed: &str,
    filter: &Filter,
    most: usize,
) -> Result<Vec<Registration>> {
    if coded_text(typed).contains('@') {
        return address::holders(c, forum_id, typed, filter, most);
    }
    if let Some(code) = Code::parse(typed) {
        return by_code(c, forum_id, &code, filter);
    }
    let mut ids: Vec<i64> = by_name(c, forum_id, typed, filter)?
        .into_iter()
        .take(most)
        .map(|hit| hit.id)
        .collect();
    for holder in address::holders(c, forum_id, typed, filter, most - ids.len())? {
        if !ids.contains(&holder.id) {
            ids.push(holder.id);
        }
    }
    in_order(c, &ids)
}

/// These registrations, in the order of their ids here.
pub(crate) fn in_order(c: &mut Connection, ids: &[i64]) -> Result<Vec<Registration>> {
    let rows: Vec<Registration> = registration::table
        .filter(registration::id.eq_any(ids.to_vec()))
        .select(Registration::as_select())
        .load(c)?;
    let mut rows: HashMap<i64, Registration> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

/// All who answer well enough by name or organisation, the best first.
pub(crate) fn by_name(
    c: &mut Connection,
    forum_id: i64,
    typed: &str,
    filter: &Filter,
) -> Result<Vec<Hit>> {
    let query = Query::new(typed);
    let mut hits = compared(c, forum_id, &query, filter)?;
    if best(&hits) < names::GOOD
        && let Some(parted) = words::parted(c, forum_id, &query)?
    {
        hits = compared(c, forum_id, &parted, filter)?;
    }
    let best = best(&hits);
    hits.retain(|hit| names::answers(hit.score, best));
    hits.sort_by(|one, other| one.rank().cmp(&other.rank()));
    Ok(hits)
}

fn best(hits: &[Hit]) -> f64 {
    hits.iter().map(|hit| hit.score).fold(0.0, f64::max)
}

fn compared(c: &mut Connection, forum_id: i64, query: &Query, filter: &Filter) -> Result<Vec<Hit>> {
    let filter = Filter {
        among: Some(words::bearers(c, forum_id, query, MOST_COMPARED)?),
        ..filter.clone()
    };
    let people: Vec<Candidate> = filtered(forum_id, &filter)
        .select(Candidate::as_select())
        .load(c)?;
    Ok(people
        .into_iter()
        .map(|person| person.compared(query))
        .collect())
}

/// What is compared with what was typed.
#[derive(Queryable, Selectable)]
#[diesel(table_name = registration)]
struct Candidate {
    id: i64,
    public_id: String,
    name: String,
    native_name: Option<String>,
    organisation: Option<String>,
}

impl Candidate {
    fn compared(self, query: &Query) -> Hit {
        let folded = names::fold_both(&self.name, self.native_name.as_deref());
        let organisation = self.organisation.as_deref().map(names::fold);
        Hit {
            id: self.id,
            public_id: self.public_id,
            score: query.score_person(&folded, organisation.as_deref()),
            name: self.name,
        }
    }
}

impl Hit {
    /// Its place among others.
    pub(crate) fn rank(&self) -> Match<'_> {
        Match::new(self.score, &self.name, &self.public_id)
    }
}

fn by_code(
    c: &mut Connection,
    forum_id: i64,
    code: &Code,
    filter: &Filter,
) -> Result<Vec<Registration>> {
    let holders = badge::table
        .filter(badge::forum_id.eq(forum_id))
        .filter(badge::code.eq(code.as_str().to_string()))
        .select(badge::registration_id);
    filtered(forum_id, filter)
        .filter(registration::id.eq_any(holders))
        .select(Registration::as_select())
        .load(c)
}

/// The first text after all those that begin with `prefix`.
fn prefix_end(prefix: &str) -> Option<String> {
    let mut end: Vec<char> = prefix.chars().collect();
    let last = end.pop()?;
    end.push(char::from_u32(last as u32 + 1)?);
    Some(end.into_iter().collect())
}
