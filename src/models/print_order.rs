//! One label that somebody wanted: waiting for its printer, until it came out or nobody wants it any more.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::device::Device;
use super::printer::{self, Trouble};
use super::registration::{Registration, State};
use super::{badge, badge_print};
use crate::clock::Moment;
use crate::db::schema::{print_order, printer as printers, registration};
use crate::db::{Connection, Result};

/// Nobody stands at the door so long and waits for a label.
const WORTH: TimeDelta = TimeDelta::hours(12);

/// Who wants which label, and where.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = print_order)]
pub struct Wish {
    pub forum_id: i64,
    /// None: a browser draws it.
    pub printer_id: Option<i64>,
    /// None: a test.
    pub registration_id: Option<i64>,
    pub device_id: Option<i64>,
    pub account_id: Option<i64>,
}

/// What a worker has in hand.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = print_order)]
pub struct Order {
    pub id: i64,
    pub forum_id: i64,
    pub registration_id: Option<i64>,
    ordered_at: Moment,
}

/// Puts a label into a printer's queue. One that waits there for the same person already is enough: who presses
/// again and again while the printer is off gets one label when it is on.
pub fn place(c: &mut Connection, wish: &Wish, now: Moment) -> Result<()> {
    if let Some(printer_id) = wish.printer_id {
        // Two doors that order at once come one after the other.
        diesel::update(printers::table.find(printer_id))
            .set(printers::forum_id.eq(wish.forum_id))
            .execute(c)?;
        if waits(c, printer_id, wish.registration_id)? {
            return Ok(());
        }
    }
    insert(c, wish, "waiting", now).map(drop)
}

/// Where a door's label comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The printer of that name.
    At(String),
    InBrowser,
    /// Only who is confirmed has a badge.
    Nowhere,
}

/// Prints a person's badge at a door: by its printer, or in its browser.
pub fn at_door(
    c: &mut Connection,
    device: &Device,
    person: &Registration,
    now: Moment,
) -> Result<Place> {
    if person.state() != State::Confirmed || badge::current_id(c, person.id)?.is_none() {
        return Ok(Place::Nowhere);
    }
    let wish = Wish {
        forum_id: device.forum_id,
        printer_id: device.printer_id,
        registration_id: Some(person.id),
        device_id: Some(device.id),
        account_id: None,
    };
    match name_of_printer(c, device)? {
        Some(name) => {
            place(c, &wish, now)?;
            Ok(Place::At(name))
        }
        None => {
            drawn(c, &wish, now)?;
            Ok(Place::InBrowser)
        }
    }
}

/// The same, where the door has a printer: it brings out a new badge unasked.
pub fn at_doors_printer(
    c: &mut Connection,
    device: &Device,
    person: &Registration,
    now: Moment,
) -> Result<Option<String>> {
    if device.printer_id.is_none() {
        return Ok(None);
    }
    match at_door(c, device, person, now)? {
        Place::At(name) => Ok(Some(name)),
        Place::InBrowser | Place::Nowhere => Ok(None),
    }
}

/// What the door's printer is called.
pub fn name_of_printer(c: &mut Connection, device: &Device) -> Result<Option<String>> {
    let Some(id) = device.printer_id else {
        return Ok(None);
    };
    let found = printer::find(c, device.forum_id, id)?;
    Ok(found.map(|printer| printer.name))
}

/// A browser draws the label: that badge counts as printed. `false` when the person has none.
pub fn drawn(c: &mut Connection, wish: &Wish, now: Moment) -> Result<bool> {
    let Some(person) = wish.registration_id else {
        return Ok(false);
    };
    let Some(badge_id) = badge::current_id(c, person)? else {
        return Ok(false);
    };
    let in_browser = Wish {
        printer_id: None,
        ..wish.clone()
    };
    let id = insert(c, &in_browser, "sent", now)?;
    badge_print::record_label(c, id, badge_id)?;
    Ok(true)
}

