//! What people may rename is no key: lists, scans and rules refer to what does not change.

use serde_json::{Value, json};

use crate::support::door::{Scanner, scan};
use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};

/// Opens the last thing of this name that a page of the forum lists, changes its form and saves it.
fn change(stage: &Stage, list: &str, name: &str, change: impl Fn(Form) -> Form) {
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/{list}"));
    let links = page.attributes("td.does a", "href");
    let place = page
        .words("tbody tr")
        .iter()
        .rposition(|row| row.contains(name))
        .unwrap_or_else(|| panic!("{list} has no {name}: {}", page.sentence()));
    let form = stage.desk.open(&links[place]).form();
    saved(stage.desk.post(&change(form)));
}

fn roster(scanner: &Scanner) -> Value {
    scanner.get("/api/door/roster").json()
}

fn id(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("an id: {value}"))
}

#[test]
fn the_roster_names_people_rules_and_places_by_what_does_not_change() {
    let stage = Stage::new();
    stage.register(&Person::number(1));
    let scanner = stage.scanner();
    let before = roster(&scanner);
    let door = &before["checkpoints"][0];
    assert_eq!(door["checkpoint"], DOOR);
    assert!(id(&door["id"]).starts_with('C'), "{door}");
    assert_eq!(door["category_ids"], json!([]));
    assert!(
        door["site_id"].is_null() || id(&door["site_id"]).starts_with('S'),
        "{door}"
    );
    let person = &before["people"][0];
    assert!(id(&person["category_id"]).starts_with('K'), "{person}");
    assert!(person["site_ids"].is_array(), "{person}");
    let category = &before["categories"][0];
    assert_eq!(category["id"], person["category_id"]);
    assert_eq!(category["category"], person["category"]);
    assert!(id(&before["sites"][0]["id"]).starts_with('S'), "{before}");
    assert!(before["sites"][0]["site"].is_string());

    change(&stage, "categories", "Delegate", |form| {
        form.fill("slug", "members")
    });
    change(&stage, "checkpoints", "Main entrance", |form| {
        form.fill("slug", "hall")
    });
    let after = roster(&scanner);
    assert_eq!(after["checkpoints"][0]["id"], door["id"]);
    assert_eq!(after["checkpoints"][0]["checkpoint"], "hall");
    let category = after["categories"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == person["category_id"]);
    assert_eq!(category.unwrap()["category"], "members");
    assert_eq!(after["people"][0]["category_id"], person["category_id"]);
}

#[test]
fn a_checkpoint_is_taken_by_its_short_name_and_by_its_lasting_id_everywhere() {
    let stage = Stage::new();
    stage.add_door(FORUM, "side-door");
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = stage.scanner();
    let lasting = id(&roster(&scanner)["checkpoints"][0]["id"]).to_owned();
    for (door, expected) in [(lasting.as_str(), "admitted"), (DOOR, "already_in")] {
        assert_eq!(scanner.scan(&code, door)["verdict"], expected, "{door}");
        assert_eq!(scanner.inside(door), 1, "{door}");
        let found = scanner.search(&person.name, door).remove(0);
        assert_eq!(found["first"]["checkpoint"], DOOR, "{door}");
        let id = found["registration"].as_str().unwrap();
        let together = scanner.get(&format!(
            "/api/door/delegation?registration={id}&by=country&checkpoint={door}"
        ));
        assert_eq!(together.json()["people"].as_array().unwrap().len(), 1);
    }
    // Another door of the forum, and what is no door's id.
    for wrong in ["C999999", "c1", "K1", "C", "C01x", "side-door"] {
        assert!(
            scanner.scan(&code, wrong).get("verdict").is_none(),
            "{wrong}"
        );
        let count = scanner.get(&format!("/api/door/count?checkpoint={wrong}"));
        assert_eq!(count.status, 404, "{wrong}");
    }
}

#[test]
fn a_rehearsal_names_its_checkpoint_by_the_lasting_id_too() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let soon = hazir::clock::now() + chrono::TimeDelta::hours(2);
    let local = hazir::clock::in_zone(chrono_tz::Asia::Baku, soon);
    let local = local.format("%Y-%m-%dT%H:%M").to_string();
    change(&stage, "checkpoints", "Main entrance", |form| {
        form.fill("opens_at", &local)
    });
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
    let door = list.attributes("td.does a", "href").pop().unwrap();
    let page = stage.desk.open(&format!("{door}/rehearsal"));
    saved(stage.desk.post(&page.form_to("/rehearsal")));
    let told = roster(&scanner);
    assert_eq!(
        told["rehearsals"][0]["checkpoint_id"],
        told["checkpoints"][0]["id"]
    );
}

#[test]
fn a_door_page_opened_before_its_checkpoint_was_renamed_counts_at_no_other_door() {
    let stage = Stage::new();
    stage.add_door(FORUM, "side-door");
    let code = stage.badge(&Person::number(1));
    let said = stage.app.hazir_says(&[
        "device",
        "add",
        FORUM,
        "--checkpoint",
        DOOR,
        "--checkpoint",
        "side-door",
    ]);
    let link = said
        .lines()
        .find_map(|line| line.strip_prefix("pairing link: "));
    let path = link.unwrap().parse::<url::Url>().unwrap();
    let phone = stage.app.browser();
    saved(phone.post(&phone.open(path.path()).form()));
    let page = phone.open("/en/door");
    let chosen = page
        .attributes("#checkpoint option", "value")
        .pop()
        .unwrap();
    assert_eq!(chosen, "side-door");
    let form = page.form().forge("checkpoint", &chosen).fill("code", &code);
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
    for door in list.attributes("td.does a", "href") {
        let form = stage.desk.open(&door).form();
        if form.value("slug") == "side-door" {
            saved(stage.desk.post(&form.fill("slug", "garden")));
        }
    }
    assert_eq!(phone.post(&form).status, 422, "it is asked where they are");
    assert_eq!(stage.scanner().inside(DOOR), 0, "nobody came in here");
    let side = stage.scanner_at(FORUM, "garden");
    assert_eq!(side.inside("garden"), 0);
}

#[test]
fn who_a_mailing_is_for_stays_so_when_the_category_is_renamed() {
    let stage = Stage::new();
    stage.register(&Person::number(1));
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/mailings/new?category=delegate"))
        .form();
    let form = form
        .fill("about", "news")
        .fill("subject.en", "News")
        .fill("body.en", "Hello.");
    let saved_at = saved(stage.desk.post(&form)).location().unwrap();
    let readers = || stage.desk.open(saved_at.path()).sentence();
    let one = "It goes to one person";
    assert!(readers().contains(one), "{}", readers());
    change(&stage, "categories", "Delegate", |form| {
        form.fill("slug", "members")
    });
    assert!(readers().contains(one), "{}", readers());
}

#[test]
fn a_scan_of_old_by_a_short_name_that_went_says_so_and_waits() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let taken = scan(&code, DOOR);
    change(&stage, "checkpoints", "Main entrance", |form| {
        form.fill("slug", "hall")
    });
    let kept = scanner.send(&[taken]).remove(0);
    assert_eq!(kept["kept"], true, "{kept}");
    assert!(
        kept["error"].as_str().unwrap().contains("checkpoint"),
        "{kept}"
    );
}
