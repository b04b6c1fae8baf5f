//! Papers are for those who hear them read as well: each is PDF/UA-1, in six languages and whatever the names.

use std::process::Command;

use chrono::{Days, TimeDelta, Utc};

use crate::support::door::scan;
use crate::support::mail::Letter;
use crate::support::reader::assert_for_everyone;
use crate::support::stage::{DOOR, FORUM, Person, Stage, fill, saved};

const LANGUAGES: [&str; 6] = ["en", "az", "ru", "tr", "ar", "fr"];

/// Names that are hard on fonts: of several scripts, with marks, joiners, ligatures, and letters that no font has.
const NAMES: [&str; 8] = [
    "Gülnarə Şıxəliyeva",
    "زهراء عبد الله",
    "فاطمه می\u{200c}خواهم",
    "ක්\u{200d}රිෂ්ණා ප්\u{200d}රේමදාස",
    "Ada 🌍👩\u{200d}🌾 Lovelace",
    "Ọ̀ṣun Kọ́láwọlé fi",
    "علي Ali Əli",
    "𓀀𓂀 𞤀𞤣𞤤𞤢𞤥",
];

/// A forum in six languages with a person of each name.
fn stage() -> Stage {
    let stage = Stage::new();
    let settings = stage.desk.open(&format!("/en/desk/{FORUM}/settings"));
    saved(
        stage
            .desk
            .post(&settings.form().fill_in_order("language", &LANGUAGES)),
    );
    for (number, name) in NAMES.iter().enumerate() {
        stage.register(&Person::new(name, &format!("name{number}@people.example")));
    }
    stage
}

/// Registers in a language; the mail that came of it.
fn register(stage: &Stage, language: &str) -> Letter {
    let email = format!("{language}@people.example");
    let page = format!("/{language}/{FORUM}/register");
    let form = stage.app.browser().open(&page).form();
    let answer = stage
        .app
        .browser()
        .post(&fill(form, &Person::new("زهراء Şıxəliyeva 🌍", &email)));
    assert_eq!(answer.status, 303, "{}", answer.sentence());
    stage.app.outbox().letter(1, &email)
}

/// The parts of a PDF and what is written in them, as poppler reads them out.
fn parts(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let read = Command::new("pdfinfo")
        .arg("-struct-text")
        .arg(file.path())
        .output()
        .expect("pdfinfo is installed");
    // Titles of headings are given out as they stand in the file.
    String::from_utf8_lossy(&read.stdout).into_owned()
}

/// Fetches a PDF, and has it checked.
fn fetched(browser: &crate::support::Browser, address: &str) -> Vec<u8> {
    let paper = browser.get(address);
    assert_eq!(paper.header("content-type"), "application/pdf", "{address}");
    assert_for_everyone(&paper.body);
    paper.body
}

#[test]
fn letters_and_certificates_are_read_out_as_they_are_read() {
    let stage = stage();
    let settings = format!("/en/desk/{FORUM}/letters/settings");
    let form = stage.desk.open(&settings).form();
    let form = form
        .fill("letters", "at_once")
        .tick("certificates")
        .fill("letter_signatory.az", "Əli Vəliyev");
    saved(stage.desk.post(&form));
    let scanner = stage.scanner();
    let people = LANGUAGES.map(|language| register(&stage, language));
    for mail in &people {
        let me = mail.own_page();
        let form = stage.app.browser().open(&format!("{me}/letter")).form();
        let asked = stage.app.browser().post(
            &form
                .fill("name", "Zəhra Şıxəliyeva")
                .fill("consulate", "سفارة Qahirə"),
        );
        assert_eq!(asked.status, 303, "{}", asked.sentence());
        let letter = fetched(&stage.app.browser(), &format!("{me}/letter.pdf"));
        let parts = parts(&letter);
        for part in ["H1", "Table", "TR", "TH", "TD", "Figure"] {
            assert!(parts.contains(part), "no {part} in {parts}");
        }
        let mut entry = scan(&mail.badge(), DOOR);
        let at = hazir::clock::now() - TimeDelta::days(8);
        entry["scanned_at"] = hazir::clock::rfc3339(at).into();
        entry["told"] = "admitted".into();
        scanner.send(&[entry]);
    }
    let today = Utc::now().date_naive();
    let form = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/settings"))
        .form();
    let form = form
        .fill("starts_on", &(today - Days::new(9)).to_string())
        .fill("ends_on", &(today - Days::new(7)).to_string());
    saved(stage.desk.post(&form));
    for mail in &people {
        let certificate = format!("{}/certificate.pdf", mail.own_page());
        let parts = parts(&fetched(&stage.app.browser(), &certificate));
        assert!(parts.contains("H1"), "no heading in {parts}");
    }
}

#[test]
fn lists_tell_rows_by_name_and_columns_by_head_in_every_language() {
    let stage = stage();
    for language in LANGUAGES {
        let lists = format!("/{language}/desk/{FORUM}/paper/lists.pdf");
        let parts = parts(&fetched(&stage.desk, &lists));
        let rows = parts.lines().filter(|line| line.trim() == "TR").count();
        assert!(rows > NAMES.len(), "a row each and the head: {parts}");
    }
    let queues = format!("/en/desk/{FORUM}/badges/queues.pdf?desks=3");
    assert!(parts(&fetched(&stage.desk, &queues)).contains("H1"));
}

#[test]
fn badges_are_for_everyone_on_every_paper() {
    let stage = stage();
    let file = stage.app.folder.path().join("badges.pdf");
    for layout in ["a6", "a5-folded", "cr80", "label"] {
        for sheet in [&[][..], &["--sheet", "a4"]] {
            let order = ["badges", FORUM, "--output", file.to_str().unwrap()];
            let how = ["--layout", layout, "--language", "ar"];
            stage.app.hazir_says(&[&order, &how[..], sheet].concat());
            assert_for_everyone(&std::fs::read(&file).unwrap());
        }
    }
}

#[test]
fn badges_of_a_forum_without_people_are_a_file_all_the_same() {
    let stage = Stage::new();
    let file = stage.app.folder.path().join("badges.pdf");
    let said = stage
        .app
        .hazir_says(&["badges", FORUM, "--output", file.to_str().unwrap()]);
    assert!(said.starts_with("0 badges"), "{said}");
    assert_for_everyone(&std::fs::read(&file).unwrap());
}
