use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, ContentType, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use askama::Template;

use super::carried::Sent;
use crate::app::{App, PageRequest, language_of};
use crate::db::{self, Lane, Saved};
use crate::error::Error;
use crate::forms::carried::Carried;
use crate::i18n::Texts;
use crate::pages::{self, Frame, json_error};
use crate::server::api_address::is_of_api;

/// The one place where a failed request becomes a page (or JSON, for the API) and a line in the log.
/// The line names the route, never the address: addresses hold secrets and names.
pub(super) async fn answer(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let began = Instant::now();
    let lane = lane(request.path());
    let (response, saved) = db::follow(lane, next.call(request)).await;
    let response = response?.map_into_boxed_body();
    let asked = response.request().clone();
    let status = response.status();
    let failed = response.response().error().map(|error| {
        let cause = error.as_error::<Error>();
        if status.is_server_error() {
            let cause = cause.map_or_else(|| error.to_string(), Error::to_string);
            tracing::error!(
                route = route(&asked),
                status = status.as_u16(),
                cause,
                "request failed"
            );
        }
        (status, Nuance::of(cause, asked.method(), saved))
    });
    let response = match failed {
        None => response,
        Some((status, nuance)) => {
            let page = failure(&asked, status, nuance);
            response.into_response(page)
        }
    };
    if let Some(app) = asked.app_data::<web::Data<App>>() {
        app.metrics.answered(status.as_u16(), began.elapsed());
    }
    tracing::debug!(
        method = asked.method().as_str(),
        route = route(&asked),
        status = status.as_u16(),
        ms = began.elapsed().as_millis() as u64,
        "answered"
    );
    Ok(response)
}

/// The pattern of the route, such as `/{lang}/me/{link}`.
fn route(request: &HttpRequest) -> String {
    request.match_pattern().unwrap_or_else(|| "none".into())
}

/// `/api/door/...` and `/{lang}/door/...`: somebody stands there.
fn lane(path: &str) -> Lane {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (_, Some("door")) => Lane::Doors,
        _ => Lane::Desk,
    }
}

