//! The languages: texts, plurals, numbers, dates, and the names of countries.

mod numbers;
mod texts;

pub use numbers::{Amount, number};
pub use texts::Texts;
