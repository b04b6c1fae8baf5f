use std::io::{BufWriter, Write};

use super::export::{find_forum, open_existing};
use crate::commands::Failure;
use crate::config::Config;
use crate::models::desk::journal;

/// Lines read at once.
const TOGETHER: i64 = 1_000;

/// Writes every fact of a forum to standard output, a line each, up to now.
pub(super) fn run(config: &Config, slug: &str) -> Result<(), Failure> {
    let db = open_existing(config)?;
    let forum = find_forum(&db, slug)?;
    while db.write_now(journal::seal)? {}
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut written = 0;
    loop {
        let lines = db.read_now(|c| journal::lines(c, forum.id, written, TOGETHER))?;
        for line in &lines {
            writeln!(out, "{line}").map_err(unwritten)?;
        }
        written += lines.len() as i64;
        if lines.is_empty() {
            return out.flush().map_err(unwritten);
        }
    }
}

fn unwritten(error: std::io::Error) -> Failure {
    Failure::Failed(format!("The journal could not be written: {error}."))
}
