//! One label that somebody wanted: waiting for its printer, until it came out or nobody wants it any more.

mod at_door;
mod seen;
mod work;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{print_order, printer as printers};
use crate::db::{Connection, Result};
use crate::models::people::badge;
use crate::models::printing::badge_print;
use crate::models::printing::order_state::State;

pub(crate) use at_door::{Place, at_door, at_doors_printer, name_of_printer};
pub(crate) use seen::{Last, Waiting, last, waiting};
pub(crate) use work::{Order, claim, fail, not_sent, printers_with_work, release, sent, stands};

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

/// Puts a label into a printer's queue. One that waits there for the same person already is enough: who presses
/// again and again while the printer is off gets one label when it is on.
pub(crate) fn place(c: &mut Connection, wish: &Wish, now: Moment) -> Result<()> {
    if let Some(printer_id) = wish.printer_id {
        // Two doors that order at once come one after the other.
        diesel::update(printers::table.find(printer_id))
            .set(printers::forum_id.eq(wish.forum_id))
            .execute(c)?;
        if waits(c, printer_id, wish.registration_id)? {
            return Ok(());
        }
    }
    insert(c, wish, State::Waiting, now).map(drop)
}

/// A browser draws the label: that badge counts as printed. `false` when the person has none.
pub(crate) fn drawn(c: &mut Connection, wish: &Wish, now: Moment) -> Result<bool> {
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
    let id = insert(c, &in_browser, State::Sent, now)?;
    badge_print::record_label(c, id, badge_id)?;
    Ok(true)
}

fn insert(c: &mut Connection, wish: &Wish, state: State, now: Moment) -> Result<i64> {
    let settled_at = (state == State::Sent).then_some(now);
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
        .filter(print_order::state.eq(State::Waiting))
        .filter(print_order::worker_id.is_null());
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

/// Nobody wants it any more.
/// `false` when it waits no more.
pub(crate) fn drop_one(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<bool> {
    let own = print_order::table
        .find(id)
        .filter(print_order::forum_id.eq(forum_id))
        .filter(print_order::state.eq(State::Waiting));
    let dropped = diesel::update(own)
        .set((
            print_order::state.eq(State::Dropped),
            print_order::settled_at.eq(now),
        ))
        .execute(c)?;
    Ok(dropped == 1)
}
