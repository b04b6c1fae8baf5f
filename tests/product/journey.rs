//! The whole way, from the form to the hall and into the organizer's list.

use std::collections::BTreeMap;

use crate::support::qr;
use crate::support::stage::{DOOR, FORUM, Person, Stage, fill, rows, saved};

type Row = BTreeMap<String, String>;

const FIRST_COLUMNS: &str = "name,native_name,email,phone,country,organisation,position,category,state,language,registered_at,badge";

#[test]
fn a_delegate_goes_from_the_form_to_the_hall_and_into_the_list() {
    let stage = Stage::new();
    let browser = stage.app.browser();

    let forum = browser.open(&format!("/az/{FORUM}"));
    let form = browser.open(&forum.link("/register")).form();
    let person = Person::new("Şəhla Ağayeva-Qədirli", "sehla@people.example");
    let form = fill(form, &person).fill("tel", "+994 50 123 45 67");
    let answer = saved(browser.post(&form));
    assert!(answer.location().unwrap().path().starts_with("/az/"));

    let letter = stage.app.outbox().letter(1, &person.email);
    let code = letter.badge();
    assert!(letter.text().contains(&person.name), "{}", letter.text());
    let own_page = letter.own_page();
    let page = browser.open(&own_page);
    assert!(page.sentence().contains(&person.name));
    assert!(
        page.sentence().replace(' ', "").contains(&code),
        "the code in text: {}",
        page.sentence()
    );
    assert!(page.has("svg"), "the code as a picture");
    assert_eq!(
        qr::decode(&browser.open(&page.link("badge.png")).body),
        code
    );

    let correct = browser
        .open(&page.link("/correct"))
        .form()
        .fill("name", "Şəhla Qədirli");
    let corrected = browser.submit(&correct);
    assert!(
        corrected.sentence().contains("Şəhla Qədirli"),
        "{}",
        corrected.sentence()
    );
    assert_eq!(
        qr::decode(&browser.open(&page.link("badge.png")).body),
        code,
        "a corrected name keeps the badge"
    );

    let scanner = stage.scanner();
    let first = scanner.scan(&code, DOOR);
    assert_eq!(first["verdict"], "admitted", "{first}");
    assert_eq!(first["delegate"]["name"], "Şəhla Qədirli");
    assert_eq!(first["delegate"]["country"], "AZ");
    let second = stage.scanner().scan(&code, DOOR);
    assert_eq!(second["verdict"], "already_in", "{second}");
    assert_eq!(second["first"]["checkpoint"], DOOR);

    let listed = stage.list(FORUM);
    assert_eq!(listed.len(), 1);
    let row = &listed[0];
    let expected = [
        ("name", "Şəhla Qədirli"),
        ("native_name", ""),
        ("email", "sehla@people.example"),
        ("phone", "+994 50 123 45 67"),
        ("country", "AZ"),
        ("organisation", "Xəzər"),
        ("state", "confirmed"),
        ("language", "az"),
        ("badge", code.trim_start_matches("HZ")),
    ];
    for (column, value) in expected {
        assert_eq!(
            row[column].replace(' ', ""),
            value.replace(' ', ""),
            "{column}"
        );
    }
    assert!(hazir::clock::parse_rfc3339(&row["registered_at"]).is_some());
}

#[test]
fn the_three_exports_hold_the_same_cells_by_the_desk_and_by_command() {
    let stage = Stage::new();
    for person in people() {
        stage.badge(&person);
    }
    let csv = export(&stage, "csv");
    let head = String::from_utf8_lossy(&csv)
        .lines()
        .next()
        .unwrap()
        .to_owned();
    assert!(head.starts_with(FIRST_COLUMNS), "{head}");
    let by_csv = rows(&csv);
    assert_eq!(by_csv.len(), people().len());
    assert_eq!(by_csv, rows_of_xlsx(&export(&stage, "xlsx")));
    assert_eq!(by_csv, rows_of_json(&export(&stage, "json")));
    for format in ["csv", "xlsx", "json"] {
        let page = stage
            .desk
            .open(&format!("/en/desk/{FORUM}/export.{format}"));
        assert_eq!(
            page.body,
            export(&stage, format),
            "the same bytes: {format}"
        );
        assert!(page.header("content-disposition").starts_with("attachment"));
    }
}

