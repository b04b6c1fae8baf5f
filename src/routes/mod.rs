//! Every address of Hazir, in one table, and what answers it.

pub mod api;
pub mod delegate;
pub mod desk;
pub mod door;
pub mod public;
mod service;

use actix_web::web::{self, ServiceConfig, get, post, resource};

use crate::error::Error;

/// The whole table. Someone who has an address finds here the function that answers it.
pub fn table(c: &mut ServiceConfig) {
    c.route("/", get().to(public::home::choose_language))
        .route(
            "/assets/brand-{colour}.css",
            get().to(public::assets::brand),
        )
        .route("/assets/{file:.*}", get().to(public::assets::file))
        .route("/healthz", get().to(service::healthz))
        .route("/metrics", get().to(service::metrics))
        .service(
            web::scope("/api/door")
                .service(only("/scans", post().to(api::scans::post)))
                .service(only("/roster", get().to(api::roster::show)))
                .service(only("/search", get().to(api::search::show)))
                .service(only("/count", get().to(api::count::show))),
        )
        .route("/door", get().to(public::home::choose_language))
        .service(
            web::scope("/{lang}")
                .route("/", get().to(public::home::forums))
                // the desk: its accounts
                .route("/desk", get().to(desk::home::show))
                .route("/desk/sign-in", get().to(desk::sign_in::show))
                .route("/desk/sign-in", post().to(desk::sign_in::submit))
                .route("/desk/sign-out", post().to(desk::sign_in::out))
                .route("/desk/password/{link}", get().to(desk::password::show))
                .route("/desk/password/{link}", post().to(desk::password::submit))
                .route("/desk/accounts", get().to(desk::accounts::list))
                .route("/desk/accounts", post().to(desk::accounts::add))
                .route("/desk/accounts/{id}", post().to(desk::accounts::change))
                .route("/desk/forums/new", get().to(desk::new_forum::show))
                .route("/desk/forums/new", post().to(desk::new_forum::create))
                // the desk: a forum's lists
                .route(
                    "/desk/{forum}/export.{ending}",
                    get().to(desk::export::download),
                )
                .route("/desk/{forum}/import", get().to(desk::import::show))
                .route("/desk/{forum}/import", post().to(desk::import::submit))
                // the desk: a forum's people
                .route("/desk/{forum}/live", get().to(desk::overview::live))
                .route(
                    "/desk/{forum}/countries",
                    get().to(desk::overview::countries),
                )
                .route("/desk/{forum}/messages", get().to(desk::messages::show))
                .route(
                    "/desk/{forum}/messages/{message}/again",
                    post().to(desk::messages::again),
                )
                .service(
                    web::scope("/desk/{forum}/registrations")
                        .route("", get().to(desk::registrations::show))
                        .route("/new", get().to(desk::new_registration::show))
                        .route("/new", post().to(desk::new_registration::submit))
                        .route("/confirm", post().to(desk::bulk::confirm))
                        .route("/{person}", get().to(desk::person::show))
                        .route("/{person}/correct", get().to(desk::correct::show))
                        .route("/{person}/correct", post().to(desk::correct::submit))
                        .route("/{person}/email", get().to(desk::email::show))
                        .route("/{person}/email", post().to(desk::email::submit))
                        .route("/{person}/confirm", post().to(desk::decisions::confirm))
                        .route("/{person}/decline", post().to(desk::decisions::decline))
                        .route("/{person}/waitlist", post().to(desk::decisions::waitlist))
                        .route("/{person}/withdraw", post().to(desk::decisions::withdraw))
                        .route("/{person}/badge", post().to(desk::badge::reissue))
                        .route("/{person}/resend", post().to(desk::badge::resend))
                        .route("/{person}/{action}", get().to(desk::person::back)),
                )
                // the desk: the forum itself
                .route("/desk/{forum}/categories", get().to(desk::categories::list))
                .route(
                    "/desk/{forum}/categories/new",
                    get().to(desk::categories::new),
                )
                .route(
                    "/desk/{forum}/categories/new",
                    post().to(desk::categories::create),
                )
                .route(
                    "/desk/{forum}/categories/{id}",
                    get().to(desk::categories::edit),
                )
                .route(
                    "/desk/{forum}/categories/{id}",
                    post().to(desk::categories::update),
                )
                .route(
                    "/desk/{forum}/categories/{id}/delete",
                    post().to(desk::categories::delete),
                )
                .route(
                    "/desk/{forum}/checkpoints",
                    get().to(desk::checkpoints::list),
                )
                .route(
                    "/desk/{forum}/checkpoints/new",
                    get().to(desk::checkpoints::new),
                )
                .route(
                    "/desk/{forum}/checkpoints/new",
                    post().to(desk::checkpoints::create),
                )
                .route(
                    "/desk/{forum}/checkpoints/{id}",
                    get().to(desk::checkpoints::edit),
                )
                .route(
                    "/desk/{forum}/checkpoints/{id}",
                    post().to(desk::checkpoints::update),
                )
                .route(
                    "/desk/{forum}/checkpoints/{id}/delete",
                    post().to(desk::checkpoints::delete),
                )
                .route("/desk/{forum}/devices", get().to(desk::devices::list))
                .route("/desk/{forum}/devices/new", get().to(desk::devices::new))
                .route(
                    "/desk/{forum}/devices/new",
                    post().to(desk::devices::create),
                )
                .route("/desk/{forum}/devices/{id}", get().to(desk::device::show))
                .route(
                    "/desk/{forum}/devices/{id}/link",
                    post().to(desk::device::renew),
                )
                .route(
                    "/desk/{forum}/devices/{id}/revoke",
                    post().to(desk::device::revoke),
                )
                .route("/desk/{forum}/people", get().to(desk::people::list))
                .route("/desk/{forum}/people", post().to(desk::people::give))
                .route("/desk/{forum}/people/{id}", post().to(desk::people::change))
                .route(
                    "/desk/{forum}/people/{id}/take",
                    post().to(desk::people::take),
                )
                .route("/desk/{forum}/settings", get().to(desk::settings::show))
                .route("/desk/{forum}/settings", post().to(desk::settings::save))
                .route("/desk/{forum}/texts", get().to(desk::texts::show))
                .route("/desk/{forum}/texts", post().to(desk::texts::save))
                .route("/desk/{forum}/sites", get().to(desk::sites::list))
                .route("/desk/{forum}/sites/new", get().to(desk::sites::new))
                .route("/desk/{forum}/sites/new", post().to(desk::sites::create))
                .route("/desk/{forum}/sites/{id}", get().to(desk::sites::edit))
                .route("/desk/{forum}/sites/{id}", post().to(desk::sites::update))
                .route(
                    "/desk/{forum}/sites/{id}/delete",
                    post().to(desk::sites::delete),
                )
                .route("/desk/{forum}/sessions", get().to(desk::sessions::list))
                .route("/desk/{forum}/sessions/new", get().to(desk::sessions::new))
                .route(
                    "/desk/{forum}/sessions/new",
                    post().to(desk::sessions::create),
                )
                .route(
                    "/desk/{forum}/sessions/{id}",
                    get().to(desk::sessions::edit),
                )
                .route(
                    "/desk/{forum}/sessions/{id}",
                    post().to(desk::sessions::update),
                )
                .route(
                    "/desk/{forum}/sessions/{id}/delete",
                    post().to(desk::sessions::delete),
                )
                // (behind every other address of the desk with one part, which it would take for a forum's)
                .route("/desk/{forum}", get().to(desk::overview::show))
                // the door
                .route("/door", get().to(door::scan::show))
                .route("/door", post().to(door::scan::judge))
                .route("/door/search", get().to(door::search::show))
                .route("/door/leave", get().to(door::leave::ask))
                .route("/door/leave", post().to(door::leave::leave))
                .route("/door/pair/{code}", get().to(door::pair::ask))
                .route("/door/pair/{code}", post().to(door::pair::pair))
                // the delegate
                .route("/me/email/{code}", get().to(delegate::new_address::ask))
                .route(
                    "/me/email/{code}",
                    post().to(delegate::new_address::confirm),
                )
                .route("/me/{link}", get().to(delegate::page::show))
                .route("/me/{link}/correct", get().to(delegate::correct::form))
                .route("/me/{link}/correct", post().to(delegate::correct::correct))
                .route("/me/{link}/email", get().to(delegate::email::form))
                .route("/me/{link}/email", post().to(delegate::email::change))
                .route("/me/{link}/withdraw", get().to(delegate::withdraw::ask))
                .route(
                    "/me/{link}/withdraw",
                    post().to(delegate::withdraw::withdraw),
                )
                .route("/me/{link}/resend", post().to(delegate::resend::resend))
                .route(
                    "/me/{link}/calendar.ics",
                    get().to(delegate::files::calendar),
                )
                .route("/me/{link}/badge.png", get().to(delegate::files::badge))
                // the public side
                .route("/{forum}", get().to(public::forum::show))
                .route("/{forum}/register", get().to(public::register::form))
                .route("/{forum}/register", post().to(public::register::register))
                .route("/{forum}/registered", get().to(public::registered::show))
                .route("/{forum}/privacy", get().to(public::privacy::show)),
        )
        .default_service(web::to(nothing_here));
}

async fn nothing_here() -> Result<actix_web::HttpResponse, Error> {
    Err(Error::NotFound)
}

/// An address of the API that takes one method; by any other there is nothing.
fn only(path: &str, route: actix_web::Route) -> actix_web::Resource {
    resource(path)
        .route(route)
        .default_service(web::to(nothing_here))
}
