//! Whether two names are those of one person.

use super::fold::{fold_both, words};
use super::keys::meaningful;
use super::query::Query;

/// A person's names, prepared to be compared with those of many others.
#[derive(Debug, Clone)]
pub struct Bearer {
    query: Query,
    folded: String,
    words: usize,
}

impl Bearer {
    pub fn new(name: &str, native_name: Option<&str>) -> Bearer {
        Bearer {
            query: Query::new(name),
            folded: fold_both(name, native_name),
            words: meaningful(words(name)).len(),
        }
    }

    /// How surely both are one, 0 to 1. One may leave out a part of the name; of a single word all must be there.
    pub fn likeness(&self, other: &Bearer) -> f64 {
        let forth = self.query.score(&other.folded);
        let back = other.query.score(&self.folded);
        match self.words.min(other.words) {
            0 | 1 => forth.min(back),
            _ => forth.max(back),
        }
    }
}
