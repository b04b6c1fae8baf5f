//! Who may not pass is told why, with the facts: as JSON to other programs, as a sentence to the volunteer.

use serde_json::{Value, json};

use crate::support::Browser;
use crate::support::door::scan;
use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

/// One more door, with what the desk's form says of it.
fn add_door(stage: &Stage, slug: &str, settings: impl FnOnce(Form) -> Form) {
    let new = format!("/en/desk/{FORUM}/checkpoints/new");
    let form = stage.desk.open(&new).form();
    let form = form.fill("name.en", slug).fill("slug", slug);
    saved(stage.desk.post(&settings(form)));
}

/// A phone whose browser runs no scripts, paired to one checkpoint.
pub fn phone(stage: &Stage, checkpoint: &str) -> Browser {
    let arguments = ["device", "add", FORUM, "--checkpoint", checkpoint];
    let said = stage.app.hazir_says(&arguments);
    let link = said
        .lines()
        .find_map(|line| line.strip_prefix("pairing link: "));
    let path = link.unwrap().parse::<url::Url>().unwrap();
    let browser = stage.app.browser();
    saved(browser.post(&browser.open(path.path()).form()));
    browser
}

/// What the page says to do with this badge.
fn advice(phone: &Browser, language: &str, code: &str) -> String {
    let form = phone.open(&format!("/{language}/door")).form();
    let verdict = phone.post(&form.fill("code", code));
    assert_eq!(verdict.status, 200, "{}", verdict.sentence());
    verdict
        .words(".next")
        .remove(0)
        .replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn a_door_that_is_shut_says_when_it_opens_or_since_when_it_is_closed() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    add_door(&stage, "later", |form| {
        form.fill("opens_at", "2031-04-29T09:00")
    });
    add_door(&stage, "over", |form| {
        form.fill("closes_at", "2025-04-28T18:30")
    });
    let later = stage.scanner_at(FORUM, "later").scan(&code, "later");
    assert_eq!(later["verdict"], "wrong_day");
    assert_eq!(
        later["reason"],
        json!({ "opens_at": "2031-04-29T05:00:00Z" })
    );
    let over = stage.scanner_at(FORUM, "over").scan(&code, "over");
    assert_eq!(
        over["reason"],
        json!({ "closes_at": "2025-04-28T14:30:00Z" })
    );

    let (later, over) = (phone(&stage, "later"), phone(&stage, "over"));
    let said = advice(&later, "en", &code);
    assert!(
        said.starts_with("This door opens on 29 April, 09:00."),
        "{said}"
    );
    let said = advice(&later, "ar", &code);
    assert!(said.contains("29 أبريل، 09:00"), "{said}");
    let said = advice(&over, "en", &code);
    assert!(
        said.starts_with("This door has been closed since 28 April, 18:30."),
        "{said}"
    );
    let said = advice(&over, "az", &code);
    assert!(
        said.starts_with("Bu giriş bağlanıb: 28 aprel, 18:30."),
        "{said}"
    );
}

#[test]
fn a_door_for_some_categories_names_them() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let id = speakers(&stage);
    add_door(&stage, "stage-door", |form| form.fill("category", &id));
    let result = stage
        .scanner_at(FORUM, "stage-door")
        .scan(&code, "stage-door");
    assert_eq!(result["verdict"], "wrong_category");
    let lasting = format!("K{id}");
    assert_eq!(
        result["reason"],
        json!({ "categories": ["speaker"], "category_ids": [lasting] })
    );
    let said = advice(&phone(&stage, "stage-door"), "en", &code);
    assert!(
        said.starts_with("Only these may enter here: Speaker."),
        "{said}"
    );
}

#[test]
fn a_refusal_sent_again_after_its_category_was_renamed_is_the_same_and_still_has_a_name() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let id = speakers(&stage);
    add_door(&stage, "stage-door", |form| form.fill("category", &id));
    let phone = phone(&stage, "stage-door");
    let typed = phone.open("/en/door").form().fill("code", &code);
    let scanner = stage.scanner_at(FORUM, "stage-door");
    let one = scan(&code, "stage-door");
    let before = (
        scanner.send(std::slice::from_ref(&one)),
        phone.post(&typed).words(".next"),
    );
    let list = format!("/en/desk/{FORUM}/categories");
    let links = stage.desk.open(&list).attributes("td.does a", "href");
    let link = links.iter().find(|link| link.ends_with(&format!("/{id}")));
    let form = stage.desk.open(link.expect("its page")).form();
    saved(stage.desk.post(&form.fill("slug", "voices")));
    let after = (
        scanner.send(std::slice::from_ref(&one)),
        phone.post(&typed).words(".next"),
    );
    assert_eq!(after, before);
    assert!(after.1[0].contains("Speaker"), "{:?}", after.1);
}

