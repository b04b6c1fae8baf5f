//! A checkpoint is rehearsed with real phones and test badges, and nothing of it counts.

use chrono::TimeDelta;
use hazir::clock::Moment;
use serde_json::{Value, json};

use crate::support::door::{Scanner, scan};
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{Page, eventually};

/// The address of the rehearsal of the stage's door.
fn address(stage: &Stage) -> String {
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
    let door = list.attributes("td.does a", "href").pop().unwrap();
    format!("{door}/rehearsal")
}

fn start(stage: &Stage) -> Page {
    let page = stage.desk.open(&address(stage));
    stage.desk.post(&page.form_to("/rehearsal"))
}

/// The door opens so many minutes from now; a rehearsal is for the time before.
fn opens_in(stage: &Stage, minutes: i64) {
    let soon = hazir::clock::now() + TimeDelta::minutes(minutes);
    let local = hazir::clock::in_zone(chrono_tz::Asia::Baku, soon);
    set_opening(stage, &local.format("%Y-%m-%dT%H:%M:%S").to_string());
}

/// It is open at any hour.
fn opens_at_once(stage: &Stage) {
    set_opening(stage, "");
}

fn set_opening(stage: &Stage, local: &str) {
    let door = address(stage);
    let page = stage.desk.open(door.trim_end_matches("/rehearsal"));
    saved(stage.desk.post(&page.form().fill("opens_at", local)));
}

/// A forum whose door opens in three hours, and whose rehearsal runs.
fn rehearsing() -> Stage {
    let stage = Stage::new();
    opens_in(&stage, 180);
    saved(start(&stage));
    stage
}

fn end(stage: &Stage) {
    let page = stage.desk.open(&address(stage));
    saved(stage.desk.post(&page.form_to("/end")));
}

/// Code and expected word of each test badge, as they stand on the printed page.
fn test_badges(stage: &Stage) -> Vec<(String, String)> {
    let page = stage.desk.open(&format!("{}/badges", address(stage)));
    assert_eq!(
        page.words(".test-badges svg.qr").len(),
        page.words(".test-badges li").len()
    );
    let words = page.words(".test-badges .chip");
    page.words(".test-badges .code")
        .into_iter()
        .zip(words)
        .collect()
}

fn one_to_be(stage: &Stage, word: &str) -> String {
    let badges = test_badges(stage);
    let found = badges.iter().find(|(_, expected)| expected.ends_with(word));
    found
        .unwrap_or_else(|| panic!("none is to be {word}: {badges:?}"))
        .0
        .clone()
}

fn inside(scanner: &Scanner) -> i64 {
    let page = scanner.get(&format!("/api/door/count?checkpoint={DOOR}"));
    page.json()["inside"].as_i64().unwrap()
}

fn rehearsed(result: &Value) -> &str {
    assert_eq!(result["rehearsal"], true, "{result}");
    result["verdict"].as_str().unwrap()
}

#[test]
fn a_test_badge_gets_the_verdict_that_stands_on_it_and_counts_nowhere() {
    let stage = rehearsing();
    let scanner = stage.scanner();
    let badges = test_badges(&stage);
    assert_eq!(badges.len(), 12);
    let words = [
        ("Welcome", "admitted"),
        ("Old badge", "revoked"),
        ("Not confirmed", "not_confirmed"),
        ("Another day", "wrong_day"),
        ("Another venue", "wrong_place"),
        ("Another door", "wrong_category"),
    ];
    for (code, expected) in &badges {
        let result = scanner.scan(code, DOOR);
        let word = words.iter().find(|(word, _)| expected.ends_with(word));
        assert_eq!(rehearsed(&result), word.unwrap().1, "{expected}: {result}");
        assert!(result["delegate"]["name"].is_string(), "{result}");
        assert_eq!(
            result["reason"].is_object(),
            result["verdict"] != "admitted"
        );
    }
    assert_eq!(inside(&scanner), 0);
    assert!(stage.list(FORUM).is_empty(), "nobody is on the list");
}

