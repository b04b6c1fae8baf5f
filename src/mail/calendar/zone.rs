//! A zone's clocks over a span of time, as iCalendar describes them.

use chrono::{Offset, TimeDelta, TimeZone};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::SECONDS;
use super::lines::Lines;
use crate::clock::Moment;

/// A zone that has changed its clocks within this did so for the part of the year that the span lies in.
const YEAR: TimeDelta = TimeDelta::days(400);
const DAY: TimeDelta = TimeDelta::days(1);

/// Describes the clocks from the last change before the span to the end of it.
pub(super) fn describe(lines: &mut Lines, zone: Tz, first: Moment, last: Moment) {
    lines.add("BEGIN", "VTIMEZONE");
    lines.add("TZID", zone.name());
    let before = changes(zone, first - YEAR, first).pop();
    if before.is_none() {
        observance(lines, zone, Moment::default(), first);
    }
    for change in before.into_iter().chain(changes(zone, first, last + DAY)) {
        observance(lines, zone, change, change);
    }
    lines.add("END", "VTIMEZONE");
}

/// From one moment on, the clocks are as they are at another.
fn observance(lines: &mut Lines, zone: Tz, from: Moment, like: Moment) {
    let after = zone.offset_from_utc_datetime(&like);
    let offset = seconds(zone, like);
    let before = match from == like {
        true => seconds(zone, from - TimeDelta::seconds(1)),
        false => offset,
    };
    let kind = match after.dst_offset().is_zero() {
        true => "STANDARD",
        false => "DAYLIGHT",
    };
    lines.add("BEGIN", kind);
    // On the clocks as they were until then.
    let local = from + TimeDelta::seconds(before.into());
    lines.add("DTSTART", &local.format(SECONDS).to_string());
    lines.add("TZOFFSETFROM", &written(before));
    lines.add("TZOFFSETTO", &written(offset));
    if let Some(name) = after.abbreviation() {
        lines.add("TZNAME", name);
    }
    lines.add("END", kind);
}

/// The moments at which the clocks of a zone change.
fn changes(zone: Tz, from: Moment, to: Moment) -> Vec<Moment> {
    let mut changes = Vec::new();
    let mut day = from;
    while day < to {
        let next = (day + DAY).min(to);
        if seconds(zone, day) != seconds(zone, next) {
            changes.push(change_between(zone, day, next));
        }
        day = next;
    }
    changes
}

/// The first second with the clocks of the later moment.
fn change_between(zone: Tz, mut before: Moment, mut after: Moment) -> Moment {
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        match seconds(zone, middle) == seconds(zone, after) {
            true => after = middle,
            false => before = middle,
        }
    }
    after
}

fn seconds(zone: Tz, moment: Moment) -> i32 {
    zone.offset_from_utc_datetime(&moment)
        .fix()
        .local_minus_utc()
}

/// `+0400`
fn written(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
