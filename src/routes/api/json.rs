use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderName};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest};
use futures_util::future::LocalBoxFuture;

use crate::error::Error;

/// The body of a request to the door API, which takes JSON alone: what a form can send from another site's page is
/// refused before it is read.
pub(crate) struct Json(pub Bytes);

impl FromRequest for Json {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Json, actix_web::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = match is_json(request) && is_unpacked(request) {
            true => Some(Bytes::from_request(request, payload)),
            false => None,
        };
        Box::pin(async move {
            let body = body.ok_or(Error::OtherType)?;
            Ok(Json(body.await?))
        })
    }
}

/// JSON is UTF-8 whatever stands behind the type.
pub(super) fn is_json(request: &HttpRequest) -> bool {
    let kind = text(request, header::CONTENT_TYPE);
    let bare = kind.split(';').next().unwrap_or("");
    bare.trim().eq_ignore_ascii_case("application/json")
}

/// In one of the ways in which bodies are unpacked on their way in.
fn is_unpacked(request: &HttpRequest) -> bool {
    let packed = text(request, header::CONTENT_ENCODING)
        .trim()
        .to_lowercase();
    matches!(packed.as_str(), "" | "identity" | "gzip" | "br")
}

fn text(request: &HttpRequest, name: HeaderName) -> &str {
    let value = request.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap_or("?"))
}
