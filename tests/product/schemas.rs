//! The tables are what the program thinks they are, from whichever version a database comes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::support::App;
use crate::support::database::Database;
use crate::support::stage::{DOOR, FORUM, Person, Stage, saved, sign_in};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of a migration that has landed, with its checksum. A line is never changed: what a migration should
/// have said is a new one, whose lines are added when it lands.
const LANDED: &str = include_str!("../support/landed_migrations.txt");

#[test]
fn a_landed_migration_never_changes() {
    let landed: BTreeMap<&str, &str> = LANDED
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, file)| (file, sum))
        .collect();
    let there = migrations();
    let changed: Vec<&&str> = landed
        .iter()
        .filter(|(file, sum)| there.get(**file).map(String::as_str) != Some(**sum))
        .map(|(file, _)| file)
        .collect();
    assert!(changed.is_empty(), "landed, and changed since: {changed:?}");
    let new: Vec<String> = there
        .iter()
        .filter(|(file, _)| !landed.contains_key(file.as_str()))
        .map(|(file, sum)| format!("{sum}  {file}"))
        .collect();
    assert!(
        new.is_empty(),
        "a migration lands together with its lines in tests/support/landed_migrations.txt:\n{}",
        new.join("\n")
    );
}

/// The files of all migrations, each with its checksum.
fn migrations() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for folder in ["migrations/postgres", "migrations/sqlite"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            for file in ["up.sql", "down.sql"] {
                let path = format!("{folder}/{name}/{file}");
                let bytes = std::fs::read(root().join(&path)).unwrap();
                let sum = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes));
                found.insert(path, sum);
            }
        }
    }
    found
}

/// Filled databases as older versions left them, of this kind: `tests/support/dumps/LAST-MIGRATION.KIND.sql`.
fn dumps(kind: &str) -> Vec<PathBuf> {
    let ending = format!(".{kind}.sql");
    let mut found: Vec<PathBuf> = std::fs::read_dir(root().join("tests/support/dumps"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_str().unwrap().ends_with(&ending))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "dumps of {kind}");
    found
}

/// What each of them holds.
const OLD_FORUM: &str = "old-forum";
const OLD_DOOR: &str = "old-door";
const OLD_PEOPLE: usize = 3;

fn holding(dump: &Path) -> App {
    let sql = std::fs::read_to_string(dump).unwrap();
    App::prepare_on(|folder| {
        let database = Database::create_empty(folder);
        database.execute(&sql);
        database
    })
}

#[test]
fn filled_databases_of_older_versions_are_brought_up_to_date_and_serve() {
    let kind = match App::prepare().database.is_server() {
        true => "postgres",
        false => "sqlite",
    };
    for dump in dumps(kind) {
        let mut app = holding(&dump);
        app.run();
        assert_eq!(app.browser().get("/healthz").status, 200, "{}", app.log());
        let checked = String::from_utf8(app.hazir(&["check"]).stdout).unwrap();
        assert!(checked.contains("database: good"), "{checked}");
        let stage = Stage::on(app, &[]);
        let people = stage.list(OLD_FORUM);
        assert_eq!(people.len(), OLD_PEOPLE, "{}", dump.display());
        for page in [
            "",
            "/registrations",
            "/checkpoints",
            "/devices",
            "/mailings",
        ] {
            stage.desk.open(&format!("/en/desk/{OLD_FORUM}{page}"));
        }
        let old = stage.scanner_at(OLD_FORUM, OLD_DOOR);
        let badge = people
            .iter()
            .find(|person| person["email"] == "two@old.example")
            .map(|person| person["badge"].clone())
            .unwrap();
        let verdict = old.scan(&badge, OLD_DOOR)["verdict"].clone();
        assert!(verdict.is_string(), "{verdict}");
        let code = stage.badge(&Person::number(1));
        let scanner = stage.scanner();
        assert_eq!(scanner.scan(&code, DOOR)["verdict"], "admitted");
        assert_eq!(scanner.inside(DOOR), 1);
        assert_eq!(stage.list(FORUM).len(), 1);
    }
}

