use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;
use serde::Serialize;

use crate::desk::words::When;
use crate::desk::{AtForum, Bar, ForForum, Notice, Tab, door};
use crate::error::Error;
use crate::forms::checkpoint::zone_of;
use crate::i18n;
use crate::models::doors::scan::rehearsal::{
    self, DeviceReport, Rehearsal, Report, Started, TestBadge,
};
use crate::models::places::checkpoint::{self, Checkpoint};
use crate::pages::door::look;
use crate::pages::{self, Frame};

pub(crate) use crate::badges;

/// `GET /{lang}/desk/{forum}/checkpoints/{id}/rehearsal`: how the one that runs goes, or the last one went.
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    let door = door(&at).await?;
    page(&at, &door, StatusCode::OK, None).await
}

/// `POST /{lang}/desk/{forum}/checkpoints/{id}/rehearsal`: starts one, unless the door is in use.
pub(crate) async fn start(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    at.read(&body)?;
    let door = door(&at).await?;
    let (account_id, now) = (at.signed_in.account.id, at.asked.now);
    let (whole, of) = (at.whole.clone(), door.id);
    let started = at
        .write(move |c| rehearsal::start(c, of, account_id, &whole, now))
        .await?;
    match started {
        Started::Done | Started::Already => Ok(pages::see_other(&address(&at, &door, ""))),
        Started::InUse(inside) => {
            let notice = Notice::warn(at.t.desk_rehearsal_in_use(inside));
            page(&at, &door, StatusCode::UNPROCESSABLE_ENTITY, Some(notice)).await
        }
        Started::Open => {
            let notice = Notice::warn(at.t.desk_rehearsal_open());
            page(&at, &door, StatusCode::UNPROCESSABLE_ENTITY, Some(notice)).await
        }
    }
}

/// `POST /{lang}/desk/{forum}/checkpoints/{id}/rehearsal/end`
pub(crate) async fn end(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    at.read(&body)?;
    let door = door(&at).await?;
    let (id, now) = (door.id, at.asked.now);
    at.write(move |c| rehearsal::end(c, id, now)).await?;
    Ok(pages::see_other(&address(&at, &door, "")))
}

/// `GET /{lang}/desk/{forum}/checkpoints/{id}/rehearsal/live`: the figures alone.
pub(crate) async fn live(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    let door = door(&at).await?;
    let (_, report) = latest(&at, door.id).await?.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok().json(Figures::of(&report.all, &at)))
}

/// `GET /{lang}/desk/{forum}/checkpoints/{id}/rehearsal/badges`: the test badges, to be printed.
pub(crate) async fn badges(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    let door = door(&at).await?;
    let (at_door, now) = (door.clone(), at.asked.now);
    let badges = at
        .app
        .db
        .read(move |c| match rehearsal::latest(c, at_door.id)? {
            Some(latest) if latest.is_running(&at_door, now) => {
                rehearsal::badges(c, latest.id).map(Some)
            }
            _ => Ok(None),
        })
        .await?
        .ok_or(Error::NotFound)?;
    pages::ok(&BadgesPage {
        page: at.frame(at.t.desk_rehearsal_badges()),
        desk: at.bar(),
        door: door::name(&door, &at).to_string(),
        badges: badges.iter().filter_map(|one| Card::of(one, &at)).collect(),
        back: address(&at, &door, ""),
    })
}

async fn door(at: &AtForum) -> Result<Checkpoint, Error> {
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let doors = at.app.db.read(move |c| checkpoint::of_forum(c, forum_id));
    let found = doors.await?.into_iter().find(|door| door.id == id);
    found.ok_or(Error::NotFound)
}

async fn latest(at: &AtForum, door: i64) -> Result<Option<(Rehearsal, Report)>, Error> {
    let read = at.app.db.read(move |c| match rehearsal::latest(c, door)? {
        Some(latest) => rehearsal::report(c, latest.id).map(|report| Some((latest, report))),
        None => Ok(None),
    });
    Ok(read.await?)
}

fn address(at: &AtForum, door: &Checkpoint, more: &str) -> String {
    at.address(&format!("/checkpoints/{}/rehearsal{more}", door.id))
}

async fn page(
    at: &AtForum,
    door: &Checkpoint,
    status: StatusCode,
    notice: Option<Notice>,
) -> Result<HttpResponse, Error> {
    let zone = zone_of(door.site_id, &at.whole);
    let when = |moment| When::of(moment, zone, at.asked.lang);
    let latest = latest(at, door.id).await?;
    let page = RehearsalPage {
        page: at.frame(at.t.desk_rehearsal_title()),
        desk: at.bar().saying(notice),
        door: door::name(door, at).to_string(),
        address: address(at, door, ""),
        back: at.address(&format!("/checkpoints/{}", door.id)),
        is_open: door.is_open(at.asked.now),
        latest: latest.map(|(rehearsal, report)| Latest {
            runs: rehearsal.is_running(door, at.asked.now),
            started: when(rehearsal.started_at),
            ends: when(rehearsal.ends_at(door)),
            figures: Figures::of(&report.all, at),
            devices: report.devices.iter().map(|one| Row::of(one, at)).collect(),
        }),
    };
    pages::page(status, &page)
}

#[derive(Template)]
#[template(path = "desk/doors/rehearsal.html")]
struct RehearsalPage {
    page: Frame,
    desk: Bar,
    door: String,
    latest: Option<Latest>,
    /// The door's hours are now: none can begin.
    is_open: bool,
    /// Of this page.
    address: String,
    back: String,
}

struct Latest {
    runs: bool,
    started: When,
    ends: When,
    figures: Figures,
    devices: Vec<Row>,
}

/// Of all phones together. The names are those of `data-live` in the page.
#[derive(Serialize)]
struct Figures {
    scans: String,
    best_minute: String,
    failed: String,
}

impl Figures {
    fn of(report: &DeviceReport, at: &AtForum) -> Figures {
        let number = |count: usize| i18n::number(at.asked.lang, count);
        Figures {
            scans: number(report.scans),
            best_minute: number(report.best_minute),
            failed: number(report.mistaken + report.unknown),
        }
    }
}

/// One phone.
struct Row {
    name: String,
    scans: String,
    best_minute: String,
    gap: String,
    by_itself: String,
    mistaken: String,
    unknown: String,
}

impl Row {
    fn of(report: &DeviceReport, at: &AtForum) -> Row {
        let number = |count: usize| i18n::number(at.asked.lang, count);
        Row {
            name: report.name.clone(),
            scans: number(report.scans),
            best_minute: number(report.best_minute),
            gap: report.median_gap.map_or("–".to_string(), |seconds| {
                i18n::decimal(at.asked.lang, seconds)
            }),
            by_itself: number(report.by_itself),
            mistaken: number(report.mistaken),
            unknown: number(report.unknown),
        }
    }
}

#[derive(Template)]
#[template(path = "desk/doors/rehearsal_badges.html")]
struct BadgesPage {
    page: Frame,
    desk: Bar,
    door: String,
    badges: Vec<Card>,
    back: String,
}

/// A test badge on paper.
struct Card {
    qr: String,
    code: String,
    name: String,
    country: String,
    /// The word the door is to show.
    verdict: &'static str,
}

impl Card {
    fn of(badge: &TestBadge, at: &AtForum) -> Option<Card> {
        let code = badge.code()?;
        Some(Card {
            qr: badges::svg(&code, &badge.name),
            code: code.grouped(),
            name: badge.name.clone(),
            country: i18n::country_name(at.asked.lang, &badge.country).to_string(),
            verdict: look(at.t, badge.verdict).word,
        })
    }
}
