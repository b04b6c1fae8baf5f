//! What a door took and the server cannot enter: kept as it came, once, until the desk enters it or puts it away.

mod who;
mod why;

use std::ops::Add;

use diesel::dsl::{count_star, sql, sum};
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use uuid::Uuid;

use super::device::Device;
use crate::clock::Moment;
use crate::db::schema::{device, kept_request};
use crate::db::{self, Backend, Connection, Result};
use crate::text_column;

pub(crate) use who::{Who, who};
pub(crate) use why::Why;

/// What one device may leave at the desk, so that no script fills the disk.
pub(crate) const MOST: i64 = 2000;

/// How what has no id of its own is marked; a hash follows.
const HASHED: &str = "sha256:";

text_column! {
    pub enum Kind {
        Scan = "scan",
        Act = "act",
    }
}

text_column! {
    /// What becomes of it.
    pub enum State {
        Open = "open",
        Entered = "entered",
        PutAway = "put_away",
    }
}

/// A scan or an act to be kept.
#[derive(Debug, Clone)]
pub(crate) struct NewRequest {
    pub kind: Kind,
    /// The id the device chose, or a hash (`hashed_id`).
    pub sent_id: String,
    /// JSON.
    pub request: String,
    pub why: Why,
    /// As sent.
    pub checkpoint: Option<String>,
    pub taken_at: Option<Moment>,
    pub passing: Passing,
}

/// Whether somebody may have come in by what is kept, or gone out: both where that is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Passing {
    pub entries: bool,
    pub exits: bool,
}

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = kept_request)]
pub struct KeptRequest {
    pub id: i64,
    pub forum_id: i64,
    pub device_id: i64,
    pub sent_id: String,
    pub kind: Kind,
    pub request: String,
    pub why: Why,
    pub checkpoint: Option<String>,
    pub taken_at: Option<Moment>,
    pub received_at: Moment,
    pub state: State,
}

impl KeptRequest {
    /// The id under which it is entered: the device's own, or one that is always the same for what came without.
    pub fn entering_id(&self) -> String {
        match (self.sent_id.strip_prefix(HASHED), self.why) {
            (Some(hash), _) => id_of(hash),
            (None, Why::IdTaken) => {
                id_of(&hash_of(&format!("{} {}", self.device_id, self.sent_id)))
            }
            (None, _) => self.sent_id.clone(),
        }
    }

    pub fn is_walk_in(&self) -> bool {
        self.kind == Kind::Act && self.said("do").as_deref() == Some("walk_in")
    }

    /// What the device said in a field.
    pub fn said(&self, field: &str) -> Option<String> {
        let request: serde_json::Value = serde_json::from_str(&self.request).ok()?;
        let said = request.get(field)?.as_str()?.replace('\0', "");
        Some(said.trim().to_string()).filter(|said| !said.is_empty())
    }
}

/// How a request without a usable id is known: by all of it.
pub(crate) fn hashed_id(request: &str) -> String {
    format!("{HASHED}{}", hash_of(request))
}

fn hash_of(text: &str) -> String {
    use sha2::{Digest, Sha256};
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

fn id_of(hash: &str) -> String {
    let number = hash
        .get(..32)
        .and_then(|hex| u128::from_str_radix(hex, 16).ok());
    let id = uuid::Builder::from_custom_bytes(number.unwrap_or_default().to_be_bytes());
    let id: Uuid = id.into_uuid();
    id.hyphenated().to_string()
}

/// What became of the wish to keep one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    Yes,
    /// The device has left as many as it may.
    NoRoom,
}

