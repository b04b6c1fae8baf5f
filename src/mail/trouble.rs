//! What does not work at the moment, for the desk to show while it lasts.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::clock::{self, Moment};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub since: Moment,
    /// The server's own words, or the system's.
    pub reason: String,
}

/// Whether something works: set where it is tried, read at the desk. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct MailHealth(Arc<Mutex<Option<Trouble>>>);

impl MailHealth {
    pub(crate) fn trouble(&self) -> Option<Trouble> {
        self.lock().clone()
    }

    /// It does not work; since the first time it did not.
    pub(super) fn fails(&self, reason: &str) {
        let mut trouble = self.lock();
        let since = trouble
            .as_ref()
            .map_or_else(clock::now, |trouble| trouble.since);
        *trouble = Some(Trouble {
            since,
            reason: reason.to_owned(),
        });
    }

    pub(super) fn works(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<Trouble>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
