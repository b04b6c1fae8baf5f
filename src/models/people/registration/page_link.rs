use data_encoding::BASE64;
use diesel::prelude::*;

use crate::db::schema::registration;
use crate::db::{Error, Result};
use crate::values::{SealingKey, Secret};

/// The link to a person's own page, as the table keeps it: found by its hash, and read again with the key alone, for the
/// next mail.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = registration)]
pub struct PageLink {
    /// Empty until the program that brought the column has sealed the link.
    pub(super) link_hash: Option<String>,
    pub(super) link: String,
}

impl PageLink {
    /// A new link that nobody can guess.
    pub fn random(key: &SealingKey) -> PageLink {
        PageLink::of(&Secret::random(), key)
    }

    pub fn of(link: &Secret, key: &SealingKey) -> PageLink {
        let hash = link.hash();
        let sealed = key.seal(&place(&hash), link.as_str().as_bytes());
        PageLink {
            link: BASE64.encode(&sealed),
            link_hash: Some(hash),
        }
    }

    /// Of an invented person, who has no page.
    pub fn of_nobody() -> PageLink {
        PageLink {
            link_hash: None,
            link: String::new(),
        }
    }

    pub fn open(&self, key: &SealingKey) -> Result<Secret> {
        let text = match &self.link_hash {
            None => Some(self.link.clone()),
            Some(hash) => BASE64
                .decode(self.link.as_bytes())
                .ok()
                .and_then(|sealed| key.open(&place(hash), &sealed))
                .and_then(|text| String::from_utf8(text).ok()),
        };
        text.as_deref()
            .and_then(Secret::parse)
            .ok_or_else(|| Error::DeserializationError("a link is not sealed with this key".into()))
    }

    /// As a table keeps it: the hash, then what is sealed.
    pub fn columns(&self) -> (Option<&str>, &str) {
        (self.link_hash.as_deref(), &self.link)
    }
}

/// A link that is laid beside another's hash does not open.
fn place(hash: &str) -> String {
    format!("registration.link:{hash}")
}
