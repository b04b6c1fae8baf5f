//! How a rehearsal went: how fast each phone was, and what failed.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{device, rehearsal_scan};
use crate::db::{Connection, Result};
use crate::models::doors::verdict::Verdict;

const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Of all phones together, and of each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report {
    pub all: DeviceReport,
    pub devices: Vec<DeviceReport>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct DeviceReport {
    pub name: String,
    pub scans: usize,
    /// Scans in the fastest minute.
    pub best_minute: usize,
    /// Seconds between two scans.
    pub median_gap: Option<f64>,
    /// Scans the phone answered by itself.
    pub by_itself: usize,
    /// What it said then was not what it should have said.
    pub mistaken: usize,
    /// Codes that nobody has.
    pub unknown: usize,
}

#[derive(Debug, Clone, Queryable)]
struct Row {
    device_id: i64,
    device: String,
    at: Moment,
    verdict: Verdict,
    told: Option<Verdict>,
}

pub(crate) fn report(c: &mut Connection, rehearsal_id: i64) -> Result<Report> {
    let rows: Vec<Row> = rehearsal_scan::table
        .inner_join(device::table)
        .filter(rehearsal_scan::rehearsal_id.eq(rehearsal_id))
        .order(rehearsal_scan::scanned_at)
        .select((
            device::id,
            device::name,
            rehearsal_scan::scanned_at,
            rehearsal_scan::verdict,
            rehearsal_scan::told,
        ))
        .load(c)?;
    let mut ids: Vec<i64> = rows.iter().map(|row| row.device_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let of_device =
        |id: &i64| -> Vec<&Row> { rows.iter().filter(|row| row.device_id == *id).collect() };
    Ok(Report {
        devices: ids.iter().map(|id| summed(&of_device(id))).collect(),
        all: summed(&rows.iter().collect::<Vec<_>>()),
    })
}

/// In the order in which they were taken.
fn summed(rows: &[&Row]) -> DeviceReport {
    let times: Vec<Moment> = rows.iter().map(|row| row.at).collect();
    let count = |is: fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    DeviceReport {
        name: rows
            .first()
            .map(|row| row.device.clone())
            .unwrap_or_default(),
        scans: rows.len(),
        best_minute: best_minute(&times),
        median_gap: median_gap(&times),
        by_itself: count(|row| row.told.is_some()),
        mistaken: count(|row| row.told.is_some_and(|told| told != row.verdict)),
        unknown: count(|row| row.verdict == Verdict::Unknown),
    }
}

fn best_minute(times: &[Moment]) -> usize {
    let mut from = 0;
    let mut best = 0;
    for (place, at) in times.iter().enumerate() {
        while *at - times[from] >= MINUTE {
            from += 1;
        }
        best = best.max(place + 1 - from);
    }
    best
}

fn median_gap(times: &[Moment]) -> Option<f64> {
    let gap = |pair: &[Moment]| (pair[1] - pair[0]).num_milliseconds();
    let mut gaps: Vec<i64> = times.windows(2).map(gap).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2)
        .map(|middle| *middle as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use crate::clock;
    use crate::models::doors::scan::rehearsal::report::*;

    fn at(seconds: &[i64]) -> Vec<Moment> {
        let begin = clock::parse_rfc3339("2025-04-28T05:00:00Z").unwrap();
        let moment = |second: &i64| begin + TimeDelta::seconds(*second);
        seconds.iter().map(moment).collect()
    }

    #[test]
    fn the_best_minute_may_begin_at_any_second() {
        assert_eq!(best_minute(&at(&[])), 0);
        assert_eq!(best_minute(&at(&[0, 50, 55, 70, 109, 110])), 4);
        assert_eq!(best_minute(&at(&[0, 60, 120])), 1);
    }

    #[test]
    fn one_long_pause_does_not_make_a_phone_slow() {
        assert_eq!(median_gap(&at(&[0, 2, 4, 6, 600])), Some(2.0));
        assert_eq!(median_gap(&at(&[0])), None);
    }
}
