//! The figures a forum is judged by.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::checkpoint;
use super::registration::State;
use crate::clock::Moment;
use crate::db::schema::{presence, registration};
use crate::db::{Connection, Result};

#[derive(Debug, Clone, Default)]
pub struct Counters {
    /// All but the withdrawn.
    pub registered: i64,
    pub by_state: HashMap<String, i64>,
    /// People inside at a checkpoint that is open now, each once.
    pub in_the_hall: i64,
    /// Countries of those people.
    pub countries_present: i64,
}

impl Counters {
    pub fn of(&self, state: State) -> i64 {
        self.by_state.get(state.as_str()).copied().unwrap_or(0)
    }
}

pub fn of_forum(c: &mut Connection, forum_id: i64, now: Moment) -> Result<Counters> {
    let by_state: Vec<(String, i64)> = registration::table
        .filter(registration::forum_id.eq(forum_id))
        .group_by(registration::state)
        .select((registration::state, count_star()))
        .load(c)?;
    let by_state: HashMap<String, i64> = by_state.into_iter().collect();
    let registered = by_state
        .iter()
        .filter(|(state, _)| *state != State::Withdrawn.as_str())
        .map(|(_, count)| count)
        .sum();
    let open = open_checkpoints(c, forum_id, now)?;
    let (in_the_hall, countries_present) = present(c, &open)?;
    Ok(Counters {
        registered,
        by_state,
        in_the_hall,
        countries_present,
    })
}

/// The checkpoints of a forum whose hours are now: together they are "the hall".
pub fn open_checkpoints(c: &mut Connection, forum_id: i64, now: Moment) -> Result<Vec<i64>> {
    let checkpoints = checkpoint::of_forum(c, forum_id)?;
    Ok(checkpoints
        .iter()
        .filter(|checkpoint| checkpoint.is_open(now))
        .map(|checkpoint| checkpoint.id)
        .collect())
}

fn present(c: &mut Connection, checkpoints: &[i64]) -> Result<(i64, i64)> {
    let people: i64 = presence::table
        .filter(presence::checkpoint_id.eq_any(checkpoints.to_vec()))
        .filter(presence::inside.eq(true))
        .select(diesel::dsl::count(presence::registration_id).aggregate_distinct())
        .first(c)?;
    let countries: i64 = presence::table
        .inner_join(registration::table)
        .filter(presence::checkpoint_id.eq_any(checkpoints.to_vec()))
        .filter(presence::inside.eq(true))
        .select(diesel::dsl::count(registration::country).aggregate_distinct())
        .first(c)?;
    Ok((people, countries))
}
