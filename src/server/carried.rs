//! What was typed into a form survives what keeps the form from being done: see `routes::carried`.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::Cookie;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};

use super::api_address::is_of_api;
use crate::error::Error;
use crate::forms::carried::{self, Carried};
use crate::pages;
use crate::routes::carried::{SignInBeside, answer, app, enter, page_of_upload};

/// The body of a form that was sent, for a page that says why it was not done.
#[derive(Clone)]
pub(super) struct Sent(pub Bytes);

/// Signs in who sends a form together with a sign-in, and answers with all that was typed where a form was refused for
/// the want of a sign-in or of a good token.
pub(super) async fn keep(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if request.method() != Method::POST || is_of_api(request.path()) {
        let response = next.call(request).await?;
        return Ok(response.map_into_boxed_body());
    }
    if holds_file(request.headers()) {
        let response = next.call(request).await?.map_into_boxed_body();
        return Ok(choose_again(response));
    }
    let body = match request.extract::<Bytes>().await {
        Ok(body) => body,
        Err(error) => {
            let (request, _) = request.into_parts();
            return Ok(ServiceResponse::from_err(error, request));
        }
    };
    let (body, beside) = match carried::apart(&body) {
        None => (body, None),
        Some((typed, body)) => {
            let beside = sign_in_beside(request.request(), typed, &body).await;
            (Bytes::from(body), Some(beside))
        }
    };
    let cookies = match beside {
        None => None,
        Some(Ok(SignInBeside::Entered(entered, cookies))) => {
            request.extensions_mut().insert(entered);
            Some(cookies)
        }
        Some(Ok(SignInBeside::Again(page))) => return Ok(request.into_response(page)),
        Some(Err(error)) => return Ok(ServiceResponse::from_err(error, request.into_parts().0)),
    };
    request.extensions_mut().insert(Sent(body.clone()));
    // It is unpacked.
    request.headers_mut().remove(header::CONTENT_ENCODING);
    request.set_payload(Payload::from(body.clone()));
    let response = next.call(request).await?.map_into_boxed_body();
    let response = with_page(response, &body, cookies.is_some()).await;
    Ok(with_cookies(response, cookies.unwrap_or_default()))
}

async fn sign_in_beside(
    request: &HttpRequest,
    typed: carried::TypedSignIn,
    body: &[u8],
) -> Result<SignInBeside, Error> {
    enter(&*app(request)?, request, typed, Carried::read(body)).await
}

/// With a page that carries what was typed in place of a refusal that somebody can do something about.
async fn with_page(
    response: ServiceResponse<BoxBody>,
    body: &[u8],
    has_entered: bool,
) -> ServiceResponse<BoxBody> {
    let request = response.request().clone();
    let cause = response.response().error();
    let Some(cause) = cause.and_then(|error| error.as_error::<Error>()) else {
        return response;
    };
    let page = match app(&request) {
        Ok(app) => {
            let carried = Carried::read(body);
            answer(&app, &request, cause, carried, has_entered).await
        }
        Err(error) => Err(error),
    };
    match page {
        Ok(None) => response,
        Ok(Some(page)) => ServiceResponse::new(request, page),
        Err(error) => ServiceResponse::from_err(error, request),
    }
}

fn with_cookies(
    mut response: ServiceResponse<BoxBody>,
    cookies: Vec<Cookie<'static>>,
) -> ServiceResponse<BoxBody> {
    for cookie in cookies {
        // A cookie of ours is a header.
        let _ = response.response_mut().add_cookie(&cookie);
    }
    response
}

fn holds_file(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/"))
}

/// Leads back to where the file is chosen, by the sign-in where that is over, and says so.
fn choose_again(response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let request = response.request().clone();
    let cause = response.response().error();
    let page = page_of_upload(&request);
    let leads: HttpResponse = match cause.and_then(|error| error.as_error::<Error>()) {
        Some(Error::SignIn) => {
            let lang = page.split('/').nth(1).unwrap_or("en");
            let back: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
            pages::see_other(&format!("/{lang}/desk/sign-in?done=file&to={back}"))
        }
        Some(Error::NotOurForm) => pages::see_other(&format!("{page}?said=file")),
        _ => return response,
    };
    ServiceResponse::new(request, leads)
}
