//! What other mail servers make of our mail: its signature, and what `hazir check` says of the sender's records.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::support::dns::{NameServer, text};
use crate::support::imap::MailboxServer;
use crate::support::smtp::MailServer;
use crate::support::stage::{FORUM, Person, Stage, saved};
use crate::support::{App, tools, within};

const DOMAIN: &str = "hazir.example";
const PUBLISHED_AT: &str = "s1._domainkey.hazir.example";

fn make_key(folder: &Path, kind: &[&str]) -> String {
    let file = folder.join("dkim.pem").display().to_string();
    let made = Command::new("openssl")
        .arg("genpkey")
        .args(kind)
        .args(["-out", &file])
        .output()
        .unwrap();
    assert!(made.status.success());
    file
}

/// What is to be published, as openssl itself gives the other half of the key.
fn record(file: &str, kind: &str) -> String {
    let public = Command::new("openssl")
        .args(["pkey", "-in", file, "-pubout", "-outform", "DER"])
        .output()
        .unwrap()
        .stdout;
    // An Ed25519 key is published bare: its last 32 bytes.
    let public = if kind == "ed25519" {
        &public[public.len() - 32..]
    } else {
        &public[..]
    };
    format!(
        "v=DKIM1; k={kind}; p={}",
        data_encoding::BASE64.encode(public)
    )
}

fn verdict(letter: &Path, record: &str) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/verify_dkim.py");
    let said = Command::new(tools().join("python/bin/python"))
        .arg(script)
        .arg(letter)
        .args([PUBLISHED_AT, record])
        .output()
        .unwrap();
    String::from_utf8(said.stdout).unwrap().trim().to_owned()
}

#[test]
fn an_independent_reader_finds_every_signature_to_hold() {
    for (kind, how) in [
        (
            "rsa",
            ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"].as_slice(),
        ),
        ("ed25519", ["-algorithm", "ed25519"].as_slice()),
    ] {
        let mut app = App::prepare();
        let server = MailServer::start(app.folder.path());
        let key = make_key(app.folder.path(), how);
        app.set("HAZIR_MAIL", &server.address());
        app.set("HAZIR_DKIM_KEY", &key);
        app.set("HAZIR_DKIM_SELECTOR", "s1");
        app.run();
        let stage = Stage::on(app, &[]);
        let person = Person::new("Şəhla Ağayeva", "sehla@people.example");
        saved(stage.app.browser().post(&stage.filled(&person)));
        within(Duration::from_secs(60), "the letter", || {
            (!server.ids("accepted").is_empty()).then_some(())
        });
        let letter = server.letters().remove(0);
        let record = record(&key, kind);
        assert_eq!(verdict(&letter, &record), "holds", "{kind}");
        let raw = std::fs::read_to_string(&letter).unwrap();
        for (what, changed) in [
            (
                "the sender",
                raw.replace("forum@hazir.example", "forum@other.example"),
            ),
            (
                "a second sender",
                format!("From: other@hazir.example\r\n{raw}"),
            ),
            ("the end", format!("{raw}One more line\r\n")),
        ] {
            assert_ne!(changed, raw);
            std::fs::write(&letter, changed).unwrap();
            assert_eq!(verdict(&letter, &record), "forged", "{kind}: {what}");
        }
    }
}

#[test]
fn the_way_out_of_a_mailing_is_signed_with_it() {
    let mut app = App::prepare();
    let server = MailServer::start(app.folder.path());
    let key = make_key(app.folder.path(), &["-algorithm", "ed25519"]);
    app.set("HAZIR_MAIL", &server.address());
    app.set("HAZIR_DKIM_KEY", &key);
    app.set("HAZIR_DKIM_SELECTOR", "s1");
    app.run();
    let stage = Stage::on(app, &[]);
    saved(
        stage
            .app
            .browser()
            .post(&stage.filled(&Person::new("Ali", "ali@people.example"))),
    );
    let mailings = format!("/en/desk/{FORUM}/mailings/new");
    let form = stage.desk.open(&mailings).form().fill("about", "news");
    let form = form.fill("subject.en", "News").fill("body.en", "Hello.");
    let draft = stage.desk.submit(&form);
    stage
        .desk
        .submit(&draft.form_to("/send").fill("count", "1"));
    let (letter, raw) = within(Duration::from_secs(60), "the mailing", || {
        server.letters().into_iter().find_map(|letter| {
            let raw = std::fs::read_to_string(&letter).ok()?;
            raw.contains("List-Unsubscribe-Post:")
                .then_some((letter, raw))
        })
    });
    let record = record(&key, "ed25519");
    assert_eq!(verdict(&letter, &record), "holds");
    for (ours, other) in [
        ("List-Unsubscribe: <http", "List-Unsubscribe: <https"),
        (
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "List-Unsubscribe-Post: List-Unsubscribe=Other",
        ),
    ] {
        let changed = raw.replace(ours, other);
        assert_ne!(changed, raw);
        std::fs::write(&letter, changed).unwrap();
        assert_eq!(verdict(&letter, &record), "forged", "{ours}");
    }
}

