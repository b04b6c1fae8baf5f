//! What the table of addresses is written with: an address with a method and who answers it. An address that takes
//! other methods than the one it was asked by says which.

use actix_web::dev::HttpServiceFactory;
use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, HttpResponse, Responder, Route};

use crate::error::Error;

/// A part of the table: some addresses, and the scopes beneath it.
#[derive(Default)]
pub(super) struct Addresses(Vec<Entry>);

enum Entry {
    Address { path: String, ways: Vec<Way> },
    Scope { path: String, table: Table },
}

/// Writes its addresses down.
pub(super) type Table = fn(&mut Addresses);

/// A method, and who answers it.
pub(super) struct Way {
    method: Method,
    route: Route,
}

pub(super) fn get() -> By {
    By(Method::GET)
}

pub(super) fn post() -> By {
    By(Method::POST)
}

pub(super) struct By(Method);

impl By {
    pub(super) fn to<F, Args>(self, handler: F) -> Way
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let route = web::method(self.0.clone()).to(handler);
        Way {
            method: self.0,
            route,
        }
    }
}

impl Addresses {
    pub(super) fn route(&mut self, path: &str, way: Way) -> &mut Addresses {
        let known = self.0.iter_mut().find_map(|entry| match entry {
            Entry::Address { path: known, ways } if known == path => Some(ways),
            _ => None,
        });
        match known {
            Some(ways) => ways.push(way),
            None => self.0.push(Entry::Address {
                path: path.to_owned(),
                ways: vec![way],
            }),
        }
        self
    }

    /// Addresses that begin alike.
    pub(super) fn scope(&mut self, path: &str, table: Table) -> &mut Addresses {
        self.0.push(Entry::Scope {
            path: path.to_owned(),
            table,
        });
        self
    }

    /// More of the same beginning.
    pub(super) fn with(&mut self, table: Table) -> &mut Addresses {
        table(self);
        self
    }
}

/// Gives the server what a table says.
pub(super) fn lay(c: &mut ServiceConfig, table: Table) {
    let mut addresses = Addresses::default();
    table(&mut addresses);
    for entry in addresses.0 {
        match entry {
            Entry::Address { path, ways } => c.service(resource(&path, ways)),
            Entry::Scope { path, table } => {
                c.service(web::scope(&path).configure(|c| lay(c, table)))
            }
        };
    }
}

fn resource(path: &str, ways: Vec<Way>) -> impl HttpServiceFactory + 'static {
    let has = |method| ways.iter().any(|way| way.method == method);
    let allowed = match (has(Method::GET), has(Method::POST)) {
        (true, true) => "GET, HEAD, POST",
        (true, false) => "GET, HEAD",
        (false, _) => "POST",
    };
    let refuse = move || async move { Err::<HttpResponse, _>(Error::OtherMethod(allowed)) };
    ways.into_iter()
        .fold(web::resource(path), |resource, way| {
            resource.route(way.route)
        })
        .default_service(web::to(refuse))
}
