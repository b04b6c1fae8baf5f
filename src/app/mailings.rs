//! The bell of the mailings.

use tokio::sync::Notify;

/// Rung when a mailing is sent or goes on.
#[derive(Default)]
pub(crate) struct Mailings {
    pub(crate) rung: Notify,
}

impl Mailings {
    pub(crate) fn ring(&self) {
        self.rung.notify_one();
    }
}
