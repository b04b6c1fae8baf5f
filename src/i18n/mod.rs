//! The languages: texts, plurals, numbers, dates, and the names of countries.

mod countries;
pub mod dates;
mod direction;
mod lists;
mod numbers;
mod texts;
mod typed_dates;
#[cfg(test)]
mod typography;

pub use countries::{countries, country_name};
pub use direction::directed;
pub use lists::{colon, listed};
pub use numbers::{Amount, decimal, number};
pub use texts::{CHECKSUM, Texts};
pub use typed_dates::{read_date, read_date_time};
