//! Who is inside: a row a person and checkpoint, written with the scan that made it true.

use std::convert::identity;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};

use super::timeline::Passage;
use crate::clock::Moment;
use crate::db::schema::presence;
use crate::db::{self, Connection, Prepare, Result, StatementText};
use crate::models::places::way::Way;

/// A scan that counts, and when it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entrance {
    pub scan_id: String,
    pub at: Moment,
    /// The name of the device that took it, where that was asked along.
    pub device: Option<String>,
}

impl From<&Passage> for Entrance {
    fn from(passage: &Passage) -> Entrance {
        Entrance {
            scan_id: passage.scan_id.clone(),
            at: passage.scanned_at,
            device: None,
        }
    }
}

/// How a person stands at a checkpoint by all their passages there: enough to answer the next one that is in order
/// without looking at any of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Presence {
    /// By which they came in for the first time; none where they were only seen to leave.
    pub first: Option<Entrance>,
    /// By which the visit began that they are on; none: they are outside.
    pub since: Option<Entrance>,
    /// The last passage, and when it happened.
    pub last_scan_id: String,
    pub last_at: Moment,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Nullable<Text>)]
    first_scan_id: Option<String>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    first_at: Option<Moment>,
    #[diesel(sql_type = Nullable<Text>)]
    since_scan_id: Option<String>,
    #[diesel(sql_type = Nullable<Timestamp>)]
    since_at: Option<Moment>,
    #[diesel(sql_type = Text)]
    last_scan_id: String,
    #[diesel(sql_type = Timestamp)]
    last_at: Moment,
    #[diesel(sql_type = Nullable<Text>)]
    since_device: Option<String>,
}

impl From<Row> for Presence {
    fn from(row: Row) -> Presence {
        let entrance = |scan_id: Option<String>, at: Option<Moment>, device| {
            let (scan_id, at) = scan_id.zip(at)?;
            Some(Entrance {
                scan_id,
                at,
                device,
            })
        };
        Presence {
            first: entrance(row.first_scan_id, row.first_at, None),
            since: entrance(row.since_scan_id, row.since_at, row.since_device),
            last_scan_id: row.last_scan_id,
            last_at: row.last_at,
        }
    }
}

/// Begins the row of a person who never passed there. Of two that come with one badge at the same time the row's key lets one
/// begin it; the other waits until that one is done, and sees it then.
pub(crate) fn begin(c: &mut Connection, way: Way, begun: &Presence) -> Result<()> {
    static TEXT: StatementText = StatementText::new();
    let (first, since) = (begun.first.as_ref(), begun.since.as_ref());
    diesel::insert_into(presence::table)
        .values((
            presence::checkpoint_id.eq(way.checkpoint_id),
            presence::registration_id.eq(way.registration_id),
            presence::forum_id.eq(way.forum_id),
            presence::first_scan_id.eq(first.map(|first| &first.scan_id)),
            presence::first_at.eq(first.map(|first| first.at)),
            presence::since_scan_id.eq(since.map(|since| &since.scan_id)),
            presence::since_at.eq(since.map(|since| since.at)),
            presence::inside.eq(since.is_some()),
            presence::last_scan_id.eq(&begun.last_scan_id),
            presence::last_at.eq(begun.last_at),
            presence::written.eq(sql::<BigInt>(db::next_write(c))),
        ))
        .prepared_as(&TEXT)
        .execute_along(c, db::again_if_taken)
}

/// A person's row, which nobody else changes until the transaction ends; none of a person who never passed there.
pub(crate) fn held(c: &mut Connection, way: Way) -> Result<Option<Presence>> {
    let hold = db::holding_the_row(c);
    let row: Option<Row> = diesel::sql_query(format!(
        "SELECT first_scan_id, first_at, since_scan_id, since_at, last_scan_id, last_at,
             (SELECT device.name FROM scan JOIN device ON device.id = scan.device_id
              WHERE scan.forum_id = presence.forum_id AND scan.id = presence.since_scan_id) AS since_device
         FROM presence WHERE checkpoint_id = $1 AND registration_id = $2 {hold}",
    ))
    .bind::<BigInt, _>(way.checkpoint_id)
    .bind::<BigInt, _>(way.registration_id)
    .prepared()
    .get_result(c)
    .optional()?;
    Ok(row.map(Presence::from))
}

/// Says how a person stands now.
pub(crate) fn set(c: &mut Connection, way: Way, stands: &Presence) -> Result<()> {
    static TEXT: StatementText = StatementText::new();
    let (first, since) = (stands.first.as_ref(), stands.since.as_ref());
    diesel::update(presence::table.find((way.checkpoint_id, way.registration_id)))
        .set((
            presence::first_scan_id.eq(first.map(|first| &first.scan_id)),
            presence::first_at.eq(first.map(|first| first.at)),
            presence::since_scan_id.eq(since.map(|since| &since.scan_id)),
            presence::since_at.eq(since.map(|since| since.at)),
            presence::inside.eq(since.is_some()),
            presence::last_scan_id.eq(&stands.last_scan_id),
            presence::last_at.eq(stands.last_at),
        ))
        .prepared_as(&TEXT)
        .execute_along(c, identity)
}

/// Where the person is by the scans that count. The row is there and held, unless none ever counted.
pub(crate) fn settle(c: &mut Connection, way: Way) -> Result<()> {
    let Some(last) = way.last(c)? else {
        return end(c, way);
    };
    let since = match last.is_in() {
        true => way.visit_of(c, &last)?,
        false => None,
    };
    let stands = Presence {
        first: way.first(c)?.as_ref().map(Entrance::from),
        since: since.as_ref().map(Entrance::from),
        last_scan_id: last.scan_id,
        last_at: last.happened_at,
    };
    set(c, way, &stands)
}

/// None of their scans counts any more. The row stays: by it the phones at the doors hear that they are outside.
fn end(c: &mut Connection, way: Way) -> Result<()> {
    diesel::update(presence::table.find((way.checkpoint_id, way.registration_id)))
        .set((
            presence::first_scan_id.eq(None::<String>),
            presence::first_at.eq(None::<Moment>),
            presence::since_scan_id.eq(None::<String>),
            presence::since_at.eq(None::<Moment>),
            presence::inside.eq(false),
        ))
        .execute(c)?;
    Ok(())
}

pub(crate) fn is_inside(
    c: &mut Connection,
    checkpoint_id: i64,
    registration_id: i64,
) -> Result<bool> {
    let inside: Option<bool> = presence::table
        .find((checkpoint_id, registration_id))
        .select(presence::inside)
        .first(c)
        .optional()?;
    Ok(inside.unwrap_or(false))
}

/// People inside at a checkpoint now.
pub(crate) fn count_inside(c: &mut Connection, checkpoint_id: i64) -> Result<i64> {
    presence::table
        .filter(presence::checkpoint_id.eq(checkpoint_id))
        .filter(presence::inside.eq(true))
        .count()
        .get_result(c)
}
