//! Several people behind one address: an office's mailbox, a family's. Nobody of them is lost.

use std::collections::BTreeSet;
use std::sync::Barrier;

use serde_json::{Value, json};

use crate::support::door::Scanner;
use crate::support::jobs::settled;
use crate::support::stage::{DOOR, FORUM, Person, Stage, fill, saved};
use crate::support::{App, at_once, eventually};

const OFFICE: &str = "office@people.example";

const NAMES: [&str; 5] = [
    "Leyla Əliyeva",
    "Murad Həsənov",
    "Nərgiz Quliyeva",
    "Orxan Məmmədov",
    "Pərvin İsmayılova",
];

fn of_office(name: &str) -> Person {
    Person::new(name, OFFICE)
}

/// Who stands in the list, by name.
fn names(stage: &Stage, forum: &str) -> Vec<String> {
    let mut names: Vec<String> = stage
        .list(forum)
        .into_iter()
        .map(|row| row["name"].clone())
        .collect();
    names.sort();
    names
}

fn allow_walk_ins(stage: &Stage) {
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/settings"))
        .form();
    saved(stage.desk.post(&form.fill("walk_ins", "confirmed")));
}

fn walk_in(name: &str) -> Value {
    json!({ "do": "walk_in", "name": name, "email": OFFICE, "country": "AZ", "checkpoint": DOOR })
}

#[test]
fn five_of_an_office_who_go_back_to_one_form_each_get_a_page_a_badge_and_a_letter() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    // One form, opened once: the browser's back button brings it back with its token.
    let form = stage.filled(&of_office(NAMES[0]));
    for name in NAMES {
        let answer = browser.post(&fill(form.clone(), &of_office(name)));
        assert_eq!(answer.status, 303, "{}", answer.sentence());
    }
    assert_eq!(names(&stage, FORUM), NAMES);
    stage.app.outbox().letter(5, OFFICE);
    let letters = stage.app.outbox().letters_to(OFFICE);
    let pages: BTreeSet<_> = letters.iter().map(|letter| letter.own_page()).collect();
    let badges: BTreeSet<_> = letters.iter().map(|letter| letter.badge()).collect();
    assert_eq!((pages.len(), badges.len()), (5, 5));
    let says = |name: &str| {
        let mut of_name = letters
            .iter()
            .filter(|letter| letter.text().contains(&format!("Hello {name}")));
        of_name.next().unwrap().text()
    };
    assert!(!says(NAMES[0]).contains("this e-mail address"));
    let last = says(NAMES[4]);
    assert!(last.contains("5 people are registered with this e-mail address"));
    assert_eq!(
        last.matches(NAMES[4]).count(),
        3,
        "whom it is about: {last}"
    );
    let scanner = stage.scanner();
    for badge in badges {
        assert_eq!(scanner.scan(&badge, DOOR)["verdict"], "admitted");
    }
}

#[test]
fn how_many_share_the_address_is_said_in_every_language_in_both_parts_of_the_letter() {
    let stage = Stage::new();
    for language in ["en", "az", "ru", "tr", "ar", "fr"] {
        let office = format!("{language}@people.example");
        for name in ["Aysel Quliyeva", "Murad Həsənov"] {
            let browser = stage.app.browser();
            let form = browser
                .open(&format!("/{language}/{FORUM}/register"))
                .form();
            saved(browser.post(&fill(form, &Person::new(name, &office))));
            stage.app.outbox().letter(1, &office);
        }
        let second = stage.app.outbox().letter(2, &office);
        let sentence = match language {
            "en" => "2 people are registered with this e-mail address",
            "az" => "Bu e-poçt ünvanı ilə 2 nəfər qeydiyyatdan keçib",
            "ru" => "С этим адресом эл. почты зарегистрированы 2 человека",
            "tr" => "Bu e-posta adresiyle 2 kişi kayıtlı",
            "ar" => "سُجّل بعنوان البريد الإلكتروني هذا شخصان",
            _ => "2 personnes sont inscrites avec cette adresse e-mail",
        };
        for part in [second.text(), second.html()] {
            assert!(part.contains(sentence), "{language}: {part}");
        }
    }
}

