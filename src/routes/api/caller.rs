use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, web};
use chrono::TimeDelta;
use futures_util::future::LocalBoxFuture;

use crate::app::App;
use crate::clock::{self, Moment};
use crate::db::Database;
use crate::error::Error;
use crate::models::checkpoint::{self, Checkpoint};
use crate::models::device::{self, Device};
use crate::routes::door::device_secret;
use crate::values::Secret;

/// How exactly the desk is told when a device was last heard of.
const HEARD: TimeDelta = TimeDelta::seconds(60);

/// The device that calls, by its bearer token or its browser's cookie, and the checkpoints it serves.
pub struct Caller {
    pub device: Device,
    pub checkpoints: Vec<Checkpoint>,
}

impl Caller {
    pub fn checkpoint(&self, slug: &str) -> Option<&Checkpoint> {
        self.checkpoints.iter().find(|found| found.slug == slug)
    }
}

impl FromRequest for Caller {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Caller, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = Key::of(request);
        let app = request.app_data::<web::Data<App>>().cloned();
        Box::pin(async move {
            let app = app.ok_or(Error::NotPaired)?;
            find(&app.db, key?, clock::now()).await
        })
    }
}

enum Key {
    Bearer(Secret),
    Cookie(Secret),
}

impl Key {
    fn of(request: &HttpRequest) -> Result<Key, Error> {
        if let Some(header) = request.headers().get(AUTHORIZATION) {
            let token = header.to_str().ok().and_then(bearer);
            return token.map(Key::Bearer).ok_or(Error::NotPaired);
        }
        let secret = device_secret(request).ok_or(Error::NotPaired)?;
        match is_our_page(request) {
            true => Ok(Key::Cookie(secret)),
            false => Err(Error::Forbidden),
        }
    }
}

fn bearer(header: &str) -> Option<Secret> {
    let (scheme, token) = header.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| Secret::parse(token.trim()))?
}

/// A cookie goes along whoever makes the browser ask; the browser says who that was.
fn is_our_page(request: &HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site");
    site.is_none_or(|site| site == "same-origin" || site == "none")
}

async fn find(db: &Database, key: Key, now: Moment) -> Result<Caller, Error> {
    let caller = db
        .read(move |c| {
            let found = match &key {
                Key::Bearer(secret) => device::by_bearer(c, secret, now)?,
                Key::Cookie(secret) => device::by_cookie(c, secret, now)?,
            };
            let Some(device) = found else {
                return Ok(None);
            };
            let checkpoints = checkpoint::of_device(c, device.id)?;
            Ok(Some(Caller {
                device,
                checkpoints,
            }))
        })
        .await?
        .ok_or(Error::NotPaired)?;
    let id = caller.device.id;
    if caller
        .device
        .last_seen_at
        .is_none_or(|seen| now - seen > HEARD)
    {
        db.write(move |c| device::seen(c, id, now)).await?;
    }
    Ok(caller)
}
