//! The child's own side: it ties its hands before it looks at the file.

use std::time::Duration;
use std::{io, process, thread};

use super::Limits;
use crate::threads::stand_back;

/// With which a child ends that has waited, not computed, for too long.
pub(super) const TOO_LONG: i32 = 3;

/// Of the thread that reads: less than any thread of the program has, so that what could be read once can be read
/// again there.
pub(crate) const STACK: usize = 1 << 20;

/// From here on the process has these limits, and cannot lift them.
pub(crate) fn confine(limits: Limits) -> io::Result<()> {
    stand_back();
    bind(limits)?;
    // On a busy machine computing takes its time; this is for a child that does not even compute.
    let patience = Duration::from_secs(5 + 4 * limits.seconds);
    thread::spawn(move || {
        thread::sleep(patience);
        process::exit(TOO_LONG);
    });
    Ok(())
}

#[cfg(unix)]
fn bind(limits: Limits) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let bind = |resource, soft, hard| {
        let most = Rlimit {
            current: Some(soft),
            maximum: Some(hard),
        };
        setrlimit(resource, most).map_err(io::Error::from)
    };
    bind(Resource::Data, limits.memory, limits.memory)?;
    // At the soft limit comes the signal that tells it from other ends.
    bind(Resource::Cpu, limits.seconds, limits.seconds + 1)?;
    bind(Resource::Core, 0, 0)?;
    // It writes no file.
    bind(Resource::Fsize, 0, 0)
}

/// Where a process cannot be bound, the readers' own limits and the patience are left.
#[cfg(not(unix))]
fn bind(_: Limits) -> io::Result<()> {
    Ok(())
}
