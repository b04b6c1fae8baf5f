//! A door phone, laptop or scanner, paired to a forum's checkpoints for a limited time, revocable.

use chrono::{Days, TimeDelta};
use diesel::prelude::*;

use crate::clock::{self, Moment};
use crate::db::schema::{checkpoint, device, device_checkpoint, forum};
use crate::db::{Connection, Prepare, Result, StatementText};
use crate::models::forum::Forum;
use crate::models::places::checkpoint::Checkpoint;
use crate::values::Secret;

/// How long a pairing link waits to be opened: made in the evening, opened at the door next morning.
pub const LINK_LASTS: TimeDelta = TimeDelta::hours(24);
/// How long after its end a device may still send what it took before: a phone that was without network in the last
/// hour of a forum comes back next morning.
pub const LATE: TimeDelta = TimeDelta::days(7);
/// Characters of a device's name.
pub const LONGEST_NAME: usize = 80;

/// When a device ends unless told otherwise: a day after the forum, and not before tomorrow.
pub fn usual_end(forum: &Forum, now: Moment) -> Moment {
    days_after(forum, 1, now)
}

/// When it ends at the latest: what is taken down and returned after a forum is done in two days.
pub fn latest_end(forum: &Forum, now: Moment) -> Moment {
    days_after(forum, 2, now)
}

fn days_after(forum: &Forum, days: u64, now: Moment) -> Moment {
    let after = clock::local_day(forum.zone(), forum.ends_on + Days::new(1 + days));
    let tomorrow = now + TimeDelta::days(1);
    after.max(tomorrow)
}

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = device)]
pub struct Device {
    pub id: i64,
    pub forum_id: i64,
    pub name: String,
    pub pairing_until: Option<Moment>,
    pub valid_until: Moment,
    pub created_at: Moment,
    pub paired_at: Option<Moment>,
    pub last_seen_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
    /// Where its labels come out; none: in its browser.
    pub printer_id: Option<i64>,
    /// Scans and acts it left at the desk, at all.
    pub kept: i32,
    /// The account that made it; none: a command.
    pub made_by: Option<i64>,
    /// The account that made the last link which pairs it.
    pub paired_by: Option<i64>,
}

impl Device {
    pub fn is_valid(&self, now: Moment) -> bool {
        self.revoked_at.is_none() && now < self.valid_until
    }

    /// Whether it may still send what it took while it was valid.
    pub fn may_send(&self, now: Moment) -> bool {
        self.revoked_at.is_none() && now < self.valid_until + LATE
    }

    /// Whether, though it was revoked, it may still leave at the desk what it had not sent.
    pub fn may_hand_in(&self, now: Moment) -> bool {
        self.revoked_at
            .is_some_and(|revoked_at| now < revoked_at + LATE)
    }
}

/// What a new device is given; the secrets themselves are kept nowhere.
pub struct Pairing<'a> {
    pub name: &'a str,
    pub checkpoints: &'a [i64],
    /// Of the link that pairs a browser.
    pub pairing: &'a Secret,
    pub pairing_until: Moment,
    /// Of a scanner that has no browser.
    pub bearer: Option<&'a Secret>,
    pub valid_until: Moment,
    pub printer_id: Option<i64>,
    /// The account that makes it; none: a command.
    pub made_by: Option<i64>,
}

pub fn create(c: &mut Connection, forum_id: i64, pairing: &Pairing, now: Moment) -> Result<i64> {
    let id = diesel::insert_into(device::table)
        .values((
            device::forum_id.eq(forum_id),
            device::name.eq(pairing.name),
            device::pairing_hash.eq(pairing.pairing.hash()),
            device::pairing_until.eq(pairing.pairing_until),
            device::bearer_hash.eq(pairing.bearer.map(Secret::hash)),
            device::valid_until.eq(pairing.valid_until),
            device::created_at.eq(now),
            device::printer_id.eq(pairing.printer_id),
            device::made_by.eq(pairing.made_by),
            device::paired_by.eq(pairing.made_by),
        ))
        .returning(device::id)
        .get_result(c)?;
    for checkpoint_id in pairing.checkpoints {
        diesel::insert_into(device_checkpoint::table)
            .values((
                device_checkpoint::device_id.eq(id),
                device_checkpoint::checkpoint_id.eq(checkpoint_id),
            ))
            .execute(c)?;
    }
    Ok(id)
}

