//! Which form of a forum's desk was saved last, by whom and when: whoever opened it before is told.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::desk_edit;
use crate::db::{Connection, Result};

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = desk_edit)]
pub(crate) struct DeskEdit {
    /// How often the form was saved.
    pub number: i64,
    pub account_id: i64,
    pub edited_at: Moment,
}

/// The last one of the form at an address behind the forum's.
pub(crate) fn last(c: &mut Connection, forum_id: i64, page: &str) -> Result<Option<DeskEdit>> {
    desk_edit::table
        .find((forum_id, page))
        .select(DeskEdit::as_select())
        .first(c)
        .optional()
}

/// One more, by whoever holds the forum's turn.
pub(crate) fn record(
    c: &mut Connection,
    forum_id: i64,
    page: &str,
    account_id: i64,
    now: Moment,
) -> Result<()> {
    let known = last(c, forum_id, page)?;
    let number = known.as_ref().map_or(0, |known| known.number) + 1;
    let said = (
        desk_edit::number.eq(number),
        desk_edit::account_id.eq(account_id),
        desk_edit::edited_at.eq(now),
    );
    match known {
        Some(_) => diesel::update(desk_edit::table.find((forum_id, page)))
            .set(said)
            .execute(c)
            .map(drop),
        None => diesel::insert_into(desk_edit::table)
            .values((
                desk_edit::forum_id.eq(forum_id),
                desk_edit::page.eq(page),
                said,
            ))
            .execute(c)
            .map(drop),
    }
}
