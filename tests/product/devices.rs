//! What a door's page tells of itself, and what the desk sees of it.

use serde_json::{Value, json};

use crate::support::door::Scanner;
use crate::support::stage::{FORUM, Stage};

fn well() -> Value {
    json!({ "queue": 0, "battery": 0.63, "charging": false, "version": "0a1b2c3d", "camera": "works", "since_alone": null })
}

fn told(scanner: &Scanner, changes: Value) -> crate::support::Page {
    let mut status = well();
    for (field, value) in changes.as_object().unwrap() {
        status[field] = value.clone();
    }
    scanner.tell(&status)
}

#[test]
fn a_device_tells_how_it_is_and_hears_which_page_is_the_newest() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let answer = told(&scanner, json!({}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let newest = answer.json()["version"].as_str().unwrap().to_owned();
    assert!(!newest.is_empty() && newest != "0a1b2c3d", "{newest}");

    let list = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    let signs = list.words(".signs li");
    assert_eq!(signs[0], "✓ Nothing is waiting to be sent");
    assert_eq!(signs[1], "✓ Camera works");
    assert_eq!(signs[2], "✓ Battery 63%");
    assert!(signs[3].starts_with("▲ Old page"), "{signs:?}");
    assert!(list.sentence().contains("just now"), "{}", list.sentence());

    told(&scanner, json!({ "version": newest }));
    let signs = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/devices"))
        .words(".signs li");
    assert_eq!(signs[3], "✓ Newest page");
}

#[test]
fn the_desk_sees_what_is_wrong_with_a_device_in_words_and_with_a_mark() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let trouble = json!({ "queue": 12, "battery": 0.07, "camera": "stalled", "since_alone": "2025-04-28T05:12:00Z" });
    told(&scanner, trouble);
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    let signs = list.words(".signs li");
    assert_eq!(
        signs[..3],
        [
            "▲ Scans to send: 12",
            "✕ The camera’s picture is frozen",
            "▲ Battery low: 7%"
        ]
    );
    let device = stage.desk.open(&list.link("/devices/1"));
    let said = device.sentence();
    assert!(said.contains("28 April 2025, 09:12"), "{said}");
}

#[test]
fn a_browser_that_tells_no_battery_is_shown_without_one() {
    let stage = Stage::new();
    told(
        &stage.scanner(),
        json!({ "battery": null, "charging": null, "camera": null }),
    );
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    assert_eq!(list.words(".signs li").len(), 2);
}

#[test]
fn a_status_that_cannot_be_is_refused_in_a_sentence() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let wrong = [
        json!({ "queue": -1 }),
        json!({ "queue": null }),
        json!({ "queue": 3_000_000_000_u64 }),
        json!({ "battery": 1.5 }),
        json!({ "battery": "full" }),
        json!({ "charging": 1 }),
        json!({ "version": null }),
        json!({ "version": "" }),
        json!({ "version": "x".repeat(41) }),
        json!({ "camera": "broken" }),
        json!({ "since_alone": "yesterday" }),
    ];
    for changes in wrong {
        let answer = told(&scanner, changes.clone());
        assert_eq!(answer.status, 422, "{changes}");
        let json = answer.json();
        assert!(json["error"].as_str().unwrap().ends_with('.'), "{json}");
    }
    let stranger = Scanner::new(stage.app.browser(), "");
    assert_eq!(stranger.tell(&well()).status, 401);
}

#[test]
fn a_revoked_device_tells_nothing_any_more() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    told(&scanner, json!({}));
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/devices/1"));
    stage.desk.post(&page.form_to("/revoke"));
    assert_eq!(told(&scanner, json!({})).status, 401);
    for closed in ["roster", "inside", "search?q=a", "events"] {
        let answer = scanner.get(&format!("/api/door/{closed}"));
        assert_eq!(answer.status, 401, "{closed}");
    }
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    assert!(!list.has(".signs"), "what it told is past");
}
