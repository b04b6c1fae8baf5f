//! A mail as somebody would get it, for the organizer to look at and to try out. Badge and links in it are examples:
//! nobody's own leave.

use crate::mail::{Badge, Delegate, Mail, News, Post, to_delegate};
use crate::models::forum::wording::{Occasion, Words};
use crate::models::people::registration::Registration;
use crate::values::{Code, Email, Language};

/// Whom a mail is written for, as far as its words tell.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    pub name: String,
    pub organisation: String,
    /// ISO code.
    pub country: String,
    pub category_id: Option<i64>,
    pub language: Language,
    /// Those the person comes to; empty for all.
    pub sites: Vec<i64>,
}

impl Reader {
    /// A person of the forum.
    pub(crate) fn of(person: &Registration, sites: Vec<i64>) -> Reader {
        Reader {
            name: person.name.clone(),
            organisation: person.organisation.clone().unwrap_or_default(),
            country: person.country.clone(),
            category_id: Some(person.category_id),
            language: person.language,
            sites,
        }
    }

    /// Somebody, while there is nobody.
    pub(crate) fn invented(category_id: Option<i64>, language: Language) -> Reader {
        Reader {
            name: "Aysel Quliyeva".to_owned(),
            organisation: "Xəzər".to_owned(),
            country: "AZ".to_owned(),
            category_id,
            language,
            sites: Vec::new(),
        }
    }

    /// What the reader's category is called in a mail's language.
    pub(crate) fn category<'a>(&self, post: Post<'a>, language: Language) -> &'a str {
        let id = self.category_id;
        id.map_or("", |id| post.whole.category_name(id, language))
    }
}

/// What can be looked at before anybody gets it.
pub(crate) trait Sample {
    /// The mail as this reader would get it, addressed to whoever looks at it. `None` where nothing is written yet.
    fn sample(&self, reader: &Reader, to: &Email) -> Option<Mail>;
}

/// What is written to one person when something happens.
pub(crate) struct OnOccasion<'a> {
    pub post: Post<'a>,
    pub occasion: Occasion,
    pub language: Language,
    pub words: &'a Words,
}

/// A code that is no badge's.
pub(crate) fn example_code() -> Code {
    Code::from_bytes(*b"\0an example only")
}

impl Sample for OnOccasion<'_> {
    fn sample(&self, reader: &Reader, to: &Email) -> Option<Mail> {
        let OnOccasion { post, language, .. } = *self;
        let delegate = Delegate {
            to,
            language,
            name: &reader.name,
            needs_latin_name: false,
            organisation: &reader.organisation,
            category: reader.category(post, language),
            country: &reader.country,
            public_id: "example",
            link: &post.address(&format!("/{}/me/example", language.code())),
            badge: Some(&Badge::of(&example_code())),
            sharing: 1,
            forum: &post.facts(&reader.sites, language),
            own: Some(self.words),
        };
        let news = News::on(self.occasion);
        Some(to_delegate(post.letterhead, delegate, news))
    }
}
