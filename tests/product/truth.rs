//! What a door said is what counts: who was turned away is not inside, an undone scan takes back what stood on it, and a
//! long history judges like a short one.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::door::{Scanner, scan};
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

/// A scan taken so many seconds ago, with what the phone said by itself.
fn taken(seconds_ago: i64, code: &str, direction: &str, told: &str) -> Value {
    let at = hazir::clock::now() - chrono::TimeDelta::seconds(seconds_ago);
    let mut scan = scan(code, DOOR);
    scan["direction"] = direction.into();
    scan["scanned_at"] = hazir::clock::rfc3339(at).into();
    scan["told"] = told.into();
    scan
}

/// A scan for whose answer the device waits.
fn asked(code: &str, direction: &str) -> Value {
    let mut scan = scan(code, DOOR);
    scan["direction"] = direction.into();
    scan
}

fn send(scanner: &Scanner, scan: &Value) -> Value {
    scanner.send(std::slice::from_ref(scan)).remove(0)
}

fn undo(scanner: &Scanner, scan: &Value) -> Value {
    scanner.act(json!({ "do": "undo", "scan": scan["id"], "reason": "Wrong person" }))
}

/// Rows of the desk's board of conflicts.
fn board(stage: &Stage) -> Vec<String> {
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/conflicts"));
    page.words("main tbody tr")
}

fn first_admitted(stage: &Stage) -> String {
    stage.list(FORUM)[0]["first_admitted_at"].clone()
}

fn count(scanner: &Scanner, door: &str) -> Value {
    let page = scanner.get(&format!("/api/door/count?checkpoint={door}"));
    assert_eq!(page.status, 200, "{}", page.text());
    page.json()
}

/// How many the overview counts in the hall, and of how many countries.
fn in_the_hall(stage: &Stage) -> String {
    let live = stage.desk.open(&format!("/en/desk/{FORUM}/live"));
    live.text()
}

/// The form of a checkpoint at the desk.
fn door_form(stage: &Stage, slug: &str) -> crate::support::form::Form {
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
    let doors = list.attributes("td.does a", "href");
    let forms = doors.iter().map(|door| stage.desk.open(door).form());
    let mut forms = forms.filter(|form| form.value("slug") == slug);
    forms.next().expect("a checkpoint of that short name")
}

const REFUSALS: [&str; 7] = [
    "revoked",
    "not_confirmed",
    "wrong_day",
    "wrong_place",
    "wrong_category",
    "full",
    "unknown",
];

#[test]
fn whoever_was_turned_away_is_not_inside_and_the_board_shows_that_the_desk_would_have_let_them_in()
{
    let stage = Stage::new();
    let scanner = stage.scanner();
    for (number, told) in REFUSALS.into_iter().enumerate() {
        let person = Person::number(number);
        let code = stage.badge(&person);
        let turned_away = taken(300, &code, "in", told);
        let answer = send(&scanner, &turned_away);
        assert_eq!(answer["verdict"], "admitted", "the desk's own word, {told}");
        assert_eq!(scanner.inside(DOOR), 0, "{told}");
        let board = board(&stage);
        assert_eq!(board.len(), number + 1, "{told}: {board:?}");
        assert!(
            board[number].contains("Turned away") && board[number].contains(&person.name),
            "{board:?}"
        );
        assert_eq!(send(&scanner, &turned_away), answer, "sent again");
    }
    assert_eq!(board(&stage).len(), REFUSALS.len(), "each of them once");
    assert_eq!(first_admitted(&stage), "");
    let first = stage.list(FORUM).remove(0);
    let inside = scanner.get("/api/door/inside").json();
    assert_eq!(inside["inside"], json!([]), "{first:?}");
}

#[test]
fn who_was_turned_away_and_comes_again_is_admitted() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let code = stage.badge(&Person::number(1));
    send(&scanner, &taken(300, &code, "in", "full"));
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
    assert_eq!(scanner.inside(DOOR), 1);
}