#[test]
fn a_test_badge_is_in_after_the_first_scan_until_it_leaves() {
    let stage = rehearsing();
    let (north, south) = (stage.scanner(), stage.scanner());
    let code = one_to_be(&stage, "Welcome");
    let first = scan(&code, DOOR);
    let admitted = north.send(std::slice::from_ref(&first)).remove(0);
    assert_eq!(rehearsed(&admitted), "admitted");
    let again = south.scan(&code, DOOR);
    assert_eq!(rehearsed(&again), "already_in");
    assert_eq!(again["first"]["at"], first["scanned_at"]);
    assert_eq!(again["first"]["checkpoint"], DOOR);
    let mut out = scan(&code, DOOR);
    out["direction"] = "out".into();
    assert_eq!(rehearsed(&north.send(&[out]).remove(0)), "left");
    assert_eq!(rehearsed(&south.scan(&code, DOOR)), "admitted");
    end(&stage);
    assert_eq!(
        north.send(&[first]).remove(0),
        admitted,
        "sent again, the same answer again"
    );
}

#[test]
fn a_real_badge_is_rehearsed_too_and_let_in_for_the_first_time_afterwards() {
    let stage = rehearsing();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = stage.scanner();
    let result = scanner.scan(&code, DOOR);
    assert_eq!(rehearsed(&result), "admitted");
    assert_eq!(result["delegate"]["name"], person.name);
    assert_eq!(rehearsed(&scanner.scan(&code, DOOR)), "already_in");
    assert_eq!(inside(&scanner), 0);
    assert_eq!(stage.list(FORUM)[0]["first_admitted_at"], "");
    let history = stage.desk.open(&stage.at_desk(&person.name));
    assert!(
        !history.sentence().contains("Already in"),
        "{}",
        history.sentence()
    );
    opens_at_once(&stage);
    let result = scanner.scan(&code, DOOR);
    assert_eq!(
        (result["verdict"].as_str(), result.get("rehearsal")),
        (Some("admitted"), None)
    );
    assert_eq!(inside(&scanner), 1);
}

#[test]
fn what_a_phone_took_on_its_own_during_the_rehearsal_is_rehearsed_when_it_arrives_later() {
    let stage = rehearsing();
    let code = stage.badge(&Person::number(1));
    let mut taken = scan(&code, DOOR);
    taken["told"] = "admitted".into();
    end(&stage);
    let scanner = stage.scanner();
    assert_eq!(rehearsed(&scanner.send(&[taken]).remove(0)), "admitted");
    assert_eq!(inside(&scanner), 0);
}

#[test]
fn when_it_is_over_its_badges_are_nobody_s() {
    let stage = rehearsing();
    let code = one_to_be(&stage, "Welcome");
    end(&stage);
    let result = stage.scanner().scan(&code, DOOR);
    assert_eq!(result["verdict"], "unknown");
    let printed = stage.desk.get(&format!("{}/badges", address(&stage)));
    assert_eq!(printed.status, 404);
}

#[test]
fn a_door_with_people_inside_is_not_rehearsed() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    scanner.scan(&code, DOOR);
    opens_in(&stage, 180);
    let refused = start(&stage);
    assert_eq!(refused.status, 422);
    assert!(
        refused.sentence().contains("One person is inside"),
        "{}",
        refused.sentence()
    );
    assert_eq!(scanner.scan(&code, DOOR).get("rehearsal"), None);
}

/// When it ends, as the desk's page says.
fn ends_at(stage: &Stage) -> Moment {
    let page = stage.desk.open(&address(stage));
    let ends = page.attributes("main time", "datetime").pop().unwrap();
    hazir::clock::parse_rfc3339(&ends).unwrap()
}

fn is_about(one: Moment, other: Moment) -> bool {
    (one - other).abs() < TimeDelta::minutes(1)
}

