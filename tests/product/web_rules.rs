//! The small rules of the web: HEAD, other methods, character sets, and refusals that a program can read.

use serde_json::Value;

use crate::support::App;
use crate::support::stage::{DOOR, FORUM, Person, Stage};
use crate::support::wire::{Answer, ask, ask_with};

#[test]
fn head_is_answered_wherever_get_is_and_as_get_is_without_the_body() {
    let stage = Stage::new();
    let me = stage.register(&Person::number(1)).page;
    let me = me.trim_start_matches(stage.app.address()).to_owned();
    let cookie = stage.desk.cookies();
    let addresses = [
        "/".to_owned(),
        "/en/".into(),
        "/healthz".into(),
        "/metrics".into(),
        format!("/en/{FORUM}"),
        format!("/en/{FORUM}/register"),
        format!("/en/{FORUM}/nothing"),
        format!("{me}/badge.png"),
        format!("{me}/calendar.ics"),
        me,
        "/en/desk".into(),
        format!("/en/desk/{FORUM}/export.csv"),
        "/door-worker.js".into(),
        "/api/door/roster".into(),
        "/en/desk/nothing/at/all".into(),
    ];
    for address in addresses {
        let headers = [("cookie", cookie.as_str())];
        let [get, head] = ["GET", "HEAD"].map(|method| ask(&stage.app, method, &address, &headers));
        assert_eq!(head.status, get.status, "{address}");
        assert_eq!(
            head.header("content-type"),
            get.header("content-type"),
            "{address}"
        );
        assert_eq!(head.text(), "", "{address}");
    }
}