/// Where its labels come out from now on.
/// `false` when it is that one already.
pub fn set_printer(
    c: &mut Connection,
    forum_id: i64,
    id: i64,
    printer: Option<i64>,
) -> Result<bool> {
    let own = device::table.find(id).filter(device::forum_id.eq(forum_id));
    let before: Option<Option<i64>> = own.select(device::printer_id).first(c).optional()?;
    diesel::update(own)
        .set(device::printer_id.eq(printer))
        .execute(c)?;
    Ok(before != Some(printer))
}

/// A link that pairs a browser.
pub struct Link<'a> {
    pub pairing: &'a Secret,
    pub until: Moment,
    /// The account that makes it; none: a command.
    pub made_by: Option<i64>,
}

/// A new link for a device whose own was lost or ran out.
pub fn renew_pairing(c: &mut Connection, forum_id: i64, id: i64, link: &Link) -> Result<bool> {
    let changed = diesel::update(
        device::table
            .find(id)
            .filter(device::forum_id.eq(forum_id))
            .filter(device::revoked_at.is_null()),
    )
    .set((
        device::pairing_hash.eq(link.pairing.hash()),
        device::pairing_until.eq(link.until),
        device::paired_by.eq(link.made_by),
    ))
    .execute(c)?;
    Ok(changed == 1)
}

/// The device a pairing link was made for, while the link may be used.
pub fn by_pairing(c: &mut Connection, pairing: &Secret, now: Moment) -> Result<Option<Device>> {
    device::table
        .filter(device::pairing_hash.eq(pairing.hash()))
        .filter(device::pairing_until.gt(now))
        .filter(device::valid_until.gt(now))
        .filter(device::revoked_at.is_null())
        .select(Device::as_select())
        .first(c)
        .optional()
}

/// Pairs a browser and uses the link up; `None` when the link is not, or no longer, good.
pub fn pair(
    c: &mut Connection,
    pairing: &Secret,
    cookie: &Secret,
    now: Moment,
) -> Result<Option<Device>> {
    let Some(before) = by_pairing(c, pairing, now)? else {
        return Ok(None);
    };
    let paired: Option<i64> = diesel::update(
        device::table
            .filter(device::pairing_hash.eq(pairing.hash()))
            .filter(device::pairing_until.gt(now))
            .filter(device::valid_until.gt(now))
            .filter(device::revoked_at.is_null()),
    )
    .set((
        device::pairing_hash.eq(None::<String>),
        device::cookie_hash.eq(cookie.hash()),
        // Paired anew it is the same device: what it took before is still its own.
        device::paired_at.eq(before.paired_at.unwrap_or(now)),
        device::last_seen_at.eq(now),
    ))
    .returning(device::id)
    .get_result(c)
    .optional()?;
    paired
        .map(|id| device::table.find(id).select(Device::as_select()).first(c))
        .transpose()
}

/// The device behind a browser's cookie, whatever became of it.
pub fn of_cookie(c: &mut Connection, cookie: &Secret) -> Result<Option<Device>> {
    device::table
        .filter(device::cookie_hash.eq(cookie.hash()))
        .select(Device::as_select())
        .first(c)
        .optional()
}

/// A device, and the checkpoints it serves in the forum's order.
pub struct AtItsDoors {
    pub device: Device,
    pub checkpoints: Vec<Checkpoint>,
}

impl AtItsDoors {
    fn of(rows: Vec<(Device, Option<Checkpoint>)>) -> Option<AtItsDoors> {
        let device = rows.first()?.0.clone();
        Some(AtItsDoors {
            device,
            checkpoints: rows.into_iter().filter_map(|(_, served)| served).collect(),
        })
    }
}

/// Two outer joins: of one beside an inner one SQLite makes a table of the doors of all devices first.
#[diesel::dsl::auto_type]
fn with_checkpoints() -> _ {
    device::table
        .left_join(device_checkpoint::table)
        .left_join(checkpoint::table.on(is_served()))
}

