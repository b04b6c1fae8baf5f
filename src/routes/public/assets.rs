use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::error::Error;
use crate::pages::assets::{self, Asset};
use crate::server::DOOR_POLICY;
use crate::values::Colour;

/// The checksum in the address changes with the content, so a browser need never ask again.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// `GET /assets/{checksum}/{name}`
pub async fn file(request: HttpRequest, file: web::Path<String>) -> Result<HttpResponse, Error> {
    let asset = assets::by_address(&file).ok_or(Error::NotFound)?;
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, asset.kind))
        .insert_header((header::CACHE_CONTROL, FOR_EVER))
        .insert_header((header::VARY, "accept-encoding"));
    // A worker obeys the policy of its own file, and the door's runs the decoder.
    if asset.kind.starts_with("text/javascript") {
        response.insert_header((header::CONTENT_SECURITY_POLICY, DOOR_POLICY));
    }
    let accepted = accepted(&request);
    // "identity" also tells our own compressing middleware to leave it as it is.
    response.insert_header((header::CONTENT_ENCODING, accepted.name()));
    Ok(response.body(compressed(accepted, asset)))
}

/// `GET /assets/brand-{colour}.css`: a forum's own colour; the text on it stays readable.
pub async fn brand(colour: web::Path<String>) -> Result<HttpResponse, Error> {
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

impl Accepted {
    /// The value of `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Accepted::Brotli => "br",
            Accepted::Gzip => "gzip",
            Accepted::Plain => "identity",
        }
    }

    /// A page that is sent many times, compressed once.
    pub fn compress(self, page: &[u8]) -> Vec<u8> {
        match self {
            Accepted::Brotli => assets::brotli(page),
            Accepted::Gzip => assets::gzip(page),
            Accepted::Plain => page.to_vec(),
        }
    }
}

/// The best way of compressing that the browser understands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Accepted {
    Brotli,
    Gzip,
    Plain,
}

pub fn accepted(request: &HttpRequest) -> Accepted {
    let header = request.headers().get(header::ACCEPT_ENCODING);
    let offers = header.and_then(|value| value.to_str().ok()).unwrap_or("");
    let takes = |name: &str| {
        offers.split(',').any(|offer| {
            let mut parts = offer.trim().split(';');
            parts.next() == Some(name) && !parts.any(|weight| weight.trim() == "q=0")
        })
    };
    if takes("br") {
        Accepted::Brotli
    } else if takes("gzip") {
        Accepted::Gzip
    } else {
        Accepted::Plain
    }
}
