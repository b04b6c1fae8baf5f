//! What the operator's machines ask: are you well, and what have you counted?

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::app::App;
use crate::error::Error;
use crate::models::message;

/// `GET /healthz`: 200 once serving, 503 while the database is away.
pub async fn healthz(app: web::Data<App>) -> HttpResponse {
    let asked = app.db.read(message::next_due);
    match tokio::time::timeout(Duration::from_secs(3), asked).await {
        Ok(Ok(_)) => HttpResponse::Ok().content_type("text/plain").body("ok\n"),
        _ => HttpResponse::build(StatusCode::SERVICE_UNAVAILABLE)
            .content_type("text/plain")
            .body("the database does not answer\n"),
    }
}

/// `GET /metrics`: Prometheus text, for this machine alone unless told otherwise.
pub async fn metrics(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let local = request
        .peer_addr()
        .is_some_and(|peer| peer.ip().is_loopback())
        && !request.headers().contains_key("x-forwarded-for");
    if !local && !app.metrics_public {
        return Err(Error::NotFound);
    }
    let waiting = app.db.read(message::count_waiting).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4")
        .body(app.metrics.render(waiting)))
}
