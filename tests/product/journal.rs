//! What became so in a forum, line by line, and the figures counted from it again by a script that shares no code.

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use crate::support::door::{Scanner, scan};
use crate::support::eventually;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

/// What the desk's overview said at a moment, and how many lines the journal had then.
struct Seen {
    figures: String,
    lines: usize,
}

fn journal(stage: &Stage) -> String {
    stage.app.hazir_says(&["journal", FORUM])
}

fn figures(stage: &Stage) -> String {
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/figures.json"));
    assert_eq!(page.status, 200, "{}", page.text());
    page.text().to_owned()
}

fn look(stage: &Stage) -> Seen {
    Seen {
        lines: journal(stage).lines().count(),
        figures: figures(stage),
    }
}

/// What `tests/recount` makes of a journal: what it prints, or what it has against it.
fn recount(journal: &str, arguments: &[&str]) -> Result<String, String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recount");
    let mut child = Command::new("python3")
        .arg(script)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let written = child.stdin.take().unwrap().write_all(journal.as_bytes());
    let output = child.wait_with_output().unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    match output.status.success() {
        true => {
            written.unwrap();
            Ok(said(&output.stdout))
        }
        false => Err(said(&output.stderr)),
    }
}

/// What was known at the moment of these figures.
fn known(journal: &str, seen: &Seen) -> String {
    let at: Value = serde_json::from_str(&seen.figures).unwrap();
    let lines = seen.lines.to_string();
    recount(
        journal,
        &["--lines", &lines, "--at", at["at"].as_str().unwrap()],
    )
    .unwrap()
}

fn person(number: usize, country: &'static str) -> Person {
    Person {
        country,
        ..Person::number(number)
    }
}

fn out(code: &str) -> Value {
    let mut scan = scan(code, DOOR);
    scan["direction"] = json!("out");
    scan
}

fn ago(mut scan: Value, minutes: i64, told: &str) -> Value {
    let at = (Utc::now() - TimeDelta::minutes(minutes)).naive_utc();
    scan["scanned_at"] = json!(hazir::clock::rfc3339(at));
    scan["told"] = json!(told);
    scan
}

fn undo(scanner: &Scanner, scan: &Value) {
    let done = scanner.act(json!({ "do": "undo", "scan": scan["id"], "reason": "mistake" }));
    assert_eq!(done["done"], true, "{done}");
}

/// People of three countries who come, go, are taken back, are let in alone, withdraw; looked at after each step.
fn a_morning(stage: &Stage) -> Vec<Seen> {
    let (one, other) = (stage.scanner(), stage.scanner());
    let codes: Vec<String> = [(1, "AZ"), (2, "TR"), (3, "TR"), (4, "KZ")]
        .into_iter()
        .map(|(number, country)| stage.badge(&person(number, country)))
        .collect();
    let mut seen = vec![look(stage)];
    let mut then = |work: &dyn Fn()| {
        work();
        seen.push(look(stage));
    };
    let first = scan(&codes[0], DOOR);
    then(&|| drop(one.send(std::slice::from_ref(&first))));
    then(&|| drop(other.send(&[scan(&codes[1], DOOR), scan(&codes[3], DOOR)])));
    then(&|| drop(other.send(&[out(&codes[1])])));
    then(&|| undo(&one, &first));
    // Two phones alone, one badge: both let the person in, one of them is told later.
    then(&|| drop(one.send(&[ago(scan(&codes[2], DOOR), 20, "admitted")])));
    then(&|| drop(other.send(&[ago(scan(&codes[2], DOOR), 25, "admitted")])));
    then(&|| drop(other.send(&[ago(scan(&codes[0], DOOR), 10, "full")])));
    then(&|| {
        let page = stage.desk.open(&stage.at_desk("Delegate Number4"));
        saved(stage.desk.post(&page.form_to("/withdraw")));
    });
    seen
}

