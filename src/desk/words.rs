//! States, moments and the like, as the desk's pages show them.

use chrono_tz::Tz;

use crate::clock::{self, Moment};
use crate::i18n::{Texts, dates};
use crate::models::doors::verdict::Verdict;
use crate::models::forum::context::ForumContext;
use crate::models::mail::message::Message;
use crate::models::mail::state::State as Sent;
use crate::models::people::standing::State;
use crate::pages::door::look;
use crate::values::Language;

/// A state in a word, with the tone of its chip.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chip {
    pub tone: &'static str,
    pub word: &'static str,
}

impl Chip {
    pub(crate) fn of(state: State, t: Texts) -> Chip {
        let tone = match state {
            State::Confirmed => "good",
            State::Pending | State::Waitlisted => "warn",
            State::Declined => "bad",
            State::Withdrawn => "",
        };
        Chip {
            tone,
            word: state_word(state, t),
        }
    }

    /// Of a message.
    pub(crate) fn of_message(message: &Message, t: Texts) -> Chip {
        let (tone, word) = match message.state {
            _ if message.held_for.is_some() => ("warn", t.mail_held()),
            Sent::Queued | Sent::Sending if message.held => ("", t.mailing_held()),
            Sent::Accepted => ("good", t.desk_message_accepted()),
            Sent::Returned => ("bad", t.delivery_returned()),
            Sent::Queued if message.reply.is_some() => ("warn", t.delivery_deferred()),
            Sent::Refused => ("bad", t.desk_message_refused()),
            Sent::Failed => ("bad", t.desk_message_failed()),
            Sent::Queued | Sent::Sending => ("warn", t.desk_message_waiting()),
        };
        Chip { tone, word }
    }
}

pub(crate) fn state_word(state: State, t: Texts) -> &'static str {
    match state {
        State::Pending => t.state_pending(),
        State::Confirmed => t.state_confirmed(),
        State::Waitlisted => t.state_waitlisted(),
        State::Declined => t.state_declined(),
        State::Withdrawn => t.state_withdrawn(),
    }
}

/// A moment in a zone, for `<time datetime="{{ when.machine }}">{{ when.text }}</time>`.
#[derive(Debug, Clone)]
pub(crate) struct When {
    pub machine: String,
    pub text: String,
}

impl When {
    pub(crate) fn of(moment: Moment, zone: Tz, lang: Language) -> When {
        let local = moment.and_utc().with_timezone(&zone).naive_local();
        When {
            machine: clock::rfc3339(moment),
            text: dates::date_time(lang, local),
        }
    }
}

/// A category with its colour.
#[derive(Debug, Clone)]
pub(crate) struct CategoryName {
    pub colour: String,
    pub name: String,
}

impl CategoryName {
    pub(crate) fn of(id: i64, whole: &ForumContext, lang: Language) -> CategoryName {
        CategoryName {
            colour: whole
                .category(id)
                .map_or_else(String::new, |c| c.colour.clone()),
            name: whole.category_name(id, lang).to_string(),
        }
    }
}

/// What the door said; of who came in and who went, without the door's greeting.
pub(crate) fn verdict_word(verdict: Verdict, t: Texts) -> &'static str {
    match verdict {
        Verdict::Admitted => t.desk_person_scan_admitted(),
        Verdict::Left => t.desk_person_scan_left(),
        verdict => look(t, verdict).word,
    }
}
