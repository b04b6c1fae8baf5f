//! What the worker does with orders: takes one in hand, and writes down what became of it.

use std::time::Duration;

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::print_order;
use crate::db::{Connection, Result};
use crate::models::mail::worker;
use crate::models::people::badge;
use crate::models::printing::badge_print;
use crate::models::printing::order_state::State;
use crate::models::printing::print_order::waits;
use crate::models::printing::printer::{self, Trouble};

/// Nobody stands at the door so long and waits for a label.
const WORTH: Duration = Duration::from_secs(12 * 60 * 60);

/// What a worker has in hand.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = print_order)]
pub(crate) struct Order {
    pub id: i64,
    pub forum_id: i64,
    pub registration_id: Option<i64>,
    ordered_at: Moment,
}

/// Printers for which something waits that nobody is at.
pub(crate) fn printers_with_work(c: &mut Connection) -> Result<Vec<i64>> {
    let found: Vec<Option<i64>> = print_order::table
        .filter(print_order::state.eq(State::Waiting))
        .filter(print_order::worker_id.is_null())
        .select(print_order::printer_id)
        .distinct()
        .load(c)?;
    Ok(found.into_iter().flatten().collect())
}

/// The oldest of a printer, into a worker's hand.
pub(crate) fn claim(c: &mut Connection, printer_id: i64, hand: &str) -> Result<Option<Order>> {
    let free = || {
        print_order::state
            .eq(State::Waiting)
            .and(print_order::worker_id.is_null())
    };
    worker::count_on(c, hand)?;
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
            print_order::worker_id.eq(hand),
            print_order::attempts.eq(print_order::attempts + 1),
        ))
        .execute(c)?;
    Ok((taken == 1).then_some(next))
}

/// Whether a label that has just been drawn is still wanted, with this badge on it.
pub(crate) fn stands(c: &mut Connection, order: &Order, badge_id: Option<i64>) -> Result<bool> {
    let state: State = print_order::table
        .find(order.id)
        .select(print_order::state)
        .first(c)?;
    let current = match order.registration_id {
        Some(person) => badge::current_id(c, person)?,
        None => None,
    };
    Ok(state == State::Waiting && current == badge_id)
}

/// It is in nobody's hand any more, and waits; unless another label of the same person was ordered meanwhile.
pub(crate) fn release(
    c: &mut Connection,
    order: &Order,
    printer_id: i64,
    trouble: Option<Trouble>,
) -> Result<()> {
    let state = match waits(c, printer_id, order.registration_id)? {
        true => State::Dropped,
        false => State::Waiting,
    };
    let waiting = print_order::table
        .find(order.id)
        .filter(print_order::state.eq(State::Waiting));
    diesel::update(waiting)
        .set((
            print_order::state.eq(state),
            print_order::worker_id.eq(None::<String>),
            print_order::words.eq(trouble),
        ))
        .execute(c)
        .map(drop)
}

/// It came out; the badge on it counts as printed.
pub(crate) fn sent(
    c: &mut Connection,
    order: &Order,
    printer_id: i64,
    badge_id: Option<i64>,
    now: Moment,
) -> Result<()> {
    settle(c, order.id, State::Sent, None, now)?;
    if let Some(badge_id) = badge_id {
        badge_print::record_label(c, order.id, badge_id)?;
    }
    printer::worked(c, printer_id, now)
}

/// It did not come out, and waits for the next try; one that is worth nothing any more is given up. `silent` is how long
/// the printer has taken nothing, by no clock that anybody sets.
pub(crate) fn not_sent(
    c: &mut Connection,
    order: &Order,
    printer_id: i64,
    (trouble, silent): (Trouble, Duration),
    now: Moment,
) -> Result<()> {
    printer::failed(c, printer_id, trouble, now)?;
    let is_old = now - order.ordered_at > TimeDelta::seconds(WORTH.as_secs() as i64);
    if is_old && silent > WORTH {
        return fail(c, order, Trouble::TooLate, now);
    }
    release(c, order, printer_id, Some(trouble))
}

/// It never will come out.
pub(crate) fn fail(c: &mut Connection, order: &Order, trouble: Trouble, now: Moment) -> Result<()> {
    settle(c, order.id, State::Failed, Some(trouble), now)
}

fn settle(
    c: &mut Connection,
    id: i64,
    state: State,
    trouble: Option<Trouble>,
    now: Moment,
) -> Result<()> {
    diesel::update(print_order::table.find(id))
        .set((
            print_order::state.eq(state),
            print_order::worker_id.eq(None::<String>),
            print_order::words.eq(trouble),
            print_order::settled_at.eq(now),
        ))
        .execute(c)
        .map(drop)
}