/// Keeps it, unless it is kept already.
pub(crate) fn keep(c: &mut Connection, of: &Device, new: &NewRequest, now: Moment) -> Result<Kept> {
    hold(c, of)?;
    if of_device(c, of.id, new.kind, &new.sent_id)?.is_some() {
        return Ok(Kept::Yes);
    }
    if count_open_of(c, of.id)? >= MOST {
        return Ok(Kept::NoRoom);
    }
    diesel::insert_into(kept_request::table)
        .values((
            kept_request::forum_id.eq(of.forum_id),
            kept_request::device_id.eq(of.id),
            kept_request::sent_id.eq(&new.sent_id),
            kept_request::kind.eq(new.kind),
            kept_request::request.eq(&new.request),
            kept_request::why.eq(new.why),
            kept_request::checkpoint.eq(&new.checkpoint),
            kept_request::taken_at.eq(new.taken_at),
            kept_request::received_at.eq(now),
            kept_request::state.eq(State::Open),
            kept_request::entries.eq(i32::from(new.passing.entries)),
            kept_request::exits.eq(i32::from(new.passing.exits)),
        ))
        .execute(c)
        .map_err(db::again_if_taken)?;
    diesel::update(device::table.find(of.id))
        .set(device::kept.eq(device::kept + 1))
        .execute(c)?;
    Ok(Kept::Yes)
}

/// In the words of the indexes, which SQLite knows again only so.
fn is_open() -> SqlLiteral<Bool> {
    sql("kept_request.state = 'open'")
}

/// One device leaves one after the other, so that none is kept twice and none too many.
fn hold(c: &mut Connection, of: &Device) -> Result<()> {
    diesel::update(device::table.find(of.id))
        .set(device::kept.eq(device::kept))
        .execute(c)?;
    Ok(())
}

fn count_open_of(c: &mut Connection, device_id: i64) -> Result<i64> {
    kept_request::table
        .filter(kept_request::device_id.eq(device_id))
        .filter(is_open())
        .count()
        .get_result(c)
}

/// What a device left under this id.
pub(crate) fn of_device(
    c: &mut Connection,
    device_id: i64,
    kind: Kind,
    sent_id: &str,
) -> Result<Option<KeptRequest>> {
    kept_request::table
        .filter(kept_request::device_id.eq(device_id))
        .filter(kept_request::kind.eq(kind))
        .filter(kept_request::sent_id.eq(sent_id))
        .select(KeptRequest::as_select())
        .first(c)
        .optional()
}

pub(crate) fn by_id(c: &mut Connection, forum_id: i64, id: i64) -> Result<Option<KeptRequest>> {
    kept_request::table
        .find(id)
        .filter(kept_request::forum_id.eq(forum_id))
        .select(KeptRequest::as_select())
        .first(c)
        .optional()
}

/// Those that wait, each with the name of its device, the oldest first.
pub(crate) fn open(
    c: &mut Connection,
    forum_id: i64,
    most: i64,
) -> Result<Vec<(KeptRequest, String)>> {
    kept_request::table
        .inner_join(device::table)
        .filter(kept_request::forum_id.eq(forum_id))
        .filter(is_open())
        .order((kept_request::received_at, kept_request::id))
        .limit(most)
        .select((KeptRequest::as_select(), device::name))
        .load(c)
}

pub(crate) fn count_open(c: &mut Connection, forum_id: i64) -> Result<i64> {
    kept_request::table
        .filter(kept_request::forum_id.eq(forum_id))
        .filter(is_open())
        .count()
        .get_result(c)
}

/// Those by which somebody may have passed a door.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Uncounted {
    /// Of all of them.
    pub requests: i64,
    pub entries: i64,
    pub exits: i64,
}

impl Add for Uncounted {
    type Output = Uncounted;

    fn add(self, other: Uncounted) -> Uncounted {
        Uncounted {
            requests: self.requests + other.requests,
            entries: self.entries + other.entries,
            exits: self.exits + other.exits,
        }
    }
}

/// The checkpoints, as they were sent, of those by which somebody may have passed.
pub(crate) fn uncounted_places(c: &mut Connection, forum_id: i64) -> Result<Vec<Option<String>>> {
    kept_request::table
        .filter(kept_request::forum_id.eq(forum_id))
        .filter(is_open())
        .filter((kept_request::entries + kept_request::exits).gt(0))
        .select(kept_request::checkpoint)
        .distinct()
        .load(c)
}

