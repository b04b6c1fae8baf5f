//! Who asks, behind proxies that are trusted and such that are not: limits know one from another, and nothing that is
//! written into a header lifts them.

use crate::support::App;
use crate::support::wire::{Wire, ask};

/// Asks for a paper that nobody has, so often that one address is asked to wait.
fn guess(app: &App, headers: impl Fn(usize) -> Vec<(&'static str, String)>) -> u16 {
    let mut status = 0;
    for number in 0..150 {
        let own = headers(number);
        let own: Vec<(&str, &str)> = own
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        status = ask(app, "GET", &format!("/en/check/{number:026}"), &own).status;
        if status == 429 {
            break;
        }
    }
    status
}

fn asked_once(app: &App, header: &str, value: &str) -> u16 {
    ask(
        app,
        "GET",
        &format!("/en/check/{:026}", 7),
        &[(header, value)],
    )
    .status
}

const X: &str = "x-forwarded-for";
const F: &str = "forwarded";

#[test]
fn however_an_address_is_written_it_is_one_and_nobody_else_is() {
    let app = App::start();
    let spellings = |number: usize| match number % 8 {
        0 => vec![(X, "203.0.113.7".to_owned())],
        1 => vec![(X, format!("203.0.113.7:{}", 1000 + number))],
        2 => vec![(X, format!("198.51.100.{number}, 203.0.113.7"))],
        3 => vec![(X, format!("garbage-{number}, 203.0.113.7,"))],
        4 => vec![
            (X, format!("198.51.100.{number}")),
            (X, "203.0.113.7".to_owned()),
        ],
        5 => vec![(
            F,
            format!("for=198.51.100.{number}, for=203.0.113.7;proto=https"),
        )],
        6 => vec![(F, format!("For=\"203.0.113.7:{number}\""))],
        _ => vec![(X, "::ffff:203.0.113.7, 127.0.0.1".to_owned())],
    };
    assert_eq!(guess(&app, spellings), 429);
    assert_eq!(asked_once(&app, X, "203.0.113.8"), 404);
    assert_eq!(asked_once(&app, F, "for=203.0.113.9"), 404);
}

#[test]
fn garbage_lifts_no_limit_and_is_nobody_elses() {
    let app = App::start();
    let garbage = |number: usize| match number % 6 {
        0 => vec![(X, "unknown".to_owned())],
        1 => vec![(X, format!("203.0.113.7, garbage-{number}"))],
        2 => vec![(F, format!("for=_hidden{number}"))],
        3 => vec![(X, " , ,".to_owned())],
        4 => vec![(X, format!("[2001:db8::{number}"))],
        _ => vec![
            (X, "203.0.113.7".to_owned()),
            (F, format!("for=198.51.100.{number}")),
        ],
    };
    assert_eq!(guess(&app, garbage), 429);
    assert_eq!(asked_once(&app, X, "203.0.113.7"), 404);
}

#[test]
fn who_is_not_trusted_speaks_for_themselves_alone() {
    let mut app = App::prepare();
    app.set("HAZIR_TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8");
    app.set("HAZIR_PUBLIC_URL", "https://forum.example");
    app.run();
    let anew = |number: usize| vec![(X, format!("203.0.113.{number}"))];
    assert_eq!(guess(&app, anew), 429);
    let warned = app.log().matches("--trusted-proxies").count();
    assert_eq!(warned, 2, "once at the start, once when it happened");
}

#[test]
fn of_several_proxies_the_first_that_is_not_ours_asks() {
    let mut app = App::prepare();
    app.set("HAZIR_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8");
    app.run();
    let through_two =
        |number: usize| vec![(X, format!("198.51.100.{number}, 203.0.113.7, 10.1.2.3"))];
    assert_eq!(guess(&app, through_two), 429);
    assert_eq!(asked_once(&app, X, "203.0.113.8, 10.1.2.3"), 404);
}

#[test]
fn the_figures_stay_closed_through_a_proxy_whatever_it_writes() {
    let app = App::start();
    assert_eq!(ask(&app, "GET", "/metrics", &[]).status, 200);
    for header in [
        (X, "203.0.113.7"),
        (X, ""),
        (F, "for=203.0.113.7"),
        ("via", "1.1 proxy"),
        ("x-real-ip", "203.0.113.7"),
        ("x-forwarded-proto", "https"),
        ("host", "forum.example"),
        ("host", "forum.example:8080"),
    ] {
        assert_eq!(
            ask(&app, "GET", "/metrics", &[header]).status,
            404,
            "{header:?}"
        );
    }
    // As nginx speaks where nobody told it otherwise.
    let mut old = Wire::to(&app);
    old.say("GET /metrics HTTP/1.0\r\nhost: 127.0.0.1\r\n\r\n");
    assert_eq!(old.answer().status, 404);
}

#[test]
fn check_names_a_proxy_that_nobody_trusts() {
    let mut app = App::prepare();
    app.set("HAZIR_PUBLIC_URL", "https://forum.example");
    let says = |app: &App, listen: &str| {
        let said = app.hazir(&["check", "--listen", listen]).stdout;
        let said = String::from_utf8(said).unwrap();
        let line = said.lines().find_map(|line| line.strip_prefix("proxy: "));
        line.unwrap().to_owned()
    };
    assert_eq!(says(&app, "127.0.0.1:0"), "good");
    assert!(says(&app, "0.0.0.0:0").contains("--trusted-proxies"));
    app.set("HAZIR_TRUSTED_PROXIES", "10.0.0.7");
    assert_eq!(says(&app, "0.0.0.0:0"), "good");
    assert!(says(&app, "127.0.0.1:0").contains("--trusted-proxies"));
}

#[test]
fn a_proxy_that_is_no_address_is_refused_in_a_sentence() {
    let app = App::prepare();
    for wrong in ["proxy.example", "10.0.0.0/40"] {
        let output = app.hazir(&["check", "--trusted-proxies", wrong]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(wrong), "{said}");
    }
}
