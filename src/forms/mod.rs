//! What a browser sent, as typed, and what it means, or what to mend.

pub mod acts;
pub mod badge_layout;
pub mod badge_print;
pub mod carried;
pub mod category;
pub mod checkpoint;
pub mod details;
pub mod device;
pub mod device_status;
pub mod door;
mod errors;
mod field_names;
pub mod forum;
pub mod invite_again;
pub mod kept_request;
pub mod list_query;
pub mod paper_list;
pub mod printer;
pub mod registration;
pub mod scans;
pub mod session;
pub mod site;
pub mod token;
mod tongues;
mod typed;
pub mod wording;

use serde::de::DeserializeOwned;

use crate::values::{coded_text, long_text, short_text};

pub use errors::FieldErrors;
pub use field_names::field_name;
pub use tongues::Tongues;
pub use typed::{Difference, Typed, read_date, zones};

/// Reads an urlencoded body; fields that are not there are empty, fields that we do not know are left alone.
pub fn parse<T: DeserializeOwned + Default>(body: &[u8]) -> T {
    serde_html_form::from_bytes(body).unwrap_or_default()
}

/// A short text that was typed, cleaned; nothing is `None`.
pub fn given(text: &str) -> Option<String> {
    Some(short_text(text)).filter(|text| !text.is_empty())
}

/// A text of several lines that was typed, cleaned; nothing is `None`.
pub fn given_lines(text: &str) -> Option<String> {
    Some(long_text(text)).filter(|text| !text.is_empty())
}

/// A number, date, address or code that was typed, cleaned; nothing is `None`.
pub fn given_code(text: &str) -> Option<String> {
    Some(coded_text(text)).filter(|text| !text.is_empty())
}
