//! The open lines of the doors: a few a device, the newest.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::sync::Notify;

/// A page that is loaded anew opens a line before it is known that the one before is dead.
const OF_ONE: usize = 4;

/// Who has which lines open.
#[derive(Default)]
pub(crate) struct Lines(Mutex<HashMap<i64, VecDeque<Arc<Notify>>>>);

impl Lines {
    /// One more of this device. Beyond a few its oldest ends: the newest is the one that somebody listens to.
    pub(crate) fn open(self: &Arc<Lines>, device_id: i64) -> OpenLine {
        let ended = Arc::new(Notify::new());
        let mut lines = self.lock();
        let of_device = lines.entry(device_id).or_default();
        of_device.push_back(ended.clone());
        if of_device.len() > OF_ONE
            && let Some(oldest) = of_device.pop_front()
        {
            oldest.notify_one();
        }
        OpenLine {
            lines: self.clone(),
            device_id,
            ended,
        }
    }

    fn close(&self, line: &OpenLine) {
        let mut lines = self.lock();
        if let Some(of_device) = lines.get_mut(&line.device_id) {
            of_device.retain(|one| !Arc::ptr_eq(one, &line.ended));
            if of_device.is_empty() {
                lines.remove(&line.device_id);
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<i64, VecDeque<Arc<Notify>>>> {
        self.0.lock().unwrap_or_else(|broken| broken.into_inner())
    }
}

/// A line that is counted until it is dropped.
pub(crate) struct OpenLine {
    lines: Arc<Lines>,
    device_id: i64,
    ended: Arc<Notify>,
}

impl OpenLine {
    /// Resolves when the device has opened too many others since.
    pub(crate) async fn ended(&self) {
        self.ended.notified().await;
    }
}

impl Drop for OpenLine {
    fn drop(&mut self) {
        self.lines.close(self);
    }
}
