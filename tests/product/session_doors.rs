//! A session's door is a checkpoint that takes its name, place and hours from the session, and moves with it.

use crate::support::Page;
use crate::support::form::Form;
use crate::support::stage::{FORUM, Person, Stage, saved};

fn add_session(stage: &Stage) {
    let form = stage.desk.open(&at("/sessions/new")).form();
    let form = form
        .fill("title.en", "Panel on rivers")
        .fill("starts_at", "2031-04-29T10:00")
        .fill("ends_at", "2031-04-29T11:30");
    saved(stage.desk.post(&form));
}

fn move_session(stage: &Stage, starts_at: &str, ends_at: &str) {
    let form = session(stage).form();
    let form = form.fill("starts_at", starts_at).fill("ends_at", ends_at);
    saved(stage.desk.post(&form));
}

fn session(stage: &Stage) -> Page {
    let list = stage.desk.open(&at("/sessions"));
    stage.desk.open(&list.link("/sessions/1"))
}

fn at(path: &str) -> String {
    format!("/en/desk/{FORUM}{path}")
}

/// A door of the session, with what else the form says.
fn add_door(stage: &Stage, slug: &str, settings: impl FnOnce(Form) -> Form) -> Page {
    let form = stage.desk.open(&at("/checkpoints/new")).form();
    let form = form.fill("session", "1").fill("slug", slug);
    stage.desk.post(&settings(form))
}

/// The form of the newest checkpoint.
fn door(stage: &Stage) -> Form {
    let list = stage.desk.open(&at("/checkpoints"));
    let newest = list.attributes("td.does a", "href").pop().unwrap();
    stage.desk.open(&newest).form()
}

fn hours(form: &Form) -> (String, String) {
    (form.value("opens_at"), form.value("closes_at"))
}

fn pair(opens: &str, closes: &str) -> (String, String) {
    (opens.to_owned(), closes.to_owned())
}

#[test]
fn what_is_left_empty_comes_from_the_session() {
    let stage = Stage::new();
    add_session(&stage);
    saved(add_door(&stage, "rivers", |form| form));
    let form = door(&stage);
    assert_eq!(form.value("name.en"), "Panel on rivers");
    assert_eq!(hours(&form), pair("2031-04-29T09:30", "2031-04-29T11:30"));
    assert_eq!(form.value("session"), "1");
    assert_ne!(form.value("site"), "");
    let code = stage.badge(&Person::number(1));
    let result = stage.scanner_at(FORUM, "rivers").scan(&code, "rivers");
    assert_eq!(result["reason"]["opens_at"], "2031-04-29T05:30:00Z");
}

#[test]
fn the_door_moves_with_its_session() {
    let stage = Stage::new();
    add_session(&stage);
    saved(add_door(&stage, "rivers", |form| form));
    move_session(&stage, "2031-04-29T15:00", "2031-04-29T17:00");
    assert_eq!(
        hours(&door(&stage)),
        pair("2031-04-29T14:30", "2031-04-29T17:00")
    );
}

#[test]
fn hours_of_its_own_stay_and_move_by_as_much() {
    let stage = Stage::new();
    add_session(&stage);
    let own = |form: Form| {
        form.fill("name.en", "Side door")
            .fill("opens_at", "2031-04-29T08:00")
            .fill("closes_at", "2031-04-29T11:00")
    };
    saved(add_door(&stage, "side", own));
    let form = door(&stage);
    assert_eq!(form.value("name.en"), "Side door");
    assert_eq!(hours(&form), pair("2031-04-29T08:00", "2031-04-29T11:00"));
    move_session(&stage, "2031-04-30T10:00", "2031-04-30T11:30");
    assert_eq!(
        hours(&door(&stage)),
        pair("2031-04-30T08:00", "2031-04-30T11:00")
    );
}

#[test]
fn hours_that_end_before_they_begin_are_refused_with_what_was_typed() {
    let stage = Stage::new();
    add_session(&stage);
    let answer = add_door(&stage, "odd", |form| {
        form.fill("opens_at", "2031-04-29T12:00")
    });
    assert_eq!(answer.status, 422);
    assert_eq!(answer.form().value("opens_at"), "2031-04-29T12:00");
    assert_eq!(answer.form().value("session"), "1");
}

#[test]
fn a_session_that_is_taken_out_of_the_programme_leaves_its_door() {
    let stage = Stage::new();
    add_session(&stage);
    saved(add_door(&stage, "rivers", |form| form));
    saved(stage.desk.post(&session(&stage).form_to("/delete")));
    let form = door(&stage);
    assert_eq!(hours(&form), pair("2031-04-29T09:30", "2031-04-29T11:30"));
}

#[test]
fn the_programme_at_the_desk_says_how_many_are_inside() {
    let stage = Stage::new();
    add_session(&stage);
    let now = |form: Form| {
        form.fill("opens_at", "2025-04-29T08:00")
            .fill("closes_at", "2031-04-29T11:00")
    };
    saved(add_door(&stage, "rivers", now));
    let scanner = stage.scanner_at(FORUM, "rivers");
    for number in [1, 2] {
        let code = stage.badge(&Person::number(number));
        assert_eq!(scanner.scan(&code, "rivers")["verdict"], "admitted");
    }
    let programme = stage.desk.open(&at("/sessions"));
    assert_eq!(programme.words("td.number"), ["2"]);
}
