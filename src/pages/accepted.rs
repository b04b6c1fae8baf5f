use actix_web::HttpRequest;
use actix_web::http::header;

use super::assets;

/// The best way of compressing that the browser understands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Accepted {
    Brotli,
    Gzip,
    Plain,
}

pub(crate) fn accepted(request: &HttpRequest) -> Accepted {
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

impl Accepted {
    /// The value of `Content-Encoding`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Accepted::Brotli => "br",
            Accepted::Gzip => "gzip",
            Accepted::Plain => "identity",
        }
    }

    /// A page that is sent many times, compressed once.
    pub(crate) fn compress(self, page: &[u8]) -> Vec<u8> {
        match self {
            Accepted::Brotli => assets::brotli(page),
            Accepted::Gzip => assets::gzip(page),
            Accepted::Plain => page.to_vec(),
        }
    }
}
