use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

use super::caller::Caller;
use crate::app::App;
use crate::clock;
use crate::error::Error;
use crate::models::presence;

/// `GET /api/door/inside`: who is inside at the device's checkpoints, and by which scan: what a phone has to know
/// to tell a second showing of a badge from the first when it cannot ask.
pub async fn show(app: web::Data<App>, caller: Caller) -> Result<HttpResponse, Error> {
    let ids: Vec<i64> = caller.checkpoints.iter().map(|found| found.id).collect();
    let inside = app.db.read(move |c| presence::inside(c, &ids)).await?;
    let inside: Vec<Value> = inside
        .into_iter()
        .map(|one| {
            json!({
                "registration": one.registration,
                "checkpoint": one.checkpoint,
                "at": clock::rfc3339(one.at),
                "device": one.device,
            })
        })
        .collect();
    Ok(HttpResponse::Ok().json(json!({ "inside": inside })))
}
