use std::future::{Ready, ready};
use std::net::IpAddr;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::app::client;
use crate::clock::{self, Moment};
use crate::error::Error;
use crate::pages::Frame;
use crate::values::Language;

/// What is known of every request for a page: its language, its address, its moment.
pub(crate) struct PageRequest {
    pub lang: Language,
    /// Address behind the language, query included.
    pub here: String,
    pub now: Moment,
    /// Who asks, for limits; `None` for this machine itself.
    pub ip: Option<IpAddr>,
}

impl PageRequest {
    pub(crate) fn frame(&self, title: impl Into<String>) -> Frame {
        Frame::new(self.lang, &self.here, title)
    }

    /// Also of a request that no address of ours has taken.
    pub(crate) fn of(request: &HttpRequest) -> PageRequest {
        PageRequest::in_language(request, language_of(request))
    }

    fn in_language(request: &HttpRequest, lang: Language) -> PageRequest {
        let address = request
            .uri()
            .path_and_query()
            .map_or("/", |address| address.as_str());
        PageRequest {
            lang,
            here: behind_language(address).to_string(),
            now: clock::now(),
            ip: client(request),
        }
    }

    /// An address in the language of the page: `asked.at("/desk")` is `/az/desk`.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("/{}{path}", self.lang.code())
    }
}

impl FromRequest for PageRequest {
    type Error = Error;
    type Future = Ready<Result<PageRequest, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(lang) = request.match_info().get("lang").and_then(Language::parse) else {
            return ready(Err(Error::NotFound));
        };
        ready(Ok(PageRequest::in_language(request, lang)))
    }
}

/// `/az/desk?x=1` without its language is `/desk?x=1`.
fn behind_language(address: &str) -> &str {
    let rest = address.get(1..).unwrap_or("");
    match rest.find('/') {
        Some(at) => &rest[at..],
        None => "/",
    }
}

/// The language for a request whose address names none.
pub(crate) fn language_of(request: &HttpRequest) -> Language {
    if let Some(language) = first_segment(request.path()).and_then(Language::parse) {
        return language;
    }
    let header = request
        .headers()
        .get(actix_web::http::header::ACCEPT_LANGUAGE);
    Language::accepted(header.and_then(|value| value.to_str().ok()).unwrap_or(""))
}

fn first_segment(path: &str) -> Option<&str> {
    path.split('/').nth(1)
}
