//! What the desk's own pages and files cost the doors: each is asked for by eight at once, again and again, while ten
//! scanners scan as people walk. Which there are is found by following the links of the desk. On each database.
#![allow(clippy::unwrap_used)]

mod door;
#[allow(dead_code)]
mod load;
#[allow(dead_code)]
mod program;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use hazir::clock;
use hazir::inside::db::schema::account;
use hazir::inside::models::desk::sign_in;
use hazir::inside::values::Secret;

use door::{Door, FORUM, Pace};
use load::Figures;
use program::Program;

const PACE: Pace = Pace {
    scanners: 10,
    pause: Duration::from_millis(100),
    time: Duration::from_secs(4),
};
const AT_ONCE: usize = 8;

fn main() {
    let people = std::env::var("HAZIR_BENCH_PEOPLE").map_or(60_000, |text| {
        text.parse().expect("HAZIR_BENCH_PEOPLE is a number")
    });
    println!("{PACE}; {AT_ONCE} at the desk at once");
    println!(
        "{:<56} {:>9} {:>9} {:>9} {:>9}",
        "", "p50 ms", "p99 ms", "page ms", "MB more"
    );
    measure("SQLite", people, None);
    match std::env::var("HAZIR_TEST_DATABASE") {
        Ok(server) => measure("PostgreSQL", people, Some(&server)),
        Err(_) => println!("HAZIR_TEST_DATABASE names no PostgreSQL server: not measured there"),
    }
}

fn measure(database: &str, people: usize, server: Option<&str>) {
    let program = Program::demo(people, server);
    let door = Door::of(&program, PACE);
    let desk = Desk::of(&program);
    println!("{database}, {people} people");
    door.scan();
    row("a scan alone", &door.scan(), None);
    let only = std::env::var("HAZIR_BENCH_PAGE").ok();
    for (kind, address) in desk.pages() {
        if only
            .as_ref()
            .is_none_or(|only| kind.contains(only.as_str()))
        {
            beside(&program, &door, &desk, &kind, &address);
        }
    }
    row("a scan alone, after all that", &door.scan(), None);
}

/// One page, asked for by many at once.
fn beside(program: &Program, door: &Door, desk: &Desk, kind: &str, address: &str) {
    let before = program.resident();
    let (over, most) = (AtomicBool::new(false), AtomicUsize::new(before));
    let asked = || {
        let mut times = Vec::new();
        while !over.load(Ordering::Relaxed) {
            let began = Instant::now();
            desk.get(address);
            times.push(began.elapsed());
        }
        times
    };
    let (figures, mut times) = std::thread::scope(|scope| {
        let askers: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(asked)).collect();
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                most.fetch_max(program.resident(), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let figures = door.scan();
        over.store(true, Ordering::Relaxed);
        let times: Vec<Duration> = askers
            .into_iter()
            .flat_map(|asker| asker.join().unwrap())
            .collect();
        (figures, times)
    });
    times.sort_unstable();
    let more = most.into_inner().saturating_sub(before);
    row(kind, &figures, Some((times[times.len() / 2], more)));
}

fn row(what: &str, figures: &Figures, page: Option<(Duration, usize)>) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1_000.0;
    let page = page.map_or(String::new(), |(took, more)| {
        format!("{:>9.0} {more:>9}", milliseconds(took))
    });
    println!(
        "  {what:<54} {:>9.2} {:>9.2} {page}",
        milliseconds(figures.p50),
        milliseconds(figures.p99)
    );
}

/// An organizer's browser.
struct Desk {
    address: SocketAddr,
    cookie: String,
}

/// What the desk answered.
struct Answer {
    status: u16,
    body: String,
}

impl Desk {
    fn of(program: &Program) -> Desk {
        let token = Secret::random();
        let cookie = token.as_str().to_owned();
        program
            .tables()
            .write_now(move |c| {
                let id: i64 = account::table
                    .order(account::id)
                    .select(account::id)
                    .first(c)?;
                sign_in::begin(c, id, &token, clock::now())
            })
            .unwrap();
        Desk {
            address: program.address,
            cookie,
        }
    }

    /// An address of each kind of page, by the kind.
    fn pages(&self) -> BTreeMap<String, String> {
        let begin = format!("/en/desk/{FORUM}");
        let mut kinds = BTreeMap::from([(kind_of(&begin), begin.clone())]);
        let mut left = VecDeque::from([begin]);
        while let Some(address) = left.pop_front() {
            for link in links(&self.get(&address).body) {
                if let std::collections::btree_map::Entry::Vacant(new) = kinds.entry(kind_of(&link))
                {
                    new.insert(link.clone());
                    left.push_back(link);
                }
            }
        }
        kinds.retain(|_, address| self.get(address).status == 200);
        kinds
    }

    fn get(&self, address: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let said = format!(
            "GET {address} HTTP/1.1\r\nhost: {}\r\ncookie: desk={}\r\nconnection: close\r\n\r\n",
            self.address, self.cookie
        );
        stream.write_all(said.as_bytes()).unwrap();
        let mut heard = Vec::new();
        stream.read_to_end(&mut heard).unwrap();
        let body = String::from_utf8_lossy(&heard).into_owned();
        let status = body.get(9..12).and_then(|word| word.parse().ok());
        Answer {
            status: status.unwrap_or(0),
            body,
        }
    }
}

/// Links within the desk of the forum.
fn links(page: &str) -> BTreeSet<String> {
    let inside = format!("/en/desk/{FORUM}");
    let quoted = page
        .split(['"', '\''])
        .filter(|text| text.starts_with(&inside));
    quoted
        .map(|link| link.replace("&#38;", "&").replace("&amp;", "&"))
        .collect()
}

/// Pages that differ by whom or which they are about are of one kind.
fn kind_of(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let words = path.trim_start_matches("/en/desk/").split('/').map(|word| {
        match word.chars().any(|letter| letter.is_ascii_digit()) && word != FORUM {
            true => "…",
            false => word,
        }
    });
    let names: BTreeSet<&str> = query
        .split('&')
        .filter_map(|pair| pair.split('=').next())
        .filter(|name| !name.is_empty())
        .collect();
    let path = words.collect::<Vec<&str>>().join("/");
    match names.len() {
        0 => path,
        _ => format!(
            "{path}?{}",
            names.into_iter().collect::<Vec<&str>>().join("&")
        ),
    }
}
