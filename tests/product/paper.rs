//! The lists on paper: who stands on them, and what becomes of the ticks when they are entered afterwards.

use std::process::Command;
use std::sync::Barrier;

use serde_json::json;

use crate::support::reader::assert_for_everyone;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{Browser, Page, at_once};

fn lists(forum: &str) -> String {
    format!("/en/desk/{forum}/paper")
}

fn stage_with(names: &[&str]) -> Stage {
    let stage = Stage::new();
    for (place, name) in names.iter().enumerate() {
        let email = format!("person-{place}@people.example");
        stage.register(&Person::new(name, &email));
    }
    stage
}

/// The list of the door that is always open, in the order in which it is read.
fn list(desk: &Browser, forum: &str) -> String {
    let pdf = desk.get(&address(desk, forum));
    assert_eq!(pdf.header("content-type"), "application/pdf");
    said(&pdf.body)
}

/// What a PDF says, in the order in which it was drawn.
fn said(pdf: &[u8]) -> String {
    assert_for_everyone(pdf);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let said = Command::new("pdftotext")
        .arg("-raw")
        .arg(file.path())
        .arg("-")
        .output()
        .expect("pdftotext is installed");
    let text = String::from_utf8(said.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The code that stands before a name on the list.
fn code(list: &str, name: &str) -> String {
    let (before, _) = list
        .split_once(name)
        .unwrap_or_else(|| panic!("{name} stands on the list: {list}"));
    let code = before.split_whitespace().next_back().unwrap().to_owned();
    assert_eq!(code.len(), 5, "{code} before {name}");
    code
}

/// The address of that list.
fn address(desk: &Browser, forum: &str) -> String {
    let page = desk.open(&lists(forum));
    let lists = page.attributes("tbody a[href$='/list.pdf']", "href");
    let mut doors = page.words("tbody th").into_iter().zip(lists);
    let found = doors.find(|(name, _)| name == "Main entrance");
    found.expect("the door that is always open").1
}

/// The page on which its ticks are entered.
fn door(desk: &Browser, forum: &str) -> Page {
    desk.open(address(desk, forum).trim_end_matches("/list.pdf"))
}

/// Types this into the field for codes, and sends it.
fn enter(desk: &Browser, codes: &str) -> Page {
    desk.post(&door(desk, FORUM).form().fill("codes", codes))
}

/// What the page says of what was just entered.
fn told(desk: &Browser, answer: Page) -> String {
    let page = desk.follow(saved(answer));
    page.words(".notice").join(" ")
}

/// How many the overview counts in the hall.
fn in_the_hall(stage: &Stage) -> String {
    let live = stage.desk.get(&format!("/en/desk/{FORUM}/live"));
    live.json()["hall"].as_str().unwrap().to_owned()
}

fn conflicts(stage: &Stage) -> Vec<String> {
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/conflicts"));
    page.words("tbody tr")
}

#[test]
fn a_list_has_everybody_who_may_pass_from_a_to_z_and_what_is_nobody_else_s_business_not() {
    let names = [
        "Zərifə Əliyeva",
        "Ömər Yıldız",
        "Aygün Şıxlı",
        "Айгүл Сәрсен",
        "أحمد الخطيب",
    ];
    let stage = stage_with(&names);
    let waits = Person::new("Withdrawn Wanderer", "gone@people.example");
    let page = stage.register(&waits).page;
    let desk = stage.app.browser();
    saved(desk.post(&desk.open(&format!("{page}/withdraw")).form()));

    let list = list(&stage.desk, FORUM);
    let places: Vec<usize> = [
        "Айгүл Сәрсен Aygul Sarsen",
        "Aygün Şıxlı",
        "أحمد",
        "Ömər Yıldız",
        "Zərifə Əliyeva",
    ]
    .map(|name| {
        list.find(name)
            .unwrap_or_else(|| panic!("{name} in {list}"))
    })
    .into();
    assert!(places.is_sorted(), "{places:?} in {list}");
    for words in [
        "Main entrance",
        "People: 5",
        "Page 1 of 1",
        "Azerbaijan",
        "Xəzər",
    ] {
        assert!(list.contains(words), "{words} in {list}");
    }
    for secret in ["people.example", "Wanderer"] {
        assert!(!list.contains(secret), "{secret} in {list}");
    }
}

#[test]
fn a_door_for_some_has_a_list_of_those_and_all_lists_are_one_file() {
    let stage = stage_with(&["Ada First"]);
    let checkpoints = format!("/en/desk/{FORUM}/checkpoints/new");
    let form = stage.desk.open(&checkpoints).form();
    let media = form
        .fill("name.en", "Press gallery")
        .fill("slug", "press")
        .fill("direction", "in");
    let last = stage
        .desk
        .open(&checkpoints)
        .attributes("input[name=category]", "value");
    saved(
        stage
            .desk
            .post(&media.forge("category", last.last().unwrap())),
    );
    let bus = stage.desk.open(&checkpoints).form();
    let bus = bus
        .fill("name.en", "Bus back")
        .fill("slug", "bus-back")
        .fill("direction", "out");
    saved(stage.desk.post(&bus));

    let page = stage.desk.open(&lists(FORUM));
    let doors = page.words("tbody th");
    assert_eq!(doors[doors.len() - 2..], ["Main entrance", "Press gallery"]);
    let counts = page.words("tbody td.number");
    assert_eq!(counts[counts.len() - 4..], ["1", "0", "0", "0"]);
    let all = said(&stage.desk.get(&page.link("/lists.pdf")).body);
    assert!(all.contains("Ada First"), "{all}");
    assert!(all.ends_with("Page 1 of 1"), "{all}");
    assert!(all.contains("Press gallery") && all.contains("Nobody may pass here."));
    assert!(!all.contains("Bus back"), "nobody comes in there");
}

#[test]
fn ticks_count_once_however_often_they_are_entered() {
    let stage = stage_with(&["Ada First", "Bela Second", "Cem Third"]);
    let list = list(&stage.desk, FORUM);
    let [ada, bela] = ["Ada First", "Bela Second"].map(|name| code(&list, name));
    let codes = format!("{ada}, {}\n", bela.to_lowercase());
    assert_eq!(in_the_hall(&stage), "0");
    assert_eq!(told(&stage.desk, enter(&stage.desk, &codes)), "Entered: 2");
    assert_eq!(in_the_hall(&stage), "2");
    let again = enter(&stage.desk, &format!("{bela} {ada}"));
    assert_eq!(told(&stage.desk, again), "Had been entered before: 2");
    assert_eq!(in_the_hall(&stage), "2");
    assert!(conflicts(&stage).is_empty());

    let page = door(&stage.desk, FORUM);
    assert_eq!(page.words(".history li > a"), ["Ada First", "Bela Second"]);
    let person = stage.desk.open(&stage.at_desk("Ada First"));
    let scans = person.sentence();
    assert!(scans.contains("Paper list · owner@desk.example"), "{scans}");
    let devices = stage.desk.open(&format!("/en/desk/{FORUM}/devices"));
    assert!(!devices.sentence().contains("Paper list"), "no phone");
}

#[test]
fn a_sheet_entered_by_two_at_once_counts_once() {
    let names: Vec<String> = (0..30)
        .map(|number| format!("Delegate Number{number:02}"))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let stage = stage_with(&names);
    let list = list(&stage.desk, FORUM);
    let codes: Vec<String> = names.iter().map(|name| code(&list, name)).collect();
    let registrar = stage.colleague("registrar", FORUM);
    let mut backwards = codes.clone();
    backwards.reverse();
    let sheets = [
        (door(&stage.desk, FORUM).form(), codes.join(" ")),
        (door(&registrar, FORUM).form(), backwards.join("\n")),
    ];
    let desks = [stage.desk.clone(), registrar];
    let start = Barrier::new(2);
    let said = at_once(&[0, 1], |one| {
        let (form, codes) = &sheets[*one];
        let form = form.clone().fill("codes", codes);
        start.wait();
        told(&desks[*one], desks[*one].post(&form))
    });
    let count = |words: &str| -> usize {
        let after = said.iter().filter_map(|said| said.split_once(words));
        let numbers = after.map(|(_, rest)| rest.split_whitespace().next().unwrap());
        numbers.map(|number| number.parse::<usize>().unwrap()).sum()
    };
    assert_eq!(count("Entered: "), 30, "{said:?}");
    assert_eq!(count("before: "), 30, "{said:?}");
    assert_eq!(in_the_hall(&stage), "30");
    assert!(conflicts(&stage).is_empty());
}

#[test]
fn a_mistyped_or_unknown_code_is_told_with_its_line_and_what_was_typed_stays() {
    let stage = stage_with(&["Ada First", "Bela Second"]);
    let list = list(&stage.desk, FORUM);
    let [ada, bela] = ["Ada First", "Bela Second"].map(|name| code(&list, name));
    let nobody = hazir::inside::values::ShortCode::of(4_711).to_string();
    let wrong = match bela.strip_suffix('7') {
        Some(rest) => format!("{rest}8"),
        None => format!("{}7", &bela[..4]),
    };
    let typed = format!("{ada}\n{wrong} 0:01\n{nobody}\n0:10");
    let refused = enter(&stage.desk, &typed);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.words(".notice"), ["Entered: 1"]);
    let faults = refused.words("#errors li");
    assert_eq!(faults.len(), 3, "{faults:?}");
    for (fault, line, word) in [
        (&faults[0], "Line 2", wrong.as_str()),
        (&faults[1], "Line 3", nobody.as_str()),
        (&faults[2], "Line 4", "0:10"),
    ] {
        assert!(fault.contains(line) && fault.contains(word), "{fault}");
    }
    assert_eq!(refused.form().value("codes"), typed);
    assert_eq!(in_the_hall(&stage), "1");

    let mended = refused.form().fill("codes", &format!("{ada}\n{bela}"));
    let said = told(&stage.desk, stage.desk.post(&mended));
    assert_eq!(said, "Entered: 1 Had been entered before: 1");
    assert_eq!(in_the_hall(&stage), "2");
    let empty = enter(&stage.desk, " \n");
    assert_eq!(empty.status, 422);
    assert!(empty.sentence().contains("at least one code"));
}

#[test]
fn a_time_after_a_code_is_that_person_s_and_none_may_be_to_come() {
    let stage = stage_with(&["Ada First", "Bela Second"]);
    let list = list(&stage.desk, FORUM);
    let [ada, bela] = ["Ada First", "Bela Second"].map(|name| code(&list, name));
    let form = door(&stage.desk, FORUM).form();
    let yesterday = (chrono::Utc::now() - chrono::Days::new(1)).date_naive();
    let form = form.fill("at", &format!("{yesterday}T09:00"));
    let typed = form.fill("codes", &format!("{ada} 9.42 {bela}"));
    told(&stage.desk, stage.desk.post(&typed));
    let page = door(&stage.desk, FORUM);
    let times = page.attributes(".history time", "datetime");
    // Baku is four hours ahead.
    let at = |time: &str| format!("{yesterday}T{time}:00Z");
    assert_eq!(times, [at("05:42"), at("05:00")]);

    let later = page
        .form()
        .fill("at", "2999-01-01T09:00")
        .fill("codes", &ada);
    let refused = stage.desk.post(&later);
    assert_eq!(refused.status, 422);
    assert!(refused.sentence().contains("still to come"));
    assert_eq!(refused.form().value("codes"), ada);
}

#[test]
fn what_a_phone_saw_too_is_one_person_and_somebody_looks_at_it() {
    let stage = Stage::new();
    let badge = stage.badge(&Person::new("Ada First", "ada@people.example"));
    let code = code(&list(&stage.desk, FORUM), "Ada First");
    assert_eq!(stage.scanner().scan(&badge, DOOR)["verdict"], "admitted");
    told(&stage.desk, enter(&stage.desk, &code));
    assert_eq!(in_the_hall(&stage), "1");
    let board = conflicts(&stage);
    assert_eq!(board.len(), 1, "{board:?}");
    assert!(board[0].contains("Ada First") && board[0].contains("Paper list"));
    let marked = list(&stage.desk, FORUM);
    let (_, after) = marked.split_once("Organisation").unwrap();
    assert!(
        after.contains(':'),
        "the time since when she is in: {marked}"
    );
}

#[test]
fn a_tick_for_the_wrong_person_is_taken_back_and_can_be_entered_again() {
    let stage = stage_with(&["Ada First"]);
    let code = code(&list(&stage.desk, FORUM), "Ada First");
    told(&stage.desk, enter(&stage.desk, &code));
    for _ in 0..2 {
        let form = door(&stage.desk, FORUM).form_to("/take-back");
        assert!(told(&stage.desk, stage.desk.post(&form)).contains("taken back"));
        assert_eq!(in_the_hall(&stage), "0");
        assert_eq!(told(&stage.desk, enter(&stage.desk, &code)), "Entered: 1");
        assert_eq!(in_the_hall(&stage), "1");
    }
}

#[test]
fn another_forum_s_codes_are_nobody_s_here() {
    let stage = stage_with(&["Ada First"]);
    stage.add_forum("other-forum", &[]);
    stage.add_door("other-forum", "other-door");
    let code = code(&list(&stage.desk, FORUM), "Ada First");
    let form = door(&stage.desk, "other-forum").form().fill("codes", &code);
    let refused = stage.desk.post(&form);
    assert_eq!(refused.status, 422);
    assert!(refused.words("#errors li")[0].contains("nobody at this forum"));
    let here = door(&stage.desk, FORUM).address.path().to_owned();
    let elsewhere = here.replace(FORUM, "other-forum");
    for address in [elsewhere.clone(), format!("{elsewhere}/list.pdf")] {
        assert_eq!(stage.desk.get(&address).status, 404, "{address}");
    }
    assert_eq!(in_the_hall(&stage), "0");
}

#[test]
fn who_may_only_look_has_the_lists_and_enters_nothing() {
    let stage = stage_with(&["Ada First"]);
    let viewer = stage.colleague("viewer", FORUM);
    assert!(
        list(&viewer, FORUM).contains("Ada First"),
        "as in an export"
    );
    let form = door(&stage.desk, FORUM).form();
    let address = form.action.clone();
    assert_eq!(viewer.get(&address).status, 403);
    assert_eq!(
        viewer.post(&form.clone().fill("codes", "22223")).status,
        403
    );
    assert!(
        !viewer
            .open(&lists(FORUM))
            .has(&format!("a[href='{address}']"))
    );

    let door_staff = stage.colleague("door", FORUM);
    for address in [lists(FORUM), format!("{address}/list.pdf"), address] {
        assert_eq!(door_staff.get(&address).status, 403, "{address}");
    }
    assert_eq!(in_the_hall(&stage), "0");
}

#[test]
fn a_tick_is_undone_by_a_phone_of_its_door() {
    let stage = stage_with(&["Ömər Yıldız"]);
    let list = list(&stage.desk, FORUM);
    saved(enter(&stage.desk, &code(&list, "Ömər Yıldız")));
    let scanner = stage.scanner();
    assert_eq!(scanner.inside(DOOR), 1);
    let found = scanner.search("Ömər Yıldız", DOOR).remove(0);
    let person = found["registration"].as_str().unwrap();
    let way = scanner.get(&format!("/api/door/passages?registration={person}"));
    let tick = way.json()["passages"][0]["id"].clone();
    let undone = scanner.act(json!({ "do": "undo", "scan": tick, "reason": "Another Ömər" }));
    assert_eq!(undone["done"], true, "{undone}");
    assert_eq!(scanner.inside(DOOR), 0);
}
