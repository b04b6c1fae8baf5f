//! Complaints (RFC 5965): somebody has called a mail of ours spam, and their provider passes it on.

use super::addresses::addresses;
use super::letter::{ReturnedMail, fields};
use super::status::Told;
use crate::models::returned::delivery_report::Action;

/// Whose it is, where that is not blotted out, and what the provider says of it; `None` where it is none, or says
/// that a mail was called no spam.
pub(super) fn complaint(letter: &ReturnedMail) -> Option<Told> {
    let feedback = fields(letter.feedback.first()?);
    let field = |name: &str| {
        let found = feedback.iter().find(|field| field.name == name);
        found.map(|field| field.value.as_str())
    };
    let kind = field("feedback-type").unwrap_or("abuse");
    if kind.eq_ignore_ascii_case("not-spam") || kind.eq_ignore_ascii_case("auth-failure") {
        return None;
    }
    let original = fields(&letter.original);
    let to = original.iter().find(|field| field.name == "to");
    let recipient = field("original-rcpt-to")
        .or(field("removal-recipient"))
        .or(to.map(|field| field.value.as_str()))
        .and_then(|value| addresses(value).into_iter().next())
        .filter(|address| !is_blotted_out(address));
    let by = field("user-agent")
        .or(field("reporting-mta"))
        .unwrap_or_default();
    Some(Told {
        action: Action::Complained,
        status: None,
        recipient: recipient.map(str::to_owned),
        words: format!("complaint ({kind}) {by}").trim_end().to_owned(),
    })
}

fn is_blotted_out(address: &str) -> bool {
    let small = address.to_ascii_lowercase();
    small.contains("redacted") || small.contains("xxx") || small.starts_with('*')
}
