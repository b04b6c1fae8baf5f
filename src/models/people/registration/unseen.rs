//! Who holds a place and was never seen: they may have mistyped the address, or never meant to come. While others wait
//! they are asked once by mail, and a day later the place is somebody else's.

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Timestamp};

use crate::clock::Moment;
use crate::db::schema::registration;
use crate::db::{Connection, Prepare, Result};
use crate::models::forum::Forum;
use crate::models::people::event::{self, By, What};
use crate::models::people::registration::Registration;
use crate::models::turn;

/// How long an answer is waited for.
const PATIENCE: TimeDelta = TimeDelta::days(1);

/// Confirmed, with a badge that was neither printed nor scanned, and somebody waits for just such a place.
const UNSEEN: &str = "SELECT registration.id FROM registration
    JOIN badge ON badge.registration_id = registration.id AND badge.revoked_at IS NULL
    WHERE registration.forum_id = $1 AND registration.state = 'confirmed' AND registration.opened_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM badge AS any_badge JOIN badge_print ON badge_print.badge_id = any_badge.id
        WHERE any_badge.registration_id = registration.id)
      AND NOT EXISTS (SELECT 1 FROM scan WHERE scan.registration_id = registration.id)
      AND EXISTS (SELECT 1 FROM registration AS waits WHERE waits.forum_id = registration.forum_id
        AND waits.state = 'waitlisted' AND ($2 OR waits.category_id = registration.category_id))";

/// The person's own page was opened: the first time is kept.
pub fn opened(c: &mut Connection, id: i64, now: Moment) -> Result<()> {
    let unopened = registration::table
        .find(id)
        .filter(registration::opened_at.is_null());
    diesel::update(unopened)
        .set(registration::opened_at.eq(now))
        .prepared()
        .execute(c)
        .map(drop)
}

/// Asks the next who is to be asked; `None` when nobody is.
pub fn ask(c: &mut Connection, forum: &Forum, by: By) -> Result<Option<Registration>> {
    let Some(days) = forum.asks_after else {
        return Ok(None);
    };
    let since = by.now - TimeDelta::days(days.into());
    let not_asked = "registration.asked_at IS NULL AND badge.issued_at <= $3";
    let Some(id) = next(c, forum, not_asked, since)? else {
        return Ok(None);
    };
    turn::changed(c, forum.id, id, by.now)?;
    diesel::update(registration::table.find(id))
        .set(registration::asked_at.eq(by.now))
        .execute(c)?;
    event::record(c, id, by, What::Asked, (None, None), None)?;
    super::by_id(c, id).map(Some)
}

/// The next who was asked and has not come to the page within a day.
pub fn silent(c: &mut Connection, forum: &Forum, now: Moment) -> Result<Option<i64>> {
    next(c, forum, "registration.asked_at <= $3", now - PATIENCE)
}

fn next(c: &mut Connection, forum: &Forum, which: &str, until: Moment) -> Result<Option<i64>> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = BigInt)]
        id: i64,
    }

    let found: Option<Id> = diesel::sql_query(format!(
        "{UNSEEN} AND {which} ORDER BY registration.id LIMIT 1"
    ))
    .bind::<BigInt, _>(forum.id)
    .bind::<Bool, _>(forum.is_full())
    .bind::<Timestamp, _>(until)
    .get_result(c)
    .optional()?;
    Ok(found.map(|found| found.id))
}
