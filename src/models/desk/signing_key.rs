//! The key that signs forms and links that are good for ever. It lies in the database, so that all programs on it sign
//! alike, sealed.

use data_encoding::BASE64;

use crate::db::{Connection, Error, Result};
use crate::models::setting;
use crate::values::{SealingKey, Secret};

/// Where it is kept: the keys with a blank between them, the newest first.
const SETTING: &str = "signing_key";
/// What it is sealed for.
const PLACE: &str = "setting.value:signing_key";

/// The key, and those before it: what they signed for ever is still good.
#[derive(Debug, Clone)]
pub(crate) struct SigningKeys {
    pub now: Secret,
    pub before: Vec<Secret>,
}

impl SigningKeys {
    fn sealed(&self, key: &SealingKey) -> String {
        let all: Vec<&str> = std::iter::once(&self.now)
            .chain(&self.before)
            .map(Secret::as_str)
            .collect();
        BASE64.encode(&key.seal(PLACE, all.join(" ").as_bytes()))
    }

    fn open(key: &SealingKey, kept: &str) -> Option<SigningKeys> {
        let sealed = BASE64.decode(kept.as_bytes()).ok()?;
        let text = String::from_utf8(key.open(PLACE, &sealed)?).ok()?;
        let mut all = text.split(' ').map(Secret::parse);
        Some(SigningKeys {
            now: all.next()??,
            before: all.collect::<Option<_>>()?,
        })
    }

    fn only(now: Secret) -> SigningKeys {
        SigningKeys {
            now,
            before: Vec::new(),
        }
    }
}

/// The same for every program that shares this database, made by the first.
pub(crate) fn of_database(c: &mut Connection, key: &SealingKey) -> Result<SigningKeys> {
    let new = SigningKeys::only(Secret::random()).sealed(key);
    let kept = setting::keep_first(c, SETTING, &new)?;
    // Of a version that did not seal it.
    if let Some(plain) = Secret::parse(&kept) {
        let keys = SigningKeys::only(plain);
        setting::set(c, SETTING, &keys.sealed(key))?;
        return Ok(keys);
    }
    SigningKeys::open(key, &kept).ok_or_else(|| {
        Error::DeserializationError("the signing key is not sealed with this key".into())
    })
}

/// Signs with a new key from the programs' next start on. Forms that lie open have to be sent again; links in mails that
/// were signed for ever stay good.
pub(crate) fn change(c: &mut Connection, key: &SealingKey) -> Result<()> {
    let SigningKeys { now, mut before } = of_database(c, key)?;
    before.insert(0, now);
    let keys = SigningKeys {
        now: Secret::random(),
        before,
    };
    setting::set(c, SETTING, &keys.sealed(key))
}

/// Signs with a new key and knows none before it.
pub(crate) fn begin_anew(c: &mut Connection, key: &SealingKey) -> Result<()> {
    setting::set(c, SETTING, &SigningKeys::only(Secret::random()).sealed(key))
}