#[test]
fn what_a_door_told_afterwards_takes_back_what_was_counted() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let code = stage.badge(&Person::number(1));
    let mut lost = asked(&code, "in");
    let answer = send(&scanner, &lost);
    assert_eq!(answer["verdict"], "admitted");
    assert_eq!(scanner.inside(DOOR), 1);
    // The answer was lost; alone, the phone turned the person away, and says so with the same scan.
    lost["told"] = "not_confirmed".into();
    assert_eq!(send(&scanner, &lost), answer, "the first answer again");
    assert_eq!(scanner.inside(DOOR), 0);
    assert_eq!(first_admitted(&stage), "");
    assert_eq!(board(&stage).len(), 1);
    send(&scanner, &lost);
    assert_eq!((scanner.inside(DOOR), board(&stage).len()), (0, 1));
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
    assert_eq!(scanner.inside(DOOR), 1);
}

/// A scan taken so many seconds ago whose request was stuck on its way.
fn stuck(seconds_ago: i64, code: &str, direction: &str) -> Value {
    let mut scan = taken(seconds_ago, code, direction, "");
    scan.as_object_mut().unwrap().remove("told");
    scan
}

#[test]
fn a_scan_that_was_stuck_stands_where_it_was_taken_once_the_phone_says_that_it_did_not_wait() {
    let stage = Stage::new();
    let (scanner, other) = (stage.scanner(), stage.scanner());
    let code = stage.badge(&Person::number(1));
    send(&other, &asked(&code, "out"));
    let mut entrance = stuck(30, &code, "in");
    let answer = send(&scanner, &entrance);
    assert_eq!(answer["verdict"], "admitted");
    assert_eq!(scanner.inside(DOOR), 1, "by what is known yet");
    entrance["told"] = "admitted".into();
    assert_eq!(send(&scanner, &entrance), answer, "the first answer again");
    assert_eq!(scanner.inside(DOOR), 0, "who came in then has left since");
    let inside = scanner.get("/api/door/inside").json();
    assert_eq!(inside["inside"], json!([]));
    assert_eq!(first_admitted(&stage), entrance["scanned_at"]);
    assert_eq!(board(&stage), Vec::<String>::new());
}

#[test]
fn visits_are_told_apart_anew_where_a_stuck_scan_finds_its_place() {
    let stage = Stage::new();
    let (scanner, other) = (stage.scanner(), stage.scanner());
    let code = stage.badge(&Person::number(1));
    assert_eq!(other.scan(&code, DOOR)["verdict"], "admitted");
    send(&other, &asked(&code, "out"));
    let mut entrance = stuck(30, &code, "in");
    send(&scanner, &entrance);
    let last = asked(&code, "in");
    assert_eq!(send(&other, &last)["verdict"], "already_in");
    assert_eq!(board(&stage), Vec::<String>::new());
    entrance["told"] = "admitted".into();
    send(&scanner, &entrance);
    // The first visit began with it, and whom the other door let in was in already; the second begins with the last scan.
    assert_eq!(board(&stage).len(), 1, "{:?}", board(&stage));
    let inside = scanner.get("/api/door/inside").json();
    assert_eq!(inside["inside"][0]["at"], last["scanned_at"], "{inside}");
    assert_eq!(first_admitted(&stage), entrance["scanned_at"]);
}

#[test]
fn who_was_held_back_on_the_way_out_has_not_left() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let code = stage.badge(&Person::number(1));
    send(&scanner, &taken(300, &code, "in", "admitted"));
    let answer = send(&scanner, &taken(200, &code, "out", "revoked"));
    assert_eq!(answer["verdict"], "left", "the desk's own word");
    assert_eq!(scanner.inside(DOOR), 1);
    assert_eq!(board(&stage).len(), 1, "{:?}", board(&stage));
    // The other way round: told "left" of a badge that the desk knows to be replaced.
    let list = format!("/en/desk/{FORUM}/registrations");
    let own = stage.desk.open(&list).link("registrations/0");
    let reissue = stage.desk.open(&own).form_to("/badge");
    saved(stage.desk.post(&reissue));
    let answer = send(&scanner, &taken(100, &code, "out", "left"));
    assert_eq!(answer["verdict"], "revoked");
    assert_eq!(board(&stage).len(), 2, "{:?}", board(&stage));
}

