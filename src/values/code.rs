//! The two secrets of a registration: what its badge shows, and the link to one's own page.

pub(super) mod typed_code;

use std::fmt;
use std::sync::LazyLock;

use data_encoding::{Encoding, HEXLOWER, Specification};
use sha2::{Digest, Sha256};

use super::code::typed_code::TypedCode;

/// Crockford's letters: none that looks like another when read aloud or by eye (no I, L, O, U).
pub(super) const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
pub(super) const LENGTH: usize = 26;
pub(super) const PREFIX: &str = "HZ";

static CROCKFORD: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str(SYMBOLS);
    specification
        .encoding()
        .expect("32 different symbols make an encoding")
});

/// What a badge is known by: 128 random bits as 26 characters, nothing about the person in it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(String);

impl Code {
    /// A new code nobody can guess.
    pub fn random() -> Code {
        Code::from_bytes(random_bytes())
    }

    /// The code of given bits, for the demo's badges that are the same on every run.
    pub fn from_bytes(bytes: [u8; 16]) -> Code {
        Code(CROCKFORD.encode(&bytes))
    }

    /// Reads a whole code as it was scanned, pasted or typed; see [`TypedCode`].
    pub fn parse(text: &str) -> Option<Code> {
        match TypedCode::read(text) {
            TypedCode::Whole(code) => Some(code),
            TypedCode::Start(_) | TypedCode::Other => None,
        }
    }

    /// 26 characters that are a code's.
    pub(super) fn of_characters(text: String) -> Option<Code> {
        (text.len() == LENGTH && text.chars().all(is_symbol)).then_some(Code(text))
    }

    /// What phones may know of its beginning, so that they tell by themselves whose code somebody types: eight letters
    /// of the hash of the first six characters, and one of the hash of the first seven, eight, nine and ten. Whoever
    /// tries all beginnings learns at most those ten characters of it; 80 bits stay unknown.
    pub fn start(&self) -> String {
        let hash = |characters: usize| HEXLOWER.encode(&Sha256::digest(&self.0[..characters]));
        let mut start = hash(6)[..8].to_owned();
        start.extend((7..=10).map(|characters| hash(characters).remove(0)));
        start
    }

    /// What the QR symbol holds: alphanumeric, so that version 2 has room for it.
    pub fn qr_text(&self) -> String {
        format!("{PREFIX}{}", self.0)
    }

    /// The code for people's eyes: `HZ 7QK3 M9XA …`.
    pub fn grouped(&self) -> String {
        format!("{PREFIX} {}", self.in_fours())
    }

    /// The code without the badge's letters in front, for a paper that is no badge: `7QK3 M9XA …`.
    pub fn in_fours(&self) -> String {
        let mut text = String::new();
        for (position, character) in self.0.chars().enumerate() {
            if position > 0 && position % 4 == 0 {
                text.push(' ');
            }
            text.push(character);
        }
        text
    }

    /// The 26 characters, as the table keeps them.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says nothing: whoever knows the code can pass the door.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// What makes a link unguessable: 128 random bits in lower case.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Secret(String);

impl Secret {
    /// A new secret nobody can guess.
    pub fn random() -> Secret {
        Secret::from_bytes(random_bytes())
    }

    /// The secret of given bits, for the demo's links that are the same on every run.
    pub fn from_bytes(bytes: [u8; 16]) -> Secret {
        Secret(CROCKFORD.encode(&bytes).to_ascii_lowercase())
    }

    /// Reads the secret of a link; `None` if it cannot be one of ours.
    pub fn parse(text: &str) -> Option<Secret> {
        let ours = text.len() == LENGTH
            && text
                .chars()
                .all(|c| !c.is_ascii_uppercase() && SYMBOLS.contains(c.to_ascii_uppercase()));
        ours.then(|| Secret(text.to_owned()))
    }

    /// SHA-256 in hex: what is kept of a secret that only has to be recognized.
    pub fn hash(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(self.0.as_bytes()))
    }

    /// The 26 characters that stand in the link.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says nothing: a secret has no place in a log.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Whether a code may have this character.
pub(super) fn is_symbol(character: char) -> bool {
    SYMBOLS.contains(character)
}

fn random_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "7QK3M9XA2VBT0123456789ABCD";

    #[test]
    fn random_codes_read_back_and_differ() {
        let code = Code::random();
        assert_eq!(code.as_str().len(), LENGTH);
        assert_eq!(code.qr_text().len(), 28);
        assert_ne!(code, Code::random());
        for written in [
            code.to_string(),
            code.qr_text(),
            code.grouped(),
            code.grouped().to_lowercase(),
        ] {
            assert_eq!(Code::parse(&written), Some(code.clone()), "{written}");
        }
    }

    #[test]
    fn refuses_what_is_too_long_to_be_one() {
        assert_eq!(Code::parse(&"HZ".repeat(5000)), None);
    }

    /// The same is asked of the phone in `0-door-parts.test.mjs`.
    #[test]
    fn a_beginning_is_known_by_twelve_letters() {
        let code = Code::parse(PLAIN).unwrap();
        assert_eq!(code.start(), "612b058faff3");
    }

    #[test]
    fn grouped_for_people() {
        let code = Code::parse(PLAIN).unwrap();
        assert_eq!(code.grouped(), "HZ 7QK3 M9XA 2VBT 0123 4567 89AB CD");
    }

    #[test]
    fn secrets_read_back_and_are_kept_hashed() {
        let secret = Secret::random();
        assert_eq!(Secret::parse(secret.as_str()), Some(secret.clone()));
        assert_eq!(secret.hash().len(), 64);
        assert_eq!(Secret::parse(&secret.as_str().to_uppercase()), None);
        assert_eq!(Secret::parse("short"), None);
        assert_eq!(
            format!("{secret:?}{:?}", Code::random()),
            "Secret(…)Code(…)"
        );
    }
}
