use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::mail::Badge;
use crate::threads;
use crate::values::Code;

/// Badges of nobody yet, drawn beforehand: whoever is given a place is given one of them, and nothing is drawn while
/// others wait for the forum's lock.
#[derive(Default)]
pub(super) struct Badges {
    rest: Mutex<Vec<Badge>>,
    is_filling: AtomicBool,
}

/// As many as one transaction gives places, and one more.
const ENOUGH: usize = super::SERVED_AT_ONCE + 1;
/// Nobody waits for more than these: the one of whom something is said, and the next of the line.
const AT_ONCE: usize = 2;

impl Badges {
    /// Draws what is missing of those that are needed at once, and goes on behind until there are enough.
    pub(super) async fn draw(self: &Arc<Badges>) {
        let missing = AT_ONCE.saturating_sub(self.rest().len());
        if missing > 0 {
            let drawing = move || (0..missing).map(|_| drawn()).collect::<Vec<Badge>>();
            // Where none can be drawn now, they are drawn when they are needed.
            let drawn = threads::behind(drawing).await.unwrap_or_default();
            self.rest().extend(drawn);
        }
        if self.rest().len() < ENOUGH && !self.is_filling.swap(true, Ordering::AcqRel) {
            let badges = self.clone();
            threads::behind(move || badges.fill());
        }
    }

    fn fill(&self) {
        while self.rest().len() < ENOUGH {
            self.put_back(drawn());
        }
        self.is_filling.store(false, Ordering::Release);
    }

    pub(super) fn take(&self) -> Badge {
        let badge = self.rest().pop();
        badge.unwrap_or_else(|| Badge::of(&Code::random()))
    }

    pub(super) fn put_back(&self, badge: Badge) {
        self.rest().push(badge);
    }

    fn rest(&self) -> MutexGuard<'_, Vec<Badge>> {
        self.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn drawn() -> Badge {
    let badge = Badge::of(&Code::random());
    badge.png();
    badge
}
