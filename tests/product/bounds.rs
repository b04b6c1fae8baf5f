//! While scans wait somewhere, the hall's figure is what is known, and the overview says between which numbers it lies,
//! and why.

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::clock::Clock;
use crate::support::door::{Scanner, scan};
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

const NORTH: &str = "North door";
const SOUTH: &str = "South door";

/// What the overview says of the hall; both are empty while its figure is exact.
#[derive(Debug)]
struct Hall {
    known: String,
    bounds: String,
    doubts: String,
}

impl Hall {
    fn seen(stage: &Stage, language: &str) -> Hall {
        let page = stage.desk.open(&format!("/{language}/desk/{FORUM}"));
        let of = |name: &str| page.words(&format!("[data-live={name}]")).join("");
        let hall = Hall {
            known: of("hall"),
            bounds: of("hall_bounds"),
            doubts: of("hall_doubts"),
        };
        let live = stage
            .desk
            .open(&format!("/{language}/desk/{FORUM}/live"))
            .json();
        let live = live["hall_bounds"].as_str().unwrap();
        assert_eq!(
            live.split_whitespace().collect::<Vec<_>>().join(" "),
            hall.bounds
        );
        hall
    }

    fn is_between(stage: &Stage, lowest: i64, highest: i64) -> Hall {
        let hall = Hall::seen(stage, "en");
        let said = format!("between {lowest} and {highest}");
        assert!(hall.bounds.ends_with(&said), "{said}: {hall:?}");
        assert!(hall.bounds.starts_with("known so far"), "{hall:?}");
        hall
    }

    fn is_exact(stage: &Stage) -> Hall {
        let hall = Hall::seen(stage, "en");
        assert_eq!((&*hall.bounds, &*hall.doubts), ("", ""), "{hall:?}");
        hall
    }
}

/// A forum with so many inside, and one more who has not come.
fn with_inside(stage: &Stage, scanner: &Scanner, count: usize) {
    for number in 1..=count {
        let code = stage.badge(&Person::number(number));
        assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
    }
    stage.badge(&Person::number(count + 1));
}

/// A device's word: how many it holds back at the stage's door, by which people came in, and went out.
fn tells(scanner: &Scanner, entries: usize, exits: usize) {
    let held_back = json!([{ "checkpoint": DOOR, "in": entries, "out": exits }]);
    tells_more(
        scanner,
        json!({ "queue": entries + exits, "held_back": held_back, "direction": "in" }),
    );
}

fn tells_more(scanner: &Scanner, more: Value) {
    let mut status = json!({ "queue": 0, "version": "0a1b2c3d" });
    let fields = more.as_object().unwrap().clone();
    status.as_object_mut().unwrap().extend(fields);
    let answer = scanner.tell(&status);
    assert_eq!(answer.status, 200, "{}", answer.text());
}

fn clocked() -> (Stage, Clock) {
    let mut app = App::prepare();
    let clock = Clock::of(&mut app);
    app.run();
    (Stage::on(app, &[]), clock)
}

fn revoke(stage: &Stage, number: usize) {
    let page = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/devices/{number}"));
    saved(stage.desk.post(&page.form_to("/revoke")));
}

/// A phone of this name at the stage's door.
fn phone(stage: &Stage, name: &str) -> Scanner {
    let add = ["device", "add", FORUM, "--checkpoint", DOOR, "--name", name];
    let said = stage.app.hazir_says(&add);
    let mut lines = said.lines();
    let token = lines.find_map(|line| line.strip_prefix("bearer token: "));
    Scanner::new(stage.app.browser(), token.expect("a bearer token"))
}

#[test]
fn scans_that_wait_with_a_phone_are_between_the_known_and_the_highest_figure_until_they_are_sent() {
    let stage = Stage::new();
    let phone = phone(&stage, NORTH);
    with_inside(&stage, &phone, 3);
    assert_eq!(Hall::is_exact(&stage).known, "3");
    tells(&phone, 5, 0);
    let hall = Hall::is_between(&stage, 3, 8);
    assert_eq!(hall.known, "3", "what is known stays what it is");
    let named = format!("{NORTH} (5 scans to send");
    assert!(hall.doubts.contains(&named), "{hall:?}");
    tells(&phone, 0, 0);
    Hall::is_exact(&stage);
}

