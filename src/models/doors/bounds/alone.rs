//! Devices of the hall's doors that hold scans back, or are not heard of.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::clock::{self, Moment};
use crate::db::schema::{checkpoint, device, device_checkpoint};
use crate::db::{Connection, Result};
use crate::models::doors::bounds::Doubt;
use crate::models::forum::Forum;
use crate::models::places::checkpoint::Ways;
use crate::models::places::way::Direction;

/// A page that is open tells of itself every two minutes, and a little later where the network is slow.
const BEAT: TimeDelta = TimeDelta::seconds(150);
/// A day at the doors lasts until then in the morning.
const DAY_ENDS: TimeDelta = TimeDelta::hours(4);

/// By its last word.
pub(super) struct Phone {
    name: String,
    queue: i64,
    told_at: Moment,
    seen_at: Moment,
    /// The forum's turn then.
    pub told_turn: i64,
    is_silent: bool,
    entries: i64,
    exits: i64,
    /// It is silent and turned inwards, or nobody knows how.
    pub may_let_anybody_in: bool,
    /// The doors by which it may let people out, being silent.
    pub may_let_out_by: Vec<i64>,
}

impl Phone {
    /// People who may have come in and are not counted; none where nobody knows how many.
    pub(super) fn entries(&self) -> Option<i64> {
        (!self.may_let_anybody_in).then_some(self.entries)
    }

    pub(super) fn exits(&self) -> Option<i64> {
        self.may_let_out_by.is_empty().then_some(self.exits)
    }

    pub(super) fn doubt(self) -> Doubt {
        let (device, queue) = (self.name, self.queue);
        match self.is_silent {
            true => Doubt::Silent {
                device,
                queue,
                since: self.seen_at,
            },
            false => Doubt::HeldBack {
                device,
                queue,
                told_at: self.told_at,
            },
        }
    }

    fn is_in_doubt(&self) -> bool {
        self.is_silent || self.entries > 0 || self.exits > 0
    }
}

/// A device at one of the hall's doors.
#[derive(Queryable)]
struct DeviceAtDoor {
    device: i64,
    name: String,
    valid_until: Moment,
    seen_at: Option<Moment>,
    told_at: Option<Moment>,
    told_turn: Option<i64>,
    queue: Option<i32>,
    turned: Option<Direction>,
    door: i64,
    ways: Ways,
    entries: Option<i32>,
    exits: Option<i32>,
}

impl DeviceAtDoor {
    /// Whether people pass this door that way.
    fn leads(&self, way: Direction) -> bool {
        self.ways.lead(way)
    }

    /// Whether the device may let people pass that way, turned as it is.
    fn lets(&self, way: Direction) -> bool {
        self.leads(way) && self.turned.is_none_or(|turned| turned == way)
    }
}

/// The devices of these doors that were in use today: neither revoked nor given back, nor heard of after their time was
/// over, for then they have sent what they took before.
pub(super) fn phones(
    c: &mut Connection,
    forum: &Forum,
    hall: &[i64],
    now: Moment,
) -> Result<Vec<Phone>> {
    let day = clock::in_zone(forum.zone(), now - DAY_ENDS).date();
    let today = clock::local_day(forum.zone(), day);
    let posts: Vec<DeviceAtDoor> = device::table
        .inner_join(device_checkpoint::table.inner_join(checkpoint::table))
        .filter(device::forum_id.eq(forum.id))
        .filter(device_checkpoint::checkpoint_id.eq_any(hall.to_vec()))
        .filter(device::told_at.is_not_null())
        .filter(device::revoked_at.is_null())
        .filter(
            device::cookie_hash
                .is_not_null()
                .or(device::bearer_hash.is_not_null()),
        )
        .filter(device::last_seen_at.ge(today))
        .filter(device::last_seen_at.lt(device::valid_until.nullable()))
        .filter(device::queue.gt(0).or(device::last_seen_at.lt(now - BEAT)))
        .order((device::name, device::id))
        .select((
            device::id,
            device::name,
            device::valid_until,
            device::last_seen_at,
            device::told_at,
            device::told_turn,
            device::queue,
            device::direction,
            device_checkpoint::checkpoint_id,
            checkpoint::direction,
            device_checkpoint::entries,
            device_checkpoint::exits,
        ))
        .load(c)?;
    let phones = posts.chunk_by(|one, other| one.device == other.device);
    let phones = phones.filter_map(|posts| phone(posts, now));
    Ok(phones.filter(Phone::is_in_doubt).collect())
}

/// A device, of what it is at each of the doors.
fn phone(posts: &[DeviceAtDoor], now: Moment) -> Option<Phone> {
    let first = posts.first()?;
    let (seen_at, told_at) = first.seen_at.zip(first.told_at)?;
    let is_silent = now.min(first.valid_until) - seen_at > BEAT;
    let queue = i64::from(first.queue.unwrap_or(0));
    let lets_out = posts
        .iter()
        .filter(|post| is_silent && post.lets(Direction::Out));
    Some(Phone {
        name: first.name.clone(),
        queue,
        told_at,
        seen_at,
        told_turn: first.told_turn.unwrap_or(0),
        is_silent,
        entries: held_back(posts, Direction::In, |post| post.entries).unwrap_or(queue),
        exits: held_back(posts, Direction::Out, |post| post.exits).unwrap_or(queue),
        may_let_anybody_in: is_silent && posts.iter().any(|post| post.lets(Direction::In)),
        may_let_out_by: lets_out.map(|post| post.door).collect(),
    })
}

/// How many it holds back by which people may have passed that way; none: perhaps all of its queue.
fn held_back(
    posts: &[DeviceAtDoor],
    way: Direction,
    told: fn(&DeviceAtDoor) -> Option<i32>,
) -> Option<i64> {
    let told: Vec<i32> = posts.iter().filter_map(told).collect();
    match told.is_empty() {
        false => Some(told.into_iter().map(i64::from).sum()),
        true if posts.iter().any(|post| post.leads(way)) => None,
        true => Some(0),
    }
}
