//! The line for a place, by the forum's turns: whoever has waited longest and can be served comes next.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};

use super::record::{Changed, Line, lock, stand};
use crate::db::{self, Connection, Prepare, Result};
use crate::models::forum::quota;
use crate::models::people::event::{By, What};
use crate::models::people::standing::Place;
use crate::models::turn;
use crate::values::Code;

/// Who comes next: whom no place is missing for. Those of a full category are passed over, however many they are.
const LINE: &str = "registration
    WHERE registration.forum_id = $1 AND registration.waits_turn IS NOT NULL AND registration.place = 'none'
      AND NOT EXISTS (SELECT 1 FROM quota WHERE quota.forum_id = registration.forum_id AND quota.who = 'all'
        AND quota.site_id IS NULL AND quota.session_id IS NULL
        AND (quota.category_id IS NULL OR quota.category_id = registration.category_id)
        AND quota.taken >= COALESCE(quota.next_places, quota.places))";

/// Gives the next in the line a place and this badge; `None` when nobody can be served. The forum's places are held.
pub fn serve_next(
    c: &mut Connection,
    forum_id: i64,
    code: &Code,
    by: By,
) -> Result<Option<Changed>> {
    turn::hold(c, forum_id)?;
    let Some(id) = next(c, forum_id)? else {
        return Ok(None);
    };
    let before = lock(c, id)?;
    if !quota::take(c, forum_id, before.person.category_id)? {
        return Err(db::again());
    }
    let mut stands = before.standing;
    stands.place = Place::Held;
    let line = Line {
        what: What::Confirmed,
        words: None,
        by,
    };
    stand(c, &before, stands, code, line).map(Some)
}

/// Whether there is a place for somebody new of the category, and nobody else in the line who could have one. `id` is of
/// their row, where it is written already.
pub(super) fn can_be_served(
    c: &mut Connection,
    forum_id: i64,
    category_id: i64,
    id: Option<i64>,
) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Answer {
        #[diesel(sql_type = Bool)]
        yes: bool,
    }
    let answer: Answer = diesel::sql_query(format!(
        "SELECT NOT EXISTS ({}) AND NOT EXISTS (SELECT 1 FROM {LINE} AND registration.id <> $3) AS yes",
        quota::FULL_ONES
    ))
    .bind::<BigInt, _>(forum_id)
    .bind::<BigInt, _>(category_id)
    .bind::<BigInt, _>(id.unwrap_or(0))
    .prepared()
    .get_result(c)?;
    Ok(answer.yes)
}

/// Forums in which somebody waits beside a free place: what was cut short is gone on with.
pub fn forums_to_serve(c: &mut Connection) -> Result<Vec<i64>> {
    let line = LINE.replace("registration.forum_id = $1 AND ", "");
    let found: Vec<Id> = diesel::sql_query(format!(
        "SELECT DISTINCT registration.forum_id AS id FROM {line}"
    ))
    .load(c)?;
    Ok(found.into_iter().map(|found| found.id).collect())
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

fn next(c: &mut Connection, forum_id: i64) -> Result<Option<i64>> {
    let next: Option<Id> = diesel::sql_query(format!(
        "SELECT registration.id FROM {LINE} ORDER BY registration.waits_turn, registration.id LIMIT 1"
    ))
        .bind::<BigInt, _>(forum_id)
        .prepared()
        .get_result(c)
        .optional()?;
    Ok(next.map(|next| next.id))
}
