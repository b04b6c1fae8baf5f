//! Who asks, as the machines in between tell it.
//!
//! A proxy that is trusted adds whom it saw to `X-Forwarded-For` or `Forwarded`; everything before that may have been
//! written by anybody. Read from its end, the first that is no trusted proxy is who asks. What cannot be read is
//! nobody's address, and nobody counts as the machine that told of them: so no garbage lifts a limit, and nobody but
//! who sent it shares that one.

use std::net::IpAddr;

use actix_web::http::Version;
use actix_web::http::header::{HeaderMap, HeaderName};
use actix_web::{HttpRequest, web};

use super::App;
use crate::values::TrustedProxies;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED: HeaderName = HeaderName::from_static("forwarded");

/// What proxies write into a request that they pass on.
const PASSED_ON: [&str; 7] = [
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-server",
    "x-real-ip",
    "via",
];

/// Who asks; `None` is this machine itself (an operator's script, a test), which nothing limits.
pub(crate) fn client(request: &HttpRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip().to_canonical();
    let app = request.app_data::<web::Data<App>>()?;
    let told = told(request.headers(), &app.proxies);
    if !app.proxies.trusts(peer) {
        if told != Told::Nothing && app.is_https() {
            app.warn_of_proxy();
        }
        return Some(peer);
    }
    match told {
        Told::Of(ip) => Some(ip),
        Told::Unclear => Some(peer),
        Told::Nothing if peer.is_loopback() => None,
        Told::Nothing => Some(peer),
    }
}

/// Whether it was asked on this machine, past any proxy: nothing in the request says that somebody passed it on.
pub(crate) fn is_this_machine(request: &HttpRequest) -> bool {
    let is_local = request
        .peer_addr()
        .is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    let passed_on = PASSED_ON
        .iter()
        .any(|name| request.headers().contains_key(*name));
    // Some proxies write nothing, and speak to us as they did thirty years ago.
    let is_old = request.version() < Version::HTTP_11;
    is_local && !is_old && !passed_on && asks_loopback(request)
}

/// The name that was asked for: a proxy keeps that of the forum.
fn asks_loopback(request: &HttpRequest) -> bool {
    let host = request.headers().get("host");
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or("");
    let url = url::Url::parse(&format!("http://{host}/"));
    url.is_ok_and(|url| super::is_loopback(&url))
}

/// What the headers tell of who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    Of(IpAddr),
    /// Something that can be understood in no way, or in two.
    Unclear,
}

fn told(headers: &HeaderMap, proxies: &TrustedProxies) -> Told {
    let first = last_stranger(headers, &X_FORWARDED_FOR, proxies, address);
    let second = last_stranger(headers, &FORWARDED, proxies, forwarded_for);
    match (first, second) {
        (told, Told::Nothing) | (Told::Nothing, told) => told,
        (first, second) if first == second => first,
        // A proxy writes one of them and lets the other through as it came.
        _ => Told::Unclear,
    }
}

/// Read from the end over all lines of that name: the first that is no proxy of ours. Where all are, the one behind.
fn last_stranger(
    headers: &HeaderMap,
    name: &HeaderName,
    proxies: &TrustedProxies,
    read: fn(&str) -> Option<IpAddr>,
) -> Told {
    let lines: Vec<&str> = headers
        .get_all(name)
        .map(|line| line.to_str().unwrap_or("?"))
        .collect();
    let hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
    let mut told = match lines.is_empty() {
        true => Told::Nothing,
        false => Told::Unclear,
    };
    for hop in hops.map(str::trim).filter(|hop| !hop.is_empty()) {
        match read(hop) {
            None => return Told::Unclear,
            Some(ip) if proxies.trusts(ip) => told = Told::Of(ip),
            Some(ip) => return Told::Of(ip),
        }
    }
    told
}

/// The address in `for="[2001:db8::1]:4711";proto=https` (RFC 7239).
fn forwarded_for(hop: &str) -> Option<IpAddr> {
    let pairs = hop.split(';').filter_map(|pair| pair.split_once('='));
    let mut named = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for"));
    let (_, node) = named.next()?;
    address(node.trim().trim_matches('"'))
}

/// An address with or without port, brackets and zone.
fn address(text: &str) -> Option<IpAddr> {
    let bare = match text.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?.0,
        // Two colons or more are an address of IPv6 without a port.
        None => match text.split_once(':') {
            Some((host, port)) if !port.contains(':') => host,
            _ => text,
        },
    };
    let bare = bare.split_once('%').map_or(bare, |(address, _)| address);
    bare.parse::<IpAddr>().ok().map(|ip| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::HeaderValue;

    fn of(lines: &[(&str, &str)]) -> Told {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            let name = HeaderName::from_bytes(name.as_bytes()).expect("a header");
            let value = HeaderValue::from_bytes(value.as_bytes()).expect("a value");
            headers.append(name, value);
        }
        let proxies = TrustedProxies::parse(Some("127.0.0.1, 10.0.0.0/8"));
        told(&headers, &proxies.expect("proxies"))
    }

    fn is(address: &str) -> Told {
        Told::Of(address.parse().expect("an address"))
    }

    #[test]
    fn who_asks_is_the_last_that_is_no_proxy_of_ours_however_it_is_written() {
        const X: &str = "x-forwarded-for";
        const F: &str = "forwarded";
        for lines in [
            vec![(X, "192.0.2.1")],
            vec![(X, "198.51.100.9, 192.0.2.1")],
            vec![(X, "198.51.100.9"), (X, "192.0.2.1")],
            vec![(X, "192.0.2.1"), (X, "10.1.2.3, ")],
            vec![(X, "unknown, garbage, 192.0.2.1,,")],
            vec![(X, " 192.0.2.1:4711 , 10.0.0.4:80")],
            vec![(X, "::ffff:192.0.2.1")],
            vec![(F, "for=192.0.2.1;proto=https;by=10.0.0.1")],
            vec![(F, "for=unknown, For=\"192.0.2.1:4711\"")],
            vec![(F, "for=192.0.2.1"), (F, "proto=http; for=10.0.0.1")],
            vec![(F, "for=192.0.2.1"), (X, "192.0.2.1")],
        ] {
            assert_eq!(of(&lines), is("192.0.2.1"), "{lines:?}");
        }
        for lines in [
            vec![(X, "2001:db8::1")],
            vec![(X, "[2001:db8::1]")],
            vec![(X, "[2001:db8::1]:4711")],
            vec![(F, "for=\"[2001:db8::1]:4711\"")],
        ] {
            assert_eq!(of(&lines), is("2001:db8::1"), "{lines:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_nobody() {
        const X: &str = "x-forwarded-for";
        for lines in [
            vec![(X, "unknown")],
            vec![(X, "192.0.2.1, garbage")],
            vec![(X, "192.0.2.1; 192.0.2.2")],
            vec![(X, "ٱ")],
            vec![(X, " , ")],
            vec![("forwarded", "for=_hidden")],
            vec![("forwarded", "by=192.0.2.1")],
            vec![(X, "192.0.2.1"), ("forwarded", "for=192.0.2.2")],
        ] {
            assert_eq!(of(&lines), Told::Unclear, "{lines:?}");
        }
        assert_eq!(of(&[]), Told::Nothing);
    }

    #[test]
    fn of_proxies_alone_the_one_behind_asks() {
        assert_eq!(
            of(&[("x-forwarded-for", "10.0.0.9, 127.0.0.1")]),
            is("10.0.0.9")
        );
    }
}
