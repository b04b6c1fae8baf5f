//! Places: how many there are for whom, and how many are taken.
//!
//! Each forum and each category of it has a row, with or without a limit. A place is taken in all rows that match by one
//! statement, which counts and decides at once, so that no two people are given the same last place on either database.

use std::convert::identity;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable};

use crate::db::{Connection, Prepare, Result};

/// The rows that somebody of the forum `$1` and the category `$2` counts in.
const MATCHING: &str = "forum_id = $1 AND who = 'all' AND site_id IS NULL AND session_id IS NULL
    AND (category_id IS NULL OR category_id = $2)";

/// Nobody is given a place beyond fewer ones that were announced.
const FULL: &str = "taken >= COALESCE(next_places, places)";

/// Those of the matching rows that have no place left.
pub const FULL_ONES: &str = "SELECT 1 FROM quota WHERE forum_id = $1 AND who = 'all' AND site_id IS NULL
    AND session_id IS NULL AND (category_id IS NULL OR category_id = $2) AND taken >= COALESCE(next_places, places)";

/// Of the forum or the category that a query reads.
pub const PLACES_OF_FORUM: &str =
    "(SELECT COALESCE(next_places, places) FROM quota WHERE quota.forum_id = forum.id
    AND who = 'all' AND category_id IS NULL AND site_id IS NULL AND session_id IS NULL)";
pub const TAKEN_OF_FORUM: &str = "(SELECT taken FROM quota WHERE quota.forum_id = forum.id
    AND who = 'all' AND category_id IS NULL AND site_id IS NULL AND session_id IS NULL)";
pub const PLACES_OF_CATEGORY: &str = "(SELECT COALESCE(next_places, places) FROM quota WHERE quota.category_id = category.id
    AND quota.forum_id = category.forum_id AND who = 'all' AND site_id IS NULL AND session_id IS NULL)";
pub const TAKEN_OF_CATEGORY: &str = "(SELECT taken FROM quota WHERE quota.category_id = category.id
    AND quota.forum_id = category.forum_id AND who = 'all' AND site_id IS NULL AND session_id IS NULL)";

/// Takes a place in the forum and in the category; `false` when either is full.
pub fn take(c: &mut Connection, forum_id: i64, category_id: i64) -> Result<bool> {
    let taken = diesel::sql_query(format!(
        "UPDATE quota SET taken = taken + 1 WHERE {MATCHING}
         AND NOT EXISTS ({FULL_ONES})"
    ))
    .bind::<BigInt, _>(forum_id)
    .bind::<BigInt, _>(category_id)
    .prepared()
    .execute(c)?;
    Ok(taken > 0)
}

/// Gives back the place of a person who no longer comes. Where there are to be fewer, it is one of those that go.
pub fn release(c: &mut Connection, forum_id: i64, category_id: i64) -> Result<()> {
    give_back(c, MATCHING, forum_id, category_id)
}

/// Moves a held place from one category to another; `false` when the other is full.
pub fn change_category(c: &mut Connection, forum_id: i64, from: i64, to: i64) -> Result<bool> {
    const OWN: &str = "forum_id = $1 AND who = 'all' AND site_id IS NULL AND session_id IS NULL AND category_id = $2";
    let taken = diesel::sql_query(format!(
        "UPDATE quota SET taken = taken + 1 WHERE {OWN}
         AND NOT EXISTS (SELECT 1 FROM quota WHERE {OWN} AND {FULL})"
    ))
    .bind::<BigInt, _>(forum_id)
    .bind::<BigInt, _>(to)
    .execute(c)?;
    if taken == 0 {
        return Ok(false);
    }
    give_back(c, OWN, forum_id, from)?;
    Ok(true)
}

fn give_back(c: &mut Connection, rows: &str, forum_id: i64, category_id: i64) -> Result<()> {
    diesel::sql_query(format!(
        "UPDATE quota SET taken = taken - 1,
            places = CASE WHEN next_places IS NULL OR next_at IS NOT NULL THEN places
                WHEN taken - 1 > next_places THEN taken - 1 ELSE next_places END,
            next_places = CASE WHEN next_at IS NULL AND taken - 1 <= next_places THEN NULL ELSE next_places END
         WHERE {rows}"
    ))
    .bind::<BigInt, _>(forum_id)
    .bind::<BigInt, _>(category_id)
    .prepared()
    .execute_along(c, identity)
}

/// Begins to count the places of a forum, or of a category of it.
pub fn begin(
    c: &mut Connection,
    forum_id: i64,
    category_id: Option<i64>,
    places: Option<i32>,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO quota (forum_id, who, category_id, places) VALUES ($1, 'all', $2, $3)",
    )
    .bind::<BigInt, _>(forum_id)
    .bind::<Nullable<BigInt>, _>(category_id)
    .bind::<Nullable<Integer>, _>(places)
    .execute(c)
    .map(drop)
}

/// How many places there are from now on. Fewer than are taken: nobody loses one, and nobody is given one until there
/// are so few. The forum's turn is held.
pub fn set(
    c: &mut Connection,
    forum_id: i64,
    category_id: Option<i64>,
    places: Option<i32>,
) -> Result<()> {
    diesel::sql_query(
        "UPDATE quota SET next_at = NULL,
            places = CASE WHEN $1 < taken THEN taken ELSE $1 END,
            next_places = CASE WHEN $1 < taken THEN $1 END
         WHERE forum_id = $2 AND who = 'all' AND site_id IS NULL AND session_id IS NULL
            AND COALESCE(category_id, 0) = COALESCE($3, 0)",
    )
    .bind::<Nullable<Integer>, _>(places)
    .bind::<BigInt, _>(forum_id)
    .bind::<Nullable<BigInt>, _>(category_id)
    .execute(c)
    .map(drop)
}

/// Of a category that is there no more.
pub fn end(c: &mut Connection, forum_id: i64, category_id: i64) -> Result<()> {
    diesel::sql_query("DELETE FROM quota WHERE forum_id = $1 AND category_id = $2")
        .bind::<BigInt, _>(forum_id)
        .bind::<BigInt, _>(category_id)
        .execute(c)
        .map(drop)
}
