//! What is said to be done was done, and what was not done is not said to be.

use crate::support::Page;
use crate::support::stage::{FORUM, Person, Stage, fill, saved};

/// What a page says of the form before it.
fn notice(page: &Page) -> String {
    page.words(".notice").join(" ")
}

const NOTHING: &str = "Nothing was different, so nothing was changed.";

#[test]
fn a_field_that_a_password_manager_fills_in_raises_one_question_and_nothing_typed_is_lost() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    for (number, language) in ["en", "az", "ar"].into_iter().enumerate() {
        let person = Person::number(number);
        let form = browser
            .open(&format!("/{language}/{FORUM}/register"))
            .form();
        let form = fill(form, &person).fill("website", "https://accounts.example");
        let asked = browser.post(&form);
        assert_eq!(asked.status, 422);
        assert!(
            asked.has("#question[role=alert] strong"),
            "{}",
            asked.sentence()
        );
        let again = asked.form();
        assert_eq!(again.value("website"), "");
        for field in [
            "name",
            "email",
            "country",
            "organization",
            "consent",
            "token",
        ] {
            assert_eq!(again.value(field), form.value(field), "{field}");
        }
        assert!(stage.app.outbox().letters_to(&person.email).is_empty());
        let stubborn = again.fill("website", "https://accounts.example");
        assert_eq!(
            browser.post(&stubborn).status,
            422,
            "nobody has answered yet"
        );
        saved(browser.post(&stubborn.press("by_hand", "yes")));
        stage.app.outbox().letter(1, &person.email);
    }
    assert_eq!(stage.list(FORUM).len(), 3);
}

#[test]
fn however_often_a_hall_is_asked_whether_it_is_a_machine_nobody_is_sent_away() {
    let stage = Stage::new();
    let hall = stage.app.browser().with("x-forwarded-for", "203.0.113.7");
    let filled = stage.filled(&Person::number(1));
    for _ in 0..20 {
        let asked = hall.post(&filled.clone().fill("website", "x"));
        assert_eq!(asked.status, 422, "{}", asked.sentence());
    }
    saved(hall.post(&hall.post(&filled.fill("website", "x")).form().enter()));
}

#[test]
fn a_form_of_the_desk_that_comes_back_as_it_was_drawn_has_saved_nothing() {
    let stage = Stage::new();
    let desk = |path: &str| format!("/en/desk/{FORUM}/{path}");
    let session = stage.desk.open(&desk("sessions/new")).form();
    saved(stage.desk.post(&session.fill("title.en", "Opening")));
    let printer = stage.desk.open(&desk("printers/new")).form();
    let printer = printer.fill("name", "Desk").fill("host", "192.0.2.7");
    saved(stage.desk.post(&printer));
    stage.colleague("viewer", FORUM);
    let mut pages = vec![
        desk("settings"),
        desk("texts"),
        desk("letters/settings"),
        desk("wording/confirmed/en"),
    ];
    for list in ["sites", "categories", "sessions", "checkpoints", "printers"] {
        let links = stage.desk.open(&desk(list)).attributes("main a", "href");
        let one = links
            .into_iter()
            .find(|link| link.contains(list) && link.ends_with(|end: char| end.is_ascii_digit()));
        pages.push(one.unwrap_or_else(|| panic!("one of the {list}")));
    }
    for page in pages {
        let form = stage.desk.open(&page).form();
        assert_eq!(notice(&stage.desk.submit(&form)), NOTHING, "{page}");
    }
    let people = stage.desk.open(&desk("people"));
    let colleague = people.forms().into_iter().find(|form| {
        let action = form.action.as_str();
        action.ends_with(|end: char| end.is_ascii_digit()) && form.has("role")
    });
    let colleague = colleague.expect("the colleague's role");
    assert_eq!(notice(&stage.desk.submit(&colleague)), NOTHING);
    let colleague = colleague.fill("role", "registrar");
    assert_eq!(notice(&stage.desk.submit(&colleague)), "Saved.");
    let settings = stage.desk.open(&desk("settings")).form();
    let settings = settings.fill("capacity", "500");
    assert_eq!(notice(&stage.desk.submit(&settings)), "Saved.");
}

#[test]
fn a_delegate_who_corrects_nothing_is_told_so() {
    let stage = Stage::new();
    let page = stage.register(&Person::number(1)).page;
    let browser = stage.app.browser();
    let form = browser.open(&format!("{page}/correct")).form();
    assert_eq!(notice(&browser.submit(&form)), NOTHING);
    let form = form.fill("organization-title", "Chair");
    assert!(notice(&browser.submit(&form)).starts_with("Saved."));
}

#[test]
fn who_has_withdrawn_is_not_told_of_a_link_that_was_never_sent() {
    let stage = Stage::new();
    let person = Person::number(1);
    let page = stage.register(&person).page;
    let browser = stage.app.browser();
    let form = browser.open(&format!("{page}/email")).form();
    let leave = browser.open(&format!("{page}/withdraw"));
    saved(browser.post(&leave.form_to("/withdraw")));
    let after = browser.submit(&form.fill("email", "other@people.example"));
    assert!(
        !after.sentence().contains("sent a link"),
        "{}",
        after.sentence()
    );
    assert!(after.sentence().contains("withdrawn"));
}

#[test]
fn of_people_chosen_whom_a_colleague_has_decided_over_meanwhile_the_desk_says_that_they_were_chosen()
 {
    let stage = Stage::with(&[("approval", "by_desk")]);
    stage.register(&Person::number(1));
    stage.register(&Person::number(2));
    let list = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/registrations?state=pending"));
    let form = list.form_to("/registrations/confirm");
    let both = form.clone().tick_all("person");
    assert_eq!(
        notice(&stage.desk.submit(&form)),
        "Nobody was chosen: tick people who still await a decision."
    );
    assert_eq!(
        notice(&stage.desk.submit(&both)),
        "2 registrations were confirmed."
    );
    assert_eq!(
        notice(&stage.desk.submit(&both)),
        "2 of those chosen did not await a decision any more."
    );
}

#[test]
fn a_command_that_names_a_forum_and_no_role_gives_nothing_and_says_so() {
    let stage = Stage::new();
    stage.colleague("viewer", FORUM);
    let email = format!("viewer-of-{FORUM}@desk.example");
    let said = stage
        .app
        .hazir(&["account", "add", &email, "--forum", FORUM]);
    assert_eq!(said.status.code(), Some(2));
    assert!(said.stdout.is_empty());
}
