//! What a door's page last told of itself: so that the desk sees a phone in trouble before the door does.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::device;
use crate::db::{Connection, Result};

/// How a device's camera is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Camera {
    Works,
    /// Its picture stands still.
    Stalled,
    /// The browser was not allowed to use it.
    Refused,
    None,
    /// It is being started, or another program holds it.
    NotReady,
}

impl Camera {
    pub fn as_str(self) -> &'static str {
        match self {
            Camera::Works => "works",
            Camera::Stalled => "stalled",
            Camera::Refused => "refused",
            Camera::None => "none",
            Camera::NotReady => "not_ready",
        }
    }

    pub fn parse(text: &str) -> Option<Camera> {
        const ALL: [Camera; 5] = [
            Camera::Works,
            Camera::Stalled,
            Camera::Refused,
            Camera::None,
            Camera::NotReady,
        ];
        ALL.into_iter().find(|camera| camera.as_str() == text)
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
    pub camera: Option<String>,
    /// When the page was last left without an answer of the server.
    pub alone_since: Option<Moment>,
    pub told_at: Option<Moment>,
}

pub fn tell(c: &mut Connection, id: i64, status: &DeviceStatus, now: Moment) -> Result<()> {
    diesel::update(device::table.find(id))
        .set((status, device::last_seen_at.eq(now)))
        .execute(c)?;
    Ok(())
}

/// By device; none for those that never told anything.
pub fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<(i64, DeviceStatus)>> {
    device::table
        .filter(device::forum_id.eq(forum_id))
        .filter(device::told_at.is_not_null())
        .select((device::id, DeviceStatus::as_select()))
        .load(c)
}

/// Names of the working devices that hold scans back and were last heard of before a moment.
pub fn silent_with_scans(
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
