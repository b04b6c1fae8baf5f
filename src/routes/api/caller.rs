use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, web};
use chrono::TimeDelta;
use futures_util::future::{LocalBoxFuture, Ready, ready};

use crate::app::App;
use crate::clock::{self, Moment};
use crate::db::{self, Connection, Database};
use crate::error::Error;
use crate::models::devices::device::{self, Device};
use crate::models::devices::kept_request::Why;
use crate::models::places::checkpoint::{self, Checkpoint};
use crate::routes::door::device_secret;
use crate::values::Secret;

/// A page knows our time by an answer's date: to the second, and by how long the answer was on its way.
const CLOCKS_APART: TimeDelta = TimeDelta::seconds(60);
/// How exactly the desk is told when a device was last heard of.
const HEARD: TimeDelta = TimeDelta::seconds(60);

/// The device that calls, by its bearer token or its browser's cookie, and the checkpoints it serves.
pub(crate) struct Caller {
    pub device: Device,
    pub checkpoints: Vec<Checkpoint>,
    /// Who of the desk speaks for the device: enters what it left there.
    pub entered_by: Option<i64>,
    /// When its browser was paired. A scanner with a token is never, and has its own clock.
    paired_at: Option<Moment>,
}

impl Caller {
    /// The valid device of this key, if there is one.
    pub(crate) fn find(c: &mut Connection, key: &Key, now: Moment) -> db::Result<Option<Caller>> {
        let caller = Caller::find_late(c, key, now)?;
        Ok(caller.filter(|caller| caller.device.is_valid(now)))
    }

    /// The device of this key too whose time is over, and which may only send what it took before; and one that was
    /// revoked, which may only leave at the desk what it had not sent.
    pub(crate) fn find_late(
        c: &mut Connection,
        key: &Key,
        now: Moment,
    ) -> db::Result<Option<Caller>> {
        let found = match key {
            Key::Bearer(secret) => device::at_doors_of_bearer(c, secret)?,
            Key::Cookie(secret) => device::at_doors_of_cookie(c, secret)?,
        };
        let is_heard = |device: &Device| device.may_send(now) || device.may_hand_in(now);
        let heard = found.filter(|found| is_heard(&found.device));
        Ok(heard.map(|found| Caller {
            paired_at: match key {
                Key::Bearer(_) => None,
                Key::Cookie(_) => found.device.paired_at,
            },
            device: found.device,
            checkpoints: found.checkpoints,
            entered_by: None,
        }))
    }

    /// The desk in a device's place, at whatever checkpoint of the forum.
    pub(crate) fn of_desk(
        c: &mut Connection,
        device: Device,
        account_id: i64,
    ) -> db::Result<Caller> {
        Ok(Caller {
            checkpoints: checkpoint::of_forum(c, device.forum_id)?,
            paired_at: None,
            device,
            entered_by: Some(account_id),
        })
    }

    pub(crate) fn is_revoked(&self) -> bool {
        self.entered_by.is_none() && self.device.revoked_at.is_some()
    }

    /// Why it cannot have done something then. For what the desk enters the desk answers.
    pub(crate) fn untimely(&self, at: Moment) -> Option<Why> {
        if self.entered_by.is_some() {
            return None;
        }
        if self
            .paired_at
            .is_some_and(|paired| at < paired - CLOCKS_APART)
        {
            return Some(Why::NotPairedYet);
        }
        (!self.device.is_valid(at)).then_some(Why::Ended)
    }

    /// Whether the desk is to be told that the device was heard of again, or for the first time after its end.
    pub(crate) fn was_silent(&self, now: Moment) -> bool {
        let (seen, end) = (self.device.last_seen_at, self.device.valid_until);
        seen.is_none_or(|seen| now - seen > HEARD || (seen < end && end <= now))
    }

    /// A checkpoint the device serves, by its short name or its lasting id.
    pub(crate) fn checkpoint(&self, text: &str) -> Option<&Checkpoint> {
        let mut served = self.checkpoints.iter();
        served.find(|checkpoint| checkpoint.is_meant_by(text))
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
            identify(&app.db, key?, clock::now()).await
        })
    }
}

async fn identify(db: &Database, key: Key, now: Moment) -> Result<Caller, Error> {
    let caller = db
        .read(move |c| Caller::find(c, &key, now))
        .await?
        .ok_or(Error::NotPaired)?;
    if caller.was_silent(now) {
        let id = caller.device.id;
        db.write(move |c| device::seen(c, id, now)).await?;
    }
    Ok(caller)
}

/// The secret a device calls with. What it may do is asked where it is done: see `Caller::find`.
pub(crate) enum Key {
    Bearer(Secret),
    Cookie(Secret),
}

impl FromRequest for Key {
    type Error = Error;
    type Future = Ready<Result<Key, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Key::of(request))
    }
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
