//! The conversation with a server that answers by a script.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::mail::parcel::{Outcome, Parcel};
use crate::mail::smtp::{Server, SmtpCourier};

/// What the server says to a command that begins so; nothing: it hangs up.
pub(in crate::mail) type Script = &'static [(&'static str, Option<&'static str>)];

pub(in crate::mail) const KIND: Script = &[];

/// A server with a script for each connection in turn; the last one is used for all that follow.
pub(in crate::mail) struct FakeServer {
    pub port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl FakeServer {
    pub(crate) fn start(scripts: &'static [Script]) -> FakeServer {
        FakeServer::listening(0, scripts, Duration::ZERO)
    }

    pub(crate) fn start_at(port: u16, scripts: &'static [Script]) -> FakeServer {
        FakeServer::listening(port, scripts, Duration::ZERO)
    }

    /// Thinks before each answer to a whole mail.
    pub(crate) fn start_slow(scripts: &'static [Script], thinks: Duration) -> FakeServer {
        FakeServer::listening(0, scripts, thinks)
    }

    fn listening(port: u16, scripts: &'static [Script], thinks: Duration) -> FakeServer {
        let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = heard.clone();
        thread::spawn(move || {
            for (number, stream) in listener.incoming().enumerate() {
                let script = scripts[number.min(scripts.len() - 1)];
                let ears = ears.clone();
                thread::spawn(move || talk(stream.unwrap(), script, &ears, thinks));
            }
        });
        FakeServer { port, heard }
    }

    fn courier(&self) -> SmtpCourier {
        let address = format!("smtp://127.0.0.1:{}", self.port);
        SmtpCourier::new(Server::parse(&address, "forum.example").unwrap())
    }

    /// How many lines began so; `.` is the end of a mail, not any line that begins with a dot.
    pub(crate) fn heard(&self, begins: &str) -> usize {
        let heard = self.heard.lock().unwrap();
        let is_heard = |line: &&String| line.starts_with(begins) && (begins != "." || *line == ".");
        heard.iter().filter(is_heard).count()
    }
}

fn talk(mut stream: TcpStream, script: Script, ears: &Mutex<Vec<String>>, thinks: Duration) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let mut in_mail;
    let mut command = "CONNECT".to_owned();
    loop {
        let usual = match command.split(' ').next().unwrap_or_default() {
            "CONNECT" => "220 fake ready",
            "EHLO" => "250-fake\r\n250 8BITMIME",
            "DATA" => "354 go on",
            "." => "250-2.0.0 taken\r\n250 2.0.0 as 4711",
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
        let said = script
            .iter()
            .find(|(begins, _)| command.starts_with(begins))
            .map_or(Some(usual), |(_, answer)| *answer);
        let Some(said) = said else { return };
        if command == "." {
            thread::sleep(thinks);
        }
        in_mail = said.starts_with("354");
        if write!(stream, "{said}\r\n").is_err() {
            return;
        }
        loop {
            let Some(Ok(line)) = lines.next() else { return };
            ears.lock().unwrap().push(line.clone());
            if !in_mail || line == "." {
                command = line;
                break;
            }
        }
    }
}

fn send(courier: &mut SmtpCourier, raw: &[u8]) -> Outcome {
    courier.send(Parcel {
        id: "1@forum.example",
        from: &"hazir@example.org".parse().unwrap(),
        to: &"sehla@example.org".parse().unwrap(),
        raw,
    })
}

#[test]
fn no_mail_leaves_in_the_open_where_encryption_is_demanded() {
    let server = FakeServer::start(&[KIND]);
    let address = format!("smtp://127.0.0.1:{}?tls=required", server.port);
    let mut courier = SmtpCourier::new(Server::parse(&address, "forum.example").unwrap());
    let Outcome::Unreachable(reason) = send(&mut courier, b"Subject: x\r\n\r\nx") else {
        panic!("sent");
    };
    assert!(reason.contains("offers no encryption"), "{reason}");
    assert_eq!(server.heard("MAIL"), 0);
}

#[test]
fn keeps_the_servers_words_and_the_connection() {
    let server = FakeServer::start(&[KIND]);
    let mut courier = server.courier();
    for _ in 0..3 {
        let outcome = send(&mut courier, b"Subject: x\r\n\r\n.dot\r\n..two\r\nend");
        assert_eq!(
            outcome,
            Outcome::Accepted("250 2.0.0 taken 2.0.0 as 4711".to_owned())
        );
    }
    assert_eq!((server.heard("EHLO"), server.heard("MAIL")), (1, 3));
    assert_eq!(
        (
            server.heard("..dot"),
            server.heard("...two"),
            server.heard("end")
        ),
        (3, 3, 3)
    );
    assert!(
        server
            .heard
            .lock()
            .unwrap()
            .contains(&"EHLO forum.example".to_owned())
    );
}

#[test]
fn a_no_concerns_the_mail_and_the_connection_goes_on() {
    const SCRIPT: Script = &[("RCPT", Some("550-5.1.1 nobody\r\n550 5.1.1 of that name"))];
    let server = FakeServer::start(&[SCRIPT]);
    let mut courier = server.courier();
    for _ in 0..2 {
        let outcome = send(&mut courier, b"x");
        assert_eq!(
            outcome,
            Outcome::Refused("550 5.1.1 nobody of that name".to_owned())
        );
    }
    assert_eq!(
        (
            server.heard("EHLO"),
            server.heard("RSET"),
            server.heard("DATA")
        ),
        (1, 2, 0)
    );
}

#[test]
fn a_later_puts_the_mail_off() {
    for script in [
        &[("RCPT", Some("450 4.2.0 greylisted"))] as Script,
        &[("DATA", Some("450 4.2.0 greylisted"))],
        &[(".", Some("450 4.2.0 greylisted"))],
    ] {
        let server = FakeServer::start(Box::leak(Box::new([script])));
        let outcome = send(&mut server.courier(), b"x");
        assert_eq!(
            outcome,
            Outcome::Deferred("450 4.2.0 greylisted".to_owned())
        );
    }
}

#[test]
fn a_break_after_the_mail_began_concerns_the_mail() {
    for script in [
        &[("RCPT", None)] as Script,
        &[("DATA", None)],
        &[(".", None)],
        &[(".", Some("421 4.3.2 going down"))],
        &[(".", Some("what?"))],
    ] {
        let server = FakeServer::start(Box::leak(Box::new([script])));
        let mut courier = server.courier();
        for _ in 0..2 {
            assert!(
                matches!(send(&mut courier, b"x"), Outcome::Deferred(_)),
                "{script:?}"
            );
        }
        assert_eq!(server.heard("EHLO"), 2, "{script:?}");
    }
}

#[test]
fn a_server_that_wants_none_of_our_mail_is_out_of_reach() {
    for script in [
        &[("CONNECT", None)] as Script,
        &[("CONNECT", Some("554 5.3.2 closed today"))],
        &[("EHLO", Some("421 4.3.2 closed today"))],
        &[("MAIL", Some("530 5.7.0 sign in first"))],
        &[("MAIL", Some("451 4.3.2 closed today"))],
        &[("MAIL", None)],
    ] {
        let server = FakeServer::start(Box::leak(Box::new([script])));
        assert!(
            matches!(send(&mut server.courier(), b"x"), Outcome::Unreachable(_)),
            "{script:?}"
        );
    }
    let nobody = Server::parse("smtp://127.0.0.1:9", "forum.example").unwrap();
    assert!(
        nobody
            .check()
            .unwrap_err()
            .starts_with("The mail server 127.0.0.1:9 cannot be used: ")
    );
    assert!(matches!(
        send(&mut SmtpCourier::new(nobody), b"x"),
        Outcome::Unreachable(_)
    ));
}

#[test]
fn a_kept_connection_that_was_dropped_is_made_anew() {
    // The first connection takes one mail and hangs up at the second.
    const ONCE: Script = &[
        ("RSET", None),
        ("QUIT", None),
        (".", Some("250 2.0.0 taken\r\n421 idle")),
    ];
    let server = FakeServer::start(&[ONCE, KIND]);
    let mut courier = server.courier();
    assert!(matches!(send(&mut courier, b"x"), Outcome::Accepted(_)));
    assert!(matches!(send(&mut courier, b"x"), Outcome::Accepted(_)));
    assert_eq!(server.heard("EHLO"), 2);
}