#[test]
fn the_same_name_at_the_same_address_is_known_however_it_is_written() {
    let stage = Stage::new();
    let first = stage.register(&of_office("Leyla Əliyeva"));
    stage.register(&Person::new("Murad Həsənov", OFFICE));
    let browser = stage.app.browser();
    let fresh = browser.post(&stage.filled(&of_office("Nərgiz Quliyeva")));
    for spelling in ["Leyla Əliyeva", "ALIYEVA LEYLA", "Лейла Алиева"] {
        let person = Person::new(spelling, &OFFICE.to_uppercase());
        let again = browser.post(&stage.filled(&person));
        assert_eq!(
            (again.status, again.location()),
            (fresh.status, fresh.location())
        );
    }
    assert_eq!(
        names(&stage, FORUM),
        ["Leyla Əliyeva", "Murad Həsənov", "Nərgiz Quliyeva"]
    );
    let badge = first.letter.badge();
    let again = eventually("the badge again", || {
        let letters = stage.app.outbox().letters_to(OFFICE);
        let mut of_badge = letters.into_iter().filter(|letter| {
            let mut parts = letter.parts().into_iter();
            parts.any(|part| part.kind == "image/png") && letter.badge() == badge
        });
        of_badge.nth(1)
    });
    assert_eq!(again.own_page(), first.page);
}

#[test]
fn the_desk_enters_a_second_person_of_an_address_and_is_shown_who_is_known() {
    let stage = Stage::new();
    stage.register(&of_office(NAMES[0]));
    let add = |name: &str| {
        let form = stage
            .desk
            .open(&format!("/en/desk/{FORUM}/registrations/new"))
            .form();
        let form = form.fill("category", "delegate").fill("name", name);
        stage
            .desk
            .post(&form.fill("email", OFFICE).fill("country", "AZ"))
    };
    saved(add(NAMES[1]));
    let known = add(NAMES[1]);
    assert_eq!(known.status, 422);
    assert!(known.has("a[href*='/registrations/']"), "who it is");
    assert_eq!(names(&stage, FORUM), NAMES[..2]);
}

#[test]
fn a_list_with_one_address_for_all_brings_everybody_and_names_each_row_it_leaves_out() {
    let stage = Stage::new();
    let mut list = String::from("name,email,country\n");
    for name in NAMES {
        list += &format!("{name},{OFFICE},AZ\n");
    }
    list += &format!("Əliyeva Leyla,{OFFICE},AZ\n,\nMURAD HASANOV,{OFFICE},AZ\n");
    let file = stage.app.folder.path().join("office.csv");
    std::fs::write(&file, &list).unwrap();
    let import = |more: &[&str]| {
        let arguments = [&["import", FORUM, file.to_str().unwrap()], more].concat();
        stage.app.hazir_says(&arguments)
    };
    let rehearsed = import(&["--dry-run"]);
    assert!(names(&stage, FORUM).is_empty());
    let said = import(&[]);
    assert_eq!(names(&stage, FORUM), NAMES);
    for words in [rehearsed, said] {
        assert!(words.contains("5 people"), "{words}");
        let left: Vec<&str> = words.lines().filter(|line| line.contains("Row ")).collect();
        assert_eq!(left.len(), 2, "{words}");
        assert!(left[0].contains("Row 7") && left[0].contains("Əliyeva Leyla"));
        assert!(left[1].contains("Row 9") && left[1].contains("MURAD HASANOV"));
    }
    let again = import(&[]);
    let left = again.lines().filter(|line| line.contains("Row ")).count();
    assert_eq!(left, 7, "{again}");
    assert_eq!(names(&stage, FORUM), NAMES);
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/import"))
        .form_to("/import");
    let page = stage.desk.post(
        &form
            .attach("office.csv", list.as_bytes())
            .press("run", "yes"),
    );
    let page = settled(&stage.desk, page);
    assert_eq!(page.words("tbody th").len(), 7, "{}", page.sentence());
    assert!(page.sentence().contains("MURAD HASANOV"));
}

