//! What somebody typed of himself or herself, as far as it stands in a mail: an address or a speech in the field of a
//! name would reach a stranger under the forum's name.

use crate::i18n::Texts;
use crate::values::holds_web_address;

/// Longest, in characters: a name that fits a badge, and what organisations are called.
const LONGEST_NAME: usize = 80;
const LONGEST_ORGANISATION: usize = 160;

/// `None` for what no name is like.
pub(crate) fn name(typed: &str) -> Option<&str> {
    fits(typed, LONGEST_NAME)
}

/// The name within a sentence: whoever has none there is a participant.
pub(crate) fn name_said(typed: &str, t: Texts) -> &str {
    name(typed).unwrap_or(t.mail_unnamed())
}

pub(crate) fn organisation_said(typed: &str, t: Texts) -> &str {
    fits(typed, LONGEST_ORGANISATION).unwrap_or(t.mail_unnamed_organisation())
}

fn fits(typed: &str, longest: usize) -> Option<&str> {
    let fits = typed.chars().count() <= longest && !holds_web_address(typed);
    fits.then_some(typed)
}
