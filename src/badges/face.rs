//! What a badge says: made by the caller from its rows, so that no database is looked at here.

use crate::press::Ink;
use crate::values::{Code, is_latin};

/// One person's badge.
#[derive(Debug, Clone)]
pub struct BadgeFace {
    /// As the person writes it, in the person's own script.
    pub name: String,
    /// The Latin form, where the name is in another script.
    pub latin_name: Option<String>,
    pub position: String,
    pub organisation: String,
    /// In the forum's language.
    pub country: String,
    pub category: Category,
    pub code: Code,
    /// What the QR symbol is and holds, for those who do not see it.
    pub symbol_says: String,
    /// The days and cities it is good for.
    pub pictograms: Vec<Pictogram>,
}

/// What a person is at the forum.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// By which a layout tells categories apart.
    pub slug: String,
    pub word: String,
    pub colour: Ink,
}

/// What every badge of a forum says.
#[derive(Debug, Clone)]
pub struct ForumFace {
    pub title: String,
    pub place: String,
    pub dates: String,
    pub brand: Ink,
}

/// A day or a city, as a small picture with a word or number in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pictogram {
    pub sign: Sign,
    pub label: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Day,
    City,
}

impl BadgeFace {
    /// From the two names a registration holds: the Latin form stands beneath where the own name needs it.
    pub fn names(name: &str, native_name: Option<&str>) -> (String, Option<String>) {
        match native_name.map(str::trim).filter(|own| !own.is_empty()) {
            None => (name.to_owned(), None),
            Some(own) if own == name => (own.to_owned(), None),
            Some(latin) if is_latin(latin) && !is_latin(name) => {
                (name.to_owned(), Some(latin.to_owned()))
            }
            Some(own) if is_latin(own) => (own.to_owned(), None),
            Some(own) => (own.to_owned(), Some(name.to_owned())),
        }
    }
}
