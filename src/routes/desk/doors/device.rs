use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use super::device_secrets::Shown;
use super::devices::{Row, choices, moment, printers, read};
use crate::badges;
use crate::desk::notices::NoticeWord;
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::device as form;
use crate::i18n::Texts;
use crate::models::desk::account::Role;
use crate::models::devices::device::{self, Device};
use crate::pages::{self, Frame};
use crate::values::Secret;

/// `GET /{lang}/desk/{forum}/devices/{id}`: how it is, and its link while it may be shown.
pub(crate) async fn show(request: ForForum, shown: Option<Shown>) -> Result<HttpResponse, Error> {
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
        made: maker(&known.maker, at.t),
        made_at: moment(device.created_at, &at),
        link_made: (device.paired_by != device.made_by).then(|| maker(&known.link_maker, at.t)),
        link,
        token: shown
            .filter(|_| device.is_valid(at.asked.now))
            .and_then(|shown| shown.bearer)
            .map(|bearer| bearer.as_str().to_string()),
        can_change: device.is_valid(at.asked.now) && at.role.may_run_doors(),
        printers: choices(&printers(&at).await?),
        printer: device
            .printer_id
            .map(|id| id.to_string())
            .unwrap_or_default(),
        set_printer: at.address(&format!("/devices/{id}/printer")),
        renew: at.address(&format!("/devices/{id}/link")),
        revoke: at.address(&format!("/devices/{id}/revoke")),
        back: at.address("/devices"),
    })
}

/// `POST /{lang}/desk/{forum}/devices/{id}/link`: a new pairing link in place of an earlier one.
pub(crate) async fn renew(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.running_doors().await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let pairing = Secret::random();
    let (kept, until) = (pairing.clone(), at.asked.now + device::LINK_LASTS);
    let maker = at.signed_in.account.id;
    let renewed = at
        .write_with(Role::may_run_doors, move |c| {
            let link = device::Link {
                pairing: &kept,
                until,
                made_by: Some(maker),
            };
            device::renew_pairing(c, forum_id, id, &link)
        })
        .await?;
    match renewed {
        true => Shown::new(id, pairing, None).lead(&at),
        false => Err(Error::NotFound),
    }
}

/// `POST /{lang}/desk/{forum}/devices/{id}/printer`: where its labels come out from now on.
pub(crate) async fn set_printer(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.running_doors().await?;
    let form = at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let printer = form::printer(&form, &printers(&at).await?);
    let changed = at
        .write_with(Role::may_run_doors, move |c| {
            device::set_printer(c, forum_id, id, printer)
        })
        .await?;
    Ok(at.done(&format!("/devices/{id}"), NoticeWord::of_change(changed)))
}

/// `POST /{lang}/desk/{forum}/devices/{id}/revoke`
pub(crate) async fn revoke(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.running_doors().await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    let revoked = at
        .write_with(Role::may_run_doors, move |c| {
            device::revoke(c, forum_id, id, now)
        })
        .await?;
    Ok(at.done("/devices", NoticeWord::Saved.once(revoked)))
}

/// Who made it, in words.
fn maker(email: &Option<String>, t: Texts) -> String {
    let command = || t.desk_devices_made_by_command().to_string();
    email.clone().unwrap_or_else(command)
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
#[template(path = "desk/doors/device.html")]
struct DevicePage {
    page: Frame,
    desk: Bar,
    row: Row,
    /// When its page was last left without an answer.
    alone: Option<String>,
    until: String,
    /// By whom, and when.
    made: String,
    made_at: String,
    /// By whom the last link was made, where that was somebody else.
    link_made: Option<String>,
    link: Option<Link>,
    token: Option<String>,
    /// Neither revoked nor over, and for who may run doors.
    can_change: bool,
    /// Id and name; where there are none, nothing is to be chosen.
    printers: Vec<(String, String)>,
    /// Id of the one that was chosen, or empty.
    printer: String,
    set_printer: String,
    renew: String,
    revoke: String,
    back: String,
}
