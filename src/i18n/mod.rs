//! The languages: texts, plurals, numbers, dates, and the names of countries.

mod countries;
pub mod dates;
mod direction;
mod lists;
mod numbers;
mod texts;
#[cfg(test)]
mod typography;

pub use countries::{countries, country_name};
pub use direction::directed;
pub use lists::{colon, listed};
pub use numbers::{Amount, decimal, number};
pub use texts::{CHECKSUM, Texts};
