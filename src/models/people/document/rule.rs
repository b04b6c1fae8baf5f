//! Whether a forum gives out letters and certificates.

use diesel::prelude::*;

use crate::db::schema::document_rule;
use crate::db::{Connection, Result};
use crate::text_column;

text_column! {
    /// Who decides over a letter.
    #[derive(Default)]
    pub enum Letters {
        #[default]
        Off = "off",
        AtOnce = "at_once",
        ByDesk = "by_desk",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Queryable, Selectable, Insertable)]
#[diesel(table_name = document_rule)]
pub struct Rule {
    pub letters: Letters,
    pub certificates: bool,
}

pub(crate) fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Rule> {
    let rule = document_rule::table
        .find(forum_id)
        .select(Rule::as_select())
        .first(c)
        .optional()?;
    Ok(rule.unwrap_or_default())
}

pub(crate) fn set(c: &mut Connection, forum_id: i64, rule: Rule) -> Result<()> {
    diesel::delete(document_rule::table.find(forum_id)).execute(c)?;
    diesel::insert_into(document_rule::table)
        .values((document_rule::forum_id.eq(forum_id), rule))
        .execute(c)?;
    Ok(())
}
