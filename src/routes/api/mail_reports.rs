use actix_web::http::StatusCode;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;
use subtle::ConstantTimeEq;

use super::json::is_json;
use crate::app::{App, client};
use crate::clock;
use crate::error::Error;
use crate::mail::reports;
use crate::models::returned::delivery_report::{self, Action, DeliveryReport, Source};
use crate::pages::json_error;
use crate::values::DeliveryStatus;

/// What became of one message, as JSON.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    message_id: Option<String>,
    #[serde(default)]
    recipient: Option<String>,
    action: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    text: String,
}

/// `POST /api/mail/reports`: a delivery status mail (RFC 3464) as it came, or JSON.
pub(crate) async fn post(
    app: web::Data<App>,
    request: HttpRequest,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    if !is_allowed(&app, &request) {
        app.limits.guess(client(&request))?;
        return Ok(json_error(
            StatusCode::UNAUTHORIZED,
            "The token is missing or wrong.",
        ));
    }
    let reports = match is_json(&request) {
        true => match from_json(&body) {
            Ok(report) => vec![report],
            Err(sentence) => return Ok(json_error(StatusCode::UNPROCESSABLE_ENTITY, sentence)),
        },
        false => reports(&body),
    };
    let (count, now) = (reports.len(), clock::now());
    let known = app
        .db
        .write(move |c| {
            let mut known = 0;
            for report in &reports {
                known += usize::from(delivery_report::note(c, report, Source::Trusted, now)?);
            }
            Ok(known)
        })
        .await?;
    // A report about somebody else's mail is no mistake of who passes on whatever comes back.
    Ok(HttpResponse::Ok().json(json!({ "reports": count, "known": known })))
}

/// Without a token of the operator's nobody may report anything.
fn is_allowed(app: &App, request: &HttpRequest) -> bool {
    let header = request.headers().get(AUTHORIZATION);
    let given = header
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim());
    match (given, &app.mail_report_token) {
        (Some(given), Some(token)) => given.as_bytes().ct_eq(token.as_bytes()).into(),
        _ => false,
    }
}

fn from_json(body: &[u8]) -> Result<DeliveryReport, &'static str> {
    let typed: Typed = serde_json::from_slice(body).map_err(|_| {
        "The body must be a JSON object with an action (failed, delayed, delivered or complained) and a message_id or a recipient."
    })?;
    if typed.message_id.is_none() && typed.recipient.is_none() {
        return Err("Name the message by message_id or by recipient.");
    }
    Ok(DeliveryReport {
        action: Action::parse(&typed.action)
            .ok_or("The action is failed, delayed, delivered or complained.")?,
        status: DeliveryStatus::in_words(&typed.status),
        words: typed.text,
        marks: Vec::new(),
        message_ids: typed
            .message_id
            .iter()
            .map(|id| id.trim_matches(['<', '>', ' ']).to_owned())
            .collect(),
        recipient: typed.recipient,
    })
}
