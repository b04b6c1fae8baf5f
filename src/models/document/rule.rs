//! Whether a forum gives out letters and certificates.

use diesel::prelude::*;

use crate::db::schema::document_rule;
use crate::db::{Connection, Result};

/// Who decides over a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    #[default]
    Off,
    AtOnce,
    ByDesk,
}

impl Letters {
    pub fn parse(text: &str) -> Option<Letters> {
        match text {
            "off" => Some(Letters::Off),
            "at_once" => Some(Letters::AtOnce),
            "by_desk" => Some(Letters::ByDesk),
            _ => None,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Letters::Off => "off",
            Letters::AtOnce => "at_once",
            Letters::ByDesk => "by_desk",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rule {
    pub letters: Letters,
    pub certificates: bool,
}

pub fn of_forum(c: &mut Connection, forum_id: i64) -> Result<Rule> {
    let row: Option<(String, bool)> = document_rule::table
        .find(forum_id)
        .select((document_rule::letters, document_rule::certificates))
        .first(c)
        .optional()?;
    Ok(
        row.map_or_else(Rule::default, |(letters, certificates)| Rule {
            letters: Letters::parse(&letters).unwrap_or_default(),
            certificates,
        }),
    )
}

pub fn set(c: &mut Connection, forum_id: i64, rule: Rule) -> Result<()> {
    diesel::delete(document_rule::table.find(forum_id)).execute(c)?;
    diesel::insert_into(document_rule::table)
        .values((
            document_rule::forum_id.eq(forum_id),
            document_rule::letters.eq(rule.letters.as_str()),
            document_rule::certificates.eq(rule.certificates),
        ))
        .execute(c)?;
    Ok(())
}