#[test]
fn a_database_of_the_version_before_keeps_how_everybody_stands_and_who_waits_longest() {
    let mut stage = Stage::with(&[("capacity", "2")]);
    let people = [3, 1, 2, 5, 4, 6].map(Person::number);
    for person in &people {
        stage.register(person);
    }
    let press = |stage: &Stage, person: &Person, end: &str| {
        let page = stage.desk.open(&stage.at_desk(&person.name));
        saved(stage.desk.post(&page.form_to(end)));
    };
    press(&stage, &people[5], "/decline");
    press(&stage, &people[1], "/withdraw");
    let by_hand = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/registrations/new"))
        .form();
    let pending = by_hand
        .fill("name", "Waits Foradecision")
        .fill("email", "pending@people.example")
        .fill("country", "AZ")
        .fill("state", "pending");
    saved(stage.desk.post(&pending));
    let mut before = stage.list(FORUM);
    let states: std::collections::BTreeSet<String> =
        before.iter().map(|row| row["state"].clone()).collect();
    assert_eq!(states.len(), 5, "{states:?}");
    stage.app.stop();
    let kind = match stage.app.database.is_server() {
        true => "postgres",
        false => "sqlite",
    };
    let folder = root().join(format!(
        "migrations/{kind}/2026-12-01-000067_places_and_persons"
    ));
    let down = std::fs::read_to_string(folder.join("down.sql")).unwrap();
    stage.app.database.execute(&format!(
        "BEGIN; {down}; DELETE FROM __diesel_schema_migrations WHERE version = '20261201000067'; COMMIT"
    ));
    stage.app.run();
    stage.desk = sign_in(&stage.app, "second@desk.example");
    let mut after = stage.list(FORUM);
    for rows in [&mut before, &mut after] {
        for row in rows.iter_mut() {
            row.remove("updated_at");
        }
    }
    assert_eq!(after, before);
    press(&stage, &people[0], "/withdraw");
    assert_eq!(stage.state_of(&people[3]), "confirmed", "who came before");
    assert_eq!(stage.state_of(&people[4]), "waitlisted");
}

/// The start and `hazir check` both say it, and the start is none.
fn is_refused(app: &mut App, words: &[&str]) {
    assert!(!app.try_run(), "it serves: {}", app.log());
    let checked = app.hazir(&["check"]);
    assert_eq!(checked.status.code(), Some(1));
    let said = String::from_utf8(checked.stdout).unwrap();
    for word in words {
        assert!(app.log().contains(word), "{word}: {}", app.log());
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn a_database_of_a_newer_version_is_refused_in_a_sentence() {
    let mut app = App::start();
    app.kill();
    app.database
        .execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('29991231000001')");
    is_refused(&mut app, &["newer version of Hazir", "29991231000001"]);
}

#[test]
fn tables_that_are_not_those_of_the_program_are_refused_in_a_sentence() {
    for (change, words) in [
        (
            "ALTER TABLE mailing_text RENAME COLUMN subject TO heading",
            "mailing_text.subject is missing",
        ),
        (
            "DROP TABLE not_duplicate",
            "the table not_duplicate is missing",
        ),
        (
            "DROP INDEX scan_by_written",
            "the index scan_by_written is missing",
        ),
        (
            "ALTER TABLE badge ADD COLUMN colour TEXT",
            "badge.colour is not known",
        ),
    ] {
        let mut app = App::start();
        app.kill();
        app.database.execute(change);
        is_refused(&mut app, &[words]);
    }
}

#[test]
fn a_start_that_makes_an_empty_database_says_so() {
    let mut app = App::prepare_on(Database::create_empty);
    app.run();
    let made = "made a new, empty database at";
    assert!(app.log().contains(made), "{}", app.log());
    app.stop();
    app.run();
    assert_eq!(app.log().matches(made).count(), 1, "{}", app.log());
}
