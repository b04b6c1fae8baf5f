use std::fmt;
use std::sync::Arc;

use data_encoding::HEXLOWER;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::{Digest, Sha256};

/// In bytes.
const LENGTH: usize = 32;
/// How a key file begins; another number would be another kind of key.
const FILE_BEGINS: &str = "hazir-key-1 ";
/// What sealed bytes begin with. No mail and no text does.
const VERSION: u8 = 1;
/// Of the mark, so that sealed bytes say which key they need.
const ID_LENGTH: usize = 4;

/// The key outside the database with which is sealed what the program has to read again: links, mails, the key that
/// signs forms. What was sealed for one place opens in no other.
#[derive(Clone)]
pub struct SealingKey {
    bytes: [u8; LENGTH],
    aead: Arc<LessSafeKey>,
}

impl SealingKey {
    /// A new key nobody can guess.
    pub fn random() -> SealingKey {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes).expect("the system gives random bytes");
        SealingKey::of(bytes)
    }

    /// Reads what a key file holds.
    pub fn parse(text: &str) -> Option<SealingKey> {
        let letters = text.trim().strip_prefix(FILE_BEGINS)?;
        let bytes = HEXLOWER.decode(letters.as_bytes()).ok()?;
        Some(SealingKey::of(bytes.try_into().ok()?))
    }

    /// What a key file holds.
    pub fn text(&self) -> String {
        format!("{FILE_BEGINS}{}\n", HEXLOWER.encode(&self.bytes))
    }

    fn of(bytes: [u8; LENGTH]) -> SealingKey {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &bytes).expect("the length is the key's");
        SealingKey {
            bytes,
            aead: Arc::new(LessSafeKey::new(key)),
        }
    }

    /// By which a database knows its key again. Tells nothing of the key.
    pub fn mark(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(
            [b"hazir key mark ", &self.bytes[..]].concat(),
        ))
    }

    fn id(&self) -> [u8; ID_LENGTH] {
        let digest = Sha256::digest([b"hazir key id ", &self.bytes[..]].concat());
        std::array::from_fn(|at| digest[at])
    }

    /// `place` says where it will lie, such as the column and the row.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE_LEN];
        getrandom::fill(&mut nonce).expect("the system gives random bytes");
        let mut sealed = plain.to_vec();
        self.aead
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(place),
                &mut sealed,
            )
            .expect("what is sealed is short");
        [&[VERSION][..], &self.id(), &nonce, &sealed].concat()
    }

    /// `None` where it was sealed with another key or for another place, or is damaged.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let rest = sealed.strip_prefix(&[VERSION])?.strip_prefix(&self.id())?;
        let (nonce, rest) = rest.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut opened = rest.to_vec();
        let length = self
            .aead
            .open_in_place(nonce, Aad::from(place), &mut opened)
            .ok()?
            .len();
        opened.truncate(length);
        Some(opened)
    }

    /// Whether bytes are sealed, with whatever key.
    pub fn is_sealed(bytes: &[u8]) -> bool {
        bytes.first() == Some(&VERSION)
    }
}

/// Says nothing: a key has no place in a log.
impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_what_it_sealed_in_its_place_alone() {
        let key = SealingKey::random();
        let sealed = key.seal("mail:1", b"Subject: x");
        assert!(SealingKey::is_sealed(&sealed));
        assert_eq!(
            key.open("mail:1", &sealed).as_deref(),
            Some(&b"Subject: x"[..])
        );
        assert_eq!(key.open("mail:2", &sealed), None);
        assert_eq!(SealingKey::random().open("mail:1", &sealed), None);
        assert_ne!(key.seal("mail:1", b"Subject: x"), sealed);
        for cut in 0..sealed.len() {
            assert_eq!(key.open("mail:1", &sealed[..cut]), None, "{cut}");
        }
        let mut damaged = sealed;
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(key.open("mail:1", &damaged), None);
    }

    #[test]
    fn is_read_from_its_file_and_says_nothing_of_itself() {
        let key = SealingKey::random();
        let again = SealingKey::parse(&key.text()).unwrap();
        assert_eq!(again.mark(), key.mark());
        assert_eq!(again.open("a", &key.seal("a", b"b")).unwrap(), b"b");
        assert_eq!(format!("{key:?}"), "SealingKey(…)");
        for text in [
            "",
            "hazir-key-1 ",
            "hazir-key-1 00",
            "hazir-key-2 00",
            &"0".repeat(64),
        ] {
            assert!(SealingKey::parse(text).is_none(), "{text}");
        }
    }
}
