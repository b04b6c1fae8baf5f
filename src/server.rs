//! The running program: what its pages share, its middleware, and every route in one table.

mod answers;
mod asked;
mod headers;
mod limits;
mod metrics;
mod origin;

use std::net::{SocketAddr, TcpListener};

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as WebApp, HttpServer, web};
use url::Url;

use crate::config::Config;
use crate::db::Database;
use crate::forms::token::FormKey;
use crate::mail::{Letterhead, OutboxHandle};
use crate::models::setting;
use crate::routes;

pub use answers::json_error;
pub use asked::Asked;
pub use headers::DOOR_POLICY;
pub use limits::Limits;
pub use metrics::Metrics;

/// Most bytes of a form or of a door's request; a list that is uploaded has a limit of its own.
const MOST_BYTES: usize = 512 * 1024;

/// What every page and every request share.
pub struct App {
    pub db: Database,
    /// The address people use; in links and mails.
    pub public_url: Url,
    pub forms: FormKey,
    pub letterhead: Letterhead,
    pub limits: Limits,
    pub metrics: Metrics,
    /// Serve /metrics to others than this machine.
    pub metrics_public: bool,
    pub forum_pages: routes::public::ForumPages,
    /// Rung after each commit that queued a message.
    pub outbox: OutboxHandle,
}

impl App {
    /// Puts together what the program's pages share. The error is a sentence.
    pub fn new(
        config: &Config,
        db: Database,
        public_url: Url,
        letterhead: Letterhead,
        outbox: OutboxHandle,
    ) -> Result<App, String> {
        let key = db
            .write_now(setting::signing_key)
            .map_err(|error| format!("The database cannot be written: {error}."))?;
        Ok(App {
            letterhead,
            db,
            public_url,
            forms: FormKey::new(key),
            limits: Limits::default(),
            metrics: Metrics::default(),
            metrics_public: config.metrics_public,
            forum_pages: routes::public::ForumPages::default(),
            outbox,
        })
    }

    /// Whether people reach us by https: then cookies are bound to it.
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// A whole address, for links in mails: `app.link("/az/me/...")`.
    pub fn link(&self, path: &str) -> String {
        let base = self.public_url.as_str().trim_end_matches('/');
        format!("{base}{path}")
    }
}

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
            .wrap(from_fn(answers::answer))
            .wrap(Compress::default())
            .wrap(from_fn(origin::refuse_foreign_forms))
            .wrap(from_fn(headers::add))
            .configure(routes::table)
    })
    .listen(listener)?
    .shutdown_timeout(20)
    .run();
    Ok(server)
}
