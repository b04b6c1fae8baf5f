//! Connections that hold what they do not use: each has an end, and none is in anybody's way.

use std::time::{Duration, Instant};

use crate::support::stage::{Person, Stage};
use crate::support::wire::Wire;
use crate::support::{App, eventually, within};

/// A form whose body does not come.
const HALF_A_BODY: &str = "POST /en/desk/sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\n\
    content-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\nabc";
const HALF_A_HEAD: &str = "GET /healthz HTTP/1.1\r\nho";
const WELL: &str = "GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n";
/// Longer than the longest deadline.
const PATIENCE: Duration = Duration::from_secs(50);

fn connections(app: &App) -> usize {
    let metrics = app.browser().get("/metrics").text();
    let line = metrics
        .lines()
        .find_map(|line| line.strip_prefix("hazir_connections "));
    line.expect("how many are open").parse().unwrap()
}

/// Nobody is left but who asks.
fn all_gone(app: &App, what: &str) {
    within(PATIENCE, what, || (connections(app) <= 1).then_some(()));
}

#[test]
fn a_body_that_does_not_come_is_answered_and_its_line_ends() {
    let app = App::start();
    let mut wire = Wire::to(&app);
    wire.say(HALF_A_BODY);
    let answer = wire.answer();
    assert_eq!(answer.status, 408, "{}", answer.text());
}

#[test]
fn a_body_that_drips_is_not_waited_for() {
    let app = App::start();
    let mut wire = Wire::to(&app);
    wire.say(&HALF_A_BODY.replace("1000", "100000"));
    within(PATIENCE, "the end of the line", || {
        (!wire.say("a")).then_some(())
    });
}

#[test]
fn half_a_head_is_not_waited_for_also_behind_an_answer() {
    let app = App::start();
    let mut first = Wire::to(&app);
    let mut later = Wire::to(&app);
    let silent = Wire::to(&app);
    first.say(HALF_A_HEAD);
    later.say(WELL);
    assert!(later.hear_head().starts_with("HTTP/1.1 200"));
    later.say(HALF_A_HEAD);
    all_gone(&app, "the end of all lines");
    drop((first, later, silent));
}

#[test]
fn an_answer_that_nobody_reads_is_thrown_away() {
    let app = App::start();
    let style = app
        .browser()
        .open("/en/")
        .attributes("link[rel=stylesheet]", "href");
    let ask = format!("GET {} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n", style[0]).repeat(100);
    let deaf: Vec<Wire> = (0..10)
        .map(|_| {
            let mut wire = Wire::deaf_to(&app);
            wire.say(&ask);
            wire
        })
        .collect();
    eventually("all to be connected", || {
        (connections(&app) > 10).then_some(())
    });
    all_gone(&app, "the end of what nobody reads");
    drop(deaf);
}

#[test]
fn no_address_takes_everybodys_place() {
    let mut app = App::prepare();
    app.set("HAZIR_TRUSTED_PROXIES", "none");
    app.limit_open_files_to(600);
    app.run();
    let mut greedy: Vec<Wire> = (0..150).map(|_| Wire::from("127.0.0.9", &app)).collect();
    let is_served = |wire: &mut Wire| {
        wire.say(WELL);
        wire.hear_head().starts_with("HTTP/1.1 200")
    };
    let served = greedy.iter_mut().map(is_served).filter(|served| *served);
    let served = served.count();
    assert_eq!(served, 100, "a quarter of the room there is");
    assert!(is_served(&mut Wire::to(&app)));
    let said = String::from_utf8(app.hazir(&["check", "--listen", "127.0.0.1:0"]).stdout).unwrap();
    let line = said.lines().find(|line| line.starts_with("open files: "));
    assert!(line.unwrap().contains("400 connections"), "{said}");
}

#[test]
fn told_to_stop_it_waits_for_nobody_who_does_not_go_on() {
    let mut stage = Stage::new();
    stage.register(&Person::number(1));
    let events = stage.scanner().listen();
    events.within(PATIENCE).expect("how many are inside");
    let held: Vec<Wire> = [HALF_A_BODY, HALF_A_HEAD, "", WELL]
        .repeat(10)
        .into_iter()
        .map(|said| {
            let mut wire = Wire::to(&stage.app);
            wire.say(said);
            wire
        })
        .collect();
    eventually("all to be connected", || {
        (connections(&stage.app) > 40).then_some(())
    });
    let began = Instant::now();
    assert_eq!(stage.app.stop(), Some(0));
    assert!(began.elapsed() < Duration::from_secs(4), "it waited");
    drop(held);
}

#[test]
fn of_a_devices_open_lines_the_newest_few_stay() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let first = scanner.listen();
    first.within(PATIENCE).expect("how many are inside");
    let later: Vec<_> = (0..4)
        .map(|_| {
            let line = scanner.listen();
            line.within(PATIENCE).expect("how many are inside");
            line
        })
        .collect();
    assert!(first.within(PATIENCE).is_none(), "the oldest is at its end");
    let code = stage.badge(&Person::number(1));
    scanner.scan(&code, crate::support::stage::DOOR);
    for line in &later {
        line.within(PATIENCE).expect("the scan");
    }
}
