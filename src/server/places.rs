//! How many connections there may be: of one address, and in all.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use crate::app::network;

/// Most connections of one address, and requests under way of one that a proxy names. A hall of some hundred people
/// stands behind one, each with a browser that opens up to six for a moment.
const OF_ONE: usize = 1_000;

/// Who holds how many.
#[derive(Clone)]
pub(super) struct Places {
    of_one: usize,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Places {
    /// Of so many in all no address has more than a quarter.
    pub(super) fn of(all: usize) -> Places {
        Places {
            of_one: OF_ONE.min(all / 4).max(1),
            taken: Arc::default(),
        }
    }

    /// `None` where this address holds all it may. Nobody's place (`from` is none) is not counted.
    pub(super) fn take(&self, from: Option<IpAddr>) -> Option<Place> {
        let Some(from) = from.map(network) else {
            return Some(Place { taken: None });
        };
        let mut taken = self.lock();
        let count = taken.entry(from).or_default();
        if *count >= self.of_one {
            return None;
        }
        *count += 1;
        Some(Place {
            taken: Some((self.clone(), from)),
        })
    }

    fn give_back(&self, from: IpAddr) {
        let mut taken = self.lock();
        if let Some(count) = taken.get_mut(&from) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&from);
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.taken
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }
}

/// One of an address's; given back when it is dropped.
pub(super) struct Place {
    taken: Option<(Places, IpAddr)>,
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((places, from)) = self.taken.take() {
            places.give_back(from);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gets_its_places_back_and_takes_nobody_elses() {
        let places = Places::of(8);
        let [one, other] = ["192.0.2.1", "192.0.2.2"].map(|ip| ip.parse().ok());
        let held = [places.take(one), places.take(one)];
        assert!(held.iter().all(Option::is_some));
        assert!(places.take(one).is_none());
        assert!(places.take(other).is_some());
        drop(held);
        assert!(places.take(one).is_some());
        assert!(places.lock().is_empty());
    }
}
