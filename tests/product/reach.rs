//! How far a device's word reaches: from its pairing to its end, to the people of its checkpoints, at their hours.

use chrono::{Days, TimeDelta, Utc};
use serde_json::{Value, json};
use ureq::http;

use crate::reasons::{phone, speakers};
use crate::support::clock::Clock;
use crate::support::door::scan;
use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{App, Browser};

/// A stage whose doors register whoever comes.
fn with_walk_ins() -> Stage {
    let stage = Stage::new();
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/settings"));
    saved(stage.desk.post(&page.form().fill("walk_ins", "confirmed")));
    stage
}

fn pair(phone: &Browser, link: &str) {
    let path = link.parse::<url::Url>().unwrap().path().to_owned();
    saved(phone.post(&phone.open(&path).form()));
}

fn sent(phone: &Browser, address: &str, body: &Value) -> Value {
    let address = phone.absolute(address);
    let request = http::Request::post(address.as_str()).header("content-type", "application/json");
    let answer = phone.send(request, body.to_string().into_bytes());
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()["results"][0].clone()
}

fn told(code: &str, minutes_ago: i64) -> Value {
    let at = hazir::clock::now() - TimeDelta::minutes(minutes_ago);
    let mut scan = scan(code, DOOR);
    scan["scanned_at"] = hazir::clock::rfc3339(at).into();
    scan["told"] = "admitted".into();
    json!({ "scans": [scan] })
}

fn waiting(stage: &Stage) -> Vec<String> {
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/not-entered"));
    list.words("main li.kept")
}

/// Enters the oldest of what waits.
fn enter(stage: &Stage) {
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/not-entered"));
    let link = list.attributes("main li.kept a.button", "href").remove(0);
    saved(stage.desk.post(&stage.desk.open(&link).form_to("/enter")));
}

fn change_door(stage: &Stage, change: impl Fn(Form) -> Form) {
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
    let door = list.attributes("td.does a", "href").pop().unwrap();
    saved(stage.desk.post(&change(stage.desk.open(&door).form())));
}

fn is_kept(result: &Value, why: &str) {
    assert_eq!(result["kept"], true, "{result}");
    assert!(result["error"].as_str().unwrap().contains(why), "{result}");
    assert!(
        result["name"].is_null() && result["code"].is_null(),
        "{result}"
    );
}

#[test]
fn what_a_phone_says_it_did_before_it_was_paired_waits_at_the_desk() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let phone = phone(&stage, DOOR);
    let result = sent(&phone, "/api/door/scans", &told(&code, 10));
    is_kept(&result, "not paired yet");
    let at = hazir::clock::rfc3339(hazir::clock::now() - TimeDelta::hours(1));
    let note = json!({ "acts": [{ "id": uuid::Uuid::now_v7(), "do": "note", "words": "Hello", "done_at": at }] });
    is_kept(&sent(&phone, "/api/door/acts", &note), "not paired yet");
    let rows = waiting(&stage);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows[0].contains("not paired yet"), "{rows:?}");
    let result = sent(&phone, "/api/door/scans", &told(&code, 0));
    assert_eq!(result["verdict"], "admitted", "{result}");
    // The desk answers for what it enters.
    enter(&stage);
    enter(&stage);
    assert!(waiting(&stage).is_empty());
}

#[test]
fn a_phone_that_is_paired_anew_hands_in_what_it_took_before() {
    let mut app = App::prepare();
    let clock = Clock::of(&mut app);
    clock.set("-3600");
    app.run();
    let stage = Stage::on(app, &[]);
    let code = stage.badge(&Person::number(1));
    let phone = phone(&stage, DOOR);
    clock.set("+0");
    let device = stage.desk.open(&format!("/en/desk/{FORUM}/devices/1"));
    let made = stage.desk.submit(&device.form_to("/link"));
    pair(&phone, &made.words("aside p.code").remove(0));
    let result = sent(&phone, "/api/door/scans", &told(&code, 30));
    assert_eq!(result["verdict"], "admitted", "{result}");
    assert!(waiting(&stage).is_empty());
}

#[test]
fn what_a_door_does_while_it_is_closed_waits_at_the_desk() {
    let stage = with_walk_ins();
    let person = Person::number(1);
    stage.register(&person);
    let scanner = stage.scanner();
    let registration = scanner.search(&person.name, DOOR).remove(0)["registration"].clone();
    let day = |days| (Utc::now().date_naive() + Days::new(days)).to_string();
    let opens = format!("{}T09:00", day(2));
    change_door(&stage, |form| form.fill("opens_at", &opens));
    let walk_in = json!({ "do": "walk_in", "name": "Ayşe Kaya", "email": "ayse@people.example", "country": "TR", "checkpoint": DOOR });
    let lost = json!({ "do": "badge_lost", "registration": registration });
    let note = json!({ "do": "note", "words": "Hello" });
    for act in [&walk_in, &lost, &note] {
        is_kept(&scanner.act(act.clone()), "open when this was done");
    }
    assert_eq!(waiting(&stage).len(), 3);
    assert_eq!(stage.app.outbox().letters_to(&person.email).len(), 1);
    assert_eq!(stage.list(FORUM).len(), 1);
    // A browser without scripts is told so on the page.
    let phone = phone(&stage, DOOR);
    let form = phone.open("/en/door").form_to("/door/walk-in");
    let form = form.fill("name", "Ali").fill("email", "ali@people.example");
    let answer = phone.post(&form.fill("country", "AZ"));
    assert_eq!(answer.status, 422);
    assert!(
        answer.sentence().contains("was open at that time"),
        "{}",
        answer.sentence()
    );
    enter(&stage);
    assert_eq!(
        stage.list(FORUM).len(),
        2,
        "the desk enters it all the same"
    );
    change_door(&stage, |form| form.fill("opens_at", ""));
    assert_eq!(scanner.act(lost)["done"], true);
}

#[test]
fn a_door_does_nothing_to_people_whom_none_of_its_checkpoints_is_for() {
    let stage = with_walk_ins();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = stage.scanner();
    let registration = scanner.search(&person.name, DOOR).remove(0)["registration"].clone();
    let speakers = speakers(&stage);
    change_door(&stage, |form| form.fill("category", &speakers));
    let acts = [
        json!({ "do": "badge_lost", "registration": registration }),
        json!({ "do": "print", "registration": registration }),
        json!({ "do": "note", "registration": registration, "words": "Hello" }),
        json!({ "do": "walk_in", "name": "Ayşe Kaya", "email": "ayse@people.example", "country": "TR" }),
    ];
    for act in &acts {
        is_kept(
            &scanner.act(act.clone()),
            "not of this device's checkpoints",
        );
    }
    let badge = code.trim_start_matches("HZ");
    assert_eq!(
        stage.list(FORUM)[0]["badge"],
        badge,
        "the badge is the same"
    );
    let label = format!("/en/door/label/{}", registration.as_str().unwrap());
    let phone = phone(&stage, DOOR);
    assert_eq!(phone.get(&label).status, 404);
    let other = stage.scanner_at(FORUM, DOOR);
    assert_eq!(
        other.act(json!({ "do": "note", "words": "To whom it may concern" }))["done"],
        true
    );
    change_door(&stage, |form| form.tick_all("category"));
    assert_eq!(scanner.act(acts[2].clone())["done"], true);
    assert_eq!(phone.get(&label).status, 200);
}
