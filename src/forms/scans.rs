//! Scans as a device sends them: what each means, or why it does not count.

use serde_json::Value;

use super::kept_request::{id, text};
use crate::clock::{self, Moment};
use crate::models::devices::kept_request::Why;
use crate::models::doors::scan::{Reading, Subject};
use crate::models::doors::verdict::Verdict;
use crate::models::places::way::Direction;

/// Scans in one request.
const MOST: usize = 500;
/// Characters of what a scanner may read; a QR code holds no more than 4,296.
const LONGEST: usize = 5000;

/// Why a whole request cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    NotJson,
    NoScans,
    TooMany,
}

/// One scan of a request.
#[derive(Debug)]
pub(crate) struct Sent {
    /// As it came, for the answer and to be kept.
    pub item: Value,
    pub scan: Result<Scan, Why>,
}

impl Sent {
    /// The id as it came.
    pub(crate) fn id(&self) -> Value {
        self.item.get("id").cloned().unwrap_or(Value::Null)
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Scan {
    /// Short name of the checkpoint, or its lasting id.
    pub checkpoint: String,
    pub reading: Reading,
}

/// Reads the body of `POST /api/door/scans`. One malformed scan spoils none of the others.
pub(crate) fn read(body: &[u8], now: Moment) -> Result<Vec<Sent>, Fault> {
    let mut body: Value = serde_json::from_slice(body).map_err(|_| Fault::NotJson)?;
    match body.get_mut("scans").map(Value::take) {
        Some(Value::Array(scans)) if scans.is_empty() => Err(Fault::NoScans),
        Some(Value::Array(scans)) if scans.len() > MOST => Err(Fault::TooMany),
        Some(Value::Array(scans)) => Ok(scans.into_iter().map(|scan| sent(scan, now)).collect()),
        _ => Err(Fault::NoScans),
    }
}

/// One scan, as it came.
pub(crate) fn sent(item: Value, now: Moment) -> Sent {
    Sent {
        scan: parse(&item, now),
        item,
    }
}

/// The same of one that waited at the desk: no door waits for its answer.
pub(crate) fn waited(item: Value, now: Moment) -> Sent {
    let mut sent = sent(item, now);
    if let Ok(scan) = &mut sent.scan {
        scan.reading.is_awaited = false;
    }
    sent
}

fn parse(scan: &Value, now: Moment) -> Result<Scan, Why> {
    let text = |name: &str| text(scan, name);
    let id = id(scan).ok_or(Why::NoId)?;
    let checkpoint = text("checkpoint").ok_or(Why::NoCheckpoint)?;
    let direction = text("direction")
        .and_then(|direction| Direction::parse(&direction))
        .ok_or(Why::NoDirection)?;
    let scanned_at = text("scanned_at")
        .and_then(|at| clock::parse_rfc3339(&at))
        .ok_or(Why::NoTime)?;
    let reading = Reading {
        id,
        subject: subject(text("code"), text("registration"))?,
        direction,
        // A clock that runs ahead does not bring tomorrow's door.
        scanned_at: scanned_at.min(now),
        told: text("told").and_then(|told| Verdict::parse(&told)),
        is_awaited: true,
    };
    Ok(Scan {
        checkpoint,
        reading,
    })
}

/// Whom a scan is of: a badge's code, or a person found by name.
fn subject(code: Option<String>, registration: Option<String>) -> Result<Subject, Why> {
    match (code, registration) {
        (Some(code), _) if code.is_empty() => Err(Why::CodeEmpty),
        (Some(code), None) if code.len() > LONGEST => Err(Why::CodeTooLong),
        (Some(code), None) => Ok(Subject::of_code(&code)),
        (None, Some(registration)) => Ok(Subject::Registration(registration)),
        (None, None) => Err(Why::NoSubject),
        (Some(_), Some(_)) => Err(Why::SubjectTwice),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn one() -> Value {
        json!({
            "id": "0197A000-0000-7000-8000-000000000001", "code": "https://x.example/HZ0123456789ABCDEFGHJKMNPQRS",
            "checkpoint": "main", "direction": "in", "scanned_at": "2025-04-28T09:01:02+04:00",
        })
    }

    fn result_of(scan: Value) -> Result<Scan, Why> {
        sent(scan, clock::now()).scan
    }

    #[test]
    fn a_scan_is_read() {
        let scan = result_of(one()).unwrap();
        assert_eq!(scan.reading.id, "0197a000-0000-7000-8000-000000000001");
        assert_eq!(
            clock::rfc3339(scan.reading.scanned_at),
            "2025-04-28T05:01:02Z"
        );
        assert!(matches!(scan.reading.subject, Subject::Badge(Some(_))));
    }

    #[test]
    fn what_is_missing_or_mistyped_is_said() {
        for (field, value) in [
            ("id", json!(7)),
            ("checkpoint", Value::Null),
            ("direction", json!("up")),
            ("scanned_at", json!("now")),
            ("code", json!("  ")),
            ("registration", json!("0197")),
        ] {
            let mut scan = one();
            scan[field] = value;
            assert!(result_of(scan).is_err(), "{field}");
        }
        assert!(result_of(json!("scan")).is_err());
    }

    #[test]
    fn a_scan_from_tomorrow_was_taken_now() {
        let mut scan = one();
        scan["scanned_at"] = json!("2999-01-01T00:00:00Z");
        let now = clock::now();
        assert_eq!(sent(scan, now).scan.unwrap().reading.scanned_at, now);
    }

    #[test]
    fn a_request_holds_one_to_five_hundred_scans() {
        let body =
            |count: usize| serde_json::to_vec(&json!({ "scans": vec![one(); count] })).unwrap();
        let read = |body: &[u8]| read(body, clock::now());
        assert_eq!(read(b"{").unwrap_err(), Fault::NotJson);
        assert_eq!(read(b"[]").unwrap_err(), Fault::NoScans);
        assert_eq!(read(&body(0)).unwrap_err(), Fault::NoScans);
        assert_eq!(read(&body(500)).unwrap().len(), 500);
        assert_eq!(read(&body(501)).unwrap_err(), Fault::TooMany);
    }
}
