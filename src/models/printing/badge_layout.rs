//! How a forum's badges look, where an organizer changed it. What a layout says is read where badges are drawn.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::badge_layout;
use crate::db::{Connection, Result};

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = badge_layout)]
pub struct BadgeLayout {
    pub id: i64,
    pub name: String,
    /// JSON.
    pub layout: String,
}

/// What the desk saves.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = badge_layout)]
pub struct Saving {
    pub name: String,
    pub layout: String,
    pub account_id: i64,
    pub updated_at: Moment,
}

/// In the order in which they were made.
pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<BadgeLayout>> {
    badge_layout::table
        .filter(badge_layout::forum_id.eq(forum_id))
        .order(badge_layout::id)
        .select(BadgeLayout::as_select())
        .load(c)
}

pub(crate) fn find(c: &mut Connection, forum_id: i64, id: i64) -> Result<Option<BadgeLayout>> {
    badge_layout::table
        .find(id)
        .filter(badge_layout::forum_id.eq(forum_id))
        .select(BadgeLayout::as_select())
        .first(c)
        .optional()
}

/// `None` when the forum has a layout of that name already.
pub(crate) fn create(c: &mut Connection, forum_id: i64, saving: &Saving) -> Result<Option<i64>> {
    if has_name(c, forum_id, &saving.name, None)? {
        return Ok(None);
    }
    let id = diesel::insert_into(badge_layout::table)
        .values((badge_layout::forum_id.eq(forum_id), saving))
        .returning(badge_layout::id)
        .get_result(c)?;
    Ok(Some(id))
}

/// `false` when the forum has another layout of that name.
pub(crate) fn update(c: &mut Connection, forum_id: i64, id: i64, saving: &Saving) -> Result<bool> {
    if has_name(c, forum_id, &saving.name, Some(id))? {
        return Ok(false);
    }
    let own = badge_layout::table
        .find(id)
        .filter(badge_layout::forum_id.eq(forum_id));
    let changed = diesel::update(own).set(saving).execute(c)?;
    Ok(changed == 1)
}

/// Without any of its own, a forum has the program's layout again.
pub(crate) fn delete(c: &mut Connection, forum_id: i64, id: i64) -> Result<()> {
    let own = badge_layout::table
        .find(id)
        .filter(badge_layout::forum_id.eq(forum_id));
    diesel::delete(own).execute(c).map(drop)
}

fn has_name(c: &mut Connection, forum_id: i64, name: &str, but: Option<i64>) -> Result<bool> {
    let found: Option<i64> = badge_layout::table
        .filter(badge_layout::forum_id.eq(forum_id))
        .filter(badge_layout::name.eq(name))
        .select(badge_layout::id)
        .first(c)
        .optional()?;
    Ok(found.is_some() && found != but)
}
