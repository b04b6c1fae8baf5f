//! Places and the line for them: who is given one, when, and how they are told.

use std::fmt::Write as _;
use std::sync::Barrier;

use crate::support::form::Form;
use crate::support::mail::Letter;
use crate::support::stage::{FORUM, Person, Stage, saved};
use crate::support::{App, Browser};

fn categories() -> String {
    format!("/en/desk/{FORUM}/categories")
}

/// How many places the category that everybody is of has from now on.
fn limit_delegates(stage: &Stage, places: &str) {
    let links = stage
        .desk
        .open(&categories())
        .attributes("td.does a", "href");
    let form = stage.desk.open(&links[0]).form();
    assert_eq!(form.value("slug"), "delegate");
    saved(stage.desk.post(&form.fill("quota", places)));
}

/// Added by the desk, which alone makes speakers.
fn add_speaker(stage: &Stage, person: &Person) {
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/registrations/new"))
        .form();
    let form = form
        .fill("name", &person.name)
        .fill("email", &person.email)
        .fill("country", person.country)
        .fill("organisation", &person.organisation)
        .fill("category", "speaker");
    saved(stage.desk.post(&form));
}

fn at_desk(stage: &Stage, person: &Person, end: &str) -> Form {
    let page = stage.desk.open(&stage.at_desk(&person.name));
    page.form_to(end)
}

/// What stands in a letter for who reads it.
fn words(letter: &Letter) -> String {
    letter
        .text()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_no_that_is_told_again_has_its_reason() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let reason = "We have room for one of your organisation only.";
    let no = at_desk(&stage, &person, "/decline").fill("words", reason);
    saved(stage.desk.post(&no));
    let told = stage.app.outbox().letter(2, &person.email);
    assert!(words(&told).contains(reason), "{}", words(&told));
    // Whoever presses at once meant it once.
    stage
        .app
        .database
        .execute("UPDATE message SET created_at = '2026-01-01 00:00:00'");
    saved(stage.desk.post(&at_desk(&stage, &person, "/resend")));
    let again = stage.app.outbox().letter(3, &person.email);
    assert!(words(&again).contains(reason), "{}", words(&again));
}

#[test]
fn a_place_that_a_change_of_category_frees_goes_to_who_waits_for_it() {
    let stage = Stage::new();
    limit_delegates(&stage, "1");
    let (first, waits) = (Person::number(1), Person::number(2));
    for person in [&first, &waits] {
        stage.register(person);
    }
    assert_eq!(stage.state_of(&waits), "waitlisted");
    let page = stage
        .desk
        .open(&format!("{}/correct", stage.at_desk(&first.name)));
    let moved = page.form().fill("category", "speaker");
    saved(stage.desk.post(&moved));
    assert_eq!(stage.state_of(&first), "confirmed");
    assert_eq!(stage.state_of(&waits), "confirmed");
    assert!(
        !stage
            .app
            .outbox()
            .letter(2, &waits.email)
            .badge()
            .is_empty()
    );
}

#[test]
fn who_can_be_served_is_served_however_many_wait_before_them_for_what_is_full() {
    let stage = Stage::with(&[("capacity", "2")]);
    limit_delegates(&stage, "1");
    stage.register(&Person::number(1));
    add_speaker(&stage, &Person::number(2));
    let mut list = "name,email,country,category\n".to_owned();
    for number in 3..33 {
        let person = Person::number(number);
        writeln!(list, "{},{},AZ,delegate", person.name, person.email).unwrap();
    }
    let last = Person::number(33);
    writeln!(list, "{},{},AZ,speaker", last.name, last.email).unwrap();
    let file = stage.app.folder.path().join("line.csv");
    std::fs::write(&file, list).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    assert_eq!(stage.state_of(&last), "waitlisted");
    saved(
        stage
            .desk
            .post(&at_desk(&stage, &Person::number(2), "/withdraw")),
    );
    assert_eq!(stage.state_of(&last), "confirmed");
    assert_eq!(stage.state_of(&Person::number(3)), "waitlisted");
}

#[test]
fn fewer_places_than_are_taken_take_nobodys_and_give_nobody_one() {
    let stage = Stage::with(&[("capacity", "3")]);
    let people = [1, 2, 3, 4].map(Person::number);
    for person in &people {
        stage.register(person);
    }
    let settings = format!("/en/desk/{FORUM}/settings");
    let form = stage.desk.open(&settings).form().fill("capacity", "1");
    saved(stage.desk.post(&form));
    assert_eq!(stage.desk.open(&settings).form().value("capacity"), "1");
    let states = || people.each_ref().map(|person| stage.state_of(person));
    assert_eq!(
        states(),
        ["confirmed", "confirmed", "confirmed", "waitlisted"]
    );
    for person in &people[..2] {
        saved(stage.desk.post(&at_desk(&stage, person, "/withdraw")));
        assert_eq!(
            stage.state_of(&people[3]),
            "waitlisted",
            "one is there already"
        );
    }
    saved(stage.desk.post(&at_desk(&stage, &people[2], "/withdraw")));
    assert_eq!(stage.state_of(&people[3]), "confirmed");
}

/// Registers while somebody withdraws, again and again: whoever comes has the place, for it is free before or after.
#[test]
fn nobody_waits_beside_a_place_that_became_free_as_they_came() {
    let stage = Stage::with(&[("capacity", "1")]);
    // Two programs where the database is one for several.
    let mut other = stage.app.beside();
    let second = match stage.app.database.is_server() {
        true => {
            other.run();
            &other
        }
        false => &stage.app,
    };
    let mut holds = Person::number(0);
    stage.register(&holds);
    for round in 1..=20 {
        let comes = Person::number(round);
        let leave = withdrawing(&stage.app, &page_of(&stage, &holds));
        let come = stage.filled(&comes);
        let ready = Barrier::new(2);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                ready.wait();
                saved(leave.0.post(&leave.1));
            });
            scope.spawn(|| {
                let browser = second.browser();
                ready.wait();
                saved(browser.post(&come));
            });
        });
        assert_eq!(stage.state_of(&comes), "confirmed", "round {round}");
        holds = comes;
    }
}

fn page_of(stage: &Stage, person: &Person) -> String {
    stage.app.outbox().letter(1, &person.email).own_page()
}

fn withdrawing(app: &App, page: &str) -> (Browser, Form) {
    let browser = app.browser();
    let form = browser
        .open(&format!("{page}/withdraw"))
        .form_to("/withdraw");
    (browser, form)
}
