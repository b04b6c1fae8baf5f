//! What stands on other days than the place or the forum it belongs to. It may: but whoever saves it hears of it.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::context::ForumContext;
use crate::clock::{self, Moment};
use crate::models::forum_text::Owner;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::places::site::Site;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// A site, session or checkpoint with days beyond those it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    pub what: Owner,
    pub days: Days,
    /// Those of the session's site; of the forum for others.
    pub bounds: Days,
    /// The session's site.
    pub site_id: Option<i64>,
}

pub fn of_forum(whole: &ForumContext, doors: &[Checkpoint]) -> Vec<Outside> {
    let forum = Days::of_forum(whole);
    let sites = whole.sites.iter().map(|site| Outside {
        what: Owner::Site(site.id),
        days: Days::of_site(site),
        bounds: forum,
        site_id: None,
    });
    let sessions = whole.sessions.iter().filter_map(|session| {
        let site = site_of(whole, Some(session.site_id))?;
        Some(Outside {
            what: Owner::Session(session.id),
            days: Days::between(session.starts_at, session.ends_at, site.zone()),
            bounds: Days::of_site(site),
            site_id: Some(site.id),
        })
    });
    let doors = doors
        .iter()
        .filter_map(|door| outside_both(door, whole, forum));
    sites
        .chain(sessions)
        .filter(|one| !one.bounds.hold(one.days))
        .chain(doors)
        .collect()
}

/// A door may open on the day before at the airport, or for one site of several: one of the two is enough.
fn outside_both(door: &Checkpoint, whole: &ForumContext, forum: Days) -> Option<Outside> {
    let site = site_of(whole, door.site_id);
    let zone = site.map_or_else(|| whole.forum.zone(), Site::zone);
    let (from, to) = match (door.opens_at, door.closes_at) {
        (Some(from), Some(to)) => (from, to),
        (Some(only), None) | (None, Some(only)) => (only, only),
        (None, None) => return None,
    };
    let days = Days::between(from, to, zone);
    let is_inside = forum.hold(days) || site.is_some_and(|site| Days::of_site(site).hold(days));
    (!is_inside).then_some(Outside {
        what: Owner::Checkpoint(door.id),
        days,
        bounds: forum,
        site_id: None,
    })
}

fn site_of(whole: &ForumContext, id: Option<i64>) -> Option<&Site> {
    whole.sites.iter().find(|site| Some(site.id) == id)
}

impl Days {
    fn of_forum(whole: &ForumContext) -> Days {
        Days {
            first: whole.forum.starts_on,
            last: whole.forum.ends_on,
        }
    }

    fn of_site(site: &Site) -> Days {
        Days {
            first: site.starts_on,
            last: site.ends_on,
        }
    }

    /// What ends at midnight ends on the day before.
    fn between(from: Moment, to: Moment, zone: Tz) -> Days {
        let last = (to - TimeDelta::seconds(1)).max(from);
        Days {
            first: clock::in_zone(zone, from).date(),
            last: clock::in_zone(zone, last).date(),
        }
    }

    fn hold(self, days: Days) -> bool {
        self.first <= days.first && days.last <= self.last
    }
}
