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
use crate::values::Secret;

/// A form may lie open for a day.
pub const LASTS: TimeDelta = TimeDelta::hours(24);

/// The key of this installation.
#[derive(Clone)]
pub struct FormKey(String);

/// A token that was ours.
#[derive(Debug, Clone)]
pub struct Opened {
    pub at: Moment,
    /// Differs from form to form.
    pub form_id: String,
}

impl FormKey {
    pub fn new(key: String) -> FormKey {
        FormKey(key)
    }

    /// A token for a form within `scope`: what nobody else can know or use, such as a sign-in's secret.
    pub fn issue(&self, scope: &str, now: Moment) -> String {
        let body = format!(
            "{}.{}",
            now.and_utc().timestamp_millis(),
            Secret::random().as_str()
        );
        let seal = self.seal(scope, &body);
        format!("{body}.{seal}")
    }

    /// `None` when it is not ours, not for this scope, or too old.
    pub fn open(&self, scope: &str, token: &str, now: Moment) -> Option<Opened> {
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
    pub fn sign(&self, purpose: &str, text: &str) -> String {
        format!("{text}.{}", self.seal(purpose, text))
    }

    /// A mark of a text that tells nobody what the text is.
    pub fn mark(&self, purpose: &str, text: &str) -> String {
        self.seal(purpose, text)
    }

    /// The text of such a link, if it was ours and for this purpose.
    pub fn signed<'a>(&self, purpose: &str, link: &'a str) -> Option<&'a str> {
        let (text, seal) = link.rsplit_once('.')?;
        let ours = bool::from(self.seal(purpose, text).as_bytes().ct_eq(seal.as_bytes()));
        ours.then_some(text)
    }

    fn seal(&self, scope: &str, body: &str) -> String {
        let mut mac = match Hmac::<Sha256>::new_from_slice(self.0.as_bytes()) {
            Ok(mac) => mac,
            Err(_) => unreachable!("HMAC takes a key of any length"),
        };
        mac.update(scope.as_bytes());
        mac.update(&[0]);
        mac.update(body.as_bytes());
        BASE64URL_NOPAD.encode(&mac.finalize().into_bytes()[..16])
    }
}
