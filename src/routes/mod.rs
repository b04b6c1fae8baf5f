//! Every address of Hazir, in one table, and what answers it.

pub mod desk;
pub mod public;
mod service;

use actix_web::web::{self, ServiceConfig, get};

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
            web::scope("/{lang}")
                .route("/", get().to(public::home::forums))
                .route("/{forum}", get().to(public::forum::show)),
        )
        .default_service(web::to(nothing_here));
}

async fn nothing_here() -> Result<actix_web::HttpResponse, Error> {
    Err(Error::NotFound)
}
