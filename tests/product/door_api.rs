//! The door API as scanners and other people's apps rely on it.

use serde_json::{Value, json};

use crate::support::door::{Scanner, scan};
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{Page, eventually};

fn error(page: &Page, status: u16) -> String {
    assert_eq!(page.status, status, "{}", page.text());
    let json = page.json();
    let sentence = json["error"]
        .as_str()
        .unwrap_or_else(|| panic!("{{\"error\": ...}}: {json}"));
    assert_eq!(
        json.as_object().unwrap().len(),
        1,
        "nothing but the sentence: {json}"
    );
    assert!(
        sentence.ends_with('.') && sentence.len() > 10,
        "a sentence: {sentence}"
    );
    sentence.to_owned()
}

fn verdict(result: &Value) -> &str {
    result["verdict"]
        .as_str()
        .unwrap_or_else(|| panic!("a verdict: {result}"))
}

#[test]
fn a_badge_is_read_however_it_is_written() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    assert_eq!(verdict(&scanner.scan(&code, DOOR)), "admitted");
    let bare = code.trim_start_matches("HZ");
    let grouped: Vec<&str> = (0..bare.len())
        .step_by(4)
        .map(|at| &bare[at..(at + 4).min(bare.len())])
        .collect();
    let mistyped = bare.replace('0', "o").replace('1', "l");
    let written = [
        bare.to_owned(),
        code.to_lowercase(),
        format!("HZ {}", grouped.join(" ")),
        grouped.join("-"),
        format!("https://forum.example/b/{code}"),
        format!("  {code}\r\n"),
        mistyped,
    ];
    for text in written {
        assert_eq!(verdict(&scanner.scan(&text, DOOR)), "already_in", "{text}");
    }
}

#[test]
fn the_answer_holds_what_the_door_needs_and_nothing_else_about_the_person() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let first = stage.scanner().scan(&code, DOOR);
    let delegate = first["delegate"].as_object().unwrap();
    let names: Vec<&str> = delegate.keys().map(String::as_str).collect();
    assert_eq!(names, ["category", "country", "name", "organisation"]);
    assert!(
        first.get("first").is_none_or(Value::is_null),
        "first is there for already_in: {first}"
    );
    let second = stage.scanner().scan(&code, DOOR);
    assert_eq!(second["first"]["checkpoint"], DOOR);
    assert!(hazir::clock::parse_rfc3339(second["first"]["at"].as_str().unwrap()).is_some());
    assert!(second["first"]["device"].is_string());
}

#[test]
fn a_scan_may_be_sent_again_and_again_and_its_first_answer_stays() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let (first, second) = (scan(&code, DOOR), scan(&code, DOOR));
    let answers = scanner.send(&[first.clone(), second.clone()]);
    assert_eq!(
        (verdict(&answers[0]), verdict(&answers[1])),
        ("admitted", "already_in")
    );
    assert_eq!(
        scanner.send(&[second, first]),
        [answers[1].clone(), answers[0].clone()]
    );
}

#[test]
fn who_went_out_may_come_in_again() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let mut out = scan(&code, DOOR);
    assert_eq!(verdict(&scanner.scan(&code, DOOR)), "admitted");
    out["direction"] = "out".into();
    assert_eq!(verdict(&scanner.send(&[out])[0]), "left");
    assert_eq!(verdict(&scanner.scan(&code, DOOR)), "admitted");
}

#[test]
fn a_code_nobody_has_is_unknown_and_a_withdrawn_delegate_is_not_admitted() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    assert_eq!(
        verdict(&scanner.scan("HZ00000000000000000000000000", DOOR)),
        "unknown"
    );
    assert_eq!(
        verdict(&scanner.scan("a menu of the restaurant", DOOR)),
        "unknown"
    );
    let registered = stage.register(&Person::number(1));
    let browser = stage.app.browser();
    let withdraw = browser
        .open(&format!("{}/withdraw", registered.page))
        .form_to("/withdraw");
    saved(browser.post(&withdraw));
    let verdict_of_withdrawn = scanner.scan(&registered.letter.badge(), DOOR);
    assert!(
        ["revoked", "not_confirmed"].contains(&verdict(&verdict_of_withdrawn)),
        "{verdict_of_withdrawn}"
    );
}

