//! What phones and programs hear has its order from the database: no clock that is wrong hides anything from them.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::clock::Clock;
use crate::support::door::{Scanner, scan};
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{Browser, eventually, within};

const SOON: Duration = Duration::from_secs(5);

fn clocked() -> (Stage, Clock) {
    let mut app = App::prepare();
    let clock = Clock::of(&mut app);
    app.run();
    (Stage::on(app, &[]), clock)
}

fn withdraw(browser: &Browser, page: &str) {
    let form = browser
        .open(&format!("{page}/withdraw"))
        .form_to("/withdraw");
    saved(browser.post(&form));
}

/// A phone's own list, kept up to date as phones do.
struct Phone {
    scanner: Scanner,
    cursor: String,
    people: std::collections::BTreeMap<String, Value>,
}

impl Phone {
    fn of(scanner: Scanner) -> Phone {
        let mut phone = Phone {
            scanner,
            cursor: String::new(),
            people: Default::default(),
        };
        phone.refresh();
        phone
    }

    /// What it was told, page after page.
    fn refresh(&mut self) -> Vec<Value> {
        let mut told = Vec::new();
        loop {
            let page = self
                .scanner
                .get(&format!("/api/door/roster?since={}", self.cursor));
            assert_eq!(page.status, 200, "{}", page.text());
            let answer = page.json();
            if answer["whole"] == true {
                self.people.clear();
            }
            for person in answer["people"].as_array().unwrap() {
                let id = person["registration"].as_str().unwrap().to_owned();
                self.people.insert(id, person.clone());
                told.push(person.clone());
            }
            self.cursor = answer["cursor"].as_str().unwrap_or_default().to_owned();
            if answer["more"] != true {
                return told;
            }
        }
    }
}

#[test]
fn a_withdrawal_and_a_replaced_badge_reach_the_phones_though_the_clock_was_put_back_a_day() {
    let (stage, clock) = clocked();
    clock.set("+1d");
    let gone = stage.register(&Person::number(1));
    stage.register(&Person::new("Badge Replaced", "replaced@people.example"));
    let mut phone = Phone::of(stage.scanner());
    clock.set("+0");
    withdraw(&stage.app.browser(), &gone.page);
    let own = stage.at_desk("Badge Replaced");
    saved(stage.desk.post(&stage.desk.open(&own).form_to("/badge")));
    let told = phone.refresh();
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0]["state"], "withdrawn");
    let badges = told[1]["badges"].as_array().unwrap();
    assert_eq!((badges.len(), &badges[0]["revoked"]), (2, &json!(true)));
}

#[test]
fn a_change_that_took_long_is_heard_after_one_that_began_later_and_was_done_sooner() {
    let (stage, clock) = clocked();
    if !stage.app.database.is_postgres() {
        return;
    }
    let slow = stage.register(&Person::number(1));
    let quick = stage.register(&Person::number(2));
    let mut phone = Phone::of(stage.scanner());
    let correct = format!("{}/correct", quick.page);
    let correction = stage.app.browser().open(&correct).form();
    let correction = correction.fill("name", "Somebody Corrected");
    let held = stage
        .app
        .database
        .hold("SELECT 1 FROM quota FOR UPDATE")
        .expect("it is PostgreSQL");
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| withdraw(&stage.app.browser(), &slow.page));
        eventually("the withdrawal to wait", || {
            (waiting(&stage) > 0).then_some(())
        });
        // A minute later by every clock.
        clock.set("+60");
        let quick = scope.spawn(|| stage.app.browser().post(&correction).status);
        eventually("the correction, done or on its way", || {
            (quick.is_finished() || waiting(&stage) > 1).then_some(())
        });
        phone.refresh();
        drop(held);
        slow.join().unwrap();
        assert_eq!(quick.join().unwrap(), 303);
    });
    phone.refresh();
    let people = phone.people.values();
    let gone = people.clone().filter(|one| one["state"] == "withdrawn");
    assert_eq!(gone.count(), 1, "{:?}", phone.people);
    let corrected = people.filter(|one| one["name"] == "Somebody Corrected");
    assert_eq!(corrected.count(), 1, "{:?}", phone.people);
}

