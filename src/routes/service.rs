//! What the operator's machines ask: are you well, and what have you counted?

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;

use crate::app::{App, is_this_machine};
use crate::clock;
use crate::error::Error;
use crate::models::mail::message;
use crate::pages::assets;
use crate::values::Language;

/// `GET /healthz`: 200 while something can be saved, else 503 and why not.
pub(super) async fn healthz(app: web::Data<App>) -> HttpResponse {
    match app.db.is_well().await {
        Ok(()) => HttpResponse::Ok().content_type("text/plain").body("ok\n"),
        Err(sentence) => HttpResponse::build(StatusCode::SERVICE_UNAVAILABLE)
            .content_type("text/plain")
            .body(format!("{sentence}\n")),
    }
}

/// `GET /robots.txt`: search engines find the forums, and nobody's page.
pub(super) async fn robots() -> HttpResponse {
    let closed = ["desk", "door", "me", "check", "unsubscribe"];
    let closed: String = closed
        .iter()
        .map(|part| format!("Disallow: /*/{part}\n"))
        .collect();
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header(A_DAY)
        .body(format!("User-agent: *\nDisallow: /api/\n{closed}"))
}

/// `GET /favicon.ico`: for programs that ask for it without looking at a page.
pub(super) async fn favicon() -> Result<HttpResponse, Error> {
    let picture = assets::by_name("icon-180.png").ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type("image/x-icon")
        .insert_header(A_DAY)
        .body(icon(&picture.plain, 180)))
}

/// A PNG in the one frame of an ICO.
fn icon(png: &[u8], side: u8) -> Vec<u8> {
    const HEADER: u32 = 22;
    let length = u32::try_from(png.len()).unwrap_or(u32::MAX);
    // One icon; its size; no palette; one plane of 32 bits; how long and where it is.
    let mut icon = vec![0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0];
    icon.extend(length.to_le_bytes());
    icon.extend(HEADER.to_le_bytes());
    icon.extend(png);
    icon
}

/// `GET /.well-known/security.txt` (RFC 9116): whom to tell of a weakness, where the operator has named somebody.
pub(super) async fn security(app: web::Data<App>) -> Result<HttpResponse, Error> {
    let contact = app.security_contact.as_deref().ok_or(Error::NotFound)?;
    let languages = Language::ALL.map(Language::code).join(", ");
    let text = format!(
        "Contact: {contact}\nExpires: {}\nPreferred-Languages: {languages}\nCanonical: {}\n",
        clock::rfc3339(clock::now() + GOOD_FOR),
        app.link("/.well-known/security.txt"),
    );
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header(A_DAY)
        .body(text))
}

/// Files that hardly ever change.
const A_DAY: (header::HeaderName, &str) = (header::CACHE_CONTROL, "public, max-age=86400");

/// How long after it was read the contact may be relied on.
const GOOD_FOR: TimeDelta = TimeDelta::days(180);

/// `GET /metrics`: Prometheus text, for this machine alone unless told otherwise.
pub(super) async fn metrics(
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    if !is_this_machine(&request) && !app.metrics_public {
        return Err(Error::NotFound);
    }
    let waiting = app.db.read(message::count_waiting).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4")
        .body(app.metrics.render(waiting)))
}