#[diesel::dsl::auto_type]
fn is_served() -> _ {
    checkpoint::id
        .nullable()
        .eq(device_checkpoint::checkpoint_id.nullable())
}

/// The device behind a bearer token, whatever became of it, at its doors.
pub fn at_doors_of_bearer(c: &mut Connection, bearer: &Secret) -> Result<Option<AtItsDoors>> {
    static TEXT: StatementText = StatementText::new();
    with_checkpoints()
        .filter(device::bearer_hash.eq(bearer.hash()))
        .order((checkpoint::position, checkpoint::id))
        .select((Device::as_select(), Option::<Checkpoint>::as_select()))
        .prepared_as(&TEXT)
        .load(c)
        .map(AtItsDoors::of)
}

/// The device behind a browser's cookie, whatever became of it, at its doors.
pub fn at_doors_of_cookie(c: &mut Connection, cookie: &Secret) -> Result<Option<AtItsDoors>> {
    static TEXT: StatementText = StatementText::new();
    with_checkpoints()
        .filter(device::cookie_hash.eq(cookie.hash()))
        .order((checkpoint::position, checkpoint::id))
        .select((Device::as_select(), Option::<Checkpoint>::as_select()))
        .prepared_as(&TEXT)
        .load(c)
        .map(AtItsDoors::of)
}

/// A device of a forum.
pub fn by_id(c: &mut Connection, forum_id: i64, id: i64) -> Result<Device> {
    device::table
        .find(id)
        .filter(device::forum_id.eq(forum_id))
        .select(Device::as_select())
        .first(c)
}

/// Ends what a browser's cookie may do; the desk can pair another one in its place.
pub fn unpair(c: &mut Connection, id: i64) -> Result<()> {
    diesel::update(device::table.find(id))
        .set(device::cookie_hash.eq(None::<String>))
        .execute(c)?;
    Ok(())
}

/// The forum has other days: no device works longer than it should.
pub fn end_with(c: &mut Connection, forum: &Forum, now: Moment) -> Result<()> {
    let latest = latest_end(forum, now);
    let longer = device::table
        .filter(device::forum_id.eq(forum.id))
        .filter(device::valid_until.gt(latest));
    diesel::update(longer)
        .set(device::valid_until.eq(latest))
        .execute(c)?;
    Ok(())
}

pub fn seen(c: &mut Connection, id: i64, now: Moment) -> Result<()> {
    diesel::update(device::table.find(id))
        .set(device::last_seen_at.eq(now))
        .execute(c)?;
    Ok(())
}

/// Ends a device for good; what it scanned stays. It is known by its secrets, so that what it had not sent may be
/// handed in; they open nothing else.
pub fn revoke(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<bool> {
    let changed = diesel::update(
        device::table
            .find(id)
            .filter(device::forum_id.eq(forum_id))
            .filter(device::revoked_at.is_null()),
    )
    .set((
        device::revoked_at.eq(now),
        device::pairing_hash.eq(None::<String>),
    ))
    .execute(c)?;
    Ok(changed == 1)
}

/// Phones, laptops and scanners; the lists on paper are none of them.
pub fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<Device>> {
    device::table
        .filter(device::forum_id.eq(forum_id))
        .filter(device::is_paper.eq(false))
        .order(device::id.desc())
        .select(Device::as_select())
        .load(c)
}

/// The checkpoints of every device of a forum, as (device, checkpoint).
pub fn checkpoints_of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<(i64, i64)>> {
    device_checkpoint::table
        .inner_join(device::table)
        .filter(device::forum_id.eq(forum_id))
        .order((
            device_checkpoint::device_id,
            device_checkpoint::checkpoint_id,
        ))
        .select((
            device_checkpoint::device_id,
            device_checkpoint::checkpoint_id,
        ))
        .load(c)
}

/// The address part of a device's forum.
pub fn forum_slug(c: &mut Connection, device: &Device) -> Result<String> {
    forum::table
        .find(device.forum_id)
        .select(forum::slug)
        .first(c)
}
