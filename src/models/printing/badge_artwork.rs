//! An organizer's own pictures for badges: a logo, a background. They only ever leave drawn, never as they came.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::badge_artwork;
use crate::db::{Connection, Result};
use crate::text_column;

text_column! {
    pub enum Kind {
        Png = "png",
        Jpeg = "jpeg",
        Svg = "svg",
        Pdf = "pdf",
    }
}

/// A picture without its bytes.
#[derive(Debug, Clone, Queryable, Selectable, Identifiable)]
#[diesel(table_name = badge_artwork)]
pub struct BadgeArtwork {
    pub id: i64,
    pub name: String,
    pub kind: Kind,
}

#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = badge_artwork)]
pub struct Saving {
    pub name: String,
    pub kind: Kind,
    pub bytes: Vec<u8>,
    pub account_id: i64,
    pub added_at: Moment,
}

pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Vec<BadgeArtwork>> {
    badge_artwork::table
        .filter(badge_artwork::forum_id.eq(forum_id))
        .order((badge_artwork::name, badge_artwork::id))
        .select(BadgeArtwork::as_select())
        .load(c)
}

/// Those of these names that there are, with their bytes.
pub(crate) fn named(
    c: &mut Connection,
    forum_id: i64,
    names: &[String],
) -> Result<Vec<(String, Vec<u8>)>> {
    badge_artwork::table
        .filter(badge_artwork::forum_id.eq(forum_id))
        .filter(badge_artwork::name.eq_any(names.to_vec()))
        .select((badge_artwork::name, badge_artwork::bytes))
        .load(c)
}

pub(crate) fn bytes(c: &mut Connection, forum_id: i64, id: i64) -> Result<Option<Vec<u8>>> {
    badge_artwork::table
        .find(id)
        .filter(badge_artwork::forum_id.eq(forum_id))
        .select(badge_artwork::bytes)
        .first(c)
        .optional()
}

/// One of the same name is replaced, so that layouts show the new one.
pub(crate) fn save(c: &mut Connection, forum_id: i64, saving: &Saving) -> Result<()> {
    let same = badge_artwork::table
        .filter(badge_artwork::forum_id.eq(forum_id))
        .filter(badge_artwork::name.eq(&saving.name));
    if diesel::update(same).set(saving).execute(c)? == 0 {
        diesel::insert_into(badge_artwork::table)
            .values((badge_artwork::forum_id.eq(forum_id), saving))
            .execute(c)?;
    }
    Ok(())
}

/// Layouts that ask for it go without.
pub(crate) fn delete(c: &mut Connection, forum_id: i64, id: i64) -> Result<()> {
    let own = badge_artwork::table
        .find(id)
        .filter(badge_artwork::forum_id.eq(forum_id));
    diesel::delete(own).execute(c).map(drop)
}
