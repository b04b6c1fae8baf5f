//! A phone number as people write it.

use super::coded_text;

/// Fewest and most digits; the most characters with the signs between them.
const FEWEST: usize = 5;
const MOST: usize = 20;
const LONGEST: usize = 40;

/// What is wrong with a phone number; the sentence for it belongs to the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhoneFault {
    /// A character that no number has.
    Sign(char),
    TooShort,
    /// Two numbers, mostly.
    TooLong,
}

/// A number with its blanks and signs as it was typed, in Western digits: what is dialled, listed and exported is one
/// thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phone(String);

impl Phone {
    /// Reads a number as it is typed, or copied out of a link or a contact.
    pub(crate) fn parse(text: &str) -> Result<Phone, PhoneFault> {
        let plain = coded_text(text);
        let number = match plain.get(..4) {
            Some(scheme) if scheme.eq_ignore_ascii_case("tel:") => plain[4..].trim(),
            _ => plain.trim_end_matches(['.', ',', ';']).trim(),
        };
        if let Some(other) = number.chars().find(|sign| !is_of_a_number(*sign)) {
            return Err(PhoneFault::Sign(other));
        }
        let digits = number.chars().filter(char::is_ascii_digit).count();
        match digits {
            ..FEWEST => Err(PhoneFault::TooShort),
            _ if digits > MOST || number.len() > LONGEST => Err(PhoneFault::TooLong),
            _ => Ok(Phone(number.to_owned())),
        }
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

fn is_of_a_number(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '+' | ' ' | '(' | ')' | '-' | '.' | '/')
}