#[test]
fn it_ends_when_the_door_opens_by_the_hours_as_they_are_now() {
    let stage = Stage::new();
    let now = hazir::clock::now();
    opens_in(&stage, 90);
    saved(start(&stage));
    let listed = || {
        let roster = stage.scanner().get("/api/door/roster").json();
        let ends = roster["rehearsals"][0]["ends_at"]
            .as_str()
            .unwrap()
            .to_owned();
        hazir::clock::parse_rfc3339(&ends).unwrap()
    };
    for (minutes, ends) in [(90, 90), (30, 30), (150, 150), (600, 240)] {
        opens_in(&stage, minutes);
        let expected = now + TimeDelta::minutes(ends);
        assert!(
            is_about(ends_at(&stage), expected),
            "{minutes}: {}",
            ends_at(&stage)
        );
        assert!(is_about(listed(), expected), "{minutes}: {}", listed());
    }
}

#[test]
fn a_desk_that_opens_the_door_early_ends_it_and_whoever_comes_then_counts() {
    for open in [
        opens_at_once as fn(&Stage),
        |stage| opens_in(stage, -1),
        |stage| opens_in(stage, -24 * 60),
    ] {
        let stage = Stage::new();
        let (early, late) = (Person::number(1), Person::number(2));
        let (early, late) = (stage.badge(&early), stage.badge(&late));
        opens_in(&stage, 180);
        saved(start(&stage));
        let scanner = stage.scanner();
        assert_eq!(rehearsed(&scanner.scan(&early, DOOR)), "admitted");
        open(&stage);
        let result = scanner.scan(&late, DOOR);
        assert_eq!(result.get("rehearsal"), None, "{result}");
        assert_eq!(result["verdict"], "admitted");
        // A phone that was alone still believed in the rehearsal.
        let mut believed = scan(&early, DOOR);
        believed["told"] = "admitted".into();
        let result = scanner.send(&[believed]).remove(0);
        assert_eq!(result.get("rehearsal"), None, "{result}");
        assert_eq!(inside(&scanner), 2);
        let roster = scanner.get("/api/door/roster").json();
        assert_eq!(roster["rehearsals"].as_array().unwrap().len(), 0);
        let page = stage.desk.open(&address(&stage)).sentence();
        assert!(page.contains("Over"), "{page}");
    }
}

#[test]
fn a_door_that_has_opened_and_is_shut_again_is_not_rehearsed_on() {
    let stage = Stage::new();
    let (one, two) = (Person::number(1), Person::number(2));
    let (one, two) = (stage.badge(&one), stage.badge(&two));
    let soon = hazir::clock::now() + TimeDelta::seconds(15);
    let local = hazir::clock::in_zone(chrono_tz::Asia::Baku, soon);
    set_opening(&stage, &local.format("%Y-%m-%dT%H:%M:%S").to_string());
    saved(start(&stage));
    let scanner = stage.scanner();
    let runs = || scanner.get("/api/door/roster").json()["rehearsals"] != json!([]);
    eventually("the door is open", || (!runs()).then_some(()));
    let mut held_back = scan(&one, DOOR);
    held_back["told"] = "admitted".into();
    let first = scanner.scan(&two, DOOR);
    assert_eq!(first.get("rehearsal"), None, "{first}");
    assert_eq!(inside(&scanner), 1);
    // The desk shuts it until later: the rehearsal of this morning does not begin anew.
    opens_in(&stage, 60);
    assert!(!runs());
    let result = scanner.send(&[held_back]).remove(0);
    assert_eq!(result.get("rehearsal"), None, "{result}");
    assert!(
        !stage
            .desk
            .open(&format!("/en/desk/{FORUM}"))
            .has(".notice.rehearsal")
    );
}

