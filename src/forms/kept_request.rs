//! A scan or an act that cannot be entered: what is kept of it, and how the desk mends it.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::clock::{self, Moment};
use crate::forms::{Typed, given, given_lines};
use crate::models::devices::kept_request::{Kind, NewRequest, Passing, Why, hashed_id};
use crate::models::doors::verdict::Verdict;
use crate::models::places::way::Direction;
use crate::values::long_text;

/// Bytes of a request that is kept as it came.
const LONGEST: usize = 8192;
/// Characters of each field that is left of a longer one.
const LONGEST_FIELD: usize = 500;
/// Characters of where it was.
const LONGEST_PLACE: usize = 80;
/// The fields a door sends.
const FIELDS: [&str; 15] = [
    "id",
    "do",
    "code",
    "registration",
    "checkpoint",
    "direction",
    "scanned_at",
    "done_at",
    "told",
    "scan",
    "reason",
    "name",
    "email",
    "country",
    "words",
];

/// The item of a request, as it is kept.
pub(crate) fn of(kind: Kind, item: &Value, why: Why, now: Moment) -> NewRequest {
    let text = |field: &str| text(item, field);
    let taken_at = text("scanned_at").or(text("done_at"));
    let place = text("checkpoint").map(|place| place.chars().take(LONGEST_PLACE).collect());
    NewRequest {
        kind,
        sent_id: sent_id(item),
        request: bounded(item),
        why,
        checkpoint: place,
        // A clock that runs ahead does not bring tomorrow.
        taken_at: taken_at
            .as_deref()
            .and_then(clock::parse_rfc3339)
            .map(|at| at.min(now)),
        passing: passing(kind, item, why),
    }
}

/// By whom a door turned away nobody passed; an undoing may show that somebody is inside, or outside.
fn passing(kind: Kind, item: &Value, why: Why) -> Passing {
    let text = |field: &str| text(item, field);
    let both = |so: bool| Passing {
        entries: so,
        exits: so,
    };
    let told = text("told").and_then(|told| Verdict::parse(&told));
    match kind {
        Kind::Act => both(text("do").as_deref() == Some("undo")),
        Kind::Scan if told.is_some_and(|told| !told.lets_pass()) => both(false),
        // The desk says which way it was.
        Kind::Scan if matches!(why, Why::OnlyIn | Why::OnlyOut) => both(true),
        Kind::Scan => match text("direction").and_then(|way| Direction::parse(&way)) {
            None => both(true),
            Some(way) => Passing {
                entries: way == Direction::In,
                exits: way == Direction::Out,
            },
        },
    }
}

/// Under which id it is kept: the device's own where that is one, or else a hash of all of it.
pub(crate) fn sent_id(item: &Value) -> String {
    match id(item) {
        Some(id) => id,
        None => hashed_id(&item.to_string()),
    }
}

/// The id a device chose.
pub(crate) fn id(item: &Value) -> Option<String> {
    let id = Uuid::parse_str(item.get("id")?.as_str()?.trim()).ok()?;
    Some(id.hyphenated().to_string())
}

/// A field of an item, cleaned as what a form sends is.
pub(crate) fn text(item: &Value, field: &str) -> Option<String> {
    Some(long_text(item.get(field)?.as_str()?))
}

/// As it came; of what is too long to be a door's, the fields of a door, cut.
fn bounded(item: &Value) -> String {
    let whole = item.to_string();
    if whole.len() <= LONGEST {
        return whole;
    }
    let cut = |field: &&str| {
        let said: String = text(item, field)?.chars().take(LONGEST_FIELD).collect();
        Some(((*field).to_string(), Value::from(said)))
    };
    let fields = FIELDS.iter().filter_map(cut);
    Value::Object(fields.collect::<Map<_, _>>()).to_string()
}

/// What the desk may say in place of what the device said, as the fields of its form are called.
const MENDED: [&str; 9] = [
    "checkpoint",
    "direction",
    "code",
    "name",
    "email",
    "country",
    "words",
    "reason",
    "registration",
];

/// The request once more, under this id, with what was mended; `taken_at` where the device's own time is none.
pub(crate) fn mended(request: &str, id: &str, form: &Typed, taken_at: Option<Moment>) -> Value {
    let read: Option<Value> = serde_json::from_str(request).ok();
    let mut item = read.filter(Value::is_object).unwrap_or_else(|| json!({}));
    item["id"] = id.into();
    for field in MENDED {
        if let Some(typed) = given_lines(form.get(field)) {
            item[field] = typed.into();
        }
    }
    if let Some(at) = taken_at {
        item["scanned_at"] = clock::rfc3339(at).into();
        item["done_at"] = clock::rfc3339(at).into();
    }
    // A code that was typed says who it is, whoever was meant before.
    if given(form.get("code")).is_some() {
        item["registration"] = Value::Null;
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Moment {
        clock::now()
    }

    #[test]
    fn what_has_no_id_is_known_by_all_of_it() {
        let one = json!({ "code": "HZ1" });
        assert_eq!(sent_id(&one), sent_id(&one.clone()));
        assert_ne!(sent_id(&one), sent_id(&json!({ "code": "HZ2" })));
        assert_ne!(sent_id(&json!("scan")), sent_id(&Value::Null));
        let id = "0197A000-0000-7000-8000-000000000001";
        assert_eq!(sent_id(&json!({ "id": id })), id.to_lowercase());
    }

    #[test]
    fn what_is_kept_is_bounded_and_still_says_who_and_when() {
        let long = json!({ "do": "note", "words": "x".repeat(100_000), "done_at": "2025-04-28T05:01:02Z", "more": "y".repeat(9000) });
        let kept = of(Kind::Act, &long, Why::TooLong, now());
        assert!(kept.request.len() <= LONGEST, "{}", kept.request.len());
        assert!(kept.request.contains("xxx") && !kept.request.contains("yyy"));
        assert!(kept.taken_at.is_some());
        let short = json!({ "code": "HZ1", "checkpoint": "d".repeat(500) });
        let kept = of(Kind::Scan, &short, Why::NoId, now());
        assert_eq!(kept.request, short.to_string());
        assert_eq!(kept.checkpoint.unwrap().len(), LONGEST_PLACE);
    }

    #[test]
    fn what_is_mended_takes_the_place_of_what_was_sent() {
        let form = Typed::read(b"checkpoint=C1&email=&code=HZ2");
        let request = r#"{"id":"x","registration":"R","email":"a@b.example","checkpoint":"old"}"#;
        let item = mended(request, "id", &form, None);
        assert_eq!(
            item,
            json!({ "id": "id", "registration": null, "email": "a@b.example", "checkpoint": "C1", "code": "HZ2" })
        );
        assert_eq!(
            mended("\"scan\"", "id", &Typed::default(), None),
            json!({ "id": "id" })
        );
    }
}
