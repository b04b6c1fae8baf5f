//! A picture for a forum's papers: logo, signature, stamp. One that is replaced stays for the papers issued with it.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::forum_image;
use crate::db::{Connection, Result};
use crate::text_column;

text_column! {
    /// What a picture is.
    pub enum Place {
        Logo = "logo",
        Signature = "signature",
        Stamp = "stamp",
    }
}

text_column! {
    pub enum Kind {
        Png = "image/png",
        Jpeg = "image/jpeg",
    }
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = forum_image)]
pub struct Image {
    pub id: i64,
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

/// The places that have a picture now, with its id.
pub fn current(c: &mut Connection, forum_id: i64) -> Result<Vec<(Place, i64)>> {
    forum_image::table
        .filter(forum_image::forum_id.eq(forum_id))
        .filter(forum_image::removed_at.is_null())
        .select((forum_image::place, forum_image::id))
        .load(c)
}

pub fn shown(c: &mut Connection, forum_id: i64, place: Place) -> Result<Option<Image>> {
    forum_image::table
        .filter(forum_image::forum_id.eq(forum_id))
        .filter(forum_image::place.eq(place))
        .filter(forum_image::removed_at.is_null())
        .select(Image::as_select())
        .first(c)
        .optional()
}

/// Those with which a paper was issued, also if others have taken their place since.
pub fn by_ids(c: &mut Connection, forum_id: i64, ids: &[i64]) -> Result<Vec<Image>> {
    forum_image::table
        .filter(forum_image::forum_id.eq(forum_id))
        .filter(forum_image::id.eq_any(ids))
        .select(Image::as_select())
        .load(c)
}

/// Puts a picture in the place of the one before.
pub fn put(
    c: &mut Connection,
    forum_id: i64,
    place: Place,
    (kind, bytes): (Kind, &[u8]),
    account_id: i64,
    now: Moment,
) -> Result<()> {
    remove(c, forum_id, place, now)?;
    diesel::insert_into(forum_image::table)
        .values((
            forum_image::forum_id.eq(forum_id),
            forum_image::place.eq(place),
            forum_image::kind.eq(kind),
            forum_image::bytes.eq(bytes),
            forum_image::account_id.eq(account_id),
            forum_image::added_at.eq(now),
        ))
        .execute(c)?;
    Ok(())
}

pub fn remove(c: &mut Connection, forum_id: i64, place: Place, now: Moment) -> Result<()> {
    diesel::update(
        forum_image::table
            .filter(forum_image::forum_id.eq(forum_id))
            .filter(forum_image::place.eq(place))
            .filter(forum_image::removed_at.is_null()),
    )
    .set(forum_image::removed_at.eq(now))
    .execute(c)?;
    Ok(())
}
