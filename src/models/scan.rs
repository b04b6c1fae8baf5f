//! One reading of one badge at one checkpoint: append-only, with its verdict.

pub(super) mod found;
pub(super) mod judge;
mod reason;
mod timeline;
mod typed;
mod undo;

use diesel::prelude::*;

use super::checkpoint::Checkpoint;
use super::conflict;
use super::device::Device;
use super::rehearsal;
use crate::clock::Moment;
use crate::db::schema::{account, category, checkpoint, device, registration as people, scan};
use crate::db::{self, Connection, Prepare, Result};
use crate::values::{Code, CodeStart, TypedCode};
use judge::Judgement;
pub use reason::Reason;

pub use undo::{Undone, undo};

/// What the door answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    Admitted,
    AlreadyIn,
    Left,
    Revoked,
    NotConfirmed,
    WrongDay,
    WrongPlace,
    WrongCategory,
    Full,
    Unknown,
}

impl Verdict {
    pub const ALL: [Verdict; 10] = [
        Verdict::Admitted,
        Verdict::AlreadyIn,
        Verdict::Left,
        Verdict::Revoked,
        Verdict::NotConfirmed,
        Verdict::WrongDay,
        Verdict::WrongPlace,
        Verdict::WrongCategory,
        Verdict::Full,
        Verdict::Unknown,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Admitted => "admitted",
            Verdict::AlreadyIn => "already_in",
            Verdict::Left => "left",
            Verdict::Revoked => "revoked",
            Verdict::NotConfirmed => "not_confirmed",
            Verdict::WrongDay => "wrong_day",
            Verdict::WrongPlace => "wrong_place",
            Verdict::WrongCategory => "wrong_category",
            Verdict::Full => "full",
            Verdict::Unknown => "unknown",
        }
    }

    /// Whether who was told this went through the door.
    fn lets_pass(self) -> bool {
        matches!(self, Verdict::Admitted | Verdict::AlreadyIn | Verdict::Left)
    }

    pub fn parse(text: &str) -> Option<Verdict> {
        Verdict::ALL
            .into_iter()
            .find(|verdict| verdict.as_str() == text)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    In,
    Out,
}

impl Direction {
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::In => "in",
            Direction::Out => "out",
        }
    }

    pub fn parse(text: &str) -> Option<Direction> {
        match text {
            "in" => Some(Direction::In),
            "out" => Some(Direction::Out),
            _ => None,
        }
    }
}

/// Whom a device points at.
#[derive(Debug, Clone)]
pub enum Subject {
    /// What it read; `None` when that is no badge code at all.
    Badge(Option<Code>),
    /// The first characters of a badge's code.
    Start(CodeStart),
    /// So few characters of a code, or such, that they may be meant for somebody else.
    Unclear,
    /// A person found by name: the registration's public id.
    Registration(String),
}

impl Subject {
    /// Whom a scanner or a hand points at.
    pub fn of_code(text: &str) -> Subject {
        match TypedCode::read(text) {
            TypedCode::Whole(code) => Subject::Badge(Some(code)),
            TypedCode::Start(start) => Subject::Start(start),
            TypedCode::Other => Subject::Badge(None),
        }
    }
}

/// One reading, as a device sends it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Chosen by the device: sent again, it is the same scan.
    pub id: String,
    pub subject: Subject,
    pub direction: Direction,
    pub scanned_at: Moment,
    /// What the device said by itself, when it could not ask.
    pub told: Option<Verdict>,
}

/// The door's answer to one reading.
#[derive(Debug, Clone)]
pub struct Answer {
    pub verdict: Verdict,
    pub delegate: Option<Person>,
    /// For who is in already: the scan that let them in.
    pub first: Option<FirstScan>,
    /// For who may not pass: why.
    pub reason: Option<Reason>,
    /// It counts nowhere.
    pub rehearsal: bool,
}

/// What a door is told of a person: no e-mail, no phone.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = people)]
pub struct Person {
    #[diesel(column_name = public_id)]
    pub registration: String,
    pub name: String,
    pub native_name: Option<String>,
    pub organisation: Option<String>,
    pub country: String,
    /// Short name of the category.
    #[diesel(select_expression = category::slug)]
    pub category: String,
    pub state: String,
}

