//! What /healthz, a scan and a registration take while connections are held by who does not use them: 300 unfinished
//! bodies, 500 half heads, 1,000 idle lines and 100 readers at one byte a second, all at once, each opened again as
//! soon as it is ended. On each database.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod load;
#[allow(dead_code)]
mod program;

use std::io::{Read, Write};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use hazir::clock;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use program::{Forms, Program};

const FORUM: &str = "gsnp-2025";
const CHECKPOINT: &str = "hall-day-1";
/// How often each is measured, over so long that every deadline passes.
const ROUNDS: usize = 100;
const PAUSE: Duration = Duration::from_millis(300);

fn main() {
    let people = std::env::var("HAZIR_BENCH_PEOPLE").map_or(10_000, |text| {
        text.parse().expect("HAZIR_BENCH_PEOPLE is a number")
    });
    println!("{:<60} {:>10} {:>10}", "", "p50 ms", "most ms");
    measure("SQLite", people, None);
    match std::env::var("HAZIR_TEST_DATABASE") {
        Ok(server) => measure("PostgreSQL", people, Some(&server)),
        Err(_) => println!("HAZIR_TEST_DATABASE names no PostgreSQL server: not measured there"),
    }
}

fn measure(database: &str, people: usize, server: Option<&str>) {
    let program = Program::demo(people, server);
    let asks = Asks::of(&program);
    let title = |what: &str| println!("{database}, {people} people, {what}");
    title("alone");
    asks.measure(ROUNDS / 4);
    let before = program.resident();
    let holders = Holders::gather(&program, &asks.bearer);
    title("while connections are held");
    asks.measure(ROUNDS);
    println!(
        "{:<60} {} lines were opened; {} MB before, {} MB at the most",
        "",
        holders.opened(),
        before,
        program.resident_at_most()
    );
}

/// What is asked, and measured.
struct Asks {
    address: SocketAddr,
    bearer: String,
    codes: Vec<String>,
    forms: Forms,
    number: AtomicUsize,
}

impl Asks {
    fn of(program: &Program) -> Asks {
        let blank = format!(
            "GET /en/{FORUM}/register HTTP/1.1\r\nhost: {}\r\n\r\n",
            program.address
        );
        Asks {
            address: program.address,
            bearer: program.bearer_token(FORUM, CHECKPOINT),
            codes: program.badges(FORUM),
            forms: Forms::read(program.address, blank.as_bytes(), ROUNDS * 2),
            number: AtomicUsize::new(0),
        }
    }

    fn measure(&self, rounds: usize) {
        let mut healths = Vec::new();
        let mut scans = Vec::new();
        let mut registrations = Vec::new();
        for _ in 0..rounds {
            let number = self.number.fetch_add(1, Ordering::Relaxed);
            healths.push(self.ask("GET /healthz", "", "", 200));
            scans.push(self.scan(number));
            registrations.push(self.register(number));
            std::thread::sleep(PAUSE);
        }
        row("/healthz", healths);
        row("a scan", scans);
        row("a registration", registrations);
    }

    fn scan(&self, number: usize) -> Duration {
        let code = &self.codes[number % self.codes.len()];
        let body = json!({ "scans": [{ "id": uuid::Uuid::now_v7(), "code": code, "checkpoint": CHECKPOINT,
            "direction": "in", "scanned_at": clock::rfc3339(clock::now()) }] });
        let headers = format!(
            "authorization: Bearer {}\r\ncontent-type: application/json\r\n",
            self.bearer
        );
        self.ask("POST /api/door/scans", &headers, &body.to_string(), 200)
    }

    fn register(&self, number: usize) -> Duration {
        let headers = "content-type: application/x-www-form-urlencoded\r\n";
        let body = self.forms.filled(number).unwrap();
        self.ask(&format!("POST /en/{FORUM}/register"), headers, &body, 303)
    }

    /// Over a connection of its own, up to its end.
    fn ask(&self, what: &str, headers: &str, body: &str, status: u16) -> Duration {
        let began = Instant::now();
        let mut stream = std::net::TcpStream::connect(self.address).unwrap();
        let said = format!(
            "{what} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}content-length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(said.as_bytes()).unwrap();
        let mut heard = Vec::new();
        stream.read_to_end(&mut heard).unwrap();
        let head = String::from_utf8_lossy(&heard[..12.min(heard.len())]).into_owned();
        assert!(head.ends_with(&status.to_string()), "{what}: {head}");
        began.elapsed()
    }
}

fn row(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1_000.0;
    println!(
        "  {what:<58} {:>10.1} {:>10.1}",
        milliseconds(times[times.len() / 2]),
        milliseconds(times[times.len() - 1])
    );
}

/// How somebody holds a connection.
#[derive(Clone, Copy)]
enum Holding {
    HalfABody,
    HalfAHead,
    Nothing,
    ReadingSlowly,
}

const CROWD: [(Holding, usize); 4] = [
    (Holding::HalfABody, 300),
    (Holding::HalfAHead, 500),
    (Holding::Nothing, 1_000),
    (Holding::ReadingSlowly, 100),
];

/// All of them, on a thread of their own until it is dropped.
struct Holders {
    over: Arc<AtomicBool>,
    opened: Arc<AtomicUsize>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Holders {
    fn gather(program: &Program, bearer: &str) -> Holders {
        let (address, bearer) = (program.address, bearer.to_owned());
        let over = Arc::new(AtomicBool::new(false));
        let opened = Arc::new(AtomicUsize::new(0));
        let (ends, counted) = (over.clone(), opened.clone());
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                for (holding, count) in CROWD {
                    for _ in 0..count {
                        tokio::spawn(hold(holding, address, bearer.clone(), counted.clone()));
                    }
                }
                while !ends.load(Ordering::Relaxed) {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            });
        });
        let all: usize = CROWD.iter().map(|(_, count)| count).sum();
        while opened.load(Ordering::Relaxed) < all {
            std::thread::sleep(Duration::from_millis(50));
        }
        Holders {
            over,
            opened,
            thread: Some(thread),
        }
    }

    fn opened(&self) -> usize {
        self.opened.load(Ordering::Relaxed)
    }
}

impl Drop for Holders {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        self.thread.take().unwrap().join().unwrap();
    }
}

async fn hold(holding: Holding, address: SocketAddr, bearer: String, opened: Arc<AtomicUsize>) {
    let said = match holding {
        Holding::HalfABody => "POST /en/desk/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 9000\r\n\r\nabc".to_owned(),
        Holding::HalfAHead => "GET /healthz HTTP/1.1\r\nho".to_owned(),
        Holding::Nothing => String::new(),
        Holding::ReadingSlowly => format!("GET /api/door/roster HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {bearer}\r\n\r\n"),
    };
    let pause = match holding {
        Holding::ReadingSlowly => Duration::from_secs(1),
        _ => Duration::ZERO,
    };
    loop {
        let connected = TcpStream::connect(address).await;
        opened.fetch_add(1, Ordering::Relaxed);
        if let Ok(mut stream) = connected {
            let mut alive = stream.write_all(said.as_bytes()).await.is_ok();
            while alive {
                tokio::time::sleep(pause).await;
                alive = stream.read_u8().await.is_ok();
            }
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
