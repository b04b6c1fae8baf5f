//! Who is inside: a row a person and checkpoint, written with the scan that made it true.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use crate::clock::Moment;
use crate::db::schema::presence;
use crate::db::{Connection, Prepare, Result};

/// The scan by which a person came in for the first time.
#[derive(Debug, Clone, Queryable)]
pub struct First {
    pub scan_id: String,
    pub at: Moment,
}

/// Begins the row of a person who comes in; `false` when there is one. Of two that come with one badge at the
/// same time the row's key lets one begin it, and makes the other wait until that one is done.
pub fn begin(
    c: &mut Connection,
    forum_id: i64,
    checkpoint_id: i64,
    registration_id: i64,
    first: &First,
) -> Result<bool> {
    let inserted = diesel::sql_query(
        "INSERT INTO presence (checkpoint_id, registration_id, forum_id, first_scan_id, first_at, inside)
         VALUES ($1, $2, $3, $4, $5, TRUE) ON CONFLICT DO NOTHING",
    )
    .bind::<BigInt, _>(checkpoint_id)
    .bind::<BigInt, _>(registration_id)
    .bind::<BigInt, _>(forum_id)
    .bind::<Text, _>(&first.scan_id)
    .bind::<Timestamp, _>(first.at)
    .prepared()
    .execute(c)?;
    Ok(inserted == 1)
}

/// Keeps a person's row from being changed by another until the transaction ends; `false` when there is none:
/// they never came in.
pub fn hold(c: &mut Connection, checkpoint_id: i64, registration_id: i64) -> Result<bool> {
    let held = diesel::update(presence::table.find((checkpoint_id, registration_id)))
        .set(presence::inside.eq(presence::inside))
        .prepared()
        .execute(c)?;
    Ok(held == 1)
}

/// Says when a person came in first.
pub fn set_first(
    c: &mut Connection,
    checkpoint_id: i64,
    registration_id: i64,
    first: &First,
) -> Result<()> {
    diesel::update(presence::table.find((checkpoint_id, registration_id)))
        .set((
            presence::first_scan_id.eq(&first.scan_id),
            presence::first_at.eq(first.at),
        ))
        .prepared()
        .execute(c)?;
    Ok(())
}

/// Says where a person is now.
pub fn set_inside(
    c: &mut Connection,
    checkpoint_id: i64,
    registration_id: i64,
    inside: bool,
) -> Result<()> {
    diesel::update(presence::table.find((checkpoint_id, registration_id)))
        .set(presence::inside.eq(inside))
        .prepared()
        .execute(c)?;
    Ok(())
}

/// Whoever never came in has no row.
pub fn end(c: &mut Connection, checkpoint_id: i64, registration_id: i64) -> Result<()> {
    diesel::delete(presence::table.find((checkpoint_id, registration_id))).execute(c)?;
    Ok(())
}

pub fn is_inside(c: &mut Connection, checkpoint_id: i64, registration_id: i64) -> Result<bool> {
    let inside: Option<bool> = presence::table
        .find((checkpoint_id, registration_id))
        .select(presence::inside)
        .first(c)
        .optional()?;
    Ok(inside.unwrap_or(false))
}

/// People inside at a checkpoint now.
pub fn count_inside(c: &mut Connection, checkpoint_id: i64) -> Result<i64> {
    presence::table
        .filter(presence::checkpoint_id.eq(checkpoint_id))
        .filter(presence::inside.eq(true))
        .count()
        .get_result(c)
}
