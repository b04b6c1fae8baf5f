//! The program as its operator meets it: starting, refusing, stopping.

use std::net::TcpListener;
use std::process::{Command, Output, Stdio};

use crate::support::app::{self, App};
use crate::support::{Browser, eventually};

/// Runs the program by itself, in an empty folder.
fn hazir(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(app::BINARY);
    app::without_settings(&mut command, folder.path());
    command
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// It failed with this code and said why in one line, without showing its inside.
fn refused(output: &Output, code: i32, hint: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    let last = said
        .lines()
        .rfind(|line| !line.trim().is_empty())
        .unwrap_or_default();
    assert!(
        said.to_lowercase().contains(&hint.to_lowercase()),
        "says {hint}: {said}"
    );
    assert!(
        !said.contains("panicked") && !said.contains("RUST_BACKTRACE") && !said.contains("Error {"),
        "a sentence: {said}"
    );
    assert!(last.trim_end().ends_with('.'), "a sentence ends: {last}");
}

#[test]
fn a_database_of_another_kind_is_refused_in_a_sentence() {
    refused(
        &hazir(&[
            "serve",
            "--database",
            "mysql://localhost/x",
            "--listen",
            "127.0.0.1:0",
        ]),
        2,
        "mysql",
    );
}

#[test]
fn a_mistyped_database_address_makes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(app::BINARY);
    app::without_settings(&mut command, folder.path());
    let output = command
        .args(["serve", "--database", "postgers://localhost/x"])
        .output()
        .unwrap();
    assert_ne!(output.status.code(), Some(0));
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_database_server_that_is_away_is_said_in_a_sentence() {
    refused(
        &hazir(&[
            "serve",
            "--database",
            "postgres://nobody@127.0.0.1:1/x",
            "--listen",
            "127.0.0.1:0",
        ]),
        1,
        "PostgreSQL",
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_said_in_a_sentence() {
    refused(
        &hazir(&[
            "serve",
            "--database",
            "sqlite:///proc/no/hazir.db",
            "--listen",
            "127.0.0.1:0",
        ]),
        1,
        "/proc/no",
    );
}

#[test]
fn an_outbox_that_cannot_be_written_is_said_in_a_sentence() {
    refused(
        &hazir(&[
            "serve",
            "--mail",
            "file:///proc/no/outbox",
            "--listen",
            "127.0.0.1:0",
        ]),
        1,
        "/proc/no",
    );
}

#[test]
fn a_taken_port_is_said_in_a_sentence() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    refused(&hazir(&["serve", "--listen", &address]), 1, &address);
}

#[test]
fn bad_usage_ends_with_two() {
    assert_eq!(hazir(&["serve", "--no-such-flag"]).status.code(), Some(2));
    assert_eq!(hazir(&["no-such-command"]).status.code(), Some(2));
    assert_eq!(hazir(&["export"]).status.code(), Some(2));
}

#[test]
fn check_finds_nothing_wrong_where_nothing_is() {
    let mut app = App::start();
    app.kill();
    let said = app.hazir_says(&["check", "--listen", "127.0.0.1:0"]);
    assert_eq!(
        said.lines().filter(|line| line.ends_with(": good")).count(),
        9,
        "{said}"
    );
}

#[test]
fn check_says_everything_that_is_wrong_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let listen = taken.local_addr().unwrap().to_string();
    let mut command = Command::new(app::BINARY);
    app::without_settings(&mut command, folder.path());
    let arguments = [
        "check",
        "--database",
        "sqlite:///proc/no/x.db",
        "--mail",
        "smtp://127.0.0.1:1",
        "--listen",
        &listen,
        "--public-url",
        "http://forum.example",
    ];
    let output = command.args(arguments).output().unwrap();
    let said = String::from_utf8(output.stdout.clone()).unwrap();
    refused(&output, 1, "disk");
    for word in ["127.0.0.1:1", &listen, "not https", "/proc/no"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn help_names_every_flag_with_its_variable_and_default() {
    let output = hazir(&["serve", "--help"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for word in [
        "--database",
        "HAZIR_DATABASE",
        "sqlite://hazir.db",
        "--listen",
        "HAZIR_LISTEN",
        "127.0.0.1:8080",
        "--public-url",
        "HAZIR_PUBLIC_URL",
        "--mail",
        "HAZIR_MAIL",
        "file://outbox",
        "--mail-from",
        "HAZIR_MAIL_FROM",
        "--trusted-proxies",
        "HAZIR_TRUSTED_PROXIES",
    ] {
        assert!(text.contains(word), "{word} is not in: {text}");
    }
}

#[test]
fn a_mail_server_that_is_away_is_said_at_the_start_and_keeps_nobody_from_registering() {
    let mut app = App::prepare();
    app.set("HAZIR_MAIL", "smtp://127.0.0.1:1");
    app.run();
    assert_eq!(app.browser().get("/healthz").status, 200);
    eventually("a word about the mail server", || {
        app.log().contains("127.0.0.1:1").then_some(())
    });
}

#[test]
fn it_says_that_it_is_well_and_gives_its_figures_to_this_machine() {
    let app = App::start();
    assert_eq!(app.browser().get("/healthz").status, 200);
    let metrics = app.browser().get("/metrics");
    assert_eq!(metrics.status, 200);
    assert!(metrics.header("content-type").starts_with("text/plain"));
    assert!(
        metrics.text().contains("# TYPE hazir_"),
        "{}",
        metrics.text()
    );
}

#[test]
fn it_stops_when_asked_to_and_starts_again_on_what_it_left() {
    let mut app = App::start();
    assert_eq!(app.stop(), Some(0));
    app.run();
    assert_eq!(app.browser().get("/healthz").status, 200);
}

#[test]
fn the_first_page_speaks_the_readers_language() {
    let app = App::start();
    for (asked, language) in [
        ("az,en;q=0.5", "az"),
        ("ar-EG", "ar"),
        ("de,fr;q=0.4,en;q=0.3", "fr"),
        ("ja", "en"),
    ] {
        let page = Browser::new(app.address())
            .with("accept-language", asked)
            .get("/");
        let to = page
            .location()
            .unwrap_or_else(|| panic!("{asked} leads nowhere"));
        assert_eq!(to.path(), format!("/{language}/"), "{asked}");
    }
    let arabic = app.browser().open("/ar/");
    assert_eq!(arabic.attributes("html", "dir"), ["rtl"]);
    assert_eq!(arabic.attributes("html", "lang"), ["ar"]);
}

#[test]
fn what_is_not_there_is_said_in_the_readers_language() {
    let app = App::start();
    let page = app.browser().get("/ru/no-such-forum");
    assert_eq!(page.status, 404);
    assert_eq!(page.attributes("html", "lang"), ["ru"]);
}
