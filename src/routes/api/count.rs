use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::json;

use super::caller::Caller;
use crate::app::App;
use crate::error::Error;
use crate::models::doors::{expected, presence};

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    checkpoint: String,
}

/// `GET /api/door/count?checkpoint=`: how many are inside, and how many came of those whom the door expects; also how the
/// scan page sees that the server is there.
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let checkpoint = caller
        .checkpoint(&asked.checkpoint)
        .ok_or(Error::NotFound)?;
    let door = checkpoint.clone();
    let fresh = app.expected.fresh(door.id);
    let (inside, expected) = app
        .db
        .read(move |c| {
            let inside = presence::count_inside(c, door.id)?;
            let expected = match fresh {
                Some(fresh) => Some(fresh),
                None => expected::at(c, &door)?,
            };
            Ok((inside, expected))
        })
        .await?;
    if let (None, Some(counted)) = (fresh, expected) {
        app.expected.note(checkpoint.id, counted);
    }
    Ok(HttpResponse::Ok().json(json!({
        "checkpoint": checkpoint.slug,
        "inside": inside,
        "expected": expected.map(|expected| expected.people),
        "came": expected.map(|expected| expected.came),
    })))
}
