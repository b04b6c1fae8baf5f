//! Which registrations of a forum a list shows, as its address says: for the desk's list and for what is exported of it.

use serde::Deserialize;
use url::form_urlencoded::Serializer;

use crate::models::forum::context::ForumContext;
use crate::models::people::registrations::{Filter, Sort};
use crate::models::people::standing::State;
use crate::values::LastingId;

/// In place of a state: all but the withdrawn.
pub(crate) const LIVE: &str = "registered";

/// In place of a state: whose last e-mail reached nobody.
pub(crate) const UNREACHABLE: &str = "unreachable";

/// No row has this id: what a filter by something unknown finds.
const NOBODY: i64 = 0;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ListQuery {
    /// What was typed to search for.
    pub q: String,
    /// A state, `registered` for all but the withdrawn, or `unreachable`.
    pub state: String,
    /// Short name of a category.
    pub category: String,
    pub country: String,
    /// Short name of a site.
    pub site: String,
    /// `hall`, or the short name of a checkpoint: who is inside there.
    pub at: String,
    /// `yes`: who was let in somewhere; `no`: who never was.
    pub came: String,
    pub sort: String,
    /// Public id of the row that the page before ended with.
    pub after: String,
    /// Public id of the row that the page after begins with.
    pub before: String,
}

impl ListQuery {
    /// `inside_at` is what `at` means: the ids of the checkpoints.
    pub(crate) fn filter(&self, whole: &ForumContext, inside_at: Option<Vec<i64>>) -> Filter {
        let category = whole
            .categories
            .iter()
            .find(|c| LastingId::Category(c.id).is_meant_by(&self.category, &c.slug));
        let site = whole
            .sites
            .iter()
            .find(|site| LastingId::Site(site.id).is_meant_by(&self.site, &site.slug));
        Filter {
            state: State::parse(&self.state),
            live: self.state == LIVE,
            category_id: asked(&self.category).map(|_| category.map_or(NOBODY, |c| c.id)),
            country: asked(&self.country).map(str::to_uppercase),
            site_id: asked(&self.site).map(|_| site.map_or(NOBODY, |site| site.id)),
            inside_at,
            came: asked(&self.came).map(|came| came == "yes"),
            subscribed: false,
            uncomplaining: false,
            language: None,
            unreachable: self.state == UNREACHABLE,
            by_person: false,
            among: None,
        }
    }

    pub(crate) fn sort(&self) -> Sort {
        match self.sort.as_str() {
            "oldest" => Sort::Oldest,
            "name" => Sort::Name,
            _ => Sort::Newest,
        }
    }

    /// Whether it narrows the list at all.
    pub(crate) fn is_filtered(&self) -> bool {
        let narrowing = [
            &self.q,
            &self.state,
            &self.category,
            &self.country,
            &self.site,
            &self.at,
            &self.came,
        ];
        narrowing.iter().any(|text| !text.trim().is_empty())
    }

    /// The same list from its start, as `?q=...&state=...`; nothing where there is nothing to say.
    pub(crate) fn address(&self) -> String {
        self.with(&[])
    }

    /// The list, going on after a row.
    pub(crate) fn after(&self, public_id: &str) -> String {
        self.with(&[("after", public_id)])
    }

    /// The list, ending before a row.
    pub(crate) fn before(&self, public_id: &str) -> String {
        self.with(&[("before", public_id)])
    }

    fn with(&self, more: &[(&str, &str)]) -> String {
        let own = [
            ("q", &self.q),
            ("state", &self.state),
            ("category", &self.category),
            ("country", &self.country),
            ("site", &self.site),
            ("at", &self.at),
            ("came", &self.came),
            ("sort", &self.sort),
        ];
        let mut address = Serializer::new(String::new());
        for (name, value) in own.iter().filter(|(_, value)| !value.is_empty()) {
            address.append_pair(name, value);
        }
        address.extend_pairs(more);
        match address.finish() {
            address if address.is_empty() => address,
            address => format!("?{address}"),
        }
    }
}

fn asked(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_asked_and_no_more() {
        let query: ListQuery = crate::forms::parse(b"q=a%26b+c&state=pending&after=x&unknown=1");
        assert_eq!(query.address(), "?q=a%26b+c&state=pending");
        assert_eq!(query.after("y"), "?q=a%26b+c&state=pending&after=y");
        assert_eq!(ListQuery::default().address(), "");
        assert!(query.is_filtered() && !ListQuery::default().is_filtered());
    }
}