#[test]
fn a_word_that_does_not_fit_the_direction_corrupts_nothing() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    for (number, (came, went)) in [
        ("left", "admitted"),
        ("already_in", "already_in"),
        ("admitted", "left"),
    ]
    .into_iter()
    .enumerate()
    {
        let code = stage.badge(&Person::number(number));
        send(&scanner, &taken(300, &code, "in", came));
        assert_eq!(scanner.inside(DOOR), 1, "{came}");
        send(&scanner, &taken(200, &code, "out", went));
        assert_eq!(scanner.inside(DOOR), 0, "{went}");
    }
    assert!(board(&stage).is_empty(), "{:?}", board(&stage));
}

#[test]
fn after_a_thousand_passages_out_then_in_is_admitted() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let code = stage.badge(&Person::number(1));
    let mut passages = Vec::new();
    for number in 0..1_004 {
        let (direction, told) = match number % 2 {
            0 => ("in", "admitted"),
            _ => ("out", "left"),
        };
        passages.push(taken(20_000 - number * 10, &code, direction, told));
    }
    for some in passages.chunks(500) {
        scanner.send(some);
    }
    assert_eq!(scanner.inside(DOOR), 0);
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
    let again = scanner.scan(&code, DOOR);
    assert_eq!(again["verdict"], "already_in");
    send(&scanner, &asked(&code, "out"));
    assert_eq!(scanner.inside(DOOR), 0);
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
    // One heard of late, amid all of it.
    let entrance = passages[500]["scanned_at"].as_str().unwrap();
    let at = hazir::clock::parse_rfc3339(entrance).unwrap() + chrono::TimeDelta::seconds(5);
    let mut late = taken(0, &code, "in", "admitted");
    late["scanned_at"] = hazir::clock::rfc3339(at).into();
    assert_eq!(send(&scanner, &late)["verdict"], "already_in");
    assert_eq!(scanner.inside(DOOR), 1);
}

#[test]
fn coming_and_going_within_one_request_keeps_its_order() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    for number in 0..8 {
        let code = stage.badge(&Person::number(number));
        let way = ["in", "out", "in", "in", "out"].map(|direction| {
            let mut one = asked(&code, direction);
            // In an order that says nothing of theirs.
            one["id"] = json!(uuid::Uuid::from_u128(fastrand::u128(..)));
            one
        });
        scanner.send(&way);
        assert_eq!(undo(&scanner, &way[4])["done"], true);
        assert_eq!(scanner.inside(DOOR), 1, "the last of them came in");
        assert_eq!(undo(&scanner, &way[3])["done"], true);
        assert_eq!(scanner.inside(DOOR), 1);
        assert_eq!(undo(&scanner, &way[2])["done"], true);
        assert_eq!(scanner.inside(DOOR), 0, "what is left of it is in, out");
    }
}

#[test]
fn undoing_one_of_three_double_entries_keeps_the_conflict_between_the_other_two() {
    for undone in 0..3 {
        let stage = Stage::new();
        let code = stage.badge(&Person::number(1));
        let doors = [stage.scanner(), stage.scanner(), stage.scanner()];
        let mut entries = Vec::new();
        for (number, door) in doors.iter().enumerate() {
            let entry = taken(300 - 10 * number as i64, &code, "in", "admitted");
            send(door, &entry);
            entries.push(entry);
        }
        assert_eq!(board(&stage).len(), 2, "{:?}", board(&stage));
        undo(&doors[undone], &entries[undone]);
        let board = board(&stage);
        assert_eq!(board.len(), 1, "without entry {undone}: {board:?}");
        assert_eq!(doors[0].inside(DOOR), 1);
    }
}