#[test]
fn a_key_that_cannot_sign_is_said_at_the_start() {
    let mut app = App::prepare();
    app.set("HAZIR_DKIM_KEY", "no-such-file.pem");
    app.set("HAZIR_DKIM_SELECTOR", "s1");
    assert!(!app.try_run());
    assert!(
        app.log().contains("no-such-file.pem cannot be read"),
        "{}",
        app.log()
    );
    let short = make_key(
        app.folder.path(),
        &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"],
    );
    app.set("HAZIR_DKIM_KEY", &short);
    assert!(!app.try_run());
    assert!(app.log().contains("2048 bits or more"), "{}", app.log());
    app.set("HAZIR_DKIM_SELECTOR", "");
    assert!(!app.try_run());
    assert!(
        app.log().contains("both --dkim-key and --dkim-selector"),
        "{}",
        app.log()
    );
}

/// An installation with a mail server, a mailbox and a key, and what `hazir check` says of it with these records.
struct Installation {
    app: App,
    server: MailServer,
    _mailbox: MailboxServer,
    record: String,
}

impl Installation {
    fn new() -> Installation {
        let mut app = App::prepare();
        let server = MailServer::start_closed(app.folder.path());
        let mailbox = MailboxServer::start(app.folder.path());
        let key = make_key(
            app.folder.path(),
            &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
        );
        app.set("HAZIR_MAIL", &server.address());
        app.set("HAZIR_BOUNCES", &mailbox.address());
        app.set("SSL_CERT_FILE", MailServer::certificate().to_str().unwrap());
        app.set("HAZIR_DKIM_KEY", &key);
        app.set("HAZIR_DKIM_SELECTOR", "s1");
        let record = record(&key, "rsa");
        Installation {
            app,
            server,
            _mailbox: mailbox,
            record,
        }
    }

    fn check(&self, records: &[String]) -> String {
        let names = NameServer::start(self.app.folder.path(), records);
        let output = self.app.hazir(&[
            "check",
            "--listen",
            "127.0.0.1:0",
            "--resolver",
            &names.address,
        ]);
        String::from_utf8(output.stdout).unwrap()
    }

    fn good_records(&self) -> Vec<String> {
        vec![
            format!("{DOMAIN}. 60 IN MX 10 mail.{DOMAIN}."),
            text(DOMAIN, "v=spf1 mx -all"),
            text(DOMAIN, "some-other-proof=1"),
            text(PUBLISHED_AT, &self.record),
            text(
                &format!("_dmarc.{DOMAIN}"),
                "v=DMARC1; p=quarantine; rua=mailto:desk@hazir.example",
            ),
        ]
    }
}

#[test]
fn check_finds_a_sender_with_all_its_records_good() {
    let place = Installation::new();
    let said = place.check(&place.good_records());
    for line in ["sender: good", "returned mail: good"] {
        assert!(said.contains(line), "{said}");
    }
    // The tests' own certificate may be near its end, and then that is all there is to say.
    assert!(
        !said.contains("cannot be used") && !said.contains("takes no mail"),
        "{said}"
    );
}

#[test]
fn check_says_what_is_to_be_mended_in_the_senders_records() {
    let place = Installation::new();
    let missing = place.check(&[format!("{DOMAIN}. 60 IN A 127.0.0.1")]);
    for word in [
        "(MX)",
        "v=spf1 mx -all",
        &place.record,
        PUBLISHED_AT,
        "_dmarc.hazir.example",
    ] {
        assert!(missing.contains(word), "{word}: {missing}");
    }
    let wrong = place.check(&[
        format!("{DOMAIN}. 60 IN MX 0 ."),
        text(DOMAIN, "v=spf1 +all"),
        text(PUBLISHED_AT, "v=DKIM1; k=rsa; p=MIIBIjANBgkq"),
        text(&format!("_dmarc.{DOMAIN}"), "v=DMARC1; p=everything"),
    ]);
    for word in [
        "(MX)",
        "lets everybody send",
        "Another key",
        "names no policy",
    ] {
        assert!(wrong.contains(word), "{word}: {wrong}");
    }
    let twice = place.check(&[
        format!("{DOMAIN}. 60 IN MX 10 mail.{DOMAIN}."),
        text(DOMAIN, "v=spf1 mx -all"),
        text(DOMAIN, "v=spf1 a -all"),
        text(PUBLISHED_AT, &place.record),
        text(&format!("_dmarc.{DOMAIN}"), "v=DMARC1; p=none"),
    ]);
    assert!(twice.contains("2 SPF records"), "{twice}");
    assert!(
        !twice.contains("DKIM") && !twice.contains("DMARC"),
        "{twice}"
    );
}

#[test]
fn check_says_what_is_wrong_with_the_mail_server_and_the_mailbox() {
    let mut place = Installation::new();
    place
        .app
        .set("HAZIR_BOUNCES", &place._mailbox.address_with("wrong"));
    let user = place.server.address().replace("a%C3%A7", "wrong");
    place.app.set("HAZIR_MAIL", &user);
    let said = place.check(&place.good_records());
    assert!(
        said.contains("mail server: The mail server localhost:"),
        "{said}"
    );
    assert!(said.contains("535"), "{said}");
    assert!(
        said.contains("returned mail: The mailbox INBOX on localhost:"),
        "{said}"
    );
    place.app.set("HAZIR_MAIL", &place.server.address());
    place.app.set("SSL_CERT_FILE", "/dev/null");
    let said = place.check(&place.good_records());
    assert!(said.contains("certificate"), "{said}");
}