fn insert(c: &mut Connection, wish: &Wish, state: &str, now: Moment) -> Result<i64> {
    let settled_at = (state == "sent").then_some(now);
    diesel::insert_into(print_order::table)
        .values((
            wish,
            print_order::ordered_at.eq(now),
            print_order::state.eq(state),
            print_order::settled_at.eq(settled_at),
        ))
        .returning(print_order::id)
        .get_result(c)
}

fn waits(c: &mut Connection, printer_id: i64, registration_id: Option<i64>) -> Result<bool> {
    let queue = print_order::table
        .filter(print_order::printer_id.eq(printer_id))
        .filter(print_order::state.eq("waiting"))
        .filter(print_order::leased_until.is_null());
    let same: i64 = match registration_id {
        Some(id) => queue
            .filter(print_order::registration_id.eq(id))
            .count()
            .get_result(c)?,
        None => queue
            .filter(print_order::registration_id.is_null())
            .count()
            .get_result(c)?,
    };
    Ok(same > 0)
}

/// Printers for which something waits that nobody is at.
pub fn printers_with_work(c: &mut Connection, now: Moment) -> Result<Vec<i64>> {
    let found: Vec<Option<i64>> = print_order::table
        .filter(print_order::state.eq("waiting"))
        .filter(
            print_order::leased_until
                .is_null()
                .or(print_order::leased_until.lt(now)),
        )
        .select(print_order::printer_id)
        .distinct()
        .load(c)?;
    Ok(found.into_iter().flatten().collect())
}

/// The oldest of a printer, for as long as the lease lasts: what a program that was killed had in hand is taken up
/// again when it has run out.
pub fn claim(
    c: &mut Connection,
    printer_id: i64,
    lease: TimeDelta,
    now: Moment,
) -> Result<Option<Order>> {
    let free = || {
        print_order::state.eq("waiting").and(
            print_order::leased_until
                .is_null()
                .or(print_order::leased_until.lt(now)),
        )
    };
    let next: Option<Order> = print_order::table
        .filter(print_order::printer_id.eq(printer_id))
        .filter(free())
        .order(print_order::id)
        .select(Order::as_select())
        .first(c)
        .optional()?;
    let Some(next) = next else {
        return Ok(None);
    };
    let taken = diesel::update(print_order::table.find(next.id).filter(free()))
        .set((
            print_order::leased_until.eq(now + lease),
            print_order::attempts.eq(print_order::attempts + 1),
        ))
        .execute(c)?;
    Ok((taken == 1).then_some(next))
}

/// Whether a label that has just been drawn is still wanted, with this badge on it.
pub fn stands(c: &mut Connection, order: &Order, badge_id: Option<i64>) -> Result<bool> {
    let state: String = print_order::table
        .find(order.id)
        .select(print_order::state)
        .first(c)?;
    let current = match order.registration_id {
        Some(person) => badge::current_id(c, person)?,
        None => None,
    };
    Ok(state == "waiting" && current == badge_id)
}

/// It is in nobody's hand any more, and drawn anew if it still waits.
pub fn release(c: &mut Connection, order: &Order) -> Result<()> {
    diesel::update(print_order::table.find(order.id))
        .set(print_order::leased_until.eq(None::<Moment>))
        .execute(c)
        .map(drop)
}

/// It came out; the badge on it counts as printed.
pub fn sent(
    c: &mut Connection,
    order: &Order,
    printer_id: i64,
    badge_id: Option<i64>,
    now: Moment,
) -> Result<()> {
    settle(c, order.id, "sent", None, now)?;
    if let Some(badge_id) = badge_id {
        badge_print::record_label(c, order.id, badge_id)?;
    }
    printer::worked(c, printer_id, now)
}

