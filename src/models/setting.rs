//! What the program remembers of itself: its own secret, the mark of its key and of a demo, work it has begun.

use diesel::prelude::*;

use crate::db::schema::setting;
use crate::db::{Connection, Result};

pub(crate) fn get(c: &mut Connection, key: &str) -> Result<Option<String>> {
    setting::table
        .find(key)
        .select(setting::value)
        .first(c)
        .optional()
}

pub(crate) fn set(c: &mut Connection, key: &str, value: &str) -> Result<()> {
    let changed = diesel::update(setting::table.find(key))
        .set(setting::value.eq(value))
        .execute(c)?;
    if changed == 0 {
        add(c, key, value)?;
    }
    Ok(())
}

/// What is remembered under keys that begin like this.
pub(crate) fn beginning(c: &mut Connection, start: &str) -> Result<Vec<(String, String)>> {
    setting::table
        .filter(setting::key.like(format!("{start}%")))
        .order(setting::key)
        .load(c)
}

/// Puts another value in the place of this one, or nothing; `false` where another program was there before.
pub(crate) fn replace(c: &mut Connection, key: &str, old: &str, new: Option<&str>) -> Result<bool> {
    let mine = setting::table
        .filter(setting::key.eq(key))
        .filter(setting::value.eq(old));
    let replaced = match new {
        Some(new) => diesel::update(mine)
            .set(setting::value.eq(new))
            .execute(c)?,
        None => diesel::delete(mine).execute(c)?,
    };
    Ok(replaced == 1)
}

/// The same for every process that shares this database: what the first of them brought.
pub(crate) fn keep_first(c: &mut Connection, key: &str, value: &str) -> Result<String> {
    add(c, key, value)?;
    setting::table.find(key).select(setting::value).first(c)
}

pub(crate) fn remove(c: &mut Connection, key: &str) -> Result<()> {
    diesel::delete(setting::table.find(key)).execute(c)?;
    Ok(())
}

fn add(c: &mut Connection, key: &str, value: &str) -> Result<()> {
    diesel::sql_query("INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind::<diesel::sql_types::Text, _>(key)
        .bind::<diesel::sql_types::Text, _>(value)
        .execute(c)?;
    Ok(())
}
