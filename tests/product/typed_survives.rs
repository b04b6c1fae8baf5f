//! What was typed survives the end of a sign-in, of a token, of a pairing, and a failure of ours; and no other site can
//! make a browser send what its owner has not looked at.

use ureq::http;

use crate::support::form::Form;
use crate::support::stage::{FORUM, PASSWORD, Person, Stage, enter, saved};
use crate::support::{Browser, Page};

const OWNER: &str = "owner@desk.example";

fn at(path: &str) -> String {
    format!("/en/desk/{FORUM}{path}")
}

/// Every sign-in is over, as it is after two quiet hours.
fn end_sign_ins(stage: &Stage) {
    stage.app.database.execute("DELETE FROM sign_in");
}

fn settings(stage: &Stage) -> Form {
    stage.desk.open(&at("/settings")).form()
}

fn sign_in_here(browser: &Browser, page: &Page, email: &str, password: &str) -> Page {
    let form = page.form();
    browser.post(
        &form
            .fill("username", email)
            .fill("current-password", password),
    )
}

#[test]
fn a_form_of_the_desk_that_comes_after_the_sign_in_ended_is_done_by_signing_in_on_the_answer() {
    let stage = Stage::new();
    let languages = settings(&stage)
        .tick_all("language")
        .fill("capacity", "117")
        .fill("contact", "office@forum.example");
    let lines = "First line\r\n\r\n  \"Second\" & <third>\r\n";
    let texts = stage.desk.open(&at("/texts")).form();
    let texts = texts.fill("about.en", lines);
    for (form, path) in [(languages, "/settings"), (texts, "/texts")] {
        end_sign_ins(&stage);
        let answer = stage.desk.post(&form);
        assert_eq!(answer.status, 422, "{path}");
        let again = sign_in_here(&stage.desk, &answer, OWNER, "not this one at all");
        assert_eq!(again.status, 422, "{path}: a wrong password loses nothing");
        assert!(again.sentence().contains("do not match"));
        let done = saved(sign_in_here(&stage.desk, &again, OWNER, PASSWORD));
        assert!(done.location().unwrap().path().ends_with(path));
    }
    let kept = settings(&stage);
    assert_eq!(kept.value("capacity"), "117");
    assert_eq!(kept.value("contact"), "office@forum.example");
    let chosen = kept
        .pairs()
        .into_iter()
        .filter(|(name, _)| name == "language");
    assert_eq!(chosen.count(), 6);
    let about = stage.desk.open(&at("/texts")).form().value("about.en");
    assert_eq!(about.trim(), "First line\n\n  \"Second\" & <third>");
}

#[test]
fn a_form_is_good_after_signing_in_again_in_another_tab() {
    let stage = Stage::new();
    let form = settings(&stage).fill("capacity", "118");
    end_sign_ins(&stage);
    saved(enter(&stage.desk, OWNER, PASSWORD));
    saved(stage.desk.post(&form));
    assert_eq!(settings(&stage).value("capacity"), "118");
}

#[test]
fn another_account_goes_on_only_where_it_may_and_looks_first() {
    let stage = Stage::new();
    stage.colleague("viewer", FORUM);
    stage.colleague("organizer", FORUM);
    let form = settings(&stage).fill("capacity", "119");
    end_sign_ins(&stage);
    let answer = stage.desk.post(&form);
    let viewer = format!("viewer-of-{FORUM}@desk.example");
    let refused = sign_in_here(&stage.desk, &answer, &viewer, PASSWORD);
    assert_eq!(refused.status, 422);
    assert!(
        refused.sentence().contains("another one"),
        "{}",
        refused.sentence()
    );
    let organizer = format!("organizer-of-{FORUM}@desk.example");
    let looks = sign_in_here(&stage.desk, &refused, &organizer, PASSWORD);
    assert_eq!(looks.status, 422);
    assert!(looks.sentence().contains("119"), "{}", looks.sentence());
    saved(stage.desk.post(&looks.form()));
    let email = format!("organizer-of-{FORUM}@desk.example");
    assert!(stage.desk.open("/en/desk").text().contains(&email));
    assert_eq!(settings(&stage).value("capacity"), "119");
}

