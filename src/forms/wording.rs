//! What a mail of the forum says, in the forum's own words.

use crate::forms::{FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::forum::wording::{Occasion, Words};
use crate::values::{Wording, WordingError};

/// The words as they stand, in the form.
pub(crate) fn of(words: &Words) -> Typed {
    Typed::default()
        .with("subject", &words.subject)
        .with("heading", &words.heading)
        .with("body", &words.body)
}

pub(crate) fn parse(
    form: &Typed,
    occasion: Occasion,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<Words> {
    let line = |text: &str| Wording::parse_line(text, occasion.fields());
    let whole = |text: &str| Wording::parse(text, occasion.fields());
    let subject = read(form, "subject", line, t, errors);
    let heading = read(form, "heading", line, t, errors);
    let body = read(form, "body", whole, t, errors);
    Some(Words {
        subject: subject?,
        heading: heading?,
        body: body?,
    })
}

fn read(
    form: &Typed,
    field: &'static str,
    parse: impl Fn(&str) -> Result<Wording, WordingError>,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<String> {
    match parse(form.get(field)) {
        Ok(wording) if wording.is_empty() => errors.add(field, t.desk_wording_missing()),
        Ok(wording) => return Some(wording.as_str().to_owned()),
        Err(error) => errors.add(field, sentence(&error, t)),
    }
    None
}

/// What is wrong with a text, naming the place.
pub(crate) fn sentence(error: &WordingError, t: Texts) -> String {
    let in_braces = |name: &str| format!("{{{name}}}");
    match error {
        WordingError::Unknown(name) => t.desk_wording_unknown(in_braces(name)),
        WordingError::NotHere(field) => t.desk_wording_not_here(in_braces(field.name())),
        WordingError::Unclosed(words) => t.desk_wording_unclosed(format!("{{{words}")),
        WordingError::Unopened(words) => t.desk_wording_unopened(format!("{words}}}")),
        WordingError::TooLong(most) => t.form_too_long(*most),
    }
}
