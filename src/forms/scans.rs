//! Scans as a device sends them: what each means, or why it does not count.

use serde_json::Value;
use uuid::Uuid;

use crate::clock::{self, Moment};
use crate::models::scan::{Direction, Reading, Subject, Verdict};

/// Scans in one request.
const MOST: usize = 500;
/// Characters of what a scanner may read; a QR code holds no more than 4,296.
const LONGEST: usize = 5000;

/// Why a whole request cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NotJson,
    NoScans,
    TooMany,
}

/// One scan of a request.
#[derive(Debug)]
pub struct Sent {
    /// As it came, for the answer.
    pub id: Value,
    pub scan: Result<Scan, &'static str>,
}

#[derive(Debug, Clone)]
pub struct Scan {
    /// Short name of the checkpoint.
    pub checkpoint: String,
    pub reading: Reading,
}

/// Reads the body of `POST /api/door/scans`. One malformed scan spoils none of the others.
pub fn read(body: &[u8], now: Moment) -> Result<Vec<Sent>, Fault> {
    let body: Value = serde_json::from_slice(body).map_err(|_| Fault::NotJson)?;
    let scans = body.get("scans").and_then(Value::as_array);
    match scans {
        None => Err(Fault::NoScans),
        Some(scans) if scans.is_empty() => Err(Fault::NoScans),
        Some(scans) if scans.len() > MOST => Err(Fault::TooMany),
        Some(scans) => Ok(scans.iter().map(|scan| sent(scan, now)).collect()),
    }
}

fn sent(scan: &Value, now: Moment) -> Sent {
    Sent {
        id: scan.get("id").cloned().unwrap_or(Value::Null),
        scan: parse(scan, now),
    }
}

fn parse(scan: &Value, now: Moment) -> Result<Scan, &'static str> {
    let text = |name: &str| scan.get(name).and_then(Value::as_str);
    let id = text("id")
        .and_then(|id| Uuid::parse_str(id).ok())
        .ok_or("The id must be a UUID.")?;
    let checkpoint = text("checkpoint").ok_or("The checkpoint is missing.")?;
    let direction = text("direction")
        .and_then(Direction::parse)
        .ok_or("The direction must be \"in\" or \"out\".")?;
    let scanned_at = text("scanned_at")
        .and_then(clock::parse_rfc3339)
        .ok_or("The time scanned_at must be RFC 3339, such as 2025-04-28T05:01:02Z.")?;
    let reading = Reading {
        id: id.hyphenated().to_string(),
        subject: subject(text("code"), text("registration"))?,
        direction,
        // A clock that runs ahead does not bring tomorrow's door.
        scanned_at: scanned_at.min(now),
        told: text("told").and_then(Verdict::parse),
    };
    Ok(Scan {
        checkpoint: checkpoint.to_string(),
        reading,
    })
}

/// Whom a scan is of: a badge's code, or a person found by name.
pub fn subject(code: Option<&str>, registration: Option<&str>) -> Result<Subject, &'static str> {
    match (code.map(str::trim), registration) {
        (Some(""), _) => Err("The code is empty."),
        (Some(code), None) if code.len() > LONGEST => Err("The code is too long to be a badge's."),
        (Some(code), None) => Ok(Subject::of_code(code)),
        (None, Some(registration)) => Ok(Subject::Registration(registration.to_string())),
        (None, None) => Err("A code or a registration is missing."),
        (Some(_), Some(_)) => Err("Send a code or a registration, not both."),
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

    fn result_of(scan: Value) -> Result<Scan, &'static str> {
        sent(&scan, clock::now()).scan
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
            assert!(result_of(scan).unwrap_err().ends_with('.'), "{field}");
        }
        assert!(result_of(json!("scan")).is_err());
    }

    #[test]
    fn a_scan_from_tomorrow_was_taken_now() {
        let mut scan = one();
        scan["scanned_at"] = json!("2999-01-01T00:00:00Z");
        let now = clock::now();
        assert_eq!(sent(&scan, now).scan.unwrap().reading.scanned_at, now);
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
