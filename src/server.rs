//! The running program: its address, its connections, its middleware.

mod answers;
pub(crate) mod api_address;
mod carried;
mod crowd;
pub(crate) mod files;
mod head;
mod headers;
mod kept;
mod occupied;
mod origin;
mod places;
mod slow_body;
mod socket;

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_http::HttpService;
use actix_http::error::DispatchError;
use actix_server::{Server, ServerBuilder};
use actix_service::{ServiceFactoryExt, fn_service, map_config};
use actix_web::body::MessageBody;
use actix_web::dev::{AppConfig, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::rt::net::TcpStream;
use actix_web::{App as WebApp, web};

use crate::app::App;
use crate::duplicates::finder::DoubleFinder;
use crate::routes;
use places::Places;
use socket::Socket;

/// Most bytes of a form or of a door's request; a list that is uploaded has a limit of its own.
const MOST_BYTES: usize = 512 * 1024;

/// How long the first request's head may take. Later ones have their deadline in `socket`.
const ASKS_WITHIN: Duration = Duration::from_secs(10);
/// How long a connection stays open for the next request.
const STAYS_OPEN: Duration = Duration::from_secs(5);
/// Whoever is refused while still sending gets so long to hear why.
const HEARS_THE_END: Duration = Duration::from_secs(2);
/// Connections that knock at the same time.
const KNOCKING: i32 = 1_024;
/// What is being written is finished within this; then nobody is waited for.
const FINISHES_WITHIN: Duration = Duration::from_secs(8);

/// Binds the address; the error is a sentence.
pub(crate) fn bind(address: SocketAddr) -> Result<TcpListener, String> {
    listen(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!(
                "Another program listens on {address} already; choose another one with --listen."
            )
        }
        _ => format!("Cannot listen on {address}: {error}."),
    })
}

fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    use socket2::{Domain, Socket, Type};
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, None)?;
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(KNOCKING)?;
    Ok(socket.into())
}

/// The server on a bound address; it runs once it is awaited.
pub(crate) fn serve(app: web::Data<App>, listener: TcpListener) -> std::io::Result<Server> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let connections = files::connections();
    let connected = Places::of(connections);
    let asking = web::Data::new(Places::of(connections));
    let finder = web::Data::new(DoubleFinder::new(app.db.clone()));
    let builder = ServerBuilder::new()
        .workers(workers)
        .max_concurrent_connections(connections.div_ceil(workers))
        // Told to stop, the program first ends what would never end by itself: see `serve`.
        .disable_signals()
        .shutdown_timeout(FINISHES_WITHIN.as_secs());
    let builder = builder.listen("hazir", listener, move || {
        let (app, connected) = (app.clone(), connected.clone());
        let requests = map_config(
            requests(app.clone(), asking.clone(), finder.clone()),
            |_| AppConfig::default(),
        );
        let connections = HttpService::build()
            .client_request_timeout(ASKS_WITHIN)
            .client_disconnect_timeout(HEARS_THE_END)
            .keep_alive(STAYS_OPEN)
            .on_connect_ext(|socket: &Socket, of_connection| {
                of_connection.insert(socket.occupied());
            })
            .h1(requests);
        fn_service(move |stream| {
            let socket = admit(stream, &app, &connected);
            async move { socket }
        })
        .and_then(connections)
    })?;
    Ok(builder.run())
}

/// A connection with its deadlines, while its address has room for one more. Those of a trusted proxy are everybody's.
fn admit(
    stream: TcpStream,
    app: &web::Data<App>,
    connected: &Places,
) -> Result<(Socket, Option<SocketAddr>), DispatchError> {
    let peer = stream.peer_addr()?;
    let ip = peer.ip().to_canonical();
    let place = connected.take((!app.proxies.trusts(ip)).then_some(ip));
    let place = place.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::QuotaExceeded))?;
    Ok((Socket::new(stream, place, app.clone()), Some(peer)))
}

/// What answers requests; what is named first is nearest to the table of addresses.
fn requests(
    app: web::Data<App>,
    asking: web::Data<Places>,
    finder: web::Data<DoubleFinder>,
) -> WebApp<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    WebApp::new()
        .app_data(app)
        .app_data(asking)
        .app_data(finder)
        .app_data(web::PayloadConfig::new(MOST_BYTES))
        .wrap(from_fn(carried::keep))
        .wrap(from_fn(slow_body::refuse))
        .wrap(from_fn(origin::refuse_foreign_forms))
        .wrap(from_fn(crowd::hold_place))
        .wrap(from_fn(answers::answer))
        .wrap(Compress::default())
        .wrap(from_fn(headers::add))
        .wrap(from_fn(head::as_get))
        .wrap(from_fn(occupied::answering))
        .configure(routes::table)
}
