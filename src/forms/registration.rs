//! The public form: who the person is, the address that is to be written to, and the consent.

use serde::Deserialize;

use super::details::{By, DetailsForm, parse_email};
use super::invite_again::InviteAgain;
use crate::forms::{FieldErrors, parse};
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::models::people::registration::Details;
use crate::values::{Email, Language};

/// Its fields as a person meets them: errors are listed in this order.
const ORDER: [&str; 14] = [
    "name",
    "native_name",
    "latin_name",
    "email",
    "phone",
    "country",
    "organisation",
    "position",
    "category",
    "sites",
    "language",
    "access_needs",
    "food_needs",
    "consent",
];

/// As typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RegistrationForm {
    pub email: String,
    pub consent: String,
    pub token: String,
    /// The address that was asked about before: sent again, it is right.
    pub email_asked: String,
    /// The answer to that question: the address that was meant. Empty where the typed one stays.
    pub email_is: String,
    /// A field that people do not see and leave empty, and that a password manager may fill in for them.
    pub website: String,
    /// The answer to the question that is asked then.
    pub by_hand: String,
    #[serde(skip)]
    pub details: DetailsForm,
    #[serde(skip)]
    pub again: InviteAgain,
}

impl RegistrationForm {
    pub(crate) fn read(body: &[u8]) -> RegistrationForm {
        RegistrationForm {
            details: parse(body),
            again: parse(body),
            ..parse(body)
        }
    }

    pub(crate) fn empty(whole: &ForumContext, language: Language) -> RegistrationForm {
        RegistrationForm {
            details: DetailsForm::empty(whole, language),
            ..RegistrationForm::default()
        }
    }

    /// Takes the answer to the question about the address.
    pub(crate) fn answered(mut self) -> RegistrationForm {
        if !self.email_is.is_empty() {
            self.email_asked = std::mem::take(&mut self.email_is);
            self.email = self.email_asked.clone();
        }
        self
    }

    /// What was perhaps meant by the address, unless that was asked before.
    pub(crate) fn doubt(&self, email: &Email) -> Option<Email> {
        let is_asked = self.email_asked.trim() == email.as_str();
        email.likely().filter(|_| !is_asked)
    }

    /// Whether a program seems to have filled it in, which fills whatever it finds, and nobody has said otherwise.
    pub(crate) fn seems_a_machines(&self) -> bool {
        !self.website.is_empty() && self.by_hand.is_empty()
    }

    pub(crate) fn parse(
        &self,
        whole: &ForumContext,
        t: Texts,
    ) -> Result<(Details, Email), FieldErrors> {
        let mut errors = FieldErrors::default();
        let details = self
            .details
            .parse(whole, By::Delegate, None, t, &mut errors);
        let email = parse_email(&self.email, t, &mut errors);
        if self.consent.is_empty() {
            errors.add("consent", t.form_consent_missing());
        }
        match (details, email) {
            (Some(details), Some(email)) if errors.is_empty() => Ok((details, email)),
            _ => {
                errors.sort(&ORDER);
                Err(errors)
            }
        }
    }
}
