//! What Hazir says: one method per message of `texts/<language>/*.ftl`, written by `build.rs`.

use std::fmt::Display;

use super::numbers::{Amount, Plural, number, plural};
use crate::values::Language;

/// The texts in one language. A message without arguments is a `&'static str`; one with arguments takes
/// them in the order English names them and gives a `String`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Texts {
    language: Language,
    isolate: bool,
}

impl Texts {
    /// For mails and files: an argument goes in as it is.
    pub(crate) fn of(language: Language) -> Texts {
        Texts {
            language,
            isolate: false,
        }
    }

    /// For pages: an argument that could disturb the direction of its sentence is set apart by invisible marks.
    pub(crate) fn html(language: Language) -> Texts {
        Texts {
            language,
            isolate: true,
        }
    }

    pub(crate) fn language(self) -> Language {
        self.language
    }

    fn argument(self, argument: impl Display) -> String {
        let text = argument.to_string();
        match self.isolate && could_disturb(self.language, &text) {
            true => format!("\u{2068}{text}\u{2069}"),
            false => text,
        }
    }
}

/// A name from left to right is safe in a sentence from left to right; everything else is not.
fn could_disturb(language: Language, text: &str) -> bool {
    language.direction() == "rtl" || text.chars().any(is_right_to_left)
}

/// The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and the like, and the marks of direction.
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: [i64; 12] = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101, 103, 1_000_000];

    #[test]
    fn every_message_of_every_language_renders() {
        for language in Language::ALL {
            for (key, render) in SAMPLES {
                for text in NUMBERS.map(|n| render(Texts::of(language), n)) {
                    assert!(!text.trim().is_empty(), "{key} is empty in {language:?}");
                    assert!(
                        !text.contains("{$") && !text.contains("{ $"),
                        "{key} in {language:?}: {text}"
                    );
                    assert_eq!(
                        text.trim(),
                        text,
                        "{key} in {language:?} begins or ends with space"
                    );
                }
            }
        }
    }

    #[test]
    fn a_name_is_set_apart_where_it_could_disturb() {
        assert_eq!(Texts::html(Language::Fr).argument("Ali"), "Ali");
        assert_eq!(
            Texts::html(Language::Fr).argument("محمد"),
            "\u{2068}محمد\u{2069}"
        );
        assert_eq!(
            Texts::html(Language::Ar).argument("Ali"),
            "\u{2068}Ali\u{2069}"
        );
        assert_eq!(Texts::of(Language::Ar).argument("Ali"), "Ali");
    }
}