#[test]
fn a_session_that_is_moved_ends_the_rehearsal_of_its_door() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let at = |path: &str| format!("/en/desk/{FORUM}{path}");
    let local = |hours: i64| {
        let moment = hazir::clock::now() + TimeDelta::hours(hours);
        let local = hazir::clock::in_zone(chrono_tz::Asia::Baku, moment);
        local.format("%Y-%m-%dT%H:%M").to_string()
    };
    let set = |page: Page, hours: i64| {
        let form = page.form().fill("title.en", "Panel");
        let form = form.fill("starts_at", &local(hours));
        saved(stage.desk.post(&form.fill("ends_at", &local(hours + 2))));
    };
    set(stage.desk.open(&at("/sessions/new")), 5);
    let form = stage.desk.open(&at("/checkpoints/new")).form();
    let form = form.fill("session", "1").fill("slug", "panel");
    saved(stage.desk.post(&form));
    let list = stage.desk.open(&at("/checkpoints"));
    let door = list.attributes("td.does a", "href").pop().unwrap();
    let page = stage.desk.open(&format!("{door}/rehearsal"));
    saved(stage.desk.post(&page.form_to("/rehearsal")));
    let scanner = stage.scanner_at(FORUM, "panel");
    assert_eq!(rehearsed(&scanner.scan(&code, "panel")), "admitted");
    set(stage.desk.open(&at("/sessions/1")), 0);
    let result = scanner.scan(&code, "panel");
    assert_eq!(result.get("rehearsal"), None, "{result}");
    assert_eq!(scanner.inside("panel"), 1);
}

#[test]
fn a_door_that_opens_later_is_rehearsed_on_and_what_was_rehearsed_stays_so() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    opens_in(&stage, 60);
    saved(start(&stage));
    opens_in(&stage, 200);
    let scanner = stage.scanner();
    let first = scan(&code, DOOR);
    assert_eq!(
        rehearsed(&scanner.send(std::slice::from_ref(&first))[0]),
        "admitted"
    );
    opens_at_once(&stage);
    assert_eq!(rehearsed(&scanner.send(&[first])[0]), "admitted");
    assert_eq!(inside(&scanner), 0);
}

#[test]
fn it_cannot_begin_at_an_open_door_and_says_what_to_do() {
    for open in [opens_at_once as fn(&Stage), |stage| opens_in(stage, -60)] {
        let stage = Stage::new();
        open(&stage);
        let refused = start(&stage);
        assert_eq!(refused.status, 422);
        let said = refused.sentence();
        assert!(said.contains("is open"), "{said}");
        let hours = address(&stage);
        let hours = hours.trim_end_matches("/rehearsal");
        let links = refused.attributes("main a[href]", "href");
        assert!(links.iter().any(|link| link == hours), "{links:?}");
        let code = stage.badge(&Person::number(1));
        assert_eq!(stage.scanner().scan(&code, DOOR).get("rehearsal"), None);
    }
}

#[test]
fn the_overview_says_that_a_rehearsal_runs_to_everybody_who_sees_it() {
    let stage = rehearsing();
    let overview = format!("/en/desk/{FORUM}");
    let notice = |page: &Page| page.words(".notice.rehearsal");
    let said = notice(&stage.desk.open(&overview)).join(" ");
    assert!(said.contains("Main entrance"), "{said}");
    let page = stage.desk.open(&overview);
    assert!(page.has(".notice.rehearsal time"));
    assert!(
        page.attributes("a[href]", "href")
            .contains(&address(&stage))
    );
    let door = stage.colleague("door", FORUM).open(&overview);
    assert_eq!(notice(&door).len(), 1);
    assert!(
        !door
            .attributes("a[href]", "href")
            .contains(&address(&stage))
    );
    opens_at_once(&stage);
    assert!(notice(&stage.desk.open(&overview)).is_empty());
}

#[test]
fn the_phones_list_holds_the_test_badges_while_it_runs() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let listed = || scanner.get("/api/door/roster").json()["rehearsals"].clone();
    assert_eq!(listed().as_array().unwrap().len(), 0);
    opens_in(&stage, 180);
    saved(start(&stage));
    let rehearsals = listed();
    assert_eq!(rehearsals[0]["checkpoint"], DOOR);
    assert_eq!(rehearsals[0]["badges"].as_array().unwrap().len(), 12);
    let code = one_to_be(&stage, "Welcome").replace([' '], "");
    assert!(
        !rehearsals
            .to_string()
            .contains(code.trim_start_matches("HZ"))
    );
    end(&stage);
    assert_eq!(listed().as_array().unwrap().len(), 0);
}

