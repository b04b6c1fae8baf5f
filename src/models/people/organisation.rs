//! An NGO or other body, with a country; one row however it is spelt.

use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::db::schema::organisation;
use crate::db::{Connection, Result};
use crate::names;

/// The row of this organisation, made if there is none.
pub(crate) fn find_or_create(c: &mut Connection, name: &str, country: &str) -> Result<i64> {
    let folded = names::fold(name);
    // A name of punctuation alone folds to nothing: then the name itself tells bodies apart.
    let folded = if folded.is_empty() { name } else { &folded };
    if let Some(id) = find(c, folded, country)? {
        return Ok(id);
    }
    diesel::sql_query("INSERT INTO organisation (name, folded, country) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind::<Text, _>(name)
        .bind::<Text, _>(folded)
        .bind::<Text, _>(country)
        .execute(c)?;
    organisation::table
        .filter(organisation::folded.eq(folded))
        .filter(organisation::country.eq(country))
        .select(organisation::id)
        .first(c)
}

fn find(c: &mut Connection, folded: &str, country: &str) -> Result<Option<i64>> {
    organisation::table
        .filter(organisation::folded.eq(folded))
        .filter(organisation::country.eq(country))
        .select(organisation::id)
        .first(c)
        .optional()
}
