//! What is kept of names, made anew by new rules.

use diesel::prelude::*;

use crate::db::schema::search_rules;
use crate::db::{Database, Result};
use crate::models::people::search_key::make_some_anew;
use crate::names;

/// Makes all that is kept of names as they are read anew, where it was made by other rules than this program's: people
/// are found, and told apart, as it reads names.
pub(crate) fn make_anew(db: &Database) -> Result<()> {
    let version: i32 =
        db.read_now(|c| search_rules::table.select(search_rules::version).first(c))?;
    if version == names::VERSION {
        return Ok(());
    }
    crate::models::people::registration::write_keys_anew(db)?;
    let mut after = Some(0);
    while let Some(id) = after {
        after = db.write_now(move |c| make_some_anew(c, id))?;
    }
    Ok(())
}
