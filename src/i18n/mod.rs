//! The languages: texts, plurals, numbers, dates, and the names of countries.

mod countries;
pub(crate) mod dates;
mod direction;
mod lists;
mod numbers;
mod texts;
mod typed_dates;
#[cfg(test)]
mod typography;

pub(crate) use countries::{countries, country_name};
pub(crate) use direction::directed;
pub(crate) use lists::{colon, listed};
pub(crate) use numbers::{decimal, number};
pub(crate) use texts::{CHECKSUM, Texts};
pub(crate) use typed_dates::{read_date, read_date_time};
