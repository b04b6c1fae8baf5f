//! One lane for each destination, so that a mail server that falls silent is in nobody's way.
//!
//! We hand mail to one server, but it may ask the recipient's own before it answers. A destination nobody has heard
//! of yet gets one message at a time; one that answers gets as many as there are couriers; one that is silent gets
//! none until its rest is over, and then one.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::clock::Moment;

/// Whoever has not answered by then hangs.
pub(super) const SLOW: Duration = Duration::from_secs(3);
/// The rest of a silent destination: doubled each time up to a quarter of an hour.
const SHORTEST_REST: Duration = Duration::from_secs(15);
const LONGEST_REST: Duration = Duration::from_secs(900);
/// Destinations we remember to have answered.
const MOST_REMEMBERED: usize = 5000;

#[derive(Default)]
pub(super) struct Lanes {
    lanes: HashMap<String, Lane>,
}

#[derive(Default)]
struct Lane {
    under_way: usize,
    answers: bool,
    silence: Option<Silence>,
}

#[derive(Clone, Copy)]
struct Silence {
    since: Moment,
    times: u32,
    until: Instant,
}

/// Whether a message may set out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Now,
    /// Once the one before it has its answer.
    Soon,
    /// Its destination has been silent since then, and rests for so long.
    Rests {
        since: Moment,
        left: Duration,
    },
}

/// What stands behind the @, in small letters.
pub(super) fn destination(recipient: &str) -> String {
    let (_, domain) = recipient.rsplit_once('@').unwrap_or(("", recipient));
    domain.to_lowercase()
}

impl Lanes {
    pub(super) fn turn(&self, destination: &str, now: Instant) -> Turn {
        let Some(lane) = self.lanes.get(destination) else {
            return Turn::Now;
        };
        match lane.silence {
            Some(silence) if lane.under_way > 0 || silence.until > now => Turn::Rests {
                since: silence.since,
                left: match lane.under_way {
                    0 => silence.until.saturating_duration_since(now),
                    // What waits is called when the answer comes.
                    _ => SHORTEST_REST,
                },
            },
            None if lane.under_way > 0 && !lane.answers => Turn::Soon,
            _ => Turn::Now,
        }
    }

    pub(super) fn sets_out(&mut self, destination: &str) {
        if self.lanes.len() >= MOST_REMEMBERED {
            self.lanes
                .retain(|_, lane| lane.under_way > 0 || lane.silence.is_some());
        }
        self.lanes
            .entry(destination.to_owned())
            .or_default()
            .under_way += 1;
    }

    /// A message under way there has no answer yet; since when there has been none.
    pub(super) fn hangs(&mut self, destination: &str, at: Moment, now: Instant) -> Moment {
        let lane = self.lanes.entry(destination.to_owned()).or_default();
        let silence = lane.silence.get_or_insert(Silence {
            since: at,
            times: 0,
            until: now,
        });
        silence.since
    }

    /// There was no answer in time; `true` the first time.
    pub(super) fn is_silent(&mut self, destination: &str, at: Moment, now: Instant) -> bool {
        let lane = self.lanes.entry(destination.to_owned()).or_default();
        lane.under_way = lane.under_way.saturating_sub(1);
        lane.answers = false;
        let silence = lane.silence.get_or_insert(Silence {
            since: at,
            times: 0,
            until: now,
        });
        // Those that set out together come back together: only the first lengthens the rest.
        if silence.until > now {
            return false;
        }
        silence.until = now + (SHORTEST_REST * (1 << silence.times.min(6))).min(LONGEST_REST);
        silence.times += 1;
        silence.times == 1
    }

    /// There was an answer, whatever it said; `true` where there had been none before.
    pub(super) fn answers(&mut self, destination: &str) -> bool {
        let Some(lane) = self.lanes.get_mut(destination) else {
            return false;
        };
        lane.under_way = lane.under_way.saturating_sub(1);
        lane.answers = true;
        lane.silence.take().is_some()
    }

    /// It came back without having been asked.
    pub(super) fn came_back(&mut self, destination: &str) {
        if let Some(lane) = self.lanes.get_mut(destination) {
            lane.under_way = lane.under_way.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rests(turn: Turn) -> Option<u64> {
        match turn {
            Turn::Rests { left, .. } => Some(left.as_secs()),
            _ => None,
        }
    }

    #[test]
    fn the_first_to_a_destination_goes_alone_and_the_others_once_it_has_answered() {
        let (mut lanes, now) = (Lanes::default(), Instant::now());
        assert_eq!(lanes.turn("a.example", now), Turn::Now);
        lanes.sets_out("a.example");
        assert_eq!(lanes.turn("a.example", now), Turn::Soon);
        assert_eq!(lanes.turn("b.example", now), Turn::Now);
        assert!(!lanes.answers("a.example"));
        lanes.sets_out("a.example");
        assert_eq!(lanes.turn("a.example", now), Turn::Now);
    }

    #[test]
    fn a_silent_destination_rests_longer_each_time_and_is_tried_by_one() {
        let (mut lanes, mut now) = (Lanes::default(), Instant::now());
        let at = crate::clock::now();
        let mut lengths = Vec::new();
        for _ in 0..8 {
            lanes.sets_out("a.example");
            lanes.hangs("a.example", at, now);
            assert!(rests(lanes.turn("a.example", now)).is_some());
            lanes.is_silent("a.example", crate::clock::now(), now);
            let Turn::Rests { since, left } = lanes.turn("a.example", now) else {
                panic!("it is tried again at once");
            };
            assert_eq!(since, at);
            lengths.push(left.as_secs());
            now += left;
            assert_eq!(lanes.turn("a.example", now), Turn::Now);
        }
        assert_eq!(lengths, [15, 30, 60, 120, 240, 480, 900, 900]);
        lanes.sets_out("a.example");
        assert!(lanes.answers("a.example"));
        assert_eq!(lanes.turn("a.example", now), Turn::Now);
    }

    #[test]
    fn a_destination_is_what_stands_behind_the_at() {
        assert_eq!(destination("Anna@People.Example"), "people.example");
    }
}