#[test]
fn no_cell_of_an_export_starts_a_formula_and_a_phone_number_keeps_its_plus() {
    let stage = Stage::new();
    let person = Person {
        name: "=HYPERLINK(\"http://x.example\")".into(),
        organisation: "@SUM(A1)".into(),
        ..Person::number(1)
    };
    let form = stage.filled(&person).fill("tel", "+994501234567");
    saved(stage.app.browser().post(&form));
    stage.app.outbox().letter(1, &person.email);
    let row = &stage.list(FORUM)[0];
    assert_eq!(row["phone"], "+994501234567");
    assert_eq!(row["name"], "'=HYPERLINK(\"http://x.example\")");
    assert_eq!(row["organisation"], "'@SUM(A1)");
}

#[test]
fn an_export_imported_into_an_empty_forum_brings_the_same_people_and_twice_changes_nothing() {
    let stage = Stage::new();
    for person in people() {
        stage.badge(&person);
    }
    stage.add_forum("second-forum", &[]);
    for format in ["csv", "xlsx"] {
        let file = stage.app.folder.path().join(format!("list.{format}"));
        std::fs::write(&file, export(&stage, format)).unwrap();
        let file = file.to_str().unwrap();
        stage
            .app
            .hazir_says(&["import", "second-forum", file, "--dry-run"]);
        if format == "csv" {
            assert!(
                stage.list("second-forum").is_empty(),
                "a dry run writes nothing"
            );
        }
        stage.app.hazir_says(&["import", "second-forum", file]);
        assert_eq!(
            people_of(&stage.list("second-forum")),
            people_of(&stage.list(FORUM)),
            "{format}"
        );
    }
}

#[test]
fn a_list_brought_in_at_the_desk_is_checked_first_and_tells_which_rows_to_mend() {
    let stage = Stage::new();
    let address = format!("/en/desk/{FORUM}/import");
    let list = "name,email,country\nAysel Quliyeva,aysel@people.example,AZ\nSukarno,sukarno.people.example,ID\n";
    let upload = |button: &str| {
        let form = stage.desk.open(&address).form_to("/import");
        stage.desk.post(
            &form
                .attach("list.csv", list.as_bytes())
                .press(button, "yes"),
        )
    };
    let checked = upload("check");
    assert_eq!(checked.status, 422);
    assert_eq!(
        checked.words("tbody th"),
        ["3"],
        "the row to mend, as the spreadsheet counts"
    );
    assert!(stage.list(FORUM).is_empty(), "a check writes nothing");
    upload("run");
    upload("run");
    let list = stage.list(FORUM);
    assert_eq!(list.len(), 1, "brought in twice, once there");
    assert_eq!(list[0]["name"], "Aysel Quliyeva");
}

fn people() -> Vec<Person> {
    let mut people = vec![
        Person::new("Şəhla Ağayeva-Qədirli", "sehla@people.example"),
        Person::new("Sukarno", "one.name@people.example"),
        Person {
            country: "EG",
            organisation: "جمعية الأمل".into(),
            ..Person::new("محمد حاجييف", "mohamed@people.example")
        },
        Person::new("Nagy \"Öcsi\" Éva, dr.", "eva@people.example"),
    ];
    people.extend((0..4).map(Person::number));
    people
}

/// What makes a person the same in two forums.
fn people_of(rows: &[Row]) -> Vec<Vec<&str>> {
    let columns = [
        "email",
        "name",
        "native_name",
        "phone",
        "country",
        "organisation",
        "position",
        "state",
        "language",
    ];
    let mut people: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| columns.iter().map(|column| row[*column].as_str()).collect())
        .collect();
    people.sort();
    people
}

/// By command, the same bytes as the desk's download.
fn export(stage: &Stage, format: &str) -> Vec<u8> {
    let output = stage.app.hazir(&["export", FORUM, "--format", format]);
    assert!(output.status.success());
    output.stdout
}

fn rows_of_xlsx(bytes: &[u8]) -> Vec<Row> {
    use calamine::{Data, Reader};
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let text = |cell: &Data| cell.to_string();
    let mut lines = sheet
        .rows()
        .map(|row| row.iter().map(text).collect::<Vec<_>>());
    let heads = lines.next().unwrap();
    lines
        .map(|line| heads.iter().cloned().zip(line).collect())
        .collect()
}

fn rows_of_json(bytes: &[u8]) -> Vec<Row> {
    let cell = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let row = |value: &serde_json::Value| {
        value
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| (name.clone(), cell(value)))
            .collect()
    };
    let people: Vec<serde_json::Value> = serde_json::from_slice(bytes).unwrap();
    people.iter().map(row).collect()
}
