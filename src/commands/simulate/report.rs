//! What a simulation says.

use std::time::Duration;

use super::MOST_LANES;
use super::arrivals::{Curve, Visit};
use super::play::{Played, at};
use super::queue::{Answers, morning};

/// Lanes that are compared.
const COMPARED: std::ops::RangeInclusive<usize> = 2..=12;

pub(super) fn arrivals(forum: &str, curve: &Curve, by_name: u8, visits: &[Visit]) {
    println!(
        "{} people come to {forum}: {} in the {} minutes before the opening, {} of them in {} buses; the busiest minute brings {}.",
        curve.people,
        curve.in_the_peak(),
        curve.minutes,
        curve.by_bus(),
        curve.buses,
        busiest_minute(visits),
    );
    let buses = match curve.one_by_one {
        true => "the people of a bus one by one",
        false => "a bus with one tap, as a delegation",
    };
    println!("{by_name} of a hundred have no badge with them and are found by name; {buses}.");
    println!();
}

fn busiest_minute(visits: &[Visit]) -> usize {
    let first = visits.first().map_or(0.0, |visit| visit.at);
    let mut minutes = Vec::new();
    for visit in visits {
        let minute = ((visit.at - first) / 60.0) as usize;
        if minutes.len() <= minute {
            minutes.resize(minute + 1, 0);
        }
        minutes[minute] += visit.people;
    }
    minutes.into_iter().max().unwrap_or(0)
}

/// What the morning is like with so many lanes and so many more.
pub(super) fn lanes(visits: &[Visit], answers: Answers) {
    println!(
        "{:>5}  {:>18}  {:>12}  {:>13}  {:>14}",
        "lanes", "nine of ten wait", "longest wait", "longest queue", "the last is in"
    );
    for lanes in COMPARED {
        let morning = morning(visits, lanes, answers);
        println!(
            "{lanes:>5}  {:>18}  {:>12}  {:>13}  {:>14}",
            format!("less than {}", clock(morning.usual_wait)),
            clock(morning.longest_wait),
            morning.longest_queue,
            format!("+{}", clock(morning.last_is_in)),
        );
    }
    println!("Minutes and seconds; the last is in so long after the opening.");
    println!();
}

pub(super) fn answer(needed: &Option<usize>, wait_minutes: u16) {
    let minutes = counted(usize::from(wait_minutes), "minute");
    match needed {
        Some(lanes) => println!(
            "{}: nine of ten wait less than {minutes}.",
            counted(*lanes, "lane")
        ),
        None => println!(
            "More than {MOST_LANES} lanes: with fewer, more than one of ten waits {minutes} or longer."
        ),
    }
}

/// The same with the people of a bus one by one.
pub(super) fn one_by_one(needed: Option<usize>) {
    match needed {
        Some(lanes) => println!(
            "Were the people of a bus let in one by one: {}.",
            counted(lanes, "lane")
        ),
        None => {
            println!("Were the people of a bus let in one by one: more than {MOST_LANES} lanes.")
        }
    }
}

/// The server's part in it.
pub(super) fn server(server: &str, lanes: usize, speed: f64, played: &Played) {
    let notes = &played.notes;
    let answers = played.answers();
    println!();
    println!(
        "Played with {} against {server}, {speed} times as fast as life:",
        counted(lanes, "lane")
    );
    println!(
        "{:<8} {:>8} {:>10} {:>10}",
        "", "answers", "p50 ms", "p99 ms"
    );
    row("scan", &notes.scans);
    row("search", &notes.searches);
    println!(
        "Of {} people looked for, three letters brought up {}, the whole name {}, neither {}.",
        notes.found_early + notes.found_late + notes.not_found,
        notes.found_early,
        notes.found_late,
        notes.not_found
    );
    println!(
        "Errors: {}. The table counts {:.1} s for the answer to a scan and {:.1} s to a search, the slowest of a hundred rounded up.",
        notes.errors, answers.scan, answers.search
    );
}

fn row(name: &str, times: &[Duration]) {
    let milliseconds = |share| match at(times, share) {
        Some(time) => format!("{:.1}", time.as_secs_f64() * 1000.0),
        None => "-".to_owned(),
    };
    println!(
        "{name:<8} {:>8} {:>10} {:>10}",
        times.len(),
        milliseconds(0.5),
        milliseconds(0.99)
    );
}

/// Whether each person is in, exactly once; the error is the sentence that says otherwise.
pub(super) fn everybody(played: &Played, people: usize) -> Result<(), String> {
    let Played { notes, inside } = played;
    if *inside == people && notes.admitted == people && notes.others.is_empty() {
        println!("{people} people are in, each exactly once.");
        return Ok(());
    }
    let mut others = notes.others.clone();
    others.sort();
    others.dedup();
    Err(format!(
        "{people} people came, {} were admitted, {inside} are inside; other verdicts: {}.",
        notes.admitted,
        if others.is_empty() {
            "none".into()
        } else {
            others.join(", ")
        }
    ))
}

fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}

/// Minutes and seconds, rounded up: `12:30`.
fn clock(seconds: f64) -> String {
    let seconds = seconds.ceil() as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
