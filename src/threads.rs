//! Threads that may wait. Those of the desk stand back: where every core is busy, the doors' work goes before theirs.

use std::sync::OnceLock;

use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

/// How far they stand back: a thread of the doors is given ten times as much of a core as one of these.
const BACK: i32 = 10;
/// More than have turns.
const MOST: usize = 64;

static BEHIND: OnceLock<Option<Runtime>> = OnceLock::new();

/// On which of them something runs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Threads {
    /// What a door may wait for.
    Ready,
    Behind,
}

impl Threads {
    pub(crate) fn run<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> JoinHandle<T> {
        let threads = match self {
            Threads::Ready => None,
            Threads::Behind => BEHIND.get_or_init(|| begin().ok()).as_ref(),
        };
        match threads {
            Some(threads) => threads.spawn_blocking(work),
            None => tokio::task::spawn_blocking(work),
        }
    }
}

/// Runs on a thread that stands back.
pub(crate) fn behind<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> JoinHandle<T> {
    Threads::Behind.run(work)
}

fn begin() -> std::io::Result<Runtime> {
    Builder::new_current_thread()
        .thread_name("behind")
        .max_blocking_threads(MOST)
        .on_thread_start(stand_back)
        .build()
}

/// The thread that asks for it stands back from here on.
#[cfg(target_os = "linux")]
pub(crate) fn stand_back() {
    // Where it is not allowed, it stands where all stand.
    let _ = rustix::process::setpriority_process(None, BACK);
}

/// Elsewhere it would be the whole program that stands back.
#[cfg(not(target_os = "linux"))]
pub fn stand_back() {}
