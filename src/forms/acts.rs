//! What a door does beside scanning, as a device sends it: what each act means, or why it does not count.

use serde_json::Value;
use uuid::Uuid;

use super::details::{By, DetailsForm, email_or_none};
use super::kept_request::{id, text};
use crate::clock::{self, Moment};
use crate::forms::FieldErrors;
use crate::i18n::Texts;
use crate::models::devices::door_request::Kind;
use crate::models::devices::kept_request::Why;
use crate::models::forum::context::ForumContext;
use crate::models::people::registration::Details;
use crate::values::{Country, Email, Language, coded_text};

/// Acts in one request.
const MOST: usize = 100;
/// Characters of a note or a reason.
const LONGEST: usize = 500;

/// Why a whole request cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    NotJson,
    NoActs,
    TooMany,
}

/// One act of a request.
#[derive(Debug)]
pub(crate) struct Sent {
    /// As it came, for the answer and to be kept.
    pub item: Value,
    pub act: Result<Act, Why>,
}

impl Sent {
    /// The id as it came.
    pub(crate) fn id(&self) -> Value {
        self.item.get("id").cloned().unwrap_or(Value::Null)
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Act {
    pub id: String,
    pub done_at: Moment,
    /// Short name of the checkpoint where it was done, or its lasting id.
    pub checkpoint: Option<String>,
    pub what: What,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    WalkIn(WalkIn),
    /// A scan of this device, by its id.
    Undo {
        scan: String,
        reason: String,
    },
    /// The badge of a registration, by its public id.
    BadgeLost {
        registration: String,
    },
    Note {
        registration: Option<String>,
        words: String,
    },
    /// The badge of a registration, by its public id.
    Print {
        registration: String,
    },
}

impl What {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            What::WalkIn(_) => Kind::WalkIn,
            What::Undo { .. } => Kind::Undo,
            What::BadgeLost { .. } => Kind::BadgeLost,
            What::Note { .. } => Kind::Note,
            What::Print { .. } => Kind::Print,
        }
    }
}

/// The fields of a walk-in, as typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct WalkIn {
    pub name: String,
    pub email: String,
    /// Asked for where there is no address.
    pub organisation: String,
    pub country: String,
    /// Said to be somebody else than whoever is known by this name.
    pub is_another: bool,
}

/// Reads the body of `POST /api/door/acts`. One malformed act spoils none of the others.
pub(crate) fn read(body: &[u8], now: Moment) -> Result<Vec<Sent>, Fault> {
    let mut body: Value = serde_json::from_slice(body).map_err(|_| Fault::NotJson)?;
    match body.get_mut("acts").map(Value::take) {
        Some(Value::Array(acts)) if acts.is_empty() => Err(Fault::NoActs),
        Some(Value::Array(acts)) if acts.len() > MOST => Err(Fault::TooMany),
        Some(Value::Array(acts)) => Ok(acts.into_iter().map(|act| sent(act, now)).collect()),
        _ => Err(Fault::NoActs),
    }
}

/// The language of the page that sent the acts; what is to be mended is said in it.
pub(crate) fn language(body: &[u8]) -> Language {
    let body: Option<Value> = serde_json::from_slice(body).ok();
    let code = body.as_ref().and_then(|body| body.get("language"));
    code.and_then(Value::as_str)
        .and_then(Language::parse)
        .unwrap_or(Language::En)
}

/// One act, as it came.
pub(crate) fn sent(item: Value, now: Moment) -> Sent {
    Sent {
        act: parse(&item, now),
        item,
    }
}

fn parse(act: &Value, now: Moment) -> Result<Act, Why> {
    let id = id(act).ok_or(Why::NoId)?;
    let done_at = text(act, "done_at")
        .and_then(|at| clock::parse_rfc3339(&at))
        .ok_or(Why::NoTime)?;
    Ok(Act {
        id,
        done_at: done_at.min(now),
        checkpoint: text(act, "checkpoint"),
        what: what(act)?,
    })
}

