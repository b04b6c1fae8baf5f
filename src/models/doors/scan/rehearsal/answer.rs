//! The door's answer while a checkpoint is rehearsed: kept apart, so that nothing of it counts.

use diesel::prelude::*;

use super::badge::{self, TestBadge};
use crate::clock::Moment;
use crate::db::schema::{checkpoint, device, rehearsal, rehearsal_scan};
use crate::db::{self, Backend, Connection, Result};
use crate::models::devices::device::Device;
use crate::models::doors::scan::rehearsal::{Rehearsal, of_checkpoint};
use crate::models::doors::scan::{
    Answer, FirstScan, Person, Reading, Reason, Subject, found, judge,
};
use crate::models::doors::verdict::Verdict;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::places::way::Direction;

/// Whom a reading points at.
enum Who {
    Test(TestBadge),
    /// Somebody tries the door with a badge of their own.
    Real(found::Found),
    Nobody,
}

impl Who {
    /// The badge and the registration, for the row.
    fn ids(&self) -> (Option<i64>, Option<i64>) {
        match self {
            Who::Test(badge) => (Some(badge.id), None),
            Who::Real(found) => (None, Some(found.id)),
            Who::Nobody => (None, None),
        }
    }

    fn person(self) -> Option<Person> {
        match self {
            Who::Test(badge) => Some(badge.person()),
            Who::Real(found) => Some(found.person),
            Who::Nobody => None,
        }
    }
}

struct Judged {
    verdict: Verdict,
    reason: Option<Reason>,
    first_scan_id: Option<String>,
}

impl Judged {
    fn of(verdict: Verdict) -> Judged {
        Judged {
            verdict,
            reason: None,
            first_scan_id: None,
        }
    }
}

/// The answer to a reading that belongs to a rehearsal; `None` to all others. The id sent again gives the first
/// answer again, also after the rehearsal.
pub(crate) fn answer(
    c: &mut Connection,
    device: &Device,
    door: &Checkpoint,
    reading: &Reading,
    now: Moment,
) -> Result<Option<Answer>> {
    let rehearsals = of_checkpoint(c, door.id)?;
    if rehearsals.is_empty() {
        return Ok(None);
    }
    if let Some(answer) = answered(c, device.forum_id, &reading.id)? {
        hear_what_was_told(c, device.forum_id, reading)?;
        return Ok(Some(answer));
    }
    // A phone that was on its own tells of the rehearsal when it is over.
    let at = judge::taken_at(reading, now);
    let mut rehearsals = rehearsals.iter();
    let Some(rehearsal) = rehearsals.find(|one| one.is_running(door, at)) else {
        return Ok(None);
    };
    lock(c, rehearsal)?;
    let who = whom(c, (rehearsal, door), reading)?;
    let judged = judge(c, rehearsal, door, &who, reading)?;
    write(c, (rehearsal, device), reading, who.ids(), &judged, now)?;
    told(c, device.forum_id, who, judged).map(Some)
}

/// Whether a reading belongs to a rehearsal.
pub(crate) fn belongs(
    c: &mut Connection,
    door: &Checkpoint,
    reading: &Reading,
    now: Moment,
) -> Result<bool> {
    let at = judge::taken_at(reading, now);
    let rehearsals = of_checkpoint(c, door.id)?;
    Ok(rehearsals.iter().any(|one| one.is_running(door, at)))
}

/// Of two first scans of one badge one is the first here too.
fn lock(c: &mut Connection, one: &Rehearsal) -> Result<()> {
    diesel::update(rehearsal::table.find(one.id))
        .set(rehearsal::checkpoint_id.eq(one.checkpoint_id))
        .execute(c)?;
    Ok(())
}

fn whom(
    c: &mut Connection,
    (rehearsal, door): (&Rehearsal, &Checkpoint),
    reading: &Reading,
) -> Result<Who> {
    if let Subject::Badge(Some(code)) = &reading.subject
        && let Some(badge) = badge::by_code(c, rehearsal.id, code)?
    {
        return Ok(Who::Test(badge));
    }
    let real = found::look(c, door, reading)?.found;
    Ok(real.map_or(Who::Nobody, Who::Real))
}

/// By the rules of the door but its hours and its room: those are for the day itself.
fn judge(
    c: &mut Connection,
    rehearsal: &Rehearsal,
    door: &Checkpoint,
    who: &Who,
    reading: &Reading,
) -> Result<Judged> {
    let refused = match who {
        Who::Nobody => {
            return Ok(Judged {
                reason: Reason::of_nobody(&reading.subject),
                ..Judged::of(Verdict::Unknown)
            });
        }
        Who::Real(found) => judge::lasting_refusal(c, door, found, reading.direction)?,
        Who::Test(badge) => test_refusal(badge, reading.direction),
    };
    if let Some((verdict, reason)) = refused {
        return Ok(Judged {
            reason: Some(reason),
            ..Judged::of(verdict)
        });
    }
    if reading.direction == Direction::Out {
        return Ok(Judged::of(Verdict::Left));
    }
    Ok(match inside_since(c, rehearsal, who.ids())? {
        Some(first) => Judged {
            first_scan_id: Some(first),
            ..Judged::of(Verdict::AlreadyIn)
        },
        None => Judged::of(Verdict::Admitted),
    })
}

/// Who leaves is held back by no rule, but by a badge that is void.
fn test_refusal(badge: &TestBadge, direction: Direction) -> Option<(Verdict, Reason)> {
    match (badge.verdict, direction) {
        (Verdict::Admitted, _) => None,
        (verdict, Direction::Out) if verdict != Verdict::Revoked => None,
        (verdict, _) => Some((verdict, badge.reason().unwrap_or_default())),
    }
}

