//! Keys under which people are found by name, as written and as heard.

use diesel::prelude::*;

use crate::db::schema::search_key;
use crate::db::{Connection, Result};
use crate::names::{self, Kind};

/// Writes the keys of one person anew.
pub fn replace(
    c: &mut Connection,
    forum_id: i64,
    registration_id: i64,
    name: &str,
    native_name: Option<&str>,
    organisation: Option<&str>,
) -> Result<()> {
    diesel::delete(search_key::table.filter(search_key::registration_id.eq(registration_id)))
        .execute(c)?;
    write(
        c,
        forum_id,
        registration_id,
        name,
        native_name,
        organisation,
    )
}

/// Writes the keys of a new person.
pub fn write(
    c: &mut Connection,
    forum_id: i64,
    registration_id: i64,
    name: &str,
    native_name: Option<&str>,
    organisation: Option<&str>,
) -> Result<()> {
    for key in names::keys(name, native_name) {
        let kind = match key.kind {
            Kind::Word => "word",
            Kind::Sound => "sound",
        };
        insert(c, forum_id, registration_id, kind, &key.text)?;
    }
    let folded = organisation.map(names::fold).unwrap_or_default();
    let mut words: Vec<&str> = folded
        .split(' ')
        .filter(|word| word.chars().count() > 1)
        .collect();
    words.sort_unstable();
    words.dedup();
    for word in words {
        insert(c, forum_id, registration_id, "organisation", word)?;
    }
    Ok(())
}

fn insert(
    c: &mut Connection,
    forum_id: i64,
    registration_id: i64,
    kind: &str,
    key: &str,
) -> Result<()> {
    diesel::insert_into(search_key::table)
        .values((
            search_key::forum_id.eq(forum_id),
            search_key::kind.eq(kind),
            search_key::key.eq(key),
            search_key::registration_id.eq(registration_id),
        ))
        .execute(c)?;
    Ok(())
}
