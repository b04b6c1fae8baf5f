//! A place of a forum, in a city, with its own dates.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::zone_change::ZoneChange;
use crate::clock::Moment;
use crate::db::schema::{checkpoint, registration_site, session, site};
use crate::db::{Connection, Result};
use crate::models::forum_text::{self, Owner};
use crate::models::turn;

#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Identifiable)]
#[diesel(table_name = site)]
pub struct Site {
    pub id: i64,
    pub forum_id: i64,
    pub slug: String,
    pub zone: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// When its days, hours or place last moved.
    pub moved_at: Option<Moment>,
    /// The last message that was written before.
    pub moved_after: Option<i64>,
    /// How many of its days a calendar may hold that was given out before.
    pub days_told: i32,
}

impl Site {
    pub fn zone(&self) -> chrono_tz::Tz {
        self.zone.parse().unwrap_or(chrono_tz::UTC)
    }
}

#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = site)]
pub struct Settings {
    pub slug: String,
    pub zone: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
}

pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<Site>> {
    site::table
        .filter(site::forum_id.eq(forum_id))
        .order((site::starts_on, site::id))
        .select(Site::as_select())
        .load(c)
}

/// `None` when the forum has a site of that short name already.
pub(crate) fn create(
    c: &mut Connection,
    forum_id: i64,
    settings: &Settings,
) -> Result<Option<i64>> {
    if has_slug(c, forum_id, &settings.slug, None)? {
        return Ok(None);
    }
    let id = diesel::insert_into(site::table)
        .values((site::forum_id.eq(forum_id), settings))
        .returning(site::id)
        .get_result(c)?;
    Ok(Some(id))
}

/// With another zone its sessions and doors keep the times that people wrote.
pub(crate) fn update(
    c: &mut Connection,
    forum_id: i64,
    id: i64,
    settings: &Settings,
) -> Result<bool> {
    if has_slug(c, forum_id, &settings.slug, Some(id))? {
        return Ok(false);
    }
    let own = || site::table.find(id).filter(site::forum_id.eq(forum_id));
    turn::hold(c, forum_id)?;
    let before = own().select(Site::as_select()).first(c).optional()?;
    let changed = diesel::update(own()).set(settings).execute(c)?;
    if let Some(before) = before {
        if before.slug != settings.slug {
            turn::site_renamed(c, forum_id, id)?;
        }
        if let Some(change) = ZoneChange::of(&before.zone, &settings.zone) {
            change.at_site(c, id)?;
        }
    }
    Ok(changed == 1)
}

/// `false` when sessions, checkpoints or people still stand on it.
pub(crate) fn delete(c: &mut Connection, forum_id: i64, id: i64) -> Result<bool> {
    let used = diesel::select(diesel::dsl::exists(
        session::table.filter(session::site_id.eq(id)),
    ))
    .get_result::<bool>(c)?
        || diesel::select(diesel::dsl::exists(
            checkpoint::table.filter(checkpoint::site_id.eq(id)),
        ))
        .get_result::<bool>(c)?
        || diesel::select(diesel::dsl::exists(
            registration_site::table.filter(registration_site::site_id.eq(id)),
        ))
        .get_result::<bool>(c)?;
    if used {
        return Ok(false);
    }
    diesel::delete(site::table.find(id).filter(site::forum_id.eq(forum_id))).execute(c)?;
    forum_text::delete(c, forum_id, Owner::Site(id))?;
    Ok(true)
}

fn has_slug(c: &mut Connection, forum_id: i64, slug: &str, but: Option<i64>) -> Result<bool> {
    let found: Option<i64> = site::table
        .filter(site::forum_id.eq(forum_id))
        .filter(site::slug.eq(slug))
        .select(site::id)
        .first(c)
        .optional()?;
    Ok(found.is_some() && found != but)
}
