//! A code that somebody types, or that a scanner wraps in signs of its own, is the badge that it is, and nobody else's.

use serde_json::{Value, json};

use crate::support::Browser;
use crate::support::door::Scanner;
use crate::support::stage::{DOOR, FORUM, Stage, saved};

const ADA: &str = "7QK3M9XA2VBT0123456789ABCD";
const BEA: &str = "C4DPE6NGJ7QK3M9XA2VBT5WZ8R";

/// A stage with these people, each with a badge of this code.
fn stage_with(people: &[(&str, &str)]) -> Stage {
    let stage = Stage::new();
    let mut list = String::from("name,email,country,state,badge\n");
    for (number, (name, code)) in people.iter().enumerate() {
        list += &format!("{name},typed-{number}@people.example,AZ,confirmed,HZ{code}\n");
    }
    let file = stage.app.folder.path().join("typed.csv");
    std::fs::write(&file, list).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    stage
}

fn name(result: &Value) -> &str {
    result["delegate"]["name"].as_str().unwrap_or("nobody")
}

#[track_caller]
fn asks_for_more(scanner: &Scanner, typed: &str) {
    let result = scanner.scan(typed, DOOR);
    assert_eq!(result["verdict"], "unknown", "{typed}: {result}");
    assert_eq!(result["reason"], json!({ "more": true }), "{typed}");
    assert_eq!(name(&result), "nobody");
}

#[track_caller]
fn is_nobody(scanner: &Scanner, typed: &str) {
    let result = scanner.scan(typed, DOOR);
    assert_eq!(result["verdict"], "unknown", "{typed}: {result}");
    assert!(result.get("reason").is_none(), "{typed}: {result}");
}

#[test]
fn six_characters_of_a_code_are_enough_and_five_are_not() {
    let stage = stage_with(&[("Ada Typed", ADA), ("Bea Typed", BEA)]);
    let scanner = stage.scanner();
    let result = scanner.scan("7QK3M9", DOOR);
    assert_eq!(result["verdict"], "admitted", "{result}");
    assert_eq!(name(&result), "Ada Typed");
    for typed in [
        "hz 7qk3 m9xa",
        "7QK3M9XA2VBTOI",
        "HZ7QK3M9XA2VBT0123456789ABC",
    ] {
        let result = scanner.scan(typed, DOOR);
        assert_eq!(result["verdict"], "already_in", "{typed}: {result}");
        assert_eq!(name(&result), "Ada Typed", "{typed}");
    }
    assert_eq!(name(&scanner.scan("c4dpe6", DOOR)), "Bea Typed");
    for short in ["7", "7QK3M", "HZ 7QK3 M", "HZ"] {
        asks_for_more(&scanner, short);
    }
    for foreign in ["7QK3M8", "QQQQQQQQQQ", "7QK3M9XA2VBT9", "menu 2025"] {
        is_nobody(&scanner, foreign);
    }
    assert_eq!(scanner.inside(DOOR), 2);
}

#[test]
fn who_shares_the_first_characters_or_is_one_slip_away_is_told_apart_by_more() {
    let stage = stage_with(&[
        ("Ada Typed", ADA),
        ("Same Beginning", "7QK3M9XB2VBT0123456789ABCD"),
        ("One Slip", "PQK3R9XA2VBT0123456789ABCD"),
        ("One Slip Away", "PQK3S9XA3VBT0123456789ABCD"),
        ("Two Swapped", "EF12345A2VBT0123456789ABCD"),
        ("Swapped Two", "FE1234ZA3VBT0123456789ABCD"),
    ]);
    let scanner = stage.scanner();
    for unclear in [
        "7QK3M9", "7QK3M9X", "7QK3M9XA", "PQK3R9XA", "EF1234", "FE1234",
    ] {
        asks_for_more(&scanner, unclear);
    }
    for (typed, person) in [
        ("PQK3R9XA2V", "One Slip"),
        ("PQK3S9XA3", "One Slip Away"),
        ("EF12345", "Two Swapped"),
        ("FE1234Z", "Swapped Two"),
    ] {
        let result = scanner.scan(typed, DOOR);
        assert_eq!(name(&result), person, "{typed}: {result}");
    }
    // No number of characters tells these two apart from a slip: the whole code does.
    asks_for_more(&scanner, &ADA[..25]);
    assert_eq!(name(&scanner.scan(ADA, DOOR)), "Ada Typed");
}

