use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::{Value, json};

use super::caller::Caller;
use crate::app::App;
use crate::clock;
use crate::error::Error;
use crate::models::doors::inside::{self, Cursor, Inside, Outside};
use crate::pages::json_error;
use crate::values::LastingId;

#[derive(Deserialize)]
pub(crate) struct Asked {
    since: Option<String>,
}

/// `GET /api/door/inside?since=`: who is inside at the device's checkpoints, and by which scan: what a phone has to
/// know to tell a second showing of a badge from the first when it cannot ask. With `since` what changed, so that
/// what phones hear every minute does not grow with the hall.
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let since = asked.since.as_deref().filter(|since| !since.is_empty());
    let cursor = since.and_then(Cursor::parse);
    if since.is_some() && cursor.is_none() {
        let sentence = "The cursor in since is not one that this list gave.";
        return Ok(json_error(StatusCode::UNPROCESSABLE_ENTITY, sentence));
    }
    let ids: Vec<i64> = caller.checkpoints.iter().map(|found| found.id).collect();
    let heard = app.db.read(move |c| inside::heard(c, &ids, cursor)).await?;
    let inside: Vec<Value> = heard.inside.iter().map(here).collect();
    let mut answer = json!({ "cursor": heard.cursor.to_string(), "inside": inside });
    if since.is_some() {
        let outside: Vec<Value> = heard.outside.iter().map(gone).collect();
        answer["whole"] = json!(heard.whole);
        answer["outside"] = json!(outside);
    }
    Ok(HttpResponse::Ok().json(answer))
}

fn here(one: &Inside) -> Value {
    json!({
        "registration": one.registration,
        "checkpoint": one.checkpoint,
        "checkpoint_id": LastingId::Checkpoint(one.checkpoint_id).to_string(),
        "at": clock::rfc3339(one.at),
        "device": one.device,
    })
}

fn gone(one: &Outside) -> Value {
    json!({
        "registration": one.registration,
        "checkpoint_id": LastingId::Checkpoint(one.checkpoint_id).to_string(),
    })
}
