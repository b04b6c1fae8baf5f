//! Somebody who registered twice is noticed, in whatever spelling; and two people with one name are not one.

use crate::support::form::Form;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved};
use crate::support::{Browser, eventually};

const LIST: &str = "/en/desk/test-forum/duplicates";

fn person(name: &str, email: &str, country: &'static str, organisation: &str) -> Person {
    Person {
        country,
        organisation: organisation.into(),
        ..Person::new(name, email)
    }
}

/// One man twice, and two others: one with his name, one with his organisation.
fn registered() -> Stage {
    let stage = Stage::new();
    for one in [
        person(
            "Tələt Hacıyev",
            "telet@people.example",
            "AZ",
            "Xəzər İctimai Birliyi",
        ),
        person(
            "Hajiyev Talat",
            "t.hajiyev@other.example",
            "AZ",
            "XAZAR Ictimai Birliyi",
        ),
        person(
            "Talat Hajiyev",
            "namesake@people.example",
            "TR",
            "Anadolu Derneği",
        ),
        person(
            "Aysel Quliyeva",
            "aysel@people.example",
            "AZ",
            "Xəzər İctimai Birliyi",
        ),
    ] {
        stage.register(&one);
    }
    stage
}

/// Who stands beside whom, as somebody sees it.
fn pairs(desk: &Browser) -> Vec<[String; 2]> {
    let page = desk.open(LIST);
    let names = page.words("tbody a");
    names
        .chunks(2)
        .map(|two| [two[0].clone(), two[1].clone()])
        .collect()
}

fn named_on_the_page_of(stage: &Stage, name: &str) -> Vec<String> {
    let page = stage.desk.open(&stage.at_desk(name));
    page.words("#perhaps-the-same bdi")
}

fn apart(desk: &Browser) -> Form {
    desk.open(LIST).form_to("/duplicates")
}

#[test]
fn who_registered_twice_is_found_by_name_as_heard_and_shown_with_the_reason() {
    let stage = registered();
    assert_eq!(pairs(&stage.desk), [["Tələt Hacıyev", "Hajiyev Talat"]]);
    let page = stage.desk.open(LIST);
    assert_eq!(
        page.words("tbody td:nth-of-type(2) .at"),
        ["the organisation", "the country"]
    );
    assert_eq!(
        named_on_the_page_of(&stage, "Tələt Hacıyev"),
        ["Hajiyev Talat"]
    );
    assert_eq!(
        named_on_the_page_of(&stage, "Hajiyev Talat"),
        ["Tələt Hacıyev"]
    );
    assert!(named_on_the_page_of(&stage, "Talat Hajiyev").is_empty());
    assert!(named_on_the_page_of(&stage, "Aysel Quliyeva").is_empty());
}

#[test]
fn two_people_who_were_told_apart_stay_apart() {
    let stage = registered();
    saved(stage.desk.post(&apart(&stage.desk)));
    assert!(pairs(&stage.desk).is_empty());
    assert!(named_on_the_page_of(&stage, "Tələt Hacıyev").is_empty());
    assert!(named_on_the_page_of(&stage, "Hajiyev Talat").is_empty());
}

#[test]
fn who_has_withdrawn_is_nobodys_double() {
    let stage = registered();
    let page = stage.desk.open(&stage.at_desk("Hajiyev Talat"));
    saved(stage.desk.post(&page.form_to("/withdraw")));
    assert!(pairs(&stage.desk).is_empty());
    assert!(named_on_the_page_of(&stage, "Tələt Hacıyev").is_empty());
}

#[test]
fn a_viewer_sees_doubles_and_decides_nothing_and_a_strangers_desk_sees_none() {
    let stage = registered();
    let form = apart(&stage.desk);
    let viewer = stage.colleague("viewer", FORUM);
    assert_eq!(pairs(&viewer).len(), 1);
    assert!(!viewer.open(LIST).has("tbody form"));
    stage.add_forum("other-forum", &[]);
    stage.add_door("other-forum", "other-door");
    let organizer = stage.colleague("organizer", "other-forum");
    assert_eq!(organizer.get(LIST).status, 404);
    let elsewhere = "/en/desk/other-forum/duplicates";
    assert!(organizer.open(elsewhere).words("tbody a").is_empty());
    let token = organizer
        .open("/en/desk/other-forum/settings")
        .form()
        .value("token");
    let forged = form.clone().forge("token", &token);
    assert_eq!(organizer.post(&forged).status, 404);
    assert_eq!(
        organizer.post(&forged.sent_to(elsewhere)).status,
        404,
        "people of another forum"
    );
    assert_eq!(pairs(&stage.desk).len(), 1);
}

#[test]
fn among_people_of_one_name_a_door_shows_first_who_has_not_arrived() {
    let stage = Stage::new();
    let code = stage.badge(&person("Elçin Əliyev", "one@people.example", "AZ", "Araz"));
    stage.register(&person("Elçin Əliyev", "two@people.example", "AZ", "Kür"));
    let scanner = stage.scanner();
    let first = || scanner.search("elchin", DOOR)[0]["organisation"].clone();
    assert_eq!(first(), "Araz");
    assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
    assert_eq!(first(), "Kür");
}

#[test]
fn of_more_doubles_than_a_page_holds_the_rest_is_on_the_next() {
    const FIRST: [&str; 11] = [
        "Aysel", "Bahram", "Cemile", "Dilnoza", "Elchin", "Fatima", "Gulnara", "Habib", "Ikram",
        "Jamshid", "Kamola",
    ];
    const LAST: [&str; 10] = [
        "Quliyeva",
        "Rahmonov",
        "Sabitova",
        "Tursunzoda",
        "Umarov",
        "Valiyeva",
        "Xolmatov",
        "Yusupova",
        "Zakirov",
        "Orazberdi",
    ];
    let stage = Stage::new();
    let names = FIRST
        .iter()
        .flat_map(|first| LAST.map(|last| format!("{first} {last}")));
    let rows = names.take(105).enumerate().flat_map(|(n, name)| {
        ["one", "other"].map(|which| format!("{name},{which}{n}@people.example,AZ,+99450{n:07}\n"))
    });
    let list = stage.app.folder.path().join("twice.csv");
    let text: String = std::iter::once("name,email,country,phone\n".to_owned())
        .chain(rows)
        .collect();
    std::fs::write(&list, text).unwrap();
    stage
        .app
        .hazir_says(&["import", FORUM, list.to_str().unwrap()]);
    let people = |page: &crate::support::Page| page.attributes("tbody a", "href");
    let first = eventually("a page full of doubles", || {
        let page = stage.desk.open(LIST);
        (people(&page).len() == 200 && page.has("a[rel=next]")).then_some(page)
    });
    let next = stage.desk.open(&first.attributes("a[rel=next]", "href")[0]);
    assert_eq!(people(&next).len(), 10, "{}", next.sentence());
    assert!(
        people(&next)
            .iter()
            .all(|one| !people(&first).contains(one))
    );
    assert!(!next.has("a[rel=next]"));
}
