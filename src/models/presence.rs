//! Who is inside: a row a person and checkpoint, written with the scan that made it true.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use crate::clock::Moment;
use crate::db::schema::presence;
use crate::db::{Connection, Prepare, Result};

/// The scan that let a person in first.
#[derive(Debug, Clone, Queryable)]
pub struct First {
    pub scan_id: String,
    pub at: Moment,
}

/// How a person stands to a checkpoint after asking to come in.
#[derive(Debug, Clone)]
pub enum Entered {
    Admitted,
    AlreadyIn(First),
}

/// Lets a person in. Of two that come with one badge at the same time exactly one is admitted:
/// the row's key decides, and for who left and returns, the one update that finds them outside.
pub fn enter(
    c: &mut Connection,
    forum_id: i64,
    checkpoint_id: i64,
    registration_id: i64,
    scan_id: &str,
    at: Moment,
) -> Result<Entered> {
    let inserted = diesel::sql_query(
        "INSERT INTO presence (checkpoint_id, registration_id, forum_id, first_scan_id, first_at, inside)
         VALUES ($1, $2, $3, $4, $5, TRUE) ON CONFLICT DO NOTHING",
    )
    .bind::<BigInt, _>(checkpoint_id)
    .bind::<BigInt, _>(registration_id)
    .bind::<BigInt, _>(forum_id)
    .bind::<Text, _>(scan_id)
    .bind::<Timestamp, _>(at)
    .prepared()
    .execute(c)?;
    if inserted == 1 || set_inside(c, checkpoint_id, registration_id, true)? {
        return Ok(Entered::Admitted);
    }
    first(c, checkpoint_id, registration_id).map(Entered::AlreadyIn)
}

/// Lets a person out; nobody minds one who was not in.
pub fn exit(c: &mut Connection, checkpoint_id: i64, registration_id: i64) -> Result<()> {
    set_inside(c, checkpoint_id, registration_id, false).map(drop)
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

fn first(c: &mut Connection, checkpoint_id: i64, registration_id: i64) -> Result<First> {
    presence::table
        .find((checkpoint_id, registration_id))
        .select((presence::first_scan_id, presence::first_at))
        .first(c)
}

/// Whether this call changed it.
fn set_inside(
    c: &mut Connection,
    checkpoint_id: i64,
    registration_id: i64,
    inside: bool,
) -> Result<bool> {
    let changed = diesel::update(
        presence::table
            .find((checkpoint_id, registration_id))
            .filter(presence::inside.eq(!inside)),
    )
    .set(presence::inside.eq(inside))
    .prepared()
    .execute(c)?;
    Ok(changed == 1)
}
