//! What a delegate takes along: the badge as a picture, the dates as a calendar file.

use actix_web::http::header;
use actix_web::{HttpResponse, web};

use super::Mine;
use crate::app::{App, Asked};
use crate::badges;
use crate::error::Error;
use crate::mail;

/// `GET /{lang}/me/{link}/badge.png`
pub async fn badge(mine: Mine) -> Result<HttpResponse, Error> {
    let code = mine.code.clone().ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/png"))
        .insert_header(as_file(&mine, "png"))
        .body(badges::png(&code)))
}

/// `GET /{lang}/me/{link}/calendar.ics`
pub async fn calendar(
    app: web::Data<App>,
    asked: Asked,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    if mine.code.is_none() {
        return Err(Error::NotFound);
    }
    let facts = Mine::post(&app, &mine.whole).facts(&mine.sites, asked.lang);
    let host = app.letterhead.host();
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .insert_header(as_file(&mine, "ics"))
        .body(mail::calendar(&facts, &mine.registration.public_id, host)))
}

/// Named after the forum, not after the person.
pub fn as_file(mine: &Mine, ending: &str) -> (header::HeaderName, String) {
    let name = &mine.whole.forum.slug;
    (
        header::CONTENT_DISPOSITION,
        format!("attachment; filename=\"{name}.{ending}\""),
    )
}
