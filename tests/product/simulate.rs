//! `hazir simulate`: a morning at the door, played against the running server.

use std::process::Output;

use crate::demo::Demo;
use crate::support::door::Scanner;
use crate::support::stage::{DOOR, FORUM, Person, Stage};
use crate::support::{App, Browser};

const DEMO: &str = "gsnp-2025";

fn simulate(installation: &App, server: &str, more: &[&str]) -> Output {
    let usual = ["simulate", DEMO, "--server", server, "--speed", "100000"];
    installation.hazir(&[&usual, more].concat())
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

fn refused(output: &Output, code: i32, hint: &str) {
    let (_, why) = said(output);
    assert_eq!(output.status.code(), Some(code), "{why}");
    assert!(why.contains(hint), "says {hint}: {why}");
    assert!(why.trim_end().ends_with('.'), "a sentence: {why}");
}

/// How many the server counts at the simulated door, asked by a scanner of its own.
fn inside(installation: &App, server: &str) -> i64 {
    let added = installation.hazir_says(&["device", "add", DEMO, "--checkpoint", "simulation"]);
    let token = added
        .lines()
        .find_map(|line| line.strip_prefix("bearer token: "));
    let scanner = Scanner::new(Browser::new(server), token.expect("a bearer token"));
    let count = scanner.get("/api/door/count?checkpoint=simulation");
    count.json()["inside"].as_i64().unwrap()
}

#[test]
fn a_simulation_says_how_many_lanes_it_takes_and_lets_everybody_in_exactly_once() {
    let installation = App::prepare();
    let demo = Demo::start(&installation, "160");
    let morning = ["--people", "50", "--bus-size", "10", "--lanes", "4"];
    let mut people = Vec::new();
    // The second morning begins with an empty hall again.
    for seed in ["3", "3", "4"] {
        let seeded = [&morning[..], &["--seed", seed]].concat();
        let output = simulate(&installation, demo.address(), &seeded);
        let (text, why) = said(&output);
        assert_eq!(output.status.code(), Some(0), "{why}");
        assert!(
            text.contains(": nine of ten wait less than 3 minutes."),
            "{text}"
        );
        assert!(text.contains("Errors: 0."), "{text}");
        assert!(
            text.contains("50 people are in, each exactly once."),
            "{text}"
        );
        assert_eq!(inside(&installation, demo.address()), 50);
        people.push(looked_for(&text));
    }
    assert_eq!(people[0], people[1], "a seed is a morning");
    assert_ne!(people[0], people[2]);
}

/// The sentence that says who was looked for by name.
fn looked_for(text: &str) -> String {
    let line = text.lines().find(|line| line.contains("looked for"));
    line.expect("a word about names").to_owned()
}

#[test]
fn a_forum_that_is_no_demo_is_left_alone() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
    let command = ["simulate", FORUM, "--server", stage.app.address()];
    refused(&stage.app.hazir(&command), 1, "no demo's");
    let added = ["device", "add", FORUM, "--checkpoint", "simulation"];
    assert_eq!(stage.app.hazir(&added).status.code(), Some(1));
}

#[test]
fn a_simulation_that_cannot_be_played_is_refused_in_a_sentence() {
    let installation = App::prepare();
    let demo = Demo::start(&installation, "60");
    let other = App::start();
    let play = |server: &str, more: &[&str]| simulate(&installation, server, more);
    refused(&play(other.address(), &[]), 1, "another database");
    refused(
        &play(demo.address(), &["--people", "5000"]),
        1,
        "--delegates",
    );
    refused(&play(demo.address(), &["--buses", "90"]), 2, "buses");
    refused(
        &installation.hazir(&["simulate", "no-such-forum"]),
        1,
        "no-such-forum",
    );
}
