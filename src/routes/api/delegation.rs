use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::json;

use super::caller::Caller;
use super::search::Row;
use crate::app::App;
use crate::error::Error;
use crate::models::doors::found;
use crate::models::people::registrations::Together;
use crate::pages::json_error;

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(crate) struct Asked {
    registration: String,
    by: String,
    checkpoint: String,
}

/// `GET /api/door/delegation?registration=&by=&checkpoint=`: everybody of the same organisation or country.
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner();
    let by = match asked.by.as_str() {
        "organisation" => Together::Organisation,
        "country" => Together::Country,
        _ => {
            return Ok(refuse(
                "Say in by what they have together: organisation or country.",
            ));
        }
    };
    let Some(checkpoint) = caller.checkpoint(&asked.checkpoint).cloned() else {
        return Ok(refuse("This device does not scan at that checkpoint."));
    };
    app.limits.search(caller.device.id)?;
    let forum_id = caller.device.forum_id;
    let members = app
        .db
        .read(move |c| found::together(c, forum_id, &checkpoint, &asked.registration, by))
        .await?;
    let people: Vec<Row> = members.into_iter().map(Row::from).collect();
    Ok(HttpResponse::Ok().json(json!({ "people": people })))
}

fn refuse(sentence: &'static str) -> HttpResponse {
    json_error(StatusCode::UNPROCESSABLE_ENTITY, sentence)
}
