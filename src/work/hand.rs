//! A worker's hand: what it has taken up, nobody else takes up while it lives.
//!
//! Who holds something counts on in the database; who sees another's count stand still, by a clock of its own that
//! cannot be set, takes for dead whoever counts there, and puts down what they held. So no lease ends by the time of
//! day, which two programs may see differently, and which may jump.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::db::{self, Database};
use crate::models::mail::worker::{self, Worker};

/// How often it counts on, and looks after others.
pub(super) const TENDED_EVERY: Duration = Duration::from_secs(5);
/// A count that stands still for so long is nobody's.
const DEAD_AFTER: Duration = Duration::from_secs(30);

pub(crate) struct Hand {
    id: String,
    /// Something was taken up since it was last put down.
    is_full: bool,
    others: HashMap<String, Seen>,
    tend_at: Option<Instant>,
}

/// What another one's count was, and since when.
struct Seen {
    beat: i64,
    since: Instant,
}

impl Default for Hand {
    fn default() -> Hand {
        Hand {
            id: Uuid::now_v7().to_string(),
            is_full: false,
            others: HashMap::new(),
            tend_at: None,
        }
    }
}

impl Hand {
    /// Under which the worker takes something up, now.
    pub(crate) fn take_up(&mut self) -> String {
        self.is_full = true;
        self.id.clone()
    }

    /// Lets go of whatever is still in it: an error on the way must not keep it there.
    pub(crate) fn put_down(&mut self, db: &Database) -> db::Result<()> {
        if self.is_full {
            let id = self.id.clone();
            db.write_now(move |c| worker::put_down(c, &id))?;
            self.is_full = false;
        }
        Ok(())
    }

    /// When it is to be tended again; at once if it never was.
    pub(crate) fn tend_at(&self, now: Instant) -> Instant {
        self.tend_at.unwrap_or(now)
    }

    /// Counts on while something is held, and puts down what the dead held: `true` when somebody was dead. Nothing may
    /// be taken up at the same time.
    pub(crate) fn tend(&mut self, db: &Database, holds: bool, now: Instant) -> db::Result<bool> {
        if self.tend_at.is_some_and(|at| now < at) {
            return Ok(false);
        }
        self.tend_at = Some(now + TENDED_EVERY);
        if holds {
            let id = self.take_up();
            db.write_now(move |c| worker::count_on(c, &id))?;
        } else {
            self.put_down(db)?;
        }
        let id = self.id.clone();
        let others = db.read_now(move |c| worker::others(c, &id))?;
        let dead = self.dead(others, now);
        let was_dead = !dead.is_empty();
        for one in dead {
            tracing::warn!(worker = one.id, "what a worker held that ended is taken up");
            db.write_now(move |c| worker::bury(c, &one))?;
        }
        Ok(was_dead)
    }

    /// Whose count has stood still for too long.
    fn dead(&mut self, others: Vec<Worker>, now: Instant) -> Vec<Worker> {
        self.others
            .retain(|id, _| others.iter().any(|one| one.id == *id));
        let mut dead = Vec::new();
        for one in others {
            let fresh = Seen {
                beat: one.beat,
                since: now,
            };
            let seen = self.others.entry(one.id.clone()).or_insert(fresh);
            if seen.beat != one.beat {
                (seen.beat, seen.since) = (one.beat, now);
            } else if now - seen.since >= DEAD_AFTER {
                dead.push(one);
            }
        }
        dead
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(beat: i64) -> Vec<Worker> {
        vec![Worker {
            id: "other".to_owned(),
            beat,
        }]
    }

    #[test]
    fn dead_is_whose_count_stands_still_for_half_a_minute_of_our_own() {
        let mut hand = Hand::default();
        let began = Instant::now();
        let after = |seconds| began + Duration::from_secs(seconds);
        assert!(hand.dead(one(7), began).is_empty());
        assert!(hand.dead(one(7), after(29)).is_empty());
        // It counts on: it lives.
        assert!(hand.dead(one(8), after(30)).is_empty());
        assert!(hand.dead(one(8), after(59)).is_empty());
        assert_eq!(hand.dead(one(8), after(60)).len(), 1);
    }

    #[test]
    fn who_comes_back_after_a_while_is_watched_anew() {
        let mut hand = Hand::default();
        let began = Instant::now();
        assert!(hand.dead(one(7), began).is_empty());
        assert!(hand.dead(Vec::new(), began + DEAD_AFTER).is_empty());
        assert!(hand.dead(one(7), began + DEAD_AFTER * 2).is_empty());
    }
}
