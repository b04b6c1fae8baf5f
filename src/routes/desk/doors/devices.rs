use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use super::device_secrets::Shown;
use super::device_signs::{Sign, ago, signs};
use crate::clock::{self, Moment};
use crate::desk::words::When;
use crate::desk::{AtForum, Bar, ForForum, Tab, door};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, device as form};
use crate::i18n::{Texts, dates};
use crate::models::desk::account::{self, Role};
use crate::models::devices::device::{self, Device, Pairing};
use crate::models::devices::device_status::{self, DeviceStatus};
use crate::models::places::checkpoint::{self, Checkpoint};
use crate::models::printing::printer::{self, Printer};
use crate::pages::{self, Frame};
use crate::values::Secret;

/// `GET /{lang}/desk/{forum}/devices`
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Devices).await?;
    let (checkpoints, devices) = read(&at).await?;
    let row = |known: &Known| Row::of(known, &checkpoints, &at);
    pages::ok(&ListPage {
        page: at.tab_frame(),
        desk: at.bar(),
        add: at.role.may_run_doors().then(|| at.address("/devices/new")),
        none: checkpoints.is_empty(),
        rows: devices.iter().map(row).collect(),
    })
}

/// `GET /{lang}/desk/{forum}/devices/new`
pub(crate) async fn new(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.running_doors().await?;
    let (checkpoints, _) = read(&at).await?;
    let form = form::blank(&at.whole.forum, &checkpoints, at.asked.now);
    page(
        &at,
        (&checkpoints, &printers(&at).await?),
        form,
        FieldErrors::default(),
        StatusCode::OK,
    )
}

/// `POST /{lang}/desk/{forum}/devices/new`: the link is shown on the page that follows.
pub(crate) async fn create(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.running_doors().await?;
    let form = at.read(&body)?;
    let (checkpoints, _) = read(&at).await?;
    let printers = printers(&at).await?;
    let mut errors = FieldErrors::default();
    let (forum, now) = (&at.whole.forum, at.asked.now);
    let known = (forum, &*checkpoints, &*printers);
    let Some(said) = form::parse(&form, known, now, at.t, &mut errors) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&at, (&checkpoints, &printers), form, errors, status);
    };
    let (forum_id, maker) = (at.forum_id(), at.signed_in.account.id);
    let pairing = Secret::random();
    let bearer = said.bearer.then(Secret::random);
    let (kept, kept_bearer) = (pairing.clone(), bearer.clone());
    let id = at
        .write_with(Role::may_run_doors, move |c| {
            let pairing = Pairing {
                name: &said.name,
                checkpoints: &said.checkpoints,
                pairing: &kept,
                pairing_until: said.until.min(now + device::LINK_LASTS),
                bearer: kept_bearer.as_ref(),
                valid_until: said.until,
                printer_id: said.printer,
                made_by: Some(maker),
            };
            device::create(c, forum_id, &pairing, now)
        })
        .await?;
    Shown::new(id, pairing, bearer).lead(&at)
}

/// A device, with the checkpoints it serves and what it last told of itself.
pub(crate) struct Known {
    pub(crate) device: Device,
    /// The addresses of who made it, and its last link; none: a command.
    pub(crate) maker: Option<String>,
    pub(crate) link_maker: Option<String>,
    serves: Vec<i64>,
    pub(crate) status: Option<DeviceStatus>,
}

/// The forum's checkpoints and its devices.
pub(crate) async fn read(at: &AtForum) -> Result<(Vec<Checkpoint>, Vec<Known>), Error> {
    let forum_id = at.forum_id();
    let read = at.app.db.read(move |c| {
        let pairs = device::checkpoints_of_forum(c, forum_id)?;
        let mut told: HashMap<i64, DeviceStatus> =
            device_status::of_forum(c, forum_id)?.into_iter().collect();
        let devices = device::of_forum(c, forum_id)?;
        let makers = devices
            .iter()
            .flat_map(|one| [one.made_by, one.paired_by])
            .flatten();
        let makers = account::emails(c, &makers.collect::<Vec<i64>>())?;
        let maker = |id: Option<i64>| id.and_then(|id| makers.get(&id).cloned());
        let known = |device: Device| {
            let of_this = pairs.iter().filter(|(id, _)| *id == device.id);
            Known {
                serves: of_this.map(|(_, checkpoint)| *checkpoint).collect(),
                status: told.remove(&device.id),
                maker: maker(device.made_by),
                link_maker: maker(device.paired_by),
                device,
            }
        };
        let checkpoints = checkpoint::of_forum(c, forum_id)?;
        Ok((checkpoints, devices.into_iter().map(known).collect()))
    });
    Ok(read.await?)
}