#[test]
fn a_conflict_comes_and_goes_with_the_way_out_between_its_two_entries() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    for seconds in [300, 200, 190] {
        send(&scanner, &taken(seconds, &code, "in", "admitted"));
    }
    assert_eq!(board(&stage).len(), 2);
    let left = taken(250, &code, "out", "left");
    send(&scanner, &left);
    assert_eq!(board(&stage).len(), 1, "the last two are still one visit's");
    undo(&scanner, &left);
    assert_eq!(board(&stage).len(), 2, "{:?}", board(&stage));
}

#[test]
fn any_device_of_the_door_undoes_and_no_other() {
    let stage = Stage::new();
    stage.add_door(FORUM, "side-door");
    let code = stage.badge(&Person::number(1));
    let (north, south) = (stage.scanner(), stage.scanner());
    let elsewhere = stage.scanner_at(FORUM, "side-door");
    let entry = asked(&code, "in");
    send(&north, &entry);
    assert_eq!(undo(&elsewhere, &entry)["done"], false);
    assert_eq!(north.inside(DOOR), 1);
    assert_eq!(undo(&south, &entry)["done"], true);
    assert_eq!(north.inside(DOOR), 0);
    assert_eq!(undo(&north, &entry)["done"], true, "undone is undone");
    assert_eq!(north.scan(&code, DOOR)["verdict"], "admitted");
}

#[test]
fn other_doors_hear_out_only_where_the_person_is_out() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let (here, there) = (stage.scanner(), stage.scanner());
    let soon = Duration::from_secs(5);
    let (first, second) = (asked(&code, "in"), asked(&code, "in"));
    send(&here, &first);
    send(&here, &second);
    let events = there.listen();
    events.within(soon).expect("how many are inside");
    let heard = |scan: &Value| {
        undo(&here, scan);
        loop {
            let told = events.within(soon).expect("the undoing");
            let passages = told["passages"].as_array().unwrap().clone();
            let found = passages
                .into_iter()
                .find(|passage| passage["verdict"] == "undone");
            if let Some(passage) = found {
                return passage["direction"].as_str().unwrap().to_owned();
            }
        }
    };
    assert_eq!(heard(&second), "in", "the first entry still counts");
    assert_eq!(heard(&first), "out");
}

#[test]
fn a_persons_way_through_the_doors_today_is_there_to_be_undone() {
    let stage = Stage::new();
    stage.add_door(FORUM, "side-door");
    let person = Person::number(1);
    let code = stage.badge(&person);
    let (scanner, other) = (stage.scanner(), stage.scanner());
    let elsewhere = stage.scanner_at(FORUM, "side-door");
    let entries = [taken(300, &code, "in", "admitted"), asked(&code, "in")];
    entries.iter().for_each(|entry| {
        send(&scanner, entry);
    });
    send(&scanner, &taken(600, &code, "in", "full"));
    elsewhere.scan(&code, "side-door");
    let found = other.search(&person.name, DOOR).remove(0);
    let id = found["registration"].as_str().unwrap().to_owned();
    let way = || {
        let page = other.get(&format!("/api/door/passages?registration={id}"));
        assert_eq!(page.status, 200, "{}", page.text());
        page.json()
    };
    let before = way();
    let passages = before["passages"].as_array().unwrap();
    assert_eq!(passages.len(), 3, "{before}");
    assert_eq!(passages[0]["id"], entries[1]["id"], "the newest first");
    assert_eq!(passages[0]["verdict"], "already_in");
    assert_eq!(passages[1]["verdict"], "admitted");
    assert_eq!(passages[2]["verdict"], "full", "as the person was told");
    assert_eq!(passages[0]["checkpoint"], DOOR);
    assert_eq!(passages[0]["direction"], "in");
    assert_eq!(passages[0]["undone"], false);
    assert_eq!(passages[0]["at"], entries[1]["scanned_at"]);
    assert!(passages[0]["device"].is_string(), "{before}");
    let door = passages[0]["checkpoint_id"].as_str().unwrap().to_owned();
    assert!(door.starts_with('C'), "{before}");
    assert_eq!(before["inside"], json!([door]));
    for entry in &entries {
        assert_eq!(undo(&other, entry)["done"], true);
    }
    let after = way();
    assert_eq!(after["inside"], json!([]), "{after}");
    assert_eq!(after["passages"][0]["undone"], true, "{after}");
    let nobody = uuid::Uuid::now_v7();
    let unknown = other.get(&format!("/api/door/passages?registration={nobody}"));
    assert_eq!(unknown.status, 404);
}

