use std::io::{BufRead, BufWriter, Write};

use serde_json::json;

use super::Failure;
use crate::names;

/// Says how what is typed and a name are heard, and how well the one answers to the other: a line of standard input
/// is what is typed and a name, with a tab between them; a line of standard output is JSON. Why somebody was not
/// found can be seen here, and that the phone hears as the server does.
pub(super) fn run() -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| format!("Standard input cannot be read: {error}."))?;
        let (typed, name) = line.split_once('\t').unwrap_or((&line, ""));
        let folded = names::fold(name);
        let heard = json!({
            "typed": names::fold(typed),
            "name": folded,
            "score": names::score(typed, &folded),
        });
        writeln!(out, "{heard}").map_err(unwritten)?;
    }
    Ok(out.flush().map_err(unwritten)?)
}

fn unwritten(error: std::io::Error) -> String {
    format!("Standard output cannot be written: {error}.")
}
