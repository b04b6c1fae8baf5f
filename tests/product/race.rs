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
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let once = scan(&code, DOOR);
    let answers = at_once(&[(); 10], |_| {
        scanner.send(std::slice::from_ref(&once)).remove(0)
    });
    assert!(
        answers
            .iter()
            .all(|answer| *answer == answers[0] && answer["verdict"] == "admitted"),
        "{answers:?}"
    );
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
