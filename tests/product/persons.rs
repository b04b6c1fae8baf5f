//! A person is not an address: several share one, some have none, and whoever is said to be another is another.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::Page;
use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

const NEW: &str = "/en/desk/test-forum/registrations/new";

fn by_hand(stage: &Stage, name: &str, organisation: &str) -> Form {
    let form = stage.desk.open(NEW).form();
    form.fill("name", name)
        .fill("country", "AZ")
        .fill("organisation", organisation)
}

/// Those of a name, as the list has them.
fn called(stage: &Stage, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut list = stage.list(FORUM);
    list.retain(|row| row["name"] == name);
    list
}

fn import(stage: &Stage, list: &str) -> String {
    stage
        .app
        .hazir_says(&["import", FORUM, &write(stage, list)])
}

#[test]
fn the_desk_adds_somebody_without_an_address_whom_the_organisation_tells_from_others() {
    let stage = Stage::new();
    let asked = stage.desk.post(&by_hand(&stage, "Aysel Quliyeva", ""));
    assert_eq!(asked.status, 422);
    assert!(
        asked.sentence().contains("the organisation"),
        "{}",
        asked.sentence()
    );
    saved(stage.desk.post(&by_hand(&stage, "Aysel Quliyeva", "Xəzər")));
    saved(stage.desk.post(&by_hand(&stage, "Aysel Quliyeva", "Umid")));
    let people = called(&stage, "Aysel Quliyeva");
    assert_eq!(people.len(), 2);
    assert!(
        people
            .iter()
            .all(|row| row["email"].is_empty() && row["state"] == "confirmed")
    );
    assert!(
        stage.app.outbox().letters().is_empty(),
        "nobody can be told"
    );
}

#[test]
fn of_one_name_the_desk_asks_whether_it_is_the_same_or_another() {
    let stage = Stage::new();
    let name = "Aysel Quliyeva";
    saved(stage.desk.post(&by_hand(&stage, name, "Xəzər")));
    let asked = stage.desk.post(&by_hand(&stage, "QULIYEVA Aysel", "xəzər"));
    assert_eq!(asked.status, 422);
    let again = asked.form().press("another", "yes");
    let leads = |page: Page| saved(page).location().unwrap().to_string();
    let first = leads(stage.desk.post(&again));
    let second = leads(stage.desk.post(&again));
    assert_eq!(first, second, "pressed twice it is one person");
    assert_eq!(stage.list(FORUM).len(), 2);
    // With an address it is the same question.
    let person = Person::number(1);
    stage.register(&person);
    let form = by_hand(&stage, &person.name, "").fill("email", &person.email);
    let asked = stage.desk.post(&form);
    assert_eq!(asked.status, 422);
    saved(stage.desk.post(&asked.form().press("another", "yes")));
    let two = called(&stage, &person.name);
    assert_eq!(two.len(), 2);
    assert_ne!(two[0]["badge"], two[1]["badge"]);
}

#[test]
fn a_form_that_is_sent_again_with_another_address_corrects_it() {
    let stage = Stage::new();
    let wrong = Person::new("Aysel Quliyeva", "aysle@people.example");
    let right = Person::new("Aysel Quliyeva", "aysel@people.example");
    let browser = stage.app.browser();
    let form = stage.filled(&wrong);
    saved(browser.post(&form));
    let old = stage.app.outbox().letter(1, &wrong.email).own_page();
    saved(browser.post(&form.clone().fill("email", &right.email)));
    assert_eq!(called(&stage, &right.name).len(), 1);
    assert_eq!(stage.state_of(&right), "confirmed");
    let letter = stage.app.outbox().letter(1, &right.email);
    assert!(!letter.badge().is_empty());
    assert_eq!(browser.get(&old).status, 404, "the old link has ended");
    assert_eq!(browser.get(&letter.own_page()).status, 200);
    // The old address is told, and the same form once more changes nothing.
    stage.app.outbox().letter(2, &wrong.email);
    saved(browser.post(&form.fill("email", &right.email)));
    assert_eq!(stage.list(FORUM).len(), 1);
    assert_eq!(stage.app.outbox().letters_to(&right.email).len(), 1);
}

