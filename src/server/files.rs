//! How many files the program may have open: each connection is one.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Where nobody said otherwise. The database, mail, printers and what is drawn need some besides.
const MOST_CONNECTIONS: usize = 10_000;
const OTHERS: usize = 200;
/// With fewer connections a hall behind one address is not served well.
const ENOUGH: usize = 4_000;

/// Raises what the operator's shell or service manager set softly as far as it may be raised.
pub(crate) fn raise_limit() {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        maximum: limit.maximum,
    };
    // A system that has less to give than it says keeps what it had.
    let _ = setrlimit(Resource::Nofile, raised);
}

/// How many connections there is room for.
pub(crate) fn connections() -> usize {
    let files = getrlimit(Resource::Nofile).current;
    let files = files.map_or(usize::MAX, |files| files.try_into().unwrap_or(usize::MAX));
    files.saturating_sub(OTHERS).clamp(50, MOST_CONNECTIONS)
}

/// What is to be said of it. The limit is raised on the way, as at the start of the server.
pub(crate) fn faults() -> Vec<String> {
    raise_limit();
    let connections = connections();
    let is_enough = connections >= ENOUGH;
    let fault = format!(
        "There is room for {connections} connections; let the program have {} open files (ulimit -n, LimitNOFILE).",
        ENOUGH + OTHERS
    );
    (!is_enough).then_some(fault).into_iter().collect()
}
