//! What to do next, with the facts: the last line of a verdict. `reasons.js` writes the same from the same sentences.

use serde_json::{Value, json};

use super::looks::Look;
use super::person::{day_time, time};
use crate::clock::Moment;
use crate::i18n::{self, Texts};
use crate::models::doors::door::Door;
use crate::models::doors::scan::{Answer, Reason};
use crate::models::doors::verdict::Verdict;
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;

/// What the verdict says; where it knows no facts, what its look advises.
pub(crate) fn advice(
    (door, checkpoint): (&Door, &Checkpoint),
    t: Texts,
    look: &Look,
    answer: &Answer,
    now: Moment,
) -> String {
    if let Some(first) = &answer.first {
        let time = time(door, t, checkpoint, first.at, now);
        return t.door_verdict_already_in_first(time, &first.device);
    }
    let reason = answer.reason.as_ref();
    reason
        .and_then(|reason| explained((door, checkpoint), t, answer.verdict, reason))
        .unwrap_or_else(|| look.advice.to_string())
}

fn explained(
    (door, checkpoint): (&Door, &Checkpoint),
    t: Texts,
    verdict: Verdict,
    reason: &Reason,
) -> Option<String> {
    let language = t.language();
    let when = |at| day_time(door, t, checkpoint, at);
    let number = |count| i18n::number(language, count);
    match verdict {
        // Who does not come any more has no newer badge.
        Verdict::Revoked if reason.state.is_some() => state(t, reason.state?).map(str::to_string),
        Verdict::Revoked => Some(t.door_reason_replaced(when(reason.replaced_at?))),
        Verdict::NotConfirmed => state(t, reason.state?).map(str::to_string),
        Verdict::WrongDay => Some(match reason.opens_at {
            Some(opens_at) => t.door_reason_opens(when(opens_at)),
            None => t.door_reason_closed(when(reason.closes_at?)),
        }),
        Verdict::WrongPlace => {
            let name = |called: &String| door.site_name(called, language).to_string();
            Some(t.door_reason_sites(listed(t, reason.sites(), name)?))
        }
        Verdict::WrongCategory => {
            let name = |called: &String| door.category_name(called, language).to_string();
            Some(t.door_reason_categories(listed(t, reason.categories(), name)?))
        }
        Verdict::Full => {
            let capacity = number(i64::from(reason.capacity?));
            Some(t.door_reason_full(number(reason.inside?), capacity))
        }
        Verdict::Unknown if reason.more => Some(t.door_reason_more().to_string()),
        _ => None,
    }
}

fn state(t: Texts, state: State) -> Option<&'static str> {
    match state {
        State::Pending => Some(t.door_reason_pending()),
        State::Waitlisted => Some(t.door_reason_waitlisted()),
        State::Declined => Some(t.door_reason_declined()),
        State::Withdrawn => Some(t.door_reason_withdrawn()),
        State::Confirmed => None,
    }
}

fn listed(t: Texts, called: &[String], name: impl Fn(&String) -> String) -> Option<String> {
    let names: Vec<String> = called.iter().map(name).collect();
    (!names.is_empty()).then(|| i18n::listed(t.language(), &names))
}

/// The sentences for the page's scripts, with places for the facts.
pub(super) fn sentences(t: Texts) -> Value {
    json!({
        "replaced": t.door_reason_replaced("{time}"),
        "opens": t.door_reason_opens("{time}"),
        "closed": t.door_reason_closed("{time}"),
        "sites": t.door_reason_sites("{sites}"),
        "categories": t.door_reason_categories("{categories}"),
        "full": t.door_reason_full("{inside}", "{capacity}"),
        "more": t.door_reason_more(),
        "already_in": t.door_verdict_already_in_first("{time}", "{device}"),
        "states": {
            "pending": t.door_reason_pending(),
            "waitlisted": t.door_reason_waitlisted(),
            "declined": t.door_reason_declined(),
            "withdrawn": t.door_reason_withdrawn(),
        },
    })
}
