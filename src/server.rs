//! The running program: its address, its middleware, and every route in one table.

mod answers;
mod head;
mod headers;
mod origin;

use std::net::{SocketAddr, TcpListener};

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as WebApp, HttpServer, web};

use crate::app::App;
use crate::routes;

/// Most bytes of a form or of a door's request; a list that is uploaded has a limit of its own.
const MOST_BYTES: usize = 512 * 1024;

/// Binds the address; the error is a sentence.
pub fn bind(address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!(
                "Another program listens on {address} already; choose another one with --listen."
            )
        }
        _ => format!("Cannot listen on {address}: {error}."),
    })
}

/// The server on a bound address; it runs once it is awaited.
pub fn serve(app: web::Data<App>, listener: TcpListener) -> std::io::Result<Server> {
    let server = HttpServer::new(move || {
        WebApp::new()
            .app_data(app.clone())
            .app_data(web::PayloadConfig::new(MOST_BYTES))
            .app_data(web::JsonConfig::default().limit(MOST_BYTES))
            .wrap(from_fn(origin::refuse_foreign_forms))
            .wrap(from_fn(answers::answer))
            .wrap(Compress::default())
            .wrap(from_fn(headers::add))
            .wrap(from_fn(head::as_get))
            .configure(routes::table)
    })
    .listen(listener)?
    // Told to stop, the program first ends what would never end by itself: see `serve`.
    .disable_signals()
    .shutdown_timeout(20)
    .run();
    Ok(server)
}