#[test]
fn people_who_share_an_address_are_the_same_after_an_export_and_an_import() {
    let stage = Stage::new();
    for name in NAMES {
        saved(stage.app.browser().post(&stage.filled(&of_office(name))));
    }
    stage.add_forum("second-forum", &[]);
    let csv = stage.app.hazir_says(&["export", FORUM, "--format", "csv"]);
    let file = stage.app.folder.path().join("list.csv");
    std::fs::write(&file, csv).unwrap();
    for _ in 0..2 {
        stage
            .app
            .hazir_says(&["import", "second-forum", file.to_str().unwrap()]);
        assert_eq!(names(&stage, "second-forum"), NAMES);
    }
}

#[test]
fn a_withdrawn_person_of_the_office_is_brought_once_and_hides_nobody() {
    let stage = Stage::new();
    let list = format!(
        "name,email,country,state\n{},{OFFICE},AZ,withdrawn\n{},{OFFICE},AZ,withdrawn\n{},{OFFICE},AZ,confirmed\n",
        NAMES[0], NAMES[1], NAMES[2]
    );
    let file = stage.app.folder.path().join("list.csv");
    std::fs::write(&file, list).unwrap();
    for _ in 0..2 {
        stage
            .app
            .hazir_says(&["import", FORUM, file.to_str().unwrap()]);
        assert_eq!(names(&stage, FORUM), NAMES[..3]);
    }
}

#[test]
fn a_door_takes_a_second_person_of_an_address_and_knows_the_first() {
    let stage = Stage::new();
    allow_walk_ins(&stage);
    stage.register(&of_office(NAMES[0]));
    let scanner: Scanner = stage.scanner();
    let new = scanner.act(walk_in(NAMES[1]));
    assert_eq!(
        (&new["done"], &new["known"], &new["name"]),
        (&json!(true), &Value::Null, &json!(NAMES[1])),
        "{new}"
    );
    let known = scanner.act(walk_in("Aliyeva Leyla"));
    assert_eq!(
        (&known["known"], &known["name"]),
        (&json!(true), &json!(NAMES[0])),
        "{known}"
    );
    let phone = crate::reasons::phone(&stage, DOOR);
    for (name, status) in [(NAMES[2], 303), (NAMES[2], 422), (NAMES[1], 422)] {
        let door = phone.open("/en/door");
        let form = door.form_to("/walk-in").fill("name", name);
        let answer = phone.post(&form.fill("email", OFFICE).fill("country", "AZ"));
        assert_eq!(
            answer.status, status,
            "whoever is known is asked for: {name}"
        );
    }
    assert_eq!(names(&stage, FORUM), NAMES[..3]);
}

#[test]
fn of_many_at_once_behind_one_address_each_name_is_registered_once() {
    let app = App::start();
    let mut other = App::prepare();
    other.set("HAZIR_DATABASE", &app.database.address());
    other.run();
    let stage = Stage::on(app, &[]);
    let register = |number: usize| {
        // Two programs on one database, the same five names at each.
        let program = [&stage.app, &other][number % 2];
        let browser = program.browser();
        let form = browser.open(&format!("/en/{FORUM}/register")).form();
        (browser, fill(form, &of_office(NAMES[number / 2 % 5])))
    };
    let forms: Vec<_> = (0..20).map(register).collect();
    let start = Barrier::new(forms.len());
    let answers = at_once(&forms, |(browser, form)| {
        start.wait();
        browser.post(form).status
    });
    assert_eq!(answers, [303; 20]);
    assert_eq!(names(&stage, FORUM), NAMES);
}

#[test]
fn a_correction_that_makes_two_of_an_address_one_is_refused_in_a_sentence() {
    let stage = Stage::new();
    let leyla = stage.register(&of_office(NAMES[0]));
    saved(
        stage
            .app
            .browser()
            .post(&stage.filled(&of_office(NAMES[1]))),
    );
    let browser = stage.app.browser();
    let correct = |name: &str| {
        let form = browser.open(&format!("{}/correct", leyla.page)).form();
        browser.post(&form.fill("name", name))
    };
    let taken = correct("HASANOV Murad");
    assert_eq!(taken.status, 422);
    assert!(
        taken
            .sentence()
            .contains("is already registered with this e-mail address"),
        "{}",
        taken.sentence()
    );
    let desk = format!("{}/correct", stage.at_desk(NAMES[0]));
    let form = stage.desk.open(&desk).form_to("/correct");
    let taken = stage.desk.post(&form.fill("name", NAMES[1]));
    assert_eq!(taken.status, 422);
    assert_eq!(names(&stage, FORUM), NAMES[..2]);
    // A new name is known from then on, and the old one is free.
    saved(correct(NAMES[2]));
    for name in [NAMES[2], NAMES[0]] {
        saved(stage.app.browser().post(&stage.filled(&of_office(name))));
    }
    assert_eq!(names(&stage, FORUM), NAMES[..3]);
}

