//! Which people of a forum: the question behind the desk's list, and behind its export.

use serde::{Deserialize, Serialize};

use crate::models::registration::State;
use crate::models::registrations::{Filter, Sort};
use crate::models::whole::Whole;
use crate::values::Country;

/// As it stands in the address of the list. What means nothing is as if it were not there.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct FilterForm {
    /// A name as written or as heard, an organisation, an address, a badge's code.
    pub q: String,
    pub state: String,
    /// Short name of a category.
    pub category: String,
    /// ISO alpha-2.
    pub country: String,
    /// Short name of a site.
    pub site: String,
    /// `hall`: who is inside now.
    pub at: String,
    /// `newest`, `oldest` or `name`.
    pub sort: String,
    /// Where the last page ended.
    pub after: String,
}

impl FilterForm {
    pub fn in_the_hall(&self) -> bool {
        self.at == "hall"
    }

    /// `open` are the forum's checkpoints whose hours are now: together they are the hall.
    pub fn filter(&self, whole: &Whole, open: Vec<i64>) -> Filter {
        Filter {
            state: State::parse(&self.state),
            category_id: whole
                .categories
                .iter()
                .find(|category| category.slug == self.category)
                .map(|category| category.id),
            country: Country::parse(&self.country).map(|country| country.code().to_string()),
            site_id: whole
                .sites
                .iter()
                .find(|site| site.slug == self.site)
                .map(|site| site.id),
            inside_at: self.in_the_hall().then_some(open),
        }
    }

    pub fn sort(&self) -> Sort {
        match self.sort.as_str() {
            "oldest" => Sort::Oldest,
            "name" => Sort::Name,
            _ => Sort::Newest,
        }
    }
}
