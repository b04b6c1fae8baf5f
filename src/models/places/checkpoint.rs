//! A door for a place and time, and who may pass it.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{checkpoint, checkpoint_category, device_checkpoint, scan};
use crate::db::{Connection, Result};
use crate::models::forum_text::{self, Owner};
use crate::models::places::way::Direction;
use crate::text_column;
use crate::values::LastingId;

text_column! {
    /// What passing a checkpoint means.
    pub enum Kind {
        /// A day at the forum, for the certificate; and being in the hall.
        Attendance = "attendance",
        /// Being in the hall, and no more.
        Entry = "entry",
        /// Neither, as on a bus.
        Neither = "neither",
    }
}

impl Kind {
    /// Of the doors whose people are in the hall.
    pub const OF_THE_HALL: [Kind; 2] = [Kind::Attendance, Kind::Entry];

    /// Whether whoever passes is in the hall.
    pub fn is_of_the_hall(self) -> bool {
        Kind::OF_THE_HALL.contains(&self)
    }
}

text_column! {
    /// Which ways people pass it.
    pub enum Ways {
        In = "in",
        Out = "out",
        Both = "both",
    }
}

impl Ways {
    pub fn lead(self, way: Direction) -> bool {
        match self {
            Ways::In => way == Direction::In,
            Ways::Out => way == Direction::Out,
            Ways::Both => true,
        }
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = checkpoint)]
pub struct Checkpoint {
    pub id: i64,
    pub forum_id: i64,
    pub site_id: Option<i64>,
    pub slug: String,
    pub opens_at: Option<Moment>,
    pub closes_at: Option<Moment>,
    pub direction: Ways,
    /// People who may be inside at once.
    pub capacity: Option<i32>,
    pub position: i32,
    /// The session whose door it is.
    pub session_id: Option<i64>,
    pub kind: Kind,
}

impl Checkpoint {
    pub fn is_open(&self, at: Moment) -> bool {
        self.opens_at.is_none_or(|opens| opens <= at)
            && self.closes_at.is_none_or(|closes| at < closes)
    }

    /// As phones and other people's apps know it, whatever it is called: `C17`.
    pub fn lasting_id(&self) -> LastingId {
        LastingId::Checkpoint(self.id)
    }

    /// Whether a text from outside means this one: its short name, or what it is called for ever.
    pub fn is_meant_by(&self, text: &str) -> bool {
        self.lasting_id().is_meant_by(text, &self.slug)
    }
}

#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = checkpoint)]
#[diesel(treat_none_as_null = true)]
pub struct Settings {
    pub site_id: Option<i64>,
    pub slug: String,
    pub opens_at: Option<Moment>,
    pub closes_at: Option<Moment>,
    pub direction: Ways,
    pub capacity: Option<i32>,
    pub position: i32,
    /// The session whose door it is.
    pub session_id: Option<i64>,
    pub kind: Kind,
}

pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<Checkpoint>> {
    checkpoint::table
        .filter(checkpoint::forum_id.eq(forum_id))
        .order((checkpoint::position, checkpoint::id))
        .select(Checkpoint::as_select())
        .load(c)
}

/// The checkpoints a device serves, in the forum's order.
pub(crate) fn of_device(c: &mut Connection, device_id: i64) -> Result<Vec<Checkpoint>> {
    checkpoint::table
        .inner_join(device_checkpoint::table)
        .filter(device_checkpoint::device_id.eq(device_id))
        .order((checkpoint::position, checkpoint::id))
        .select(Checkpoint::as_select())
        .load(c)
}

/// The categories each checkpoint admits, as (checkpoint, category); a checkpoint without any admits all.
pub(crate) fn admitted_categories(c: &mut Connection, forum_id: i64) -> Result<Vec<(i64, i64)>> {
    checkpoint_category::table
        .inner_join(checkpoint::table)
        .filter(checkpoint::forum_id.eq(forum_id))
        .select((
            checkpoint_category::checkpoint_id,
            checkpoint_category::category_id,
        ))
        .load(c)
}

/// `None` when the forum has a checkpoint of that short name already.
pub(crate) fn create(
    c: &mut Connection,
    forum_id: i64,
    settings: &Settings,
    categories: &[i64],
) -> Result<Option<i64>> {
    if has_slug(c, forum_id, &settings.slug, None)? {
        return Ok(None);
    }
    let id = diesel::insert_into(checkpoint::table)
        .values((checkpoint::forum_id.eq(forum_id), settings))
        .returning(checkpoint::id)
        .get_result(c)?;
    set_categories(c, id, categories)?;
    Ok(Some(id))
}

pub(crate) fn update(
    c: &mut Connection,
    forum_id: i64,
    id: i64,
    settings: &Settings,
    categories: &[i64],
) -> Result<bool> {
    if has_slug(c, forum_id, &settings.slug, Some(id))? {
        return Ok(false);
    }
    let changed = diesel::update(
        checkpoint::table
            .find(id)
            .filter(checkpoint::forum_id.eq(forum_id)),
    )
    .set(settings)
    .execute(c)?;
    if changed == 1 {
        set_categories(c, id, categories)?;
    }
    Ok(changed == 1)
}

/// `false` when it has scanned or a device is paired to it: what happened at a door is kept.
pub(crate) fn delete(c: &mut Connection, forum_id: i64, id: i64) -> Result<bool> {
    let used = diesel::select(diesel::dsl::exists(
        scan::table.filter(scan::checkpoint_id.eq(id)),
    ))
    .get_result::<bool>(c)?
        || diesel::select(diesel::dsl::exists(
            device_checkpoint::table.filter(device_checkpoint::checkpoint_id.eq(id)),
        ))
        .get_result::<bool>(c)?;
    if used {
        return Ok(false);
    }
    diesel::delete(
        checkpoint::table
            .find(id)
            .filter(checkpoint::forum_id.eq(forum_id)),
    )
    .execute(c)?;
    forum_text::delete(c, forum_id, Owner::Checkpoint(id))?;
    Ok(true)
}

fn set_categories(c: &mut Connection, id: i64, categories: &[i64]) -> Result<()> {
    diesel::delete(checkpoint_category::table.filter(checkpoint_category::checkpoint_id.eq(id)))
        .execute(c)?;
    for category_id in categories {
        diesel::insert_into(checkpoint_category::table)
            .values((
                checkpoint_category::checkpoint_id.eq(id),
                checkpoint_category::category_id.eq(category_id),
            ))
            .execute(c)?;
    }
    Ok(())
}

fn has_slug(c: &mut Connection, forum_id: i64, slug: &str, but: Option<i64>) -> Result<bool> {
    let found: Option<i64> = checkpoint::table
        .filter(checkpoint::forum_id.eq(forum_id))
        .filter(checkpoint::slug.eq(slug))
        .select(checkpoint::id)
        .first(c)
        .optional()?;
    Ok(found.is_some() && found != but)
}
