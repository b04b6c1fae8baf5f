//! What somebody typed or a scanner read, as far as it can be a badge's code. `assets/door/badge-code.js` reads the
//! same; the cases both are held to stand in `tests/support/typed_codes.json`.

use std::collections::BTreeSet;

use crate::values::Code;
use crate::values::code::{LENGTH, PREFIX, SYMBOLS, is_symbol};
use crate::values::digits::western_digit;

/// A code as it came: any case, with or without `HZ`, blanks and signs between, an address around it, or what
/// scanners put before it (`]Q3`); O read for 0, I and L for 1; also from a Russian or German keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TypedCode {
    Whole(Code),
    /// Some first characters, typed by hand.
    Start(CodeStart),
    Other,
}

/// Fewer first characters than this are nobody's, however few people a door has.
const FEWEST: usize = 6;

/// The first characters of a code. As one may begin with HZ itself, those typed after HZ can be read in two ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CodeStart {
    readings: Vec<String>,
}

/// A Russian keyboard's letters by the keys that a scanner presses.
const RUSSIAN_KEYS: &str = "йцукенгшщзфывапролдячсмить";
const KEYS: &str = "QWERTYUIOPASDFGHJKLZXCVBNM";

impl TypedCode {
    pub(crate) fn read(text: &str) -> TypedCode {
        let in_address = |c| matches!(c, '/' | '?' | '#' | '=' | '&');
        let whole = text.rsplit(in_address).find_map(|part| {
            let written = characters(part);
            whole(&written).or_else(|| whole(&swapped(&written)?))
        });
        match whole {
            Some(code) => TypedCode::Whole(code),
            None if text.contains(in_address) => TypedCode::Other,
            None => CodeStart::of(&characters(text)).map_or(TypedCode::Other, TypedCode::Start),
        }
    }
}

fn whole(written: &str) -> Option<Code> {
    let bare = match written.chars().count() {
        LENGTH => written,
        _ => written.strip_prefix(PREFIX)?,
    };
    Code::of_characters(mended(bare))
}

/// The letters and digits of what was read, in capitals, without the three characters by which scanners say what
/// kind of symbol it was: `]Q3`.
fn characters(part: &str) -> String {
    let part = part.replace("%20", " ");
    let part = part.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let bare = part.strip_prefix(']').map_or(part, |kind| {
        let mut rest = kind.chars();
        let is_kind = rest.next().is_some_and(|c| c.is_ascii_alphabetic())
            && rest.next().is_some_and(|c| c.is_ascii_alphanumeric());
        if is_kind { rest.as_str() } else { kind }
    });
    let all: String = bare
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(plain)
        .collect();
    match all.starts_with(['Р', 'р']) && all.chars().nth(1).is_some_and(|c| "Яя".contains(c)) {
        true => all.chars().map(by_its_key).collect(),
        false => all,
    }
}

/// A letter or digit of any keyboard as the capital or the digit it is.
fn plain(c: char) -> char {
    match c {
        'ı' | 'İ' => 'I',
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            let ascii = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
            ascii.to_ascii_uppercase()
        }
        _ => western_digit(c).to_ascii_uppercase(),
    }
}

/// What an American keyboard writes with the key that wrote this Russian letter.
fn by_its_key(c: char) -> char {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let key = RUSSIAN_KEYS.chars().position(|letter| letter == lower);
    key.and_then(|at| KEYS.chars().nth(at)).unwrap_or(c)
}

/// A German keyboard has Y and Z in each other's place; it shows in the HZ.
fn swapped(written: &str) -> Option<String> {
    let swap = |c| match c {
        'Y' => 'Z',
        'Z' => 'Y',
        other => other,
    };
    let is_german = written.len() == PREFIX.len() + LENGTH && written.starts_with("HY");
    is_german.then(|| written.chars().map(swap).collect())
}

/// The letters people write for the digits they saw. After the prefix is gone: its Z and H stay letters.
fn mended(text: &str) -> String {
    text.replace('O', "0").replace(['I', 'L'], "1")
}

impl CodeStart {
    fn of(written: &str) -> Option<CodeStart> {
        let bare = written
            .strip_prefix(PREFIX)
            .filter(|bare| !bare.is_empty())
            .map(mended);
        let readings: Vec<String> = bare
            .into_iter()
            .chain([mended(written)])
            .filter(|reading| (1..LENGTH).contains(&reading.len()))
            .filter(|reading| reading.chars().all(is_symbol))
            .collect();
        (!readings.is_empty()).then_some(CodeStart { readings })
    }

