//! What lies on the disk of an installation: who can open it, and what whoever has it can do with it.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::support::database::Database;
use crate::support::stage::{FORUM, Person, Stage};
use crate::support::{App, eventually};

fn mode(file: &Path) -> u32 {
    std::fs::metadata(file).unwrap().permissions().mode() & 0o777
}

fn set_mode(file: &Path, mode: u32) {
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// The lines of `hazir check` about one subject.
fn checked(app: &App, subject: &str, arguments: &[&str]) -> Vec<String> {
    let arguments = [&["check", "--listen", "127.0.0.1:0"], arguments].concat();
    let output = app.hazir(&arguments);
    let said = String::from_utf8(output.stdout).unwrap();
    let of_subject = said
        .lines()
        .filter(|line| line.starts_with(&format!("{subject}:")));
    of_subject.map(str::to_owned).collect()
}

fn says(lines: &[String], words: &str) {
    let found = lines.iter().any(|line| line.contains(words));
    assert!(found, "{words} is not in {lines:?}");
}

#[test]
fn what_is_written_is_for_nobody_else_whatever_the_program_was_started_with() {
    let mut app = App::prepare();
    app.set_umask("0");
    app.run();
    let stage = Stage::on(app, &[]);
    let person = Person::new("Delegate", "delegate@people.example");
    stage.register(&person);
    let badges = stage.app.folder.path().join("badges.pdf");
    let output = badges.to_str().unwrap();
    stage.app.hazir_says(&["badges", FORUM, "--output", output]);
    let files = stage.app.files();
    assert!(files.contains(&badges), "{files:?}");
    assert!(
        files.iter().any(|file| file.ends_with("outbox")),
        "{files:?}"
    );
    for file in files {
        let wanted = match file.is_dir() {
            true => 0o700,
            false => 0o600,
        };
        assert_eq!(mode(&file), wanted, "{}", file.display());
    }
}

#[test]
fn what_stands_open_is_named_and_a_database_that_did_is_closed_at_the_next_start() {
    let mut app = App::start();
    app.stop();
    let folder = app.outbox_folder();
    let mail = folder.join("an-old.eml");
    std::fs::write(&mail, "mail").unwrap();
    let database = app.folder.path().join("hazir.db");
    let has_file = !app.database.is_postgres();
    for open in [(&folder, 0o755), (&mail, 0o644)] {
        set_mode(open.0, open.1);
    }
    if has_file {
        set_mode(&database, 0o644);
    }
    let said = checked(&app, "files", &[]);
    says(&said, "chmod 700");
    says(&said, "an-old.eml can be opened by others");
    if has_file {
        says(&said, "hazir.db can be opened by others");
        app.run();
        assert_eq!(mode(&database), 0o600);
    }
}

#[test]
fn passwords_come_from_files_and_from_one_place_alone() {
    let mut app = App::prepare();
    let address = app.database.address();
    let file = app.folder.path().join("database");
    std::fs::write(&file, format!("{address}\n")).unwrap();
    set_mode(&file, 0o600);
    app.set("HAZIR_DATABASE_FILE", file.to_str().unwrap());
    let both = app.hazir(&["check"]);
    assert_eq!(both.status.code(), Some(2));
    let said = String::from_utf8(both.stderr).unwrap();
    assert!(said.contains("HAZIR_DATABASE_FILE"), "{said}");
    assert!(!said.contains(&address), "{said}");

    app.set("HAZIR_DATABASE", "");
    app.run();
    assert!(app.database.is_postgres() || app.folder.path().join("hazir.db").exists());
    set_mode(&file, 0o640);
    says(&checked(&app, "files", &[]), "database can be opened");

    for (text, words) in [
        ("", "does not hold one line"),
        ("a\nb", "does not hold one line"),
    ] {
        std::fs::write(&file, text).unwrap();
        let refused = app.hazir(&["export", FORUM, "--format", "csv"]);
        assert_eq!(refused.status.code(), Some(2));
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn check_names_what_goes_in_the_open_and_a_password_on_the_command_line() {
    let app = App::prepare();
    let mail = "smtp://me:pass@mail.invalid?tls=none";
    says(
        &checked(&app, "mail server", &["--mail", mail]),
        "without encryption",
    );
    says(
        &checked(&app, "files", &["--mail", mail]),
        "on the command line",
    );
    let equals = format!("--mail={mail}");
    says(&checked(&app, "files", &[&equals]), "on the command line");
    let mailbox = "imap://me:pass@mail.invalid?tls=none";
    let said = checked(&app, "returned mail", &["--bounces", mailbox]);
    says(&said, "without encryption");
    let database = |mode: &str| {
        let address = format!("postgres://me@db.invalid/hazir?sslmode={mode}");
        checked(&app, "database", &["--database", &address])
    };
    says(&database("require"), "sslmode=verify-full");
    let verified = database("verify-full");
    assert!(
        !verified.iter().any(|line| line.contains("Nobody checks")),
        "{verified:?}"
    );
}

/// What of a person's link is known to nobody else.
fn secret(page: &str) -> String {
    page.rsplit('/').next().unwrap().to_owned()
}

/// Whether it can be read from the database: from a file of it, or from a row of a person or a mail.
fn stands_open(app: &App, secret: &str) -> bool {
    let outbox = app.outbox_folder();
    let like = format!("'%{secret}%'");
    let rows = app.database.ask(&format!(
        "SELECT (SELECT count(*) FROM registration WHERE registration::text LIKE {like})
              + (SELECT count(*) FROM message WHERE encode(raw, 'escape') LIKE {like})
              + (SELECT count(*) FROM setting WHERE setting::text LIKE {like})"
    ));
    let files = app.files_with(secret);
    rows.is_some_and(|rows| rows != "0") || files.iter().any(|file| !file.starts_with(&outbox))
}

fn opens(app: &App, page: &str) -> u16 {
    app.browser().get(&path(page)).status
}

fn path(page: &str) -> String {
    url::Url::parse(page).unwrap().path().to_owned()
}

#[test]
fn whoever_has_the_database_has_nobodys_link_and_no_mail() {
    let mut stage = Stage::new();
    let person = Person::new("Delegate", "delegate@people.example");
    let me = stage.register(&person);
    let code = me.letter.badge();
    assert!(!stands_open(&stage.app, &secret(&me.page)));
    assert_eq!(opens(&stage.app, &me.page), 200);

    let browser = stage.app.browser();
    let again = browser.open(&path(&me.page)).form_to("/resend");
    assert_eq!(browser.post(&again).status, 303);
    let letter = stage.app.outbox().letter(2, &person.email);
    assert_eq!(
        secret(&letter.own_page()),
        secret(&me.page),
        "a later mail has the same link"
    );
    assert_eq!(letter.badge(), code);

    stage.app.stop();
    stage.app.run();
    assert_eq!(opens(&stage.app, &me.page), 200);
    assert!(!stands_open(&stage.app, &secret(&me.page)));
}

#[test]
fn an_installation_of_a_version_before_goes_on_with_its_links_and_seals_them() {
    let mut stage = Stage::new();
    let me = stage.register(&Person::new("Delegate", "delegate@people.example"));
    let link = secret(&me.page);
    stage.app.stop();
    // As that version left it.
    stage.app.database.execute(&format!(
        "UPDATE registration SET link = '{link}', link_hash = NULL;
         DELETE FROM setting WHERE key IN ('key_mark', 'mails_sealed');
         UPDATE setting SET value = '{link}' WHERE key = 'signing_key'"
    ));
    let mail = format!("CAST('https://forum.example/en/me/{link}' AS ");
    let kind = match stage.app.database.is_postgres() {
        true => "BYTEA",
        false => "BLOB",
    };
    stage
        .app
        .database
        .execute(&format!("UPDATE message SET raw = {mail}{kind})"));
    // With PostgreSQL the key is not beside it, and every database's.
    let _ = std::fs::remove_file(stage.app.folder.path().join("hazir.key"));
    assert!(stands_open(&stage.app, &link));
    stage.app.run();
    assert_eq!(opens(&stage.app, &me.page), 200);
    eventually("links, mails and the signing key to be sealed", || {
        (!stands_open(&stage.app, &link)).then_some(())
    });
    stage.register(&Person::new("Another", "another@people.example"));
}

#[test]
fn a_lost_key_means_new_links_and_no_lost_people() {
    let mut app = App::prepare_on(Database::create_empty);
    let key = app.folder.path().join("keys").join("key");
    app.set("HAZIR_KEY_FILE", key.to_str().unwrap());
    app.run();
    assert_eq!(mode(&key), 0o600);
    let mut stage = Stage::on(app, &[]);
    let person = Person::new("Delegate", "delegate@people.example");
    let me = stage.register(&person);
    let code = me.letter.badge();
    let said = checked(&stage.app, "key", &[]);
    says(&said, key.to_str().unwrap());
    let nothing = stage.app.hazir(&["key", "lost"]);
    assert_eq!(nothing.status.code(), Some(1), "nothing is lost");
    stage.app.stop();

    std::fs::remove_file(&key).unwrap();
    assert!(!stage.app.try_run(), "it serves without the key");
    assert!(
        stage.app.log().contains("is not there"),
        "{}",
        stage.app.log()
    );
    says(&checked(&stage.app, "key", &[]), "hazir key lost");
    assert!(!key.exists());

    let said = stage.app.hazir_says(&["key", "lost"]);
    assert!(said.contains("own pages: 1;"), "{said}");
    stage.app.run();
    assert_eq!(opens(&stage.app, &me.page), 404);
    let browser = stage.app.browser();
    let form = browser.open(&format!("/en/{FORUM}/find")).form();
    browser.submit(&form.fill("email", &person.email));
    let letter = stage.app.outbox().letter(2, &person.email);
    assert_ne!(secret(&letter.own_page()), secret(&me.page));
    assert_eq!(opens(&stage.app, &letter.own_page()), 200);
    assert_eq!(letter.badge(), code, "badges stay what they are");
}

#[test]
fn every_program_on_a_database_needs_its_key() {
    let mut app = App::start();
    let mut other = app.beside();
    let own = other.folder.path().join("own.key");
    other.set("HAZIR_KEY_FILE", own.to_str().unwrap());
    assert!(!other.try_run(), "it serves without the key");
    assert!(
        other.log().contains("every program on one database"),
        "{}",
        other.log()
    );
    assert!(!own.exists(), "it makes no key that opens nothing");
    let strange = format!("hazir-key-1 {}\n", "5".repeat(64));
    std::fs::write(&own, strange).unwrap();
    assert!(!other.try_run(), "it serves with another key");
    assert!(other.log().contains("is not the one"), "{}", other.log());
    std::fs::write(&own, "no key").unwrap();
    assert!(!other.try_run(), "it serves with no key at all");
    app.stop();
}

#[test]
fn a_form_that_lies_open_while_the_signing_key_is_changed_has_to_be_sent_again() {
    let mut stage = Stage::new();
    let form = stage.filled(&Person::new("Delegate", "delegate@people.example"));
    // The program listens somewhere else after its start.
    let form = form.sent_to(&format!("/en/{FORUM}/register"));
    stage.app.hazir_says(&["key", "sign-anew"]);
    stage.app.stop();
    stage.app.run();
    let browser = stage.app.browser();
    let answer = browser.post(&form);
    assert_eq!(answer.status, 422);
    assert_eq!(
        browser.post(&answer.form()).status,
        303,
        "nothing typed is lost"
    );
}
