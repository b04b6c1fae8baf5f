//! Several things named after one another, and one thing named before its value.

use crate::values::Language;

/// The parts with the language's comma between them: an address, a list of names.
pub(crate) fn listed<S: AsRef<str>>(language: Language, parts: &[S]) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    parts.join(match language {
        Language::Ar => "، ",
        _ => ", ",
    })
}

/// What stands after a label; French sets a fixed space before it.
pub(crate) fn colon(language: Language) -> &'static str {
    match language {
        Language::Fr => "\u{a0}:",
        _ => ":",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_comma_is_the_language_s_own() {
        assert_eq!(
            listed(Language::Az, &["Bakı", "Naxçıvan"]),
            "Bakı, Naxçıvan"
        );
        assert_eq!(listed(Language::Ar, &["باكو", "نخجوان"]), "باكو، نخجوان");
        assert_eq!(listed(Language::En, &["Baku".to_string()]), "Baku");
    }
}
