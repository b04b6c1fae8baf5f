//! What opens something has a maker and an end: devices, their links, invitations to the desk.

use chrono::{Days, NaiveDate, Utc};

use crate::support::door::Scanner;
use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, PASSWORD, Person, Stage, enter, saved, set_password};
use crate::support::{App, Browser, Page};

const PEOPLE: &str = "/en/desk/test-forum/people";
const DEVICES: &str = "/en/desk/test-forum/devices";

fn colleague_of(role: &str) -> String {
    format!("{role}-of-{FORUM}@desk.example")
}

/// A scanner that somebody of the desk makes there, and its page.
fn made_by(stage: &Stage, who: &Browser, name: &str) -> (Scanner, Page) {
    let form = who.open(&format!("{DEVICES}/new")).form();
    let page = who.submit(&form.fill("name", name).tick("checkpoint").tick("bearer"));
    let token = page.words("section.panel p.code").remove(0);
    (Scanner::new(stage.app.browser(), &token), page)
}

fn works(scanner: &Scanner) -> bool {
    scanner.get("/api/door/roster").status == 200
}

/// The forms beside somebody in the list of who has access: another role, and taking it away.
fn access(stage: &Stage, email: &str) -> (Form, Form) {
    let page = stage.desk.open(PEOPLE);
    let rows = page.words("tbody th");
    let place = rows.iter().position(|row| row == email).unwrap();
    let forms = page.forms().into_iter();
    let mut forms = forms.filter(|form| form.action.contains("/people/"));
    let change = forms.nth(2 * place).unwrap();
    (change, forms.next().unwrap())
}

fn invite(who: &Browser, email: &str, role: &str) -> Page {
    let form = who.open(PEOPLE).form();
    who.submit(&form.fill("email", email).fill("role", role))
}

fn answered(page: &Page, answer: &str) -> Form {
    let mut forms = page.forms().into_iter();
    let form = forms.find(|form| !form.action.ends_with("/sign-out"));
    form.unwrap().press("made", answer)
}

#[test]
fn who_only_looks_on_sees_the_devices_and_makes_renews_and_ends_none() {
    let stage = Stage::new();
    let (scanner, device) = made_by(&stage, &stage.desk, "Gate 1");
    let device = device.address.path().to_owned();
    let viewer = stage.colleague("viewer", FORUM);
    let list = viewer.open(DEVICES);
    assert!(list.sentence().contains("Gate 1"), "{}", list.sentence());
    assert!(!list.has("a[href$='/devices/new']"));
    assert!(!viewer.open(&device).has("main form"));
    assert_eq!(viewer.get(&format!("{DEVICES}/new")).status, 403);
    let token = viewer.open("/en/desk").form_to("/sign-out").value("token");
    let page = stage.desk.open(&device);
    let new = stage.desk.open(&format!("{DEVICES}/new")).form();
    let new = new.fill("name", "Gate 2").tick("checkpoint");
    let printer = page.form_to("/link").sent_to(&format!("{device}/printer"));
    for form in [new, page.form_to("/link"), page.form_to("/revoke"), printer] {
        let answer = viewer.post(&form.fill("token", &token));
        assert_eq!(answer.status, 403, "{}", answer.address);
    }
    assert!(works(&scanner));
    assert_eq!(stage.desk.open(DEVICES).words("tbody th"), ["Gate 1"]);
    for role in ["door", "registrar", "organizer"] {
        let colleague = stage.colleague(role, FORUM);
        let (own, page) = made_by(&stage, &colleague, role);
        saved(colleague.post(&page.form_to("/revoke")));
        assert!(!works(&own), "{role}");
    }
}

#[test]
fn a_device_says_who_made_it_and_who_made_its_last_link() {
    let stage = Stage::new();
    let door = stage.colleague("door", FORUM);
    let (_, page) = made_by(&stage, &door, "Gate 1");
    let said = page.sentence();
    assert!(
        said.contains(&format!("Made by {} ·", colleague_of("door"))),
        "{said}"
    );
    assert!(!said.contains("Latest link"), "{said}");
    let device = page.address.path().to_owned();
    let said = stage
        .desk
        .submit(&stage.desk.open(&device).form_to("/link"));
    let said = said.sentence();
    assert!(
        said.contains("Latest link made by owner@desk.example"),
        "{said}"
    );
    stage.scanner();
    let of_command = stage.desk.open(&format!("{DEVICES}/2")).sentence();
    assert!(
        of_command.contains("no account (command line)"),
        "{of_command}"
    );
}

fn settings(stage: &Stage) -> Form {
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/settings"));
    page.form()
}

