//! Mail that comes back, in whatever form servers give it: whose it is, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use hazir::inside::mail::reports;
use hazir::inside::models::returned::delivery_report::Action;
use serde_json::{Value, json};
use ureq::http;

use crate::support::imap::MailboxServer;
use crate::support::smtp::MailServer;
use crate::support::stage::{FORUM, Person, Stage, saved};
use crate::support::{App, tools, within};

const TOKEN: &str = "a token that nobody guesses";

fn stage_with(set: impl FnOnce(&mut App)) -> (Stage, MailServer) {
    let mut app = App::prepare();
    let server = MailServer::start(app.folder.path());
    app.set("HAZIR_MAIL", &server.address());
    app.set("HAZIR_MAIL_REPORT_TOKEN", TOKEN);
    set(&mut app);
    app.run();
    (Stage::on(app, &[]), server)
}

/// The event of the mail server that took somebody's first letter.
fn registered(stage: &Stage, server: &MailServer, name: &str, email: &str) -> Value {
    saved(
        stage
            .app
            .browser()
            .post(&stage.filled(&Person::new(name, email))),
    );
    within(Duration::from_secs(60), "the letter to be taken", || {
        let events = server.events();
        events
            .into_iter()
            .find(|event| event["what"] == "accepted" && event["to"][0] == email)
    })
}