#[test]
fn the_rows_of_a_search_say_whom_the_door_will_not_let_pass() {
    let stage = Stage::new();
    let id = speakers(&stage);
    let (speaks, listens) = ("Aysel Quliyeva", "Aysel Kərimova");
    let list = format!(
        "name,email,country,category\n{speaks},a@people.example,AZ,speaker\n{listens},b@people.example,AZ,delegate\n"
    );
    let file = stage.app.folder.path().join("two.csv");
    std::fs::write(&file, list).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    add_door(&stage, "stage-door", |form| {
        form.fill("category", &id).fill("direction", "both")
    });
    let scanner = stage.scanner_at(FORUM, "stage-door");
    let found = scanner.search("aysel", "stage-door");
    let refusal = |name: &str| {
        let row = found.iter().find(|row| row["name"] == name);
        row.expect(name)["refusal"].clone()
    };
    assert_eq!(refusal(speaks), Value::Null);
    assert_eq!(refusal(listens), "wrong_category");
    let other = found.iter().find(|row| row["name"] == listens).unwrap();
    let together = format!(
        "/api/door/delegation?registration={}&by=country&checkpoint=stage-door",
        other["registration"].as_str().unwrap()
    );
    let together = scanner.get(&together).json();
    let members = together["people"].as_array().unwrap().iter();
    let refused: Vec<_> = members.filter_map(|one| one["refusal"].as_str()).collect();
    assert_eq!(refused, ["wrong_category"]);

    let phone = phone(&stage, "stage-door");
    let page = phone.open("/en/door/search?q=aysel");
    let rows = page.words(".people li");
    let row = |name: &str| rows.iter().find(|row| row.contains(name)).unwrap();
    assert!(row(speaks).contains("Admit"), "{rows:?}");
    let refused = row(listens);
    assert!(
        refused.contains("Another door") && !refused.contains("Admit"),
        "{rows:?}"
    );
}

#[test]
fn who_is_sent_out_without_having_been_inside_is_told_so_without_scripts_too() {
    let stage = Stage::new();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let phone = phone(&stage, DOOR);
    let pass = |direction: &str| {
        let form = phone.open("/en/door").form();
        let form = form.fill("code", &code).forge("direction", direction);
        let said = |form: &Form| phone.post(form).words("h1.word").concat();
        let (first, again) = (said(&form), said(&form));
        assert_eq!(first, again, "the same form sent twice");
        first
    };
    assert_eq!(pass("out"), "Was not inside");
    assert_eq!(pass("in"), "Welcome");
    assert_eq!(pass("out"), "Goodbye");
    assert_eq!(pass("out"), "Was not inside");
    let desk = stage.desk.open(&stage.at_desk(&person.name));
    let lines = desk.words("ol.history li");
    let words: Vec<bool> = lines
        .iter()
        .filter(|line| line.contains("Main entrance"))
        .map(|line| line.starts_with("Was not inside"))
        .collect();
    assert_eq!(words, [true, false, false, true], "{lines:?}");
}

/// The id of a category that most people are not of.
pub fn speakers(stage: &Stage) -> String {
    let boxes = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/checkpoints/new"));
    let labels = boxes.words("label.choice");
    let place = labels.iter().position(|label| label == "Speaker").unwrap();
    boxes.attributes("label.choice input", "value")[place].clone()
}

#[test]
fn a_badge_for_another_place_says_which() {
    let stage = Stage::new();
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/sites/new"))
        .form();
    let form = form
        .fill("name.en", "Nakhchivan Hall")
        .fill("slug", "nakhchivan");
    saved(stage.desk.post(&form));
    let person = Person::number(1);
    let form = stage.filled(&person).fill("sites", "nakhchivan");
    saved(stage.app.browser().post(&form));
    let code = stage.app.outbox().letter(1, &person.email).badge();
    let site = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/checkpoints/new"));
    let first = site.attributes("select[name=site] option", "value")[1].clone();
    add_door(&stage, "in-baku", |form| form.fill("site", &first));
    let result = stage.scanner_at(FORUM, "in-baku").scan(&code, "in-baku");
    assert_eq!(result["verdict"], "wrong_place");
    let reason = &result["reason"];
    assert_eq!(reason["sites"], json!(["nakhchivan"]));
    assert!(reason["site_ids"][0].as_str().unwrap().starts_with('S'));
    let said = advice(&phone(&stage, "in-baku"), "en", &code);
    assert!(
        said.starts_with("This badge is for: Nakhchivan Hall."),
        "{said}"
    );
}