#[test]
fn a_device_ends_with_its_forum_however_long_was_asked_for() {
    let stage = Stage::new();
    let last: NaiveDate = settings(&stage).value("ends_on").parse().unwrap();
    let later = (last + Days::new(4)).to_string();
    let form = stage.desk.open(&format!("{DEVICES}/new")).form();
    let form = form.fill("name", "Gate 1").tick("checkpoint");
    let answer = stage
        .desk
        .post(&form.clone().fill("until", &format!("{later}T09:00")));
    assert_eq!(answer.status, 422);
    assert!(
        answer.sentence().contains("ends with its forum"),
        "{}",
        answer.sentence()
    );
    let said = stage.app.hazir(&[
        "device",
        "add",
        FORUM,
        "--checkpoint",
        DOOR,
        "--until",
        &later,
    ]);
    assert_eq!(said.status.code(), Some(2));
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.contains("ends with its forum"), "{said}");

    // Nor is it longer when the forum becomes shorter.
    let long = (last + Days::new(10)).to_string();
    saved(stage.desk.post(&settings(&stage).fill("ends_on", &long)));
    let made = stage
        .desk
        .submit(&form.fill("until", &format!("{long}T09:00")));
    let device = made.address.path().to_owned();
    let until = |page: &Page| page.words(".facts dd").join(" · ");
    let before = until(&stage.desk.open(&device));
    saved(
        stage
            .desk
            .post(&settings(&stage).fill("ends_on", &last.to_string())),
    );
    let after = until(&stage.desk.open(&device));
    assert_ne!(before, after);
    let midnight = (last + Days::new(3)).format("%-d %B %Y, 00:00").to_string();
    assert!(after.contains(&midnight), "{after}");
}

#[test]
fn a_device_of_before_ends_with_its_forum_and_works_till_then() {
    let mut stage = Stage::new();
    let (scanner, page) = made_by(&stage, &stage.desk, "Gate 1");
    let device = page.address.path().to_owned();
    let down = match stage.app.database.is_postgres() {
        true => include_str!("../../migrations/postgres/2026-11-30-000064_makers/down.sql"),
        false => include_str!("../../migrations/sqlite/2026-11-30-000064_makers/down.sql"),
    };
    stage.app.stop();
    stage.app.database.execute(down);
    stage.app.database.execute(
        "DELETE FROM __diesel_schema_migrations WHERE version = '20261130000064';
         UPDATE device SET valid_until = '2099-01-01 00:00:00'",
    );
    stage.app.run();
    let scanner = scanner.on(stage.app.browser());
    assert!(works(&scanner), "it is known as before");
    let owner = stage.app.browser();
    saved(enter(&owner, "owner@desk.example", PASSWORD));
    let said = owner.open(&device).sentence();
    let soon = (Utc::now() + Days::new(4)).format("%B %Y").to_string();
    assert!(!said.contains("2099") && said.contains(&soon), "{said}");
    assert!(said.contains("no account"), "{said}");
}

#[test]
fn whoever_takes_a_right_away_is_shown_what_was_made_with_it_and_ends_it() {
    let stage = Stage::new();
    let colleague = stage.colleague("organizer", FORUM);
    let (scanner, _) = made_by(&stage, &colleague, "Gate 1");
    invite(&colleague, "friend@desk.example", "viewer");
    let invitation = stage.app.outbox().letter(1, "friend@desk.example");
    let invitation = invitation.link("/password/");

    let take = access(&stage, &colleague_of("organizer")).1;
    let asked = stage.desk.post(&take);
    assert_eq!(asked.status, 422);
    let said = asked.sentence();
    assert!(
        said.contains("Gate 1") && said.contains("friend@desk.example"),
        "{said}"
    );
    assert_eq!(colleague.get(DEVICES).status, 200, "nothing is done yet");
    assert!(works(&scanner));

    saved(stage.desk.post(&answered(&asked, "end")));
    assert_eq!(colleague.get(DEVICES).status, 404);
    assert!(!works(&scanner));
    assert_eq!(stage.app.browser().get(&invitation).status, 404);
    assert!(
        !stage
            .desk
            .open(PEOPLE)
            .words("tbody th")
            .contains(&colleague_of("organizer"))
    );
}