/// Sessions of this database that wait for another's lock.
fn waiting(stage: &Stage) -> usize {
    let waits =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = '$1' AND wait_event_type = 'Lock'";
    let counted = stage.app.database.ask_server(waits).unwrap();
    counted.parse().unwrap()
}

#[test]
fn a_category_or_site_of_another_name_is_told_with_its_people() {
    let stage = Stage::new();
    stage.register(&Person::number(1));
    let mut phone = Phone::of(stage.scanner());
    assert_eq!(phone.refresh(), Vec::<Value>::new());
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/categories"));
    let links = list.attributes("a", "href");
    let own = links
        .iter()
        .find(|link| {
            let id = link.split("/categories/").nth(1).unwrap_or_default();
            !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
        })
        .expect("a category");
    let form = stage.desk.open(own).form().fill("slug", "envoy");
    saved(stage.desk.post(&form));
    let told = phone.refresh();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["category"], "envoy");
    assert_eq!(phone.refresh(), Vec::<Value>::new());
}

#[test]
fn a_cursor_of_an_older_version_begins_anew_and_only_nonsense_is_refused() {
    let stage = Stage::new();
    stage.register(&Person::number(1));
    let scanner = stage.scanner();
    for old in ["1745816462000-17", "1745816462000-17-strict"] {
        let page = scanner.get(&format!("/api/door/roster?since={old}"));
        assert_eq!(page.status, 200, "{old}: {}", page.text());
        let answer = page.json();
        assert_eq!(answer["whole"], true, "{old}");
        assert_eq!(answer["people"].as_array().unwrap().len(), 1, "{old}");
    }
    let whole = scanner.get("/api/door/roster").json();
    assert_eq!(whole["whole"], true);
    let since = whole["cursor"].as_str().unwrap();
    let difference = scanner
        .get(&format!("/api/door/roster?since={since}"))
        .json();
    assert_eq!(difference["whole"], false);
    assert_eq!(difference["people"], json!([]));
    for nonsense in ["yesterday", "1-2-x", "-", "1-2-3-4-strictly"] {
        let page = scanner.get(&format!("/api/door/roster?since={nonsense}"));
        assert_eq!(page.status, 422, "{nonsense}");
    }
}

/// Three people, of whom one comes in and one withdraws after the backup; the phone has heard of both. Then the
/// backup is in the database's place, and the third withdraws and the second comes in: as many changes as were lost.
#[test]
fn after_a_restored_backup_phones_are_told_everything_again() {
    let mut stage = Stage::new();
    let people: Vec<_> = (1..4)
        .map(|number| stage.register(&Person::number(number)))
        .collect();
    let codes: Vec<String> = people.iter().map(|one| one.letter.badge()).collect();
    let scanner = stage.scanner();
    scanner.scan(&codes[2], DOOR);
    stage.app.stop();
    stage.app.database.back_up();
    stage.app.run();
    let scanner = scanner.on(stage.app.browser());
    withdraw(&stage.app.browser(), &path(&people[0].page));
    scanner.scan(&codes[1], DOOR);
    let mut phone = Phone::of(scanner.clone());
    let inside = scanner.get("/api/door/inside").json();
    assert_eq!(inside["inside"].as_array().unwrap().len(), 2);
    stage.app.stop();
    stage.app.database.restore();
    stage.app.run();
    let scanner = scanner.on(stage.app.browser());
    withdraw(&stage.app.browser(), &path(&people[1].page));
    scanner.scan(&codes[0], DOOR);
    phone.scanner = scanner.clone();
    phone.refresh();
    assert_eq!(phone.people.len(), 3);
    let named: Vec<_> = phone
        .people
        .values()
        .filter(|person| person["state"] == "confirmed")
        .map(|person| person["name"].as_str().unwrap())
        .collect();
    assert_eq!(named.len(), 2, "{named:?}");
    assert!(named.contains(&"Delegate Number1") && named.contains(&"Delegate Number3"));
    let cursor = inside["cursor"].as_str().expect("a cursor");
    let heard = scanner
        .get(&format!("/api/door/inside?since={cursor}"))
        .json();
    assert_eq!(heard["whole"], true, "{heard}");
    assert_eq!(heard["inside"].as_array().unwrap().len(), 2, "{heard}");
}

