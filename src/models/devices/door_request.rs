//! What a door does beside scanning: registers a walk-in, undoes a scan, replaces a lost badge, prints one, leaves a
//! note.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{act, device, registration};
use crate::db::{self, Connection, Result};
use crate::text_column;

text_column! {
    pub enum Kind {
        WalkIn = "walk_in",
        Undo = "undo",
        BadgeLost = "badge_lost",
        Note = "note",
        Print = "print",
    }
}

/// A new act; its id was chosen by the device: sent again, it is the same.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = act)]
pub struct DoorRequest<'a> {
    pub forum_id: i64,
    pub id: &'a str,
    pub kind: Kind,
    pub device_id: i64,
    pub checkpoint_id: Option<i64>,
    pub registration_id: Option<i64>,
    pub scan_id: Option<&'a str>,
    /// The reason for undoing, or the note.
    pub words: Option<&'a str>,
    /// By the device's clock.
    pub done_at: Moment,
    pub received_at: Moment,
}

pub(crate) fn record(c: &mut Connection, new: &DoorRequest) -> Result<()> {
    diesel::insert_into(act::table)
        .values(new)
        .execute(c)
        // The same act arrived twice at once: this one gives way, and finds the other done.
        .map_err(db::again_if_taken)?;
    Ok(())
}

/// An act that was done before.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Done {
    kind: Kind,
    device_id: i64,
    pub registration_id: Option<i64>,
}

impl Done {
    /// Whether it is the same act of the same device, sent once more. Another that bears its id is none: it would
    /// be told what the first one was.
    pub(crate) fn is(&self, kind: Kind, device_id: i64) -> bool {
        self.kind == kind && self.device_id == device_id
    }
}

pub(crate) fn done(c: &mut Connection, forum_id: i64, id: &str) -> Result<Option<Done>> {
    act::table
        .find((forum_id, id))
        .select((act::kind, act::device_id, act::registration_id))
        .first(c)
        .optional()
}

/// Whom a walk-in's form registered: the phone knows the person by the form's id until it is told another.
pub(crate) fn walked_in(c: &mut Connection, forum_id: i64, id: &str) -> Result<Option<i64>> {
    let found: Option<Option<i64>> = act::table
        .find((forum_id, id))
        .filter(act::kind.eq(Kind::WalkIn))
        .select(act::registration_id)
        .first(c)
        .optional()?;
    Ok(found.flatten())
}

/// What the doors did about one person.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Line {
    pub kind: Kind,
    pub at: Moment,
    /// Name of the device.
    pub device: String,
    pub words: Option<String>,
}

/// Everything the doors did about a person beside scanning, the newest first.
pub(crate) fn of_registration(c: &mut Connection, registration_id: i64) -> Result<Vec<Line>> {
    act::table
        .inner_join(device::table)
        .filter(act::registration_id.eq(registration_id))
        .order((act::done_at.desc(), act::id.desc()))
        .select((act::kind, act::done_at, device::name, act::words))
        .load(c)
}

/// A note for the help desk.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Note {
    pub id: String,
    pub at: Moment,
    pub device: String,
    pub words: Option<String>,
    /// Name and public id of whom it is about.
    pub name: Option<String>,
    pub registration: Option<String>,
}

/// Notes nobody has put away, the oldest first.
pub(crate) fn open_notes(c: &mut Connection, forum_id: i64, most: i64) -> Result<Vec<Note>> {
    act::table
        .inner_join(device::table)
        .left_join(registration::table)
        .filter(act::forum_id.eq(forum_id))
        .filter(act::kind.eq(Kind::Note))
        .filter(act::looked_at.is_null())
        .order((act::done_at, act::id))
        .limit(most)
        .select((
            act::id,
            act::done_at,
            device::name,
            act::words,
            registration::name.nullable(),
            registration::public_id.nullable(),
        ))
        .load(c)
}

/// Notes nobody has put away.
pub(crate) fn count_open_notes(c: &mut Connection, forum_id: i64) -> Result<i64> {
    act::table
        .filter(act::forum_id.eq(forum_id))
        .filter(act::kind.eq(Kind::Note))
        .filter(act::looked_at.is_null())
        .count()
        .get_result(c)
}

/// Somebody of the desk has seen to the note.
pub(crate) fn put_away(
    c: &mut Connection,
    forum_id: i64,
    id: &str,
    account_id: i64,
    now: Moment,
) -> Result<()> {
    let open = act::table
        .find((forum_id, id))
        .filter(act::kind.eq(Kind::Note))
        .filter(act::looked_at.is_null());
    diesel::update(open)
        .set((act::looked_at.eq(now), act::account_id.eq(account_id)))
        .execute(c)?;
    Ok(())
}