fn what(act: &Value) -> Result<What, Why> {
    let text = |name: &str| text(act, name);
    let registration = text("registration");
    Ok(match text("do").as_deref() {
        Some("walk_in") => What::WalkIn(WalkIn {
            name: text("name").unwrap_or_default(),
            email: text("email").unwrap_or_default(),
            organisation: text("organisation").unwrap_or_default(),
            country: text("country").unwrap_or_default(),
            is_another: act.get("another").and_then(Value::as_bool).unwrap_or(false),
        }),
        Some("undo") => What::Undo {
            scan: text("scan")
                .and_then(|id| Uuid::parse_str(&id).ok())
                .ok_or(Why::NoScanNamed)?
                .hyphenated()
                .to_string(),
            reason: words(text("reason"), Why::NoReason)?,
        },
        Some("badge_lost") => What::BadgeLost {
            registration: registration.ok_or(Why::NoBadgeNamed)?,
        },
        Some("note") => What::Note {
            registration,
            words: words(text("words"), Why::NoteEmpty)?,
        },
        Some("print") => What::Print {
            registration: registration.ok_or(Why::NoPrintNamed)?,
        },
        _ => return Err(Why::NoAct),
    })
}

fn words(typed: Option<String>, missing: Why) -> Result<String, Why> {
    match typed.filter(|words| !words.is_empty()) {
        None => Err(missing),
        Some(words) if words.chars().count() > LONGEST => Err(Why::TooLong),
        Some(words) => Ok(words),
    }
}

impl WalkIn {
    /// What the fields mean; the rest is as it is for most people of this forum, and the language of the mails
    /// one that is read in the person's country.
    pub(crate) fn parse(
        &self,
        whole: &ForumContext,
        t: Texts,
        errors: &mut FieldErrors,
    ) -> Option<(Details, Option<Email>)> {
        let country = Country::parse(&coded_text(&self.country));
        let usual = DetailsForm::empty(whole, t.language());
        let form = DetailsForm {
            name: self.name.clone(),
            country: self.country.clone(),
            organisation: self.organisation.clone(),
            language: mail_language(country, whole).code().to_string(),
            ..usual
        };
        let email = email_or_none(&self.email, &form, t, errors);
        let details = form.parse(whole, By::Desk, None, t, errors);
        details.zip(email.ok())
    }
}

/// Of the languages the forum speaks, the one most read in that country; else the forum's first.
fn mail_language(country: Option<Country>, whole: &ForumContext) -> Language {
    let spoken = whole.forum.languages();
    let wanted = country.map_or(Language::En, Country::language);
    [wanted, Language::En]
        .into_iter()
        .find(|language| spoken.contains(language))
        .or(spoken.first().copied())
        .unwrap_or(Language::En)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn result_of(act: Value) -> Result<Act, Why> {
        sent(act, clock::now()).act
    }

    fn note() -> Value {
        json!({
            "id": "0197a000-0000-7000-8000-000000000001", "do": "note", "words": " Needs a wheelchair ",
            "done_at": "2025-04-28T05:01:02Z",
        })
    }

    #[test]
    fn a_note_is_read() {
        let act = result_of(note()).unwrap();
        assert!(matches!(act.what, What::Note { words, .. } if words == "Needs a wheelchair"));
    }

    #[test]
    fn what_is_missing_or_mistyped_is_said() {
        for (field, value) in [
            ("id", json!("one")),
            ("do", json!("dance")),
            ("do", json!("undo")),
            ("do", json!("badge_lost")),
            ("do", json!("print")),
            ("words", json!(" ")),
            ("words", json!("x".repeat(501))),
            ("done_at", json!("now")),
        ] {
            let mut act = note();
            act[field] = value;
            assert!(result_of(act).is_err(), "{field}");
        }
    }

    #[test]
    fn a_request_holds_one_to_a_hundred_acts() {
        let body = |count: usize| json!({ "acts": vec![note(); count] }).to_string();
        let read = |body: &str| read(body.as_bytes(), clock::now());
        assert_eq!(read("{").unwrap_err(), Fault::NotJson);
        assert_eq!(read("{}").unwrap_err(), Fault::NoActs);
        assert_eq!(read(&body(0)).unwrap_err(), Fault::NoActs);
        assert_eq!(read(&body(100)).unwrap().len(), 100);
        assert_eq!(read(&body(101)).unwrap_err(), Fault::TooMany);
    }
}
