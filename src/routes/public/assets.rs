use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::error::Error;
use crate::pages::assets::{self, Asset};
use crate::pages::{Accepted, DOOR_POLICY, accepted};
use crate::values::Colour;

/// The checksum in the address changes with the content, so a browser need never ask again.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// `GET /assets/{checksum}/{name}`
pub(crate) async fn file(
    request: HttpRequest,
    file: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let asset = assets::by_address(&file).ok_or(Error::NotFound)?;
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, asset.kind))
        .insert_header((header::CACHE_CONTROL, FOR_EVER))
        .insert_header((header::VARY, "accept-encoding"));
    // A worker obeys the policy of its own file, and the door's runs the decoder.
    if file.ends_with("-worker.js") {
        response.insert_header((header::CONTENT_SECURITY_POLICY, DOOR_POLICY));
    }
    let accepted = accepted(&request);
    // "identity" also tells our own compressing middleware to leave it as it is.
    response.insert_header((header::CONTENT_ENCODING, accepted.name()));
    Ok(response.body(compressed(accepted, asset)))
}

/// `GET /door-worker.js`: at the top, since a service worker looks after what lies below its own address; and
/// without a checksum, since the browser looks for a newer one by the same address.
pub(crate) async fn door_worker() -> Result<HttpResponse, Error> {
    worker("door/service-worker.js", DOOR_POLICY)
}

/// `GET /me-worker.js`: at the top too, where it may look after a delegate's page in any language. Each page asks for a
/// worker of its own that sees nothing else.
pub(crate) async fn delegate_worker() -> Result<HttpResponse, Error> {
    worker("delegate/service-worker.js", "default-src 'self'")
}

fn worker(name: &str, policy: &'static str) -> Result<HttpResponse, Error> {
    let asset = assets::by_name(name).ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, asset.kind))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(asset.plain.clone()))
}

/// `GET /assets/brand-{colour}.css`: a forum's own colour; the text on it stays readable.
pub(crate) async fn brand(colour: web::Path<String>) -> Result<HttpResponse, Error> {
    let colour = Colour::parse(&colour).ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/css; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, FOR_EVER))
        .body(format!(
            ":root{{--brand:{};--on-brand:{}}}\n",
            colour.as_str(),
            colour.text_on_it()
        )))
}

fn compressed(accepted: Accepted, asset: &'static Asset) -> &'static [u8] {
    match accepted {
        Accepted::Brotli => asset.brotli(),
        Accepted::Gzip => asset.gzip(),
        Accepted::Plain => &asset.plain,
    }
}
