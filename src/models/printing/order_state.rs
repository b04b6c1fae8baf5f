//! How far a label is on its way, and the orders of a printer that goes.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::print_order;
use crate::db::{Connection, Result};
use crate::text_column;

text_column! {
    pub enum State {
        Waiting = "waiting",
        /// It came out, or a browser drew it.
        Sent = "sent",
        Failed = "failed",
        Dropped = "dropped",
    }
}

pub(crate) fn drop_all(c: &mut Connection, printer_id: i64, now: Moment) -> Result<()> {
    let waiting = print_order::table
        .filter(print_order::printer_id.eq(printer_id))
        .filter(print_order::state.eq(State::Waiting));
    diesel::update(waiting)
        .set((
            print_order::state.eq(State::Dropped),
            print_order::settled_at.eq(now),
        ))
        .execute(c)
        .map(drop)
}
