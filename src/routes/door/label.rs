use actix_web::http::header;
use actix_web::{HttpResponse, web};

use super::device::Paired;
use super::scan::{stand, token_scope};
use crate::app::{App, PageRequest};
use crate::db::{self, Connection};
use crate::error::Error;
use crate::forms::door::Typed;
use crate::models::devices::device::Device;
use crate::models::devices::door_request::{self, DoorRequest, Kind};
use crate::models::doors::door_reach;
use crate::models::people::registration::{self, Registration};
use crate::models::places::checkpoint;
use crate::models::printing::print_order::{self, Place};
use crate::printing::labels::{self, Label};
use crate::{forms, pages};

/// `GET /{lang}/door/label/{registration}`: a person's label, for a door that prints from its browser.
pub(crate) async fn show(
    app: web::Data<App>,
    paired: Paired,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let Paired(device) = paired;
    app.limits.label(device.id)?;
    let (_, public_id) = path.into_inner();
    let label = app
        .db
        .read(move |c| match find(c, &device, &public_id)? {
            Some(person) => labels::of_person(c, (device.forum_id, person.id), None),
            None => Ok(None),
        })
        .await?;
    answer(&app, label.ok_or(Error::NotFound)?).await
}

/// `POST /{lang}/door/label/{registration}`: from a browser without scripts. By the door's printer, or in the browser.
pub(crate) async fn print(
    app: web::Data<App>,
    asked: PageRequest,
    paired: Paired,
    path: web::Path<(String, String)>,
    body: web::Bytes,
) -> Result<HttpResponse, Error> {
    let (_, public_id) = path.into_inner();
    let typed: Typed = forms::parse(&body);
    let opened = app
        .forms
        .open(&token_scope(&paired), &typed.page, asked.now);
    let opened = opened.ok_or(Error::NotOurForm)?;
    let stood = stand(&app, &asked, paired, &typed).await?;
    let device = stood.door.device.clone();
    let id = forms::door::id_of(&[&opened.form_id, "print", &public_id]);
    let (wanted, now) = (public_id.clone(), asked.now);
    let place = app
        .db
        .write(move |c| {
            let Some(person) = find(c, &device, &wanted)? else {
                return Ok(None);
            };
            let doors = checkpoint::of_device(c, device.id)?;
            match door_reach::is_of_hours(c, &doors, now)? {
                true => once(c, &device, &person, &id, now).map(Some),
                false => Ok(Some(Place::Nowhere)),
            }
        })
        .await?;
    app.labels.ring();
    let back = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("q", &typed.q)
        .append_pair("checkpoint", stood.stand.slug())
        .finish();
    Ok(pages::see_other(&match place.ok_or(Error::NotFound)? {
        Place::At(_) => asked.at(&format!("/door/search?{back}&said=printed")),
        Place::InBrowser => asked.at(&format!("/door/label/{public_id}")),
        Place::Nowhere => asked.at(&format!("/door/search?{back}")),
    }))
}

/// The act, unless the same form has done it before.
fn once(
    c: &mut Connection,
    device: &Device,
    person: &Registration,
    id: &str,
    now: crate::clock::Moment,
) -> db::Result<Place> {
    if door_request::done(c, device.forum_id, id)?.is_some() {
        let printer = print_order::name_of_printer(c, device)?;
        return Ok(printer.map_or(Place::InBrowser, Place::At));
    }
    let place = print_order::at_door(c, device, person, now)?;
    if place != Place::Nowhere {
        let act = DoorRequest {
            forum_id: device.forum_id,
            id,
            kind: Kind::Print,
            device_id: device.id,
            checkpoint_id: None,
            registration_id: Some(person.id),
            scan_id: None,
            words: None,
            done_at: now,
            received_at: now,
        };
        door_request::record(c, &act)?;
    }
    Ok(place)
}

/// Somebody of the device's own checkpoints, by the public id or by the form a walk-in filled in.
fn find(c: &mut Connection, device: &Device, public_id: &str) -> db::Result<Option<Registration>> {
    let found = match registration::by_public_id(c, device.forum_id, public_id)? {
        Some(person) => Some(person),
        None => door_request::walked_in(c, device.forum_id, public_id)?
            .map(|id| registration::by_id(c, id))
            .transpose()?,
    };
    let Some(person) = found else {
        return Ok(None);
    };
    let doors = checkpoint::of_device(c, device.id)?;
    let is_ours = door_reach::is_of_people(c, &doors, person.id)?;
    Ok(is_ours.then_some(person))
}

/// Draws the label; it opens in the browser, whose dialog prints it.
pub(crate) async fn answer(app: &web::Data<App>, label: Label) -> Result<HttpResponse, Error> {
    let with = app.clone();
    let turn = app.drawing.acquire().await.map_err(Error::broken)?;
    let drawn = web::block(move || labels::file(&with.db, &with.fonts, label)).await;
    drop(turn);
    let file = drawn.map_err(Error::broken)?.map_err(Error::broken)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/pdf"))
        .insert_header((
            header::CONTENT_DISPOSITION,
            "inline; filename=\"badge.pdf\"",
        ))
        .body(file))
}
