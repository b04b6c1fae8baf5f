//! What the operator's machines ask: are you well, and what have you counted?

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::app::{App, is_this_machine};
use crate::error::Error;
use crate::models::message;

/// `GET /healthz`: 200 while something can be saved, else 503 and why not.
pub async fn healthz(app: web::Data<App>) -> HttpResponse {
    match app.db.is_well().await {
        Ok(()) => HttpResponse::Ok().content_type("text/plain").body("ok\n"),
        Err(sentence) => HttpResponse::build(StatusCode::SERVICE_UNAVAILABLE)
            .content_type("text/plain")
            .body(format!("{sentence}\n")),
    }
}

/// `GET /metrics`: Prometheus text, for this machine alone unless told otherwise.
pub async fn metrics(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    if !is_this_machine(&request) && !app.metrics_public {
        return Err(Error::NotFound);
    }
    let waiting = app.db.read(message::count_waiting).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4")
        .body(app.metrics.render(waiting)))
}
