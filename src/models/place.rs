//! Places: how many a forum and a category give, and who gets the last one.
//!
//! A place is taken by one statement that counts and decides at once, so that no two
//! people can be given the same last place, on either database.

use diesel::dsl::{exists, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::db::schema::{category, forum};
use crate::db::{Connection, Prepare, Result};

/// Takes a place in the forum and in the category; `false` when either is full.
pub fn take(c: &mut Connection, forum_id: i64, category_id: i64) -> Result<bool> {
    let in_forum = diesel::update(
        forum::table
            .find(forum_id)
            .filter(sql::<Bool>("(capacity IS NULL OR taken < capacity)")),
    )
    .set(forum::taken.eq(forum::taken + 1))
    .prepared()
    .execute(c)?;
    if in_forum == 0 {
        return Ok(false);
    }
    let in_category = take_in_category(c, category_id)?;
    if !in_category {
        diesel::update(forum::table.find(forum_id))
            .set(forum::taken.eq(forum::taken - 1))
            .execute(c)?;
    }
    Ok(in_category)
}

/// Gives back the place of a person who no longer comes.
pub fn release(c: &mut Connection, forum_id: i64, category_id: i64) -> Result<()> {
    diesel::update(forum::table.find(forum_id))
        .set(forum::taken.eq(forum::taken - 1))
        .execute(c)?;
    release_in_category(c, category_id)
}

/// Moves a held place from one category to another; `false` when the other is full.
pub fn change_category(c: &mut Connection, from: i64, to: i64) -> Result<bool> {
    if !take_in_category(c, to)? {
        return Ok(false);
    }
    release_in_category(c, from)?;
    Ok(true)
}

fn take_in_category(c: &mut Connection, category_id: i64) -> Result<bool> {
    let taken = diesel::update(
        category::table
            .find(category_id)
            .filter(sql::<Bool>("(quota IS NULL OR taken < quota)")),
    )
    .set(category::taken.eq(category::taken + 1))
    .prepared()
    .execute(c)?;
    Ok(taken == 1)
}

fn release_in_category(c: &mut Connection, category_id: i64) -> Result<()> {
    diesel::update(category::table.find(category_id))
        .set(category::taken.eq(category::taken - 1))
        .execute(c)?;
    Ok(())
}

/// Whether no place is left in the forum or in the category.
pub fn is_full(c: &mut Connection, forum_id: i64, category_id: i64) -> Result<bool> {
    let full_forum = forum::table
        .find(forum_id)
        .filter(forum::taken.nullable().ge(forum::capacity));
    let full_category = category::table
        .find(category_id)
        .filter(category::taken.nullable().ge(category::quota));
    diesel::select(exists(full_forum).or(exists(full_category))).get_result(c)
}