#[test]
fn who_may_have_gone_out_lowers_the_lowest_figure_and_two_phones_are_counted_together() {
    let stage = Stage::new();
    let (north, south) = (phone(&stage, NORTH), phone(&stage, SOUTH));
    with_inside(&stage, &north, 4);
    tells(&north, 2, 1);
    Hall::is_between(&stage, 3, 6);
    tells(&south, 1, 2);
    let hall = Hall::is_between(&stage, 1, 7);
    for name in [NORTH, SOUTH] {
        assert!(hall.doubts.contains(name), "{hall:?}");
    }
    tells(&south, 0, 9);
    Hall::is_between(&stage, 0, 6);
    tells(&north, 0, 0);
    tells(&south, 0, 0);
    Hall::is_exact(&stage);
}

#[test]
fn a_scanner_that_does_not_tell_one_way_from_the_other_may_hold_back_either() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    with_inside(&stage, &scanner, 3);
    tells_more(&scanner, json!({ "queue": 2 }));
    Hall::is_between(&stage, 1, 5);
    // Where people only come in they only come in.
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
    let door = list.attributes("td.does a", "href").pop().unwrap();
    let form = stage.desk.open(&door).form().fill("direction", "in");
    saved(stage.desk.post(&form));
    Hall::is_between(&stage, 3, 5);
}

#[test]
fn a_status_that_says_no_number_or_no_way_is_refused() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let wrong = [
        json!({ "held_back": 5 }),
        json!({ "held_back": [5] }),
        json!({ "held_back": [{ "checkpoint": DOOR, "in": 1 }] }),
        json!({ "held_back": [{ "checkpoint": DOOR, "in": -1, "out": 0 }] }),
        json!({ "direction": "up" }),
    ];
    for more in wrong {
        let mut status = json!({ "queue": 1, "version": "0a1b2c3d" });
        let fields = more.as_object().unwrap().clone();
        status.as_object_mut().unwrap().extend(fields);
        assert_eq!(scanner.tell(&status).status, 422, "{status}");
    }
    tells_more(
        &scanner,
        json!({ "queue": 3, "held_back": [{ "checkpoint": "elsewhere", "in": 3, "out": 0 }] }),
    );
    Hall::is_exact(&stage);
}

#[test]
fn what_waits_at_the_desk_to_be_entered_is_between_the_bounds_until_it_is_put_away() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    with_inside(&stage, &scanner, 2);
    let code = stage.badge(&Person::number(9));
    let kept = |changes: Value| {
        let mut item = scan(&code, "no-such-door");
        let fields = changes.as_object().unwrap().clone();
        item.as_object_mut().unwrap().extend(fields);
        assert_eq!(scanner.send(&[item])[0]["kept"], true);
    };
    kept(json!({ "told": "admitted" }));
    let hall = Hall::is_between(&stage, 2, 3);
    assert!(
        hall.doubts.contains("one scan that could not be entered"),
        "{hall:?}"
    );
    kept(json!({ "direction": "out", "told": "left" }));
    let hall = Hall::is_between(&stage, 1, 3);
    assert!(
        hall.doubts.contains("2 scans that could not be entered"),
        "{hall:?}"
    );
    kept(json!({ "direction": null }));
    Hall::is_between(&stage, 0, 4);
    // Whom a door turned away is not inside, whatever the desk makes of it.
    kept(json!({ "told": "not_confirmed" }));
    Hall::is_between(&stage, 0, 4);
    let act = scanner.act(json!({ "do": "undo", "scan": uuid::Uuid::now_v7(), "reason": "" }));
    assert_eq!(act["kept"], true, "{act}");
    Hall::is_between(&stage, 0, 5);
    for _ in 0..5 {
        let board = stage.desk.open(&format!("/en/desk/{FORUM}/not-entered"));
        let form = board
            .forms()
            .into_iter()
            .find(|form| form.action.ends_with("/put-away"));
        saved(stage.desk.post(&form.unwrap()));
    }
    Hall::is_exact(&stage);
}

#[test]
fn a_silent_phone_may_have_let_in_whoever_is_expected_and_not_inside() {
    let (stage, clock) = clocked();
    let (phone, other) = (phone(&stage, NORTH), phone(&stage, SOUTH));
    with_inside(&stage, &phone, 2);
    tells(&phone, 0, 0);
    clock.set("+100");
    Hall::is_exact(&stage);
    // It is silent; the other never tells how it is, and is not missed.
    clock.set("+200");
    let hall = Hall::is_between(&stage, 2, 3);
    assert_eq!(hall.known, "2");
    let named = format!("{NORTH} (silent since ");
    assert!(hall.doubts.contains(&named), "{hall:?}");
    assert!(!hall.doubts.contains(SOUTH), "{hall:?}");
    // Turned outwards it lets people out.
    tells_more(&phone, json!({ "direction": "out", "held_back": [] }));
    Hall::is_exact(&stage);
    clock.set("+400");
    Hall::is_between(&stage, 0, 2);
    // What others do is counted meanwhile.
    let code = stage.badge(&Person::number(9));
    other.scan(&code, DOOR);
    assert_eq!(Hall::is_between(&stage, 0, 3).known, "3");
    tells(&phone, 0, 0);
    Hall::is_exact(&stage);
}

