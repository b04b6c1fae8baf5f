//! What a person is at a forum (delegate, speaker, media, ...): colour, approval rule, quota.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable};

use crate::db::schema::{category, checkpoint_category, registration};
use crate::db::{Connection, Result};
use crate::models::forum::{Approval, quota};
use crate::models::forum_text::{self, Owner};
use crate::models::turn;

#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Identifiable)]
#[diesel(table_name = category)]
pub struct Category {
    pub id: i64,
    pub forum_id: i64,
    pub slug: String,
    pub colour: String,
    /// A rule of its own in place of the forum's.
    pub approval: Option<Approval>,
    #[diesel(select_expression = sql(quota::PLACES_OF_CATEGORY), select_expression_type = SqlLiteral<Nullable<Integer>>)]
    pub quota: Option<i32>,
    /// Places that its confirmed registrations hold.
    #[diesel(select_expression = sql(quota::TAKEN_OF_CATEGORY), select_expression_type = SqlLiteral<Integer>)]
    pub taken: i32,
    /// Whether the form offers it.
    pub on_form: bool,
    pub position: i32,
}

#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = category)]
#[diesel(treat_none_as_null = true)]
pub struct Settings {
    pub slug: String,
    pub colour: String,
    pub approval: Option<Approval>,
    #[diesel(skip_insertion, skip_update)]
    pub quota: Option<i32>,
    pub on_form: bool,
    pub position: i32,
}

pub fn by_id(c: &mut Connection, id: i64) -> Result<Category> {
    category::table
        .find(id)
        .select(Category::as_select())
        .first(c)
}

pub fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<Category>> {
    category::table
        .filter(category::forum_id.eq(forum_id))
        .order((category::position, category::id))
        .select(Category::as_select())
        .load(c)
}

/// `None` when the forum has a category of that short name already.
pub fn create(c: &mut Connection, forum_id: i64, settings: &Settings) -> Result<Option<i64>> {
    if has_slug(c, forum_id, &settings.slug, None)? {
        return Ok(None);
    }
    let id = diesel::insert_into(category::table)
        .values((category::forum_id.eq(forum_id), settings))
        .returning(category::id)
        .get_result(c)?;
    quota::begin(c, forum_id, Some(id), settings.quota)?;
    Ok(Some(id))
}

pub fn update(c: &mut Connection, forum_id: i64, id: i64, settings: &Settings) -> Result<bool> {
    if has_slug(c, forum_id, &settings.slug, Some(id))? {
        return Ok(false);
    }
    let own = || {
        category::table
            .find(id)
            .filter(category::forum_id.eq(forum_id))
    };
    // Before the row itself: who takes a place holds the forum first.
    turn::hold(c, forum_id)?;
    let before: Option<String> = own().select(category::slug).first(c).optional()?;
    let changed = diesel::update(own()).set(settings).execute(c)?;
    if changed == 1 {
        quota::set(c, forum_id, Some(id), settings.quota)?;
    }
    if before.is_some_and(|before| before != settings.slug) {
        turn::category_renamed(c, forum_id, id)?;
    }
    Ok(changed == 1)
}

/// `false` when people are registered in it or a checkpoint names it.
pub fn delete(c: &mut Connection, forum_id: i64, id: i64) -> Result<bool> {
    let used = diesel::select(diesel::dsl::exists(
        registration::table.filter(registration::category_id.eq(id)),
    ))
    .get_result::<bool>(c)?
        || diesel::select(diesel::dsl::exists(
            checkpoint_category::table.filter(checkpoint_category::category_id.eq(id)),
        ))
        .get_result::<bool>(c)?;
    if used {
        return Ok(false);
    }
    quota::end(c, forum_id, id)?;
    diesel::delete(
        category::table
            .find(id)
            .filter(category::forum_id.eq(forum_id)),
    )
    .execute(c)?;
    forum_text::delete(c, forum_id, Owner::Category(id))?;
    Ok(true)
}

fn has_slug(c: &mut Connection, forum_id: i64, slug: &str, but: Option<i64>) -> Result<bool> {
    let found: Option<i64> = category::table
        .filter(category::forum_id.eq(forum_id))
        .filter(category::slug.eq(slug))
        .select(category::id)
        .first(c)
        .optional()?;
    Ok(found.is_some() && found != but)
}