/// Of those sent for this checkpoint, by this name: how many were taken since a moment, or nobody knows when.
pub(crate) fn uncounted(
    c: &mut Connection,
    forum_id: i64,
    place: Option<&str>,
    since: Option<Moment>,
) -> Result<Uncounted> {
    let query = kept_request::table
        .filter(kept_request::forum_id.eq(forum_id))
        .filter(is_open())
        .filter((kept_request::entries + kept_request::exits).gt(0))
        .select((
            count_star(),
            sum(kept_request::entries),
            sum(kept_request::exits),
        ))
        .into_boxed::<Backend>();
    let query = match place {
        Some(place) => query.filter(kept_request::checkpoint.eq(place.to_owned())),
        None => query.filter(kept_request::checkpoint.is_null()),
    };
    let query = match since {
        Some(since) => query.filter(
            kept_request::taken_at
                .is_null()
                .or(kept_request::taken_at.ge(since)),
        ),
        None => query,
    };
    let (requests, entries, exits): (i64, Option<i64>, Option<i64>) = query.first(c)?;
    Ok(Uncounted {
        requests,
        entries: entries.unwrap_or(0),
        exits: exits.unwrap_or(0),
    })
}

/// Those that wait for the desk's word alone, with nothing to mend: their devices' time was over, or was ended.
pub(crate) fn ready(c: &mut Connection, forum_id: i64, most: i64) -> Result<Vec<i64>> {
    kept_request::table
        .filter(kept_request::forum_id.eq(forum_id))
        .filter(is_open())
        .filter(kept_request::why.eq_any([Why::Revoked, Why::Ended]))
        .order((kept_request::received_at, kept_request::id))
        .limit(most)
        .select(kept_request::id)
        .load(c)
}

/// Names of the devices that have left as many as they may, and hold on to what they take now.
pub(crate) fn full_devices(c: &mut Connection, forum_id: i64) -> Result<Vec<String>> {
    let most = i32::try_from(MOST).unwrap_or(i32::MAX);
    let many: Vec<(i64, String)> = device::table
        .filter(device::forum_id.eq(forum_id))
        .filter(device::kept.ge(most))
        .order(device::id)
        .select((device::id, device::name))
        .load(c)?;
    let mut full = Vec::new();
    for (id, name) in many {
        if count_open_of(c, id)? >= MOST {
            full.push(name);
        }
    }
    Ok(full)
}

/// Scans by which a device let somebody in whose form, of this id, could not be entered.
pub(crate) fn waiting_for(c: &mut Connection, of: &KeptRequest) -> Result<Vec<KeptRequest>> {
    if !of.is_walk_in() {
        return Ok(Vec::new());
    }
    let scans: Vec<KeptRequest> = kept_request::table
        .filter(kept_request::device_id.eq(of.device_id))
        .filter(kept_request::kind.eq(Kind::Scan))
        .filter(is_open())
        .filter(kept_request::why.eq(Why::WalkInWaits))
        .order((kept_request::received_at, kept_request::id))
        .select(KeptRequest::as_select())
        .load(c)?;
    let is_of_this = |scan: &KeptRequest| scan.said("registration").as_ref() == Some(&of.sent_id);
    Ok(scans.into_iter().filter(is_of_this).collect())
}

/// Whether a walk-in's form of this id waits at the desk.
pub(crate) fn is_waiting(c: &mut Connection, device_id: i64, form_id: &str) -> Result<bool> {
    let form = of_device(c, device_id, Kind::Act, form_id)?;
    Ok(form.is_some_and(|form| form.state == State::Open && form.is_walk_in()))
}

/// It waits no longer; `false` when it was settled before. `account_id` is who of the desk did.
pub(crate) fn settle(
    c: &mut Connection,
    id: i64,
    state: State,
    account_id: Option<i64>,
    now: Moment,
) -> Result<bool> {
    let open = kept_request::table.find(id).filter(is_open());
    let settled = diesel::update(open)
        .set((
            kept_request::state.eq(state),
            kept_request::settled_at.eq(now),
            kept_request::account_id.eq(account_id),
        ))
        .execute(c)?;
    Ok(settled == 1)
}
