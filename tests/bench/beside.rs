//! How long a scan takes while something else is going on: a mailing to many, and a thousand open lines with a hundred
//! clients that hardly speak or listen. Twenty scanners at three scans a second each, as people walk. On each database.
#![allow(clippy::unwrap_used)]

mod door;
#[allow(dead_code)]
mod load;
#[allow(dead_code)]
mod program;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use chrono::TimeDelta;
use diesel::prelude::*;
use futures_util::future::join_all;
use hazir::clock;
use hazir::inside::db::schema::{account, checkpoint, mailing_recipient};
use hazir::inside::mailings::mailing::{self, About, Begun, Draft, Text};
use hazir::inside::models::devices::device::{self, Pairing};
use hazir::inside::models::people::registrations::Filter;
use hazir::inside::values::{Language, Secret};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use door::{CHECKPOINT, Door, FORUM, Pace};
use load::Figures;
use program::Program;

const PACE: Pace = Pace {
    scanners: 20,
    pause: Duration::from_millis(333),
    time: Duration::from_secs(10),
};
const LINES: usize = 1_000;
/// Lines of one device.
const LINES_EACH: usize = 4;
const SLOW: usize = 100;

fn main() {
    let people = std::env::var("HAZIR_BENCH_PEOPLE").map_or(50_000, |text| {
        text.parse().expect("HAZIR_BENCH_PEOPLE is a number")
    });
    println!("{PACE}; the load comes from the same machine");
    println!("{:<60} {:>10} {:>10}", "", "p50 ms", "p99 ms");
    measure("SQLite", people, None);
    match std::env::var("HAZIR_TEST_DATABASE") {
        Ok(server) => measure("PostgreSQL", people, Some(&server)),
        Err(_) => println!("HAZIR_TEST_DATABASE names no PostgreSQL server: not measured there"),
    }
}

fn measure(database: &str, people: usize, server: Option<&str>) {
    let program = Program::demo(people, server);
    let door = Door::of(&program, PACE);
    let row = |what: &str, figures: Figures| {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1_000.0;
        println!(
            "{:<60} {:>10.2} {:>10.2}",
            format!("{database}, {people} people: {what}"),
            milliseconds(figures.p50),
            milliseconds(figures.p99)
        );
    };
    door.scan();
    row("a scan", door.scan());
    let crowd = Crowd::gather(&program, &door);
    row(
        &format!("beside {LINES} open lines and {SLOW} slow clients"),
        door.scan(),
    );
    println!("{:<60} {} pieces of news heard", "", crowd.heard());
    drop(crowd);
    begin_mailing(&program);
    row("beside a mailing to all of them", door.scan());
    println!("{:<60} {} mails still to come", "", still_to_come(&program));
}

/// Lines that listen and clients that hardly do, on a thread of their own until it is dropped.
struct Crowd {
    over: std::sync::Arc<AtomicBool>,
    heard: std::sync::Arc<AtomicUsize>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Crowd {
    fn gather(program: &Program, door: &Door) -> Crowd {
        let bearers = pair(program, LINES / LINES_EACH);
        let (address, own) = (program.address, door.bearer.clone());
        let over = std::sync::Arc::new(AtomicBool::new(false));
        let heard = std::sync::Arc::new(AtomicUsize::new(0));
        let (ends, ears) = (over.clone(), heard.clone());
        let (gathered, is_gathered) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let lines = (0..LINES).map(|line| open_line(address, &bearers[line / LINES_EACH]));
                for line in join_all(lines).await {
                    tokio::spawn(listen(line, ears.clone()));
                }
                let clients = (0..SLOW).map(|number| begin(address, &own, number % 2 == 0));
                for (slow, speaks) in join_all(clients).await {
                    tokio::spawn(dawdle(slow, speaks));
                }
                gathered.send(()).unwrap();
                while !ends.load(Ordering::Relaxed) {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            });
        });
        is_gathered.recv().unwrap();
        Crowd {
            over,
            heard,
            thread: Some(thread),
        }
    }

    fn heard(&self) -> usize {
        self.heard.load(Ordering::Relaxed)
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        self.thread.take().unwrap().join().unwrap();
    }
}

