//! The morning played: every lane serves its visits, and asks the server when a volunteer would.

use std::thread;
use std::time::{Duration, Instant};

use super::arrivals::Visit;
use super::door::Door;
use super::lane::{Lane, Notes};
use super::queue::{self, Answers, Served};
use crate::commands::simulate::EXPECTED;
use crate::models::people::badge::Holder;

/// What came of it.
pub(super) struct Played {
    pub notes: Notes,
    /// Inside at the end, as the server counts.
    pub inside: usize,
}

/// Sends what every lane sends, as fast as life or so many times faster.
pub(super) fn play(
    server: &str,
    door: &Door,
    visits: &[Visit],
    people: &[Holder],
    lanes: usize,
    speed: f64,
) -> Result<Played, String> {
    let mut phones: Vec<Lane> = door
        .tokens
        .iter()
        .map(|token| Lane::new(server, token))
        .collect();
    for phone in &mut phones {
        phone.empty()?;
    }
    let served = queue::serve(visits, lanes, EXPECTED);
    let opens = Opening::now(visits, speed);
    let played: Vec<Result<Lane, String>> = thread::scope(|scope| {
        let start = |(number, phone)| {
            let own = own_visits(number, visits, &served);
            scope.spawn(move || serve_all(phone, &own, people, opens))
        };
        let threads: Vec<_> = phones.into_iter().enumerate().map(start).collect();
        let ended = threads.into_iter().map(|thread| thread.join());
        ended
            .map(|lane| lane.unwrap_or_else(|_| Err("A lane broke down.".into())))
            .collect()
    });
    let mut lanes = played.into_iter().collect::<Result<Vec<Lane>, String>>()?;
    let inside = lanes.first_mut().map_or(Ok(0), Lane::count)?;
    Ok(Played {
        notes: together(lanes),
        inside,
    })
}

/// Tells when a moment of the morning is, in real time.
#[derive(Clone, Copy)]
struct Opening {
    began: Instant,
    first: f64,
    speed: f64,
}

impl Opening {
    fn now(visits: &[Visit], speed: f64) -> Opening {
        Opening {
            began: Instant::now(),
            first: visits.first().map_or(0.0, |visit| visit.at),
            speed,
        }
    }

    fn wait_for(self, moment: f64) {
        let due = Duration::from_secs_f64((moment - self.first).max(0.0) / self.speed);
        thread::sleep(due.saturating_sub(self.began.elapsed()));
    }
}

/// The visits of one lane, each with the moment at which its turn comes.
fn own_visits(lane: usize, visits: &[Visit], served: &[Served]) -> Vec<(Visit, f64)> {
    let all = visits.iter().zip(served);
    all.filter(|(_, served)| served.lane == lane)
        .map(|(visit, served)| (*visit, served.begins))
        .collect()
}

fn serve_all(
    mut phone: Lane,
    visits: &[(Visit, f64)],
    people: &[Holder],
    opens: Opening,
) -> Result<Lane, String> {
    for (visit, begins) in visits {
        opens.wait_for(*begins);
        let comers = &people[visit.first..visit.first + visit.people];
        serve(&mut phone, visit, comers)?;
    }
    Ok(phone)
}

fn serve(phone: &mut Lane, visit: &Visit, comers: &[Holder]) -> Result<(), String> {
    if !visit.by_name {
        return phone.scan_badge(&comers[0]);
    }
    phone.find(&comers[0])?;
    phone.scan_found(comers)
}

fn together(lanes: Vec<Lane>) -> Notes {
    let mut all = Notes::default();
    for lane in lanes {
        let notes = lane.notes;
        all.searches.extend(notes.searches);
        all.scans.extend(notes.scans);
        all.others.extend(notes.others);
        all.errors += notes.errors;
        all.found_early += notes.found_early;
        all.found_late += notes.found_late;
        all.not_found += notes.not_found;
        all.admitted += notes.admitted;
    }
    all.searches.sort_unstable();
    all.scans.sort_unstable();
    all
}

impl Played {
    /// What a volunteer waits for an answer: the slowest of a hundred, rounded up to a tenth of a second, so that
    /// no machine makes the answer look better than it is, and the same machine gives the same one.
    pub(super) fn answers(&self) -> Answers {
        let seconds = |times: &[Duration]| {
            let slow = at(times, 0.99).map_or(0.0, |time| time.as_secs_f64());
            (slow * 10.0).ceil() / 10.0
        };
        Answers {
            search: seconds(&self.notes.searches),
            scan: seconds(&self.notes.scans),
        }
    }
}

/// The time that such a share of the answers did not exceed.
pub(super) fn at(sorted: &[Duration], share: f64) -> Option<Duration> {
    let last = sorted.len().checked_sub(1)?;
    Some(sorted[(last as f64 * share) as usize])
}