#[derive(Debug, Clone, Queryable)]
pub struct FirstScan {
    pub at: Moment,
    /// Short name of the checkpoint.
    pub checkpoint: String,
    /// Name of the device.
    pub device: String,
}

/// Judges one reading and writes it down. The id sent again gives the first answer again.
pub fn record(
    c: &mut Connection,
    device: &Device,
    checkpoint: &Checkpoint,
    reading: &Reading,
    now: Moment,
) -> Result<Answer> {
    if let Some(answer) = given(c, device.forum_id, &reading.id)? {
        hear_what_was_told(c, device.forum_id, reading, answer.verdict, now)?;
        return Ok(answer);
    }
    let reading = typed::resolved(c, checkpoint, reading)?;
    if let Some(answer) = rehearsal::answer(c, device, checkpoint, &reading, now)? {
        return Ok(answer);
    }
    write(c, (device, None), checkpoint, &reading, now)
}

/// The same for a reading that an account entered, which no scanner took and which belongs to no rehearsal. Its id
/// was given to no other.
pub fn record_by_hand(
    c: &mut Connection,
    (device, account_id): (&Device, i64),
    checkpoint: &Checkpoint,
    reading: &Reading,
    now: Moment,
) -> Result<Answer> {
    write(c, (device, Some(account_id)), checkpoint, reading, now)
}

/// The same for a reading that a device left at the desk and an account enters now: once, and to the rehearsal it was
/// taken in.
pub fn record_left(
    c: &mut Connection,
    (device, account_id): (&Device, i64),
    checkpoint: &Checkpoint,
    reading: &Reading,
    now: Moment,
) -> Result<Answer> {
    if let Some(answer) = given(c, device.forum_id, &reading.id)? {
        return Ok(answer);
    }
    if let Some(answer) = rehearsal::answer(c, device, checkpoint, reading, now)? {
        return Ok(answer);
    }
    write(c, (device, Some(account_id)), checkpoint, reading, now)
}

/// The answer a device's scan of this id was given, wherever that was, if it was entered before.
pub fn answered(c: &mut Connection, device: &Device, id: &str) -> Result<Option<Answer>> {
    match given(c, device.forum_id, id)? {
        None => rehearsal::answered(c, device.forum_id, id),
        answer => Ok(answer),
    }
}

fn write(
    c: &mut Connection,
    (device, account_id): (&Device, Option<i64>),
    checkpoint: &Checkpoint,
    reading: &Reading,
    now: Moment,
) -> Result<Answer> {
    let found = found::whom(c, device.forum_id, &reading.subject)?;
    let Judgement {
        verdict,
        happened_at,
        first,
        twice,
        reason,
    } = match &found {
        None => Judgement::of_nobody(&reading.subject, now),
        Some(found) => judge::judge(c, checkpoint, found, reading, now)?,
    };
    diesel::insert_into(scan::table)
        .values((
            scan::forum_id.eq(device.forum_id),
            scan::id.eq(&reading.id),
            scan::checkpoint_id.eq(checkpoint.id),
            scan::device_id.eq(device.id),
            scan::registration_id.eq(found.as_ref().map(|found| found.id)),
            scan::badge_id.eq(found.as_ref().and_then(|found| found.badge_id)),
            scan::direction.eq(reading.direction.as_str()),
            scan::scanned_at.eq(reading.scanned_at),
            scan::received_at.eq(now),
            scan::happened_at.eq(happened_at),
            scan::told.eq(reading.told.map(Verdict::as_str)),
            scan::verdict.eq(verdict.as_str()),
            scan::first_scan_id.eq(first.as_ref().map(|first| &first.scan_id)),
            scan::reason.eq(reason.as_ref().and_then(Reason::written)),
            scan::account_id.eq(account_id),
        ))
        .prepared()
        .execute(c)
        // The same id arrived twice at once: this one gives way to the other, and answers as it did.
        .map_err(db::again_if_taken)?;
    if let Some((later, earlier)) = &twice {
        let of = (
            device.forum_id,
            checkpoint.id,
            found.as_ref().map(|found| found.id),
        );
        conflict::note(c, of, later, Some(earlier), now)?;
    } else if reading.told == Some(Verdict::Admitted) && !verdict.lets_pass() {
        let of = (
            device.forum_id,
            checkpoint.id,
            found.as_ref().map(|found| found.id),
        );
        conflict::note(c, of, &reading.id, None, now)?;
    }
    Ok(Answer {
        verdict,
        delegate: found.map(|found| found.person),
        first: match first {
            Some(first) => first_scan(c, device.forum_id, &first.scan_id)?,
            None => None,
        },
        reason,
        rehearsal: false,
    })
}