#[test]
fn what_another_site_made_a_browser_send_is_shown_and_not_done() {
    let stage = Stage::new();
    let forged = settings(&stage)
        .fill("capacity", "7")
        .forge("token", "made-up.by.them");
    let (kind, body) = forged.encode();
    let victim = stage.app.browser();
    let sent = |cookies: &Browser| {
        // An old browser: it does not say where the form comes from.
        let address = cookies.absolute(&forged.action);
        let request = http::Request::post(address.as_str()).header("content-type", &kind);
        cookies.send(request, body.clone())
    };
    let answer = sent(&victim);
    let shown = sign_in_here(&victim, &answer, OWNER, PASSWORD);
    assert_eq!(shown.status, 422);
    assert!(shown.sentence().contains('7') && shown.sentence().contains("/settings"));
    assert_eq!(sent(&victim).status, 422, "signed in, too");
    assert_ne!(settings(&stage).value("capacity"), "7");
}

#[test]
fn a_button_pressed_after_the_sign_in_ended_does_what_it_says() {
    let stage = Stage::with(&[("approval", "by_desk")]);
    let person = Person::number(1);
    saved(stage.app.browser().post(&stage.filled(&person)));
    let page = stage.desk.open(&stage.at_desk(&person.name));
    end_sign_ins(&stage);
    let answer = stage.desk.post(&page.form_to("/confirm"));
    assert_eq!(stage.state_of(&person), "pending");
    saved(sign_in_here(&stage.desk, &answer, OWNER, PASSWORD));
    assert_eq!(stage.state_of(&person), "confirmed");
}

#[test]
fn a_file_that_could_not_be_kept_is_asked_for_again() {
    let stage = Stage::new();
    let import = stage.desk.open(&at("/import")).form();
    let import = import.attach("people.csv", b"name,country\nAnna,AZ\n");
    end_sign_ins(&stage);
    let answer = stage.desk.submit(&import);
    assert!(
        answer.sentence().contains("choose it again"),
        "{}",
        answer.sentence()
    );
    let form = answer.form_to("/sign-in");
    let back = stage.desk.submit(
        &form
            .fill("username", OWNER)
            .fill("current-password", PASSWORD),
    );
    assert!(back.address.path().ends_with("/import"));
    let stale = back.form().forge("token", "too.old.by-far");
    let answer = stage
        .desk
        .submit(&stale.attach("people.csv", b"name,country\nAnna,AZ\n"));
    assert!(
        answer.sentence().contains("choose it again"),
        "{}",
        answer.sentence()
    );
}

#[test]
fn no_password_stands_in_an_answer() {
    let stage = Stage::new();
    let secret = "quite another long sentence";
    let said = stage
        .app
        .hazir_says(&["account", "add", "new@desk.example", "--role", "owner"]);
    let link = said
        .split_whitespace()
        .find(|word| word.contains("/password/"));
    // The command knows no port but the usual one.
    let path = link.unwrap().find("/en/").map(|at| &link.unwrap()[at..]);
    let browser = stage.app.browser();
    let form = browser.open(path.unwrap()).form();
    let answer = browser.post(
        &form
            .forge("token", "too.old.by-far")
            .fill("new-password", secret),
    );
    assert_eq!(answer.status, 422);
    assert!(!answer.text().contains(secret));
    saved(browser.post(&answer.form().fill("new-password", secret)));
    let form = browser.open("/en/desk/sign-in").form();
    let form = form
        .forge("token", "too.old.by-far")
        .fill("username", "new@desk.example");
    let answer = browser.post(&form.fill("current-password", secret));
    assert_eq!(answer.status, 422);
    assert!(!answer.text().contains(secret));
    assert_eq!(answer.form().value("username"), "new@desk.example");
}

#[test]
fn a_door_whose_pairing_ended_shows_what_was_typed_and_sends_it_again() {
    let stage = Stage::new();
    let body =
        "page=old&checkpoint=main-day-1&name=Ay%C5%9Fe+Kaya&email=ayse%40people.example&country=TR";
    let browser = stage.app.browser();
    let address = browser.absolute("/en/door/walk-in");
    let request = http::Request::post(address.as_str())
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    let answer = browser.send(request, body.into());
    assert_eq!(answer.status, 401);
    assert!(
        answer.sentence().contains("Ayşe Kaya"),
        "{}",
        answer.sentence()
    );
    assert_eq!(answer.form().value("email"), "ayse@people.example");
}

#[test]
fn no_sentence_of_ours_sends_people_back() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n/texts/en");
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let advice = text.lines().find(|line| {
            line.contains("Go back and")
                || line.contains("Go back,")
                || line.contains("go back and")
        });
        assert_eq!(advice, None);
    }
}
