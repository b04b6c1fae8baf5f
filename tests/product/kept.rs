//! What a door took and the server cannot enter: nothing of it is thrown away. It waits at the desk, once, to be
//! entered or put away.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::door::{Scanner, scan};
use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{Page, eventually};

/// The desk's list of what could not be entered.
fn board(stage: &Stage) -> Page {
    stage.desk.open(&format!("/en/desk/{FORUM}/not-entered"))
}

fn rows(stage: &Stage) -> Vec<String> {
    board(stage).words("main li.kept")
}

/// The page on which the newest but `nth` of them is entered.
fn entering(stage: &Stage, nth: usize) -> Form {
    let links = board(stage).attributes("main li.kept a.button", "href");
    let page = stage.desk.open(&links[nth]);
    page.form_to("/enter")
}

fn put_away(stage: &Stage, nth: usize) {
    let is_putting_away = |form: &Form| form.action.ends_with("/put-away");
    let forms: Vec<Form> = board(stage)
        .forms()
        .into_iter()
        .filter(is_putting_away)
        .collect();
    saved(stage.desk.post(&forms[nth]));
}

/// Enters it as the form says; what the desk is told.
fn entered(stage: &Stage, form: &Form) -> String {
    let page = stage.desk.follow(saved(stage.desk.post(form)));
    page.words(".notice").join(" ")
}

/// Changes the stage's door, which is the last of the list.
fn change_door(stage: &Stage, change: impl Fn(Form) -> Form) {
    let list = stage.desk.open(&format!("/en/desk/{FORUM}/checkpoints"));
    let door = list.attributes("td.does a", "href").pop().unwrap();
    let form = stage.desk.open(&door).form();
    saved(stage.desk.post(&change(form)));
}

fn set_walk_ins(stage: &Stage, how: &str) {
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/settings"))
        .form();
    saved(stage.desk.post(&form.fill("walk_ins", how)));
}

fn revoke(stage: &Stage, number: usize) {
    let page = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/devices/{number}"));
    saved(stage.desk.post(&page.form_to("/revoke")));
}

fn is_kept(result: &Value) {
    assert_eq!(result["kept"], true, "{result}");
    let sentence = result["error"].as_str().unwrap_or_default();
    assert!(sentence.ends_with('.'), "{result}");
    assert!(result.get("verdict").is_none(), "{result}");
}

fn told(mut scan: Value) -> Value {
    scan["told"] = "admitted".into();
    scan
}

fn acts(scanner: &Scanner, act: &Value) -> Value {
    scanner.act(act.clone())
}

#[test]
fn a_scan_of_a_renamed_checkpoint_waits_at_the_desk_and_is_entered_at_the_one_chosen() {
    let stage = Stage::new();
    let person = Person::number(1);
    let code = stage.badge(&person);
    let scanner = stage.scanner();
    let taken = told(scan(&code, DOOR));
    change_door(&stage, |form| form.fill("slug", "grand-hall"));
    let first = scanner.send(std::slice::from_ref(&taken)).remove(0);
    is_kept(&first);
    // Whatever is sent again.
    for _ in 0..3 {
        assert_eq!(scanner.send(std::slice::from_ref(&taken))[0], first);
    }
    let waiting = rows(&stage);
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert!(waiting[0].contains(&person.name), "{waiting:?}");
    assert!(waiting[0].contains(DOOR), "{waiting:?}");
    let overview = stage.desk.open(&format!("/en/desk/{FORUM}")).sentence();
    assert!(overview.contains("Could not be entered: 1"), "{overview}");

    let form = entering(&stage, 0);
    let doors = form.options("checkpoint");
    let grand = doors.last().unwrap();
    let said = entered(&stage, &form.fill("checkpoint", grand));
    assert!(said.contains("Admitted"), "{said}");
    assert!(rows(&stage).is_empty());
    assert_eq!(scanner.inside("grand-hall"), 1);
    // The phone that never heard the answer is told what is so now.
    let again = scanner.send(std::slice::from_ref(&taken)).remove(0);
    assert_eq!(again["verdict"], "admitted", "{again}");
    assert!(rows(&stage).is_empty());
    assert_eq!(scanner.inside("grand-hall"), 1);
    let history = stage.desk.open(&stage.at_desk(&person.name)).sentence();
    assert!(history.contains("owner@desk.example"), "{history}");
}