#[test]
fn a_malformed_scan_is_an_error_of_its_own_and_the_others_count() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let mut scans = vec![scan(&code, DOOR); 6];
    for (number, one) in scans.iter_mut().enumerate() {
        one["id"] = uuid::Uuid::now_v7().to_string().into();
        match number {
            0 => one["scanned_at"] = "yesterday".into(),
            1 => one["direction"] = "sideways".into(),
            2 => one["checkpoint"] = "no-such-door".into(),
            3 => one["id"] = "not a uuid".into(),
            4 => _ = one.as_object_mut().unwrap().remove("code"),
            _ => {}
        }
    }
    let results = stage.scanner().send(&scans);
    for (one, result) in scans.iter().zip(&results).take(5) {
        assert!(
            result["error"]
                .as_str()
                .is_some_and(|text| text.ends_with('.')),
            "{one} gave {result}"
        );
        assert_eq!(result["id"], one["id"]);
        assert_eq!(result["kept"], true, "{one} gave {result}");
        assert!(result.get("verdict").is_none_or(Value::is_null), "{result}");
    }
    assert_eq!(verdict(&results[5]), "admitted");
}

#[test]
fn what_is_no_list_of_scans_is_refused_in_a_sentence() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    error(&scanner.post_raw(b"{\"scans\": [".to_vec()), 400);
    error(&scanner.post_raw(b"\xff\xfe".to_vec()), 400);
    error(&scanner.post(&json!({ "scan": [] })), 422);
    error(&scanner.post(&json!({ "scans": [] })), 422);
    let too_many: Vec<Value> = (0..501).map(|_| scan("HZ0", DOOR)).collect();
    error(&scanner.post(&json!({ "scans": too_many })), 422);
    error(&scanner.post_raw(vec![b' '; 4 << 20]), 413);
    assert_eq!(scanner.send(&too_many[..500]).len(), 500);
}

#[test]
fn nobody_scans_without_a_device_or_at_another_door() {
    let stage = Stage::new();
    stage.add_door(FORUM, "side-door");
    let stranger = Scanner::new(stage.app.browser(), "");
    error(
        &stranger.post(&json!({ "scans": [scan("HZ0", DOOR)] })),
        401,
    );
    error(&stranger.get("/api/door/roster"), 401);
    error(
        &Scanner::new(stage.app.browser(), "a-guess").get("/api/door/search?q=ann"),
        401,
    );
    error(&stage.scanner().get("/api/door/no-such-thing"), 404);
    let result = stage.scanner().scan("HZ0", "side-door");
    assert!(
        result["error"].is_string(),
        "a device scans at its own checkpoints: {result}"
    );
}

#[test]
fn what_a_door_took_before_its_time_was_over_is_taken_next_day_and_nothing_else() {
    let stage = Stage::new();
    let (early, late) = (Person::number(1), Person::number(2));
    let (early, late) = (stage.badge(&early), stage.badge(&late));
    let taken = scan(&early, DOOR);
    let scanner = stage.scanner_until(hazir::clock::now() + chrono::TimeDelta::seconds(5));
    eventually("its time is over", || {
        (scanner.get("/api/door/inside").status == 401).then_some(())
    });
    let results = scanner.send(&[taken, scan(&late, DOOR)]);
    assert_eq!(verdict(&results[0]), "admitted");
    assert!(results[1]["error"].is_string(), "{}", results[1]);
    assert_eq!(results[1]["kept"], true, "the desk has it: {}", results[1]);
    assert_eq!(stage.scanner().inside(DOOR), 1);
}

#[test]
fn the_roster_holds_what_a_door_needs_and_no_address_no_phone() {
    let stage = Stage::new();
    let person = Person::number(7);
    let form = stage.filled(&person).fill("tel", "+994 50 765 43 21");
    saved(stage.app.browser().post(&form));
    stage.app.outbox().letter(1, &person.email);
    let page = stage.scanner().get("/api/door/roster");
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains(&person.name), "{text}");
    let private = ["people.example", "765 43", "7654321"];
    assert!(!private.iter().any(|part| text.contains(part)), "{text}");
    assert_eq!(page.header("cache-control"), "no-store");
}

