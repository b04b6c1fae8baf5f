//! One reading of one badge at one checkpoint: append-only, with its verdict.

pub(crate) mod found;
pub(crate) mod judge;
mod reason;
pub(crate) mod rehearsal;
mod today;
mod told;
mod typed;
mod undo;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::conflict::{self, Change, Whose};
use super::presence::Entrance;
use crate::clock::Moment;
use crate::db::schema::{account, category, checkpoint, device, registration as people, scan};
use crate::db::{self, Connection, Prepare, Result, StatementText};
use crate::models::devices::device::Device;
use crate::models::doors::presence;
use crate::models::doors::timeline::{Passage, Spot};
use crate::models::doors::verdict::Verdict;
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::places::way::{Direction, Way};
use crate::values::{Code, CodeStart, TypedCode};
use found::Found;
use judge::Judgement;

pub(crate) use reason::Reason;
pub(crate) use today::{Passing, Today, today};
pub(crate) use undo::undo;

/// Whom a device points at.
#[derive(Debug, Clone)]
pub(crate) enum Subject {
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
    pub(crate) fn of_code(text: &str) -> Subject {
        match TypedCode::read(text) {
            TypedCode::Whole(code) => Subject::Badge(Some(code)),
            TypedCode::Start(start) => Subject::Start(start),
            TypedCode::Other => Subject::Badge(None),
        }
    }
}

/// One reading, as a device sends it.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// Chosen by the device: sent again, it is the same scan.
    pub id: String,
    pub subject: Subject,
    pub direction: Direction,
    pub scanned_at: Moment,
    /// What the device said by itself, when it could not ask.
    pub told: Option<Verdict>,
    /// Whether a door waits for the answer: not where it waited at the desk to be entered.
    pub is_awaited: bool,
}

impl Reading {
    /// Whether the device let nobody pass by it, whatever is thought of it at the desk.
    fn was_turned_away(&self) -> bool {
        self.told.is_some_and(|told| !told.lets_pass())
    }

    /// Where it stands among others, having happened at a moment.
    fn spot(&self, at: Moment) -> Spot {
        Spot {
            at,
            scanned_at: self.scanned_at,
            scan_id: self.id.clone(),
        }
    }
}

/// The door's answer to one reading.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
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
    pub state: State,
}

#[derive(Debug, Clone, Queryable)]
pub struct FirstScan {
    pub at: Moment,
    /// Short name of the checkpoint.
    pub checkpoint: String,
    /// Name of the device.
    pub device: String,
}

/// Judges one reading and writes it down: of a device, or one that it left at the desk and an account enters now. The id
/// sent again gives the first answer again.
pub(crate) fn record(
    c: &mut Connection,
    by: (&Device, Option<i64>),
    checkpoint: &Checkpoint,
    reading: &Reading,
    now: Moment,
) -> Result<Answer> {
    let (device, _) = by;
    let reading = typed::resolved(c, checkpoint, reading)?;
    let look = found::look(c, checkpoint, &reading)?;
    if look.known.is_given
        && let Some(given) = given(c, device.forum_id, &reading.id)?
    {
        told::hear(c, (device.forum_id, &given), &reading, now)?;
        return given.answer(c, device.forum_id);
    }
    if look.known.is_rehearsed
        && let Some(answer) = rehearsal::answer(c, device, checkpoint, &reading, now)?
    {
        return Ok(answer);
    }
    write(c, by, checkpoint, (&reading, look.found), now)
}

/// The same for a reading that an account entered, which no scanner took and which belongs to no rehearsal. Its id
/// was given to no other.
pub(crate) fn record_by_hand(
    c: &mut Connection,
    (device, account_id): (&Device, i64),
    checkpoint: &Checkpoint,
    reading: &Reading,
    now: Moment,
) -> Result<Answer> {
    let found = found::look(c, checkpoint, reading)?.found;
    let by = (device, Some(account_id));
    write(c, by, checkpoint, (reading, found), now)
}

