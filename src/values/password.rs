use std::fmt;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;

/// Fewer different characters than this are a rhythm, not a password.
const FEWEST_DIFFERENT: usize = 5;

/// What everybody tries first; a password needs so many characters of its own beside it.
const WORN: [&str; 16] = [
    "password",
    "parol",
    "passwort",
    "motdepasse",
    "sifre",
    "şifrə",
    "пароль",
    "qwerty",
    "qwertz",
    "azerty",
    "asdfgh",
    "123456",
    "654321",
    "welcome",
    "letmein",
    "hazir",
];
const FEWEST_OWN: usize = 6;

/// A password of an account, as typed; kept only as its hash.
#[derive(Clone)]
pub(crate) struct Password(String);

/// Why a password will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PasswordFault {
    TooShort,
    TooLong,
    /// One of those that are tried first.
    Simple,
}

/// How a typed password stands to a kept hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PasswordMatch {
    Right,
    /// Right, but hashed with weaker parameters than ours are now: hash it again.
    RightButWeak,
    Wrong,
}

impl Password {
    /// In characters; long enough that no rule about their kinds is needed.
    pub(crate) const SHORTEST: usize = 12;
    /// In characters; longer ones only cost time.
    pub(crate) const LONGEST: usize = 128;

    /// A new password must not be too short, nor what is tried first. Any characters, spaces too.
    pub(crate) fn parse(typed: &str) -> Result<Password, PasswordFault> {
        let password = normal(typed);
        match password.chars().count() {
            length if length < Password::SHORTEST => Err(PasswordFault::TooShort),
            length if length > Password::LONGEST => Err(PasswordFault::TooLong),
            _ if is_simple(&password) => Err(PasswordFault::Simple),
            _ => Ok(Password(password)),
        }
    }

    /// One typed to sign in: whatever it is, it is only compared.
    pub(crate) fn typed(text: &str) -> Password {
        Password(normal(text).chars().take(Password::LONGEST).collect())
    }

    /// Whether the account's own address or name stands in it.
    pub(crate) fn holds(&self, email: &str) -> bool {
        let (password, email) = (self.0.to_lowercase(), email.to_lowercase());
        let name = email.split('@').next().unwrap_or_default();
        password.contains(&email) || name.chars().count() >= 4 && password.contains(name)
    }

    /// Argon2id with a random salt; takes some 30 ms and 19 MB on purpose.
    pub(crate) fn hash(&self) -> String {
        let hash = argon2().hash_password(self.0.as_bytes());
        hash.expect("sound parameters and random bytes for the salt")
            .to_string()
    }

    /// Takes as long as hashing. Without a hash as long as with one, so that the time does not tell
    /// whether an address has an account.
    pub(crate) fn matches(&self, hash: Option<&str>) -> PasswordMatch {
        let Some(hash) = hash.and_then(|hash| PasswordHash::new(hash).ok()) else {
            let _ = self.hash();
            return PasswordMatch::Wrong;
        };
        if argon2().verify_password(self.0.as_bytes(), &hash).is_err() {
            return PasswordMatch::Wrong;
        }
        match Params::try_from(&hash) {
            Ok(params)
                if params.m_cost() >= params_now().m_cost()
                    && params.t_cost() >= params_now().t_cost() =>
            {
                PasswordMatch::Right
            }
            _ => PasswordMatch::RightButWeak,
        }
    }
}

/// Says nothing: a secret has no place in a log.
impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// One form of the same letters, whichever keyboard they came from.
fn normal(typed: &str) -> String {
    typed.nfkc().collect()
}

fn is_simple(password: &str) -> bool {
    let folded = password.to_lowercase();
    let mut different: Vec<char> = folded.chars().collect();
    different.sort_unstable();
    different.dedup();
    let own = WORN
        .iter()
        .fold(folded.clone(), |rest, worn| rest.replace(worn, ""));
    different.len() < FEWEST_DIFFERENT
        || own.len() < folded.len() && own.chars().count() < FEWEST_OWN
}

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params_now())
}

/// What OWASP asks for: 19 MiB, two passes, one lane.
fn params_now() -> Params {
    Params::new(19 * 1024, 2, 1, None).expect("sound parameters")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_matches_its_own_hash_alone() {
        let password = Password::parse("correct horse battery").unwrap();
        let hash = password.hash();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert_ne!(hash, password.hash());
        assert_eq!(
            Password::typed("correct horse battery").matches(Some(&hash)),
            PasswordMatch::Right
        );
        assert_eq!(
            Password::typed("correct horse").matches(Some(&hash)),
            PasswordMatch::Wrong
        );
        assert_eq!(password.matches(None), PasswordMatch::Wrong);
        assert_eq!(password.matches(Some("nonsense")), PasswordMatch::Wrong);
    }

    #[test]
    fn a_weaker_hash_is_known_as_such() {
        let weak = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(4096, 1, 1, None).unwrap(),
        );
        let hash = weak
            .hash_password(b"correct horse battery")
            .unwrap()
            .to_string();
        assert_eq!(
            Password::typed("correct horse battery").matches(Some(&hash)),
            PasswordMatch::RightButWeak
        );
    }

    #[test]
    fn too_short_and_too_long_ones_are_refused() {
        assert_eq!(
            Password::parse("elevenchars").unwrap_err(),
            PasswordFault::TooShort
        );
        assert!(Password::parse("on ikihərf.").is_err());
        assert!(Password::parse("şifrə on iki").is_ok());
        assert_eq!(
            Password::parse(&"a".repeat(2000)).unwrap_err(),
            PasswordFault::TooLong
        );
        assert_eq!(format!("{:?}", Password::typed("secret")), "Password(…)");
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for typed in [
            "aaaaaaaaaaaa",
            "abababababab",
            "password1234",
            "Qwerty123456",
            "hazir-hazir-hazir",
        ] {
            assert_eq!(
                Password::parse(typed).unwrap_err(),
                PasswordFault::Simple,
                "{typed}"
            );
        }
        for typed in ["иногда идёт снег", "حصان بطارية صحيحة", "  spaces  count  "]
        {
            assert!(Password::parse(typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn ones_own_address_is_noticed() {
        let holds = |typed: &str, email| Password::typed(typed).holds(email);
        assert!(holds("Aysel-and-more", "aysel@desk.example"));
        assert!(holds("my a@desk.example", "a@desk.example"));
        assert!(!holds("a long and quiet sentence", "a@desk.example"));
    }

    #[test]
    fn the_same_letters_match_however_they_are_composed() {
        let hash = Password::parse("caf\u{e9} au lait, deux").unwrap().hash();
        let composed = Password::typed("cafe\u{301} au lait, deux");
        assert_eq!(composed.matches(Some(&hash)), PasswordMatch::Right);
    }
}