#[test]
fn an_address_may_be_changed_to_one_that_others_have_but_not_to_that_of_a_namesake() {
    let stage = Stage::new();
    saved(
        stage
            .app
            .browser()
            .post(&stage.filled(&of_office(NAMES[0]))),
    );
    let alone = |name: &str, email: &str| stage.register(&Person::new(name, email));
    alone(NAMES[1], "murad@people.example");
    let twin = alone("Aliyeva Leyla", "leyla@people.example");
    let change = |name: &str| {
        let form = stage
            .desk
            .open(&format!("{}/email", stage.at_desk(name)))
            .form_to("/email");
        stage.desk.post(&form.fill("email", OFFICE))
    };
    saved(change(NAMES[1]));
    assert_eq!(change("Aliyeva Leyla").status, 422);
    let browser = stage.app.browser();
    let form = browser.open(&format!("{}/email", twin.page)).form();
    saved(browser.post(&form.fill("email", OFFICE)));
    let letter = eventually("the link to the new address", || {
        let letters = stage.app.outbox().letters_to(OFFICE);
        let mut asking = letters
            .into_iter()
            .filter(|letter| letter.text().contains("/me/email/"));
        asking.next()
    });
    let page = browser.open(&letter.link("/me/email/"));
    let answer = browser.post(&page.form_to(page.address.path()));
    assert_eq!(answer.status, 422);
    let emails: Vec<String> = stage
        .list(FORUM)
        .into_iter()
        .map(|row| row["email"].clone())
        .collect();
    assert_eq!(emails.iter().filter(|email| *email == OFFICE).count(), 2);
}

/// What a database of an older program holds: other keys of people, and no rules by which they were made.
fn tell_database(app: &App, sql: &'static str) -> usize {
    use diesel::RunQueryDsl;
    let address = hazir::inside::db::Address::parse(&app.database.address()).unwrap();
    let database = hazir::inside::db::Database::open(&address).unwrap();
    database
        .write_now(move |c| diesel::sql_query(sql).execute(c))
        .unwrap()
}

#[test]
fn who_registered_with_an_older_program_is_known_by_name_after_the_start() {
    let mut stage = Stage::new();
    let old = Person::new(NAMES[0], OFFICE);
    stage.register(&old);
    stage.register(&Person::number(1));
    assert_eq!(stage.app.stop(), Some(0));
    let forgotten = tell_database(
        &stage.app,
        "UPDATE registration SET person_key = 'old ' || id",
    );
    assert_eq!(forgotten, 2);
    tell_database(&stage.app, "UPDATE search_rules SET version = 0");
    stage.app.run();
    let left = "UPDATE registration SET twin = twin WHERE person_key LIKE 'old %'";
    assert_eq!(tell_database(&stage.app, left), 0);
    for name in ["Əliyeva Leyla", NAMES[1]] {
        saved(stage.app.browser().post(&stage.filled(&of_office(name))));
    }
    let mut expected = NAMES[..2].to_vec();
    expected.insert(0, "Delegate Number1");
    assert_eq!(names(&stage, FORUM), expected);
}

#[test]
fn who_types_a_hundred_names_into_the_form_floods_nobody_and_loses_nobody() {
    let stage = Stage::new();
    let browser = stage.app.browser();
    let form = stage.filled(&of_office(NAMES[0]));
    for number in 0..62 {
        let person = of_office(&Person::number(number).name);
        saved(browser.post(&fill(form.clone(), &person)));
    }
    stage.register(&Person::new(NAMES[0], "leyla@people.example"));
    assert_eq!(stage.list(FORUM).len(), 63);
    let letters = stage.app.outbox().letters_to(OFFICE).len();
    assert!((55..=60).contains(&letters), "{letters} letters");
}