#[test]
fn a_scan_that_was_entered_is_not_kept_when_its_checkpoint_is_renamed_before_the_answer_came() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let taken = scan(&code, DOOR);
    let answer = scanner.send(std::slice::from_ref(&taken)).remove(0);
    change_door(&stage, |form| form.fill("slug", "grand-hall"));
    assert_eq!(scanner.send(std::slice::from_ref(&taken))[0], answer);
    assert!(rows(&stage).is_empty());
    // What the phone told the volunteer meanwhile is heard all the same.
    let second = stage.scanner_at(FORUM, "grand-hall");
    let mut again = scan(&code, "grand-hall");
    assert_eq!(
        second.send(std::slice::from_ref(&again))[0]["verdict"],
        "already_in"
    );
    change_door(&stage, |form| form.fill("slug", "hall"));
    again["told"] = "admitted".into();
    assert_eq!(second.send(&[again])[0]["verdict"], "already_in");
    let conflicts = stage.desk.open(&format!("/en/desk/{FORUM}/conflicts"));
    assert_eq!(conflicts.words("main tbody tr").len(), 1);
}

#[test]
fn a_scan_by_the_lasting_id_is_entered_whatever_the_checkpoint_is_called() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let roster = scanner.get("/api/door/roster").json();
    let id = roster["checkpoints"][0]["id"].as_str().unwrap().to_owned();
    change_door(&stage, |form| form.fill("slug", "grand-hall"));
    assert_eq!(scanner.scan(&code, &id)["verdict"], "admitted");
    assert_eq!(scanner.inside(&id), 1);
    assert_eq!(scanner.search("Delegate", &id).len(), 1);
}

#[test]
fn a_scan_against_the_only_direction_waits_and_is_entered_the_other_way() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let mut out = told(scan(&code, DOOR));
    out["direction"] = "out".into();
    change_door(&stage, |form| form.fill("direction", "in"));
    is_kept(&scanner.send(std::slice::from_ref(&out))[0]);
    // As it stands it still cannot be: the desk is told why, and the row stays.
    let refused = stage.desk.post(&entering(&stage, 0));
    assert_eq!(refused.status, 422);
    assert!(
        refused.sentence().contains("only come in"),
        "{}",
        refused.sentence()
    );
    assert_eq!(rows(&stage).len(), 1);
    let said = entered(&stage, &entering(&stage, 0).fill("direction", "in"));
    assert!(said.contains("Admitted"), "{said}");
    assert_eq!(scanner.inside(DOOR), 1);
}

#[test]
fn who_came_back_in_stays_inside_when_the_desk_enters_how_they_left() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let pass = |direction: &str| {
        let mut passing = scan(&code, DOOR);
        passing["direction"] = direction.into();
        passing
    };
    let (out, back) = (pass("out"), pass("in"));
    change_door(&stage, |form| form.fill("direction", "in"));
    is_kept(&scanner.send(std::slice::from_ref(&out))[0]);
    scanner.send(std::slice::from_ref(&back));
    change_door(&stage, |form| form.fill("direction", "both"));
    let said = entered(&stage, &entering(&stage, 0));
    assert!(said.contains("Left"), "{said}");
    assert_eq!(scanner.inside(DOOR), 1);
}

#[test]
fn every_malformed_scan_waits_with_its_reason_and_the_good_ones_beside_it_count() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let mut scans = vec![scan(&code, DOOR); 6];
    for (number, one) in scans.iter_mut().enumerate() {
        one["id"] = uuid::Uuid::now_v7().to_string().into();
        match number {
            0 => one["scanned_at"] = "yesterday".into(),
            1 => one["direction"] = "sideways".into(),
            2 => one["checkpoint"] = Value::Null,
            3 => one["id"] = "not a uuid".into(),
            4 => _ = one.as_object_mut().unwrap().remove("code"),
            _ => {}
        }
    }
    let mut odd = scans.clone();
    odd.push(json!("a scan\u{0}"));
    let scanner = stage.scanner();
    for _ in 0..2 {
        let results = scanner.send(&odd);
        for place in [0, 1, 2, 3, 4, 6] {
            is_kept(&results[place]);
            assert_eq!(
                results[place]["id"],
                odd[place].get("id").cloned().unwrap_or_default()
            );
        }
        assert_eq!(results[5]["verdict"], "admitted");
    }
    assert_eq!(rows(&stage).len(), 6);
    // One without a time is given one by hand.
    let place = rows(&stage)
        .iter()
        .position(|row| row.contains("no time"))
        .unwrap();
    let form = entering(&stage, place).fill("at", "2025-04-28T09:00");
    let said = entered(&stage, &form);
    assert!(
        said.contains("Admitted") || said.contains("Already in"),
        "{said}"
    );
    assert_eq!(rows(&stage).len(), 5);
}

