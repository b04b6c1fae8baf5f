//! What a door's page last told of itself: so that the desk sees a phone in trouble before the door does.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{device, device_checkpoint, forum};
use crate::db::{Connection, Result};
use crate::models::places::checkpoint;
use crate::models::places::way::Direction;
use crate::text_column;

text_column! {
    /// How a device's camera is.
    pub enum Camera {
        Works = "works",
        /// Its picture stands still.
        Stalled = "stalled",
        /// The browser was not allowed to use it.
        Refused = "refused",
        None = "none",
        /// It is being started, or another program holds it.
        NotReady = "not_ready",
    }
}

#[derive(Debug, Clone, PartialEq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = device)]
#[diesel(treat_none_as_null = true)]
pub struct DeviceStatus {
    /// Scans that wait to be sent.
    pub queue: Option<i32>,
    /// In percent; browsers other than Chromium do not tell.
    pub battery: Option<i32>,
    pub charging: Option<bool>,
    /// Of the page.
    pub version: Option<String>,
    pub camera: Option<Camera>,
    /// When the page was last left without an answer of the server.
    pub alone_since: Option<Moment>,
    pub told_at: Option<Moment>,
    /// Which way its page is turned.
    pub direction: Option<Direction>,
}

/// What a device holds back at a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeldBack {
    /// Its short name or its lasting id.
    pub checkpoint: String,
    /// By so many somebody may have come in.
    pub entries: i32,
    pub exits: i32,
}

/// `held_back` is none where the device does not tell one way from the other.
pub(crate) fn tell(
    c: &mut Connection,
    id: i64,
    status: &DeviceStatus,
    held_back: Option<&[HeldBack]>,
    now: Moment,
) -> Result<()> {
    let turn: i64 = device::table
        .find(id)
        .inner_join(forum::table)
        .select(forum::turn)
        .first(c)?;
    diesel::update(device::table.find(id))
        .set((
            status,
            device::last_seen_at.eq(now),
            device::told_turn.eq(turn),
        ))
        .execute(c)?;
    let of_device = device_checkpoint::table.filter(device_checkpoint::device_id.eq(id));
    let nothing = held_back.map(|_| 0);
    diesel::update(of_device)
        .set((
            device_checkpoint::entries.eq(nothing),
            device_checkpoint::exits.eq(nothing),
        ))
        .execute(c)?;
    let held_back = held_back.unwrap_or_default();
    if held_back.is_empty() {
        return Ok(());
    }
    for door in checkpoint::of_device(c, id)? {
        let here = |held: &&HeldBack| door.is_meant_by(&held.checkpoint);
        if let Some(held) = held_back.iter().find(here) {
            diesel::update(device_checkpoint::table.find((id, door.id)))
                .set((
                    device_checkpoint::entries.eq(held.entries),
                    device_checkpoint::exits.eq(held.exits),
                ))
                .execute(c)?;
        }
    }
    Ok(())
}

/// By device; none for those that never told anything.
pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<(i64, DeviceStatus)>> {
    device::table
        .filter(device::forum_id.eq(forum_id))
        .filter(device::told_at.is_not_null())
        .select((device::id, DeviceStatus::as_select()))
        .load(c)
}

/// Names of the working devices that hold scans back and were last heard of before a moment.
pub(crate) fn silent_with_scans(
    c: &mut Connection,
    forum_id: i64,
    before: Moment,
    now: Moment,
) -> Result<Vec<String>> {
    device::table
        .filter(device::forum_id.eq(forum_id))
        .filter(device::revoked_at.is_null())
        .filter(device::valid_until.gt(now))
        .filter(device::queue.gt(0))
        .filter(device::last_seen_at.lt(before))
        .order(device::name)
        .select(device::name)
        .load(c)
}
