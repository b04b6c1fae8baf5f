//! People found by what somebody typed: a name as written or as heard, an organisation, an address or a badge's code.

use std::collections::HashMap;

use diesel::prelude::*;

use super::registration::Registration;
use super::registrations::{Filter, filtered};
use crate::db::schema::{badge, registration, search_key};
use crate::db::{Connection, Result};
use crate::names::{self, Match, Query, Sought};
use crate::values::Code;

/// People one typed word may bring, so that a common one costs no more than a rare one.
const MOST_OF_A_WORD: i64 = 1500;

/// People whose whole names are compared with what was typed.
const MOST_COMPARED: usize = 400;

/// About how many people a forum has at most; with how many of them one shares a word tells how much it says.
const CROWD: f64 = 100_000.0;

/// A registration and how well its person answers what was typed.
#[derive(Debug, Clone)]
pub struct Hit {
    pub id: i64,
    pub public_id: String,
    pub name: String,
    pub score: f64,
}

/// The people who answer what was typed, the best first.
pub fn search(
    c: &mut Connection,
    forum_id: i64,
    typed: &str,
    filter: &Filter,
    most: usize,
) -> Result<Vec<Registration>> {
    if typed.contains('@') {
        return by_email(c, forum_id, typed, filter, most);
    }
    if let Some(code) = Code::parse(typed) {
        return by_code(c, forum_id, &code, filter);
    }
    let ids: Vec<i64> = by_name(c, forum_id, typed, filter)?
        .into_iter()
        .take(most)
        .map(|hit| hit.id)
        .collect();
    in_order(c, &ids)
}

/// These registrations, in the order of their ids here.
pub(super) fn in_order(c: &mut Connection, ids: &[i64]) -> Result<Vec<Registration>> {
    let rows: Vec<Registration> = registration::table
        .filter(registration::id.eq_any(ids.to_vec()))
        .select(Registration::as_select())
        .load(c)?;
    let mut rows: HashMap<i64, Registration> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

/// All who answer well enough by name or organisation, the best first.
pub fn by_name(
    c: &mut Connection,
    forum_id: i64,
    typed: &str,
    filter: &Filter,
) -> Result<Vec<Hit>> {
    let among = Some(candidates(c, forum_id, &names::lookup(typed))?);
    let filter = Filter {
        among,
        ..filter.clone()
    };
    let people: Vec<Candidate> = filtered(forum_id, &filter)
        .select(Candidate::as_select())
        .load(c)?;
    let query = Query::new(typed);
    let mut hits: Vec<Hit> = people
        .into_iter()
        .map(|person| person.compared(&query))
        .collect();
    let best = hits.iter().map(|hit| hit.score).fold(0.0, f64::max);
    hits.retain(|hit| names::answers(hit.score, best));
    hits.sort_by(|one, other| one.rank().cmp(&other.rank()));
    Ok(hits)
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
    pub fn rank(&self) -> Match<'_> {
        Match::new(self.score, &self.name, &self.public_id)
    }
}

fn by_email(
    c: &mut Connection,
    forum_id: i64,
    typed: &str,
    filter: &Filter,
    most: usize,
) -> Result<Vec<Registration>> {
    let start = typed.trim().to_lowercase();
    let Some(end) = prefix_end(&start) else {
        return Ok(Vec::new());
    };
    filtered(forum_id, filter)
        .filter(registration::email_folded.ge(start))
        .filter(registration::email_folded.lt(end))
        .order(registration::email_folded)
        .limit(most as i64)
        .select(Registration::as_select())
        .load(c)
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

/// Ids of those worth comparing: who shares the rarest words, and most of them.
fn candidates(c: &mut Connection, forum_id: i64, sought: &[Sought]) -> Result<Vec<i64>> {
    let mut worth: HashMap<i64, f64> = HashMap::new();
    for sought in sought {
        for (id, worth_of_word) in worth_of_word(c, forum_id, sought)? {
            *worth.entry(id).or_default() += worth_of_word;
        }
    }
    let mut ids: Vec<(f64, i64)> = worth.into_iter().map(|(id, worth)| (worth, id)).collect();
    ids.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    Ok(ids
        .into_iter()
        .take(MOST_COMPARED)
        .map(|(_, id)| id)
        .collect())
}

/// Who has a key that one typed word looks for, and how much that tells: less the more people share it.
fn worth_of_word(c: &mut Connection, forum_id: i64, sought: &Sought) -> Result<HashMap<i64, f64>> {
    let mut found = Vec::new();
    for word in &sought.words {
        found.push((1.0, beginning_with(c, forum_id, "word", word)?));
        found.push((0.8, beginning_with(c, forum_id, "organisation", word)?));
    }
    for sound in &sought.sounds {
        found.push((0.7, beginning_with(c, forum_id, "sound", sound)?));
    }
    if !sought.whole_sounds.is_empty() {
        found.push((0.5, sounding(c, forum_id, &sought.whole_sounds)?));
    }
    let mut worth: HashMap<i64, f64> = HashMap::new();
    for (weight, ids) in found {
        let this = weight * (CROWD / (1.0 + ids.len() as f64)).ln();
        for id in ids {
            let known = worth.entry(id).or_default();
            *known = known.max(this);
        }
    }
    Ok(worth)
}

fn beginning_with(c: &mut Connection, forum_id: i64, kind: &str, prefix: &str) -> Result<Vec<i64>> {
    let Some(end) = prefix_end(prefix) else {
        return Ok(Vec::new());
    };
    search_key::table
        .filter(search_key::forum_id.eq(forum_id))
        .filter(search_key::kind.eq(kind))
        .filter(search_key::key.ge(prefix))
        .filter(search_key::key.lt(end))
        .order(search_key::key)
        .limit(MOST_OF_A_WORD)
        .select(search_key::registration_id)
        .load(c)
}

fn sounding(c: &mut Connection, forum_id: i64, sounds: &[String]) -> Result<Vec<i64>> {
    search_key::table
        .filter(search_key::forum_id.eq(forum_id))
        .filter(search_key::kind.eq("sound"))
        .filter(search_key::key.eq_any(sounds.to_vec()))
        .limit(MOST_OF_A_WORD)
        .select(search_key::registration_id)
        .load(c)
}

/// The first text after all those that begin with `prefix`.
fn prefix_end(prefix: &str) -> Option<String> {
    let mut end: Vec<char> = prefix.chars().collect();
    let last = end.pop()?;
    end.push(char::from_u32(last as u32 + 1)?);
    Some(end.into_iter().collect())
}
