//! A session's door: a checkpoint whose place and hours are the session's, and move with it.

use std::collections::HashMap;

use chrono::TimeDelta;
use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{checkpoint, presence};
use crate::db::{Connection, Result};
use crate::models::places::session::{Session, Settings};

/// People come before a session begins.
const OPENS_BEFORE: TimeDelta = TimeDelta::minutes(30);

/// When a session's door opens and closes, unless told otherwise.
pub(crate) fn usual_hours(starts_at: Moment, ends_at: Moment) -> (Moment, Moment) {
    (starts_at - OPENS_BEFORE, ends_at)
}

/// What of a door moves with its session.
#[derive(Queryable, Selectable, AsChangeset)]
#[diesel(table_name = checkpoint)]
struct Place {
    site_id: Option<i64>,
    opens_at: Option<Moment>,
    closes_at: Option<Moment>,
}

/// The session becomes `now` so: its doors follow, each by as much as its beginning and its end are moved.
pub(crate) fn follow(c: &mut Connection, was: &Session, now: &Settings) -> Result<()> {
    let doors: Vec<(i64, Place)> = checkpoint::table
        .filter(checkpoint::forum_id.eq(was.forum_id))
        .filter(checkpoint::session_id.eq(was.id))
        .select((checkpoint::id, Place::as_select()))
        .load(c)?;
    for (id, place) in doors {
        diesel::update(checkpoint::table.find(id))
            .set(place.moved(was, now))
            .execute(c)?;
    }
    Ok(())
}

impl Place {
    /// A door somewhere else stays there. Hours that would end before they begin are the usual ones again.
    fn moved(self, was: &Session, now: &Settings) -> Place {
        let site_id = match self.site_id == Some(was.site_id) {
            true => Some(now.site_id),
            false => self.site_id,
        };
        let opens_at = self.opens_at.map(|at| at + (now.starts_at - was.starts_at));
        let closes_at = self.closes_at.map(|at| at + (now.ends_at - was.ends_at));
        let (opens_at, closes_at) = match (opens_at, closes_at) {
            (Some(opens), Some(closes)) if closes <= opens => {
                let (opens, closes) = usual_hours(now.starts_at, now.ends_at);
                (Some(opens), Some(closes))
            }
            hours => hours,
        };
        Place {
            site_id,
            opens_at,
            closes_at,
        }
    }
}

/// The session goes; its doors stay, with the hours they have.
pub(crate) fn let_go(c: &mut Connection, forum_id: i64, session_id: i64) -> Result<()> {
    let doors = checkpoint::table
        .filter(checkpoint::forum_id.eq(forum_id))
        .filter(checkpoint::session_id.eq(session_id));
    diesel::update(doors)
        .set(checkpoint::session_id.eq(None::<i64>))
        .execute(c)?;
    Ok(())
}

/// How many are inside each session that has a door.
pub(crate) fn inside(c: &mut Connection, forum_id: i64) -> Result<HashMap<i64, i64>> {
    let doors: Vec<(i64, Option<i64>)> = checkpoint::table
        .filter(checkpoint::forum_id.eq(forum_id))
        .filter(checkpoint::session_id.is_not_null())
        .select((checkpoint::id, checkpoint::session_id))
        .load(c)?;
    let ids: Vec<i64> = doors.iter().map(|(id, _)| *id).collect();
    let counted: Vec<(i64, i64)> = presence::table
        .filter(presence::checkpoint_id.eq_any(ids))
        .filter(presence::inside.eq(true))
        .group_by(presence::checkpoint_id)
        .select((presence::checkpoint_id, count_star()))
        .load(c)?;
    let counted: HashMap<i64, i64> = counted.into_iter().collect();
    let mut inside = HashMap::new();
    for (id, session_id) in doors {
        let count = counted.get(&id).copied().unwrap_or(0);
        *inside.entry(session_id.unwrap_or_default()).or_insert(0) += count;
    }
    Ok(inside)
}