/// What comes back by a program that passes on whatever it is given.
fn report(stage: &Stage, letter: &[u8]) -> Value {
    let browser = stage.app.browser();
    let request = http::Request::post(browser.absolute("/api/mail/reports").as_str())
        .header("authorization", format!("Bearer {TOKEN}"))
        .header("content-type", "message/rfc822");
    let answer = browser.send(request, letter.to_vec());
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn row(stage: &Stage, page: &str, of: &str) -> Option<String> {
    let page = stage.desk.open(&format!("/en/desk/{FORUM}/{page}"));
    page.words("tbody tr")
        .into_iter()
        .find(|row| row.contains(of))
}

/// A returned mail as its server writes it, what the desk says of it, and its own words that are kept.
struct Form {
    name: &'static str,
    letter: &'static str,
    why: &'static str,
    words: &'static str,
}

const NO_MAILBOX: &str = "There is no such mailbox.";
const FULL: &str = "The mailbox is full.";
const CLOSED: &str = "The mailbox is closed.";
const NO_DOMAIN: &str = "The part after the @ does not exist.";
const UNWANTED: &str = "took it for spam";
const SILENT: &str = "does not answer";

/// `TO` stands for the recipient, `ID` for the Message-ID. Written for this test after the forms that each server is
/// known by.
const FORMS: [Form; 17] = [
    Form {
        name: "exim",
        letter: "From: Mail Delivery System <Mailer-Daemon@mx.example>\nX-Failed-Recipients: TO\nAuto-Submitted: auto-replied\nSubject: Mail delivery failed: returning message to sender\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  TO\n    SMTP error from remote mail server after RCPT TO:<TO>:\n    host mx.people.example [192.0.2.1]: 550 No such user here\n\n------ This is a copy of the message, including all the headers. ------\n\nReceived: from forum.example\nFrom: forum@hazir.example\nTo: TO\nMessage-ID: <ID>\nSubject: Your place\n\nHello\n",
        why: NO_MAILBOX,
        words: "550 No such user here",
    },
    Form {
        name: "qmail",
        letter: "From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<TO>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <forum@hazir.example>\nReceived: (qmail 1 invoked from network)\nFrom: forum@hazir.example\nMessage-ID: <ID>\nSubject: Your place\n\nHello\n",
        why: NO_MAILBOX,
        words: "Sorry, no mailbox here by that name. (#5.1.1)",
    },
    Form {
        name: "postfix without its second part",
        letter: "From: MAILER-DAEMON@mx.example (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"p\"\n\n--p\nContent-Type: text/plain\n\nThis is the mail system at host mx.example.\n\n<TO>: host mx.people.example[192.0.2.1] said: 552 5.2.2 Over quota (in reply to\n    RCPT TO command)\n--p\nContent-Type: text/rfc822-headers\n\nMessage-ID: <ID>\nSubject: Your place\n--p--\n",
        why: FULL,
        words: "552 5.2.2 Over quota",
    },
    Form {
        name: "exchange, in html",
        letter: "From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@people.example>\nSubject: Undeliverable: Your place\nIn-Reply-To: <ID>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p><b>Your message to <a href=3D\"mailto:TO\">TO</a> couldn't be =\ndelivered.</b></p><p>The mailbox wasn't found at people.example.</p><p>550 5=\n.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found</p></body></html>\n",
        why: NO_MAILBOX,
        words: "RecipientNotFound",
    },
    Form {
        name: "gmail",
        letter: "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nAuto-Submitted: auto-replied\nSubject: Delivery Status Notification (Failure)\nReferences: <ID>\nIn-Reply-To: <ID>\nX-Failed-Recipients: TO\nContent-Type: text/plain; charset=utf-8\n\n** Address not found **\n\nYour message wasn't delivered to TO because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist.\n",
        why: NO_MAILBOX,
        words: "550 5.1.1 The email account that you tried to reach does not exist.",
    },
    Form {
        name: "yahoo",
        letter: "From: MAILER-DAEMON@yahoo.example\nSubject: Failure Notice\n\nSorry, we were unable to deliver your message to the following address.\n\n<TO>:\n554: delivery error: dd This user doesn't have a yahoo.example account (TO) [0] - mta1\n\n--- Below this line is a copy of the message.\n\nReceived: from forum.example\nMessage-ID: <ID>\nFrom: forum@hazir.example\nSubject: Your place\n\nHello\n",
        why: NO_MAILBOX,
        words: "doesn't have a yahoo.example account",
    },
    Form {
        name: "mail.ru, in base64",
        letter: "From: mailer-daemon@corp.mail.example\nSubject: =?utf-8?B?0J/QuNGB0YzQvNC+INC90LUg0LTQvtGB0YLQsNCy0LvQtdC90L4=?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nBASE64:Это письмо создано автоматически сервером.\nК сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:\n\nTO\n  Почтовый ящик получателя переполнен\n\n****** Исходное сообщение ******\nReceived: from forum.example\nFrom: forum@hazir.example\nMessage-ID: <ID>\nSubject: x\n",
        why: FULL,
        words: "Почтовый ящик получателя переполнен",
    },
    Form {
        name: "yandex",
        letter: "From: mailer-daemon@yandex.example\nSubject: Недоставленное сообщение\nContent-Type: text/plain; charset=utf-8\n\nПисьмо не было доставлено следующему адресату:\n\n<TO>: Пользователь не найден\n\n--- Исходное сообщение ---\n\nReceived: from forum.example\nFrom: forum@hazir.example\nMessage-Id: <ID>\nSubject: x\n",
        why: NO_MAILBOX,
        words: "Пользователь не найден",
    },
    Form {
        name: "qq",
        letter: "From: PostMaster@qq.example\nSubject: 系统退信\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"q\"\n\n--q\nContent-Type: text/plain; charset=utf-8\n\n抱歉，您的邮件被退回来了……\n收件人 TO\n退信原因 收件人邮箱已满\n--q\nContent-Type: message/rfc822\n\nFrom: forum@hazir.example\nTo: TO\nMessage-ID: <ID>\n\nx\n--q--\n",
        why: FULL,
        words: "收件人邮箱已满",
    },
    Form {
        name: "163",
        letter: "From: Postmaster@163.example\nSubject: 系统退信/Systems bounce\nContent-Type: text/html; charset=utf-8\n\n<table><tr><td>您发送到 TO 的邮件被退回</td></tr><tr><td>用户不存在 User not found: TO</td></tr><tr><td>Message-ID: &lt;ID&gt;</td></tr></table>\n",
        why: NO_MAILBOX,
        words: "用户不存在 User not found",
    },
    Form {
        name: "ses",
        letter: "From: MAILER-DAEMON@eu-west-1.amazonses.example\nSubject: Delivery Status Notification (Failure)\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"s\"\n\n--s\nContent-Type: text/plain\n\nAn error occurred while trying to deliver the mail to the following recipients:\nTO\n--s\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a.example\n\nAction: failed\nFinal-Recipient: rfc822; TO\nDiagnostic-Code: smtp; 554 5.7.1 Blocked by policy\nStatus: 5.7.1\n--s\nContent-Type: message/rfc822\n\nFrom: forum@hazir.example\nMessage-ID: <ID>\n\nx\n--s--\n",
        why: UNWANTED,
        words: "554 5.7.1 Blocked by policy",
    },
    Form {
        name: "one that somebody forwarded whole",
        letter: "From: colleague@hazir.example\nSubject: Fwd: please see\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"f\"\n\n--f\nContent-Type: text/plain\n\nSee below.\n--f\nContent-Type: message/rfc822\n\nFrom: MAILER-DAEMON@mx.example\nSubject: Returned mail: see transcript for details\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"r\"\n\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; TO\nAction: failed\nStatus: 5.1.2\nDiagnostic-Code: smtp; 550 5.1.2 Host unknown\n--r\nContent-Type: message/rfc822\n\nMessage-ID: <ID>\n\nx\n--r--\n--f--\n",
        why: NO_DOMAIN,
        words: "550 5.1.2 Host unknown",
    },
    Form {
        name: "french",
        letter: "From: Postmaster@relais.example\nSubject: Non remis : Votre place\nContent-Type: text/plain; charset=utf-8\n\nVotre message n'a pas pu être remis aux destinataires suivants :\n\nTO : boîte aux lettres désactivée, ce compte est désactivé\n\n> Message-ID: <ID>\n> From: forum@hazir.example\n",
        why: CLOSED,
        words: "ce compte est désactivé",
    },
    Form {
        name: "turkish",
        letter: "From: postmaster@sunucu.example\nSubject: Teslim edilemedi\nContent-Type: text/plain; charset=utf-8\n\nİletiniz teslim edilemedi.\n\n<TO>: Alıcı bulunamadı\n\nMessage-ID: <ID>\n",
        why: NO_MAILBOX,
        words: "Alıcı bulunamadı",
    },
    Form {
        name: "azerbaijani",
        letter: "From: postmaster@server.example\nSubject: Məktub çatdırılmadı\nContent-Type: text/plain; charset=utf-8\n\nMəktubunuz çatdırılmadı.\n\n<TO>: server cavab vermir, vaxt bitdi\n\nMessage-ID: <ID>\n",
        why: SILENT,
        words: "server cavab vermir",
    },
    Form {
        name: "arabic",
        letter: "From: postmaster@khadim.example\nSubject: تعذر تسليم الرسالة\nContent-Type: text/plain; charset=utf-8\n\nتعذر تسليم رسالتك إلى المستلم:\n\nTO\nالمستخدم غير موجود\n\nMessage-ID: <ID>\n",
        why: NO_MAILBOX,
        words: "غير موجود",
    },
    Form {
        name: "one who says a number alone",
        letter: "From: <>\nSubject: Mail System Error - Returned Mail\n\n<TO>\n553 sorry\n\nMessage-ID: <ID>\n",
        why: NO_MAILBOX,
        words: "553 sorry",
    },
];

fn written(letter: &str, to: &str, id: &str) -> Vec<u8> {
    let letter = letter
        .replace("TO", to)
        .replace("<ID>", &format!("<{id}>"))
        .replace("&lt;ID&gt;", &format!("&lt;{id}&gt;"));
    match letter.split_once("BASE64:") {
        Some((head, body)) => {
            let coded = data_encoding::BASE64_MIME.encode(body.as_bytes());
            format!("{head}{coded}").into_bytes()
        }
        None => letter.into_bytes(),
    }
}

#[test]
fn returned_mail_of_every_great_server_says_whose_it_is_and_why() {
    let (stage, server) = stage_with(|_| {});
    for (number, form) in FORMS.iter().enumerate() {
        let email = format!("somebody{number}@people.example");
        let name = format!("Somebody Number{number}x");
        let letter = registered(&stage, &server, &name, &email);
        let id = letter["id"].as_str().unwrap();
        let answer = report(&stage, &written(form.letter, &email, id));
        assert_eq!(answer["known"], 1, "{}", form.name);
        let row = row(&stage, "unreachable", &name)
            .unwrap_or_else(|| panic!("{} is not on the list", form.name));
        for word in [form.why, form.words] {
            assert!(row.contains(word), "{}: {word}: {row}", form.name);
        }
    }
}

#[test]
fn who_goes_on_trying_and_who_is_away_returns_nothing() {
    let (stage, server) = stage_with(|_| {});
    let letter = registered(&stage, &server, "Anna", "anna@people.example");
    let id = letter["id"].as_str().unwrap();
    let late = "From: Mail Delivery System <MAILER-DAEMON@mx.example>\nSubject: Warning: message 1abc delayed 24 hours\n\nThis message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its recipients.\n\n  TO\n    Delay reason: Connection timed out\n\nNo action is required on your part. Delivery attempts will continue.\n\nMessage-ID: <ID>\n";
    assert_eq!(
        report(&stage, &written(late, "anna@people.example", id))["known"],
        1
    );
    let shown = row(&stage, "messages", "anna@people.example").unwrap();
    assert!(
        shown.contains("Accepted") && shown.contains("Connection timed out"),
        "{shown}"
    );
    for absent in [
        "From: anna@people.example\nIn-Reply-To: <ID>\nAuto-Submitted: auto-replied\nSubject: Out of office: Your place\n\nI am away. Mail to TO cannot be delivered to me before Monday.\n",
        "From: anna@people.example\nReferences: <ID>\nPrecedence: auto_reply\nSubject: Otomatik yanıt\n\nYoktayım, 550 kilometre uzakta.\n",
        "From: anna@people.example\nIn-Reply-To: <ID>\nSubject: =?utf-8?B?0JDQstGC0L7QvtGC0LLQtdGC?=\n\nЯ в отпуске.\n",
        "From: anna@people.example\nIn-Reply-To: <ID>\nSubject: Re: Your place\n\nMy ticket was not delivered, and the door said 550.\n\n> Message-ID: <ID>\n",
        "From: anna@people.example\nIn-Reply-To: <ID>\nSubject: Lu : Your place\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary=\"m\"\n\n--m\nContent-Type: text/plain\n\nYour message was displayed.\n--m\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; TO\nDisposition: manual-action/MDN-sent-manually; displayed\n--m--\n",
    ] {
        let answer = report(&stage, &written(absent, "anna@people.example", id));
        assert_eq!(answer["known"], 0, "{absent}");
    }
    assert_eq!(row(&stage, "unreachable", "Anna"), None);
}

#[test]
fn with_a_return_path_of_its_own_a_mail_is_known_by_where_it_came_back_to() {
    let folder = tempfile::tempdir().unwrap();
    let mailbox = MailboxServer::start(folder.path());
    let (stage, server) = stage_with(|app| {
        app.set(
            "HAZIR_MAIL_FROM",
            "Forum <desk@hazir.example>; return=desk+*@hazir.example",
        );
        app.set("HAZIR_BOUNCES", &mailbox.address());
        app.set("SSL_CERT_FILE", MailServer::certificate().to_str().unwrap());
    });
    let paths: Vec<String> = ["Anna", "Berta"]
        .iter()
        .map(|name| {
            let email = format!("{}@people.example", name.to_lowercase());
            registered(&stage, &server, name, &email)["from"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert!(
        paths
            .iter()
            .all(|path| path.starts_with("desk+") && path.ends_with("@hazir.example")),
        "{paths:?}"
    );
    assert_ne!(paths[0], paths[1]);
    let letters = server.letters();
    let raw = std::fs::read_to_string(&letters[0]).unwrap();
    assert!(
        raw.contains("<desk@hazir.example>") && !raw.contains("desk+"),
        "people answer to the sender: {raw}"
    );

    let returned = |path: &str| {
        format!(
            "From: MAILER-DAEMON@mx.example\nTo: {path}\nSubject: Tidings\n\nUser unknown, and no more is said.\n"
        )
    };
    let forged = paths[1].replace('@', "0@");
    mailbox.deliver("1-forged", &returned(&forged));
    mailbox.deliver("2-returned", &returned(&paths[0].to_uppercase()));
    within(Duration::from_secs(60), "the mailbox to be read", || {
        mailbox.is_read("2-returned").then_some(())
    });
    assert!(!mailbox.is_read("1-forged"));
    assert!(row(&stage, "unreachable", "Anna").is_some_and(|row| row.contains(NO_MAILBOX)));
    assert_eq!(row(&stage, "unreachable", "Berta"), None);
}

#[test]
fn a_mailbox_that_anybody_writes_to_is_believed_of_a_recipient_as_far_as_a_remark() {
    let folder = tempfile::tempdir().unwrap();
    let mailbox = MailboxServer::start(folder.path());
    let (stage, server) = stage_with(|app| {
        app.set("HAZIR_BOUNCES", &mailbox.address());
        app.set("SSL_CERT_FILE", MailServer::certificate().to_str().unwrap());
    });
    registered(&stage, &server, "Anna", "anna@people.example");
    mailbox.deliver("1", "From: postmaster@mx.example\nSubject: Delivery failed\n\n<anna@people.example>: User unknown\n");
    let shown = within(Duration::from_secs(60), "the remark", || {
        row(&stage, "messages", "anna@people.example").filter(|row| row.contains("User unknown"))
    });
    assert!(
        shown.contains("Accepted") && shown.contains("by the recipient alone"),
        "{shown}"
    );
    assert_eq!(row(&stage, "unreachable", "Anna"), None);
    assert!(!mailbox.is_read("1"), "people may read it too");
}

#[test]
fn whoever_calls_a_mail_spam_gets_no_mailings_and_the_desk_sees_it() {
    let (stage, server) = stage_with(|_| {});
    let mut ids = BTreeMap::new();
    for name in ["Anna", "Berta", "Clara"] {
        let email = format!("{}@people.example", name.to_lowercase());
        let letter = registered(&stage, &server, name, &email);
        ids.insert(name, letter["id"].as_str().unwrap().to_owned());
    }
    let complaint = |feedback: &str, to: &str, id: &str| {
        format!(
            "From: feedback@provider.example\nSubject: FW: Your place\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=\"a\"\n\n--a\nContent-Type: text/plain\n\nThis is an email abuse report.\n--a\nContent-Type: message/feedback-report\n\nFeedback-Type: {feedback}\nUser-Agent: Provider/1.0\nVersion: 1\n--a\nContent-Type: message/rfc822\n\nFrom: forum@hazir.example\nTo: {to}\nMessage-ID: <{id}>\nSubject: Your place\n\nHello\n--a--\n"
        )
    };
    let open = complaint("abuse", "anna@people.example", &ids["Anna"]);
    let blotted = complaint("abuse", "redacted@redacted.example", &ids["Berta"]);
    let praise = complaint("not-spam", "clara@people.example", &ids["Clara"]);
    for (letter, known) in [(open, 1), (blotted, 1), (praise, 0)] {
        assert_eq!(
            report(&stage, letter.as_bytes())["known"],
            known,
            "{letter}"
        );
    }
    assert_eq!(
        row(&stage, "unreachable", "Anna"),
        None,
        "the address works"
    );
    for (name, complained) in [("Anna", true), ("Berta", true), ("Clara", false)] {
        let person = stage.desk.open(&stage.at_desk(name));
        let said = person.words("#complained").pop().unwrap_or_default();
        assert_eq!(said.contains("as spam on"), complained, "{name}: {said}");
    }
    let shown = row(&stage, "messages", "anna@people.example").unwrap();
    assert!(shown.contains("complaint (abuse) Provider/1.0"), "{shown}");
    for about in ["news", "registration"] {
        let form = stage
            .desk
            .open(&format!("/en/desk/{FORUM}/mailings/new"))
            .form();
        let form = form
            .fill("about", about)
            .fill("subject.en", "News")
            .fill("body.en", "Hello.");
        let draft = stage.desk.submit(&form);
        assert!(
            draft.words("#complained")[0].contains("2 more reported"),
            "{about}"
        );
        stage
            .desk
            .submit(&draft.form_to("/send").fill("count", "1"));
    }
    let mailed = within(Duration::from_secs(60), "both mailings", || {
        let events = server.events();
        let to: Vec<String> = events[3..]
            .iter()
            .map(|event| event["to"][0].as_str().unwrap().to_owned())
            .collect();
        (to.len() >= 2).then_some(to)
    });
    assert_eq!(mailed, ["clara@people.example"; 2]);
}

/// What the table of flufl.bounce's own tests says of each mail it ships.
fn expected(folder: &Path) -> BTreeMap<String, Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/expected_returns.py");
    let said = Command::new(tools().join("python/bin/python"))
        .arg(script)
        .arg(folder)
        .output()
        .unwrap();
    serde_json::from_slice(&said.stdout).expect("tests/run has fetched the returned mails")
}

/// Of these we say something else, and why.
const OTHERWISE: [(&str, &str); 4] = [
    (
        "aol_01.txt",
        "the recipient's name stands there alone, without a domain",
    ),
    (
        "llnl_01.txt",
        "it names a second address, of somebody who may be meant",
    ),
    (
        "simple_42.txt",
        "its only address was made unreadable by whoever collected it; we give it as it stands",
    ),
    (
        "yale_01.txt",
        "the recipient's name stands there alone, without a domain",
    ),
];

#[test]
fn mails_that_really_came_back_are_read_as_those_who_collected_them_say() {
    let folder = tools().join("returned-mail");
    let expected = expected(&folder);
    assert!(expected.len() >= 115, "{}", expected.len());
    let mut wrong = Vec::new();
    for (file, wanted) in &expected {
        let raw = std::fs::read(folder.join("tests/data").join(file)).unwrap();
        let found = reports(&raw);
        let of = |action: Action| -> BTreeSet<String> {
            let found = found.iter().filter(|report| report.action == action);
            found
                .filter_map(|report| Some(report.recipient.as_ref()?.to_lowercase()))
                .collect()
        };
        let told = |what: &str| -> BTreeSet<String> {
            let told = wanted[what].as_array().unwrap().iter();
            told.map(|address| address.as_str().unwrap().to_lowercase())
                .collect()
        };
        let is_same =
            of(Action::Failed) == told("failed") && of(Action::Delayed) == told("delayed");
        let is_otherwise = OTHERWISE.iter().any(|(other, _)| other == file);
        if is_same == is_otherwise {
            wrong.push(json!({ file.as_str(): wanted, "failed": of(Action::Failed), "delayed": of(Action::Delayed) }));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        expected.len()
    );
}

#[test]
fn a_returned_mail_without_end_is_read_by_its_beginning() {
    let (stage, server) = stage_with(|_| {});
    let letter = registered(&stage, &server, "Anna", "anna@people.example");
    let id = letter["id"].as_str().unwrap();
    let head = "From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nMIME-Version: 1.0\n";
    let endless =
        |begin: &str, again: &str| format!("{head}{begin}{}", again.repeat(400_000 / again.len()));
    let letters = [
        endless(
            "Content-Type: message/rfc822\n\n",
            "Content-Type: message/rfc822\n\n",
        ),
        endless(
            "Content-Type: multipart/digest; boundary=\"a\"\n\n",
            "--a\n\nContent-Type: multipart/digest; boundary=\"a\"\n\n",
        ),
        endless(
            "Content-Type: multipart/mixed; boundary=\"a\"\n\n",
            "--a\n\n",
        ),
        endless("\nUser unknown\n", "a@b.example "),
        endless("\nUser unknown\n", "@"),
        endless("\nUser unknown\n", "Message-ID: <a@b.example>\n"),
        endless("Content-Type: text/html\n\nUser unknown", "<"),
        endless("X-Failed-Recipients: ", "a@b.example, "),
    ];
    for letter in letters {
        let began = Instant::now();
        report(&stage, letter.as_bytes());
        assert!(
            began.elapsed() < Duration::from_secs(5),
            "{:?}: {}",
            began.elapsed(),
            &letter[..120]
        );
    }
    let last = format!(
        "{head}\n<anna@people.example>: User unknown\n\nMessage-ID: <{id}>\n{}",
        "x".repeat(400_000)
    );
    assert_eq!(report(&stage, last.as_bytes())["known"], 1);
}