#[test]
fn a_walk_in_that_was_mistyped_is_corrected_at_the_desk_and_who_was_let_in_by_it_is_inside() {
    let stage = Stage::new();
    set_walk_ins(&stage, "confirmed");
    let scanner = stage.scanner();
    let id = uuid::Uuid::now_v7();
    let walk_in = json!({ "id": id, "do": "walk_in", "name": "Ayşe Kaya", "email": "ayse.people.example", "country": "TR", "checkpoint": DOOR });
    let kept = acts(&scanner, &walk_in);
    assert_eq!(
        (&kept["done"], &kept["kept"]),
        (&json!(false), &json!(true)),
        "{kept}"
    );
    assert!(kept["fields"]["email"].is_string(), "{kept}");
    // The phone let them in by the form's own id meanwhile.
    let mut came = told(scan("", DOOR));
    came.as_object_mut().unwrap().remove("code");
    came["registration"] = json!(id);
    is_kept(&scanner.send(std::slice::from_ref(&came))[0]);
    let waiting = rows(&stage);
    assert_eq!(waiting.len(), 2, "{waiting:?}");
    assert!(
        waiting.iter().all(|row| row.contains("Ayşe Kaya")),
        "{waiting:?}"
    );

    let place = waiting
        .iter()
        .position(|row| row.contains("Registration"))
        .unwrap();
    let form = entering(&stage, place);
    assert_eq!(form.value("name"), "Ayşe Kaya");
    let refused = stage.desk.post(&form);
    assert_eq!(refused.status, 422);
    let said = entered(&stage, &form.fill("email", "ayse@people.example"));
    assert!(said.contains("Ayşe Kaya"), "{said}");
    assert!(rows(&stage).is_empty(), "{:?}", rows(&stage));
    assert_eq!(stage.list(FORUM).len(), 1);
    assert_eq!(scanner.inside(DOOR), 1);
    let again = acts(&scanner, &walk_in);
    assert_eq!(
        (&again["done"], &again["name"]),
        (&json!(true), &json!("Ayşe Kaya"))
    );
    assert_eq!(stage.list(FORUM).len(), 1);
}

#[test]
fn a_walk_in_mended_at_the_phone_under_its_own_id_is_entered_and_waits_no_longer() {
    let stage = Stage::new();
    set_walk_ins(&stage, "confirmed");
    let scanner = stage.scanner();
    let mut walk_in = json!({ "id": uuid::Uuid::now_v7(), "do": "walk_in", "name": "Ayşe Kaya", "email": "ayse", "country": "TR", "checkpoint": DOOR });
    assert_eq!(acts(&scanner, &walk_in)["kept"], true);
    walk_in["email"] = "ayse@people.example".into();
    assert_eq!(acts(&scanner, &walk_in)["done"], true);
    assert!(rows(&stage).is_empty());
}

