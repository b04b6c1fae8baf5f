//! Days, hours and places as calendars hold them, and who holds old ones.

mod telling;

use chrono::TimeDelta;
use diesel::dsl::{exists, max, not};
use diesel::prelude::*;

use super::standing::State;
use crate::clock::Moment;
use crate::db::schema::{message as messages, registration as people, registration_site, site};
use crate::db::{Connection, Result};
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::forum_text::Owner;
use crate::models::mail::message;
use crate::models::places::site::Site;
use crate::values::Language;

pub(crate) use telling::{
    Wish, is_wished, next_people, still_outdated, take, under_way, wish, wishes,
};

/// From the first to the last item of each day's programme at a site; empty while there is no programme.
pub(crate) fn hours(whole: &ForumContext, site: &Site) -> Vec<(Moment, Moment)> {
    let zone = site.zone();
    let day = |moment: Moment| moment.and_utc().with_timezone(&zone).date_naive();
    let mut hours: Vec<(Moment, Moment)> = Vec::new();
    for session in whole.sessions.iter().filter(|one| one.site_id == site.id) {
        match hours.last_mut() {
            Some(last) if day(last.0) == day(session.starts_at) => {
                last.1 = last.1.max(session.ends_at)
            }
            _ => hours.push((session.starts_at, session.ends_at)),
        }
    }
    hours
}

/// Makes a change to sites or programme, and notes which sites have moved by it: in its days, hours or place.
pub(crate) fn moving<T>(
    c: &mut Connection,
    forum_id: i64,
    now: Moment,
    change: impl FnOnce(&mut Connection) -> Result<T>,
) -> Result<T> {
    let before = whole_of(c, forum_id)?;
    let changed = change(c)?;
    let after = whole_of(c, forum_id)?;
    for site in &before.sites {
        if let Some(same) = after.sites.iter().find(|other| other.id == site.id)
            && has_moved((&before, site), (&after, same))
        {
            let told = days(&before, site).max(days(&after, same));
            note(c, site, told, now)?;
        }
    }
    Ok(changed)
}

/// How many people have a mail with the old times of a site, and none since.
pub(crate) fn count_outdated(c: &mut Connection, whole: &ForumContext) -> Result<i64> {
    match outdated(whole) {
        None => Ok(0),
        Some(query) => query.count().get_result(c),
    }
}

/// Confirmed people who come to a site that has moved, and whose every mail with a calendar is older than that.
/// `None` where no site has moved.
fn outdated(whole: &ForumContext) -> Option<people::BoxedQuery<'static, crate::db::Backend>> {
    let mut query = people::table
        .filter(people::forum_id.eq(whole.forum.id))
        .filter(people::state.eq(State::Confirmed))
        .into_boxed();
    let moved: Vec<(i64, i64)> = whole
        .sites
        .iter()
        .filter_map(|site| Some((site.id, site.moved_after?)))
        .collect();
    let told = || {
        messages::table
            .filter(messages::registration_id.eq(people::id.nullable()))
            .filter(messages::kind.eq_any(message::WITH_CALENDAR))
    };
    let comes_to = |site_id: i64| {
        let chosen =
            || registration_site::table.filter(registration_site::registration_id.eq(people::id));
        exists(chosen().filter(registration_site::site_id.eq(site_id))).or(not(exists(chosen())))
    };
    let ((first, after), others) = moved.split_first()?;
    // `or_filter` would stand beside all filters before it, so that the sites are one condition put together.
    let one = |site_id: i64,
               after: i64|
     -> Box<dyn BoxableExpression<_, _, SqlType = diesel::sql_types::Bool>> {
        Box::new(
            comes_to(site_id)
                .and(exists(told()))
                .and(not(exists(told().filter(messages::id.gt(after))))),
        )
    };
    let mut any = one(*first, *after);
    for (site_id, after) in others {
        any = Box::new(any.or(one(*site_id, *after)));
    }
    query = query.filter(any);
    Some(query)
}

fn whole_of(c: &mut Connection, forum_id: i64) -> Result<ForumContext> {
    let forum = forum::by_id(c, forum_id)?;
    context::of(c, forum)
}

fn has_moved((before, old): (&ForumContext, &Site), (after, new): (&ForumContext, &Site)) -> bool {
    let place = |whole: &ForumContext, field: &str, language: Language| {
        whole
            .texts
            .exact(Owner::Site(old.id), field, language)
            .to_owned()
    };
    (old.zone != new.zone)
        || (old.starts_on, old.ends_on) != (new.starts_on, new.ends_on)
        || hours(before, old) != hours(after, new)
        || Language::ALL.into_iter().any(|language| {
            ["name", "address", "city"]
                .into_iter()
                .any(|field| place(before, field, language) != place(after, field, language))
        })
}

/// How many events the calendar of a site has: without a programme one that lasts all its days.
fn days(whole: &ForumContext, site: &Site) -> i32 {
    i32::try_from(hours(whole, site).len().max(1)).unwrap_or(i32::MAX)
}

fn note(c: &mut Connection, moved: &Site, days: i32, now: Moment) -> Result<()> {
    // Calendars go by whole seconds: of two moves the later is later there too, whatever the clock says.
    let later = moved.moved_at.map(|at| at + TimeDelta::seconds(1));
    let now = later.map_or(now, |later| later.max(now));
    let last: Option<i64> = messages::table.select(max(messages::id)).first(c)?;
    diesel::update(site::table.find(moved.id))
        .set((
            site::moved_at.eq(now),
            site::moved_after.eq(last.unwrap_or(0)),
            site::days_told.eq(moved.days_told.max(days)),
        ))
        .execute(c)?;
    Ok(())
}
