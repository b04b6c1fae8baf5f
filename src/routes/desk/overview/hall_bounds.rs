//! The bounds of the hall's figure, in words.

use chrono_tz::Tz;

use crate::clock::{self, Moment};
use crate::i18n::{Texts, dates, listed};
use crate::models::doors::bounds::{Bounds, Doubt};

/// Devices that are named; how many more there are is said.
const MOST_NAMED: usize = 5;

/// Between which numbers it lies, in truth.
pub(crate) fn between(bounds: &Bounds, t: Texts) -> String {
    match (bounds.lowest, bounds.highest) {
        (lowest, Some(highest)) => t.desk_bounds_between(lowest, highest),
        (0, None) => t.desk_bounds_unknown().to_string(),
        (lowest, None) => t.desk_bounds_at_least(lowest),
    }
}

/// What the figure lacks: which devices hold scans back or are silent, since when, and what waits at the desk.
pub(crate) fn why(bounds: &Bounds, zone: Tz, t: Texts) -> String {
    let named = bounds.doubts.iter().take(MOST_NAMED);
    let mut all: Vec<String> = named.map(|doubt| sentence(doubt, zone, t)).collect();
    let more = bounds.doubts.len() - all.len();
    if more > 0 {
        all.push(t.desk_bounds_more(more));
    }
    t.desk_bounds_why(listed(t.language(), &all))
}

fn sentence(doubt: &Doubt, zone: Tz, t: Texts) -> String {
    let time = |moment: Moment| dates::time(t.language(), clock::in_zone(zone, moment).time());
    match doubt {
        Doubt::HeldBack {
            device,
            queue,
            told_at,
        } => t.desk_bounds_held_back(queue, device, time(*told_at)),
        Doubt::Silent {
            device,
            queue: 0,
            since,
        } => t.desk_bounds_silent(device, time(*since)),
        Doubt::Silent {
            device,
            queue,
            since,
        } => t.desk_bounds_silent_queue(queue, device, time(*since)),
        Doubt::Kept(requests) => t.desk_bounds_kept(requests),
    }
}