/// The answer a device's scan of this id was given, wherever that was, if it was entered before; what the device says
/// now that it told the volunteer is heard.
pub(crate) fn answered(
    c: &mut Connection,
    device: &Device,
    (id, reading): (&str, Option<&Reading>),
    now: Moment,
) -> Result<Option<Answer>> {
    let Some(given) = given(c, device.forum_id, id)? else {
        return rehearsal::answered(c, device.forum_id, id);
    };
    if let Some(reading) = reading {
        told::hear(c, (device.forum_id, &given), reading, now)?;
    }
    given.answer(c, device.forum_id).map(Some)
}

fn write(
    c: &mut Connection,
    (device, account_id): (&Device, Option<i64>),
    checkpoint: &Checkpoint,
    (reading, found): (&Reading, Option<Found>),
    now: Moment,
) -> Result<Answer> {
    static TEXT: StatementText = StatementText::new();
    let judged = match &found {
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
            scan::direction.eq(reading.direction),
            scan::scanned_at.eq(reading.scanned_at),
            scan::received_at.eq(now),
            scan::happened_at.eq(judged.happened_at),
            scan::told.eq(reading.told),
            scan::verdict.eq(judged.verdict),
            scan::first_scan_id.eq(judged.first.as_ref().map(|first| &first.scan_id)),
            scan::reason.eq(judged.reason.as_ref().and_then(Reason::written)),
            scan::account_id.eq(account_id),
            scan::counts.eq(judged.passed.is_some()),
            scan::written.eq(sql::<BigInt>(db::next_write(c))),
        ))
        .prepared_as(&TEXT)
        // The same id arrived twice at once: this one gives way to the other, and answers as it did.
        .execute_along(c, db::again_if_taken)?;
    let whose = Whose {
        forum_id: device.forum_id,
        checkpoint_id: checkpoint.id,
        registration_id: found.as_ref().map(|found| found.id),
    };
    if differ(judged.verdict, reading.told) {
        conflict::note(c, whose, &reading.id, None, now)?;
    }
    if let Some(found) = &found {
        take_its_place(c, found.way(checkpoint), reading, &judged, now)?;
    }
    Ok(Answer {
        verdict: judged.verdict,
        delegate: found.map(|found| found.person),
        first: match judged.first {
            Some(Entrance {
                at,
                device: Some(device),
                ..
            }) => Some(FirstScan {
                at,
                checkpoint: checkpoint.slug.clone(),
                device,
            }),
            Some(first) => first_scan(c, device.forum_id, &first.scan_id)?,
            None => None,
        },
        reason: judged.reason,
        rehearsal: false,
    })
}

/// What a passage changes of those around it: of the last one nothing but that the person was perhaps let in twice.
fn take_its_place(
    c: &mut Connection,
    way: Way,
    reading: &Reading,
    judged: &Judgement,
    now: Moment,
) -> Result<()> {
    let Some(passed) = &judged.passed else {
        return Ok(());
    };
    let passage = Passage {
        scan_id: reading.id.clone(),
        scanned_at: reading.scanned_at,
        received_at: now,
        happened_at: judged.happened_at,
        direction: reading.direction,
        told: reading.told,
        verdict: judged.verdict,
    };
    if let (true, Some(since)) = (passage.is_in() && passage.let_in(), &passed.since) {
        conflict::note(c, way.into(), &reading.id, Some(&since.scan_id), now)?;
    }
    match &passed.among {
        None => Ok(()),
        Some(around) => {
            presence::settle(c, way)?;
            conflict::regroup(c, way, (Change::Added, &passage), around, now)
        }
    }
}

/// Whether the desk would have told the volunteer something else, in a way that matters: one lets pass.
fn differ(verdict: Verdict, told: Option<Verdict>) -> bool {
    told.is_some_and(|told| told.lets_pass() != verdict.lets_pass())
}

