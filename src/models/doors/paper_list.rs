//! The list on paper for a door that can ask nobody any more: who stands on it, and the ticks that are entered when
//! all is well again.

mod tick;

use std::collections::HashMap;

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::{Connection, Result};
use crate::models::people::standing::State;
use crate::models::places::checkpoint::{Checkpoint, Ways};
use crate::values::ShortCode;

pub(crate) use crate::db::schema::{
    checkpoint, checkpoint_category, device, presence, registration, registration_site, scan,
};
pub(crate) use tick::{Outcome, Tick, Ticked, device, enter, latest, take_back};

/// SQLite takes a limited number of values in one query.
const AT_ONCE: usize = 500;

/// A line of a list.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Listed {
    id: i64,
    pub name: String,
    pub native_name: Option<String>,
    pub organisation: Option<String>,
    pub country: String,
    pub category_id: i64,
    pub sort_key: String,
    /// For who is inside: since when.
    pub inside_since: Option<Moment>,
}

impl Listed {
    pub(crate) fn code(&self) -> ShortCode {
        ShortCode::of(self.id)
    }
}

/// A list, as the desk counts it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    /// People on it.
    pub people: i64,
    /// Ticks of it that were entered.
    pub entered: i64,
}

/// Whether people come in there: who only leaves is not ticked.
pub(crate) fn has_list(door: &Checkpoint) -> bool {
    door.direction != Ways::Out
}

/// Who may pass a checkpoint at whatever hour, in rows of people beside checkpoints: the confirmed, of its categories
/// and its site. A checkpoint that names no categories admits them all; who named no sites comes to all of them.
#[diesel::dsl::auto_type]
pub(crate) fn may_pass() -> _ {
    let state: State = State::Confirmed;
    let admitted =
        checkpoint_category::table.filter(checkpoint_category::checkpoint_id.eq(checkpoint::id));
    let own = checkpoint_category::table
        .filter(checkpoint_category::checkpoint_id.eq(checkpoint::id))
        .filter(checkpoint_category::category_id.eq(registration::category_id));
    let sites =
        registration_site::table.filter(registration_site::registration_id.eq(registration::id));
    let here = registration_site::table
        .filter(registration_site::registration_id.eq(registration::id))
        .filter(
            registration_site::site_id
                .nullable()
                .eq(checkpoint::site_id),
        );
    registration::state
        .eq(state)
        .and(not(exists(admitted)).or(exists(own)))
        .and(
            checkpoint::site_id
                .is_null()
                .or(not(exists(sites)))
                .or(exists(here)),
        )
}

/// Everybody on a checkpoint's list, A to Z.
pub(crate) fn people(c: &mut Connection, door: &Checkpoint) -> Result<Vec<Listed>> {
    let inside = presence::checkpoint_id
        .eq(checkpoint::id)
        .and(presence::registration_id.eq(registration::id))
        .and(presence::inside.eq(true));
    registration::table
        .inner_join(checkpoint::table.on(checkpoint::forum_id.eq(registration::forum_id)))
        .left_join(presence::table.on(inside))
        .filter(registration::forum_id.eq(door.forum_id))
        .filter(checkpoint::id.eq(door.id))
        .filter(may_pass())
        .order((registration::sort_key, registration::id))
        .select((
            registration::id,
            registration::name,
            registration::native_name,
            registration::organisation,
            registration::country,
            registration::category_id,
            registration::sort_key,
            presence::first_at.nullable(),
        ))
        .load(c)
}

/// Rows of these doors' lists together.
pub(crate) fn people_on(doors: &[Checkpoint], counts: &HashMap<i64, Counts>) -> usize {
    let counted = doors.iter().filter_map(|door| counts.get(&door.id));
    let people: i64 = counted.map(|counts| counts.people).sum();
    people.try_into().unwrap_or_default()
}

/// How long each checkpoint's list is, and how much of it was entered.
pub(crate) fn counts(c: &mut Connection, forum_id: i64) -> Result<HashMap<i64, Counts>> {
    let people: Vec<(i64, i64)> = registration::table
        .inner_join(checkpoint::table.on(checkpoint::forum_id.eq(registration::forum_id)))
        .filter(registration::forum_id.eq(forum_id))
        .filter(may_pass())
        .group_by(checkpoint::id)
        .select((checkpoint::id, count_star()))
        .load(c)?;
    let entered: Vec<(i64, i64)> = scan::table
        .inner_join(checkpoint::table)
        .inner_join(device::table)
        .filter(checkpoint::forum_id.eq(forum_id))
        .filter(scan::account_id.is_not_null())
        .filter(device::is_paper.eq(true))
        .filter(scan::undone_at.is_null())
        .group_by(scan::checkpoint_id)
        .select((scan::checkpoint_id, count_star()))
        .load(c)?;
    let mut counts: HashMap<i64, Counts> = HashMap::new();
    for (id, people) in people {
        counts.entry(id).or_default().people = people;
    }
    for (id, entered) in entered {
        counts.entry(id).or_default().entered = entered;
    }
    Ok(counts)
}

/// The public ids of those of the forum whom these codes name. Other forums' codes name nobody.
pub(crate) fn named(
    c: &mut Connection,
    forum_id: i64,
    codes: &[ShortCode],
) -> Result<HashMap<ShortCode, String>> {
    let mut named = HashMap::new();
    for some in codes.chunks(AT_ONCE) {
        let ids: Vec<i64> = some.iter().map(|code| code.registration_id()).collect();
        let found: Vec<(i64, String)> = registration::table
            .filter(registration::forum_id.eq(forum_id))
            .filter(registration::id.eq_any(ids))
            .select((registration::id, registration::public_id))
            .load(c)?;
        named.extend(
            found
                .into_iter()
                .map(|(id, public)| (ShortCode::of(id), public)),
        );
    }
    Ok(named)
}
