//! Doors that were on their own come back: what they did is put in the order in which it happened.

use serde_json::Value;

use crate::support::Page;
use crate::support::door::{Scanner, scan};
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

/// A scan taken so many minutes ago, with what the phone said by itself.
fn taken(minutes_ago: i64, code: &str, direction: &str, told: &str) -> Value {
    let at = hazir::clock::now() - chrono::TimeDelta::minutes(minutes_ago);
    let mut scan = scan(code, DOOR);
    scan["direction"] = direction.into();
    scan["scanned_at"] = hazir::clock::rfc3339(at).into();
    scan["told"] = told.into();
    scan
}

fn verdicts(scanner: &Scanner, scans: &[Value]) -> Vec<String> {
    let results = scanner.send(scans);
    let word = |result: &Value| result["verdict"].as_str().unwrap().to_owned();
    results.iter().map(word).collect()
}

fn inside(scanner: &Scanner) -> i64 {
    let page = scanner.get(&format!("/api/door/count?checkpoint={DOOR}"));
    page.json()["inside"].as_i64().unwrap()
}

fn board(stage: &Stage) -> Page {
    stage.desk.open(&format!("/en/desk/{FORUM}/conflicts"))
}

/// Rows of the board.
fn conflicts(stage: &Stage) -> Vec<String> {
    board(stage).words("main tbody tr")
}

#[test]
fn of_two_doors_that_let_one_badge_in_the_earlier_counts_whichever_comes_back_first() {
    for earlier_comes_first in [true, false] {
        let stage = Stage::new();
        let person = Person::number(1);
        let code = stage.badge(&person);
        let (north, south) = (stage.scanner(), stage.scanner());
        let at_north = taken(30, &code, "in", "admitted");
        let at_south = taken(20, &code, "in", "admitted");
        if earlier_comes_first {
            assert_eq!(
                verdicts(&north, std::slice::from_ref(&at_north)),
                ["admitted"]
            );
            let late = south.send(&[at_south]).remove(0);
            assert_eq!(late["verdict"], "already_in");
            assert_eq!(late["first"]["at"], at_north["scanned_at"]);
        } else {
            assert_eq!(verdicts(&south, &[at_south]), ["admitted"]);
            assert_eq!(
                verdicts(&north, std::slice::from_ref(&at_north)),
                ["admitted"]
            );
        }
        assert_eq!(inside(&north), 1);
        let board = conflicts(&stage);
        assert_eq!(board.len(), 1, "{board:?}");
        assert!(board[0].contains(&person.name), "{board:?}");
        let now = north.scan(&code, DOOR);
        assert_eq!(now["first"]["at"], at_north["scanned_at"], "{now}");
        let found = north.search(&person.name, DOOR).remove(0);
        assert_eq!(found["first"]["at"], at_north["scanned_at"], "{found}");
    }
}

#[test]
fn a_badge_scanned_twice_where_the_volunteer_was_told_so_is_no_conflict() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let scans = [
        taken(30, &code, "in", "admitted"),
        taken(29, &code, "in", "already_in"),
    ];
    assert_eq!(verdicts(&scanner, &scans), ["admitted", "already_in"]);
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "already_in");
    assert!(conflicts(&stage).is_empty());
}

#[test]
fn a_door_that_could_not_wait_for_the_answer_says_afterwards_what_it_told() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let (north, south) = (stage.scanner(), stage.scanner());
    north.scan(&code, DOOR);
    let mut second = scan(&code, DOOR);
    let answer = south.send(std::slice::from_ref(&second));
    assert_eq!(answer[0]["verdict"], "already_in");
    assert!(conflicts(&stage).is_empty());
    second["told"] = "admitted".into();
    assert_eq!(south.send(std::slice::from_ref(&second)), answer);
    assert_eq!(south.send(std::slice::from_ref(&second)), answer);
    assert_eq!(conflicts(&stage).len(), 1);
    assert_eq!(inside(&north), 1);
}

#[test]
fn the_head_count_is_exact_in_whatever_order_comings_and_goings_are_heard_of() {
    let orders = [
        [0, 1, 2, 3],
        [3, 2, 1, 0],
        [1, 3, 0, 2],
        [2, 0, 3, 1],
        [1, 0, 3, 2],
    ];
    let stage = Stage::new();
    let scanners = [stage.scanner(), stage.scanner()];
    for (number, order) in orders.iter().enumerate() {
        let comes_back = stage.badge(&Person::number(number));
        let leaves = stage.badge(&Person::number(100 + number));
        let passages = [
            taken(40, &comes_back, "in", "admitted"),
            taken(30, &comes_back, "out", "left"),
            taken(20, &comes_back, "in", "admitted"),
            taken(10, &leaves, "in", "admitted"),
        ];
        let gone = taken(5, &leaves, "out", "left");
        scanners[1].send(std::slice::from_ref(&gone));
        for (turn, index) in order.iter().enumerate() {
            scanners[turn % 2].send(std::slice::from_ref(&passages[*index]));
        }
        let inside = inside(&scanners[0]);
        assert_eq!(inside, number as i64 + 1, "in the order {order:?}");
    }
    assert!(conflicts(&stage).is_empty(), "{:?}", conflicts(&stage));
}

#[test]
fn who_was_let_in_with_a_badge_that_had_been_replaced_stands_on_the_board() {
    let stage = Stage::new();
    let person = Person::number(1);
    let registered = stage.register(&person);
    let code = registered.letter.badge();
    let list = format!("/en/desk/{FORUM}/registrations");
    let own = stage.desk.open(&list).link("registrations/0");
    let reissue = stage.desk.open(&own).form_to("/badge");
    saved(stage.desk.post(&reissue));
    let scanner = stage.scanner();
    let sent = [taken(3, &code, "in", "admitted")];
    assert_eq!(verdicts(&scanner, &sent), ["revoked"]);
    assert_eq!(verdicts(&scanner, &sent), ["revoked"], "sent again");
    let board = conflicts(&stage);
    assert_eq!(board.len(), 1, "{board:?}");
    assert!(board[0].contains("Old badge"), "{board:?}");
    assert_eq!(inside(&scanner), 0);
}

#[test]
fn the_desk_hears_of_a_conflict_and_puts_it_away() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let overview = format!("/en/desk/{FORUM}");
    let told = "One scan on which doors disagree";
    assert!(!stage.desk.open(&overview).text().contains(told));
    for minutes in [30, 20] {
        stage
            .scanner()
            .send(&[taken(minutes, &code, "in", "admitted")]);
    }
    assert!(stage.desk.open(&overview).text().contains(told));
    let looked = board(&stage).forms().pop().unwrap();
    saved(stage.desk.post(&looked));
    assert!(conflicts(&stage).is_empty());
    assert!(!stage.desk.open(&overview).text().contains(told));
    // Pressed twice, by two organizers: the same.
    assert_eq!(stage.desk.post(&looked).status, 303);
    let stranger = stage.app.browser();
    assert_eq!(
        stranger.get(&format!("/en/desk/{FORUM}/conflicts")).status,
        303,
        "to sign in"
    );
}
