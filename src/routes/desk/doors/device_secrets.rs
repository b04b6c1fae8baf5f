//! The secrets of a device just made, on their way to the page that shows them.
//!
//! They are kept nowhere but in a cookie of who made them, for ten minutes: not in an address, where logs and
//! histories would keep them, and not in the database, which holds only their hashes.

use std::future::{Ready, ready};

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};

use crate::app::App;
use crate::desk::AtForum;
use crate::error::Error;
use crate::pages;
use crate::values::Secret;

pub(crate) struct Shown {
    pub device: i64,
    pub pairing: Secret,
    /// Of a scanner without a browser; only right after the device was made.
    pub bearer: Option<Secret>,
}

impl Shown {
    pub(crate) fn new(device: i64, pairing: Secret, bearer: Option<Secret>) -> Shown {
        Shown {
            device,
            pairing,
            bearer,
        }
    }

    /// To the device's page, with the secrets in a cookie.
    pub(crate) fn lead(&self, at: &AtForum) -> Result<HttpResponse, Error> {
        let mut parts = vec![self.device.to_string(), self.pairing.as_str().to_string()];
        parts.extend(self.bearer.iter().map(|bearer| bearer.as_str().to_string()));
        let cookie = Cookie::build(cookie_name(&at.app), parts.join("."))
            .path("/")
            .max_age(Duration::minutes(10))
            .http_only(true)
            .secure(at.app.is_https())
            .same_site(SameSite::Lax)
            .finish();
        let mut answer = pages::see_other(&at.address(&format!("/devices/{}", self.device)));
        answer.add_cookie(&cookie).map_err(Error::broken)?;
        Ok(answer)
    }

    fn parse(text: &str) -> Option<Shown> {
        let mut parts = text.split('.');
        let device = parts.next()?.parse().ok()?;
        let pairing = Secret::parse(parts.next()?)?;
        Some(Shown::new(
            device,
            pairing,
            parts.next().and_then(Secret::parse),
        ))
    }
}

impl FromRequest for Shown {
    type Error = Error;
    type Future = Ready<Result<Shown, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request
            .app_data::<web::Data<App>>()
            .and_then(|app| request.cookie(cookie_name(app)))
            .and_then(|cookie| Shown::parse(cookie.value()));
        ready(found.ok_or(Error::NotFound))
    }
}

fn cookie_name(app: &App) -> &'static str {
    match app.is_https() {
        true => "__Host-made",
        false => "made",
    }
}