#[test]
fn the_report_says_how_fast_each_phone_was_and_what_failed() {
    let stage = rehearsing();
    let (north, south) = (stage.scanner(), stage.scanner());
    for (code, _) in test_badges(&stage) {
        north.scan(&code, DOOR);
    }
    let mut wrong = scan(&one_to_be(&stage, "Old badge"), DOOR);
    wrong["told"] = "admitted".into();
    south.send(&[wrong, scan("HZ00000000000000000000000000", DOOR)]);
    let page = stage.desk.open(&address(&stage));
    assert_eq!(page.words(".counter b"), ["14", "14", "2"]);
    let rows: Vec<Vec<String>> = page
        .words("tbody tr")
        .iter()
        .map(|row| row.split(' ').rev().take(6).map(str::to_owned).collect())
        .collect();
    assert_eq!(rows.len(), 2);
    // From the end: unknown, wrong, on its own, seconds, best minute, scans.
    assert_eq!((&*rows[0][0], &*rows[0][1], &*rows[0][5]), ("0", "0", "12"));
    assert_eq!(
        (&*rows[1][0], &*rows[1][1], &*rows[1][2], &*rows[1][5]),
        ("1", "1", "1", "2")
    );
    let live = stage.desk.open(&format!("{}/live", address(&stage))).json();
    assert_eq!(live["scans"], "14");
}

#[test]
fn the_page_without_scripts_says_that_it_is_a_rehearsal() {
    let stage = rehearsing();
    let code = one_to_be(&stage, "Old badge");
    let said = stage
        .app
        .hazir_says(&["device", "add", FORUM, "--checkpoint", DOOR]);
    let link = said
        .lines()
        .find_map(|line| line.strip_prefix("pairing link: "));
    let path = link.unwrap().parse::<url::Url>().unwrap();
    let phone = stage.app.browser();
    saved(phone.post(&phone.open(path.path()).form()));
    for (language, word) in [("en", "Rehearsal"), ("az", "Məşq")] {
        let form = phone.open(&format!("/{language}/door")).form();
        let verdict = phone.post(&form.fill("code", &code));
        assert_eq!(verdict.words(".rehearsal"), [word]);
    }
}

#[test]
fn only_who_may_change_checkpoints_rehearses_them() {
    let stage = Stage::new();
    let address = address(&stage);
    for role in ["registrar", "viewer", "door"] {
        let colleague = stage.colleague(role, FORUM);
        let form = stage.desk.open(&address).form_to("/rehearsal");
        let answers = [
            colleague.get(&address),
            colleague.get(&format!("{address}/badges")),
            colleague.get(&format!("{address}/live")),
            colleague.post(&form),
            colleague.post(&form.clone().sent_to(&format!("{address}/end"))),
        ];
        for answer in answers {
            assert!(
                [403, 404].contains(&answer.status),
                "{role}: {}",
                answer.status
            );
        }
    }
}

#[test]
fn whom_a_phone_turned_away_in_a_rehearsal_is_not_in_there() {
    let stage = rehearsing();
    let scanner = stage.scanner();
    let code = one_to_be(&stage, "Welcome");
    let mut turned_away = scan(&code, DOOR);
    turned_away["told"] = "full".into();
    scanner.send(&[turned_away]);
    assert_eq!(rehearsed(&scanner.scan(&code, DOOR)), "admitted");
    assert_eq!(rehearsed(&scanner.scan(&code, DOOR)), "already_in");
}

#[test]
fn who_waits_at_the_desk_is_nobody_in_a_rehearsal_and_their_scan_is_not_put_there_too() {
    let stage = rehearsing();
    let scanner = stage.scanner();
    let id = uuid::Uuid::now_v7();
    let walk_in = json!({ "id": id, "do": "walk_in", "name": "Ayşe Kaya", "email": "ayse", "country": "TR", "checkpoint": DOOR });
    let kept = scanner.act(walk_in);
    assert_eq!(kept["kept"], true, "{kept}");
    let mut own = scan("", DOOR);
    own.as_object_mut().unwrap().remove("code");
    own["registration"] = id.to_string().into();
    assert_eq!(rehearsed(&scanner.send(&[own]).remove(0)), "unknown");
}
