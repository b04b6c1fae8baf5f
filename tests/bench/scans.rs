//! What a scan costs at the door: first entries, and people with twenty passages behind them; over 8 and over 64
//! connections; on each database. `HAZIR_BENCH_OLD` names another build of the program: the two are measured in turn,
//! five times, and the medians stand side by side. Named twice, a build against itself shows the error of the measure.
//! `cargo bench --bench scans -- PostgreSQL` measures that one alone.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod load;
#[allow(dead_code)]
mod program;

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::json;

use program::{BINARY, Program};

const FORUM: &str = "gsnp-2025";
const CHECKPOINT: &str = "hall-day-1";
const ROUNDS: usize = 5;
const CONNECTIONS: [usize; 2] = [8, 64];
/// Scans of one measurement.
const AT_ONCE: usize = 1_500;
/// People who came and went.
const REGULARS: usize = 300;
const PASSAGES: usize = 20;
const PATIENCE: Duration = Duration::from_secs(120);

fn main() {
    let old = std::env::var("HAZIR_BENCH_OLD").ok();
    let server = std::env::var("HAZIR_TEST_DATABASE").ok();
    let builds: Vec<&str> = old.as_deref().into_iter().chain([BINARY]).collect();
    println!(
        "scans a second, medians of {ROUNDS} rounds in turn; the load comes from the same machine"
    );
    let only = std::env::args().find(|word| ["SQLite", "PostgreSQL"].contains(&word.as_str()));
    let is_asked = |database| only.as_deref().is_none_or(|only| only == database);
    if is_asked("SQLite") {
        measure("SQLite", &builds, None);
    }
    match server {
        _ if !is_asked("PostgreSQL") => {}
        Some(server) => measure("PostgreSQL", &builds, Some(&server)),
        None => println!("HAZIR_TEST_DATABASE names no PostgreSQL server: not measured there"),
    }
}

fn measure(database: &str, builds: &[&str], server: Option<&str>) {
    let doors: Vec<Door> = builds
        .iter()
        .map(|binary| Door::open(binary, server))
        .collect();
    for connections in CONNECTIONS {
        for (what, work) in [
            (
                "first entries",
                Door::first_entries as fn(&Door, usize) -> f64,
            ),
            ("people with twenty passages", Door::regulars),
        ] {
            let mut rates = vec![Vec::new(); doors.len()];
            for _ in 0..ROUNDS {
                for (door, rates) in doors.iter().zip(&mut rates) {
                    rates.push(work(door, connections));
                }
            }
            let medians: Vec<String> = rates
                .into_iter()
                .map(|rates| format!("{:>8.0}", median(rates)))
                .collect();
            println!(
                "{:<60} {}",
                format!("{database}, {connections} connections: {what}"),
                medians.join(" ")
            );
        }
    }
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

/// One build, its demo, a scanner at its door, and the badges nobody has shown yet.
struct Door {
    _program: Program,
    address: SocketAddr,
    bearer: String,
    regulars: Vec<String>,
    fresh: std::cell::RefCell<Vec<String>>,
}

impl Door {
    fn open(binary: &str, server: Option<&str>) -> Door {
        let people = REGULARS + (ROUNDS * CONNECTIONS.len() + 1) * AT_ONCE;
        // Not everybody is confirmed and has a badge.
        let program = Program::demo_of(binary, people * 2, server);
        let token = program.bearer_token(FORUM, CHECKPOINT);
        let mut codes = program.badges(FORUM);
        let regulars = codes.split_off(codes.len() - REGULARS);
        let door = Door {
            address: program.address,
            bearer: format!("authorization: Bearer {token}\r\n"),
            _program: program,
            regulars,
            fresh: codes.into(),
        };
        door.come_and_go();
        door
    }

    /// Everybody who is a regular goes in and out until there are as many passages.
    fn come_and_go(&self) {
        for passage in 0..PASSAGES {
            let direction = if passage % 2 == 0 { "in" } else { "out" };
            self.scan(8, self.regulars.len(), |number| {
                (&self.regulars[number], direction)
            });
        }
    }

    fn first_entries(&self, connections: usize) -> f64 {
        let mut fresh = self.fresh.borrow_mut();
        let left = fresh.len().checked_sub(AT_ONCE).expect("enough people");
        let codes = fresh.split_off(left);
        self.scan(connections, codes.len(), |number| (&codes[number], "in"))
    }

    fn regulars(&self, connections: usize) -> f64 {
        let all = self.regulars.len();
        // In, and then "already in", which is a passage too.
        self.scan(connections, AT_ONCE, |number| {
            (&self.regulars[number % all], "in")
        })
    }

    /// Scans a second.
    fn scan<'a>(
        &self,
        connections: usize,
        count: usize,
        of: impl Fn(usize) -> (&'a String, &'a str),
    ) -> f64 {
        let requests: Vec<Vec<u8>> = (0..count)
            .map(|number| {
                let (code, direction) = of(number);
                self.request(code, direction)
            })
            .collect();
        let request = |number: usize| requests.get(number).cloned();
        let took = load::work_at(connections, self.address, PATIENCE, 200, request, |_, _| ());
        count as f64 / took.as_secs_f64()
    }

    fn request(&self, code: &str, direction: &str) -> Vec<u8> {
        let body =
            json!({ "scans": [{ "id": uuid::Uuid::now_v7(), "code": code, "checkpoint": CHECKPOINT,
            "direction": direction, "scanned_at": hazir::clock::rfc3339(hazir::clock::now()) }] })
            .to_string();
        format!(
            "POST /api/door/scans HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\n{}content-length: {}\r\n\r\n{body}",
            self.address, self.bearer, body.len()
        )
        .into_bytes()
    }
}