/// Of the page's address, wherever the program listens now.
fn path(page: &str) -> String {
    match page.parse::<url::Url>() {
        Ok(url) => url.path().to_owned(),
        Err(_) => page.to_owned(),
    }
}

#[test]
fn who_is_inside_is_heard_as_a_difference_that_does_not_grow_with_the_hall() {
    let stage = Stage::new();
    let codes: Vec<String> = (1..6)
        .map(|number| stage.badge(&Person::number(number)))
        .collect();
    let scanner = stage.scanner();
    let entries: Vec<Value> = codes[..4].iter().map(|code| scan(code, DOOR)).collect();
    scanner.send(&entries);
    let whole = scanner.get("/api/door/inside").json();
    assert_eq!(whole["inside"].as_array().unwrap().len(), 4);
    assert!(whole.get("outside").is_none() && whole.get("whole").is_none());
    let lasting = whole["inside"][0]["checkpoint_id"].as_str().unwrap();
    assert!(lasting.starts_with('C'), "{lasting}");
    let since = |heard: &Value| {
        let cursor = heard["cursor"].as_str().expect("a cursor");
        let page = scanner.get(&format!("/api/door/inside?since={cursor}"));
        assert_eq!(page.status, 200, "{}", page.text());
        page.json()
    };
    let nothing = since(&whole);
    assert_eq!(
        (&nothing["whole"], &nothing["inside"], &nothing["outside"]),
        (&json!(false), &json!([]), &json!([]))
    );
    // One leaves, one comes, one shows the badge twice, the only entrance of one is undone.
    let mut out = scan(&codes[0], DOOR);
    out["direction"] = "out".into();
    scanner.send(&[out, scan(&codes[4], DOOR), scan(&codes[1], DOOR)]);
    let undone = json!({ "do": "undo", "scan": entries[2]["id"], "reason": "Wrong person" });
    assert_eq!(scanner.act(undone)["done"], true);
    let heard = since(&nothing);
    assert_eq!(heard["whole"], false);
    assert_eq!(heard["inside"].as_array().unwrap().len(), 1, "{heard}");
    assert_eq!(heard["outside"].as_array().unwrap().len(), 2, "{heard}");
    assert_eq!(heard["outside"][0]["checkpoint_id"], lasting);
    // What was heard once is not heard again; an older cursor still hears it.
    assert_eq!(since(&heard)["inside"], json!([]));
    assert_eq!(since(&whole)["outside"].as_array().unwrap().len(), 2);
    let wrong = scanner.get("/api/door/inside?since=yesterday");
    assert_eq!(wrong.status, 422);
}

#[test]
fn who_came_back_is_inside_since_then_and_not_since_the_morning() {
    let stage = Stage::new();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = stage.scanner();
    let ago = |minutes: i64, direction: &str| {
        let at = hazir::clock::now() - chrono::TimeDelta::minutes(minutes);
        let mut scan = scan(&code, DOOR);
        scan["direction"] = direction.into();
        scan["scanned_at"] = json!(hazir::clock::rfc3339(at));
        scan["told"] = match direction {
            "out" => "left".into(),
            _ => "admitted".into(),
        };
        scan
    };
    let back = ago(10, "in");
    scanner.send(&[ago(30, "in"), ago(20, "out"), back.clone()]);
    let inside = scanner.get("/api/door/inside").json();
    assert_eq!(inside["inside"][0]["at"], back["scanned_at"], "{inside}");
    // As the door says it of the next showing, and of who is found by name.
    let again = scanner.send(&[scan(&code, DOOR)]).remove(0);
    assert_eq!(again["first"]["at"], back["scanned_at"], "{again}");
    let found = scanner.search(&person.name, DOOR).remove(0);
    assert_eq!(found["first"]["at"], back["scanned_at"], "{found}");
}

