//! The worker with a database and a server of its own.

use std::net::TcpListener;
use std::time::{Duration, Instant};
use std::{fs, thread};

use chrono::TimeDelta;
use tempfile::TempDir;

use crate::clock::{self, Moment};
use crate::db::Address;
use crate::mail::outbox::*;
use crate::mail::smtp::tests::{FakeServer, KIND, Script};
use crate::models::mail::message::{self, Outgoing};
use crate::values::SealingKey;
use crate::work::Hand;

struct Office {
    folder: TempDir,
    database: Database,
    letterhead: Letterhead,
}

type Row = (String, i32, Option<String>);

impl Office {
    fn new() -> Office {
        let folder = tempfile::tempdir().unwrap();
        Office::at(
            &format!("sqlite://{}/hazir.db", folder.path().display()),
            folder,
        )
    }

    fn at(address: &str, folder: TempDir) -> Office {
        Office {
            database: Database::open(&Address::parse(address).unwrap()).unwrap(),
            letterhead: Letterhead::new(
                None,
                &"https://forum.example".parse().unwrap(),
                SealingKey::random(),
            )
            .unwrap(),
            folder,
        }
    }

    fn queue(&self, count: usize, queued_at: Moment) {
        self.database
            .write_now(move |c| {
                (0..count).try_for_each(|number| message::queue(c, &outgoing(number), queued_at))
            })
            .unwrap();
    }

    fn start(&self, mail: &str) -> Outbox {
        let transport = Transport::parse(mail, "forum.example").unwrap();
        Outbox::start(self.database.clone(), &transport, &self.letterhead).unwrap()
    }

    fn rows(&self) -> Vec<Row> {
        use crate::db::schema::message::dsl;
        use diesel::prelude::*;
        self.database
            .read_now(|c| {
                dsl::message
                    .order(dsl::id)
                    .select((dsl::state, dsl::attempts, dsl::reply))
                    .load(c)
            })
            .unwrap()
    }