#[test]
fn a_door_that_knows_whom_to_expect_says_how_many_of_them_came() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    // For everybody, wherever.
    let form = door_form(&stage, DOOR).fill("site", "");
    saved(stage.desk.post(&form));
    let answer = count(&scanner, DOOR);
    assert_eq!(answer["expected"], Value::Null, "{answer}");
    assert_eq!(answer["came"], Value::Null, "{answer}");
    let codes: Vec<String> = (0..3)
        .map(|number| stage.badge(&Person::number(number)))
        .collect();
    let form = door_form(&stage, DOOR);
    saved(stage.desk.post(&form.tick_all("category")));
    let answer = count(&scanner, DOOR);
    assert_eq!(
        (&answer["expected"], &answer["came"]),
        (&json!(3), &json!(0))
    );
    for code in &codes {
        scanner.scan(code, DOOR);
    }
    send(&scanner, &asked(&codes[0], "out"));
    let answer = count(&scanner, DOOR);
    assert_eq!(
        (&answer["expected"], &answer["came"]),
        (&json!(3), &json!(3))
    );
    assert_eq!(answer["inside"], 2, "one of them has left");
}

#[test]
fn who_takes_the_bus_is_not_in_the_hall() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let form = door_form(&stage, DOOR);
    assert_eq!(
        form.value("kind"),
        "attendance",
        "what a new door begins as"
    );
    let scanner = stage.scanner();
    scanner.scan(&code, DOOR);
    let before = in_the_hall(&stage);
    assert_ne!(first_admitted(&stage), "");
    saved(stage.desk.post(&form.clone().fill("kind", "neither")));
    assert_ne!(in_the_hall(&stage), before);
    assert_eq!(first_admitted(&stage), "");
    assert_eq!(scanner.inside(DOOR), 1, "the bus knows who is on it");
    let form = door_form(&stage, DOOR);
    saved(stage.desk.post(&form.fill("kind", "entry")));
    assert_eq!(in_the_hall(&stage), before);
}

#[test]
fn a_delegation_that_was_admitted_by_mistake_is_taken_back_whole_each_as_a_row_of_its_own() {
    let stage = Stage::new();
    let (scanner, other) = (stage.scanner(), stage.scanner());
    let mut entries = Vec::new();
    for number in 0..40 {
        let entry = asked(&stage.badge(&Person::number(number)), "in");
        send(&scanner, &entry);
        entries.push(entry);
    }
    assert_eq!(scanner.inside(DOOR), 40);
    let undo =
        |entry: &Value| json!({ "do": "undo", "scan": entry["id"], "reason": "Another bus" });
    let results = other.act_together(entries.iter().map(undo).collect());
    assert!(results.iter().all(|result| result["done"] == true));
    assert_eq!(results.len(), 40);
    assert_eq!(scanner.inside(DOOR), 0);
    for number in [0, 39] {
        let person = stage.at_desk(&Person::number(number).name);
        let history = stage.desk.open(&person).sentence();
        assert!(history.contains("Another bus"), "{history}");
    }
}
