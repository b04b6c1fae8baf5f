use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::{Value, json};

use super::caller::Caller;
use crate::app::App;
use crate::clock::{self, Moment};
use crate::db;
use crate::error::Error;
use crate::models::devices::door_request;
use crate::models::doors::scan::{self, Passing, Today};
use crate::models::forum;
use crate::models::people::registration;
use crate::values::LastingId;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    registration: String,
}

/// `GET /api/door/passages?registration=`: a person's way through the device's own checkpoints today, so that whoever is
/// found by name can be undone from there.
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let (public_id, now) = (asked.into_inner().registration, clock::now());
    let today = app
        .db
        .read(move |c| today(c, &caller, &public_id, now))
        .await?
        .ok_or(Error::NotFound)?;
    let inside = today.inside.iter();
    let inside: Vec<String> = inside
        .map(|id| LastingId::Checkpoint(*id).to_string())
        .collect();
    let passages: Vec<Value> = today.passings.iter().map(told).collect();
    Ok(HttpResponse::Ok().json(json!({ "inside": inside, "passages": passages })))
}

/// None where nobody of the forum is known by that id, nor by that of a walk-in's form.
fn today(
    c: &mut db::Connection,
    caller: &Caller,
    public_id: &str,
    now: Moment,
) -> db::Result<Option<Today>> {
    let forum_id = caller.device.forum_id;
    let person = match registration::by_public_id(c, forum_id, public_id)? {
        Some(person) => Some(person.id),
        None => door_request::walked_in(c, forum_id, public_id)?,
    };
    let Some(person) = person else {
        return Ok(None);
    };
    let zone = forum::by_id(c, forum_id)?.zone();
    let day = clock::local_day(zone, clock::in_zone(zone, now).date());
    let own: Vec<i64> = caller.checkpoints.iter().map(|own| own.id).collect();
    scan::today(c, person, &own, day).map(Some)
}

fn told(passing: &Passing) -> Value {
    json!({
        "id": passing.scan_id,
        "checkpoint": passing.checkpoint,
        "checkpoint_id": LastingId::Checkpoint(passing.checkpoint_id).to_string(),
        "direction": passing.direction,
        "verdict": passing.verdict(),
        "at": clock::rfc3339(passing.at),
        "device": passing.device,
        "undone": passing.undone_at.is_some(),
    })
}
