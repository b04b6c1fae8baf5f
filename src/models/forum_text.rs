//! What people read of a forum, per language, with the forum's order of falling back.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::forum_text;
use crate::db::{Connection, Result};
use crate::text_column;
use crate::values::Language;

/// Whose text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Owner {
    Forum,
    Site(i64),
    Session(i64),
    Category(i64),
    Checkpoint(i64),
}

impl Owner {
    fn columns(self) -> (Kind, i64) {
        match self {
            Owner::Forum => (Kind::Forum, 0),
            Owner::Site(id) => (Kind::Site, id),
            Owner::Session(id) => (Kind::Session, id),
            Owner::Category(id) => (Kind::Category, id),
            Owner::Checkpoint(id) => (Kind::Checkpoint, id),
        }
    }

    fn of_columns(kind: Kind, id: i64) -> Owner {
        match kind {
            Kind::Forum => Owner::Forum,
            Kind::Site => Owner::Site(id),
            Kind::Session => Owner::Session(id),
            Kind::Category => Owner::Category(id),
            Kind::Checkpoint => Owner::Checkpoint(id),
        }
    }
}

text_column! {
    /// What an owner is.
    enum Kind {
        Forum = "forum",
        Site = "site",
        Session = "session",
        Category = "category",
        Checkpoint = "checkpoint",
    }
}

/// All texts of one forum.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ForumTexts {
    order: Vec<Language>,
    texts: HashMap<(Owner, String), HashMap<Language, String>>,
}

impl ForumTexts {
    /// The text in the language, else in the first of the forum's languages that has one, else "".
    pub fn get(&self, owner: Owner, field: &str, language: Language) -> &str {
        let Some(versions) = self.texts.get(&(owner, field.to_string())) else {
            return "";
        };
        std::iter::once(&language)
            .chain(&self.order)
            .find_map(|language| versions.get(language))
            .or_else(|| versions.values().min())
            .map_or("", String::as_str)
    }

    /// The text in exactly this language: what an editor shows.
    pub fn exact(&self, owner: Owner, field: &str, language: Language) -> &str {
        self.texts
            .get(&(owner, field.to_string()))
            .and_then(|versions| versions.get(&language))
            .map_or("", String::as_str)
    }
}

pub(crate) fn load(c: &mut Connection, forum_id: i64, order: Vec<Language>) -> Result<ForumTexts> {
    let rows: Vec<(Kind, i64, String, Language, String)> = forum_text::table
        .filter(forum_text::forum_id.eq(forum_id))
        .select((
            forum_text::owner,
            forum_text::owner_id,
            forum_text::field,
            forum_text::language,
            forum_text::value,
        ))
        .load(c)?;
    let mut texts: HashMap<(Owner, String), HashMap<Language, String>> = HashMap::new();
    for (kind, id, field, language, value) in rows {
        texts
            .entry((Owner::of_columns(kind, id), field))
            .or_default()
            .insert(language, value);
    }
    Ok(ForumTexts { order, texts })
}

/// One text in one language, as the desk writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Version {
    pub field: &'static str,
    pub language: Language,
    pub value: String,
}

/// Sets each of these texts; empty ones go.
pub(crate) fn set_all(
    c: &mut Connection,
    forum_id: i64,
    owner: Owner,
    versions: &[Version],
) -> Result<()> {
    for version in versions {
        set(
            c,
            forum_id,
            owner,
            version.field,
            version.language,
            &version.value,
        )?;
    }
    Ok(())
}

/// Sets one text; an empty one goes.
pub(crate) fn set(
    c: &mut Connection,
    forum_id: i64,
    owner: Owner,
    field: &str,
    language: Language,
    value: &str,
) -> Result<()> {
    let (kind, id) = owner.columns();
    diesel::delete(forum_text::table.find((forum_id, kind, id, field, language))).execute(c)?;
    let value = value.trim();
    if !value.is_empty() {
        diesel::insert_into(forum_text::table)
            .values((
                forum_text::forum_id.eq(forum_id),
                forum_text::owner.eq(kind),
                forum_text::owner_id.eq(id),
                forum_text::field.eq(field),
                forum_text::language.eq(language),
                forum_text::value.eq(value),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// The texts go with what they belong to.
pub(crate) fn delete(c: &mut Connection, forum_id: i64, owner: Owner) -> Result<()> {
    let (kind, id) = owner.columns();
    diesel::delete(
        forum_text::table
            .filter(forum_text::forum_id.eq(forum_id))
            .filter(forum_text::owner.eq(kind))
            .filter(forum_text::owner_id.eq(id)),
    )
    .execute(c)?;
    Ok(())
}