#[test]
fn a_list_brings_people_without_addresses_once_and_others_of_one_name_where_it_says_so() {
    let stage = Stage::new();
    let list = "name,email,country,organisation,another\n\
        Aysel Quliyeva,,AZ,Xəzər,\n\
        Aysel Quliyeva,,AZ,Xəzər,\n\
        Aysel Quliyeva,,AZ,Umid,\n\
        Orxan Məmmədov,,AZ,,\n";
    let said = String::from_utf8(
        stage
            .app
            .hazir(&["import", FORUM, &write(&stage, list)])
            .stdout,
    )
    .unwrap();
    assert!(said.contains("the organisation is needed"), "{said}");
    assert!(said.contains("in an earlier row"), "{said}");
    assert_eq!(called(&stage, "Aysel Quliyeva").len(), 2);
    let list = list.replacen(
        "Xəzər,\nAysel Quliyeva,,AZ,Xəzər,\n",
        "Xəzər,\nAysel Quliyeva,,AZ,Xəzər,yes\n",
        1,
    );
    let list = list.replace("Orxan Məmmədov,,AZ,,\n", "");
    for _ in 0..2 {
        import(&stage, &list);
        assert_eq!(called(&stage, "Aysel Quliyeva").len(), 3);
    }
}

fn write(stage: &Stage, list: &str) -> String {
    let file = stage.app.folder.path().join("people.csv");
    std::fs::write(&file, list).unwrap();
    file.to_str().unwrap().to_owned()
}

fn walk_in(fields: Value) -> Value {
    let mut act = json!({ "do": "walk_in", "checkpoint": DOOR, "country": "AZ" });
    for (field, value) in fields.as_object().unwrap() {
        act[field] = value.clone();
    }
    act
}

#[test]
fn a_door_registers_whoever_has_no_address_and_another_of_one_name() {
    let stage = Stage::new();
    crate::acts::set_walk_ins(&stage, "confirmed");
    let scanner = stage.scanner();
    let result = |fields: Value| scanner.act(walk_in(fields));
    let lacks = result(json!({ "name": "Aysel Quliyeva" }));
    assert!(lacks["fields"]["organisation"].is_string(), "{lacks}");
    let first = result(json!({ "name": "Aysel Quliyeva", "organisation": "Xəzər" }));
    assert_eq!(
        (&first["done"], &first["known"]),
        (&json!(true), &Value::Null),
        "{first}"
    );
    let same = result(json!({ "name": "Aysel Quliyeva", "organisation": "Xəzər" }));
    assert_eq!(same["known"], true, "{same}");
    assert_eq!(same["registration"], first["registration"]);
    let other =
        result(json!({ "name": "Aysel Quliyeva", "organisation": "Xəzər", "another": true }));
    assert_eq!(
        (&other["done"], &other["known"]),
        (&json!(true), &Value::Null),
        "{other}"
    );
    assert_ne!(other["registration"], first["registration"]);
    assert_eq!(called(&stage, "Aysel Quliyeva").len(), 2);
}

#[test]
fn a_door_without_scripts_asks_the_same_question() {
    let stage = Stage::new();
    crate::acts::set_walk_ins(&stage, "confirmed");
    let phone = crate::reasons::phone(&stage, DOOR);
    let form = |page: &Page| {
        let form = page.form_to("/door/walk-in");
        form.fill("name", "Aysel Quliyeva")
            .fill("organisation", "Xəzər")
            .fill("country", "AZ")
    };
    saved(phone.post(&form(&phone.open("/en/door"))));
    let asked = phone.post(&form(&phone.open("/en/door")));
    assert_eq!(asked.status, 422);
    assert!(
        asked.sentence().contains("Is this the person?"),
        "{}",
        asked.sentence()
    );
    saved(phone.post(&asked.form_to("/door/walk-in").tick("another")));
    assert_eq!(called(&stage, "Aysel Quliyeva").len(), 2);
}
