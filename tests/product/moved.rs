//! A programme that moves after people have put it into their calendars.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::at_once;
use crate::support::form::Form;
use crate::support::mail::Letter;
use crate::support::reader;
use crate::support::stage::{FORUM, Person, Stage, saved};

fn at(path: &str) -> String {
    format!("/en/desk/{FORUM}{path}")
}

fn session(stage: &Stage, path: &str, starts_at: &str, ends_at: &str) {
    let form = stage.desk.open(&at(path)).form();
    let form = match path.ends_with("/new") {
        true => form.fill("title.en", "Opening"),
        false => form,
    };
    let form = form.fill("starts_at", starts_at).fill("ends_at", ends_at);
    saved(stage.desk.post(&form));
}

fn move_to_zone(stage: &Stage, zone: &str) {
    let list = stage.desk.open(&at("/sites"));
    let form = stage.desk.open(&list.link("/sites/1")).form();
    saved(stage.desk.post(&form.fill("zone", zone)));
}

fn calendar(letter: &Letter) -> Value {
    let parts = letter.parts();
    let file = parts.iter().find(|part| part.kind == "text/calendar");
    reader::calendar(&file.expect("a calendar").bytes)
}

fn berlin(calendar: &Value) -> Vec<&str> {
    let events = calendar["events"].as_array().unwrap().iter();
    events
        .map(|event| event["starts"]["berlin"].as_str().unwrap())
        .collect()
}

fn tell(stage: &Stage, page: &str) -> Form {
    stage.desk.open(&at(page)).form_to("/moved")
}

fn asks(stage: &Stage) -> bool {
    let page = stage.desk.open(&at("/sessions"));
    page.sentence().contains("the old times in their calendar")
}

#[test]
fn a_reader_in_berlin_sees_bakus_hours_rightly_before_and_after_the_clocks_change() {
    let stage = Stage::new();
    session(
        &stage,
        "/sessions/new",
        "2031-03-29T09:00",
        "2031-03-29T18:00",
    );
    session(
        &stage,
        "/sessions/new",
        "2031-03-30T09:00",
        "2031-03-30T18:00",
    );
    session(
        &stage,
        "/sessions/new",
        "2031-10-25T09:00",
        "2031-10-25T18:00",
    );
    session(
        &stage,
        "/sessions/new",
        "2031-10-26T09:00",
        "2031-10-26T18:00",
    );
    let letter = stage.register(&Person::number(1)).letter;
    let seen = calendar(&letter);
    assert_eq!(
        berlin(&seen),
        [
            "2031-03-29 06:00",
            "2031-03-30 07:00",
            "2031-10-25 07:00",
            "2031-10-26 06:00"
        ]
    );
    assert_eq!(seen["method"], "PUBLISH");
    assert_eq!(seen["events"][0]["starts"]["zone"], "Asia/Baku");

    move_to_zone(&stage, "Europe/Berlin");
    let letter = stage.register(&Person::number(2)).letter;
    let seen = calendar(&letter);
    for event in seen["events"].as_array().unwrap() {
        assert_eq!(
            event["starts"]["utc"], event["starts"]["machine"],
            "the file describes the zone as the world knows it"
        );
        assert_eq!(event["ends"]["utc"], event["ends"]["machine"]);
    }
}