/// A scan that was answered before.
#[derive(Queryable, Selectable)]
#[diesel(table_name = scan)]
struct Given {
    checkpoint_id: i64,
    registration_id: Option<i64>,
    verdict: Verdict,
    told: Option<Verdict>,
    first_scan_id: Option<String>,
    reason: Option<String>,
}

fn given(c: &mut Connection, forum_id: i64, id: &str) -> Result<Option<Given>> {
    scan::table
        .find((forum_id, id))
        .select(Given::as_select())
        .first(c)
        .optional()
}

impl Given {
    /// The same answer again.
    fn answer(self, c: &mut Connection, forum_id: i64) -> Result<Answer> {
        Ok(Answer {
            verdict: self.verdict,
            delegate: self.registration_id.map(|id| person(c, id)).transpose()?,
            first: match &self.first_scan_id {
                Some(id) => first_scan(c, forum_id, id)?,
                None => None,
            },
            reason: self.reason.as_deref().and_then(Reason::read),
            rehearsal: false,
        })
    }
}

fn person(c: &mut Connection, registration_id: i64) -> Result<Person> {
    people::table
        .inner_join(category::table)
        .filter(people::id.eq(registration_id))
        .select(Person::as_select())
        .first(c)
}

/// Whether the person of a scan was inside before it; none where nobody passed by it.
pub(crate) fn was_inside(c: &mut Connection, forum_id: i64, scan_id: &str) -> Result<Option<bool>> {
    let found: Option<(i64, Option<i64>, Moment, Moment)> = scan::table
        .find((forum_id, scan_id))
        .filter(scan::counts.eq(true))
        .select((
            scan::checkpoint_id,
            scan::registration_id,
            scan::happened_at,
            scan::scanned_at,
        ))
        .first(c)
        .optional()?;
    let Some((checkpoint_id, Some(registration_id), at, scanned_at)) = found else {
        return Ok(None);
    };
    let way = Way {
        forum_id,
        checkpoint_id,
        registration_id,
    };
    let spot = Spot {
        at,
        scanned_at,
        scan_id: scan_id.to_owned(),
    };
    Ok(Some(way.inside_since(c, &spot)?.is_some()))
}

/// When, where and by whom a scan was taken.
pub(crate) fn first_scan(
    c: &mut Connection,
    forum_id: i64,
    scan_id: &str,
) -> Result<Option<FirstScan>> {
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
pub(crate) struct Line {
    pub at: Moment,
    pub checkpoint: String,
    pub device: String,
    pub direction: Direction,
    verdict: Verdict,
    told: Option<Verdict>,
    pub undone_at: Option<Moment>,
    /// Of a tick on paper: who entered it.
    pub account: Option<String>,
    counts: bool,
}

impl Line {
    /// What became of it at the door.
    pub(crate) fn verdict(&self) -> Verdict {
        at_the_door(self.verdict, self.told)
    }

    /// Whether somebody is elsewhere by it than before.
    pub(crate) fn counts(&self) -> bool {
        self.counts
    }
}

/// What became of a scan at the door: where nobody was let pass as the volunteer was told, else as the desk says.
fn at_the_door(verdict: Verdict, told: Option<Verdict>) -> Verdict {
    told.filter(|told| !told.lets_pass()).unwrap_or(verdict)
}

/// Every scan of one person, the newest first.
pub(crate) fn of_registration(c: &mut Connection, registration_id: i64) -> Result<Vec<Line>> {
    scan::table
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .left_join(account::table)
        .filter(scan::registration_id.eq(registration_id))
        .order((
            scan::happened_at.desc(),
            scan::scanned_at.desc(),
            scan::id.desc(),
        ))
        .select((
            scan::scanned_at,
            checkpoint::slug,
            device::name,
            scan::direction,
            scan::verdict,
            scan::told,
            scan::undone_at,
            account::email.nullable(),
            scan::counts,
        ))
        .load(c)
}
