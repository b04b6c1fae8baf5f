//! One line of people before several lanes: who comes first is served first, by the lane that is free first.

use super::MOST_LANES;
use super::arrivals::Visit;

/// Seconds that the server takes to answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Answers {
    pub search: f64,
    pub scan: f64,
}

/// When a visit was served, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Served {
    pub lane: usize,
    pub begins: f64,
    pub ends: f64,
}

/// What a morning was like, times in seconds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Morning {
    pub longest_wait: f64,
    /// Nine of ten waited no longer.
    pub usual_wait: f64,
    pub longest_queue: usize,
    /// After the opening.
    pub last_is_in: f64,
}

pub(super) fn serve(visits: &[Visit], lanes: usize, answers: Answers) -> Vec<Served> {
    let mut free_at = vec![f64::NEG_INFINITY; lanes];
    let serve_one = |visit: &Visit| {
        let lane = (0..lanes)
            .min_by(|one, other| free_at[*one].total_cmp(&free_at[*other]))
            .unwrap_or(0);
        let begins = visit.at.max(free_at[lane]);
        let ends = begins + duration(visit, answers);
        free_at[lane] = ends;
        Served { lane, begins, ends }
    };
    visits.iter().map(serve_one).collect()
}

fn duration(visit: &Visit, answers: Answers) -> f64 {
    let ticks = visit.each * visit.people as f64;
    let search = if visit.by_name { answers.search } else { 0.0 };
    visit.lookup + ticks + search + answers.scan
}

pub(super) fn morning(visits: &[Visit], lanes: usize, answers: Answers) -> Morning {
    let served = serve(visits, lanes, answers);
    let waits = waits(visits, &served);
    let mut sorted: Vec<f64> = waits.iter().map(|(_, wait)| *wait).collect();
    sorted.sort_by(f64::total_cmp);
    let nine_of_ten = (sorted.len() * 9).div_ceil(10).max(1) - 1;
    Morning {
        longest_wait: sorted.last().copied().unwrap_or(0.0),
        usual_wait: sorted.get(nine_of_ten).copied().unwrap_or(0.0),
        longest_queue: longest_queue(&waits),
        last_is_in: served.iter().map(|served| served.ends).fold(0.0, f64::max),
    }
}

/// The fewest lanes with which nine of ten wait less than so many seconds.
pub(super) fn needed(visits: &[Visit], answers: Answers, target: f64) -> Option<usize> {
    (1..=MOST_LANES).find(|lanes| morning(visits, *lanes, answers).usual_wait < target)
}

/// When each person came and how long they waited. The last of a bus waits until all before are ticked.
fn waits(visits: &[Visit], served: &[Served]) -> Vec<(f64, f64)> {
    let of_visit = |(visit, served): (&Visit, &Served)| {
        let (at, until_begun) = (visit.at, served.begins - visit.at);
        let (lookup, each) = (visit.lookup, visit.each);
        (0..visit.people).map(move |before| match before {
            0 => (at, until_begun),
            _ => (at, until_begun + lookup + each * before as f64),
        })
    };
    visits.iter().zip(served).flat_map(of_visit).collect()
}

fn longest_queue(waits: &[(f64, f64)]) -> usize {
    let waiting = waits.iter().filter(|(_, wait)| *wait > 0.0);
    let mut changes: Vec<(f64, i64)> = waiting
        .flat_map(|(at, wait)| [(*at, 1), (at + wait, -1)])
        .collect();
    changes.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut waiting = 0;
    let lengths = changes.iter().map(|(_, change)| {
        waiting += change;
        waiting
    });
    lengths.max().unwrap_or(0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT_ONCE: Answers = Answers {
        search: 0.0,
        scan: 0.0,
    };

    fn person(at: f64, lookup: f64) -> Visit {
        Visit {
            at,
            people: 1,
            first: 0,
            by_name: false,
            lookup,
            each: 0.0,
        }
    }

    #[test]
    fn who_finds_a_free_lane_does_not_wait() {
        let visits = [person(0.0, 5.0), person(1.0, 5.0)];
        let quiet = morning(&visits, 2, AT_ONCE);
        assert_eq!((quiet.longest_wait, quiet.longest_queue), (0.0, 0));
        assert_eq!(quiet.last_is_in, 6.0);
    }

    #[test]
    fn at_one_lane_people_wait_for_each_other() {
        let visits = [person(0.0, 5.0), person(1.0, 5.0), person(2.0, 5.0)];
        let busy = morning(&visits, 1, AT_ONCE);
        assert_eq!((busy.longest_wait, busy.longest_queue), (8.0, 2));
        assert_eq!(busy.last_is_in, 15.0);
    }

    #[test]
    fn the_servers_answer_is_part_of_each_persons_time() {
        let visits = [person(0.0, 1.0), person(0.0, 1.0)];
        let slow = Answers {
            search: 9.0,
            scan: 0.5,
        };
        assert_eq!(morning(&visits, 1, slow).longest_wait, 1.5);
    }

    #[test]
    fn the_people_of_a_bus_wait_for_those_ticked_before_them() {
        let bus = Visit {
            people: 3,
            by_name: true,
            each: 2.0,
            ..person(0.0, 10.0)
        };
        let waited = morning(&[bus], 1, AT_ONCE);
        assert_eq!((waited.longest_wait, waited.longest_queue), (14.0, 2));
        assert_eq!(waited.last_is_in, 16.0);
    }

    #[test]
    fn more_lanes_never_make_anybody_wait_longer_and_enough_are_found() {
        let visits: Vec<Visit> = (0..600).map(|n| person(f64::from(n), 4.0)).collect();
        let waits: Vec<f64> = (1..=12)
            .map(|lanes| morning(&visits, lanes, AT_ONCE).usual_wait)
            .collect();
        assert!(waits.windows(2).all(|two| two[1] <= two[0]), "{waits:?}");
        assert_eq!(needed(&visits, AT_ONCE, 1.0), Some(4));
    }
}