#[test]
fn a_roster_asked_for_again_tells_what_changed_and_forgets_who_will_not_come() {
    let stage = Stage::new();
    let registered = stage.register(&Person::number(1));
    stage.register(&Person::number(2));
    let scanner = stage.scanner();
    let whole = scanner.get("/api/door/roster").json();
    assert_eq!(whole["people"][0]["state"], "confirmed");
    let code = registered.letter.badge();
    let listed = &whole["people"][0]["badges"][0];
    assert_eq!(listed["revoked"], false);
    assert!(!whole.to_string().contains(code.trim_start_matches("HZ")));

    let browser = stage.app.browser();
    let withdraw = browser
        .open(&format!("{}/withdraw", registered.page))
        .form_to("/withdraw");
    saved(browser.post(&withdraw));
    let cursor = whole["cursor"].as_str().unwrap();
    let changed = scanner
        .get(&format!("/api/door/roster?since={cursor}"))
        .json();
    // Of two who were told just now the one who is another since, and nobody else.
    assert_eq!(changed["people"].as_array().unwrap().len(), 1, "{changed}");
    let gone = &changed["people"][0];
    assert_eq!(gone["registration"], whole["people"][0]["registration"]);
    assert_eq!(gone["state"], "withdrawn");
    assert!(gone.get("name").is_none(), "{gone}");
    assert!(scanner.get("/api/door/roster?since=yesterday").status == 422);
}

#[test]
fn the_count_goes_up_and_down_with_who_comes_and_goes() {
    let stage = Stage::new();
    let registered = stage.register(&Person::number(1));
    let code = registered.letter.badge();
    let scanner = stage.scanner();
    assert_eq!(verdict(&scanner.scan(&code, DOOR)), "admitted");
    let inside = || {
        let page = scanner.get(&format!("/api/door/count?checkpoint={DOOR}"));
        page.json()["inside"].as_i64()
    };
    assert_eq!(inside(), Some(1));
    let mut out = scan(&code, DOOR);
    out["direction"] = "out".into();
    assert_eq!(verdict(&scanner.send(&[out])[0]), "left");
    assert_eq!(inside(), Some(0));
}

#[test]
fn people_are_found_by_name_as_heard_and_admitted_by_their_row() {
    let stage = Stage::new();
    let person = Person {
        country: "RU",
        ..Person::new("Магомед Гаджиев", "haji@people.example")
    };
    stage.register(&person);
    stage.register(&Person::number(1));
    let scanner = stage.scanner();
    for heard in ["Hacıyev", "hajiyev mag", "гаджиев", "HACIYEV"] {
        let found = scanner.search(heard, DOOR);
        assert_eq!(
            found.first().map(|one| &one["name"]),
            Some(&json!(person.name)),
            "{heard}: {found:?}"
        );
    }
    let found = scanner.search("hajiyev", DOOR).remove(0);
    assert!(
        found.get("email").is_none() && found.get("phone").is_none(),
        "{found}"
    );
    assert_eq!(found["state"], "confirmed");
    let mut by_row = scan("", DOOR);
    by_row.as_object_mut().unwrap().remove("code");
    by_row["registration"] = found["registration"].clone();
    assert_eq!(verdict(&scanner.send(&[by_row])[0]), "admitted");
    assert_eq!(
        scanner.search("hajiyev", DOOR)[0]["first"]["checkpoint"],
        DOOR
    );
}

#[test]
fn a_door_knows_the_people_of_its_own_forum_alone() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    stage.add_forum("second-forum", &[]);
    stage.add_door("second-forum", "other-door");
    let other = stage.scanner_at("second-forum", "other-door");
    assert_eq!(verdict(&other.scan(&code, "other-door")), "unknown");
    assert!(other.search("Delegate", "other-door").is_empty());
    assert!(!other.get("/api/door/roster").text().contains("Delegate"));
    assert!(other.scan(&code, DOOR)["error"].is_string());
}

