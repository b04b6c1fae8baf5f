use std::process::ExitStatus;

use serde::{Deserialize, Serialize};

use super::Limits;
use super::child::TOO_LONG;

/// Why a child ended without having opened the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Ended {
    /// It would have used more memory than so many megabytes.
    TooMuch { megabytes: u64 },
    /// It would have computed for more than so many seconds.
    TooLong { seconds: u64 },
    /// The reader itself stumbled over the file.
    Broken,
    /// No child could be started: the machine's fault, not the file's.
    NotNow,
}

impl Ended {
    /// `None` where it came to its end.
    pub(super) fn of(status: ExitStatus, limits: Limits) -> Option<Ended> {
        let too_long = Ended::TooLong {
            seconds: limits.seconds,
        };
        let too_much = Ended::TooMuch {
            megabytes: limits.memory >> 20,
        };
        match status.code() {
            Some(0) => None,
            Some(TOO_LONG) => Some(too_long),
            Some(_) => Some(Ended::Broken),
            None if was_out_of_time(status) => Some(too_long),
            // An allocation that failed, a stack that was full.
            None => Some(too_much),
        }
    }
}

#[cfg(unix)]
fn was_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    let signal = rustix::process::Signal::XCPU.as_raw();
    status.signal() == Some(signal)
}

#[cfg(not(unix))]
fn was_out_of_time(_: ExitStatus) -> bool {
    false
}
