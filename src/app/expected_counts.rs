//! How many came of those whom a door expects: where many are, it is counted once for all phones that ask.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::models::doors::expected::Expected;

/// Fewer people are counted in a millisecond or two.
const MANY: i64 = 2_000;
/// A phone asks half as often.
const FRESH: Duration = Duration::from_secs(5);

/// What was counted last, by checkpoint.
#[derive(Default)]
pub(crate) struct ExpectedCounts(Mutex<HashMap<i64, Counted>>);

struct Counted {
    expected: Expected,
    at: Instant,
}

impl ExpectedCounts {
    /// What another phone was told a moment ago, where counting again is not worth it.
    pub(crate) fn fresh(&self, checkpoint_id: i64) -> Option<Expected> {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = counted.get(&checkpoint_id)?;
        (last.at.elapsed() < FRESH).then_some(last.expected)
    }

    pub(crate) fn note(&self, checkpoint_id: i64, expected: Expected) {
        if expected.people < MANY {
            return;
        }
        let at = Instant::now();
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counted.insert(checkpoint_id, Counted { expected, at });
    }
}
