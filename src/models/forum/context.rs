//! A forum with all that belongs to it and that people read: what pages and mails are made of.

use super::category::{self, Category};
use super::wording::{self, Wordings};
use crate::db::{Connection, Result};
use crate::models::forum::{self, Forum};
use crate::models::forum_text::{self, ForumTexts, Owner};
use crate::models::places::checkpoint::Checkpoint;
use crate::models::places::session::{self, Session};
use crate::models::places::site::{self, Site};
use crate::values::Language;

#[derive(Debug, Clone, PartialEq)]
pub struct ForumContext {
    pub forum: Forum,
    pub texts: ForumTexts,
    pub sites: Vec<Site>,
    pub sessions: Vec<Session>,
    pub categories: Vec<Category>,
    /// What its mails say in words of its own.
    pub wordings: Wordings,
}

impl ForumContext {
    pub fn text(&self, owner: Owner, field: &str, language: Language) -> &str {
        self.texts.get(owner, field, language)
    }

    pub fn title(&self, language: Language) -> &str {
        self.text(Owner::Forum, "title", language)
    }

    pub fn category(&self, id: i64) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == id)
    }

    /// The category that most people are: the first that the form offers.
    pub fn usual_category(&self) -> Option<&Category> {
        self.categories.iter().find(|category| category.on_form)
    }

    /// What a category is called, else its short name.
    pub fn category_name(&self, id: i64, language: Language) -> &str {
        let name = self.text(Owner::Category(id), "name", language);
        match (name, self.category(id)) {
            ("", Some(category)) => &category.slug,
            (name, _) => name,
        }
    }

    /// What a site is called, else its short name.
    pub fn site_name<'a>(&'a self, site: &'a Site, language: Language) -> &'a str {
        match self.text(Owner::Site(site.id), "name", language) {
            "" => &site.slug,
            name => name,
        }
    }

    /// What a checkpoint is called, else its short name.
    pub fn checkpoint_name<'a>(
        &'a self,
        checkpoint: &'a Checkpoint,
        language: Language,
    ) -> &'a str {
        match self.text(Owner::Checkpoint(checkpoint.id), "name", language) {
            "" => &checkpoint.slug,
            name => name,
        }
    }
}

pub fn by_slug(c: &mut Connection, slug: &str) -> Result<Option<ForumContext>> {
    match forum::by_slug(c, slug)? {
        None => Ok(None),
        Some(forum) => of(c, forum).map(Some),
    }
}

pub fn of(c: &mut Connection, forum: Forum) -> Result<ForumContext> {
    Ok(ForumContext {
        texts: forum_text::load(c, forum.id, forum.languages())?,
        sites: site::of_forum(c, forum.id)?,
        sessions: session::of_forum(c, forum.id)?,
        categories: category::of_forum(c, forum.id)?,
        wordings: wording::of_forum(c, forum.id)?,
        forum,
    })
}
