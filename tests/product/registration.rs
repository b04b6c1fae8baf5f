//! The form, as people and programs send it.

use crate::support::stage::{FORUM, Person, Stage, fill, saved};
use crate::support::{Browser, at_once};

#[test]
fn what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    for language in ["en", "az", "ar"] {
        let form = browser
            .open(&format!("/{language}/{FORUM}/register"))
            .form();
        let person = Person {
            organisation: "<Xəzər> & \"dostlar\"".into(),
            ..Person::new("Şəhla", "sehla.example.org")
        };
        let page = browser.post(&fill(form, &person).untick("consent"));
        assert_eq!(page.status, 422);
        assert_eq!(page.attributes("html", "lang"), [language]);
        let again = page.form();
        assert_eq!(again.value("name"), "Şəhla");
        assert_eq!(again.value("email"), "sehla.example.org");
        assert_eq!(again.value("organization"), person.organisation);
        assert_eq!(again.value("country"), "AZ");
        let summary = page.attributes(".error-summary a", "href");
        assert_eq!(summary.len(), 2, "{summary:?}");
        for target in summary {
            assert!(page.has(&target), "{target} is on the page");
        }
        assert_eq!(page.attributes("[aria-invalid=true]", "name").len(), 2);
    }
    assert!(stage.app.outbox().letters().is_empty());
}

#[test]
fn somebody_known_gets_the_same_answer_and_the_badge_again() {
    let stage = Stage::new();
    let person = Person::number(1);
    let browser = stage.app.browser();
    let first = browser.post(&stage.filled(&person));
    let badge = stage.app.outbox().letter(1, &person.email).badge();
    let other_way = Person {
        email: person.email.to_uppercase(),
        name: person.name.to_uppercase(),
        ..person.clone()
    };
    let second = browser.post(&stage.filled(&other_way));
    assert_eq!(
        (first.status, first.location()),
        (second.status, second.location())
    );
    assert_eq!(
        browser.follow(first).sentence(),
        browser.follow(second).sentence()
    );
    let letters = stage.app.outbox();
    let again =
        crate::support::eventually("the second letter", || letters.letters().into_iter().nth(1));
    assert_eq!(again.badge(), badge);
    assert_eq!(stage.list(FORUM).len(), 1);
    assert_eq!(stage.list(FORUM)[0]["name"], person.name);
}

#[test]
fn who_comes_after_the_last_place_is_waitlisted_and_told_so() {
    let stage = Stage::with(&[("capacity", "1")]);
    stage.register(&Person::number(1));
    for number in [3, 2] {
        let person = Person::number(number);
        let later = stage.register(&person);
        assert_eq!(stage.state_of(&person), "waitlisted");
        let parts = later.letter.parts();
        assert!(
            !parts.iter().any(|part| part.kind == "image/png"),
            "no badge before there is a place"
        );
    }
}

#[test]
fn a_withdrawn_delegate_may_come_back() {
    let stage = Stage::new();
    let first = stage.register(&Person::number(1));
    let browser = stage.app.browser();
    saved(
        browser.post(
            &browser
                .open(&format!("{}/withdraw", first.page))
                .form_to("/withdraw"),
        ),
    );
    saved(browser.post(&stage.filled(&Person::number(1))));
    let live: Vec<_> = stage
        .list(FORUM)
        .into_iter()
        .filter(|row| row["state"] == "confirmed")
        .collect();
    assert_eq!(live.len(), 1);
}

#[test]
fn a_program_that_fills_every_field_registers_nobody() {
    let stage = Stage::new();
    let form = stage
        .filled(&Person::number(1))
        .fill("tel", "+994501234567");
    let fields = form.text_fields().into_iter();
    let empty = fields.filter(|name| form.value(name).is_empty());
    let form = empty.fold(form.clone(), |form, name| {
        form.fill(&name, "https://cheap.example")
    });
    let answer = stage.app.browser().post(&form);
    assert!([303, 422].contains(&answer.status));
    assert!(stage.list(FORUM).is_empty());
}

#[test]
fn two_hundred_people_behind_one_address_all_get_in_and_have_their_mail() {
    let stage = Stage::new();
    let hotel = stage.app.browser().with("x-forwarded-for", "203.0.113.7");
    let people: Vec<Person> = (0..200).map(Person::number).collect();
    let answers = at_once(&people, |person| hotel.post(&stage.filled(person)).status);
    assert_eq!(answers, vec![303; 200]);
    assert_eq!(stage.list(FORUM).len(), 200);
    for person in &people {
        stage.app.outbox().letter(1, &person.email);
    }
    assert!(
        !stage
            .desk
            .open(&format!("/en/desk/{FORUM}/messages"))
            .has("#held")
    );
}

#[test]
fn the_page_and_its_style_come_in_one_round_trip() {
    let stage = Stage::new();
    for language in ["en", "az", "ru", "tr", "ar", "fr"] {
        let browser = Browser::new(stage.app.address()).with("accept-encoding", "br");
        let address = format!("/{language}/{FORUM}/register");
        let page = browser.get(&address);
        assert_eq!(page.header("content-encoding"), "br");
        let plain = stage.app.browser().open(&address);
        let style = browser.get(&plain.attributes("link[rel=stylesheet]", "href")[0]);
        let bytes = page.body.len() + style.body.len();
        assert!(
            bytes < 14 * 1024,
            "{language}: {} + {} bytes",
            page.body.len(),
            style.body.len()
        );
        assert!(plain.attributes("script", "src").is_empty());
    }
}
