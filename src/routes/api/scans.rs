use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde_json::json;

use super::answer::ScanResult;
use super::caller::{Caller, Key};
use super::json::Json;
use crate::app::App;
use crate::clock::{self, Moment};
use crate::error::Error;
use crate::forms::scans::{self, Fault, Scan, Sent};
use crate::models::devices::device;
use crate::models::devices::kept_request::{self, KeptRequest, Kind, State, Why};
use crate::models::doors::scan::{self, Answer, Subject, rehearsal};
use crate::models::places::checkpoint::{Checkpoint, Ways};
use crate::models::places::way::Direction;
use crate::pages::json_error;
use crate::routes::api::keeping;
use crate::{db, forms};

/// Scans in one transaction: a phone that comes back with hundreds does not make the doors beside it wait.
const TOGETHER: usize = 10;

/// `POST /api/door/scans`: judges up to 500 scans; the answer is given when they are all on the disk. Should
/// something fail on the way, the first of them are, and are answered the same when they are sent again.
pub(crate) async fn post(
    app: web::Data<App>,
    key: Key,
    Json(body): Json,
) -> Result<HttpResponse, Error> {
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
        let judge = move |c: &mut db::Connection| judge_all(c, &key, &some, now);
        let judged = match comes_back {
            true => app.db.write(judge).await?,
            false => app.db.write_together(judge).await?,
        };
        let judged = judged.ok_or(Error::NotPaired)?;
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
    if caller.was_silent(now) && !caller.is_revoked() {
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
    let found = keeping::found(c, caller, Kind::Scan, &sent.item)?;
    let entered = match &found {
        Some(kept) if keeping::is_settled(found.as_ref()) => Err(kept.why),
        Some(_) => enter(c, caller, &scans::waited(sent.item.clone(), now).scan, now)?,
        None => enter(c, caller, &sent.scan, now)?,
    };
    match entered {
        Ok(answer) => {
            keeping::entered(c, found.as_ref(), now)?;
            Ok(ScanResult::judged(sent.id(), answer))
        }
        Err(why) => match given(c, caller, sent, found.as_ref(), now)? {
            // It is written down, and who was revoked is told no name.
            Some(_) if caller.is_revoked() => {
                Ok(ScanResult::refused(sent.id(), true, why.sentence()))
            }
            Some(answer) => Ok(ScanResult::judged(sent.id(), answer)),
            None => {
                let (kept, error) = keeping::keep(c, caller, (Kind::Scan, &sent.item), why, now)?;
                Ok(ScanResult::refused(sent.id(), kept, error))
            }
        },
    }
}

/// Judges one scan and writes it down, or says why it cannot be entered.
pub(crate) fn enter(
    c: &mut db::Connection,
    caller: &Caller,
    scan: &Result<Scan, Why>,
    now: Moment,
) -> db::Result<Result<Answer, Why>> {
    let placed = scan
        .as_ref()
        .map_err(|why| *why)
        .and_then(|scan| Ok((scan, place(caller, scan)?)));
    let (scan, checkpoint) = match placed {
        Ok(placed) => placed,
        Err(why) => return Ok(Err(why)),
    };
    let waits = waits_for_a_walk_in(c, caller, scan)?;
    // Nothing of a rehearsal counts, nor is it to be seen to.
    if waits && !rehearsal::belongs(c, checkpoint, &scan.reading, now)? {
        return Ok(Err(Why::WalkInWaits));
    }
    let by = (&caller.device, caller.entered_by);
    scan::record(c, by, checkpoint, &scan.reading, now).map(Ok)
}

/// A walk-in's form was entered: so are the scans by which the device let that person in meanwhile.
pub(crate) fn enter_waiting(
    c: &mut db::Connection,
    caller: &Caller,
    form: &KeptRequest,
    now: Moment,
) -> db::Result<()> {
    for kept in kept_request::waiting_for(c, form)? {
        let item = serde_json::from_str(&kept.request).unwrap_or_default();
        let sent = scans::waited(item, now);
        if enter(c, caller, &sent.scan, now)?.is_ok() {
            kept_request::settle(c, kept.id, State::Entered, caller.entered_by, now)?;
        }
    }
    Ok(())
}

/// The answer it was given before, under its own id or the one the desk entered it by: the checkpoint may have been
/// renamed since.
fn given(
    c: &mut db::Connection,
    caller: &Caller,
    sent: &Sent,
    found: Option<&KeptRequest>,
    now: Moment,
) -> db::Result<Option<Answer>> {
    let id = found
        .map(KeptRequest::entering_id)
        .or_else(|| forms::kept_request::id(&sent.item));
    match id {
        Some(id) => {
            let reading = sent.scan.as_ref().ok().map(|scan| &scan.reading);
            scan::answered(c, &caller.device, (id.as_str(), reading), now)
        }
        None => Ok(None),
    }
}

/// A phone that was alone lets a walk-in in by the form's id; until the form is entered that is nobody.
fn waits_for_a_walk_in(c: &mut db::Connection, caller: &Caller, scan: &Scan) -> db::Result<bool> {
    match &scan.reading.subject {
        Subject::Registration(form_id) if caller.device.kept > 0 => {
            kept_request::is_waiting(c, caller.device.id, form_id)
        }
        _ => Ok(false),
    }
}

/// The checkpoint a scan was taken at, if the device may scan there and people pass it that way.
fn place<'a>(caller: &'a Caller, scan: &Scan) -> Result<&'a Checkpoint, Why> {
    if caller.is_revoked() {
        return Err(Why::Revoked);
    }
    let checkpoint = caller
        .checkpoint(&scan.checkpoint)
        .ok_or(Why::OtherCheckpoint)?;
    if let Some(why) = caller.untimely(scan.reading.scanned_at) {
        return Err(why);
    }
    match (checkpoint.direction, scan.reading.direction) {
        (Ways::In, Direction::Out) => Err(Why::OnlyIn),
        (Ways::Out, Direction::In) => Err(Why::OnlyOut),
        _ => Ok(checkpoint),
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
