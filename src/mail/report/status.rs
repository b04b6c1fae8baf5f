//! Delivery status (RFC 3464): fields that a program reads.

use super::letter::Header;
use crate::models::returned::delivery_report::Action;
use crate::values::DeliveryStatus;

/// What is said of one recipient, in fields or in words.
pub(super) struct Told {
    pub action: Action,
    pub status: Option<DeliveryStatus>,
    pub words: String,
    pub recipient: Option<String>,
}

/// Groups are parted by blank lines; the first is about the mail as a whole.
pub(super) fn recipients(text: &str) -> Vec<Told> {
    let blank = |line: &str| line.trim().is_empty();
    let mut groups = vec![String::new()];
    for line in text.lines() {
        if blank(line) {
            groups.push(String::new());
        } else if let Some(group) = groups.last_mut() {
            group.push_str(line);
            group.push('\n');
        }
    }
    groups
        .iter()
        .filter_map(|group| of_one(&super::letter::fields(group)))
        .collect()
}

fn of_one(group: &[Header]) -> Option<Told> {
    let field = |name: &str| {
        let found = group.iter().find(|field| field.name == name);
        found.map(|field| field.value.as_str())
    };
    let recipient = field("original-recipient").or(field("final-recipient"));
    Some(Told {
        action: Action::parse(field("action")?)?,
        status: field("status").and_then(DeliveryStatus::in_words),
        words: untyped(field("diagnostic-code").unwrap_or_default()).to_owned(),
        recipient: recipient.map(|typed| untyped(typed).trim_matches(['<', '>']).to_owned()),
    })
}

/// `smtp; 550 …` and `rfc822; somebody@…` without what stands before the semicolon.
pub(super) fn untyped(value: &str) -> &str {
    value
        .split_once(';')
        .map_or(value, |(_, value)| value)
        .trim()
}
