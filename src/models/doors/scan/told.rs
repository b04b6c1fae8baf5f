//! What a device told the volunteer while our answer was on its way, and says later, with the same scan.

use diesel::prelude::*;

use super::undo::take_out;
use crate::clock::Moment;
use crate::db::schema::scan;
use crate::db::{Connection, Result};
use crate::models::doors::conflict::{self, Change, Whose};
use crate::models::doors::presence;
use crate::models::doors::scan::{Given, Reading, differ};
use crate::models::doors::timeline::Passage;
use crate::models::doors::verdict::Verdict;
use crate::models::people::document;
use crate::models::places::way::Way;

/// The scan stands from now on where it would if the device had said so at once: when it was taken, or nowhere.
pub(super) fn hear(
    c: &mut Connection,
    (forum_id, given): (i64, &Given),
    reading: &Reading,
    now: Moment,
) -> Result<()> {
    let (Some(told), None) = (reading.told, &given.told) else {
        return Ok(());
    };
    let whose = Whose {
        forum_id,
        checkpoint_id: given.checkpoint_id,
        registration_id: given.registration_id,
    };
    let is_heard = match whose.way() {
        Some(way) => move_as_told(c, way, (&reading.id, told), now)?,
        None => note_told(c, forum_id, (&reading.id, told), None)?,
    };
    if is_heard && differ(given.verdict, Some(told)) {
        conflict::note(c, whose, &reading.id, None, now)?;
    }
    Ok(())
}

/// `false` where the scan was undone meanwhile, or this was heard before.
fn move_as_told(
    c: &mut Connection,
    way: Way,
    (scan_id, told): (&str, Verdict),
    now: Moment,
) -> Result<bool> {
    presence::held(c, way)?;
    let untold: i64 = scan::table
        .find((way.forum_id, scan_id))
        .filter(scan::told.is_null())
        .count()
        .get_result(c)?;
    if untold == 0 {
        return Ok(false);
    }
    let taken_out = take_out(c, way, scan_id, now)?;
    let happened_at = taken_out.as_ref().map(|passage| passage.scanned_at);
    let is_heard = note_told(c, way.forum_id, (scan_id, told), happened_at)?;
    let Some(passage) = taken_out else {
        return Ok(is_heard);
    };
    if told.lets_pass() {
        let passage = Passage {
            happened_at: passage.scanned_at,
            told: Some(told),
            ..passage
        };
        put_in(c, way, &passage, now)?;
    }
    presence::settle(c, way)?;
    document::review(c, way, now)?;
    Ok(is_heard)
}

/// Writes down what was told and, of a passage, when it happened. `false` where the scan was undone.
fn note_told(
    c: &mut Connection,
    forum_id: i64,
    (scan_id, told): (&str, Verdict),
    happened_at: Option<Moment>,
) -> Result<bool> {
    let untold = scan::table
        .find((forum_id, scan_id))
        .filter(scan::told.is_null());
    let undone_at: Option<Option<Moment>> = diesel::update(untold)
        .set((
            scan::told.eq(told),
            happened_at.map(|at| scan::happened_at.eq(at)),
        ))
        .returning(scan::undone_at)
        .get_result(c)
        .optional()?;
    Ok(undone_at == Some(None))
}

/// Puts a passage into its place, and says what the others are with it.
fn put_in(c: &mut Connection, way: Way, passage: &Passage, now: Moment) -> Result<()> {
    let around = way.around(c, &passage.spot())?;
    diesel::update(scan::table.find((way.forum_id, &passage.scan_id)))
        .set(scan::counts.eq(true))
        .execute(c)?;
    if let (true, Some(since)) = (passage.is_in() && passage.let_in(), &around.since) {
        let earlier = Some(since.scan_id.as_str());
        conflict::note(c, way.into(), &passage.scan_id, earlier, now)?;
    }
    conflict::regroup(c, way, (Change::Added, passage), &around, now)
}
