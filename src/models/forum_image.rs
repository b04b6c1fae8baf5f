//! A picture for a forum's papers: logo, signature, stamp. One that is replaced stays for the papers issued with it.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::forum_image;
use crate::db::{Connection, Result};

/// What a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Logo,
    Signature,
    Stamp,
}

impl Place {
    pub const ALL: [Place; 3] = [Place::Logo, Place::Signature, Place::Stamp];

    pub fn as_str(self) -> &'static str {
        match self {
            Place::Logo => "logo",
            Place::Signature => "signature",
            Place::Stamp => "stamp",
        }
    }

    pub fn parse(text: &str) -> Option<Place> {
        Place::ALL.into_iter().find(|place| place.as_str() == text)
    }
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = forum_image)]
pub struct Image {
    pub id: i64,
    /// `image/png` or `image/jpeg`.
    pub kind: String,
    pub bytes: Vec<u8>,
}

/// The places that have a picture now, with its id.
pub fn current(c: &mut Connection, forum_id: i64) -> Result<Vec<(Place, i64)>> {
    let rows: Vec<(String, i64)> = forum_image::table
        .filter(forum_image::forum_id.eq(forum_id))
        .filter(forum_image::removed_at.is_null())
        .select((forum_image::place, forum_image::id))
        .load(c)?;
    let known = |(place, id): (String, i64)| Some((Place::parse(&place)?, id));
    Ok(rows.into_iter().filter_map(known).collect())
}

pub fn shown(c: &mut Connection, forum_id: i64, place: Place) -> Result<Option<Image>> {
    forum_image::table
        .filter(forum_image::forum_id.eq(forum_id))
        .filter(forum_image::place.eq(place.as_str()))
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
    (kind, bytes): (&str, &[u8]),
    account_id: i64,
    now: Moment,
) -> Result<()> {
    remove(c, forum_id, place, now)?;
    diesel::insert_into(forum_image::table)
        .values((
            forum_image::forum_id.eq(forum_id),
            forum_image::place.eq(place.as_str()),
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
            .filter(forum_image::place.eq(place.as_str()))
            .filter(forum_image::removed_at.is_null()),
    )
    .set(forum_image::removed_at.eq(now))
    .execute(c)?;
    Ok(())
}