#[test]
fn a_badge_that_was_lost_is_somebody_too() {
    let stage = stage_with(&[("Ada Typed", ADA), ("Bea Typed", BEA)]);
    let scanner = stage.scanner();
    let registration = scanner.search("Ada Typed", DOOR)[0]["registration"].clone();
    scanner.act(json!({ "do": "badge_lost", "registration": registration }));
    let result = scanner.scan("7QK3M9", DOOR);
    assert_eq!(result["verdict"], "revoked", "{result}");
    assert_eq!(name(&result), "Ada Typed");
}

#[test]
fn a_typed_scan_sent_again_gets_the_same_answer() {
    let stage = stage_with(&[("Ada Typed", ADA)]);
    let scanner = stage.scanner();
    let mut scan = crate::support::door::scan("7QK3", DOOR);
    let first = scanner.send(&[scan.clone()]).remove(0);
    assert_eq!(first["reason"], json!({ "more": true }));
    scan["code"] = json!("7QK3M9");
    assert_eq!(scanner.send(&[scan]).remove(0), first);
}

#[test]
fn another_forums_people_are_nobody_here() {
    let stage = stage_with(&[("Ada Typed", ADA)]);
    stage.add_forum("second-forum", &[]);
    stage.add_door("second-forum", "other-door");
    let other = stage.scanner_at("second-forum", "other-door");
    let result = other.scan("7QK3M9", "other-door");
    assert_eq!(result["verdict"], "unknown");
    assert!(result.get("reason").is_none(), "{result}");
}

#[test]
fn whatever_a_scanner_puts_around_a_code_the_api_reads_it_as_the_page_does() {
    let stage = stage_with(&[
        ("Ada Typed", ADA),
        ("Ada Germany", "7QK3M9XA2VBT0123456789ABYZ"),
        ("Ada Twice", "HZK3M9XA2VBT0123456789ABCD"),
    ]);
    let scanner = stage.scanner();
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("../support/typed_codes.json")).unwrap();
    for case in cases.iter().filter(|case| case["code"].is_string()) {
        let typed = case["typed"].as_str().unwrap();
        let result = scanner.scan(typed, DOOR);
        let expected = match case["code"].as_str().unwrap() {
            ADA => "Ada Typed",
            code if code.starts_with("HZ") => "Ada Twice",
            _ => "Ada Germany",
        };
        assert_eq!(name(&result), expected, "{typed}: {result}");
    }
}

/// A phone whose browser runs no scripts.
fn phone(stage: &Stage) -> Browser {
    let said = stage
        .app
        .hazir_says(&["device", "add", FORUM, "--checkpoint", DOOR]);
    let link = said
        .lines()
        .find_map(|line| line.strip_prefix("pairing link: "));
    let path = link.unwrap().parse::<url::Url>().unwrap();
    let browser = stage.app.browser();
    saved(browser.post(&browser.open(path.path()).form()));
    browser
}

#[test]
fn the_page_without_scripts_takes_a_beginning_and_says_when_it_needs_more() {
    let stage = stage_with(&[("Ada Typed", ADA)]);
    let phone = phone(&stage);
    let typed = |language: &str, code: &str| {
        let form = phone.open(&format!("/{language}/door")).form();
        phone.post(&form.fill("code", code))
    };
    let verdict = typed("en", "7qk3");
    assert_eq!(
        verdict.words(".next")[0],
        "These characters are not enough to tell whose badge it is. Type more of the code."
    );
    for language in ["az", "ru", "tr", "ar", "fr"] {
        assert!(!typed(language, "7qk3").words(".next")[0].contains("not enough"));
    }
    assert!(typed("en", "7qk3 m9").text().contains("Ada Typed"));
}