#[test]
fn who_withdraws_while_a_phone_is_silent_may_still_be_let_in_by_its_list() {
    let (stage, clock) = clocked();
    let phone = phone(&stage, NORTH);
    with_inside(&stage, &phone, 2);
    let leaving = stage.register(&Person::number(9));
    tells(&phone, 0, 0);
    clock.set("+200");
    Hall::is_between(&stage, 2, 4);
    let browser = stage.app.browser();
    let page = browser.open(&format!("{}/withdraw", leaving.page));
    saved(browser.post(&page.form_to("/withdraw")));
    Hall::is_between(&stage, 2, 4);
    tells(&phone, 0, 0);
    clock.set("+400");
    Hall::is_between(&stage, 2, 3);
}

#[test]
fn where_doors_register_whoever_comes_a_silent_phone_has_no_highest_figure() {
    let (stage, clock) = clocked();
    let settings = stage.desk.open(&format!("/en/desk/{FORUM}/settings"));
    let form = settings.form().fill("walk_ins", "confirmed");
    saved(stage.desk.post(&form));
    let phone = phone(&stage, NORTH);
    with_inside(&stage, &phone, 2);
    tells(&phone, 4, 0);
    clock.set("+200");
    let hall = Hall::seen(&stage, "en");
    assert_eq!(hall.bounds, "known so far; in truth 2 or more");
    assert!(hall.doubts.contains("4 scans to send"), "{hall:?}");
    tells_more(&phone, json!({}));
    clock.set("+400");
    assert_eq!(Hall::seen(&stage, "en").bounds, "known so far");
    // What the desk has ended is believed no more.
    revoke(&stage, 1);
    Hall::is_exact(&stage);
}

#[test]
fn a_phone_whose_time_is_over_counts_until_it_has_sent_what_it_took_before() {
    let (stage, clock) = clocked();
    let first = stage.scanner();
    with_inside(&stage, &first, 1);
    let until = hazir::clock::now() + chrono::TimeDelta::seconds(60);
    let phone = stage.scanner_until(until);
    let code = stage.badge(&Person::number(9));
    let taken = scan(&code, DOOR);
    tells(&phone, 1, 0);
    clock.set("+3600");
    Hall::is_between(&stage, 1, 2);
    assert_eq!(phone.send(&[taken])[0]["verdict"], "admitted");
    assert_eq!(Hall::is_exact(&stage).known, "2");
}

#[test]
fn a_phone_in_a_rehearsal_holds_nothing_back_from_the_hall() {
    let stage = Stage::new();
    let phone = phone(&stage, NORTH);
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
    let door = list.attributes("td.does a", "href").pop().unwrap();
    let soon = hazir::clock::now() + chrono::TimeDelta::minutes(90);
    let local = hazir::clock::in_zone(chrono_tz::Asia::Baku, soon);
    let opens = local.format("%Y-%m-%dT%H:%M:%S").to_string();
    let form = stage.desk.open(&door).form().fill("opens_at", &opens);
    saved(stage.desk.post(&form));
    let page = stage.desk.open(&format!("{door}/rehearsal"));
    saved(stage.desk.post(&page.form_to("/rehearsal")));
    tells(&phone, 5, 5);
    Hall::is_exact(&stage);
}

#[test]
fn every_language_says_the_bounds_and_names_the_phone() {
    let stage = Stage::new();
    let phone = phone(&stage, NORTH);
    with_inside(&stage, &phone, 3);
    tells(&phone, 2, 1);
    for language in ["en", "az", "ru", "tr", "ar", "fr"] {
        let hall = Hall::seen(&stage, language);
        let numbers: Vec<&str> = hall
            .bounds
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .collect();
        assert_eq!(numbers, ["2", "5"], "{language}: {hall:?}");
        assert!(hall.doubts.contains(NORTH), "{language}: {hall:?}");
    }
}
