//! What a door does beside scanning: walk-ins, undoing, lost badges, notes.

use serde_json::{Value, json};

use crate::support::Page;
use crate::support::door::{Scanner, scan};
use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

pub fn set_walk_ins(stage: &Stage, how: &str) {
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/settings"))
        .form();
    saved(stage.desk.post(&form.fill("walk_ins", how)));
}

fn walk_in(name: &str, email: &str) -> Value {
    json!({ "do": "walk_in", "name": name, "email": email, "country": "TR", "checkpoint": DOOR })
}

fn by_name(registration: &Value) -> Value {
    let mut scan = scan("", DOOR);
    scan.as_object_mut().unwrap().remove("code");
    scan["registration"] = registration.clone();
    scan
}

#[test]
fn a_walk_in_is_registered_in_three_fields_gets_a_badge_by_mail_and_is_let_in() {
    let stage = Stage::new();
    set_walk_ins(&stage, "confirmed");
    let scanner = stage.scanner();
    let done = scanner.act(walk_in("Ayşe Kaya", "ayse@people.example"));
    assert_eq!(
        (&done["done"], &done["state"]),
        (&json!(true), &json!("confirmed")),
        "{done}"
    );
    let badge = stage.app.outbox().letter(1, "ayse@people.example").badge();
    let result = scanner.send(&[by_name(&done["registration"])]).remove(0);
    assert_eq!(result["verdict"], "admitted");
    assert_eq!(scanner.scan(&badge, DOOR)["verdict"], "already_in");
    let history = stage.desk.open(&stage.at_desk("Ayşe Kaya")).sentence();
    assert!(history.contains("a door"), "{history}");
}

#[test]
fn a_forum_decides_what_becomes_of_walk_ins() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let refused = scanner.act(walk_in("Ayşe Kaya", "ayse@people.example"));
    assert_eq!(refused["done"], false);
    assert!(
        refused["error"].as_str().unwrap().ends_with('.'),
        "{refused}"
    );
    assert!(stage.list(FORUM).is_empty());
    set_walk_ins(&stage, "pending");
    let done = scanner.act(walk_in("Ayşe Kaya", "ayse@people.example"));
    assert_eq!(done["state"], "pending");
    let result = scanner.send(&[by_name(&done["registration"])]).remove(0);
    assert_eq!(result["verdict"], "not_confirmed");
}

#[test]
fn a_walk_in_sent_again_is_one_registration_and_what_is_mistyped_is_said_by_field() {
    let stage = Stage::new();
    set_walk_ins(&stage, "confirmed");
    let scanner = stage.scanner();
    let mut form = walk_in("Ayşe Kaya", "ayse@people.example");
    form["id"] = json!(uuid::Uuid::now_v7());
    let first = scanner.act(form.clone());
    assert_eq!(scanner.act(form.clone()), first);
    assert_eq!(stage.list(FORUM).len(), 1);
    // A phone that was alone scans the person by the form's own id.
    let result = scanner.send(&[by_name(&form["id"])]).remove(0);
    assert_eq!(result["verdict"], "admitted", "{result}");
    let mistyped = scanner
        .act(json!({ "do": "walk_in", "name": "", "email": "ayse.example", "country": "XX" }));
    assert_eq!(mistyped["done"], false);
    assert_eq!(mistyped["kept"], true);
    for field in ["name", "email", "country"] {
        assert!(mistyped["fields"][field].is_string(), "{mistyped}");
    }
}

#[test]
fn a_walk_in_with_a_known_address_and_name_is_the_person_who_has_them() {
    let stage = Stage::new();
    set_walk_ins(&stage, "confirmed");
    let person = Person::number(1);
    stage.register(&person);
    let done = stage
        .scanner()
        .act(walk_in(&person.name.to_uppercase(), &person.email));
    assert_eq!(
        (&done["known"], &done["name"]),
        (&json!(true), &json!(person.name)),
        "{done}"
    );
    assert_eq!(stage.list(FORUM).len(), 1);
}

fn undo(scanner: &Scanner, scan: &Value) -> Value {
    scanner.act(json!({ "do": "undo", "scan": scan["id"], "reason": "Wrong person" }))
}

#[test]
fn an_undone_scan_counts_no_more_and_is_not_forgotten() {
    let stage = Stage::new();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = stage.scanner();
    let came = scan(&code, DOOR);
    assert_eq!(
        scanner.send(std::slice::from_ref(&came))[0]["verdict"],
        "admitted"
    );
    assert_eq!(undo(&scanner, &came)["done"], true);
    assert_eq!(scanner.inside(DOOR), 0);
    let history = stage.desk.open(&stage.at_desk(&person.name)).sentence();
    assert!(history.contains("Wrong person"), "{history}");
    // Sent once more by a phone that had no answer, it stays undone; the person may come in anew.
    assert_eq!(
        scanner.send(std::slice::from_ref(&came))[0]["verdict"],
        "admitted"
    );
    assert_eq!(scanner.inside(DOOR), 0);
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
    assert_eq!(scanner.inside(DOOR), 1);
}