/// It did not come out, and waits for the next try; one that is worth nothing any more is given up.
pub fn not_sent(
    c: &mut Connection,
    order: &Order,
    printer_id: i64,
    trouble: Trouble,
    now: Moment,
) -> Result<()> {
    printer::failed(c, printer_id, trouble, now)?;
    if now - order.ordered_at > WORTH {
        return fail(c, order, Trouble::TooLate, now);
    }
    let waiting = print_order::table
        .find(order.id)
        .filter(print_order::state.eq("waiting"));
    diesel::update(waiting)
        .set((
            print_order::leased_until.eq(None::<Moment>),
            print_order::words.eq(trouble.as_str()),
        ))
        .execute(c)
        .map(drop)
}

/// It never will come out.
pub fn fail(c: &mut Connection, order: &Order, trouble: Trouble, now: Moment) -> Result<()> {
    settle(c, order.id, "failed", Some(trouble), now)
}

fn settle(
    c: &mut Connection,
    id: i64,
    state: &str,
    trouble: Option<Trouble>,
    now: Moment,
) -> Result<()> {
    diesel::update(print_order::table.find(id))
        .set((
            print_order::state.eq(state),
            print_order::leased_until.eq(None::<Moment>),
            print_order::words.eq(trouble.map(Trouble::as_str)),
            print_order::settled_at.eq(now),
        ))
        .execute(c)
        .map(drop)
}

/// Nobody wants it any more.
pub fn drop_one(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<()> {
    let own = print_order::table
        .find(id)
        .filter(print_order::forum_id.eq(forum_id))
        .filter(print_order::state.eq("waiting"));
    diesel::update(own)
        .set((
            print_order::state.eq("dropped"),
            print_order::settled_at.eq(now),
        ))
        .execute(c)
        .map(drop)
}

pub fn drop_all(c: &mut Connection, printer_id: i64, now: Moment) -> Result<()> {
    let waiting = print_order::table
        .filter(print_order::printer_id.eq(printer_id))
        .filter(print_order::state.eq("waiting"));
    diesel::update(waiting)
        .set((
            print_order::state.eq("dropped"),
            print_order::settled_at.eq(now),
        ))
        .execute(c)
        .map(drop)
}

/// A label that waits, as the desk sees it.
#[derive(Debug, Clone, Queryable)]
pub struct Waiting {
    pub id: i64,
    pub printer: String,
    /// Name and public id; a test is nobody's.
    pub name: Option<String>,
    pub registration: Option<String>,
    pub ordered_at: Moment,
}

/// The oldest first.
pub fn waiting(c: &mut Connection, forum_id: i64, most: i64) -> Result<Vec<Waiting>> {
    print_order::table
        .inner_join(printers::table)
        .left_join(registration::table)
        .filter(print_order::forum_id.eq(forum_id))
        .filter(print_order::state.eq("waiting"))
        .order(print_order::id)
        .limit(most)
        .select((
            print_order::id,
            printers::name,
            registration::name.nullable(),
            registration::public_id.nullable(),
            print_order::ordered_at,
        ))
        .load(c)
}

/// What became of a person's label.
#[derive(Debug, Clone, Queryable)]
pub struct Last {
    state: String,
    words: Option<String>,
    /// None: a browser drew it.
    pub printer: Option<String>,
    pub ordered_at: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Waiting,
    Printed,
    Failed,
    Dropped,
}

impl Last {
    pub fn stage(&self) -> Stage {
        match self.state.as_str() {
            "waiting" => Stage::Waiting,
            "sent" => Stage::Printed,
            "dropped" => Stage::Dropped,
            _ => Stage::Failed,
        }
    }

    pub fn trouble(&self) -> Option<Trouble> {
        self.words.as_deref().and_then(Trouble::parse)
    }
}

/// The newest of a person.
pub fn last(c: &mut Connection, registration_id: i64) -> Result<Option<Last>> {
    print_order::table
        .left_join(printers::table)
        .filter(print_order::registration_id.eq(registration_id))
        .order(print_order::id.desc())
        .select((
            print_order::state,
            print_order::words,
            printers::name.nullable(),
            print_order::ordered_at,
        ))
        .first(c)
        .optional()
}
