//! Mail servers that fall silent: each holds up its own mail and nobody else's.

use std::time::Duration;

use crate::support::smtp::MailServer;
use crate::support::stage::{FORUM, Person, Stage, saved};
use crate::support::{App, within};

fn stage() -> (Stage, MailServer) {
    let mut app = App::prepare();
    let server = MailServer::start(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    app.run();
    (Stage::on(app, &[]), server)
}

fn register(stage: &Stage, name: &str, email: &str) {
    saved(
        stage
            .app
            .browser()
            .post(&stage.filled(&Person::new(name, email))),
    );
}

fn is_taken(server: &MailServer, email: &str) -> bool {
    let events = server.events();
    events
        .iter()
        .any(|event| event["what"] == "accepted" && event["to"][0] == email)
}

/// What the desk reads of those who do not answer.
fn silent(stage: &Stage) -> Vec<String> {
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/messages"));
    page.words("#silent li")
}

const SILENT: [&str; 4] = [
    "silent-at-once-1.example",
    "silent-at-once-2.example",
    "silent-at-last-3.example",
    "silent-at-last-4.example",
];

#[test]
fn four_silent_mail_servers_stop_nobody_and_the_desk_sees_for_whom_mail_waits() {
    let (stage, server) = stage();
    for domain in SILENT {
        for number in 1..=3 {
            let email = format!("somebody-{number}@{domain}");
            register(&stage, &format!("Somebody {number} {domain}"), &email);
        }
    }
    register(&stage, "Anna", "anna@people.example");
    within(Duration::from_secs(20), "Anna's letter", || {
        is_taken(&server, "anna@people.example").then_some(())
    });
    let lines = within(Duration::from_secs(20), "all that wait", || {
        let lines = silent(&stage);
        let all_wait = lines
            .iter()
            .all(|line| line.ends_with("e-mails waiting: 3"));
        (lines.len() == 4 && all_wait).then_some(lines)
    });
    for domain in SILENT {
        let line = lines.iter().find(|line| line.contains(domain));
        assert!(
            line.is_some_and(|line| line.contains(": no answer since ")),
            "{lines:?}"
        );
    }
    register(&stage, "Berta", "berta@people.example");
    within(Duration::from_secs(20), "Berta's letter", || {
        is_taken(&server, "berta@people.example").then_some(())
    });

    server.behave("speak");
    within(Duration::from_secs(30), "what waited", || {
        let all = SILENT.iter().all(|domain| {
            (1..=3).all(|number| is_taken(&server, &format!("somebody-{number}@{domain}")))
        });
        all.then_some(())
    });
    within(Duration::from_secs(20), "nothing to be said", || {
        silent(&stage).is_empty().then_some(())
    });
    assert_eq!(server.copies(), 0);
}

#[test]
fn whoever_stops_the_program_does_not_wait_for_a_silent_server() {
    let (mut stage, server) = stage();
    register(&stage, "Somebody", &format!("somebody@{}", SILENT[0]));
    within(Duration::from_secs(20), "the silence", || {
        (!silent(&stage).is_empty()).then_some(())
    });
    let began = std::time::Instant::now();
    stage.app.stop();
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "{:?}",
        began.elapsed()
    );
    server.behave("speak");
    stage.app.run();
    within(Duration::from_secs(30), "the letter", || {
        is_taken(&server, &format!("somebody@{}", SILENT[0])).then_some(())
    });
}
