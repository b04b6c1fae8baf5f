//! Keys under which people are found by name, as written and as heard.

use diesel::prelude::*;

use crate::db::schema::search_key;
use crate::db::{self, Connection, Result, Value};
use crate::names;

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
    let mut keys = Vec::new();
    collect(
        &mut keys,
        forum_id,
        registration_id,
        (name, native_name, organisation),
    );
    insert(c, keys)
}

/// A row of the table.
pub(super) type Row = [Value; 4];

/// Adds the keys of one person: name, name in the own script, organisation.
pub(super) fn collect(
    rows: &mut Vec<Row>,
    forum_id: i64,
    registration_id: i64,
    (name, native_name, organisation): (&str, Option<&str>, Option<&str>),
) {
    let mut add = |kind: &str, key: &str| {
        rows.push([
            forum_id.into(),
            kind.into(),
            key.into(),
            registration_id.into(),
        ]);
    };
    for key in names::keys(name, native_name) {
        add(key.kind.code(), &key.text);
    }
    let folded = organisation.map(names::fold).unwrap_or_default();
    let mut words: Vec<&str> = folded
        .split(' ')
        .filter(|word| word.chars().count() > 1)
        .collect();
    words.sort_unstable();
    words.dedup();
    for word in words {
        add("organisation", word);
    }
}

/// One statement for all, so that a database across a network is asked once.
pub(super) fn insert(c: &mut Connection, rows: Vec<Row>) -> Result<()> {
    db::insert_rows(
        c,
        "search_key",
        ["forum_id", "kind", "key", "registration_id"],
        rows,
    )
}
