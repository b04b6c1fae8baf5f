use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use actix_web::web;
use url::Url;

use super::Failure;
use crate::config::Config;
use crate::db::Database;
use crate::server::{self, App};

/// Brings the database up to date and serves until it is told to stop.
pub fn run(config: &Config) -> Result<(), Failure> {
    let db = Database::open(&config.database)?;
    let listener = server::bind(config.listen)?;
    let bound = listener
        .local_addr()
        .map_err(|error| format!("The bound address cannot be read: {error}."))?;
    let app = App::new(config, db, public_url(config, bound)?, Arc::new(|| {}))?;
    let app = web::Data::new(app);
    let served = actix_web::rt::System::new().block_on(async {
        let server = server::serve(app, listener)?;
        announce(bound);
        server.await
    });
    served.map_err(|error| Failure::Failed(format!("The server stopped: {error}.")))
}

/// The address for links where the operator named none: the one that was bound.
pub fn public_url(config: &Config, bound: SocketAddr) -> Result<Url, String> {
    match &config.public_url {
        Some(url) => Ok(url.clone()),
        None => Url::parse(&format!("http://{bound}")).map_err(|error| format!("No public address: {error}.")),
    }
}

/// Scripts wait for this line: it is the last one before serving.
fn announce(bound: SocketAddr) {
    println!("listening on http://{bound}");
    // Standard output may be a pipe, and whoever waits at its end must not wait for a full buffer.
    let _ = std::io::stdout().flush();
}
