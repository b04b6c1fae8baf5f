//! Why a door refuses: the facts behind a verdict, as they were when it was given.

use serde::{Deserialize, Serialize};

use crate::clock::{self, Moment};
use crate::models::doors::scan::Subject;
use crate::models::people::standing::State;
use crate::values::LastingId;

/// Each verdict has its own facts; all others are empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Reason {
    /// Of a revoked badge.
    #[serde(with = "clock::optional", skip_serializing_if = "Option::is_none")]
    pub replaced_at: Option<Moment>,
    /// The checkpoint is not open yet.
    #[serde(with = "clock::optional", skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Moment>,
    /// The checkpoint is open no longer.
    #[serde(with = "clock::optional", skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Moment>,
    /// Short names of the sites the person comes to, as they were then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sites: Vec<String>,
    /// What these are called for ever.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    site_ids: Vec<String>,
    /// Short names of the categories that pass, as they were then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    categories: Vec<String>,
    /// What these are called for ever.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    category_ids: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inside: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<i32>,
    /// Of a registration that is not confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Of a code typed so far that it may be another person's: more of its characters would tell.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
}

impl Reason {
    /// Why nobody is known by what was read.
    pub(crate) fn of_nobody(subject: &Subject) -> Option<Reason> {
        matches!(subject, Subject::Unclear).then(|| Reason {
            more: true,
            ..Reason::default()
        })
    }

    /// By id and short name.
    pub(crate) fn name_sites(&mut self, named: Vec<(i64, String)>) {
        for (id, slug) in named {
            self.site_ids.push(LastingId::Site(id).to_string());
            self.sites.push(slug);
        }
    }

    /// By id and short name.
    pub(crate) fn name_categories(&mut self, named: Vec<(i64, String)>) {
        for (id, slug) in named {
            self.category_ids.push(LastingId::Category(id).to_string());
            self.categories.push(slug);
        }
    }

    /// The sites the person comes to, by what does not change; of an older verdict by the short names of then.
    pub(crate) fn sites(&self) -> &[String] {
        lasting(&self.site_ids, &self.sites)
    }

    /// The categories that pass, in the same way.
    pub(crate) fn categories(&self) -> &[String] {
        lasting(&self.category_ids, &self.categories)
    }

    /// As it is kept with the scan.
    pub(crate) fn written(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    pub(crate) fn read(text: &str) -> Option<Reason> {
        serde_json::from_str(text).ok()
    }
}

fn lasting<'a>(ids: &'a [String], slugs: &'a [String]) -> &'a [String] {
    match ids.is_empty() {
        true => slugs,
        false => ids,
    }
}
