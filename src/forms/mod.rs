//! What a browser sent, as typed, and what it means, or what to mend.

pub(crate) mod acts;
pub(crate) mod badge_layout;
pub(crate) mod badge_print;
pub(crate) mod carried;
pub(crate) mod category;
pub(crate) mod checkpoint;
pub(crate) mod details;
pub(crate) mod device;
pub(crate) mod device_status;
pub(crate) mod door;
mod errors;
mod field_names;
pub(crate) mod forum;
pub(crate) mod invite_again;
pub(crate) mod kept_request;
pub(crate) mod list_query;
pub(crate) mod paper_list;
pub(crate) mod printer;
pub(crate) mod registration;
pub(crate) mod scans;
pub(crate) mod session;
pub(crate) mod site;
pub(crate) mod token;
mod tongues;
mod typed;
pub(crate) mod wording;

use serde::de::DeserializeOwned;

use crate::values::{coded_text, long_text, short_text};

pub(crate) use errors::FieldErrors;
pub(crate) use field_names::field_name;
pub(crate) use tongues::Tongues;
pub(crate) use typed::{Difference, Typed, read_date, zones};

/// Reads an urlencoded body; fields that are not there are empty, fields that we do not know are left alone.
pub(crate) fn parse<T: DeserializeOwned + Default>(body: &[u8]) -> T {
    serde_html_form::from_bytes(body).unwrap_or_default()
}

/// A short text that was typed, cleaned; nothing is `None`.
pub(crate) fn given(text: &str) -> Option<String> {
    Some(short_text(text)).filter(|text| !text.is_empty())
}

/// A text of several lines that was typed, cleaned; nothing is `None`.
pub(crate) fn given_lines(text: &str) -> Option<String> {
    Some(long_text(text)).filter(|text| !text.is_empty())
}

/// A number, date, address or code that was typed, cleaned; nothing is `None`.
pub(crate) fn given_code(text: &str) -> Option<String> {
    Some(coded_text(text)).filter(|text| !text.is_empty())
}
