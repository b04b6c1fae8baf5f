//! The history of a registration in words.

use serde_json::{Map, Value};

use crate::desk::words::{When, state_word};
use crate::i18n::Texts;
use crate::models::desk::account::Role;
use crate::models::forum::context::ForumContext;
use crate::models::people::event::{ActorKind, Line, What};
use crate::routes::clashes::said;
use crate::values::Language;

/// A line of the history.
pub(crate) struct Entry {
    pub what: String,
    pub who: String,
    pub when: When,
    /// What was corrected: the field, what it was, what it is.
    pub changes: Vec<Change>,
    /// A reason, as it was written.
    pub words: Option<String>,
}

pub(crate) struct Change {
    pub field: &'static str,
    pub before: String,
    pub after: String,
}

/// Fields that not everybody at the desk sees.
const NEEDS: [&str; 2] = ["access_needs", "food_needs"];

/// The lines as a role sees them.
pub(crate) fn entries(
    lines: &[Line],
    whole: &ForumContext,
    (lang, role): (Language, Role),
) -> Vec<Entry> {
    let t = Texts::html(lang);
    lines
        .iter()
        .map(|line| Entry {
            what: what(line, t),
            who: who(line, t),
            when: When::of(line.at, whole.forum.zone(), lang),
            changes: changes(line, whole, role, t),
            words: words(line),
        })
        .collect()
}

fn what(line: &Line, t: Texts) -> String {
    let sentence = match line.what {
        What::Registered => return with_state(t.desk_person_was_registered(), line, t),
        What::Imported => return with_state(t.desk_person_was_imported(), line, t),
        What::Corrected => t.desk_person_was_corrected(),
        What::Confirmed => t.state_confirmed(),
        What::Waitlisted => t.state_waitlisted(),
        What::Declined => t.state_declined(),
        What::Withdrawn => t.state_withdrawn(),
        What::EmailAsked => t.desk_person_was_email_asked(),
        What::EmailChanged => t.desk_person_was_email_changed(),
        What::BadgeIssued => t.desk_person_was_badge_issued(),
        What::BadgeRevoked => t.desk_person_was_badge_revoked(),
        What::MessageSentAgain => t.desk_person_was_sent_again(),
        What::Asked => t.desk_person_was_asked(),
        What::LetterRequested => t.letters_was_requested(),
        What::LetterIssued => t.letters_was_issued(),
        What::LetterRefused => t.letters_was_refused(),
        What::LetterWithdrawn => t.letters_was_withdrawn(),
    };
    sentence.to_string()
}

fn with_state(sentence: &str, line: &Line, t: Texts) -> String {
    match line.to_state {
        Some(state) => format!("{sentence} · {}", state_word(state, t)),
        None => sentence.to_string(),
    }
}

fn who(line: &Line, t: Texts) -> String {
    match (line.actor, &line.account) {
        (_, Some(account)) => account.clone(),
        (ActorKind::Delegate, _) => t.desk_person_by_delegate().to_string(),
        (ActorKind::Door, _) => t.desk_person_by_door().to_string(),
        (ActorKind::Command, _) => t.desk_person_by_command().to_string(),
        (ActorKind::System | ActorKind::Account, _) => t.desk_person_by_system().to_string(),
    }
}

/// Where the detail is a table of changes.
fn changes(line: &Line, whole: &ForumContext, role: Role, t: Texts) -> Vec<Change> {
    let Some(table) = table(line) else {
        return Vec::new();
    };
    let is_seen = |field: &str| role.sees_badges_and_needs() || !NEEDS.contains(&field);
    table
        .iter()
        .filter(|(field, _)| is_seen(field))
        .filter_map(|(field, values)| {
            let label = label(field, t)?;
            let [before, after] = values.as_array()?.as_slice() else {
                return None;
            };
            Some(Change {
                field: label,
                before: said(field, before, whole, t),
                after: said(field, after, whole, t),
            })
        })
        .collect()
}

/// Where it is not.
fn words(line: &Line) -> Option<String> {
    match table(line) {
        Some(_) => None,
        None => line.detail.clone(),
    }
}

fn table(line: &Line) -> Option<Map<String, Value>> {
    match line.what {
        What::Corrected | What::EmailChanged => serde_json::from_str(line.detail.as_deref()?).ok(),
        _ => None,
    }
}

fn label(field: &str, t: Texts) -> Option<&'static str> {
    Some(match field {
        "name" => t.desk_person_name(),
        "native_name" => t.desk_person_native_name(),
        "email" => t.desk_person_email(),
        "phone" => t.desk_person_phone(),
        "country" => t.desk_people_country(),
        "organisation" => t.desk_person_organisation(),
        "position" => t.desk_person_position(),
        "category" => t.desk_people_category(),
        "language" => t.desk_person_language(),
        "access_needs" => t.desk_person_access(),
        "food_needs" => t.desk_person_food(),
        "sites" => t.desk_people_site(),
        "invite_again" => t.desk_person_invite_again(),
        _ => return None,
    })
}