#[test]
fn a_full_door_says_how_many_are_inside() {
    let stage = Stage::new();
    let (first, second) = (
        stage.badge(&Person::number(1)),
        stage.badge(&Person::number(2)),
    );
    add_door(&stage, "small", |form| form.fill("capacity", "1"));
    let scanner = stage.scanner_at(FORUM, "small");
    scanner.scan(&first, "small");
    let full = scan(&second, "small");
    let result = scanner.send(std::slice::from_ref(&full)).remove(0);
    assert_eq!(result["reason"], json!({ "inside": 1, "capacity": 1 }));
    let said = advice(&phone(&stage, "small"), "en", &second);
    assert!(said.starts_with("1 of 1 are inside."), "{said}");

    let mut out = scan(&first, "small");
    out["direction"] = "out".into();
    scanner.send(&[out]);
    let again = scanner.send(&[full]).remove(0);
    assert_eq!(again, result, "sent again, the same answer again");
}

#[test]
fn a_badge_that_was_replaced_says_when() {
    let stage = Stage::new();
    let person = Person::number(1);
    let old = stage.badge(&person);
    let page = stage.desk.open(&stage.at_desk(&person.name));
    saved(stage.desk.post(&page.form_to("/badge")));
    let result = stage.scanner().scan(&old, DOOR);
    assert_eq!(result["verdict"], "revoked");
    let replaced = result["reason"]["replaced_at"].as_str().unwrap();
    let replaced = hazir::clock::parse_rfc3339(replaced).unwrap();
    assert!(hazir::clock::now() - replaced < chrono::TimeDelta::minutes(5));
    let local = hazir::clock::in_zone(chrono_tz::Asia::Baku, replaced);
    let said = advice(&phone(&stage, DOOR), "en", &old);
    let when = local.format("%-d %B, %H:%M");
    assert!(
        said.starts_with(&format!("This badge was replaced on {when}.")),
        "{said}"
    );
}

#[test]
fn a_phone_s_own_list_says_since_when_a_badge_is_void() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.badge(&person);
    let page = stage.desk.open(&stage.at_desk(&person.name));
    saved(stage.desk.post(&page.form_to("/badge")));
    let roster = stage.scanner().get("/api/door/roster").json();
    let badges = &roster["people"][0]["badges"];
    assert_eq!(badges[0]["revoked"], true);
    assert!(badges[0]["revoked_at"].is_string(), "{badges}");
    assert_eq!(badges[1]["revoked"], false);
    assert_eq!(badges[1].get("revoked_at"), None);
}

#[test]
fn a_registration_that_is_not_confirmed_says_how_it_stands() {
    let stage = Stage::with(&[("approval", "by_desk")]);
    let person = Person::number(1);
    stage.register(&person);
    let scanner = stage.scanner();
    let found = scanner.search(&person.name, DOOR).remove(0);
    let reason = || -> Value {
        let mut by_name = scan("", DOOR);
        by_name.as_object_mut().unwrap().remove("code");
        by_name["registration"] = found["registration"].clone();
        let result = scanner.send(&[by_name]).remove(0);
        assert_eq!(result["verdict"], "not_confirmed");
        result["reason"].clone()
    };
    assert_eq!(reason(), json!({ "state": "pending" }));
    let page = stage.desk.open(&stage.at_desk(&person.name));
    saved(stage.desk.post(&page.form_to("/waitlist")));
    assert_eq!(reason(), json!({ "state": "waitlisted" }));

    let phone = phone(&stage, DOOR);
    let search = phone.open("/en/door").form_to("/door/search");
    let results = phone.post(&search.fill("q", &person.name));
    let id = results
        .attributes("button[name=registration]", "value")
        .remove(0);
    let verdict = phone.post(&results.form_to("/door").press("registration", &id));
    let said = verdict.words(".next").remove(0);
    assert!(
        said.starts_with("This person is on the waiting list."),
        "{said}"
    );
}
