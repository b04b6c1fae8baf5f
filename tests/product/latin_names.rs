//! A name in another script has its Latin form beside it, so that it can be compared with a passport.

use serde_json::{Value, json};

use super::reasons::phone;
use crate::support::Page;
use crate::support::door::Scanner;
use crate::support::stage::{DOOR, FORUM, Person, Registered, Stage, fill, saved};

const EVERY_LANGUAGE: [&str; 6] = ["en", "az", "ru", "tr", "ar", "fr"];

fn leyla() -> Person {
    Person::new("Лейла Алиева", "leyla@people.example")
}

fn correct(stage: &Stage, me: &Registered, field: &str, value: &str) -> Page {
    let browser = stage.app.browser();
    let form = browser.open(&format!("{}/correct", me.page)).form();
    browser.post(&form.fill(field, value))
}

/// What a door is told of somebody: by a scan, by a search and in its list.
fn told(scanner: &Scanner, code: &str, name: &str) -> [(Value, Value); 3] {
    let of = |one: &Value| (one["latin_name"].clone(), one["latin_is_ours"].clone());
    let scanned = scanner.scan(code, DOOR);
    let roster = scanner.get("/api/door/roster").json();
    let listed = roster["people"].as_array().unwrap().iter();
    let mut listed = listed.filter(|one| one["name"] == name);
    [
        of(&scanned["delegate"]),
        of(&scanner.search(name, DOOR)[0]),
        of(listed.next().unwrap()),
    ]
}

#[test]
fn a_door_is_told_the_latin_form_and_whether_it_is_our_reading() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let me = stage.register(&leyla());
    let ours = (json!("Leila Alieva"), json!(true));
    let code = me.letter.badge();
    assert_eq!(
        told(&scanner, &code, "Лейла Алиева"),
        [(); 3].map(|()| ours.clone())
    );
    saved(correct(&stage, &me, "latin_name", "Leyla Aliyeva"));
    let hers = (json!("Leyla Aliyeva"), Value::Null);
    assert_eq!(
        told(&scanner, &code, "Лейла Алиева"),
        [(); 3].map(|()| hers.clone())
    );
    let latin = stage.badge(&Person::new("Şəhla Ağayeva", "sehla@people.example"));
    let nothing = (Value::Null, Value::Null);
    assert_eq!(
        told(&scanner, &latin, "Şəhla Ağayeva"),
        [(); 3].map(|()| nothing.clone())
    );
}

#[test]
fn the_form_asks_in_every_language_and_what_is_told_there_need_not_be_told_again() {
    let stage = Stage::new();
    for language in EVERY_LANGUAGE {
        let browser = stage.app.browser();
        let form = browser
            .open(&format!("/{language}/{FORUM}/register"))
            .form();
        let email = format!("{language}@people.example");
        let form = fill(form, &Person::new("محمد حاجييف", &email));
        saved(browser.post(&form.fill("latin_name", "Mohammed Hajiyev")));
        let letter = stage.app.outbox().letter(1, &email);
        let mine = browser.open(&letter.own_page());
        assert!(!mine.has("#latin"), "{language}: it is not asked again");
        assert!(mine.sentence().contains("Mohammed Hajiyev"));
    }
}

#[test]
fn who_did_not_tell_it_is_registered_and_asked_by_the_letter_and_on_the_own_page() {
    let stage = Stage::new();
    let me = stage.register(&leyla());
    assert!(me.letter.text().contains("name in Latin letters"));
    let browser = stage.app.browser();
    for language in EVERY_LANGUAGE {
        let own = me.page.replace("/en/", &format!("/{language}/"));
        let page = browser.open(&own);
        assert!(
            page.has("#latin a[href$='/correct#latin_name']"),
            "{language}"
        );
        let form = browser.open(&format!("{own}/correct")).form();
        assert!(form.has("latin_name"), "{language}");
    }
    let kept = correct(&stage, &me, "latin_name", "Leyla Aliyeva");
    assert!(!browser.follow(kept).has("#latin"));
    let form = browser.open(&format!("{}/correct", me.page)).form();
    assert_eq!(form.value("latin_name"), "Leyla Aliyeva");
    assert_eq!(form.value("native_name"), "");
    let row = &stage.list(FORUM)[0];
    assert_eq!(
        (&*row["name"], &*row["native_name"]),
        ("Лейла Алиева", "Leyla Aliyeva")
    );
    let other = stage.register(&Person::number(1));
    assert!(!other.letter.text().contains("name in Latin letters"));
    assert!(!browser.open(&other.page).has("#latin"));
}

#[test]
fn what_cannot_be_kept_as_a_latin_form_is_said_beside_its_field() {
    let stage = Stage::new();
    let me = stage.register(&leyla());
    let faults = |page: Page| {
        assert_eq!(page.status, 422);
        page.attributes("[aria-invalid=true]", "name")
    };
    let wrong = correct(&stage, &me, "latin_name", "Лейла");
    assert_eq!(faults(wrong), ["latin_name"]);
    let browser = stage.app.browser();
    let form = browser.open(&format!("{}/correct", me.page)).form();
    let three = form
        .clone()
        .fill("native_name", "لیلا")
        .fill("latin_name", "Leyla");
    assert_eq!(faults(browser.post(&three)), ["native_name"]);
    let needless = form
        .fill("name", "Leyla Aliyeva")
        .fill("latin_name", "Lala Agayeva");
    assert_eq!(faults(browser.post(&needless)), ["latin_name"]);
    assert_eq!(stage.list(FORUM)[0]["native_name"], "");
}

#[test]
fn without_scripts_too_the_latin_form_stands_beneath_the_name_and_at_the_desk() {
    let stage = Stage::new();
    let me = stage.register(&leyla());
    let code = me.letter.badge();
    let phone = phone(&stage, DOOR);
    let shown = |language: &str| {
        let form = phone.open(&format!("/{language}/door")).form();
        let verdict = phone.post(&form.fill("code", &code)).words("p.latin");
        let search = phone.open(&format!("/{language}/door/search?q=алиева"));
        let desk = me_at_desk(&stage, language);
        let plain = |words: Vec<String>| words.concat().replace(['\u{2068}', '\u{2069}'], "");
        (
            plain(verdict),
            plain(search.words(".people .at")),
            plain(desk.words("dl.facts")),
        )
    };
    let (verdict, row, desk) = shown("en");
    assert_eq!(verdict, "Leila Alieva (our transliteration)");
    assert!(
        row.starts_with("Leila Alieva (our transliteration)"),
        "{row}"
    );
    assert!(
        desk.contains("Leila Alieva (our transliteration)"),
        "{desk}"
    );
    let (verdict, row, desk) = shown("ru");
    assert_eq!(verdict, "", "its readers compare with the name itself");
    assert!(
        !row.contains("Leila") && !desk.contains("Leila"),
        "{row} {desk}"
    );
    saved(correct(&stage, &me, "latin_name", "Leyla Aliyeva"));
    let (verdict, row, desk) = shown("az");
    assert_eq!(verdict, "Leyla Aliyeva");
    assert_eq!(row.matches("Leyla Aliyeva").count(), 1, "{row}");
    assert_eq!(desk.matches("Leyla Aliyeva").count(), 1, "{desk}");
}

fn me_at_desk(stage: &Stage, language: &str) -> Page {
    let own = stage.at_desk("Лейла Алиева");
    stage
        .desk
        .open(&own.replace("/en/", &format!("/{language}/")))
}