#[test]
fn the_figures_of_every_moment_are_counted_again_from_the_journal_alone() {
    let stage = Stage::new();
    let seen = a_morning(&stage);
    let journal = journal(&stage);
    for moment in &seen {
        assert_eq!(known(&journal, moment), moment.figures);
    }
    let last: Value = serde_json::from_str(&seen.last().unwrap().figures).unwrap();
    assert_eq!(
        (&last["hall"], &last["conflicts"], &last["registered"]),
        (&json!(2), &json!(2), &json!(3)),
        "{last}"
    );
}

#[test]
fn a_stuck_scan_that_finds_its_place_later_is_counted_again_where_it_stands_then() {
    let stage = Stage::new();
    let (one, other) = (stage.scanner(), stage.scanner());
    let code = stage.badge(&Person::number(1));
    let mut stuck = ago(scan(&code, DOOR), 0, "admitted");
    stuck.as_object_mut().unwrap().remove("told");
    other.send(&[out(&code)]);
    one.send(std::slice::from_ref(&stuck));
    let before = look(&stage);
    stuck["told"] = json!("admitted");
    one.send(&[stuck]);
    let after = look(&stage);
    let journal = journal(&stage);
    for moment in [&before, &after] {
        assert_eq!(known(&journal, moment), moment.figures);
    }
    let halls = [&before, &after].map(|seen| {
        let figures: Value = serde_json::from_str(&seen.figures).unwrap();
        figures["hall"].clone()
    });
    assert_eq!(halls, [json!(1), json!(0)]);
}

#[test]
fn what_a_device_says_later_is_a_line_of_its_own_however_soon_it_says_so() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let code = stage.badge(&Person::number(1));
    let mut stuck = ago(scan(&code, DOOR), 0, "admitted");
    stuck.as_object_mut().unwrap().remove("told");
    scanner.send(std::slice::from_ref(&stuck));
    stuck["told"] = json!("admitted");
    scanner.send(&[stuck.clone()]);
    let journal = journal(&stage);
    let lines = journal
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let lines: Vec<Value> = lines.collect();
    let of = |kind: &str| {
        let found = lines.iter().find(|line| line["kind"] == kind);
        found.unwrap_or_else(|| panic!("no line of {kind}: {journal}"))
    };
    let (scan, told, placed) = (of("scan"), of("told"), of("placed"));
    assert_eq!(scan["told"], Value::Null, "{scan}");
    assert_eq!(scan["happened_at"], placed["was"], "{scan} {placed}");
    assert_eq!(placed["happened_at"], scan["taken_at"], "{scan} {placed}");
    assert_eq!(told["scan"], scan["n"], "{told}");
    assert_eq!(told["told"], "admitted", "{told}");
}

/// Scans of a badge in one millisecond, sent one by one, each with an id and a direction.
fn at_one_moment(stage: &Stage, code: &str, scans: [(String, &str); 4]) {
    let scanner = stage.scanner();
    let moment = hazir::clock::rfc3339(hazir::clock::now());
    for (id, direction) in scans {
        let mut scan = scan(code, DOOR);
        scan["id"] = json!(id);
        scan["direction"] = json!(direction);
        scan["scanned_at"] = json!(moment);
        scan["told"] = json!(match direction {
            "in" => "admitted",
            _ => "left",
        });
        scanner.send(&[scan]);
        // Each is sealed before the next one comes.
        journal(stage);
    }
}

#[test]
fn scans_of_one_millisecond_are_counted_again_in_the_order_they_have_here() {
    let stage = Stage::new();
    let orders = [
        [(3, "out"), (1, "in"), (2, "out"), (4, "in")],
        [(3, "out"), (1, "in"), (4, "in"), (2, "in")],
        [(2, "in"), (4, "out"), (1, "in"), (3, "in")],
    ];
    for (number, order) in orders.into_iter().enumerate() {
        let code = stage.badge(&Person::number(number));
        let scans = order.map(|(last, direction)| {
            let id = format!("0197a000-0000-7000-8000-00000000{number}00{last}");
            (id, direction)
        });
        at_one_moment(&stage, &code, scans);
    }
    let seen = look(&stage);
    assert_eq!(known(&journal(&stage), &seen), seen.figures);
    let figures: Value = serde_json::from_str(&seen.figures).unwrap();
    assert_eq!(
        (&figures["hall"], &figures["conflicts"]),
        (&json!(2), &json!(3)),
        "{figures}"
    );
}

