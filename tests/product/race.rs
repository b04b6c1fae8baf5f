//! Many at once: places and first scans are given out exactly once.

use std::sync::Barrier;

use crate::support::at_once;
use crate::support::door::scan;
use crate::support::stage::{DOOR, FORUM, Person, Stage};

#[test]
fn two_hundred_people_at_once_for_fifty_places_give_fifty_confirmed_and_the_rest_waitlisted() {
    let stage = Stage::with(&[("capacity", "50")]);
    let forms: Vec<_> = (0..200)
        .map(|number| stage.filled(&Person::number(number)))
        .collect();
    let start = Barrier::new(forms.len());
    let answers = at_once(&forms, |form| {
        let browser = stage.app.browser();
        start.wait();
        browser.post(form).status
    });
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    let list = stage.list(FORUM);
    let count = |state: &str| list.iter().filter(|row| row["state"] == state).count();
    assert_eq!(
        (list.len(), count("confirmed"), count("waitlisted")),
        (200, 50, 150)
    );
}

#[test]
fn fifty_scans_of_one_badge_at_once_admit_exactly_once() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanners: Vec<_> = (0..5).map(|_| stage.scanner()).collect();
    let start = Barrier::new(50);
    let numbers: Vec<usize> = (0..50).collect();
    let verdicts = at_once(&numbers, |number| {
        start.wait();
        let result = scanners[number % scanners.len()].scan(&code, DOOR);
        result["verdict"].as_str().unwrap().to_owned()
    });
    let count = |word: &str| verdicts.iter().filter(|verdict| *verdict == word).count();
    assert_eq!(
        (count("admitted"), count("already_in")),
        (1, 49),
        "{verdicts:?}"
    );
}

#[test]
fn the_same_scan_sent_ten_times_at_once_is_one_scan_with_one_answer() {
    let stage = Stage::new();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = stage.scanner();
    let once = scan(&code, DOOR);
    let start = Barrier::new(10);
    let answers = at_once(&[(); 10], |_| {
        start.wait();
        scanner.send(std::slice::from_ref(&once)).remove(0)
    });
    assert!(
        answers
            .iter()
            .all(|answer| *answer == answers[0] && answer["verdict"] == "admitted"),
        "{answers:?}"
    );
    let found = scanner.search(&person.name, DOOR).remove(0);
    let id = found["registration"].as_str().unwrap();
    let way = scanner.get(&format!("/api/door/passages?registration={id}"));
    let passages = way.json()["passages"].as_array().unwrap().len();
    assert_eq!(passages, 1, "{}", way.text());
}

#[test]
fn a_badge_that_comes_and_goes_at_two_doors_at_once_is_where_its_last_passage_says() {
    let stage = Stage::new();
    let doors = [stage.scanner(), stage.scanner()];
    for number in 0..10 {
        let code = stage.badge(&Person::number(number));
        let passages = [("in", "admitted", 40), ("out", "left", 20)];
        let start = Barrier::new(2);
        at_once(&[0, 1], |which| {
            let (direction, told, seconds) = passages[*which];
            let at = hazir::clock::now() - chrono::TimeDelta::seconds(seconds);
            let mut one = scan(&code, DOOR);
            one["direction"] = direction.into();
            one["told"] = told.into();
            one["scanned_at"] = hazir::clock::rfc3339(at).into();
            start.wait();
            doors[*which].send(&[one]);
        });
        assert_eq!(doors[0].inside(DOOR), 0, "the last of them went out");
    }
}

#[test]
fn a_double_click_registers_once_and_brings_one_letter() {
    let stage = Stage::new();
    let form = stage.filled(&Person::number(1));
    let answers = at_once(&[(); 4], |_| stage.app.browser().post(&form).status);
    assert_eq!(answers, [303; 4]);
    stage.register(&Person::number(2));
    assert_eq!(stage.list(FORUM).len(), 2);
    assert_eq!(
        stage
            .app
            .outbox()
            .letters_to(&Person::number(1).email)
            .len(),
        1
    );
}