    fn wait_for(&self, wanted: impl Fn(&[Row]) -> bool) -> Vec<Row> {
        let began = Instant::now();
        loop {
            let rows = self.rows();
            if wanted(&rows) {
                return rows;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "{rows:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

fn outgoing(number: usize) -> Outgoing {
    let id = uuid::Uuid::now_v7();
    Outgoing {
        forum_id: None,
        registration_id: None,
        kind: message::Kind::Confirmed,
        recipient: format!("person{number}@example.org"),
        subject: "Hello".to_owned(),
        message_id: format!("{id}@forum.example"),
        raw: b"Subject: Hello\r\n\r\nHello".to_vec(),
    }
}

fn all(state: &'static str) -> impl Fn(&[Row]) -> bool {
    move |rows| rows.iter().all(|row| row.0 == state)
}

#[test]
fn everything_queued_before_and_after_the_start_leaves_once() {
    let office = Office::new();
    office.queue(30, clock::now());
    let outbox = office.start(&format!("file://{}/out", office.folder.path().display()));
    office.queue(30, clock::now());
    outbox.handle().ring();
    let rows = office.wait_for(all("accepted"));
    assert!(
        rows.iter()
            .all(|row| row.1 == 1 && row.2.as_ref().unwrap().starts_with("written to "))
    );
    assert_eq!(
        fs::read_dir(office.folder.path().join("out"))
            .unwrap()
            .count(),
        60
    );
    outbox.stop();
}

#[test]
fn a_ring_wakes_the_worker_at_once() {
    let office = Office::new();
    let server = FakeServer::start(&[KIND]);
    let outbox = office.start(&format!("smtp://127.0.0.1:{}", server.port));
    office.wait_for(|rows| rows.is_empty());
    thread::sleep(Duration::from_millis(100));
    let began = Instant::now();
    office.queue(1, clock::now());
    outbox.handle().ring();
    office.wait_for(all("accepted"));
    assert!(
        began.elapsed() < Duration::from_millis(700),
        "{:?}",
        began.elapsed()
    );
    outbox.stop();
}

#[test]
fn answers_are_kept_word_for_word() {
    const SCRIPT: Script = &[
        ("RCPT TO:<person0@", Some("550 5.1.1 no such person")),
        ("RCPT TO:<person1@", Some("451 4.7.1 come back later")),
    ];
    let office = Office::new();
    let server = FakeServer::start(&[SCRIPT]);
    office.queue(3, clock::now());
    let outbox = office.start(&format!("smtp://127.0.0.1:{}", server.port));
    let rows =
        office.wait_for(|rows| rows[1].1 == 2 && rows[1].0 == "queued" && rows[2].0 == "accepted");
    let words = |text: &str| Some(text.to_owned());
    assert_eq!(
        rows[0],
        ("refused".to_owned(), 1, words("550 5.1.1 no such person"))
    );
    assert_eq!(rows[1].2, words("451 4.7.1 come back later"));
    assert_eq!(rows[2].2, words("250 2.0.0 taken 2.0.0 as 4711"));
    assert_eq!(outbox.handle().trouble(), None);
    outbox.stop();
    assert_eq!(server.heard("RCPT TO:<person0@"), 1);
}

#[test]
fn after_two_days_it_is_given_up_with_the_last_words() {
    use diesel::prelude::*;
    const SCRIPT: Script = &[("RCPT", Some("451 4.7.1 come back later"))];
    let office = Office::new();
    let server = FakeServer::start(&[SCRIPT]);
    office.queue(1, clock::now());
    let tried = |c: &mut crate::db::Connection| {
        diesel::update(crate::db::schema::message::table)
            .set(crate::db::schema::message::attempts.eq(54))
            .execute(c)
    };
    office.database.write_now(tried).unwrap();
    let outbox = office.start(&format!("smtp://127.0.0.1:{}", server.port));
    let rows = office.wait_for(all("failed"));
    assert_eq!(rows[0].2.as_deref(), Some("451 4.7.1 come back later"));
    outbox.stop();
}

#[test]
fn a_server_that_is_away_pauses_the_queue_and_costs_no_message_an_attempt() {
    let office = Office::new();
    // A port that was free a moment ago, and will be the server's.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    office.queue(20, clock::now() - TimeDelta::days(3));
    let outbox = office.start(&format!("smtp://127.0.0.1:{port}"));
    let rows = office.wait_for(|rows| {
        rows.iter().all(|row| row.0 == "queued" && row.1 == 0) && rows[0].2.is_some()
    });
    assert!(rows[0].2.as_ref().unwrap().contains("refused"), "{rows:?}");
    assert!(outbox.handle().trouble().is_some());
    let server = FakeServer::start_at(port, &[KIND]);
    let rows = office.wait_for(all("accepted"));
    assert!(rows.iter().all(|row| row.1 == 1), "{rows:?}");
    assert_eq!(outbox.handle().trouble(), None);
    assert_eq!(server.heard("DATA"), 20);
    outbox.stop();
}

#[test]
fn what_a_killed_program_held_is_taken_up_when_it_is_found_to_have_ended() {
    let office = Office::new();
    office.queue(2, clock::now());
    let claim = |hand: &'static str| {
        let claim = move |c: &mut crate::db::Connection| message::claim(c, 1, hand, clock::now());
        office.database.write_now(claim).unwrap().len()
    };
    assert_eq!((claim("killed"), claim("alive")), (1, 1));
    let mut hand = Hand::default();
    let began = Instant::now();
    let mut after = |seconds| {
        let now = began + Duration::from_secs(seconds);
        hand.tend(&office.database, false, now).unwrap()
    };
    assert!(!after(0));
    let alive = |c: &mut crate::db::Connection| crate::models::mail::worker::count_on(c, "alive");
    office.database.write_now(alive).unwrap();
    assert!(!after(25));
    assert!(after(31));
    assert!(!after(40));
    let outbox = office.start(&format!("file://{}/out", office.folder.path().display()));
    let rows = office.wait_for(|rows| rows[0].0 == "accepted");
    assert_eq!((rows[0].1, rows[1].0.as_str()), (2, "sending"));
    outbox.stop();
}

#[test]
fn two_programs_on_one_database_send_nothing_twice() {
    let office = Office::new();
    let other = Office::at(
        &format!("sqlite://{}/hazir.db", office.folder.path().display()),
        tempfile::tempdir().unwrap(),
    );
    let server = FakeServer::start(&[KIND]);
    office.queue(200, clock::now());
    let mail = format!("smtp://127.0.0.1:{}", server.port);
    let outboxes = [office.start(&mail), other.start(&mail)];
    office.wait_for(all("accepted"));
    outboxes.into_iter().for_each(Outbox::stop);
    assert_eq!(server.heard("DATA"), 200);
}

#[test]
fn stopping_finishes_what_is_under_way_and_lets_go_of_the_rest() {
    let office = Office::new();
    let server = FakeServer::start_slow(&[KIND], Duration::from_millis(300));
    office.queue(40, clock::now());
    let outbox = office.start(&format!("smtp://127.0.0.1:{}", server.port));
    office.wait_for(|rows| rows.iter().any(|row| row.0 == "accepted"));
    outbox.stop();
    let rows = office.rows();
    let accepted = rows.iter().filter(|row| row.0 == "accepted").count();
    assert_eq!(accepted, server.heard("."), "{rows:?}");
    assert!(rows.iter().all(|row| row.0 != "sending"), "{rows:?}");
    assert!(accepted < 40);
}
