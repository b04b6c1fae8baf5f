//! What a native reader would stumble over and a machine can see: checked in every text of every language.

use super::texts::{SAMPLES, Texts};
use crate::values::Language;

/// Fails with every text of the language that the fault is found in.
fn check(language: Language, fault: impl Fn(&str) -> bool) {
    let texts = SAMPLES.iter().flat_map(|(key, render)| {
        [0, 1, 2, 3, 11, 1234].map(|n| format!("{key}: {}", render(Texts::of(language), n)))
    });
    let mut faulty: Vec<String> = texts.filter(|text| fault(text)).collect();
    faulty.dedup();
    assert!(faulty.is_empty(), "{language:?}: {faulty:#?}");
}

/// Neighbouring characters.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1))
}

/// The text without its key.
fn said(text: &str) -> &str {
    text.split_once(": ").map_or(text, |(_, said)| said)
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&c)
}

fn is_arabic(c: char) -> bool {
    ('\u{620}'..='\u{64a}').contains(&c)
}

#[test]
fn quotes_apostrophes_and_dots_are_set_as_in_print() {
    for language in Language::ALL {
        check(language, |text| {
            text.contains(['\'', '"']) || text.contains("...")
        });
    }
}

#[test]
fn spaces_stand_alone_and_after_punctuation() {
    for language in Language::ALL {
        check(language, |text| {
            text.contains("  ") || text.contains(" ,") || text.contains(" .")
        });
    }
}

#[test]
fn no_word_mixes_scripts() {
    for language in Language::ALL {
        check(language, |text| {
            text.split(|c: char| !c.is_alphabetic()).any(|word| {
                let scripts = [is_cyrillic, is_arabic, |c: char| c < '\u{300}'];
                scripts
                    .iter()
                    .filter(|script| word.chars().any(**script))
                    .count()
                    > 1
            })
        });
    }
}

#[test]
fn french_puts_a_fixed_space_before_high_punctuation() {
    let fixed = |c: char| c == '\u{a0}' || c == '\u{202f}';
    check(Language::Fr, |text| {
        pairs(said(text)).any(|(before, sign)| match sign {
            ';' | '?' | '!' | '»' => !fixed(before) && !"?!".contains(before),
            ':' => before.is_alphabetic() || before == ' ',
            _ => before == '«' && !fixed(sign),
        })
    });
}

#[test]
fn arabic_has_its_own_comma_and_question_mark() {
    check(Language::Ar, |text| {
        pairs(said(text)).any(|(before, sign)| {
            ",;?".contains(sign) && !before.is_ascii() || before == ',' && !sign.is_ascii_digit()
        })
    });
}

#[test]
fn quotes_are_those_of_the_language() {
    check(Language::Ru, |text| text.contains(['“', '”']));
    check(Language::Fr, |text| text.contains(['“', '”']));
    check(Language::Ar, |text| text.contains(['“', '”']));
}