#[test]
fn acts_that_cannot_be_done_wait_too() {
    let stage = Stage::new();
    stage.register(&Person::number(1));
    let scanner = stage.scanner();
    let now = "2025-04-28T05:01:02Z";
    let id = || uuid::Uuid::now_v7();
    let all = [
        // Walk-ins are switched off.
        json!({ "id": id(), "do": "walk_in", "name": "Ayşe Kaya", "email": "ayse@people.example", "country": "TR", "checkpoint": DOOR }),
        json!({ "id": id(), "do": "undo", "scan": id(), "reason": "Wrong person" }),
        json!({ "id": id(), "do": "undo", "reason": "Wrong person" }),
        json!({ "id": id(), "do": "badge_lost", "registration": "nobody" }),
        json!({ "id": id(), "do": "print", "registration": "nobody\u{0}" }),
        json!({ "id": id(), "do": "note", "words": "  " }),
        json!({ "id": id(), "do": "note", "words": "x".repeat(20_000) }),
        json!({ "id": id(), "do": "dance" }),
        json!({ "id": "one", "do": "note", "words": "Hello", "done_at": now }),
        json!({ "id": id(), "do": "note", "words": "Hello", "done_at": "now" }),
    ];
    for act in &all {
        let first = acts(&scanner, act);
        assert_eq!(
            (&first["done"], &first["kept"]),
            (&json!(false), &json!(true)),
            "{act}: {first}"
        );
        assert!(first["error"].as_str().unwrap().ends_with('.'), "{first}");
    }
    assert_eq!(rows(&stage).len(), all.len());
    assert_eq!(acts(&scanner, &all[0])["kept"], true);
    assert_eq!(rows(&stage).len(), all.len());
}

#[test]
fn an_undo_that_came_before_its_scan_is_done_when_it_is_entered() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let taken = scan(&code, DOOR);
    let undo = json!({ "id": uuid::Uuid::now_v7(), "do": "undo", "scan": taken["id"], "reason": "Wrong person" });
    assert_eq!(acts(&scanner, &undo)["kept"], true);
    scanner.send(std::slice::from_ref(&taken));
    assert_eq!(scanner.inside(DOOR), 1);
    let said = entered(&stage, &entering(&stage, 0));
    assert!(!said.is_empty());
    assert_eq!(scanner.inside(DOOR), 0);
    assert_eq!(acts(&scanner, &undo)["done"], true);
}

#[test]
fn what_was_put_away_stays_away_whatever_is_sent_again() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner();
    let taken = scan(&code, "a-door-of-old");
    is_kept(&scanner.send(std::slice::from_ref(&taken))[0]);
    put_away(&stage, 0);
    assert!(rows(&stage).is_empty());
    is_kept(&scanner.send(std::slice::from_ref(&taken))[0]);
    assert!(rows(&stage).is_empty());
    assert_eq!(scanner.inside(DOOR), 0);
}

#[test]
fn a_revoked_device_is_closed_and_may_hand_in_what_it_took_which_the_desk_enters() {
    let stage = Stage::new();
    let (early, late) = (Person::number(1), Person::number(2));
    let (early, late) = (stage.badge(&early), stage.badge(&late));
    let scanner = stage.scanner();
    let known = scan(&early, DOOR);
    scanner.send(std::slice::from_ref(&known));
    revoke(&stage, 1);
    for closed in [
        "/api/door/roster",
        "/api/door/inside",
        "/api/door/search?q=delegate",
        &format!("/api/door/count?checkpoint={DOOR}"),
    ] {
        assert_eq!(scanner.get(closed).status, 401, "{closed}");
    }
    let taken = told(scan(&late, DOOR));
    let answer = scanner.post(&json!({ "scans": [known, taken] }));
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(
        !answer.text().contains("Delegate"),
        "no name: {}",
        answer.text()
    );
    let results = answer.json()["results"].clone();
    is_kept(&results[0]);
    is_kept(&results[1]);
    let note = acts(
        &scanner,
        &json!({ "do": "note", "words": "Needs a wheelchair" }),
    );
    assert_eq!(
        (&note["done"], &note["kept"]),
        (&json!(false), &json!(true)),
        "{note}"
    );
    // What was written down before is not kept once more.
    let waiting = rows(&stage);
    assert_eq!(waiting.len(), 2, "{waiting:?}");
    assert_eq!(stage.scanner().inside(DOOR), 1);
    let place = waiting
        .iter()
        .position(|row| row.contains("Number2"))
        .unwrap();
    let said = entered(&stage, &entering(&stage, place));
    assert!(said.contains("Admitted"), "{said}");
    assert_eq!(stage.scanner().inside(DOOR), 2);
}