async fn open_line(address: SocketAddr, bearer: &str) -> TcpStream {
    let mut line = TcpStream::connect(address).await.unwrap();
    let ask = format!(
        "GET /api/door/events HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {bearer}\r\n\r\n"
    );
    line.write_all(ask.as_bytes()).await.unwrap();
    let mut head = [0; 12];
    line.read_exact(&mut head).await.unwrap();
    assert_eq!(&head[9..], b"200");
    line
}

async fn listen(mut line: TcpStream, heard: std::sync::Arc<AtomicUsize>) {
    let mut some = vec![0; 4_096];
    while line.read(&mut some).await.is_ok_and(|read| read > 0) {
        heard.fetch_add(1, Ordering::Relaxed);
    }
}

/// A client that has said its head, or has heard the first of its answer.
async fn begin(address: SocketAddr, bearer: &str, speaks: bool) -> (TcpStream, bool) {
    let mut slow = TcpStream::connect(address).await.unwrap();
    let authorized = format!("host: {address}\r\nauthorization: Bearer {bearer}\r\n");
    let head = match speaks {
        true => format!(
            "POST /api/door/scans HTTP/1.1\r\n{authorized}content-type: application/json\r\ncontent-length: 9000\r\n\r\n"
        ),
        false => format!("GET /api/door/roster HTTP/1.1\r\n{authorized}\r\n"),
    };
    slow.write_all(head.as_bytes()).await.unwrap();
    if !speaks {
        slow.read_u8().await.unwrap();
    }
    (slow, speaks)
}

/// Says, or hears, a byte in a tenth of a second, until the program has had enough of it.
async fn dawdle(mut slow: TcpStream, speaks: bool) {
    let mut alive = true;
    while alive {
        tokio::time::sleep(Duration::from_millis(100)).await;
        alive = match speaks {
            true => slow.write_all(b" ").await.is_ok(),
            false => slow.read_u8().await.is_ok(),
        };
    }
}

/// Scanners of the checkpoint, by their tokens.
fn pair(program: &Program, count: usize) -> Vec<String> {
    let db = program.tables();
    let bearers: Vec<Secret> = (0..count).map(|_| Secret::random()).collect();
    let tokens = bearers.iter().map(|one| one.as_str().to_owned()).collect();
    db.write_now(move |c| {
        let (id, forum_id): (i64, i64) = checkpoint::table
            .filter(checkpoint::slug.eq(CHECKPOINT))
            .select((checkpoint::id, checkpoint::forum_id))
            .first(c)?;
        let now = clock::now();
        for bearer in &bearers {
            let pairing = Pairing {
                name: "Watching",
                checkpoints: &[id],
                pairing: &Secret::random(),
                pairing_until: now,
                bearer: Some(bearer),
                valid_until: now + TimeDelta::days(1),
                printer_id: None,
                made_by: None,
            };
            device::create(c, forum_id, &pairing, now)?;
        }
        Ok(())
    })
    .unwrap();
    tokens
}

fn begin_mailing(program: &Program) {
    let draft = Draft {
        about: About::Registration,
        shows_page: true,
        whom: String::new(),
        texts: vec![Text {
            language: Language::En,
            subject: "The hall opens at eight".into(),
            body: "Please bring your badge and an identity document.".into(),
        }],
    };
    let begun = program.tables().write_now(move |c| {
        let now = clock::now();
        let forum = hazir::inside::models::forum::by_slug(c, FORUM)?.expect("the demo's forum");
        let account_id: i64 = account::table.select(account::id).first(c)?;
        let id = mailing::create(c, forum.id, account_id, "bench", &draft, now)?;
        let everybody = Filter::default();
        match mailing::send(c, forum.id, id, &everybody, 0, now)? {
            Begun::Changed(people) => mailing::send(c, forum.id, id, &everybody, people, now),
            begun => Ok(begun),
        }
    });
    assert_eq!(begun.unwrap(), Begun::Done);
}

fn still_to_come(program: &Program) -> i64 {
    let waiting = |c: &mut hazir::inside::db::Connection| {
        mailing_recipient::table
            .filter(mailing_recipient::state.eq("waiting"))
            .count()
            .get_result(c)
    };
    program.tables().read_now(waiting).unwrap()
}