#[test]
fn the_roster_of_strict_doors_opens_with_a_badge_alone_and_gives_names_again_when_they_are_not() {
    let stage = Stage::new();
    let person = Person::number(1);
    stage.register(&person);
    let scanner = stage.scanner();
    let set = |strict: bool| {
        let form = stage
            .desk
            .open(&format!("/en/desk/{FORUM}/settings"))
            .form();
        let form = match strict {
            true => form.tick("strict_doors"),
            false => form.untick("strict_doors"),
        };
        saved(stage.desk.post(&form));
    };
    let roster = |since: &str| scanner.get(&format!("/api/door/roster?since={since}"));
    let cursor = |page: &Page| page.json()["cursor"].as_str().unwrap().to_owned();
    let named = roster("");
    assert!(named.text().contains(&person.name));
    set(true);
    let sealed = roster(&cursor(&named));
    assert!(!sealed.text().contains(&person.name), "{}", sealed.text());
    assert!(!sealed.text().contains("organisation"), "{}", sealed.text());
    let badge = &sealed.json()["people"][0]["badges"][0];
    assert!(badge["sealed"].is_string(), "{badge}");
    // What was given already is not given again; a list of the other kind is.
    assert!(cursor(&sealed).ends_with("-strict"));
    assert_eq!(sealed.json()["whole"], true);
    let again = roster(&cursor(&sealed)).json();
    assert_eq!(
        (&again["whole"], &again["people"]),
        (&json!(false), &json!([]))
    );
    set(false);
    assert!(roster(&cursor(&sealed)).text().contains(&person.name));
}

#[test]
fn a_delegation_is_everybody_of_an_organisation_or_country_who_may_come() {
    let stage = Stage::new();
    let of = |number: usize, country: &'static str, organisation: &str| {
        let person = Person {
            country,
            organisation: organisation.into(),
            ..Person::number(number)
        };
        stage.register(&person);
        person
    };
    let (one, two, three) = (
        of(1, "AZ", "Xəzər"),
        of(2, "AZ", "Araz"),
        of(3, "TR", "Araz"),
    );
    let scanner = stage.scanner();
    let two_id = scanner.search(&two.name, DOOR).remove(0)["registration"].clone();
    let names = |by: &str| {
        let id = two_id.as_str().unwrap();
        let asked = format!("/api/door/delegation?registration={id}&by={by}&checkpoint={DOOR}");
        let page = scanner.get(&asked).json();
        let people = page["people"].as_array().unwrap().clone();
        let name = |person: &serde_json::Value| person["name"].as_str().unwrap().to_owned();
        people.iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(names("country"), [one.name, two.name.clone()]);
    // Of one name in two countries there are two organisations.
    assert_eq!(names("organisation"), [two.name]);
    drop(three);
    let wrong = scanner.get(&format!("/api/door/delegation?by=bus&checkpoint={DOOR}"));
    assert_eq!(wrong.status, 422);
}

#[test]
fn a_door_for_some_says_how_many_of_them_came_to_whomever_asks() {
    let stage = Stage::new();
    let mut list = String::from("name,email,country\n");
    for number in 0..2_100 {
        list += &format!("Guest {number},guest-{number}@people.example,AZ\n");
    }
    let file = stage.app.folder.path().join("guests.csv");
    std::fs::write(&file, list).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
    let new = format!("/en/desk/{FORUM}/checkpoints/new");
    let page = stage.desk.open(&new);
    let site = &page.attributes("select[name=site] option", "value")[1];
    let form = page.form().fill("name.en", "Hall").fill("slug", "hall");
    saved(stage.desk.post(&form.fill("site", site)));
    let phones = [(); 3].map(|()| stage.scanner_at(FORUM, "hall"));
    let count = |phone: &Scanner| phone.get("/api/door/count?checkpoint=hall").json();
    for phone in &phones {
        let told = count(phone);
        assert_eq!(
            (&told["inside"], &told["expected"], &told["came"]),
            (&json!(0), &json!(2_100), &json!(0))
        );
    }
    let badge = stage.list(FORUM)[0]["badge"].clone();
    phones[0].scan(&badge, "hall");
    // Who is inside is known at once, and who came within seconds.
    assert_eq!(count(&phones[1])["inside"], 1);
    eventually("who came", || {
        (count(&phones[2])["came"] == 1).then_some(())
    });
}