#[test]
fn all_that_a_revoked_device_hands_in_is_entered_at_once() {
    let stage = Stage::new();
    let codes: Vec<String> = (1..=3)
        .map(|number| stage.badge(&Person::number(number)))
        .collect();
    let scanner = stage.scanner();
    let scans: Vec<Value> = codes.iter().map(|code| told(scan(code, DOOR))).collect();
    revoke(&stage, 1);
    scanner.send(&scans).iter().for_each(is_kept);
    let other = stage.scanner();
    is_kept(&other.scan(&codes[0], "a-door-of-old"));
    let form = board(&stage).form_to("/enter-all");
    let viewer = stage.colleague("viewer", FORUM);
    assert_eq!(viewer.post(&form).status, 403);
    assert_eq!(entered(&stage, &form), "Entered: 3.");
    assert_eq!(other.inside(DOOR), 3);
    assert_eq!(rows(&stage).len(), 1, "what is to be mended waits on");
    assert_eq!(
        stage
            .desk
            .follow(saved(stage.desk.post(&form)))
            .words(".notice"),
        ["Entered: 0."]
    );
    assert_eq!(other.inside(DOOR), 3);
}

#[test]
fn a_phone_whose_time_was_over_leaves_what_it_took_afterwards_to_the_desk() {
    let stage = Stage::new();
    let code = stage.badge(&Person::number(1));
    let scanner = stage.scanner_until(hazir::clock::now() + TimeDelta::seconds(3));
    eventually("its time is over", || {
        (scanner.get("/api/door/inside").status == 401).then_some(())
    });
    is_kept(&scanner.scan(&code, DOOR));
    let said = entered(&stage, &entering(&stage, 0));
    assert!(said.contains("Admitted"), "{said}");
    assert_eq!(stage.scanner().inside(DOOR), 1);
}

#[test]
fn a_device_leaves_two_thousand_and_holds_on_to_the_rest() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    let scans: Vec<Value> = (0..2001).map(|_| scan("HZ0", "a-door-of-old")).collect();
    let results: Vec<Value> = scans
        .chunks(500)
        .flat_map(|some| scanner.send(some))
        .collect();
    results[..2000].iter().for_each(is_kept);
    assert!(results[2000].get("kept").is_none(), "{}", results[2000]);
    assert!(results[2000]["error"].is_string(), "{}", results[2000]);
    is_kept(&scanner.send(&scans[..1])[0]);
    let said = board(&stage).sentence();
    assert!(said.contains("2,000"), "{said}");
    // There is room again once one is put away.
    put_away(&stage, 0);
    is_kept(&scanner.send(&scans[2000..])[0]);
}

#[test]
fn nobody_but_the_desk_enters_and_puts_away() {
    let stage = Stage::new();
    let scanner = stage.scanner();
    is_kept(&scanner.scan("HZ0", "a-door-of-old"));
    let (form, address) = (entering(&stage, 0), format!("/en/desk/{FORUM}/not-entered"));
    let away = board(&stage).form_to("/put-away");
    assert_eq!(stage.colleague("door", FORUM).get(&address).status, 403);
    let viewer = stage.colleague("viewer", FORUM);
    assert_eq!(viewer.open(&address).words("main li.kept").len(), 1);
    assert!(!viewer.open(&address).has("main li.kept a.button"));
    for forbidden in [&form, &away] {
        assert_eq!(viewer.post(forbidden).status, 403);
    }
    stage.add_forum("another", &[]);
    let elsewhere = form.action.replace(FORUM, "another");
    assert_eq!(
        stage.desk.post(&form.clone().sent_to(&elsewhere)).status,
        404
    );
    let registrar = stage.colleague("registrar", FORUM);
    let own = registrar.open(&address);
    saved(registrar.post(&own.form_to("/put-away")));
    assert!(rows(&stage).is_empty());
}

#[test]
fn the_list_is_read_in_six_languages() {
    let stage = Stage::new();
    stage.scanner().scan("HZ0", "a-door-of-old");
    for language in ["en", "az", "ru", "tr", "ar", "fr"] {
        let page = stage
            .desk
            .open(&format!("/{language}/desk/{FORUM}/not-entered"));
        assert_eq!(page.words("main li.kept").len(), 1, "{language}");
        let link = page.attributes("main li.kept a.button", "href").remove(0);
        assert!(stage.desk.open(&link).has("form select[name=checkpoint]"));
    }
}