fn failure(request: &HttpRequest, status: StatusCode, nuance: Nuance) -> HttpResponse {
    let mut answer = match is_of_api(request.path()) {
        true => json_error(status, sentence(status, nuance)),
        false => page(request, status, nuance),
    };
    if let Nuance::OtherMethod(allowed) = nuance {
        let allowed = HeaderValue::from_static(allowed);
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    answer
}

/// What a status alone does not tell.
#[derive(Clone, Copy, PartialEq)]
enum Nuance {
    None,
    /// Nothing was to be saved.
    Asked,
    /// Something was saved, or nobody knows.
    PerhapsSaved,
    FormOld,
    LinkLost,
    NoBadge,
    /// The address takes these.
    OtherMethod(&'static str),
}

impl Nuance {
    fn of(cause: Option<&Error>, method: &Method, saved: Saved) -> Nuance {
        match cause {
            Some(Error::NotOurForm) => Nuance::FormOld,
            Some(Error::LostLink) => Nuance::LinkLost,
            Some(Error::NoBadge) => Nuance::NoBadge,
            Some(Error::OtherMethod(allowed)) => Nuance::OtherMethod(allowed),
            _ if method.is_safe() => Nuance::Asked,
            Some(error) if error.is_outcome_unknown() => Nuance::PerhapsSaved,
            _ if saved == Saved::Perhaps => Nuance::PerhapsSaved,
            _ => Nuance::None,
        }
    }
}

fn page(request: &HttpRequest, status: StatusCode, nuance: Nuance) -> HttpResponse {
    let lang = language_of(request);
    if status == StatusCode::SEE_OTHER {
        return pages::see_other(&sign_in(request, lang.code()));
    }
    let t = Texts::html(lang);
    let (title, text) = match status {
        StatusCode::NOT_FOUND if nuance == Nuance::LinkLost => {
            (t.delegate_lost_title(), t.delegate_lost_text())
        }
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
            (t.error_not_found_title(), t.error_not_found_text())
        }
        StatusCode::FORBIDDEN if nuance == Nuance::FormOld => {
            (t.error_form_old_title(), t.error_form_old_text())
        }
        StatusCode::FORBIDDEN => (t.error_forbidden_title(), t.error_forbidden_text()),
        StatusCode::UNAUTHORIZED => (t.error_not_paired_title(), t.error_not_paired_text()),
        StatusCode::TOO_MANY_REQUESTS => (t.error_too_many_title(), t.error_too_many_text()),
        StatusCode::PAYLOAD_TOO_LARGE => (t.error_too_large_title(), t.error_too_large_text()),
        status if status.is_server_error() => match nuance {
            Nuance::PerhapsSaved => (t.error_unsure_title(), t.error_unsure_text()),
            Nuance::Asked => (t.error_broken_title(), t.error_away_text()),
            _ => (t.error_broken_title(), t.error_broken_text()),
        },
        _ => (
            t.error_not_understood_title(),
            t.error_not_understood_text(),
        ),
    };
    let sent = carried(request, status);
    let page = ErrorPage {
        page: match sent {
            Some(_) => PageRequest::of(request).frame(title),
            None => Frame::new(lang, "/", title),
        },
        text,
        can_go: can_go(status) && sent.as_ref().is_some_and(|sent| !sent.had_password),
        carried: sent.unwrap_or_default(),
    };
    match page.render() {
        Ok(body) => {
            let mut answer = HttpResponse::build(status);
            answer.insert_header(ContentType::html());
            if matches!(nuance, Nuance::LinkLost | Nuance::NoBadge) {
                answer.insert_header(pages::badge_word(false));
            }
            if status == StatusCode::TOO_MANY_REQUESTS {
                answer.insert_header((header::RETRY_AFTER, "60"));
            }
            answer.body(body)
        }
        Err(_) => HttpResponse::new(status),
    }
}

#[derive(Template)]
#[template(path = "not_done.html")]
struct ErrorPage {
    page: Frame,
    text: &'static str,
    /// What was typed, to be looked at.
    carried: Carried,
    /// Sent again, it may be done.
    can_go: bool,
}

/// What was typed into a form that was not done: no page leaves it to the browser to have kept it.
fn carried(request: &HttpRequest, status: StatusCode) -> Option<Carried> {
    let sent = request.extensions().get::<Sent>().cloned();
    let carried = Carried::read(&sent?.0);
    let is_worth_it = can_go(status) || carried.shown().next().is_some();
    is_worth_it.then_some(carried)
}

/// Whether it is another thing in a moment, or as soon as somebody has seen to it.
fn can_go(status: StatusCode) -> bool {
    status.is_server_error()
        || [StatusCode::TOO_MANY_REQUESTS, StatusCode::UNAUTHORIZED].contains(&status)
}

/// The sign-in page, which leads back to where a person wanted to go.
fn sign_in(request: &HttpRequest, lang: &str) -> String {
    let wanted = if request.method().is_safe() {
        request
            .uri()
            .path_and_query()
            .map_or("", |address| address.as_str())
    } else {
        ""
    };
    let back: String = url::form_urlencoded::byte_serialize(wanted.as_bytes()).collect();
    match back.as_str() {
        "" => format!("/{lang}/desk/sign-in"),
        back => format!("/{lang}/desk/sign-in?to={back}"),
    }
}

fn sentence(status: StatusCode, nuance: Nuance) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "This device is not paired, or its pairing has ended.",
        StatusCode::FORBIDDEN => "This request may not be made from here.",
        StatusCode::NOT_FOUND => "There is nothing at this address.",
        StatusCode::METHOD_NOT_ALLOWED => "This address does not take requests of this kind.",
        StatusCode::REQUEST_TIMEOUT => "The request came too slowly; send it again.",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            "Send JSON, with the content type application/json, plain or packed with gzip or br."
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            "The request is too large; send at most 500 scans at once."
        }
        StatusCode::TOO_MANY_REQUESTS => "Too many requests; wait a minute.",
        status if status.is_server_error() => match nuance {
            Nuance::Asked => "Something broke here; ask again.",
            Nuance::PerhapsSaved => {
                "We could not find out whether it was saved; sending it again does no harm."
            }
            _ => "Something broke here and nothing was saved; send the same again.",
        },
        _ => "The request cannot be understood.",
    }
}
