//! What the product's tests stand on: the real binary, a database of its own, a browser without a screen,
//! a reader of its mail, an independent reader of its codes, a mail server that misbehaves when told to, a mailbox,
//! a name server and a label printer.

pub mod app;
pub mod browser;
pub mod clock;
pub mod database;
pub mod dns;
pub mod door;
pub mod form;
pub mod imap;
pub mod jobs;
pub mod mail;
pub mod page;
pub mod printer;
pub mod proxy;
pub mod qr;
pub mod reader;
pub mod smtp;
pub mod stage;
pub mod wallet;
pub mod wire;

use std::path::PathBuf;
use std::time::{Duration, Instant};

pub use app::App;
pub use browser::Browser;
pub use page::Page;

/// Waits until `look` finds something, and no longer; fails after half a minute.
pub fn eventually<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    within(Duration::from_secs(30), what, look)
}

pub fn within<T>(patience: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < patience, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Does it for all of them at the same time, each in a thread of its own.
pub fn at_once<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = all.iter().map(|one| scope.spawn(|| work(one))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    })
}

/// Where `tests/run` puts what it installs.
pub fn tools() -> PathBuf {
    match std::env::var_os("HAZIR_TEST_TOOLS") {
        Some(folder) => folder.into(),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/test-tools"),
    }
}
