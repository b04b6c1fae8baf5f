//! What lies on the disk of an installation: who can open it, and what whoever has it can do with it.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::support::App;
use crate::support::stage::{FORUM, Person, Stage};

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