/// Our answer came too late: the device had told the volunteer something by itself. It says so with the same scan.
fn hear_what_was_told(
    c: &mut Connection,
    forum_id: i64,
    reading: &Reading,
    verdict: Verdict,
    now: Moment,
) -> Result<()> {
    let Some(told) = reading.told else {
        return Ok(());
    };
    let untold = scan::table
        .find((forum_id, &reading.id))
        .filter(scan::told.is_null());
    let heard: Option<(i64, Option<i64>, Option<String>)> = diesel::update(untold)
        .set(scan::told.eq(told.as_str()))
        .returning((
            scan::checkpoint_id,
            scan::registration_id,
            scan::first_scan_id,
        ))
        .get_result(c)
        .optional()?;
    match heard {
        Some((checkpoint_id, person, earlier))
            if told == Verdict::Admitted && verdict != Verdict::Admitted =>
        {
            let of = (forum_id, checkpoint_id, person);
            conflict::note(c, of, &reading.id, earlier.as_deref(), now)
        }
        _ => Ok(()),
    }
}

/// Verdict, registration, first scan and reason.
type Given = (String, Option<i64>, Option<String>, Option<String>);

/// The answer this id was given, if it was sent before.
fn given(c: &mut Connection, forum_id: i64, id: &str) -> Result<Option<Answer>> {
    let found: Option<Given> = scan::table
        .find((forum_id, id))
        .select((
            scan::verdict,
            scan::registration_id,
            scan::first_scan_id,
            scan::reason,
        ))
        .first(c)
        .optional()?;
    let Some((verdict, registration_id, first_scan_id, reason)) = found else {
        return Ok(None);
    };
    let delegate = registration_id.map(|id| person(c, id)).transpose()?;
    let first = match first_scan_id {
        Some(id) => first_scan(c, forum_id, &id)?,
        None => None,
    };
    Ok(Some(Answer {
        verdict: Verdict::parse(&verdict).unwrap_or(Verdict::Unknown),
        delegate,
        first,
        reason: reason.as_deref().and_then(Reason::read),
        rehearsal: false,
    }))
}

fn person(c: &mut Connection, registration_id: i64) -> Result<Person> {
    people::table
        .inner_join(category::table)
        .filter(people::id.eq(registration_id))
        .select(Person::as_select())
        .first(c)
}

/// When, where and by whom a scan was taken.
pub fn first_scan(c: &mut Connection, forum_id: i64, scan_id: &str) -> Result<Option<FirstScan>> {
    scan::table
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .filter(scan::forum_id.eq(forum_id))
        .filter(scan::id.eq(scan_id))
        .select((scan::scanned_at, checkpoint::slug, device::name))
        .first(c)
        .optional()
}

/// A line of a person's way through the doors.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    pub at: Moment,
    pub checkpoint: String,
    pub device: String,
    pub direction: String,
    pub verdict: String,
    pub undone_at: Option<Moment>,
    /// Of a tick on paper: who entered it.
    pub account: Option<String>,
}

/// Every scan of one person, the newest first.
pub fn of_registration(c: &mut Connection, registration_id: i64) -> Result<Vec<Line>> {
    scan::table
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .left_join(account::table)
        .filter(scan::registration_id.eq(registration_id))
        .order(scan::happened_at.desc())
        .select((
            scan::scanned_at,
            checkpoint::slug,
            device::name,
            scan::direction,
            scan::verdict,
            scan::undone_at,
            account::email.nullable(),
        ))
        .load(c)
}
