//! An item of the programme, at a site, with a time.

pub(crate) mod door;

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::session;
use crate::db::{Connection, Result};
use crate::models::forum_text::{self, Owner};

#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Identifiable)]
#[diesel(table_name = session)]
pub struct Session {
    pub id: i64,
    pub forum_id: i64,
    pub site_id: i64,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = session)]
pub struct Settings {
    pub site_id: i64,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

/// The programme in order.
pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<Session>> {
    session::table
        .filter(session::forum_id.eq(forum_id))
        .order((session::starts_at, session::ends_at, session::id))
        .select(Session::as_select())
        .load(c)
}

pub(crate) fn create(c: &mut Connection, forum_id: i64, settings: &Settings) -> Result<i64> {
    diesel::insert_into(session::table)
        .values((session::forum_id.eq(forum_id), settings))
        .returning(session::id)
        .get_result(c)
}

/// Its doors move with it.
pub(crate) fn update(
    c: &mut Connection,
    forum_id: i64,
    id: i64,
    settings: &Settings,
) -> Result<bool> {
    let its_own = session::table
        .find(id)
        .filter(session::forum_id.eq(forum_id));
    let was = its_own.select(Session::as_select()).first(c).optional()?;
    let Some(was) = was else {
        return Ok(false);
    };
    diesel::update(its_own).set(settings).execute(c)?;
    door::follow(c, &was, settings)?;
    Ok(true)
}

pub(crate) fn delete(c: &mut Connection, forum_id: i64, id: i64) -> Result<()> {
    door::let_go(c, forum_id, id)?;
    diesel::delete(
        session::table
            .find(id)
            .filter(session::forum_id.eq(forum_id)),
    )
    .execute(c)?;
    forum_text::delete(c, forum_id, Owner::Session(id))
}
