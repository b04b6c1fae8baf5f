//! Mail that was taken and came back, addresses that reach nobody, and slips of the finger.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::http;

use crate::support::imap::MailboxServer;
use crate::support::page::Page;
use crate::support::smtp::MailServer;
use crate::support::stage::{FORUM, Person, Stage, saved};
use crate::support::{App, within};

const TOKEN: &str = "a token that nobody guesses";

/// A forum whose letters go to a mail server of its own, and where their return may be reported.
fn stage() -> (Stage, MailServer) {
    stage_with(|_| {})
}

fn stage_with(set: impl FnOnce(&mut App)) -> (Stage, MailServer) {
    let mut app = App::prepare();
    let server = MailServer::start(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    app.set("HAZIR_MAIL_REPORT_TOKEN", TOKEN);
    set(&mut app);
    app.run();
    (Stage::on(app, &[]), server)
}

/// Registers somebody with a telephone; the letter's Message-ID once the server has it.
fn registered(stage: &Stage, server: &MailServer, name: &str, email: &str) -> String {
    let form = stage
        .filled(&Person::new(name, email))
        .fill("tel", "+994 50 123 45 67");
    saved(stage.app.browser().post(&form));
    letter_to(server, email)
}

fn letter_to(server: &MailServer, email: &str) -> String {
    within(Duration::from_secs(60), "the letter to be taken", || {
        let events = server.events();
        let taken = events
            .iter()
            .rev()
            .find(|event| event["what"] == "accepted" && event["to"][0] == email)?;
        Some(taken["id"].as_str().unwrap().to_owned())
    })
}

fn report(stage: &Stage, token: &str, kind: &str, body: &str) -> Page {
    let browser = stage.app.browser();
    let request = http::Request::post(browser.absolute("/api/mail/reports").as_str())
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", kind);
    browser.send(request, body.as_bytes().to_vec())
}

fn report_json(stage: &Stage, body: &Value) -> Value {
    let answer = report(stage, TOKEN, "application/json", &body.to_string());
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// What a mail server sends back (RFC 3464) of the letter with this id, or of one it does not name.
fn returned(recipient: &str, id: Option<&str>) -> String {
    let original = id.map_or(String::new(), |id| format!("Message-ID: <{id}>\n"));
    format!(
        "Return-Path: <>
From: MAILER-DAEMON@mail.example
To: forum@hazir.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <report-1@mail.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=\"part\"

--part
Content-Type: text/plain

Your message could not be delivered.
--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; {recipient}
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 The mailbox is full
    and will stay so
--part
Content-Type: message/rfc822

{original}Subject: Your place

Hello
--part--
"
    )
}

fn rows(stage: &Stage, page: &str) -> Vec<String> {
    stage
        .desk
        .open(&format!("/en/desk/{FORUM}/{page}"))
        .words("tbody tr")
}

#[test]
fn a_letter_that_came_back_is_told_and_its_reader_is_to_be_called() {
    let (stage, server) = stage();
    let anna = registered(&stage, &server, "Anna Full", "anna@people.example");
    let berta = registered(&stage, &server, "Berta Late", "berta@people.example");
    assert_eq!(rows(&stage, "unreachable"), [""; 0]);

    let late = json!({ "message_id": berta, "action": "delayed", "status": "4.4.1", "text": "still trying" });
    assert_eq!(
        report_json(&stage, &late),
        json!({ "reports": 1, "known": 1 })
    );
    let back = returned("anna@people.example", Some(&anna));
    for _ in 0..2 {
        let answer = report(&stage, TOKEN, "message/rfc822", &back);
        assert_eq!(answer.json(), json!({ "reports": 1, "known": 1 }));
    }

    let messages = rows(&stage, "messages");
    assert!(
        messages[0].contains("Accepted") && messages[0].contains("4.4.1 still trying"),
        "{messages:?}"
    );
    assert!(messages[1].contains("Came back"), "{messages:?}");
    assert!(
        messages[1].contains("552 5.2.2 The mailbox is full and will stay so"),
        "{messages:?}"
    );
    assert!(
        messages[1].contains("250 2.0.0 Taken, and kept"),
        "the server's own line stays: {messages:?}"
    );
    assert_eq!(rows(&stage, "messages?state=returned").len(), 1);

    let overview = stage.desk.open(&format!("/en/desk/{FORUM}"));
    assert!(
        overview
            .sentence()
            .contains("One person without a working address: call")
    );
    let list = stage.desk.open(&overview.link("/unreachable"));
    let rows = list.words("tbody tr");
    assert_eq!(rows.len(), 1);
    for word in [
        "Anna Full",
        "Azerbaijan",
        "+994 50 123 45 67",
        "The mailbox is full.",
    ] {
        assert!(rows[0].contains(word), "{word}: {rows:?}");
    }
    assert_eq!(
        list.attributes("tbody a[href^='tel:']", "href"),
        ["tel:+994501234567"]
    );
    let person = stage.desk.open(&stage.at_desk("Anna Full"));
    assert!(person.words("#unreachable")[0].contains("The mailbox is full."));
    let narrowed = stage
        .desk
        .open(&format!("/en/desk/{FORUM}/registrations?state=unreachable"));
    assert_eq!(narrowed.words("tbody th a"), ["Anna Full"]);
    let viewer = stage.colleague("viewer", FORUM);
    let seen = viewer.open(&format!("/en/desk/{FORUM}/unreachable"));
    assert_eq!(seen.words("tbody tr").len(), 1);
    assert!(!seen.has("tbody form"));

    let after = stage.desk.submit(&list.form_to("/again"));
    assert!(after.sentence().contains("on its way once more"));
    within(
        Duration::from_secs(60),
        "the letter to be taken again",
        || {
            (server
                .ids("accepted")
                .iter()
                .filter(|id| **id == anna)
                .count()
                == 2)
                .then_some(())
        },
    );
    within(Duration::from_secs(60), "the list to be empty", || {
        let list = stage.desk.open(&format!("/en/desk/{FORUM}/unreachable"));
        list.words("tbody tr").is_empty().then_some(())
    });
}

#[test]
fn nobody_reports_without_the_token_and_nothing_is_taken_for_a_report_that_is_none() {
    let (stage, server) = stage();
    let anna = registered(&stage, &server, "Anna", "anna@people.example");
    let failed = |named: Value| {
        let mut body = json!({ "action": "failed", "text": "550 5.1.1 no" });
        body.as_object_mut()
            .unwrap()
            .extend(named.as_object().unwrap().clone());
        body
    };
    let forged = failed(json!({ "message_id": anna }));
    for token in ["", "a token that somebody guesses"] {
        let answer = report(&stage, token, "application/json", &forged.to_string());
        assert_eq!(answer.status, 401);
    }
    let invented = failed(json!({ "message_id": "0197-invented@forum.example" }));
    assert_eq!(report_json(&stage, &invented)["known"], 0);
    let absent = "From: anna@people.example\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nAction: failed\n";
    let answer = report(&stage, TOKEN, "message/rfc822", absent);
    assert_eq!(answer.json(), json!({ "reports": 0, "known": 0 }));
    for malformed in [
        "{}",
        "[",
        r#"{"action":"failed"}"#,
        r#"{"action":"lost","recipient":"a@b.example"}"#,
    ] {
        let answer = report(&stage, TOKEN, "application/json", malformed);
        assert_eq!(answer.status, 422, "{malformed}");
        assert!(answer.json()["error"].as_str().unwrap().ends_with('.'));
    }
    assert_eq!(rows(&stage, "unreachable").len(), 0);
    let known = failed(json!({ "recipient": "ANNA@people.example" }));
    assert_eq!(
        report_json(&stage, &known)["known"],
        1,
        "who has the token may name a recipient"
    );
    assert_eq!(rows(&stage, "unreachable").len(), 1);
}

#[test]
fn without_a_token_set_there_is_nobody_to_believe() {
    let (stage, server) = stage_with(|app| app.set("HAZIR_MAIL_REPORT_TOKEN", ""));
    let anna = registered(&stage, &server, "Anna", "anna@people.example");
    let body = json!({ "message_id": anna, "action": "failed" }).to_string();
    for token in ["", TOKEN] {
        assert_eq!(report(&stage, token, "application/json", &body).status, 401);
    }
}

#[test]
fn returned_letters_are_read_from_a_mailbox_and_others_left_there_unread() {
    let folder = tempfile::tempdir().unwrap();
    let mailbox = MailboxServer::start(folder.path());
    let (stage, server) = stage_with(|app| {
        app.set("HAZIR_BOUNCES", &mailbox.address());
        app.set("SSL_CERT_FILE", MailServer::certificate().to_str().unwrap());
    });
    let anna = registered(&stage, &server, "Anna", "anna@people.example");
    registered(&stage, &server, "Berta", "berta@people.example");
    // Anybody can write to the mailbox, and knows somebody's address.
    mailbox.deliver("1-forged", &returned("berta@people.example", None));
    let absent = format!(
        "From: berta@people.example\nIn-Reply-To: <{anna}>\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nI am away.\n"
    );
    mailbox.deliver("2-absent", &absent);
    mailbox.deliver("3-returned", &returned("anna@people.example", Some(&anna)));
    within(Duration::from_secs(60), "the mailbox to be read", || {
        mailbox.is_read("3-returned").then_some(())
    });
    let list = rows(&stage, "unreachable");
    assert!(list.len() == 1 && list[0].contains("Anna"), "{list:?}");
    assert!(!mailbox.is_read("1-forged") && !mailbox.is_read("2-absent"));
    assert!(
        !stage.app.log().contains("weiter"),
        "the password is in no log"
    );
}

#[test]
fn a_mailbox_that_cannot_be_read_is_said_where_its_mail_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let mailbox = MailboxServer::start(folder.path());
    let said = |address: String| {
        let installation = stage_with(|app| {
            app.set("HAZIR_BOUNCES", &address);
            app.set("SSL_CERT_FILE", MailServer::certificate().to_str().unwrap());
        });
        let list = format!("/en/desk/{FORUM}/unreachable");
        move || {
            let (stage, _) = &installation;
            stage.desk.open(&list).words("#trouble").pop()
        }
    };
    let refused = said(mailbox.address_with("a-wrong-password"));
    let refused = within(Duration::from_secs(60), "the refusal", refused);
    assert!(
        refused.contains("cannot be read at the moment. Since ")
            && refused.contains("the server says"),
        "{refused}"
    );
    assert!(!refused.contains("a-wrong-password"), "{refused}");

    let away = said(mailbox.address());
    assert_eq!(away(), None);
    drop(mailbox);
    within(Duration::from_secs(60), "the mailbox to be missed", away);
}

#[test]
fn a_slip_in_the_address_is_asked_about_once_and_never_refused() {
    let (stage, server) = stage();
    let person = Person::new("Anna Slip", "anna@gmial.com");
    let asked = stage.app.browser().post(&stage.filled(&person));
    assert_eq!(asked.status, 422);
    assert!(
        asked.words("#question")[0].contains("Did you mean anna@gmail.com?"),
        "{}",
        asked.sentence()
    );
    let form = asked.form();
    assert_eq!(form.value("name"), "Anna Slip");
    saved(
        stage
            .app
            .browser()
            .post(&form.press("email_is", "anna@gmail.com")),
    );
    letter_to(&server, "anna@gmail.com");

    let stubborn = Person::new("Berta Stubborn", "berta@gmial.com");
    let asked = stage.app.browser().post(&stage.filled(&stubborn));
    saved(stage.app.browser().post(&asked.form().enter()));
    letter_to(&server, "berta@gmial.com");

    let mended = Person::new("Dina Mended", "dina@gmial.com");
    let asked = stage.app.browser().post(&stage.filled(&mended));
    let other = asked.form().fill("email", "dina@people.example");
    saved(stage.app.browser().post(&other.enter()));
    letter_to(&server, "dina@people.example");

    let unmoved = Person::new("Clara Unmoved", "clara@mail.ruu");
    let asked = stage.app.browser().post(&stage.filled(&unmoved));
    saved(stage.app.browser().post(&asked.form()));
    letter_to(&server, "clara@mail.ruu");
}

#[test]
fn the_desk_corrects_a_slip_by_one_click_and_the_person_is_off_the_list() {
    let (stage, server) = stage();
    let person = Person::new("Berta Stubborn", "berta@gmial.com");
    let asked = stage.app.browser().post(&stage.filled(&person));
    server.behave("refuse");
    saved(stage.app.browser().post(&asked.form()));
    let list = within(Duration::from_secs(60), "the refusal", || {
        let list = stage.desk.open(&format!("/en/desk/{FORUM}/unreachable"));
        (list.words("tbody tr").len() == 1).then_some(list)
    });
    assert!(list.words("tbody tr")[0].contains("There is no such mailbox."));
    server.behave("accept");
    let person = stage.desk.submit(&list.form_to("/email"));
    assert!(person.sentence().contains("berta@gmail.com"));
    letter_to(&server, "berta@gmail.com");
    within(Duration::from_secs(60), "the list to be empty", || {
        rows(&stage, "unreachable").is_empty().then_some(())
    });
    let to_the_old: Vec<Value> = server
        .events()
        .into_iter()
        .filter(|event| event["to"][0] == "berta@gmial.com")
        .collect();
    assert_eq!(
        to_the_old.len(),
        1,
        "nothing more goes where nobody is: {to_the_old:?}"
    );
}

#[test]
fn a_letter_put_off_says_when_it_is_tried_again() {
    let (stage, server) = stage();
    server.behave("defer");
    saved(stage.app.browser().post(&stage.filled(&Person::number(1))));
    let row = within(Duration::from_secs(60), "the server's words", || {
        rows(&stage, "messages?state=deferred").pop()
    });
    for word in [
        "Postponed",
        "Next attempt:",
        "451 4.3.0 The queue is full, come back later",
    ] {
        assert!(row.contains(word), "{word}: {row}");
    }
    server.behave("hang-up");
    within(
        Duration::from_secs(120),
        "a word about the broken line",
        || {
            let row = rows(&stage, "messages").pop().unwrap();
            row.contains("the server may already have it").then_some(())
        },
    );
    server.behave("accept");
    within(Duration::from_secs(120), "the letter to be taken", || {
        rows(&stage, "messages?state=accepted").pop()
    });
    let events = server.events();
    let ids: std::collections::BTreeSet<&str> = events
        .iter()
        .map(|event| event["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 1, "however often it is tried, it is one mail");
    assert_eq!(server.ids("accepted").len(), 1);
}
