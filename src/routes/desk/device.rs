use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use super::device_secrets::Shown;
use super::devices::{Row, moment, read};
use super::notices::Said;
use super::{AtForum, Bar, ForForum, Tab};
use crate::badges;
use crate::error::Error;
use crate::models::device::{self, Device};
use crate::pages::{self, Frame};
use crate::values::Secret;

/// `GET /{lang}/desk/{forum}/devices/{id}`: how it is, and its link while it may be shown.
pub async fn show(request: ForForum, shown: Option<Shown>) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Devices).await?;
    let (checkpoints, devices) = read(&at).await?;
    let id = at.id()?;
    let found = devices.iter().find(|known| known.device.id == id);
    let known = found.ok_or(Error::NotFound)?;
    let device = &known.device;
    let shown = shown.filter(|shown| shown.device == id);
    let link = match &shown {
        Some(shown) => Link::of(&at, device, &shown.pairing).await?,
        None => None,
    };
    pages::ok(&DevicePage {
        page: at.frame(&device.name),
        desk: at.bar(),
        row: Row::of(known, &checkpoints, &at),
        alone: known
            .status
            .as_ref()
            .and_then(|status| status.alone_since)
            .map(|since| moment(since, &at)),
        until: moment(device.valid_until, &at),
        link,
        token: shown
            .filter(|_| device.is_valid(at.asked.now))
            .and_then(|shown| shown.bearer)
            .map(|bearer| bearer.as_str().to_string()),
        works: device.is_valid(at.asked.now),
        renew: at.address(&format!("/devices/{id}/link")),
        revoke: at.address(&format!("/devices/{id}/revoke")),
        back: at.address("/devices"),
    })
}

/// `POST /{lang}/desk/{forum}/devices/{id}/link`: a new pairing link in place of an earlier one.
pub async fn renew(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Devices).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let pairing = Secret::random();
    let (kept, until) = (pairing.clone(), at.asked.now + device::LINK_LASTS);
    let renewed = at
        .app
        .db
        .write(move |c| device::renew_pairing(c, forum_id, id, &kept, until))
        .await?;
    match renewed {
        true => Shown::new(id, pairing, None).lead(&at),
        false => Err(Error::NotFound),
    }
}

/// `POST /{lang}/desk/{forum}/devices/{id}/revoke`
pub async fn revoke(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Devices).await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    at.app
        .db
        .write(move |c| device::revoke(c, forum_id, id, now))
        .await?;
    Ok(at.done("/devices", Said::Saved))
}

/// A pairing link, as text and as a QR symbol.
struct Link {
    address: String,
    qr: String,
    until: String,
}

impl Link {
    /// `None` once the link is used up or has run out.
    async fn of(at: &AtForum, device: &Device, pairing: &Secret) -> Result<Option<Link>, Error> {
        let (asked, now) = (pairing.clone(), at.asked.now);
        let good = at
            .app
            .db
            .read(move |c| device::by_pairing(c, &asked, now))
            .await?;
        if good.is_none_or(|good| good.id != device.id) {
            return Ok(None);
        }
        let path = at.asked.at(&format!("/door/pair/{}", pairing.as_str()));
        let address = at.app.link(&path);
        Ok(Some(Link {
            qr: badges::link_svg(&address, at.t.desk_devices_link_qr()).unwrap_or_default(),
            until: device
                .pairing_until
                .map(|until| moment(until, at))
                .unwrap_or_default(),
            address,
        }))
    }
}

#[derive(Template)]
#[template(path = "desk/forum/device.html")]
struct DevicePage {
    page: Frame,
    desk: Bar,
    row: Row,
    /// When its page was last left without an answer.
    alone: Option<String>,
    until: String,
    link: Option<Link>,
    token: Option<String>,
    /// Neither revoked nor over.
    works: bool,
    renew: String,
    revoke: String,
    back: String,
}
