//! What one door does, the others know.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::door::scan;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

const SOON: Duration = Duration::from_secs(5);

#[test]
fn a_scan_at_one_door_is_told_to_the_others_with_the_count() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let (here, there) = (stage.scanner(), stage.scanner());
    let events = there.listen();
    let first = events.within(SOON).expect("how many are inside");
    assert_eq!(inside(&first), 0);
    let one = scan(&code, DOOR);
    here.send(std::slice::from_ref(&one));
    let told = events.within(SOON).expect("the scan");
    assert_eq!(inside(&told), 1);
    let passage = &told["passages"][0];
    // What the count is of is called as it is for ever.
    let lasting = passage["checkpoint_id"].as_str().unwrap();
    assert_eq!(told["inside"][lasting], 1);
    assert_eq!(passage["checkpoint"], DOOR);
    assert_eq!(passage["id"], one["id"]);
    assert_eq!(passage["at"], one["scanned_at"]);
    assert_eq!(passage["verdict"], "admitted");
    let text = passage.to_string();
    assert!(!text.contains("Number1") && !text.contains(&code), "{text}");
    // Sent again it is the same scan, and nothing happened.
    here.send(&[one]);
    let mut out = scan(&code, DOOR);
    out["direction"] = "out".into();
    here.send(&[out]);
    let told = events.within(SOON).expect("the way out");
    assert_eq!(told["passages"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(inside(&told), 0);
}

/// How many are inside at the one checkpoint that is told of.
fn inside(told: &Value) -> i64 {
    let counts = told["inside"].as_object().unwrap();
    assert_eq!(counts.len(), 1, "{told}");
    counts.values().next().unwrap().as_i64().unwrap()
}

#[test]
fn of_a_scan_that_was_undone_others_hear_where_the_person_is_now() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let events = scanner.listen();
    events.within(SOON).expect("how many are inside");
    let came = scan(&code, DOOR);
    let again = scan(&code, DOOR);
    let undone = |one: &Value, direction: &str| {
        let act = json!({ "do": "undo", "scan": one["id"], "reason": "Wrong person" });
        assert_eq!(scanner.act(act)["done"], true);
        let told = events.within(SOON).expect("the undoing");
        let passage = &told["passages"][0];
        assert_eq!(passage["verdict"], "undone", "{told}");
        assert_eq!(passage["direction"], direction, "{told}");
    };
    for one in [&came, &again] {
        scanner.send(std::slice::from_ref(one));
        events.within(SOON).expect("the scan");
    }
    // Shown twice, and the second showing was a mistake: the person is inside all the same.
    undone(&again, "in");
    undone(&came, "out");
}

/// The same scan once more, with what the phone had said by itself.
fn told_later(scan: &Value, told: &str) -> Value {
    let mut scan = scan.clone();
    scan["told"] = told.into();
    scan
}

#[test]
fn where_a_phone_says_later_that_it_let_nobody_in_the_others_hear_it() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let (here, there) = (stage.scanner(), stage.scanner());
    let events = there.listen();
    events.within(SOON).expect("how many are inside");
    let came = scan(&code, DOOR);
    here.send(std::slice::from_ref(&came));
    assert_eq!(inside(&events.within(SOON).expect("the scan")), 1);
    here.send(&[told_later(&came, "not_confirmed")]);
    let told = events.within(SOON).expect("that nobody came in");
    assert_eq!(inside(&told), 0, "{told}");
    let passage = &told["passages"][0];
    assert_eq!(passage["verdict"], "undone", "{told}");
    assert_eq!(passage["direction"], "out", "{told}");
}

#[test]
fn where_a_phone_says_later_that_it_let_somebody_in_before_they_left_the_others_hear_it() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let (here, there) = (stage.scanner(), stage.scanner());
    let events = there.listen();
    events.within(SOON).expect("how many are inside");
    let mut left = scan(&code, DOOR);
    left["direction"] = "out".into();
    there.send(&[left]);
    events.within(SOON).expect("the way out");
    let mut stuck = scan(&code, DOOR);
    let before = hazir::clock::now() - chrono::TimeDelta::seconds(30);
    stuck["scanned_at"] = hazir::clock::rfc3339(before).into();
    here.send(std::slice::from_ref(&stuck));
    assert_eq!(inside(&events.within(SOON).expect("the scan")), 1);
    here.send(&[told_later(&stuck, "admitted")]);
    let told = events.within(SOON).expect("that the person has left");
    assert_eq!(inside(&told), 0, "{told}");
    assert_eq!(told["passages"][0]["direction"], "out", "{told}");
}

#[test]
fn what_a_phone_says_later_and_changes_nothing_is_no_news() {
    let stage = Stage::new();
    let codes = [1, 2].map(|number| stage.badge(&Person::number(number)));
    let scanner = stage.scanner();
    let events = scanner.listen();
    events.within(SOON).expect("how many are inside");
    let came = scan(&codes[0], DOOR);
    scanner.send(std::slice::from_ref(&came));
    events.within(SOON).expect("the scan");
    scanner.send(&[told_later(&came, "admitted")]);
    scanner.scan(&codes[1], DOOR);
    let told = events.within(SOON).expect("the next scan");
    assert_eq!(told["passages"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(told["passages"][0]["verdict"], "admitted", "{told}");
}

#[test]
fn a_door_is_told_of_its_own_checkpoints_alone() {
    let stage = Stage::new();
    stage.add_door(FORUM, "side-door");
    let code = stage.badge(&Person::number(1));
    let side = stage.scanner_at(FORUM, "side-door");
    let main = stage.scanner();
    let events = side.listen();
    events.within(SOON).expect("how many are inside");
    main.scan(&code, DOOR);
    side.scan(&code, "side-door");
    let told = events.within(SOON).expect("its own scan");
    assert_eq!(told["passages"][0]["checkpoint"], "side-door", "{told}");
    assert_eq!(told["passages"].as_array().unwrap().len(), 1, "{told}");
}

#[test]
fn nobody_listens_without_a_device_and_the_program_stops_though_somebody_listens() {
    let mut stage = Stage::new();
    let stranger = stage.app.browser().get("/api/door/events");
    assert_eq!(stranger.status, 401);
    let scanner = stage.scanner();
    let events = scanner.listen();
    events.within(SOON).expect("how many are inside");
    let devices = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    let own = devices.link("/devices/1");
    let revoke = stage.desk.open(&own).form_to("/revoke");
    saved(stage.desk.post(&revoke));
    assert_eq!(scanner.get("/api/door/events").status, 401);
    let began = std::time::Instant::now();
    assert_eq!(stage.app.stop(), Some(0));
    assert!(began.elapsed() < Duration::from_secs(10), "it waited");
    assert!(events.within(SOON).is_none(), "the line is at its end");
}

#[test]
fn a_revoked_device_is_told_no_more_though_there_is_always_something_to_tell() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let (lost, busy) = (stage.scanner(), stage.scanner());
    let events = lost.listen();
    events.within(SOON).expect("how many are inside");
    let devices = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    let own = devices.link("/devices/1");
    let revoke = stage.desk.open(&own).form_to("/revoke");
    saved(stage.desk.post(&revoke));
    let revoked = std::time::Instant::now();
    for direction in ["in", "out"].into_iter().cycle() {
        let mut one = scan(&code, DOOR);
        one["direction"] = direction.into();
        busy.send(&[one]);
        match events.within(SOON) {
            Some(_) => assert!(revoked.elapsed() < Duration::from_secs(30), "it is told"),
            None => break,
        }
    }
}