/// The scan that let this badge in, unless it has left since.
fn inside_since(
    c: &mut Connection,
    rehearsal: &Rehearsal,
    (badge_id, registration_id): (Option<i64>, Option<i64>),
) -> Result<Option<String>> {
    let let_pass = Verdict::ALL.into_iter().filter(|told| told.lets_pass());
    let passed = rehearsal_scan::table
        .filter(rehearsal_scan::rehearsal_id.eq(rehearsal.id))
        // Whom the phone turned away by itself is not in here either.
        .filter(
            rehearsal_scan::told
                .is_null()
                .or(rehearsal_scan::told.eq_any(let_pass)),
        )
        .filter(
            rehearsal_scan::verdict
                .eq(Verdict::Admitted)
                .or(rehearsal_scan::verdict.eq(Verdict::Left)),
        )
        .order((
            rehearsal_scan::received_at.desc(),
            rehearsal_scan::scanned_at.desc(),
        ))
        .select((rehearsal_scan::id, rehearsal_scan::verdict))
        .into_boxed::<Backend>();
    let its_own = match (badge_id, registration_id) {
        (Some(id), _) => passed.filter(rehearsal_scan::badge_id.eq(id)),
        (_, Some(id)) => passed.filter(rehearsal_scan::registration_id.eq(id)),
        _ => return Ok(None),
    };
    let last: Option<(String, Verdict)> = its_own.first(c).optional()?;
    let admitted = last.filter(|(_, verdict)| *verdict == Verdict::Admitted);
    Ok(admitted.map(|(id, _)| id))
}

fn write(
    c: &mut Connection,
    (rehearsal, device): (&Rehearsal, &Device),
    reading: &Reading,
    (badge_id, registration_id): (Option<i64>, Option<i64>),
    judged: &Judged,
    now: Moment,
) -> Result<()> {
    diesel::insert_into(rehearsal_scan::table)
        .values((
            rehearsal_scan::forum_id.eq(rehearsal.forum_id),
            rehearsal_scan::id.eq(&reading.id),
            rehearsal_scan::rehearsal_id.eq(rehearsal.id),
            rehearsal_scan::device_id.eq(device.id),
            rehearsal_scan::badge_id.eq(badge_id),
            rehearsal_scan::registration_id.eq(registration_id),
            rehearsal_scan::direction.eq(reading.direction),
            rehearsal_scan::scanned_at.eq(reading.scanned_at),
            rehearsal_scan::received_at.eq(now),
            rehearsal_scan::told.eq(reading.told),
            rehearsal_scan::verdict.eq(judged.verdict),
            rehearsal_scan::reason.eq(judged.reason.as_ref().and_then(Reason::written)),
            rehearsal_scan::first_scan_id.eq(&judged.first_scan_id),
        ))
        .execute(c)
        .map_err(db::again_if_taken)?;
    Ok(())
}

type Given = (
    Verdict,
    Option<String>,
    Option<String>,
    Option<i64>,
    Option<i64>,
);

/// The answer this id was given, if it was sent before.
pub(crate) fn answered(c: &mut Connection, forum_id: i64, id: &str) -> Result<Option<Answer>> {
    let found: Option<Given> = rehearsal_scan::table
        .find((forum_id, id))
        .select((
            rehearsal_scan::verdict,
            rehearsal_scan::reason,
            rehearsal_scan::first_scan_id,
            rehearsal_scan::badge_id,
            rehearsal_scan::registration_id,
        ))
        .first(c)
        .optional()?;
    let Some((verdict, reason, first_scan_id, badge_id, registration_id)) = found else {
        return Ok(None);
    };
    let who = match (badge_id, registration_id) {
        (Some(id), _) => Who::Test(badge::by_id(c, id)?),
        (_, Some(id)) => Who::Real(found::by_id(c, forum_id, id)?),
        _ => Who::Nobody,
    };
    let judged = Judged {
        verdict,
        reason: reason.as_deref().and_then(Reason::read),
        first_scan_id,
    };
    told(c, forum_id, who, judged).map(Some)
}

/// What the phone said by itself, before our answer came.
fn hear_what_was_told(c: &mut Connection, forum_id: i64, reading: &Reading) -> Result<()> {
    let Some(told) = reading.told else {
        return Ok(());
    };
    let untold = rehearsal_scan::table
        .find((forum_id, &reading.id))
        .filter(rehearsal_scan::told.is_null());
    diesel::update(untold)
        .set(rehearsal_scan::told.eq(told))
        .execute(c)?;
    Ok(())
}

fn told(c: &mut Connection, forum_id: i64, who: Who, judged: Judged) -> Result<Answer> {
    let first = match judged.first_scan_id {
        Some(id) => first_scan(c, forum_id, &id)?,
        None => None,
    };
    Ok(Answer {
        verdict: judged.verdict,
        delegate: who.person(),
        first,
        reason: judged.reason,
        rehearsal: true,
    })
}

fn first_scan(c: &mut Connection, forum_id: i64, id: &str) -> Result<Option<FirstScan>> {
    rehearsal_scan::table
        .inner_join(rehearsal::table.inner_join(checkpoint::table))
        .inner_join(device::table)
        .filter(rehearsal_scan::forum_id.eq(forum_id))
        .filter(rehearsal_scan::id.eq(id))
        .select((rehearsal_scan::scanned_at, checkpoint::slug, device::name))
        .first(c)
        .optional()
}