/// The passages that are told until one of this scan is.
fn told_of(events: &crate::support::door::Events, one: &Value) -> Value {
    loop {
        let told = events.within(SOON).expect("to be told of the scan");
        let passages = told["passages"].as_array().unwrap();
        if let Some(passage) = passages.iter().find(|passage| passage["id"] == one["id"]) {
            return passage.clone();
        }
    }
}

#[test]
fn two_programs_hear_each_others_scans_whatever_their_clocks_say() {
    let (mut stage, clock) = clocked();
    if !stage.app.database.is_postgres() {
        return;
    }
    let codes: Vec<String> = (1..5)
        .map(|number| stage.badge(&Person::number(number)))
        .collect();
    let mut behind = stage.app.beside();
    let other = Clock::of(&mut behind);
    other.set("-20");
    behind.run();
    let here = stage.scanner();
    let there = stage.scanner().on(behind.browser());
    let (heard_here, heard_there) = (here.listen(), there.listen());
    for events in [&heard_here, &heard_there] {
        events.within(SOON).expect("how many are inside");
    }
    for (number, code) in codes.iter().enumerate() {
        let one = scan(code, DOOR);
        let from = if number % 2 == 0 { &here } else { &there };
        from.send(std::slice::from_ref(&one));
        told_of(&heard_here, &one);
        told_of(&heard_there, &one);
        clock.set(["+1d", "-1d", "+0", "+0"][number]);
    }
    stage.app.kill();
}

#[test]
fn a_scan_that_took_long_is_told_after_one_that_began_later() {
    let (stage, clock) = clocked();
    if !stage.app.database.is_postgres() {
        return;
    }
    let slow = stage.badge(&Person::number(1));
    let quick = stage.badge(&Person::number(2));
    let (scanner, other) = (stage.scanner(), stage.scanner());
    let events = scanner.listen();
    events.within(SOON).expect("how many are inside");
    let one = "SELECT 1 FROM registration WHERE name LIKE '%Number1' FOR UPDATE";
    let held = stage.app.database.hold(one).expect("it is PostgreSQL");
    let (first, second) = (scan(&slow, DOOR), scan(&quick, DOOR));
    std::thread::scope(|scope| {
        let waits = scope.spawn(|| scanner.send(std::slice::from_ref(&first)));
        eventually("the scan to wait", || (waiting(&stage) > 0).then_some(()));
        clock.set("+60");
        other.send(std::slice::from_ref(&second));
        told_of(&events, &second);
        drop(held);
        waits.join().unwrap();
    });
    told_of(&events, &first);
}

#[test]
fn a_transaction_that_somebody_leaves_open_holds_back_nobodys_news() {
    let stage = Stage::new();
    if !stage.app.database.is_postgres() {
        return;
    }
    let codes = [1, 2].map(|number| stage.badge(&Person::number(number)));
    let scanner = stage.scanner();
    let events = scanner.listen();
    events.within(SOON).expect("how many are inside");
    let open = stage
        .app
        .database
        .hold("CREATE TABLE somebody_elses (id INT)")
        .expect("it is PostgreSQL");
    let whole = scanner.get("/api/door/inside").json();
    for code in &codes {
        let one = scan(code, DOOR);
        scanner.send(std::slice::from_ref(&one));
        told_of(&events, &one);
    }
    let cursor = whole["cursor"].as_str().unwrap();
    let heard = scanner
        .get(&format!("/api/door/inside?since={cursor}"))
        .json();
    assert_eq!(heard["inside"].as_array().unwrap().len(), 2, "{heard}");
    drop(open);
}

