//! A label printer at the door, by the network.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{device, printer};
use crate::db::{Connection, Result};
use crate::models::printing::order_state;
use crate::text_column;

/// Characters of a printer's name.
pub(crate) const LONGEST_NAME: usize = 80;

text_column! {
    /// The language that a printer understands.
    pub enum Kind {
        /// ZPL II, of Zebra and of many others that speak it too.
        Zpl = "zpl",
        /// The raster commands of Brother's QL series, with endless tape of 62 mm.
        Brother = "brother",
    }
}

text_column! {
    /// Why a label did not come out. The printer's own words are never among it.
    pub enum Trouble {
        /// Nobody answers there.
        Unreachable = "unreachable",
        /// No address has that name.
        NoSuchHost = "no_such_host",
        /// The name leads to where nothing may be sent.
        Forbidden = "forbidden",
        /// It took nothing more.
        Hung = "hung",
        /// It ended the line in the middle.
        Broken = "broken",
        /// We could not draw it.
        NotDrawn = "not_drawn",
        /// The person has no badge that is valid.
        NoBadge = "no_badge",
        /// It waited so long that nobody stands there any more.
        TooLate = "too_late",
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = printer)]
pub struct Printer {
    pub id: i64,
    pub forum_id: i64,
    pub name: String,
    pub host: String,
    port: i32,
    pub kind: Kind,
    pub dpi: i32,
    /// Of its labels, in millimetres.
    pub width: i32,
    pub height: i32,
    pub last_ok_at: Option<Moment>,
    /// Why it took no label since it last took one.
    #[diesel(column_name = last_error)]
    pub trouble: Option<Trouble>,
    pub last_error_at: Option<Moment>,
}

impl Printer {
    pub fn port(&self) -> u16 {
        u16::try_from(self.port).unwrap_or_default()
    }
}

/// What the desk sets.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = printer)]
pub struct Settings {
    pub name: String,
    pub host: String,
    pub port: i32,
    pub kind: Kind,
    pub dpi: i32,
    pub width: i32,
    pub height: i32,
}

/// In the order in which they were added.
pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<Printer>> {
    printer::table
        .filter(printer::forum_id.eq(forum_id))
        .filter(printer::removed_at.is_null())
        .order(printer::id)
        .select(Printer::as_select())
        .load(c)
}

pub(crate) fn find(c: &mut Connection, forum_id: i64, id: i64) -> Result<Option<Printer>> {
    printer::table
        .find(id)
        .filter(printer::forum_id.eq(forum_id))
        .filter(printer::removed_at.is_null())
        .select(Printer::as_select())
        .first(c)
        .optional()
}

/// For whoever has an order in hand: one that was removed meanwhile too.
pub(crate) fn by_id(c: &mut Connection, id: i64) -> Result<Printer> {
    printer::table
        .find(id)
        .select(Printer::as_select())
        .first(c)
}

pub(crate) fn create(
    c: &mut Connection,
    forum_id: i64,
    settings: &Settings,
    now: Moment,
) -> Result<i64> {
    diesel::insert_into(printer::table)
        .values((
            printer::forum_id.eq(forum_id),
            printer::created_at.eq(now),
            settings,
        ))
        .returning(printer::id)
        .get_result(c)
}

/// What was wrong before is to be found out anew.
pub(crate) fn update(
    c: &mut Connection,
    forum_id: i64,
    id: i64,
    settings: &Settings,
) -> Result<()> {
    let own = printer::table
        .find(id)
        .filter(printer::forum_id.eq(forum_id));
    diesel::update(own)
        .set((
            settings,
            printer::last_error.eq(None::<String>),
            printer::last_error_at.eq(None::<Moment>),
        ))
        .execute(c)
        .map(drop)
}

/// Nothing comes out there any more: what waits is dropped, and its doors print in their browsers.
pub(crate) fn remove(c: &mut Connection, forum_id: i64, id: i64, now: Moment) -> Result<()> {
    let own = printer::table
        .find(id)
        .filter(printer::forum_id.eq(forum_id))
        .filter(printer::removed_at.is_null());
    let removed = diesel::update(own)
        .set(printer::removed_at.eq(now))
        .execute(c)?;
    if removed == 0 {
        return Ok(());
    }
    diesel::update(device::table.filter(device::printer_id.eq(id)))
        .set(device::printer_id.eq(None::<i64>))
        .execute(c)?;
    order_state::drop_all(c, id, now)
}

/// It has taken a label whole.
pub(crate) fn worked(c: &mut Connection, id: i64, now: Moment) -> Result<()> {
    diesel::update(printer::table.find(id))
        .set((
            printer::last_ok_at.eq(now),
            printer::last_error.eq(None::<String>),
            printer::last_error_at.eq(None::<Moment>),
        ))
        .execute(c)
        .map(drop)
}

pub(crate) fn failed(c: &mut Connection, id: i64, trouble: Trouble, now: Moment) -> Result<()> {
    diesel::update(printer::table.find(id))
        .set((
            printer::last_error.eq(trouble),
            printer::last_error_at.eq(now),
        ))
        .execute(c)
        .map(drop)
}
