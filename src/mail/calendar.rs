//! The calendar file: when and where a delegate is expected.

use chrono::TimeDelta;
use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::occasion::{ForumFacts, SiteFacts};
use crate::clock;

/// The forum's days as iCalendar: one event for each day of the programme, or whole days while there is none.
/// Read a second time it changes the events of the first. Calendars get shared, so nothing secret is in it.
pub fn calendar(forum: &ForumFacts, public_id: &str, host: &str) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Hazir//Hazir//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"));
    for site in &forum.sites {
        let uid = |day: usize| format!("{public_id}-{}-{day}@{host}", site.slug);
        if site.hours.is_empty() {
            calendar.push(whole_days(forum, site, &uid(0)));
        }
        for (day, (starts, ends)) in site.hours.iter().enumerate() {
            let mut event = event(forum, site, &uid(day));
            event.starts(starts.and_utc()).ends(ends.and_utc());
            calendar.push(event);
        }
    }
    calendar.to_string()
}

fn whole_days(forum: &ForumFacts, site: &SiteFacts, uid: &str) -> Event {
    let mut event = event(forum, site, uid);
    // The end is the first day that no longer belongs to it.
    event
        .starts(site.first_day)
        .ends(site.last_day + TimeDelta::days(1));
    event
}

fn event(forum: &ForumFacts, site: &SiteFacts, uid: &str) -> Event {
    let now = clock::now();
    let mut event = Event::new();
    event
        .uid(uid)
        .timestamp(now.and_utc())
        // Grows with time, so that a newer file wins.
        .sequence(u32::try_from(now.and_utc().timestamp() / 60).unwrap_or(u32::MAX))
        .summary(&forum.title)
        .location(&site.place)
        .url(&forum.page);
    event
}
