//! Keys under which people are found by name, as written and as heard.

use diesel::prelude::*;

use crate::db::schema::{registration, search_key, search_rules};
use crate::db::{self, Connection, Result, Value};
use crate::names;

/// Writes the keys of one person anew.
pub(crate) fn replace(
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
pub(crate) fn write(
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

/// What a person is found by.
#[derive(Queryable, Selectable)]
#[diesel(table_name = registration)]
struct Named {
    id: i64,
    forum_id: i64,
    name: String,
    native_name: Option<String>,
    organisation: Option<String>,
}

/// People whose keys are made anew in one transaction.
const TOGETHER: i64 = 300;

/// Of some people after this one; the last of them, none when all have keys by these rules.
pub(crate) fn make_some_anew(c: &mut Connection, after: i64) -> Result<Option<i64>> {
    // Of two programs that start at once one makes them.
    let version: i32 = diesel::update(search_rules::table)
        .set(search_rules::version.eq(search_rules::version))
        .returning(search_rules::version)
        .get_result(c)?;
    if version == names::VERSION {
        return Ok(None);
    }
    let people: Vec<Named> = registration::table
        .filter(registration::id.gt(after))
        .order(registration::id)
        .limit(TOGETHER)
        .select(Named::as_select())
        .load(c)?;
    let Some(last) = people.last().map(|last| last.id) else {
        diesel::update(search_rules::table)
            .set(search_rules::version.eq(names::VERSION))
            .execute(c)?;
        return Ok(None);
    };
    let ids = people.iter().map(|person| person.id);
    diesel::delete(search_key::table.filter(search_key::registration_id.eq_any(ids))).execute(c)?;
    let mut rows = Vec::with_capacity(people.len() * 24);
    for person in &people {
        let texts = (
            person.name.as_str(),
            person.native_name.as_deref(),
            person.organisation.as_deref(),
        );
        collect(&mut rows, person.forum_id, person.id, texts);
    }
    insert(c, rows)?;
    Ok(Some(last))
}

/// A row of the table.
pub(crate) type Row = [Value; 4];

/// Adds the keys of one person: name, name in the own script, organisation.
pub(crate) fn collect(
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
pub(crate) fn insert(c: &mut Connection, rows: Vec<Row>) -> Result<()> {
    db::insert_rows(
        c,
        "search_key",
        ["forum_id", "kind", "key", "registration_id"],
        rows,
    )
}
