use actix_web::Error as ActixError;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::web;

use crate::app::App;
use crate::error::Error;

/// Refuses what another site's page makes a browser send, by what the browser itself says of it.
/// The token in each form stands behind this, for browsers that say nothing.
pub(super) async fn refuse_foreign_forms(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    if request.method().is_safe() || is_ours(&request) || ends_news(request.path()) {
        return next
            .call(request)
            .await
            .map(ServiceResponse::map_into_boxed_body);
    }
    let (request, _) = request.into_parts();
    Ok(ServiceResponse::from_err(Error::NotOurForm, request))
}

fn is_ours(request: &ServiceRequest) -> bool {
    let text = |name: &str| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    match text("sec-fetch-site") {
        Some(site) => matches!(site, "same-origin" | "none"),
        None => match text(header::ORIGIN.as_str()) {
            // A page with `no-referrer` sends "null" for its own forms too; the token decides then.
            None | Some("null") => true,
            Some(origin) => is_our_origin(request, origin),
        },
    }
}

/// `/{lang}/unsubscribe/{signed}`: a mail program's button sends it from wherever the mail is read (RFC 8058). The
/// address alone is the right to it; whoever knows it could as well open it.
fn ends_news(path: &str) -> bool {
    let mut parts = path.split('/').skip(2);
    parts.next() == Some("unsubscribe") && parts.next().is_some() && parts.next().is_none()
}

fn is_our_origin(request: &ServiceRequest, origin: &str) -> bool {
    let host = origin.split_once("://").map(|(_, host)| host);
    let asked = request.connection_info().host().to_string();
    let public = request
        .app_data::<web::Data<App>>()
        .map(|app| app.public_url.origin().ascii_serialization());
    public.as_deref() == Some(origin) || host == Some(asked.as_str())
}
