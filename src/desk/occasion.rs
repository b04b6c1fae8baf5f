//! The occasions to write, and what is said at each.

use crate::i18n::Texts;
use crate::mail;
use crate::models::forum::context::ForumContext;
use crate::models::forum::wording::{Occasion, Words};
use crate::values::Language;

/// What an occasion is called, and when its mail goes out.
pub(crate) fn named(occasion: Occasion, t: Texts) -> (&'static str, &'static str) {
    match occasion {
        Occasion::Pending => (t.desk_wording_pending(), t.desk_wording_pending_when()),
        Occasion::Confirmed => (t.desk_wording_confirmed(), t.desk_wording_confirmed_when()),
        Occasion::Waitlisted => (
            t.desk_wording_waitlisted(),
            t.desk_wording_waitlisted_when(),
        ),
        Occasion::Declined => (t.desk_wording_declined(), t.desk_wording_declined_when()),
        Occasion::Changed => (t.desk_wording_changed(), t.desk_wording_changed_when()),
        Occasion::Reminder => (t.desk_wording_reminder(), t.desk_wording_many_when()),
        Occasion::LastInformation => (t.desk_wording_last(), t.desk_wording_many_when()),
        Occasion::Thanks => (t.desk_wording_thanks(), t.desk_wording_many_when()),
    }
}

/// The forum's own, else ours.
pub(crate) fn words(whole: &ForumContext, occasion: Occasion, language: Language) -> Words {
    let own = whole.wordings.get(occasion, language);
    own.cloned()
        .unwrap_or_else(|| mail::ours(occasion, language))
}
