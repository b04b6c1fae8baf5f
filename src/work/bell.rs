use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Rung after each commit that gave a worker something to do. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Bell(Arc<(Mutex<Rung>, Condvar)>);

#[derive(Default)]
struct Rung {
    rung: bool,
    stopping: bool,
}

impl Bell {
    pub(crate) fn ring(&self) {
        self.rung().rung = true;
        self.0.1.notify_all();
    }

    /// Nothing new is to be begun, and what is under way is to end.
    pub(crate) fn stop(&self) {
        self.rung().stopping = true;
        self.0.1.notify_all();
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.rung().stopping
    }

    /// Until it rings, and no longer than that.
    pub(crate) fn wait(&self, patience: Duration) {
        let quiet = |bell: &mut Rung| !bell.rung && !bell.stopping;
        let waited = self.0.1.wait_timeout_while(self.rung(), patience, quiet);
        waited.unwrap_or_else(PoisonError::into_inner).0.rung = false;
    }

    fn rung(&self) -> MutexGuard<'_, Rung> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
