use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::TimeZone;

use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::{Texts, dates};
use crate::models::devices::device as devices;
use crate::models::doors::door::{self, Door};
use crate::pages::{self, Frame, see_other};
use crate::routes::door::device;
use crate::values::Secret;

/// `GET /{lang}/door/pair/{code}`: for which doors this device is wanted, and a button.
pub(crate) async fn ask(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    app.limits.guess(asked.ip)?;
    let Some(secret) = Secret::parse(&path.1) else {
        return gone(&asked);
    };
    let now = asked.now;
    let door = app
        .db
        .read(move |c| match devices::by_pairing(c, &secret, now)? {
            Some(device) => door::of_device(c, device).map(Some),
            None => Ok(None),
        })
        .await?;
    match door {
        Some(door) => pages::ok(&PairPage::of(&door, &asked)),
        None => gone(&asked),
    }
}

/// `POST /{lang}/door/pair/{code}`: the device is the door from now on; the link is used up.
pub(crate) async fn pair(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    app.limits.guess(asked.ip)?;
    let Some(pairing) = Secret::parse(&path.1) else {
        return gone(&asked);
    };
    let secret = Secret::random();
    let (kept, now) = (secret.clone(), asked.now);
    let paired = app
        .db
        .write(move |c| devices::pair(c, &pairing, &kept, now))
        .await?;
    let Some(device) = paired else {
        return gone(&asked);
    };
    let mut response = see_other(&asked.at("/door"));
    let cookie = device::cookie(&app, &secret, device.valid_until, now);
    response.add_cookie(&cookie).map_err(Error::broken)?;
    Ok(response)
}

#[derive(Template)]
#[template(path = "door/pair.html")]
struct PairPage {
    page: Frame,
    forum: String,
    places: Vec<String>,
    until: String,
}

impl PairPage {
    fn of(door: &Door, asked: &PageRequest) -> PairPage {
        let t = Texts::html(asked.lang);
        let zone = door.whole.forum.zone();
        let until = zone.from_utc_datetime(&door.device.valid_until);
        PairPage {
            page: asked.frame(t.door_pair_title()),
            forum: door.whole.title(asked.lang).to_string(),
            places: door
                .checkpoints
                .iter()
                .map(|checkpoint| door.checkpoint_name(checkpoint, asked.lang).to_string())
                .collect(),
            until: dates::date_time(asked.lang, until.naive_local()),
        }
    }
}

/// A link that was used, ran out or was never given.
fn gone(asked: &PageRequest) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    pages::page(
        StatusCode::NOT_FOUND,
        &GonePage {
            page: asked.frame(t.door_pair_gone_title()),
        },
    )
}

#[derive(Template)]
#[template(path = "door/gone.html")]
struct GonePage {
    page: Frame,
}
