use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web;

use crate::app::App;

/// Everything from us, nothing inline, no frames.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers that every answer carries, unless the page has set its own.
pub(super) async fn add(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let transport = request
        .app_data::<web::Data<App>>()
        .filter(|app| app.is_https())
        .map(|app| match app.hsts_subdomains {
            true => "max-age=31536000; includeSubDomains",
            false => "max-age=31536000",
        });
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(
        headers,
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    name_charset(headers);
    if !is_part_of_a_page(headers) {
        add_a_documents(headers);
    }
    set(headers, header::CACHE_CONTROL, "no-store");
    if let Some(transport) = transport {
        set(headers, header::STRICT_TRANSPORT_SECURITY, transport);
    }
    Ok(response)
}

/// Every text is UTF-8, and says so.
fn name_charset(headers: &mut HeaderMap) {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .filter(|kind| kind.starts_with("text/") && !kind.contains("charset"));
    let named = kind.and_then(|kind| HeaderValue::try_from(format!("{kind}; charset=utf-8")).ok());
    if let Some(named) = named {
        headers.insert(header::CONTENT_TYPE, named);
    }
}

/// What only a document obeys: on a page's files it would cost a phone bytes for nothing.
fn add_a_documents(headers: &mut HeaderMap) {
    set(headers, header::CONTENT_SECURITY_POLICY, POLICY);
    set(headers, header::REFERRER_POLICY, "no-referrer");
    set(headers, header::X_FRAME_OPTIONS, "DENY");
    set(
        headers,
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        headers,
        HeaderName::from_static("permissions-policy"),
        "camera=(self), screen-wake-lock=(self), microphone=(), geolocation=()",
    );
}

/// Scripts, stylesheets and compiled code. A worker's script has its own policy already.
fn is_part_of_a_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| {
            ["text/javascript", "text/css", "application/wasm"]
                .iter()
                .any(|part| kind.starts_with(part))
        })
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
