//! A mail as somebody would get it, for the organizer to look at.

use super::{Badge, Delegate, Mail, News, Post, to_delegate};
use crate::models::registration::Registration;
use crate::models::wording::{Occasion, Words};
use crate::values::{Email, Language};

/// Whom a sample is written for.
pub struct Reader {
    name: String,
    organisation: String,
    country: String,
    category_id: Option<i64>,
    sites: Vec<i64>,
}

impl Reader {
    /// A person of the forum, who comes to these sites (none: all).
    pub fn of(person: &Registration, sites: Vec<i64>) -> Reader {
        Reader {
            name: person.name.clone(),
            organisation: person.organisation.clone().unwrap_or_default(),
            country: person.country.clone(),
            category_id: Some(person.category_id),
            sites,
        }
    }

    /// Somebody, while the forum has nobody.
    pub fn invented(category_id: Option<i64>) -> Reader {
        Reader {
            name: "Aysel Quliyeva".to_owned(),
            organisation: "Xəzər".to_owned(),
            country: "AZ".to_owned(),
            category_id,
            sites: Vec::new(),
        }
    }
}

impl Post<'_> {
    /// The mail with these words. Its badge and its link are examples: the reader's own are not for others.
    pub fn sample(
        &self,
        to: &Email,
        reader: &Reader,
        example: &Badge,
        (occasion, language): (Occasion, Language),
        words: &Words,
    ) -> Mail {
        let category = reader.category_id;
        let delegate = Delegate {
            to,
            language,
            name: &reader.name,
            organisation: &reader.organisation,
            category: category.map_or("", |id| self.whole.category_name(id, language)),
            country: &reader.country,
            public_id: "example",
            link: &self.address(&format!("/{}/me/example", language.code())),
            badge: Some(example),
            forum: &self.facts(&reader.sites, language),
            own: Some(words),
        };
        to_delegate(self.letterhead, delegate, News::on(occasion))
    }
}
