//! Which badges went into which file, and onto which label: printed, as long as nobody says otherwise.

use diesel::prelude::*;

use crate::db::schema::badge_print;
use crate::db::{Connection, Result, Value, insert_rows};

pub(crate) fn record(c: &mut Connection, print_job_id: i64, badges: &[i64]) -> Result<()> {
    let row = |badge: &i64| [Value::from(*badge), Value::from(print_job_id)];
    let rows = badges.iter().map(row).collect();
    insert_rows(c, "badge_print", ["badge_id", "print_job_id"], rows)
}

/// A label came out, by a printer or in a browser.
pub(crate) fn record_label(c: &mut Connection, print_order_id: i64, badge_id: i64) -> Result<()> {
    diesel::insert_into(badge_print::table)
        .values((
            badge_print::badge_id.eq(badge_id),
            badge_print::print_order_id.eq(print_order_id),
        ))
        .execute(c)
        .map(drop)
}

/// The badges of a file were not printed after all.
pub(crate) fn forget(c: &mut Connection, print_job_id: i64) -> Result<()> {
    let all = badge_print::table.filter(badge_print::print_job_id.eq(print_job_id));
    diesel::delete(all).execute(c).map(drop)
}
