//! How a verdict looks, sounds and reads: said once, for the page without scripts and, as JSON, for the one with.

use serde::Serialize;

use crate::i18n::Texts;
use crate::models::doors::verdict::Verdict;

/// The screen of a verdict, or of what stands there while none has come.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Look {
    /// Class of `.verdict` in the stylesheet: its colour.
    pub tone: &'static str,
    /// Name of a shape in `shapes.html`.
    pub shape: &'static str,
    /// Name of a tune in `sounds.js`.
    pub sound: &'static str,
    pub word: &'static str,
    pub advice: &'static str,
}

pub(crate) fn look(t: Texts, verdict: Verdict) -> Look {
    let (tone, shape, sound) = manner(verdict);
    let (word, advice) = words(t, verdict);
    Look {
        tone,
        shape,
        sound,
        word,
        advice,
    }
}

/// For who is sent out without having been inside: no welcome, no warning, and not the same as a goodbye.
pub(crate) fn was_not_inside(t: Texts) -> Look {
    Look {
        tone: "out",
        shape: "gone",
        sound: "attention",
        word: t.door_not_inside_word(),
        advice: t.door_not_inside_advice(),
    }
}

fn manner(verdict: Verdict) -> (&'static str, &'static str, &'static str) {
    match verdict {
        Verdict::Admitted => ("go", "go", "good"),
        Verdict::Left => ("out", "out", "good"),
        Verdict::AlreadyIn => ("look", "look", "attention"),
        Verdict::Revoked => ("stop", "void", "refused"),
        Verdict::NotConfirmed
        | Verdict::WrongDay
        | Verdict::WrongPlace
        | Verdict::WrongCategory
        | Verdict::Full => ("stop", "stop", "refused"),
        Verdict::Unknown => ("ask", "ask", "refused"),
    }
}

fn words(t: Texts, verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Admitted => (
            t.door_verdict_admitted_word(),
            t.door_verdict_admitted_advice(),
        ),
        Verdict::AlreadyIn => (
            t.door_verdict_already_in_word(),
            t.door_verdict_already_in_advice(),
        ),
        Verdict::Left => (t.door_verdict_left_word(), t.door_verdict_left_advice()),
        Verdict::Revoked => (
            t.door_verdict_revoked_word(),
            t.door_verdict_revoked_advice(),
        ),
        Verdict::NotConfirmed => (
            t.door_verdict_not_confirmed_word(),
            t.door_verdict_not_confirmed_advice(),
        ),
        Verdict::WrongDay => (
            t.door_verdict_wrong_day_word(),
            t.door_verdict_wrong_day_advice(),
        ),
        Verdict::WrongPlace => (
            t.door_verdict_wrong_place_word(),
            t.door_verdict_wrong_place_advice(),
        ),
        Verdict::WrongCategory => (
            t.door_verdict_wrong_category_word(),
            t.door_verdict_wrong_category_advice(),
        ),
        Verdict::Full => (t.door_verdict_full_word(), t.door_verdict_full_advice()),
        Verdict::Unknown => (
            t.door_verdict_unknown_word(),
            t.door_verdict_unknown_advice(),
        ),
    }
}
