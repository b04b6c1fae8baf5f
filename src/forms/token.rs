//! The token in every form: made by this program, for this form and this person, not too long ago.
//!
//! It says when the form was opened (a form that comes back faster than a person types is a
//! machine's), and its number tells a double click from a second registration.

use chrono::{TimeDelta, TimeZone, Utc};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::clock::Moment;
use crate::models::desk::signing_key::SigningKeys;
use crate::values::Secret;

/// A form may lie open for a day.
pub(crate) const LASTS: TimeDelta = TimeDelta::hours(24);

/// The key of this installation.
#[derive(Clone)]
pub(crate) struct FormKey(SigningKeys);

/// A token that was ours.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub at: Moment,
    /// Differs from form to form.
    pub form_id: String,
}

impl FormKey {
    pub(crate) fn new(keys: SigningKeys) -> FormKey {
        FormKey(keys)
    }

    /// A token for a form within `scope`: what nobody else can know or use, such as a sign-in's secret.
    pub(crate) fn issue(&self, scope: &str, now: Moment) -> String {
        let body = format!(
            "{}.{}",
            now.and_utc().timestamp_millis(),
            Secret::random().as_str()
        );
        let seal = self.seal(scope, &body);
        format!("{body}.{seal}")
    }

    /// `None` when it is not ours, not for this scope, or too old.
    pub(crate) fn open(&self, scope: &str, token: &str, now: Moment) -> Option<Opened> {
        let (body, seal) = token.rsplit_once('.')?;
        if !bool::from(self.seal(scope, body).as_bytes().ct_eq(seal.as_bytes())) {
            return None;
        }
        let (time, form_id) = body.split_once('.')?;
        let at = Utc
            .timestamp_millis_opt(time.parse().ok()?)
            .single()?
            .naive_utc();
        (now - at < LASTS).then(|| Opened {
            at,
            form_id: form_id.to_string(),
        })
    }

    /// A text that nobody else can have written, for links that are to be good for ever: `text.seal`.
    pub(crate) fn sign(&self, purpose: &str, text: &str) -> String {
        format!("{text}.{}", self.seal(purpose, text))
    }

    /// A mark of a text that tells nobody what the text is.
    pub(crate) fn mark(&self, purpose: &str, text: &str) -> String {
        self.seal(purpose, text)
    }

    /// The text of such a link, if it was ours and for this purpose.
    pub(crate) fn signed<'a>(&self, purpose: &str, link: &'a str) -> Option<&'a str> {
        let (text, seal) = link.rsplit_once('.')?;
        // Also by the keys before this one: such links stand in mails.
        let ours = std::iter::once(&self.0.now)
            .chain(&self.0.before)
            .any(|key| {
                sealed_with(key, purpose, text)
                    .as_bytes()
                    .ct_eq(seal.as_bytes())
                    .into()
            });
        ours.then_some(text)
    }

    fn seal(&self, scope: &str, body: &str) -> String {
        sealed_with(&self.0.now, scope, body)
    }
}

fn sealed_with(key: &Secret, scope: &str, body: &str) -> String {
    let mut mac = match Hmac::<Sha256>::new_from_slice(key.as_str().as_bytes()) {
        Ok(mac) => mac,
        Err(_) => unreachable!("HMAC takes a key of any length"),
    };
    mac.update(scope.as_bytes());
    mac.update(&[0]);
    mac.update(body.as_bytes());
    BASE64URL_NOPAD.encode(&mac.finalize().into_bytes()[..16])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;

    #[test]
    fn a_changed_key_opens_no_form_of_before_and_every_link_that_was_signed_for_ever() {
        let old = SigningKeys {
            now: Secret::random(),
            before: Vec::new(),
        };
        let changed = SigningKeys {
            now: Secret::random(),
            before: vec![old.now.clone()],
        };
        let (old, new) = (FormKey::new(old), FormKey::new(changed));
        let now = clock::now();
        let form = old.issue("forum", now);
        assert!(old.open("forum", &form, now).is_some());
        assert!(new.open("forum", &form, now).is_none());
        let link = old.sign("leave", "somebody");
        assert_eq!(new.signed("leave", &link), Some("somebody"));
        assert_eq!(new.signed("other", &link), None);
        assert_eq!(old.signed("leave", &new.sign("leave", "somebody")), None);
    }
}
