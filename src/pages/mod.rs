//! Rendering: the frame of every page, redirects, addresses of assets.

mod accepted;
pub(crate) mod assets;
pub(crate) mod door;
mod forum_head;
mod frame;
mod map;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentType, HeaderName, HeaderValue};
use askama::Template;
use serde_json::json;

use crate::error::Error;
use crate::i18n::{self, Texts};
use crate::models::forum::context::ForumContext;
use crate::values::Language;

pub(crate) use accepted::{Accepted, accepted};
pub(crate) use forum_head::{ForumHead, clocks, local};
pub(crate) use frame::Frame;
pub(crate) use map::map_address;

/// What the browser may load for the door's page: also the decoder (wasm, in a worker) and the camera.
pub(crate) const DOOR_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob: mediastream:; connect-src 'self'; \
    manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// For a page that shows one of ours in a frame.
pub(crate) const FRAMING_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// For what stands in such a frame: a mail, with its own styles and pictures and nothing that acts.
pub(crate) const FRAMED_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'; sandbox";

/// A page with its status: 200, or 422 for a form that comes back.
pub(crate) fn page(status: StatusCode, template: &impl Template) -> Result<HttpResponse, Error> {
    let html = template.render()?;
    let html = match status.is_success() {
        true => html,
        false => saying_error(html),
    };
    Ok(HttpResponse::build(status)
        .insert_header(ContentType::html())
        .body(html))
}

/// The title is the first thing that is read out of a page: that something went wrong is its first word. Whatever form
/// comes back passes here, so that none forgets it.
fn saying_error(html: String) -> String {
    let code = html
        .split_once("<html lang=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("", |(code, _)| code);
    let Some(language) = Language::parse(code) else {
        return html;
    };
    let word = Texts::html(language).error_before_title();
    html.replacen("<title>", &format!("<title>{word} "), 1)
}

pub(crate) fn ok(template: &impl Template) -> Result<HttpResponse, Error> {
    page(StatusCode::OK, template)
}

/// The same form again, with what was typed and what to mend.
pub(crate) fn unprocessable(template: &impl Template) -> Result<HttpResponse, Error> {
    page(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// Our own word on a delegate's badge, which no proxy and no captive portal says: a phone that keeps a copy throws it
/// away only when told that the badge is gone, and shows the copy to whoever gets an answer without this word.
pub(crate) fn badge_word(is_there: bool) -> (HeaderName, HeaderValue) {
    let word = match is_there {
        true => "here",
        false => "gone",
    };
    (
        HeaderName::from_static("hazir-badge"),
        HeaderValue::from_static(word),
    )
}

/// After a form did its work: the browser asks for the page that shows it, and "reload" does nothing twice.
pub(crate) fn see_other(address: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .finish()
}

/// `{"error": "a sentence"}`: the API's every failure.
pub(crate) fn json_error(status: StatusCode, sentence: &str) -> HttpResponse {
    HttpResponse::build(status).json(json!({ "error": sentence }))
}

/// Code and name of the countries a registration of this forum may have.
pub(crate) fn countries(whole: &ForumContext, lang: Language) -> Vec<(&'static str, &'static str)> {
    let optional: &[&str] = if whole.forum.offers_qn { &["QN"] } else { &[] };
    i18n::countries(lang, optional).collect()
}
