use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde_json::json;

use super::answer::ScanResult;
use super::caller::{Caller, Key};
use crate::app::App;
use crate::clock::{self, Moment};
use crate::db;
use crate::error::Error;
use crate::forms::scans::{self, Fault, Scan, Sent};
use crate::models::checkpoint::Checkpoint;
use crate::models::{device, scan};
use crate::pages::json_error;

/// Scans in one transaction: a phone that comes back with hundreds does not make the doors beside it wait.
const TOGETHER: usize = 10;

/// `POST /api/door/scans`: judges up to 500 scans; the answer is given when they are all on the disk. Should
/// something fail on the way, the first of them are, and are answered the same when they are sent again.
pub async fn post(app: web::Data<App>, key: Key, body: web::Bytes) -> Result<HttpResponse, Error> {
    let now = clock::now();
    let mut sent = match scans::read(&body, now) {
        Ok(sent) => sent,
        Err(fault) => return Ok(refuse(fault)),
    };
    let key = Arc::new(key);
    let mut results = Vec::with_capacity(sent.len());
    let comes_back = sent.len() > TOGETHER;
    while !sent.is_empty() {
        let some: Vec<Sent> = sent.drain(..sent.len().min(TOGETHER)).collect();
        let key = key.clone();
        let turn = match comes_back {
            true => app.returning.acquire().await.ok(),
            false => None,
        };
        let judged = app
            .db
            .write(move |c| judge_all(c, &key, &some, now))
            .await?
            .ok_or(Error::NotPaired)?;
        drop(turn);
        app.metrics.scanned(judged.len());
        app.live.ring();
        results.extend(judged);
    }
    Ok(HttpResponse::Ok().json(json!({ "results": results })))
}

/// `None` when no device has this key: asked in the transaction that it is asked for.
fn judge_all(
    c: &mut db::Connection,
    key: &Key,
    sent: &[Sent],
    now: Moment,
) -> db::Result<Option<Vec<ScanResult>>> {
    let Some(caller) = Caller::find_late(c, key, now)? else {
        return Ok(None);
    };
    if caller.was_silent(now) {
        device::seen(c, caller.device.id, now)?;
    }
    let result = |sent| result(c, &caller, sent, now);
    sent.iter().map(result).collect::<db::Result<_>>().map(Some)
}

fn result(
    c: &mut db::Connection,
    caller: &Caller,
    sent: &Sent,
    now: Moment,
) -> db::Result<ScanResult> {
    let id = sent.id.clone();
    let placed = sent.scan.as_ref().map_err(|error| *error);
    match placed.and_then(|scan| Ok((scan, place(caller, scan)?))) {
        Err(error) => Ok(ScanResult::refused(id, error)),
        Ok((scan, checkpoint)) => {
            let answer = scan::record(c, &caller.device, checkpoint, &scan.reading, now)?;
            Ok(ScanResult::judged(id, answer))
        }
    }
}

/// The checkpoint a scan was taken at, if the device may scan there and people pass it that way.
fn place<'a>(caller: &'a Caller, scan: &Scan) -> Result<&'a Checkpoint, &'static str> {
    let checkpoint = caller
        .checkpoint(&scan.checkpoint)
        .ok_or("This device does not scan at that checkpoint.")?;
    if !caller.device.is_valid(scan.reading.scanned_at) {
        return Err("The pairing of this device had ended when this was scanned.");
    }
    match checkpoint.direction.as_str() {
        "both" => Ok(checkpoint),
        only if only == scan.reading.direction.as_str() => Ok(checkpoint),
        "in" => Err("People only come in at this checkpoint."),
        _ => Err("People only go out at this checkpoint."),
    }
}

fn refuse(fault: Fault) -> HttpResponse {
    let (status, sentence) = match fault {
        Fault::NotJson => (StatusCode::BAD_REQUEST, "The body is not JSON."),
        Fault::NoScans => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Send {\"scans\": [...]} with at least one scan.",
        ),
        Fault::TooMany => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Send at most 500 scans at once.",
        ),
    };
    json_error(status, sentence)
}
