use crate::models::forum::context::ForumContext;
use crate::pages;
use crate::values::Language;

/// What there is to choose in a delegate's form: (value, what it is called).
pub(crate) struct Choices<'a> {
    pub countries: Vec<(&'static str, &'static str)>,
    /// Empty where there is only one.
    pub categories: Vec<(&'a str, &'a str)>,
    /// Empty where there is only one.
    pub sites: Vec<(&'a str, &'a str)>,
}

impl<'a> Choices<'a> {
    /// `category` is the one a person has already, which always may stay.
    pub(crate) fn of(
        whole: &'a ForumContext,
        lang: Language,
        category: Option<i64>,
    ) -> Choices<'a> {
        let categories = whole
            .categories
            .iter()
            .filter(|one| one.on_form || Some(one.id) == category)
            .map(|one| (one.slug.as_str(), whole.category_name(one.id, lang)));
        let sites = whole
            .sites
            .iter()
            .map(|site| (site.slug.as_str(), whole.site_name(site, lang)));
        Choices {
            countries: pages::countries(whole, lang),
            categories: several(categories),
            sites: several(sites),
        }
    }
}

/// One alone is no choice.
fn several<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    let all: Vec<_> = all.collect();
    if all.len() > 1 { all } else { Vec::new() }
}