#[test]
fn head_of_an_open_line_ends() {
    let stage = Stage::new();
    let token = token(&stage.app);
    let head = ask(
        &stage.app,
        "HEAD",
        "/api/door/events",
        &[("authorization", &token)],
    );
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn an_address_that_is_asked_by_another_method_says_which_it_takes() {
    let stage = Stage::new();
    for (method, address, allowed) in [
        ("PUT", "/", "get, head"),
        ("DELETE", "/en/", "get, head"),
        ("OPTIONS", "/healthz", "get, head"),
        ("POST", "/en/check", "get, head"),
        ("GET", "/en/desk/sign-out", "post"),
        ("PUT", "/en/desk/sign-in", "get, head, post"),
        (
            "DELETE",
            &format!("/en/{FORUM}/register"),
            "get, head, post",
        ),
        ("GET", &format!("/en/desk/{FORUM}/badges/artwork"), "post"),
        ("GET", "/api/door/scans", "post"),
        ("HEAD", "/api/door/acts", "post"),
        ("TRACE", "/api/door/roster", "get, head"),
        ("POST", "/api/door/roster", "get, head"),
        ("GET", "/api/mail/reports", "post"),
    ] {
        let answer = ask(&stage.app, method, address, &[]);
        assert_eq!(answer.status, 405, "{method} {address}");
        assert_eq!(answer.header("allow"), allowed, "{method} {address}");
    }
    for method in ["GET", "PUT", "TRACE"] {
        assert_eq!(
            ask(&stage.app, method, "/en/no/such/address", &[]).status,
            404
        );
    }
}

/// A scanner's bearer token, as a header.
fn token(app: &App) -> String {
    let said = app.hazir_says(&["device", "add", FORUM, "--checkpoint", DOOR]);
    let token = said
        .lines()
        .find(|line| line.to_lowercase().contains("bearer"))
        .and_then(|line| line.split_whitespace().next_back());
    format!("Bearer {}", token.expect("a token"))
}

fn is_sentence(answer: &Answer, what: &str) {
    let text = answer.text();
    assert_eq!(
        answer.header("content-type"),
        "application/json",
        "{what}: {text}"
    );
    let said: Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{what}: {text}"));
    let sentence = said["error"].as_str().unwrap_or_default();
    assert!(
        sentence.ends_with('.') && sentence.len() > 10,
        "{what}: {text}"
    );
    assert_eq!(said.as_object().unwrap().len(), 1, "{what}: {text}");
}

#[test]
fn every_refusal_of_the_api_is_a_sentence_in_json_whatever_was_wrong() {
    let stage = Stage::new();
    let token = token(&stage.app);
    let bearer = ("authorization", token.as_str());
    let json = ("content-type", "application/json");
    let scans = "/api/door/scans";
    let large = " ".repeat(600 * 1024);
    for (status, method, address, headers, body) in [
        (404, "GET", "/api", vec![], ""),
        (404, "GET", "/api/", vec![], ""),
        (404, "GET", "/api/door", vec![bearer], ""),
        (404, "POST", "/api/door/scans/", vec![bearer, json], "{}"),
        (404, "POST", "/api/nothing/%ff%00", vec![bearer, json], "{}"),
        (405, "GET", scans, vec![bearer], ""),
        (405, "BREW", scans, vec![bearer], ""),
        (401, "POST", scans, vec![json], "{}"),
        (
            401,
            "POST",
            scans,
            vec![json, ("authorization", "Basic abc")],
            "{}",
        ),
        (
            401,
            "POST",
            scans,
            vec![json, ("authorization", "Bearer é")],
            "{}",
        ),
        (
            403,
            "POST",
            scans,
            vec![json, ("origin", "https://elsewhere.example")],
            "{}",
        ),
        (415, "POST", scans, vec![bearer], "{}"),
        (
            415,
            "POST",
            scans,
            vec![bearer, ("content-type", "text/plain")],
            "{}",
        ),
        (
            415,
            "POST",
            "/api/door/acts",
            vec![bearer, ("content-type", "multipart/form-data")],
            "{}",
        ),
        (
            415,
            "POST",
            "/api/door/status",
            vec![
                bearer,
                ("content-type", "application/x-www-form-urlencoded"),
            ],
            "{}",
        ),
        (
            415,
            "POST",
            scans,
            vec![bearer, ("content-type", "application/jsonx")],
            "{}",
        ),
        (
            415,
            "POST",
            scans,
            vec![bearer, json, ("content-encoding", "deflate")],
            "{}",
        ),
        (
            400,
            "POST",
            scans,
            vec![bearer, json, ("content-encoding", "gzip")],
            "{}",
        ),
        (400, "POST", scans, vec![bearer, json], "{"),
        (400, "POST", scans, vec![bearer, json], "\u{0}"),
        (422, "POST", scans, vec![bearer, json], "[]"),
        (413, "POST", scans, vec![bearer, json], large.as_str()),
        (401, "POST", "/api/mail/reports", vec![json], "{}"),
    ] {
        let what = format!("{method} {address} {headers:?}");
        let answer = ask_with(&stage.app, method, address, &headers, body);
        assert_eq!(answer.status, status, "{what}: {}", answer.text());
        is_sentence(&answer, &what);
    }
    let kinds = ["application/json; charset=utf-8", "Application/JSON"];
    for kind in kinds {
        let headers = [bearer, ("content-type", kind)];
        let answer = ask_with(&stage.app, "POST", scans, &headers, "{\"scans\":[]}");
        assert_eq!(answer.status, 422, "{kind}");
    }
}

#[test]
fn every_text_names_its_character_set() {
    let stage = Stage::new();
    let me = stage.register(&Person::number(1)).page;
    let me = me.trim_start_matches(stage.app.address()).to_owned();
    let page = stage.app.browser().open("/en/");
    let style = page.attributes("link[rel=stylesheet]", "href").remove(0);
    let cookie = stage.desk.cookies();
    for address in [
        "/healthz",
        "/metrics",
        "/en/",
        "/door-worker.js",
        "/me-worker.js",
        "/en/nothing",
        &style,
        &me,
        &format!("{me}/calendar.ics"),
        &format!("/en/desk/{FORUM}/export.csv"),
    ] {
        let answer = ask(&stage.app, "GET", address, &[("cookie", &cookie)]);
        let kind = answer.header("content-type");
        assert!(
            kind.starts_with("text/") && kind.to_lowercase().ends_with("charset=utf-8"),
            "{address}: {kind}"
        );
    }
}
