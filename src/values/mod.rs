//! What a value may be, decided once: parsed at the edge, valid for ever after.

mod language;

pub use language::Language;