#[test]
fn who_has_the_old_times_is_told_the_new_ones_once_however_often_one_clicks() {
    let stage = Stage::new();
    session(
        &stage,
        "/sessions/new",
        "2031-04-28T09:00",
        "2031-04-28T18:00",
    );
    session(
        &stage,
        "/sessions/new",
        "2031-04-29T09:00",
        "2031-04-29T18:00",
    );
    let people: Vec<Person> = (1..=3).map(Person::number).collect();
    let first: Vec<Value> = people
        .iter()
        .map(|person| calendar(&stage.register(person).letter))
        .collect();
    assert!(!asks(&stage), "nothing has moved");
    let gone = stage.desk.open(&stage.at_desk(&people[2].name));
    saved(stage.desk.post(&gone.form_to("/withdraw")));
    stage.app.outbox().letter(2, &people[2].email);

    session(
        &stage,
        "/sessions/1",
        "2031-04-28T10:30",
        "2031-04-28T18:00",
    );
    let page = stage.desk.open(&at("/sessions"));
    assert!(
        page.sentence().contains("2 people have the old times"),
        "{}",
        page.sentence()
    );
    stage.register(&Person::number(4));
    let form = tell(&stage, "/sites");
    saved(stage.desk.post(&form));
    saved(stage.desk.post(&form));
    saved(stage.desk.post(&form.sent_to(&at("/moved"))));

    for (person, before) in people[..2].iter().zip(&first) {
        let letter = stage.app.outbox().letter(2, &person.email);
        assert_eq!(letter.subject(), "New times or venue: A forum for tests");
        let now = calendar(&letter);
        for day in 0..2 {
            assert_eq!(now["events"][day]["uid"], before["events"][day]["uid"]);
            let sequence = |seen: &Value| seen["events"][day]["sequence"].as_i64().unwrap();
            assert!(sequence(&now) > sequence(before));
        }
        assert_eq!(
            now["events"][0]["starts"]["utc"],
            "2031-04-28T06:30:00+00:00"
        );
        assert_eq!(
            now["events"][1]["starts"]["utc"],
            "2031-04-29T05:00:00+00:00"
        );
        assert_eq!(letter.badge().len(), 28, "the badge is there, too");
    }
    assert!(!asks(&stage));
    let letters = |person: &Person| stage.app.outbox().letters_to(&person.email).len();
    assert_eq!(letters(&people[0]), 2);
    assert_eq!(
        letters(&people[2]),
        2,
        "who has withdrawn hears nothing more"
    );
    assert_eq!(
        letters(&Person::number(4)),
        1,
        "who came after had the new times"
    );

    let list = stage.desk.open(&at("/sessions"));
    let second = stage.desk.open(&list.link("/sessions/2"));
    saved(stage.desk.post(&second.form_to("/delete")));
    saved(stage.desk.post(&tell(&stage, "/moved")));
    let shorter = calendar(&stage.app.outbox().letter(3, &people[0].email));
    assert_eq!(shorter["events"][0]["status"], "CONFIRMED");
    assert_eq!(
        shorter["events"][1]["status"], "CANCELLED",
        "the day that is no more"
    );
    assert_eq!(shorter["events"][1]["uid"], first[0]["events"][1]["uid"]);
}

#[test]
fn a_power_cut_while_people_are_told_leaves_nobody_out_and_tells_nobody_twice() {
    let mut stage = Stage::new();
    session(
        &stage,
        "/sessions/new",
        "2031-04-28T09:00",
        "2031-04-28T18:00",
    );
    let people: Vec<Person> = (1..=60).map(Person::number).collect();
    at_once(&people, |person| stage.register(person));
    session(
        &stage,
        "/sessions/1",
        "2031-04-28T10:30",
        "2031-04-28T18:00",
    );
    saved(stage.desk.post(&tell(&stage, "/sessions")));
    stage.app.kill();
    stage.app.run();
    for person in &people {
        stage.app.outbox().letter(2, &person.email);
    }
    for person in &people {
        let letters = stage.app.outbox().letters_to(&person.email);
        let each: BTreeSet<String> = letters.iter().map(Letter::message_id).collect();
        assert_eq!(each.len(), 2, "{}", person.email);
    }
}

#[test]
fn a_place_that_moves_is_told_and_other_words_of_the_programme_are_not() {
    let stage = Stage::new();
    session(
        &stage,
        "/sessions/new",
        "2031-04-28T09:00",
        "2031-04-28T18:00",
    );
    let person = Person::number(1);
    stage.register(&person);
    let form = stage.desk.open(&at("/sessions/1")).form();
    saved(stage.desk.post(&form.fill("title.en", "Grand opening")));
    assert!(!asks(&stage), "a title is in no calendar");
    let list = stage.desk.open(&at("/sites"));
    let form = stage.desk.open(&list.link("/sites/1")).form();
    saved(
        stage
            .desk
            .post(&form.fill("address.en", "Heydar Aliyev ave. 5")),
    );
    assert!(asks(&stage));
    saved(stage.desk.post(&tell(&stage, "/sessions")));
    let letter = stage.app.outbox().letter(2, &person.email);
    let seen = calendar(&letter);
    assert!(
        seen["events"][0]["location"]
            .as_str()
            .unwrap()
            .contains("Heydar Aliyev ave. 5")
    );
}