    /// Whether nobody can be told by so few characters.
    pub(crate) fn is_too_short(&self) -> bool {
        self.readings.iter().any(|reading| reading.len() < FEWEST)
    }

    /// The first six characters of all codes that begin so, or would if one character were mistyped or two swapped.
    pub(crate) fn beginnings(&self) -> BTreeSet<String> {
        let near = |reading: &String| reading.get(..FEWEST).map(beginnings_near);
        self.readings.iter().filter_map(near).flatten().collect()
    }

    /// Whether a code begins with what was typed.
    pub(crate) fn begins(&self, code: &Code) -> bool {
        self.readings
            .iter()
            .any(|reading| code.as_str().starts_with(reading.as_str()))
    }

    /// Whether it does so but for one character, or for two neighbours in each other's place.
    pub(crate) fn almost_begins(&self, code: &Code) -> bool {
        self.readings
            .iter()
            .any(|reading| is_one_slip(reading, &code.as_str()[..reading.len()]))
    }
}

/// The same six characters, all that differ in one, and those with two neighbours swapped.
fn beginnings_near(six: &str) -> Vec<String> {
    let typed: Vec<char> = six.chars().collect();
    let mut near = Vec::with_capacity(1 + FEWEST * SYMBOLS.len() + FEWEST);
    for at in 0..typed.len() {
        for symbol in SYMBOLS.chars() {
            let mut other = typed.clone();
            other[at] = symbol;
            near.push(other.into_iter().collect());
        }
    }
    for at in 1..typed.len() {
        let mut other = typed.clone();
        other.swap(at - 1, at);
        near.push(other.into_iter().collect());
    }
    near
}

fn is_one_slip(typed: &str, meant: &str) -> bool {
    let pairs: Vec<(u8, u8)> = typed.bytes().zip(meant.bytes()).collect();
    let wrong: Vec<usize> = (0..pairs.len())
        .filter(|at| pairs[*at].0 != pairs[*at].1)
        .collect();
    match wrong[..] {
        [_] => true,
        [one, other] => {
            let (first, second) = (pairs[one], pairs[other]);
            other == one + 1 && first.0 == second.1 && first.1 == second.0
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::values::code::typed_code::*;

    #[test]
    fn everything_typed_or_read_is_the_code_that_it_is() {
        let cases: Vec<Value> =
            serde_json::from_str(include_str!("../../../tests/support/typed_codes.json")).unwrap();
        for case in cases {
            let typed = case["typed"].as_str().unwrap();
            let read = match TypedCode::read(typed) {
                TypedCode::Whole(code) => json!({ "typed": typed, "code": code.as_str() }),
                TypedCode::Start(start) => json!({ "typed": typed, "starts": start.readings }),
                TypedCode::Other => json!({ "typed": typed }),
            };
            assert_eq!(read, case);
        }
    }

    fn start(typed: &str) -> CodeStart {
        match TypedCode::read(typed) {
            TypedCode::Start(start) => start,
            other => panic!("{typed}: {other:?}"),
        }
    }

    #[test]
    fn a_slip_is_one_wrong_character_or_two_swapped() {
        let typed = start("7QK3M9XA");
        for (code, begins, almost) in [
            ("7QK3M9XA2VBT0123456789ABCD", true, false),
            ("7QK3M9XB2VBT0123456789ABCD", false, true),
            ("8QK3M9XA2VBT0123456789ABCD", false, true),
            ("Q7K3M9XA2VBT0123456789ABCD", false, true),
            ("7QK3MX9A2VBT0123456789ABCD", false, true),
            ("8QK3M9XB2VBT0123456789ABCD", false, false),
            ("KQ73M9XA2VBT0123456789ABCD", false, false),
        ] {
            let code = Code::parse(code).unwrap();
            assert_eq!(typed.begins(&code), begins, "{code}");
            assert_eq!(typed.almost_begins(&code), almost, "{code}");
            let six = code.as_str()[..FEWEST].to_owned();
            assert!(typed.beginnings().contains(&six) || !(begins || almost));
        }
    }

    #[test]
    fn fewer_than_six_characters_are_nobodys() {
        assert!(start("7QK3M").is_too_short());
        assert!(start("HZ 7QK3").is_too_short());
        assert!(!start("7QK3M9").is_too_short());
    }
}
