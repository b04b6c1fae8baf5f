//! The question whether somebody may be invited to later forums. It stands by itself, unticked; a yes is kept in the
//! words in which it was asked.

use serde::Deserialize;

use crate::i18n::Texts;
use crate::models::people::registration::Registration;
use crate::values::Language;

/// As ticked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct InviteAgain {
    pub invite_again: String,
}

impl InviteAgain {
    /// As somebody has answered before.
    pub(crate) fn of(registration: &Registration) -> InviteAgain {
        InviteAgain {
            invite_again: registration.invite_again.clone().unwrap_or_default(),
        }
    }

    pub(crate) fn is_ticked(&self) -> bool {
        !self.invite_again.is_empty()
    }

    /// What is kept of the answer on a page in this language: who had said yes before said it in those words.
    pub(crate) fn words(&self, before: Option<&str>, language: Language) -> Option<String> {
        let asked = Texts::of(language).form_invite_again();
        self.is_ticked().then(|| before.unwrap_or(asked).to_owned())
    }
}
