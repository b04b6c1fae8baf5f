use std::io::{BufWriter, Write};

use crate::commands::Failure;
use crate::config::Config;
use crate::db::Database;
use crate::lists::{self, Format, List};
use crate::models::forum::{self, Forum};
use crate::models::people::registrations::Filter;

/// Writes a forum's list to standard output: the same bytes as the desk's download, for who sees all of it.
pub(super) fn run(config: &Config, slug: &str, format: &str) -> Result<(), Failure> {
    let format = Format::parse(format).ok_or_else(|| {
        Failure::Usage(format!(
            "The format {format:?} is not known; write csv, xlsx or json."
        ))
    })?;
    let db = open_existing(config)?;
    let forum = find_forum(&db, slug)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let list = List {
        forum_id: forum.id,
        filter: Filter::default(),
        badges_and_needs: true,
    };
    lists::write(&db, &list, format, &mut out)
        .and_then(|()| out.flush().map_err(|error| error.to_string()))
        .map_err(|error| Failure::Failed(format!("The list could not be written: {error}.")))
}

/// A command that works on what is there must not make an empty database out of a mistyped name.
pub(super) fn open_existing(config: &Config) -> Result<Database, Failure> {
    if !config.database.exists() {
        return Err(Failure::Failed(format!(
            "There is no database at {}.",
            config.database
        )));
    }
    Ok(Database::open(&config.database)?.patient())
}

pub(super) fn find_forum(db: &Database, slug: &str) -> Result<Forum, Failure> {
    db.read_now(|c| forum::by_slug(c, slug))
        .map_err(|error| format!("The database does not answer: {error}."))?
        .ok_or_else(|| Failure::Failed(format!("There is no forum called {slug:?}.")))
}