#[test]
fn rows_from_another_servers_backup_are_nobodys_news() {
    let mut stage = Stage::new();
    if !stage.app.database.is_postgres() {
        return;
    }
    let codes = [1, 2].map(|number| stage.badge(&Person::number(number)));
    let scanner = stage.scanner();
    let old = scan(&codes[0], DOOR);
    scanner.send(std::slice::from_ref(&old));
    stage.app.stop();
    // As that server counted, this was long to come.
    let ahead = "UPDATE scan SET written = written + 3; UPDATE presence SET written = written + 3";
    stage.app.database.tell(ahead).expect("it is PostgreSQL");
    stage.app.run();
    let scanner = scanner.on(stage.app.browser());
    let events = scanner.listen();
    events.within(SOON).expect("how many are inside");
    for round in 0..6 {
        let mut one = scan(&codes[1], DOOR);
        one["direction"] = if round % 2 == 0 { "in" } else { "out" }.into();
        scanner.send(std::slice::from_ref(&one));
        let told = events.within(SOON).expect("the scan");
        let passages = told["passages"].as_array().unwrap();
        let ids: Vec<_> = passages.iter().map(|passage| &passage["id"]).collect();
        assert_eq!(ids, [&one["id"]], "{told}");
    }
}

/// Whether a letter came to this person, and how soon.
fn letter_comes(app: &App, person: &Person, patience: Duration) {
    within(patience, "the letter", || {
        let letters = app.outbox().letters_to(&person.email);
        (!letters.is_empty()).then_some(())
    });
}

#[test]
fn a_letter_queued_by_a_clock_that_was_a_day_ahead_leaves_when_it_is_put_right() {
    let mut app = App::prepare();
    let clock = Clock::of(&mut app);
    let files = format!("file://{}", app.outbox_folder().display());
    app.set("HAZIR_MAIL", "smtp://127.0.0.1:9");
    app.run();
    let mut stage = Stage::on(app, &[]);
    let person = Person::number(1);
    clock.set("+1d");
    saved(stage.app.browser().post(&stage.filled(&person)));
    stage.app.stop();
    clock.set("+0");
    stage.app.set("HAZIR_MAIL", &files);
    stage.app.run();
    letter_comes(&stage.app, &person, Duration::from_secs(10));
}

#[test]
fn a_letter_that_was_under_way_when_a_program_a_day_ahead_was_killed_is_sent_by_the_next() {
    let mut app = App::prepare();
    let clock = Clock::of(&mut app);
    let mut server = crate::support::smtp::MailServer::start(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    app.run();
    let mut stage = Stage::on(app, &[]);
    server.behave("hold");
    clock.set("+1d");
    saved(stage.app.browser().post(&stage.filled(&Person::number(1))));
    eventually("the letter to be under way", || {
        (!server.ids("held").is_empty()).then_some(())
    });
    stage.app.kill();
    server.go_away();
    server.behave("accept");
    server.come_back();
    clock.set("+0");
    stage.app.run();
    within(Duration::from_secs(60), "the letter", || {
        (!server.ids("accepted").is_empty()).then_some(())
    });
}

#[test]
fn of_two_programs_whose_clocks_are_a_day_apart_one_sends_a_letter() {
    let mut app = App::prepare();
    let server = crate::support::smtp::MailServer::start(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    app.run();
    let mut stage = Stage::on(app, &[]);
    server.behave("hold");
    saved(stage.app.browser().post(&stage.filled(&Person::number(1))));
    let first = eventually("the letter to be under way", || server.ids("held").pop());
    let mut ahead = stage.app.beside();
    let clock = Clock::of(&mut ahead);
    clock.set("+1d");
    ahead.run();
    // That it has looked is seen by what it was given to send itself: it takes what waits in order.
    let other = Person::number(2);
    saved(ahead.browser().post(&stage.filled(&other)));
    eventually("the other letter to be under way", || {
        (server.ids("held").iter().any(|id| *id != first)).then_some(())
    });
    server.behave("accept");
    eventually("both letters", || {
        (server.ids("accepted").len() >= 2).then_some(())
    });
    ahead.stop();
    stage.app.stop();
    let ids = server.ids("accepted");
    assert_eq!(ids.len(), 2, "{ids:?}");
}
