use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpResponse, web};
use askama::Template;

use super::device::{self, Paired};
use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::Texts;
use crate::models::devices::device as devices;
use crate::pages::{self, Frame, see_other};

/// `GET /{lang}/door/leave`: asks once.
pub(crate) async fn ask(asked: PageRequest, _: Paired) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    pages::ok(&LeavePage {
        page: asked.frame(t.door_leave_title()),
    })
}

/// `POST /{lang}/door/leave`: the browser is a door no longer.
pub(crate) async fn leave(
    app: web::Data<App>,
    asked: PageRequest,
    paired: Paired,
) -> Result<HttpResponse, Error> {
    let Paired(device) = paired;
    app.db.write(move |c| devices::unpair(c, device.id)).await?;
    let mut response = see_other(&asked.at("/"));
    response
        .add_cookie(&device::no_cookie(&app))
        .map_err(Error::broken)?;
    // The names that were kept for a time without the server go at once, whether the scan page is open or not.
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"storage\""),
    );
    Ok(response)
}

#[derive(Template)]
#[template(path = "door/leave.html")]
struct LeavePage {
    page: Frame,
}
