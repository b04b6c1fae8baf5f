//! Who holds a place and was never seen is asked whether they come, where a forum wants it and others wait.

use crate::support::clock::Clock;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{App, door::Scanner};

/// A forum three weeks from now with four places, and its program's own clock.
fn ahead() -> (Stage, Clock) {
    let mut app = App::prepare();
    let clock = Clock::of(&mut app);
    app.run();
    let stage = Stage::on(app, &[("capacity", "4")]);
    let today = chrono::Utc::now().date_naive();
    let day = |days| (today + chrono::Days::new(days)).to_string();
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/settings"))
        .form();
    let form = form
        .fill("starts_on", &day(21))
        .fill("ends_on", &day(22))
        .fill("asks_after", "5");
    saved(stage.desk.post(&form));
    (stage, clock)
}

/// The program looks when it starts.
fn later(stage: &mut Stage, clock: &Clock, by: &str) {
    stage.app.stop();
    clock.set(by);
    stage.app.run();
}

fn subjects(stage: &Stage, person: &Person) -> Vec<String> {
    let letters = stage.app.outbox().letters_to(&person.email);
    letters.iter().map(|letter| letter.subject()).collect()
}

#[test]
fn who_was_never_seen_is_asked_once_and_a_day_later_the_place_is_anothers() {
    let (mut stage, clock) = ahead();
    let [opens, scanned, silent, answers, waits, waits_longer] =
        [1, 2, 3, 4, 5, 6].map(Person::number);
    let page = stage.register(&opens).page;
    stage.app.browser().open(&page);
    let scanner: Scanner = stage.scanner();
    let badge = stage.badge(&scanned);
    scanner.scan(&badge, DOOR);
    stage.register(&silent);
    let answering = stage.register(&answers).page;
    later(&mut stage, &clock, "+6d");
    // Nobody has waited so far.
    stage.register(&waits);
    stage.register(&waits_longer);
    later(&mut stage, &clock, "+6d");
    for person in [&silent, &answers] {
        let letter = stage.app.outbox().letter(2, &person.email);
        assert_eq!(letter.subject(), "Are you coming? A forum for tests");
        assert!(letter.own_page().contains("/me/"));
    }
    stage
        .app
        .browser()
        .open(&answering.replace(answering.split("/en/").next().unwrap(), stage.app.address()));
    later(&mut stage, &clock, "+6d");
    later(&mut stage, &clock, "+8d");
    stage.app.outbox().letter(3, &silent.email);
    stage.app.outbox().letter(2, &waits.email);
    let states: Vec<String> = [&opens, &scanned, &silent, &answers, &waits, &waits_longer]
        .map(|person| stage.state_of(person))
        .into();
    assert_eq!(
        states,
        [
            "confirmed",
            "confirmed",
            "withdrawn",
            "confirmed",
            "confirmed",
            "waitlisted"
        ]
    );
    for person in [&opens, &scanned] {
        assert_eq!(subjects(&stage, person).len(), 1, "nobody asked them");
    }
    assert_eq!(subjects(&stage, &answers).len(), 2, "asked once");
    assert!(subjects(&stage, &silent)[2].contains("withdrawn"));
}

#[test]
fn nobody_is_asked_unless_the_forum_wants_it() {
    let (mut stage, clock) = ahead();
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/settings"))
        .form();
    assert_eq!(form.value("asks_after"), "5");
    saved(stage.desk.post(&form.fill("asks_after", "")));
    for number in 0..5 {
        stage.register(&Person::number(number));
    }
    later(&mut stage, &clock, "+10d");
    // A mail that comes after whatever the start has written.
    stage.register(&Person::number(5));
    assert_eq!(subjects(&stage, &Person::number(0)).len(), 1);
}