#[test]
fn what_is_taken_over_goes_on_in_the_name_of_who_took_it() {
    let stage = Stage::new();
    let colleague = stage.colleague("organizer", FORUM);
    let (scanner, page) = made_by(&stage, &colleague, "Gate 1");
    let device = page.address.path().to_owned();
    let change = |role: &str| {
        access(&stage, &colleague_of("organizer"))
            .0
            .fill("role", role)
    };
    // Whoever runs the doors goes on doing so.
    saved(stage.desk.post(&change("door")));
    let asked = stage.desk.post(&change("viewer"));
    assert_eq!(asked.status, 422);
    assert_eq!(colleague.get(&format!("{DEVICES}/new")).status, 200);
    saved(stage.desk.post(&answered(&asked, "take-over")));
    assert_eq!(colleague.get(&format!("{DEVICES}/new")).status, 403);
    assert!(works(&scanner));
    let said = stage.desk.open(&device).sentence();
    assert!(said.contains("Made by owner@desk.example"), "{said}");
    // Nothing is left to be asked about.
    saved(
        stage
            .desk
            .post(&access(&stage, &colleague_of("organizer")).1),
    );
}

#[test]
fn a_smaller_role_given_once_more_asks_too() {
    let stage = Stage::new();
    let colleague = stage.colleague("door", FORUM);
    let (scanner, _) = made_by(&stage, &colleague, "Gate 1");
    let form = stage.desk.open(PEOPLE).form();
    let form = form
        .fill("email", &colleague_of("door"))
        .fill("role", "viewer");
    let asked = stage.desk.post(&form);
    assert_eq!(asked.status, 422);
    assert!(asked.sentence().contains("Gate 1"), "{}", asked.sentence());
    saved(stage.desk.post(&answered(&asked, "end")));
    assert_eq!(colleague.get(&format!("{DEVICES}/new")).status, 403);
    assert!(!works(&scanner));
}

#[test]
fn an_account_is_shut_out_with_a_word_about_what_it_made() {
    let stage = Stage::new();
    let colleague = stage.colleague("door", FORUM);
    let (scanner, _) = made_by(&stage, &colleague, "Gate 1");
    let accounts = stage.desk.open("/en/desk/accounts");
    let rows = accounts.words("tbody th");
    let place = rows
        .iter()
        .position(|row| *row == colleague_of("door"))
        .unwrap();
    let mut forms = accounts.forms().into_iter();
    let mut forms = forms
        .by_ref()
        .filter(|form| form.action.contains("/accounts/"));
    let disable = forms.nth(place).unwrap().press("do", "disable");
    let asked = stage.desk.post(&disable);
    assert_eq!(asked.status, 422);
    assert!(asked.sentence().contains("Gate 1"), "{}", asked.sentence());
    assert_eq!(colleague.get("/en/desk").status, 200, "nothing is done yet");
    saved(stage.desk.post(&answered(&asked, "take-over")));
    assert_eq!(colleague.get("/en/desk").status, 303);
    assert!(works(&scanner));
}

#[test]
fn a_command_that_lessens_a_role_wants_a_word_about_what_was_made() {
    let stage = Stage::new();
    let colleague = stage.colleague("door", FORUM);
    let (scanner, _) = made_by(&stage, &colleague, "Gate 1");
    let email = colleague_of("door");
    let lessen = [
        "account", "add", &email, "--role", "viewer", "--forum", FORUM,
    ];
    let refused = stage.app.hazir(&lessen);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("Gate 1") && said.contains("--made"), "{said}");
    assert_eq!(colleague.get(&format!("{DEVICES}/new")).status, 200);
    stage
        .app
        .hazir_says(&[&lessen[..], &["--made", "take-over"]].concat());
    assert_eq!(colleague.get(&format!("{DEVICES}/new")).status, 403);
    assert!(works(&scanner));
    let unknown = stage
        .app
        .hazir(&[&lessen[..], &["--made", "sell"]].concat());
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_link_without_a_public_address_is_said_to_open_on_this_machine_only() {
    let mut app = App::prepare();
    let add = ["account", "add", "owner@desk.example"];
    assert!(app.hazir_says(&add).contains("on this machine only"));
    app.set("HAZIR_PUBLIC_URL", "https://forum.example");
    assert!(!app.hazir_says(&add).contains("on this machine only"));
}

