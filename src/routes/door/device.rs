use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::future::LocalBoxFuture;

use crate::app::App;
use crate::clock::{self, Moment};
use crate::error::Error;
use crate::models::devices::device::{self, Device};
use crate::values::Secret;

/// The device whose browser asks, known by its cookie.
pub(crate) struct Paired(pub Device);

/// A device whose time is over, or which the desk has ended, and which may only send what it took before.
pub(crate) struct Ended(pub Device);

impl FromRequest for Paired {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Paired, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = known(request);
        Box::pin(async move {
            let device = found.await?.filter(|device| device.is_valid(clock::now()));
            device.map(Paired).ok_or(Error::NotPaired)
        })
    }
}

impl FromRequest for Ended {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Ended, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = known(request);
        Box::pin(async move {
            let device = found.await?.filter(|device| !device.is_valid(clock::now()));
            device.map(Ended).ok_or(Error::NotPaired)
        })
    }
}

/// The device of the cookie, while it may send or hand in.
fn known(request: &HttpRequest) -> LocalBoxFuture<'static, Result<Option<Device>, Error>> {
    let secret = device_secret(request);
    let app = request.app_data::<web::Data<App>>().cloned();
    Box::pin(async move {
        let (Some(app), Some(secret)) = (app, secret) else {
            return Ok(None);
        };
        let now = clock::now();
        let found = app.db.read(move |c| device::of_cookie(c, &secret)).await?;
        Ok(found.filter(|device| device.may_send(now) || device.may_hand_in(now)))
    })
}

/// The secret in the device's cookie.
pub(crate) fn device_secret(request: &HttpRequest) -> Option<Secret> {
    let app = request.app_data::<web::Data<App>>()?;
    let cookie = request.cookie(cookie_name(app))?;
    Secret::parse(cookie.value())
}

/// A cookie that lasts as long as the device may send.
pub(super) fn cookie(app: &App, secret: &Secret, until: Moment, now: Moment) -> Cookie<'static> {
    let seconds = (until + device::LATE - now).num_seconds().max(0);
    build(app, secret.as_str().to_string(), Duration::seconds(seconds))
}

/// What makes the browser forget it.
pub(super) fn no_cookie(app: &App) -> Cookie<'static> {
    build(app, String::new(), Duration::ZERO)
}

fn build(app: &App, value: String, lasts: Duration) -> Cookie<'static> {
    Cookie::build(cookie_name(app), value)
        .path("/")
        .http_only(true)
        .secure(app.is_https())
        .same_site(SameSite::Lax)
        .max_age(lasts)
        .finish()
}

fn cookie_name(app: &App) -> &'static str {
    if app.is_https() {
        "__Host-hazir-device"
    } else {
        "hazir-device"
    }
}
