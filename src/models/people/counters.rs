//! The figures a forum is judged by.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::standing::State;
use crate::clock::Moment;
use crate::db::schema::{presence, registration};
use crate::db::{Connection, Result};
use crate::models::places::checkpoint::{self, Checkpoint};

#[derive(Debug, Clone, Default)]
pub(crate) struct Counters {
    /// All but the withdrawn.
    pub registered: i64,
    pub by_state: HashMap<State, i64>,
    /// People inside at a checkpoint of the hall that is open now, each once.
    pub in_the_hall: i64,
    /// People who came through such a checkpoint, whether they are still inside or not.
    pub came: i64,
    /// Countries of those inside.
    pub countries_present: i64,
}

/// A country at a forum.
#[derive(Debug, Clone, Default)]
pub(crate) struct CountryCount {
    pub country: String,
    /// All but the withdrawn.
    pub registered: i64,
    pub confirmed: i64,
    pub inside: i64,
}

impl Counters {
    pub(crate) fn of(&self, state: State) -> i64 {
        self.by_state.get(&state).copied().unwrap_or(0)
    }
}

pub(crate) fn of_forum(c: &mut Connection, forum_id: i64, now: Moment) -> Result<Counters> {
    let by_state: Vec<(State, i64)> = registration::table
        .filter(registration::forum_id.eq(forum_id))
        .group_by(registration::state)
        .select((registration::state, count_star()))
        .load(c)?;
    let by_state: HashMap<State, i64> = by_state.into_iter().collect();
    let registered = by_state
        .iter()
        .filter(|(state, _)| **state != State::Withdrawn)
        .map(|(_, count)| count)
        .sum();
    let open = open_checkpoints(c, forum_id, now)?;
    let (in_the_hall, countries_present) = present(c, &open)?;
    Ok(Counters {
        registered,
        by_state,
        in_the_hall,
        came: came(c, &open)?,
        countries_present,
    })
}

/// Every country somebody registered from; the fullest in the hall first.
pub(crate) fn by_country(
    c: &mut Connection,
    forum_id: i64,
    now: Moment,
) -> Result<Vec<CountryCount>> {
    let mut counts: HashMap<String, CountryCount> = HashMap::new();
    let rows: Vec<(String, State, i64)> = registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::state.ne(State::Withdrawn))
        .group_by((registration::country, registration::state))
        .select((registration::country, registration::state, count_star()))
        .load(c)?;
    for (country, state, people) in rows {
        let count = counts.entry(country).or_default();
        count.registered += people;
        if state == State::Confirmed {
            count.confirmed += people;
        }
    }
    let open = open_checkpoints(c, forum_id, now)?;
    let inside: Vec<(String, i64)> = presence::table
        .inner_join(registration::table)
        .filter(presence::checkpoint_id.eq_any(open))
        .filter(presence::inside.eq(true))
        .group_by(registration::country)
        .select((
            registration::country,
            diesel::dsl::count(presence::registration_id).aggregate_distinct(),
        ))
        .load(c)?;
    for (country, people) in inside {
        counts.entry(country).or_default().inside = people;
    }
    let mut counts: Vec<CountryCount> = counts
        .into_iter()
        .map(|(country, count)| CountryCount { country, ..count })
        .collect();
    counts.sort_by(|a, b| {
        let numbers = |count: &CountryCount| (count.inside, count.confirmed, count.registered);
        numbers(b)
            .cmp(&numbers(a))
            .then_with(|| a.country.cmp(&b.country))
    });
    Ok(counts)
}

/// The checkpoints that a list may be asked for: `hall` for those open now, or one by its short name or its lasting id.
pub(crate) fn checkpoints_at(
    c: &mut Connection,
    forum_id: i64,
    at: &str,
    now: Moment,
) -> Result<Option<Vec<i64>>> {
    if at.is_empty() {
        return Ok(None);
    }
    let named: Vec<i64> = checkpoint::of_forum(c, forum_id)?
        .into_iter()
        .filter(|checkpoint| checkpoint.is_meant_by(at))
        .map(|checkpoint| checkpoint.id)
        .collect();
    match at {
        "hall" if named.is_empty() => open_checkpoints(c, forum_id, now).map(Some),
        _ => Ok(Some(named)),
    }
}

/// The checkpoints of a forum that together are "the hall" now.
pub(crate) fn open_checkpoints(c: &mut Connection, forum_id: i64, now: Moment) -> Result<Vec<i64>> {
    let checkpoints = checkpoint::of_forum(c, forum_id)?;
    Ok(checkpoints
        .iter()
        .filter(|checkpoint| is_of_the_hall(checkpoint, now))
        .map(|checkpoint| checkpoint.id)
        .collect())
}

/// Whether a checkpoint's hours are now and its passing means being there. On a bus nobody is present.
pub(crate) fn is_of_the_hall(checkpoint: &Checkpoint, now: Moment) -> bool {
    checkpoint.is_open(now) && checkpoint.kind.is_of_the_hall()
}

/// People inside at these checkpoints, each once.
pub(crate) fn inside(c: &mut Connection, checkpoints: &[i64]) -> Result<i64> {
    presence::table
        .filter(presence::checkpoint_id.eq_any(checkpoints.to_vec()))
        .filter(presence::inside.eq(true))
        .select(diesel::dsl::count(presence::registration_id).aggregate_distinct())
        .first(c)
}

fn present(c: &mut Connection, checkpoints: &[i64]) -> Result<(i64, i64)> {
    let people = inside(c, checkpoints)?;
    let countries: i64 = presence::table
        .inner_join(registration::table)
        .filter(presence::checkpoint_id.eq_any(checkpoints.to_vec()))
        .filter(presence::inside.eq(true))
        .select(diesel::dsl::count(registration::country).aggregate_distinct())
        .first(c)?;
    Ok((people, countries))
}

fn came(c: &mut Connection, checkpoints: &[i64]) -> Result<i64> {
    presence::table
        .filter(presence::checkpoint_id.eq_any(checkpoints.to_vec()))
        .filter(presence::first_at.is_not_null())
        .select(diesel::dsl::count(presence::registration_id).aggregate_distinct())
        .first(c)
}