#[test]
fn whoever_is_invited_the_desk_is_told_the_same() {
    let stage = Stage::new();
    stage.add_forum("another-forum", &[]);
    stage.colleague("viewer", "another-forum");
    let organizer = stage.colleague("organizer", FORUM);
    let add = |email: &str| {
        stage
            .app
            .hazir_says(&["account", "add", email, "--role", "owner"])
    };
    for owner in ["second@desk.example", "gone@desk.example"] {
        let said = add(owner);
        let link = said
            .split_whitespace()
            .find(|word| word.contains("/password/"));
        let path = link.unwrap().parse::<url::Url>().unwrap().path().to_owned();
        saved(set_password(&stage.app.browser(), &path, PASSWORD));
    }
    let accounts = stage.desk.open("/en/desk/accounts");
    let rows = accounts.words("tbody th");
    let place = rows
        .iter()
        .position(|row| row == "gone@desk.example")
        .unwrap();
    let mut forms = accounts.forms().into_iter();
    let mut forms = forms
        .by_ref()
        .filter(|form| form.action.contains("/accounts/"));
    saved(
        stage
            .desk
            .post(&forms.nth(place).unwrap().press("do", "disable")),
    );

    let invited = [
        "nobody@desk.example",
        "viewer-of-another-forum@desk.example",
        "second@desk.example",
        "gone@desk.example",
    ];
    let without = |page: &Page, email: &str| page.sentence().replace(email, "…");
    let mut told = Vec::new();
    for email in invited {
        for _ in 0..2 {
            let page = invite(&organizer, email, "viewer");
            let rows = page.words("tbody tr").into_iter();
            let mut rows = rows.filter(|row| row.starts_with(email));
            let row = rows.next().unwrap().replace(email, "…");
            told.push((page.words(".notice"), row));
        }
        assert_eq!(stage.app.outbox().letter(2, email).to(), email);
        let take = access(&stage, email).1;
        let page = organizer.open(PEOPLE);
        assert!(without(&page, email).contains('…'));
        saved(stage.desk.post(&take));
    }
    for others in told.chunks(2) {
        assert_eq!(others[0].0, told[0].0);
        assert_eq!(others[1].0, told[1].0);
        let role_and_giver = |row: &str| row.split(", ").next().unwrap().to_owned();
        assert_eq!(role_and_giver(&others[0].1), role_and_giver(&told[0].1));
    }
}

#[test]
fn the_desk_sees_by_whose_word_somebody_is_there_and_how_long_an_invitation_lasts() {
    let stage = Stage::new();
    let organizer = stage.colleague("organizer", FORUM);
    let page = invite(&organizer, "friend@desk.example", "viewer");
    let given = format!("Given by {}", colleague_of("organizer"));
    assert!(page.sentence().contains(&given), "{}", page.sentence());
    let accounts = stage.desk.open("/en/desk/accounts").sentence();
    let sent = format!("Link sent by {}, works until", colleague_of("organizer"));
    assert!(accounts.contains(&sent), "{accounts}");
}

#[test]
fn who_only_looks_on_sees_neither_badge_codes_nor_needs() {
    let stage = Stage::new();
    let person = Person::number(1);
    let form = stage
        .filled(&person)
        .fill("access_needs", "Ramp")
        .fill("food_needs", "No nuts");
    saved(stage.app.browser().post(&form));
    // Lists have it without the letters before it.
    let shown = stage.app.outbox().letter(1, &person.email).badge();
    let code = shown.trim_start_matches("HZ");
    let at_desk = stage.at_desk(&person.name);
    let correct = stage.desk.open(&format!("{at_desk}/correct")).form();
    saved(stage.desk.post(&correct.fill("food_needs", "No eggs")));
    stage
        .scanner()
        .scan("HZ7QK3M9XA2VBT0123456789ABCD", "a-door-of-old");
    let list = format!("/en/desk/{FORUM}/not-entered");
    let lists = ["csv", "json"].map(|ending| format!("/en/desk/{FORUM}/export.{ending}"));
    let secrets = [code, "Ramp", "No nuts", "No eggs"];

    let registrar = stage.colleague("registrar", FORUM);
    for address in &lists {
        let said = registrar.open(address).text();
        assert!(said.contains(code) && said.contains("Ramp"), "{said}");
    }
    assert!(registrar.open(&list).has("main .code"));
    assert!(registrar.open(&at_desk).sentence().contains("No nuts"));

    let viewer = stage.colleague("viewer", FORUM);
    for address in lists.iter().chain([&at_desk]) {
        let said = viewer.open(address).text();
        for secret in secrets {
            assert!(!said.contains(secret), "{address} says {secret}");
        }
        assert!(said.contains(&person.name), "{address}");
    }
    assert!(!viewer.open(&at_desk).has(".badge"));
    assert!(!viewer.open(&list).has("main .code"));
    let csv = viewer.open(&lists[0]).text();
    let heads = csv
        .trim_start_matches('\u{feff}')
        .lines()
        .next()
        .unwrap()
        .to_owned();
    assert!(
        heads.contains(",badge,") && heads.contains("access_needs"),
        "{heads}"
    );
}
