//! How long to wait: for a message the server put off, and for a server that does not answer.

use std::time::{Duration, Instant};

use chrono::TimeDelta;

use crate::clock::Moment;

const LONGEST_WAIT: i64 = 3600;
/// Two days of trying. Counted and not timed, as a clock that jumps must not give up a letter.
const MOST_ATTEMPTS: i32 = 55;
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// When a message the server put off is tried again: after 2, 6, 18 seconds and so on, at most an hour. `None` once
/// it has been tried for two days.
pub(super) fn next_try(attempts: i32, now: Moment) -> Option<Moment> {
    let tries_before = u32::try_from(attempts - 1).unwrap_or(0).min(10);
    let seconds = (2 * 3_i64.pow(tries_before)).min(LONGEST_WAIT);
    (attempts < MOST_ATTEMPTS).then(|| now + TimeDelta::seconds(seconds))
}

/// The queue's pause while nobody answers: it doubles from a second to a quarter of a minute.
#[derive(Default)]
pub(super) struct Pause {
    failures: u32,
    until: Option<Instant>,
}

impl Pause {
    pub(super) fn reached(&mut self) {
        *self = Pause::default();
    }

    /// The couriers that set out together come back together: only the first of them lengthens the pause.
    pub(super) fn not_reached(&mut self, now: Instant) {
        if self.left(now).is_none() {
            let length = Duration::from_secs(1 << self.failures.min(6)).min(LONGEST_PAUSE);
            self.failures += 1;
            self.until = Some(now + length);
        }
    }

    /// How long it still lasts.
    pub(super) fn left(&self, now: Instant) -> Option<Duration> {
        self.until
            .map(|until| until.saturating_duration_since(now))
            .filter(|left| !left.is_zero())
    }

    /// Whether the last one came back without having met anybody, so that one is enough to see.
    pub(super) fn is_probing(&self) -> bool {
        self.failures > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_threefold_to_an_hour_and_end_after_two_days() {
        let now = crate::clock::now();
        let waits: Vec<i64> = [1, 2, 3, 4, 7, 8, 9, 54]
            .map(|attempts| (next_try(attempts, now).unwrap() - now).num_seconds())
            .to_vec();
        assert_eq!(waits, [2, 6, 18, 54, 1458, 3600, 3600, 3600]);
        assert_eq!(next_try(55, now), None);
        let tried: TimeDelta = (1..55)
            .map(|attempts| next_try(attempts, now).unwrap() - now)
            .sum();
        assert!((47..=49).contains(&tried.num_hours()), "{tried}");
    }

    #[test]
    fn pauses_double_up_to_a_limit_and_end_with_an_answer() {
        let mut now = Instant::now();
        let mut pause = Pause::default();
        let mut lengths = Vec::new();
        for _ in 0..8 {
            pause.not_reached(now);
            pause.not_reached(now);
            let left = pause.left(now).unwrap();
            lengths.push(left.as_secs());
            now += left;
            assert!(pause.left(now).is_none() && pause.is_probing());
        }
        assert_eq!(lengths, [1, 2, 4, 8, 15, 15, 15, 15]);
        pause.reached();
        assert!(!pause.is_probing());
    }
}
