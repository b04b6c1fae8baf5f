//! The calendar file: when and where a delegate is expected.

mod lines;
mod online;
mod zone;

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use self::lines::Lines;
use super::occasion::{ForumFacts, SiteFacts};
use crate::clock::{self, Moment};

pub(crate) use self::online::{google_calendar, outlook};

/// The forum's days as iCalendar: one event for each day of the programme, or whole days while there is none, on the
/// clocks of each site. Read again after the programme has moved it changes the events of before: they keep their
/// ids, and their sequence has grown. Calendars get shared, so nothing secret is in it.
///
/// It is published, not a request: a request would offer its reader to accept or decline, and nobody would hear the
/// answer; who cannot come withdraws on the own page.
pub(crate) fn calendar(forum: &ForumFacts, public_id: &str, host: &str) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Hazir//Hazir//EN");
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    for (zone, first, last) in zones(forum) {
        zone::describe(&mut lines, zone, first, last);
    }
    for site in &forum.sites {
        let uid = |day: usize| format!("{public_id}-{}-{day}@{host}", site.id);
        for (day, time) in times(site).into_iter().enumerate() {
            event(&mut lines, forum, site, &uid(day), &time);
        }
    }
    lines.add("END", "VCALENDAR");
    lines.into_text()
}

/// When an event is.
enum Time {
    Hours(Moment, Moment),
    Days(NaiveDate, NaiveDate),
    /// A day that calendars from before may hold, and that the site no longer has.
    Gone,
}

/// The events of a site; a day's number is what its id is made of.
fn times(site: &SiteFacts) -> Vec<Time> {
    let mut times: Vec<Time> = site
        .hours
        .iter()
        .map(|(starts, ends)| Time::Hours(*starts, *ends))
        .collect();
    if times.is_empty() {
        times.push(Time::Days(site.first_day, site.last_day));
    }
    while times.len() < site.days_told {
        times.push(Time::Gone);
    }
    times
}

fn event(lines: &mut Lines, forum: &ForumFacts, site: &SiteFacts, uid: &str, time: &Time) {
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", uid);
    lines.add("DTSTAMP", &format!("{}Z", clock::now().format(SECONDS)));
    // Grows whenever the site moves, so that the newer file wins.
    let moved = site.moved_at.map_or(0, |at| at.and_utc().timestamp());
    lines.add("SEQUENCE", &moved.to_string());
    match time {
        Time::Hours(starts, ends) => {
            for (name, moment) in [("DTSTART", starts), ("DTEND", ends)] {
                let local = clock::in_zone(site.zone, *moment);
                let name = format!("{name};TZID={}", site.zone.name());
                lines.add(&name, &local.format(SECONDS).to_string());
            }
        }
        Time::Days(first, last) => whole_days(lines, *first, *last),
        Time::Gone => whole_days(lines, site.first_day, site.first_day),
    }
    lines.add(
        "STATUS",
        if matches!(time, Time::Gone) {
            "CANCELLED"
        } else {
            "CONFIRMED"
        },
    );
    lines.add_text("SUMMARY", &forum.title);
    lines.add_text("LOCATION", &site.place);
    lines.add("URL", &forum.page);
    if let Some(contact) = &forum.contact {
        lines.add_person("ORGANIZER", &forum.title, contact);
    }
    lines.add("END", "VEVENT");
}

/// The end is the first day that no longer belongs to it.
fn whole_days(lines: &mut Lines, first: NaiveDate, last: NaiveDate) {
    for (name, day) in [("DTSTART", first), ("DTEND", last + TimeDelta::days(1))] {
        let name = format!("{name};VALUE=DATE");
        lines.add(&name, &day.format("%Y%m%d").to_string());
    }
}

/// Each zone that hours are told in, with the span they take.
fn zones(forum: &ForumFacts) -> Vec<(Tz, Moment, Moment)> {
    let mut zones: Vec<(Tz, Moment, Moment)> = Vec::new();
    for site in &forum.sites {
        for (starts, ends) in &site.hours {
            match zones.iter_mut().find(|(zone, _, _)| *zone == site.zone) {
                Some((_, first, last)) => {
                    *first = (*first).min(*starts);
                    *last = (*last).max(*ends);
                }
                None => zones.push((site.zone, *starts, *ends)),
            }
        }
    }
    zones
}

const SECONDS: &str = "%Y%m%dT%H%M%S";
