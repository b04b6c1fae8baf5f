//! The door API's JSON.

use serde::Serialize;
use serde_json::Value;

use crate::clock;
use crate::models::doors::scan::{Answer, FirstScan, Person, Reason};
use crate::models::doors::verdict::Verdict;
use crate::values::LatinName;

/// One scan's result: a verdict, or the sentence that says why it does not count.
#[derive(Serialize)]
pub(super) struct ScanResult {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<Verdict>,
    /// Whose scan it is, for what a door does next.
    #[serde(skip_serializing_if = "Option::is_none")]
    registration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delegate: Option<Delegate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<First>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    rehearsal: bool,
    /// The desk has it now: the device may forget it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    kept: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'static str>,
}

impl ScanResult {
    pub(super) fn judged(id: Value, answer: Answer) -> ScanResult {
        ScanResult {
            id,
            verdict: Some(answer.verdict),
            registration: answer
                .delegate
                .as_ref()
                .map(|person| person.registration.clone()),
            delegate: answer.delegate.map(Delegate::from),
            first: answer.first.map(First::from),
            reason: answer.reason,
            rehearsal: answer.rehearsal,
            kept: false,
            error: None,
        }
    }

    /// It could not be entered; `kept` unless there was no room for it either.
    pub(super) fn refused(id: Value, kept: bool, error: &'static str) -> ScanResult {
        ScanResult {
            id,
            verdict: None,
            registration: None,
            delegate: None,
            first: None,
            reason: None,
            rehearsal: false,
            kept,
            error: Some(error),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Delegate {
    name: String,
    #[serde(flatten)]
    latin: Latin,
    organisation: Option<String>,
    country: String,
    category: String,
}

impl From<Person> for Delegate {
    fn from(person: Person) -> Delegate {
        Delegate {
            latin: Latin::of(&person),
            name: person.name,
            organisation: person.organisation,
            country: person.country,
            category: person.category,
        }
    }
}

/// What stands beneath a name in another script, so that it can be compared with a passport.
#[derive(Serialize)]
pub(super) struct Latin {
    #[serde(skip_serializing_if = "Option::is_none")]
    latin_name: Option<String>,
    /// Nobody gave one: it is our own reading.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    latin_is_ours: bool,
}

impl Latin {
    pub(super) fn of(person: &Person) -> Latin {
        let beneath = LatinName::beneath(&person.name, person.native_name.as_deref());
        Latin {
            latin_is_ours: beneath.as_ref().is_some_and(|latin| latin.is_ours),
            latin_name: beneath.map(|latin| latin.name),
        }
    }
}

#[derive(Serialize)]
pub(super) struct First {
    at: String,
    checkpoint: String,
    device: String,
}

impl From<FirstScan> for First {
    fn from(first: FirstScan) -> First {
        First {
            at: clock::rfc3339(first.at),
            checkpoint: first.checkpoint,
            device: first.device,
        }
    }
}
