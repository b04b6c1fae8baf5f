use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::device::Ended;
use crate::app::PageRequest;
use crate::error::Error;
use crate::i18n::Texts;
use crate::pages::{self, Frame};

/// The scan page of a device that has ended: what still waits on it is sent, and then all is forgotten.
pub(super) fn page(asked: &PageRequest, Ended(device): &Ended) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let page = asked.frame(match device.revoked_at {
        Some(_) => t.door_stopped_word(),
        None => t.door_ended_title(),
    });
    pages::page(StatusCode::UNAUTHORIZED, &EndedPage { page })
}

#[derive(Template)]
#[template(path = "door/ended.html")]
struct EndedPage {
    page: Frame,
}