#[test]
fn a_fact_that_cannot_be_read_stops_the_journal_with_a_sentence() {
    let stage = Stage::new();
    stage.app.database.execute(
        "INSERT INTO fact (forum_id, at, kind, body) VALUES (1, '2025-04-28 09:00:00', 'forum', 'no JSON')",
    );
    let said = stage.app.hazir(&["journal", FORUM]);
    assert_eq!(said.status.code(), Some(1));
    let why = String::from_utf8_lossy(&said.stderr);
    assert!(why.contains("cannot be read"), "{why}");
}

#[test]
fn what_was_known_at_a_moment_and_what_was_so_then_are_two_figures() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    // A phone alone lets the person in; the desk looks; the phone comes back.
    let taken = ago(scan(&code, DOOR), 0, "admitted");
    let before = look(&stage);
    let moment = hazir::clock::rfc3339_in_milliseconds(hazir::clock::now());
    stage.scanner().send(&[taken]);
    let journal = journal(&stage);
    let hall = |arguments: &[&str]| {
        let counted: Value = serde_json::from_str(&recount(&journal, arguments).unwrap()).unwrap();
        counted["hall"].clone()
    };
    let lines = before.lines.to_string();
    assert_eq!(hall(&["--lines", &lines, "--at", &moment]), json!(0));
    assert_eq!(hall(&["--so", "--at", &moment]), json!(1));
}

#[test]
fn what_was_so_of_a_person_then_is_not_what_they_became_later() {
    let stage = Stage::new();
    stage.badge(&Person::number(1));
    let now = hazir::clock::now();
    let moment = hazir::clock::rfc3339_in_milliseconds(now);
    eventually("a later moment", || {
        (hazir::clock::now() > now).then_some(())
    });
    let page = stage.desk.open(&stage.at_desk("Delegate Number1"));
    saved(stage.desk.post(&page.form_to("/withdraw")));
    let journal = journal(&stage);
    let counted = |arguments: &[&str]| -> Value {
        serde_json::from_str(&recount(&journal, arguments).unwrap()).unwrap()
    };
    let then = counted(&["--so", "--at", &moment]);
    assert_eq!(
        (&then["registered"], &then["withdrawn"]),
        (&json!(1), &json!(0)),
        "{then}"
    );
    assert_eq!(counted(&[])["withdrawn"], json!(1));
}

#[test]
fn a_line_that_was_changed_or_taken_out_is_found() {
    let stage = Stage::new();
    stage.badge(&Person::number(1));
    stage.badge(&Person::number(2));
    let journal = journal(&stage);
    assert!(recount(&journal, &[]).is_ok());
    let changed = journal.replacen("\"AZ\"", "\"TR\"", 1);
    assert_ne!(changed, journal);
    assert!(recount(&changed, &[]).is_err());
    let lines: Vec<&str> = journal.lines().collect();
    let shortened = [&lines[..2], &lines[3..]].concat().join("\n");
    assert!(recount(&shortened, &[]).is_err());
}

#[test]
fn the_journal_says_nothing_that_a_person_wrote() {
    let stage = Stage::new();
    let person = Person::new("Leyla Əliyeva", "leyla@people.example");
    let code = stage.badge(&person);
    let mut words = scan(&code, DOOR);
    words["id"] = json!("Leyla came with flowers");
    let plain = scan(&code, DOOR);
    stage.scanner().send(&[words, plain.clone()]);
    undo(&stage.scanner(), &plain);
    let journal = journal(&stage);
    assert!(journal.contains("\"undone\""), "{journal}");
    for word in ["Leyla", "flowers", "people.example", "Xəzər", &code] {
        assert!(!journal.contains(word), "{word}: {journal}");
    }
}

#[test]
fn what_serves_seals_by_itself_and_no_line_is_ever_changed() {
    let stage = Stage::new();
    stage.badge(&Person::number(1));
    let before = journal(&stage);
    stage.badge(&Person::number(2));
    let after = journal(&stage);
    assert!(after.starts_with(&before) && after.len() > before.len());
}
