//! A door of the demo's forum under people's pace.

use std::fmt;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use hazir::clock;
use serde_json::json;

use super::load::{self, Figures};
use super::program::Program;

pub const FORUM: &str = "gsnp-2025";
pub const CHECKPOINT: &str = "hall-day-1";

/// How many scan, how long each waits between two scans, and for how long they go on.
#[derive(Clone, Copy)]
pub struct Pace {
    pub scanners: usize,
    pub pause: Duration,
    pub time: Duration,
}

impl fmt::Display for Pace {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Pace {
            scanners, pause, ..
        } = self;
        write!(f, "{scanners} scanners, a scan every {pause:?} each")
    }
}

pub struct Door {
    pub address: SocketAddr,
    pub bearer: String,
    pace: Pace,
    codes: Vec<String>,
    next: AtomicUsize,
}

impl Door {
    pub fn of(program: &Program, pace: Pace) -> Door {
        Door {
            address: program.address,
            pace,
            bearer: program.bearer_token(FORUM, CHECKPOINT),
            codes: program.badges(FORUM),
            next: AtomicUsize::new(0),
        }
    }

    pub fn scan(&self) -> Figures {
        let Pace {
            scanners,
            pause,
            time,
        } = self.pace;
        let request = |_| self.request(self.next.fetch_add(1, Ordering::Relaxed));
        load::paced(scanners, pause, self.address, time, request, |_, _| ())
    }

    fn request(&self, number: usize) -> Vec<u8> {
        let body = json!({ "scans": [{ "id": uuid::Uuid::now_v7(), "code": self.codes[number % self.codes.len()],
            "checkpoint": CHECKPOINT, "direction": "in", "scanned_at": clock::rfc3339(clock::now()) }] })
        .to_string();
        format!(
            "POST /api/door/scans HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.address, self.bearer, body.len()
        )
        .into_bytes()
    }
}
