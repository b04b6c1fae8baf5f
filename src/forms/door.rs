//! What the door's page sends when it runs without scripts.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Builder;

use crate::clock::Moment;
use crate::models::doors::scan::{Reading, Subject};
use crate::models::places::way::Direction;

/// Fields of the page's query and of its form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    /// The page's token.
    pub page: String,
    pub code: String,
    /// A person found by name.
    pub registration: String,
    pub checkpoint: String,
    pub direction: String,
    pub q: String,
    /// What the page is to say of the form before it.
    pub said: String,
}

impl Typed {
    pub(crate) fn is_outwards(&self) -> bool {
        Direction::parse(&self.direction) == Some(Direction::Out)
    }

    /// Whom the form is about; `None` when nothing was typed.
    pub(crate) fn subject(&self) -> Option<Subject> {
        let code = self.code.trim();
        match (self.registration.as_str(), code) {
            ("", "") => None,
            ("", code) => Some(Subject::of_code(code)),
            (registration, _) => Some(Subject::Registration(registration.to_string())),
        }
    }

    /// The reading this form is. Its id comes from the page and from what was typed: the same form sent again, by a
    /// double click or "reload", is the same scan; another code typed into the same page is another.
    pub(crate) fn reading(
        &self,
        page_id: &str,
        subject: Subject,
        direction: Direction,
        now: Moment,
    ) -> Reading {
        Reading {
            told: None,
            id: id_of(&[page_id, self.code.trim(), &self.registration]),
            subject,
            direction,
            scanned_at: now,
            is_awaited: true,
        }
    }
}

/// An id that is the same whenever the same is typed into the same page.
pub(crate) fn id_of(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
        digest.update([0]);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.finalize()[..16]);
    Builder::from_custom_bytes(bytes).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;

    fn id(page_id: &str, code: &str, registration: &str) -> String {
        let typed = Typed {
            code: code.into(),
            registration: registration.into(),
            ..Typed::default()
        };
        let subject = typed.subject().unwrap();
        typed
            .reading(page_id, subject, Direction::In, clock::now())
            .id
    }

    #[test]
    fn a_form_sent_twice_is_one_scan_and_another_form_another() {
        assert_eq!(id("page", "HZ1", ""), id("page", " HZ1 ", ""));
        let all = [
            id("page", "HZ1", ""),
            id("other", "HZ1", ""),
            id("page", "HZ2", ""),
            id("page", "", "HZ1"),
        ];
        for (n, one) in all.iter().enumerate() {
            assert!(all.iter().skip(n + 1).all(|other| other != one), "{all:?}");
        }
    }

    #[test]
    fn nothing_typed_is_nobody() {
        let typed = Typed {
            code: "  ".into(),
            ..Typed::default()
        };
        assert!(typed.subject().is_none());
    }
}