#[test]
fn undoing_a_way_out_brings_the_person_back_in() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    scanner.scan(&code, DOOR);
    let mut left = scan(&code, DOOR);
    left["direction"] = "out".into();
    scanner.send(std::slice::from_ref(&left));
    assert_eq!(scanner.inside(DOOR), 0);
    undo(&scanner, &left);
    assert_eq!(scanner.inside(DOOR), 1);
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "already_in");
}

#[test]
fn undoing_the_second_of_two_entries_takes_the_conflict_away_and_leaves_the_first() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let (north, south) = (stage.scanner(), stage.scanner());
    let first = scan(&code, DOOR);
    north.send(std::slice::from_ref(&first));
    let mut second = scan(&code, DOOR);
    second["told"] = "admitted".into();
    south.send(std::slice::from_ref(&second));
    let board = || {
        stage
            .desk
            .open(&format!("/en/desk/{FORUM}/conflicts"))
            .words("main tbody tr")
    };
    assert_eq!(board().len(), 1);
    assert_eq!(undo(&south, &second)["done"], true);
    assert_eq!(board().len(), 0);
    assert_eq!(north.inside(DOOR), 1);
}

#[test]
fn a_lost_badge_is_refused_and_the_next_one_lets_in() {
    let stage = Stage::new();
    let person = Person::number(1);
    let lost = stage.badge(&person);
    let scanner = stage.scanner();
    let found = scanner.search(&person.name, DOOR).remove(0);
    let act = json!({ "id": uuid::Uuid::now_v7(), "do": "badge_lost", "registration": found["registration"] });
    let done = scanner.act(act.clone());
    assert!(
        done["symbol"].as_str().unwrap().starts_with("<svg"),
        "{done}"
    );
    assert_eq!(scanner.act(act)["code"], done["code"]);
    assert_eq!(scanner.scan(&lost, DOOR)["verdict"], "revoked");
    assert_eq!(
        scanner.scan(done["code"].as_str().unwrap(), DOOR)["verdict"],
        "admitted"
    );
    let mailed = stage.app.outbox().letter(2, &person.email).badge();
    assert_eq!(scanner.scan(&mailed, DOOR)["verdict"], "already_in");
}

fn at_note(board: &Page) -> usize {
    let is_a_notes = |form: &Form| form.action.contains("/notes/");
    board
        .forms()
        .iter()
        .position(is_a_notes)
        .expect("a note's form")
}

#[test]
fn a_note_waits_at_the_desk_until_somebody_has_seen_to_it() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let scanner = stage.scanner();
    let found = scanner.search(&person.name, DOOR).remove(0);
    let note = json!({ "do": "note", "registration": found["registration"], "words": "Needs a wheelchair <b>" });
    assert_eq!(scanner.act(note)["done"], true);
    let overview = stage.desk.open(&format!("/en/desk/{FORUM}"));
    assert!(
        overview.sentence().contains("Notes from the doors: 1"),
        "{}",
        overview.sentence()
    );
    let board = stage.desk.open(&format!("/en/desk/{FORUM}/notes"));
    let note = board.words("main li.note").remove(0);
    assert!(
        note.contains("Needs a wheelchair <b>") && note.contains(&person.name),
        "{note}"
    );
    saved(stage.desk.post(&board.forms().remove(at_note(&board))));
    let board = stage.desk.open(&format!("/en/desk/{FORUM}/notes"));
    assert!(board.words("main li.note").is_empty());
    let page = stage.desk.open(&stage.at_desk(&person.name)).sentence();
    assert!(page.contains("Needs a wheelchair"), "{page}");
}

#[test]
fn a_device_of_another_forum_does_nothing_to_this_one() {
    let stage = Stage::new();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let own = stage.scanner();
    let came = scan(&code, DOOR);
    own.send(std::slice::from_ref(&came));
    let found = own.search(&person.name, DOOR).remove(0);
    stage.add_forum("another", &[]);
    stage.add_door("another", "door");
    let other = stage.scanner_at("another", "door");
    assert_eq!(undo(&other, &came)["done"], false);
    let lost = json!({ "do": "badge_lost", "registration": found["registration"] });
    assert_eq!(other.act(lost)["done"], false);
    assert_eq!(own.scan(&code, DOOR)["verdict"], "already_in");
}

#[test]
fn the_id_of_another_act_opens_nothing() {
    let stage = Stage::new();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let (scanner, other) = (stage.scanner(), stage.scanner());
    let found = scanner.search(&person.name, DOOR).remove(0);
    let id = json!(uuid::Uuid::now_v7());
    let note =
        json!({ "id": id, "do": "note", "registration": found["registration"], "words": "Hello" });
    assert_eq!(scanner.act(note.clone())["done"], true);
    // Answered as if it had been done, it would tell the badge's code without replacing it.
    let lost = json!({ "id": id, "do": "badge_lost", "registration": found["registration"] });
    for (device, act) in [(&scanner, lost), (&other, note)] {
        let answer = device.act(act);
        assert_eq!(answer["done"], false, "{answer}");
        assert!(
            answer["code"].is_null() && answer["name"].is_null(),
            "{answer}"
        );
    }
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
}
