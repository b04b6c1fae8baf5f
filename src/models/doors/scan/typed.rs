//! Whose code somebody types: as many characters as tell one person from all others, and from a slip of the hand.

use std::borrow::Cow;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::db::schema::{badge, rehearsal, rehearsal_badge};
use crate::db::{Connection, Result};
use crate::models::doors::scan::{Reading, Subject};
use crate::models::places::checkpoint::Checkpoint;
use crate::values::{Code, CodeStart};

/// The first characters of every badge's code, as the index has them.
const BEGINNING: &str = "substr(badge.code, 1, 6)";

/// The same reading, with the badge that its typed characters are the beginning of.
pub(super) fn resolved<'a>(
    c: &mut Connection,
    checkpoint: &Checkpoint,
    reading: &'a Reading,
) -> Result<Cow<'a, Reading>> {
    let Subject::Start(start) = &reading.subject else {
        return Ok(Cow::Borrowed(reading));
    };
    let subject = match start.is_too_short() {
        true => Subject::Unclear,
        false => told_by(start, nearby(c, checkpoint, start)?),
    };
    Ok(Cow::Owned(Reading {
        subject,
        ..reading.clone()
    }))
}

/// The one badge that begins so, unless a slip would make it another's.
fn told_by(start: &CodeStart, nearby: Vec<Code>) -> Subject {
    let is_near = nearby.iter().any(|code| start.almost_begins(code));
    let mut begun = nearby.into_iter().filter(|code| start.begins(code));
    match (begun.next(), begun.next()) {
        (None, _) => Subject::Badge(None),
        (Some(code), None) if !is_near => Subject::Badge(Some(code)),
        _ => Subject::Unclear,
    }
}

/// Every badge whose code begins as was typed or nearly so: of the forum's people, valid or not, and of a rehearsal.
fn nearby(c: &mut Connection, checkpoint: &Checkpoint, start: &CodeStart) -> Result<Vec<Code>> {
    // More than the code is asked for: else SQLite would read all the forum's codes in the index that has them.
    let real: Vec<(String, i64)> = badge::table
        .filter(badge::forum_id.eq(checkpoint.forum_id))
        .filter(sql::<Text>(BEGINNING).eq_any(start.beginnings()))
        .select((badge::code, badge::registration_id))
        .load(c)?;
    let of_tests: Vec<String> = rehearsal_badge::table
        .inner_join(rehearsal::table)
        .filter(rehearsal::checkpoint_id.eq(checkpoint.id))
        .select(rehearsal_badge::code)
        .load(c)?;
    let all = real.iter().map(|(code, _)| code).chain(&of_tests);
    Ok(all.filter_map(|code| Code::parse(code)).collect())
}
