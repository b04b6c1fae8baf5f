//! A forum's papers at the desk: who gets them, and who signs.

use crate::forms::{FieldErrors, Tongues, Typed};
use crate::i18n::Texts;
use crate::models::forum_text::{ForumTexts, Owner, Version};
use crate::models::people::document::rule::{Letters, Rule};
use crate::values::Language;

/// Host, its address, who signs and as what.
const TEXTS: [Tongues; 4] = [
    Tongues::new("letter_host", 200),
    Tongues::new("letter_address", 400),
    Tongues::new("letter_signatory", 120),
    Tongues::new("letter_function", 160),
];

pub(crate) fn filled(rule: Rule, texts: &ForumTexts) -> Typed {
    let form = Typed::default()
        .with("letters", rule.letters.as_str())
        .with_tick("certificates", rule.certificates);
    let fill = |form, text: &Tongues| text.fill(form, texts, Owner::Forum);
    TEXTS.iter().fold(form, fill)
}

pub(crate) fn parse(
    form: &Typed,
    languages: &[Language],
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<(Rule, Vec<Version>)> {
    let letters = Letters::parse(form.get("letters"));
    if letters.is_none() {
        errors.add("letters", t.desk_edit_choice_missing());
    }
    let texts = TEXTS
        .iter()
        .flat_map(|text| text.parse(form, languages, t, errors))
        .collect();
    if !errors.is_empty() {
        return None;
    }
    let rule = Rule {
        letters: letters?,
        certificates: form.ticked("certificates"),
    };
    Some((rule, texts))
}
