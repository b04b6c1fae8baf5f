//! Two people correct one registration: each keeps the other's changes, or chooses.

use crate::support::form::Form;
use crate::support::stage::{FORUM, Person, Stage, saved};

struct Both {
    stage: Stage,
    desk: Form,
    delegate: Form,
}

/// The desk and the person have the form open at the same time.
fn both() -> Both {
    let stage = Stage::new();
    let person = Person::number(1);
    let registered = stage.register(&person);
    let address = format!("{}/correct", stage.at_desk(&person.name));
    let browser = stage.app.browser();
    Both {
        desk: stage.desk.open(&address).form(),
        delegate: browser.open(&format!("{}/correct", registered.page)).form(),
        stage,
    }
}

fn listed(stage: &Stage, column: &str) -> String {
    stage.list(FORUM)[0][column].clone()
}

#[test]
fn changes_of_different_fields_both_stay_whoever_saves_first() {
    let Both {
        stage,
        desk,
        delegate,
    } = both();
    saved(
        stage
            .desk
            .post(&desk.clone().fill("organisation", "Another Institute")),
    );
    saved(
        stage
            .app
            .browser()
            .post(&delegate.clone().fill("country", "TR")),
    );
    assert_eq!(listed(&stage, "organisation"), "Another Institute");
    assert_eq!(listed(&stage, "country"), "TR");
    saved(
        stage
            .app
            .browser()
            .post(&delegate.fill("tel", "+90 212 000 00 00")),
    );
    saved(stage.desk.post(&desk.fill("position", "Rector")));
    assert_eq!(listed(&stage, "organisation"), "Another Institute");
    assert_eq!(listed(&stage, "country"), "TR");
    assert_eq!(listed(&stage, "position"), "Rector");
    assert!(!listed(&stage, "phone").is_empty());
}

#[test]
fn of_two_changes_of_one_field_the_later_hand_sees_both_and_chooses() {
    let Both {
        stage,
        desk,
        delegate,
    } = both();
    saved(stage.desk.post(&desk.fill("name", "Corrected At The Desk")));
    let browser = stage.app.browser();
    let mine = delegate
        .fill("name", "Corrected Oneself")
        .fill("country", "TR");
    let asked = browser.post(&mine);
    assert_eq!(asked.status, 422);
    let said = asked.sentence();
    assert!(
        said.contains("Corrected At The Desk") && said.contains("by the organizers"),
        "{said}"
    );
    assert!(
        !said.contains("owner@desk.example"),
        "a delegate hears of no account"
    );
    assert_eq!(listed(&stage, "name"), "Corrected At The Desk");

    let theirs = asked.form().fill("keep_name", "theirs");
    saved(browser.post(&theirs));
    assert_eq!(listed(&stage, "name"), "Corrected At The Desk");
    assert_eq!(
        listed(&stage, "country"),
        "TR",
        "the rest of what was typed"
    );
}

#[test]
fn what_a_third_hand_changes_while_one_chooses_is_asked_again() {
    let Both {
        stage,
        desk,
        delegate,
    } = both();
    let browser = stage.app.browser();
    saved(browser.post(&delegate.clone().fill("name", "First")));
    let asked = stage.desk.post(&desk.fill("name", "Mine"));
    assert!(
        asked.sentence().contains("by the person"),
        "{}",
        asked.sentence()
    );
    let person = asked.address.path().to_owned();
    let other = stage.colleague("registrar", FORUM);
    saved(other.post(&other.open(&person).form().fill("name", "Second")));
    let again = stage.desk.post(&asked.form());
    assert_eq!(again.status, 422);
    let said = again.sentence();
    assert!(
        said.contains("Second") && said.contains("registrar-of-"),
        "{said}"
    );
    saved(stage.desk.post(&again.form()));
    assert_eq!(listed(&stage, "name"), "Mine");
}

#[test]
fn a_form_of_the_desk_that_was_saved_meanwhile_says_by_whom_and_what_and_keeps_what_was_typed() {
    let stage = Stage::new();
    let colleague = stage.colleague("organizer", FORUM);
    for (path, field, theirs, mine) in [
        (
            "/settings",
            "contact",
            "theirs@forum.example",
            "mine@forum.example",
        ),
        ("/texts", "about.en", "Their words", "My words"),
        ("/sites/1", "city.en", "Gəncə", "Şəki"),
        ("/categories/1", "name.en", "Their guests", "My guests"),
        ("/checkpoints/1", "name.en", "Their door", "My door"),
        ("/wording/confirmed/en", "subject", "Theirs", "Mine"),
    ] {
        let address = format!("/en/desk/{FORUM}{path}");
        let form = stage.desk.open(&address).form().fill(field, mine);
        let unchanged = colleague.open(&address).form();
        saved(colleague.post(&unchanged));
        saved(colleague.post(&colleague.open(&address).form().fill(field, theirs)));
        let answer = stage.desk.post(&form);
        assert_eq!(answer.status, 422, "{path}");
        let said = answer.sentence();
        assert!(
            said.contains("organizer-of-") && said.contains(theirs),
            "{path}: {said}"
        );
        assert_eq!(answer.form().value(field).trim(), mine, "{path}");
        saved(stage.desk.post(&answer.form()));
        let kept = stage.desk.open(&address).form().value(field);
        assert_eq!(kept.trim(), mine, "{path}");
    }
}