/// The forum's label printers.
pub(crate) async fn printers(at: &AtForum) -> Result<Vec<Printer>, Error> {
    let forum_id = at.forum_id();
    Ok(at
        .app
        .db
        .read(move |c| printer::of_forum(c, forum_id))
        .await?)
}

pub(crate) fn moment(moment: Moment, at: &AtForum) -> String {
    dates::date_time(at.asked.lang, clock::in_zone(at.whole.forum.zone(), moment))
}

#[derive(Template)]
#[template(path = "desk/doors/devices.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    /// For who may make one.
    add: Option<String>,
    /// No checkpoint that a device could serve.
    none: bool,
    rows: Vec<Row>,
}

pub(crate) struct Row {
    pub(crate) address: String,
    pub(crate) name: String,
    pub(crate) checkpoints: Vec<String>,
    pub(crate) tone: &'static str,
    pub(crate) state: &'static str,
    /// When it was last heard of: how long ago, and exactly.
    pub(crate) seen: Option<(String, When)>,
    pub(crate) signs: Vec<Sign>,
}

impl Row {
    pub(crate) fn of(known: &Known, checkpoints: &[Checkpoint], at: &AtForum) -> Row {
        let (device, now, t) = (&known.device, at.asked.now, at.t);
        let served = checkpoints
            .iter()
            .filter(|one| known.serves.contains(&one.id));
        let (tone, state) = state(device, now, t);
        Row {
            address: at.address(&format!("/devices/{}", device.id)),
            name: device.name.clone(),
            checkpoints: served.map(|one| door::name(one, at).to_string()).collect(),
            tone,
            state,
            seen: device.last_seen_at.map(|seen| {
                let exact = When::of(seen, at.whole.forum.zone(), at.asked.lang);
                (ago(seen, now, t), exact)
            }),
            signs: signs(device, known.status.as_ref(), now, t),
        }
    }
}

/// How a device is, with the tone of its chip.
fn state(device: &Device, now: Moment, t: Texts) -> (&'static str, &'static str) {
    let in_use = device.paired_at.is_some() || device.last_seen_at.is_some();
    let link_good = device.pairing_until.is_some_and(|until| now < until);
    match () {
        _ if device.revoked_at.is_some() => ("bad", t.desk_devices_state_revoked()),
        _ if device.valid_until <= now => ("", t.desk_devices_state_over()),
        _ if in_use => ("good", t.desk_devices_state_paired()),
        _ if link_good => ("warn", t.desk_devices_state_waiting()),
        _ => ("", t.desk_devices_state_expired()),
    }
}

#[derive(Template)]
#[template(path = "desk/doors/device_new.html")]
struct NewPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    /// Id and name.
    checkpoints: Vec<(String, String)>,
    /// Id and name; none: labels come out of the browser.
    printers: Vec<(String, String)>,
    zone: String,
    back: String,
    add_checkpoint: String,
}

fn page(
    at: &AtForum,
    (known, printers): (&[Checkpoint], &[Printer]),
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let page = NewPage {
        page: at.frame(at.t.desk_devices_add()),
        desk: at.bar(),
        checkpoints: known
            .iter()
            .map(|one| (one.id.to_string(), door::name(one, at).to_string()))
            .collect(),
        printers: choices(printers),
        zone: at.whole.forum.zone.clone(),
        back: at.address("/devices"),
        add_checkpoint: at.address("/checkpoints/new"),
        form,
        errors,
    };
    pages::page(status, &page)
}

/// Id and name of each printer, for a list to choose from.
pub(crate) fn choices(printers: &[Printer]) -> Vec<(String, String)> {
    let choice = |one: &Printer| (one.id.to_string(), one.name.clone());
    printers.iter().map(choice).collect()
}
