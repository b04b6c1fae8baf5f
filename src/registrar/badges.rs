use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::mail::Badge;
use crate::threads;
use crate::values::Code;

/// Badges of nobody yet, drawn beforehand: whoever is given a place is given one of them, and nothing is drawn while
/// others wait for the forum's lock.
#[derive(Default)]
pub struct Badges(Mutex<Vec<Badge>>);

/// As many as one transaction gives places, and one more.
const ENOUGH: usize = super::SERVED_AT_ONCE + 1;

impl Badges {
    /// Draws what is missing of enough.
    pub async fn draw(&self) {
        let missing = ENOUGH.saturating_sub(self.rest().len());
        if missing == 0 {
            return;
        }
        let drawing = move || (0..missing).map(|_| drawn()).collect::<Vec<Badge>>();
        // Where none can be drawn now, they are drawn when they are needed.
        let drawn = threads::behind(drawing).await.unwrap_or_default();
        self.rest().extend(drawn);
    }

    pub fn take(&self) -> Badge {
        let badge = self.rest().pop();
        badge.unwrap_or_else(drawn)
    }

    pub fn put_back(&self, badge: Badge) {
        self.rest().push(badge);
    }

    fn rest(&self) -> MutexGuard<'_, Vec<Badge>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn drawn() -> Badge {
    Badge::of(&Code::random())
}
