use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::json;

use super::caller::Caller;
use crate::app::App;
use crate::error::Error;
use crate::models::presence;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    checkpoint: String,
}

/// `GET /api/door/count?checkpoint=`: how many are inside; also how the scan page sees that the server is there.
pub async fn show(
    app: web::Data<App>,
    caller: Caller,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let checkpoint = caller
        .checkpoint(&asked.checkpoint)
        .ok_or(Error::NotFound)?;
    let (id, slug) = (checkpoint.id, checkpoint.slug.clone());
    let inside = app.db.read(move |c| presence::count_inside(c, id)).await?;
    Ok(HttpResponse::Ok().json(json!({ "checkpoint": slug, "inside": inside })))
}
