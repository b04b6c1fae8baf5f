//! Ticks of a paper list, entered by hand when all is over.

use chrono::NaiveDate;
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Moment;
use crate::db::schema::{account, device as devices, registration, scan};
use crate::db::{self, Connection, Result};
use crate::models::devices::device::Device;
use crate::models::devices::door_request::{self, DoorRequest, Kind};
use crate::models::doors::scan as scans;
use crate::models::doors::scan::{Reading, Subject};
use crate::models::doors::verdict::Verdict;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::places::way::Direction;
use crate::values::ShortCode;

/// Somebody who came in, by the list.
#[derive(Debug, Clone)]
pub(crate) struct Tick {
    pub code: ShortCode,
    /// The registration's public id.
    pub registration: String,
    pub at: Moment,
    /// The day at the door: a list is good for one.
    pub day: NaiveDate,
}

/// What became of a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is written now, with this verdict.
    Now(Verdict),
    /// It was entered before, by whomever.
    Before,
}

/// The row that stands for a forum's paper lists wherever a scan names its device. The first tick makes it, under the
/// name given.
pub(crate) fn device(c: &mut Connection, forum_id: i64, name: &str, now: Moment) -> Result<Device> {
    let paper = devices::table
        .filter(devices::forum_id.eq(forum_id))
        .filter(devices::is_paper.eq(true));
    let found = paper.select(Device::as_select()).first(c).optional()?;
    if let Some(device) = found {
        return Ok(device);
    }
    diesel::insert_into(devices::table)
        .values((
            devices::forum_id.eq(forum_id),
            devices::name.eq(name),
            devices::is_paper.eq(true),
            // No phone speaks for it.
            devices::valid_until.eq(now),
            devices::created_at.eq(now),
        ))
        .execute(c)
        .map_err(db::again_if_taken)?;
    paper.select(Device::as_select()).first(c)
}

/// Writes one tick as a scan by which the person was let in. A person is ticked once a day at a door, however often
/// and by however many the list is entered: the scan's id says whose tick it is.
pub(crate) fn enter(
    c: &mut Connection,
    (paper, account_id): (&Device, i64),
    door: &Checkpoint,
    tick: &Tick,
    now: Moment,
) -> Result<Outcome> {
    let Some(id) = free_id(c, door, tick)? else {
        return Ok(Outcome::Before);
    };
    let reading = Reading {
        id,
        subject: Subject::Registration(tick.registration.clone()),
        direction: Direction::In,
        scanned_at: tick.at,
        // The person went through the door, whatever is thought of it now.
        told: Some(Verdict::Admitted),
        is_awaited: false,
    };
    let answer = scans::record_by_hand(c, (paper, account_id), door, &reading, now)?;
    Ok(Outcome::Now(answer.verdict))
}

/// Under which id a tick is written; none if it stands already. One that was taken back leaves its id behind.
fn free_id(c: &mut Connection, door: &Checkpoint, tick: &Tick) -> Result<Option<String>> {
    for turn in 0_u32.. {
        let id = id(door, tick, turn);
        let written: Option<Option<Moment>> = scan::table
            .find((door.forum_id, &id))
            .select(scan::undone_at)
            .first(c)
            .optional()?;
        match written {
            None => return Ok(Some(id)),
            Some(None) => return Ok(None),
            Some(Some(_)) => {}
        }
    }
    Ok(None)
}

fn id(door: &Checkpoint, tick: &Tick, turn: u32) -> String {
    let whose = tick.code.registration_id();
    let said = format!("paper {} {whose} {} {turn}", door.id, tick.day);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(said)[..16]);
    let id: Uuid = uuid::Builder::from_custom_bytes(bytes).into_uuid();
    id.hyphenated().to_string()
}

/// A tick that was entered, as the desk reads it back.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Ticked {
    pub scan_id: String,
    registration_id: i64,
    /// Public id.
    pub registration: String,
    pub name: String,
    pub at: Moment,
    pub verdict: Verdict,
    /// Who entered it.
    pub email: String,
    pub undone_at: Option<Moment>,
}

impl Ticked {
    pub(crate) fn code(&self) -> ShortCode {
        ShortCode::of(self.registration_id)
    }
}

/// What was entered at a checkpoint, the last of it first.
pub(crate) fn latest(c: &mut Connection, door: &Checkpoint, most: i64) -> Result<Vec<Ticked>> {
    scan::table
        .inner_join(registration::table)
        .inner_join(account::table)
        .inner_join(devices::table)
        .filter(scan::checkpoint_id.eq(door.id))
        .filter(scan::account_id.is_not_null())
        .filter(devices::is_paper.eq(true))
        .order((
            scan::received_at.desc(),
            registration::sort_key,
            registration::id,
        ))
        .limit(most)
        .select((
            scan::id,
            registration::id,
            registration::public_id,
            registration::name,
            scan::scanned_at,
            scan::verdict,
            account::email,
            scan::undone_at,
        ))
        .load(c)
}

/// Takes a tick back; `by` is who does. `false` when the forum's lists took no such tick.
pub(crate) fn take_back(
    c: &mut Connection,
    paper: &Device,
    scan_id: &str,
    by: &str,
    now: Moment,
) -> Result<bool> {
    let stands = scan::table
        .find((paper.forum_id, scan_id))
        .filter(scan::account_id.is_not_null())
        .filter(scan::undone_at.is_null());
    if !diesel::select(diesel::dsl::exists(stands)).get_result::<bool>(c)? {
        return Ok(false);
    }
    let Some(undone) = scans::undo(c, paper, scan_id, now)? else {
        return Ok(false);
    };
    let act = DoorRequest {
        forum_id: paper.forum_id,
        id: &Uuid::now_v7().hyphenated().to_string(),
        kind: Kind::Undo,
        device_id: paper.id,
        checkpoint_id: Some(undone.checkpoint_id),
        registration_id: undone.registration_id,
        scan_id: Some(scan_id),
        words: Some(by),
        done_at: now,
        received_at: now,
    };
    door_request::record(c, &act)?;
    Ok(true)
}
