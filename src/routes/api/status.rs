use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

use super::caller::{Caller, Key};
use super::json::Json;
use crate::app::App;
use crate::clock;
use crate::error::Error;
use crate::forms::device_status as form;
use crate::models::devices::device_status;
use crate::pages::door::version;
use crate::pages::json_error;

/// `POST /api/door/status`: how a device is, for the desk; the answer says which version of the page is the newest.
pub(crate) async fn post(
    app: web::Data<App>,
    key: Key,
    Json(body): Json,
) -> Result<HttpResponse, Error> {
    let now = clock::now();
    let Ok(body) = serde_json::from_slice::<Value>(&body) else {
        return Ok(json_error(StatusCode::BAD_REQUEST, "The body is not JSON."));
    };
    let told = match form::parse(&body, now) {
        Ok(told) => told,
        Err(sentence) => return Ok(json_error(StatusCode::UNPROCESSABLE_ENTITY, sentence)),
    };
    app.db
        .write(move |c| match Caller::find(c, &key, now)? {
            Some(caller) => {
                let held_back = told.held_back.as_deref();
                device_status::tell(c, caller.device.id, &told.status, held_back, now).map(Some)
            }
            None => Ok(None),
        })
        .await?
        .ok_or(Error::NotPaired)?;
    Ok(HttpResponse::Ok().json(json!({ "version": version() })))
}
