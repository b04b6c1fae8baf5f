//! Who is found by name as heard, and how long that takes: in the server, among 10,000 and 100,000 invented people,
//! and with the phone's own modules, among 10,000. `cargo bench --bench names`; who is found and not how fast, which
//! an unoptimized program tells as well: `HAZIR_BENCH_RECALL=1`.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod load;
#[allow(dead_code)]
mod program;

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hazir::inside::db::{Address, Connection, Database};
use hazir::inside::models::doors::{found, roster};
use hazir::inside::models::forum;
use hazir::names;
use serde_json::{Value, json};

use program::Program;

const FORUM: &str = "gsnp-2025";

/// People on the door's list.
const LISTED: usize = 20;

/// The first file was looked at while the rules were made, the second never.
const FILES: [(&str, &str); 2] = [
    ("looked at", include_str!("names/heard.txt")),
    ("held out", include_str!("names/held-out.txt")),
];

/// Somebody who stands at the door, and what a volunteer types.
struct Heard {
    language: &'static str,
    name: &'static str,
    native_name: &'static str,
    typed: &'static str,
}

fn main() {
    let sizes: Vec<usize> = match std::env::var("HAZIR_BENCH_SIZES") {
        Ok(list) => list
            .split(',')
            .map(|size| size.trim().parse().expect("a number"))
            .collect(),
        Err(_) => vec![10_000, 100_000],
    };
    for size in sizes {
        measure("SQLite", size, None);
        if let Ok(server) = std::env::var("HAZIR_TEST_DATABASE") {
            measure("PostgreSQL", size, Some(&server));
        }
    }
}

fn measure(database: &str, size: usize, server: Option<&str>) {
    // Of the demo's people three in five come to the first of its forums.
    let program = Program::demo(size * 5 / 3, server);
    let files: Vec<(&str, Vec<Heard>)> = FILES
        .iter()
        .map(|(what, text)| (*what, text.lines().filter_map(Heard::read).collect()))
        .collect();
    bring_in(&program, files.iter().flat_map(|(_, all)| all));
    let address = Address::parse(program.database()).unwrap();
    let db = Database::open(&address).unwrap();
    println!("{database}, among {size} invented people");
    db.read_now(|c| {
        let forum_id = forum::by_slug(c, FORUM)?.unwrap().id;
        for (what, all) in &files {
            tell_recall(what, all, |heard| place(c, forum_id, heard));
        }
        if !recall_only() {
            let all = files.iter().flat_map(|(_, all)| all);
            tell_time("  in the server", searches(c, forum_id, all));
        }
        if size <= 10_000 && server.is_none() {
            on_the_phone(c, forum_id, &files);
        }
        Ok(())
    })
    .unwrap();
}

fn recall_only() -> bool {
    std::env::var_os("HAZIR_BENCH_RECALL").is_some()
}

impl Heard {
    fn read(line: &'static str) -> Option<Heard> {
        let mut parts = line.split('|').map(str::trim);
        let heard = Heard {
            language: parts.next().filter(|first| !first.starts_with('#'))?,
            name: parts.next()?,
            native_name: parts.next()?,
            typed: parts.next()?,
        };
        Some(heard)
    }

    /// What is in the field after each key stroke.
    fn strokes(&self) -> impl Iterator<Item = String> {
        let letters: Vec<char> = self.typed.chars().collect();
        (2..=letters.len()).map(move |end| letters[..end].iter().collect())
    }
}

/// Adds these people to the crowd, by the import.
fn bring_in<'a>(program: &Program, all: impl Iterator<Item = &'a Heard>) {
    let people: BTreeMap<(&str, &str), usize> = all
        .map(|heard| (heard.name, heard.native_name))
        .zip(0..)
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.csv");
    let mut list = csv::Writer::from_path(&file).unwrap();
    list.write_record(["name", "native_name", "email", "country"])
        .unwrap();
    for ((name, native_name), number) in people {
        let email = format!("heard-{number}@bench.example");
        list.write_record([name, native_name, &email, "AZ"])
            .unwrap();
    }
    list.flush().unwrap();
    program.hazir(&["import", FORUM, file.to_str().unwrap()]);
}

/// Where on the list the person stands.
fn place(c: &mut Connection, forum_id: i64, heard: &Heard) -> Option<usize> {
    let people = found::find(c, forum_id, None, heard.typed, LISTED).unwrap();
    people
        .iter()
        .position(|found| found.person.name == heard.name)
}

fn tell_recall(what: &str, all: &[Heard], mut place: impl FnMut(&Heard) -> Option<usize>) {
    let mut languages: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut first, mut among_three, mut listed) = (0, 0, 0);
    for heard in all {
        let place = place(heard);
        let of_language = languages.entry(heard.language).or_default();
        of_language.1 += 1;
        first += usize::from(place == Some(0));
        listed += usize::from(place.is_some());
        if place.is_some_and(|place| place < 3) {
            of_language.0 += 1;
            among_three += 1;
        }
    }
    let share = |count: usize| 100.0 * count as f64 / all.len() as f64;
    println!(
        "  {what}: {} names in {} languages; among the first three {:.1} %, first {:.1} %, on the list {:.1} %",
        all.len(),
        languages.len(),
        share(among_three),
        share(first),
        share(listed)
    );
    let languages: Vec<String> = languages
        .into_iter()
        .map(|(language, (found, of))| format!("{language} {found}/{of}"))
        .collect();
    println!("    {}", languages.join(", "));
}

/// Every key stroke of everything typed, as the door asks the server.
fn searches<'a>(
    c: &mut Connection,
    forum_id: i64,
    all: impl Iterator<Item = &'a Heard>,
) -> Vec<Duration> {
    let mut times = Vec::new();
    for typed in all.flat_map(Heard::strokes) {
        let began = Instant::now();
        found::find(c, forum_id, None, &typed, LISTED).unwrap();
        times.push(began.elapsed());
    }
    times
}

fn tell_time(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at =
        |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1_000.0;
    println!(
        "{what}: {} key strokes, p50 {:.2} ms, p99 {:.2} ms",
        times.len(),
        at(0.5),
        at(0.99)
    );
}

/// The phone's own modules, which node runs as a browser does.
fn on_the_phone(c: &mut Connection, forum_id: i64, files: &[(&str, Vec<Heard>)]) {
    let all = files.iter().flat_map(|(_, all)| all);
    let asked: Vec<Value> = all
        .map(|heard| json!({ "typed": heard.typed, "name": heard.name }))
        .collect();
    let people = json!({ "people": listed(c, forum_id), "asked": asked });
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/names/phone.mjs");
    let node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut node) = node else {
        return println!("  on the phone: there is no node here to run its modules");
    };
    let mut input = node.stdin.take().unwrap();
    input.write_all(people.to_string().as_bytes()).unwrap();
    drop(input);
    let said: Value = serde_json::from_slice(&node.wait_with_output().unwrap().stdout).unwrap();
    let mut places = said["places"].as_array().unwrap().iter();
    for (what, all) in files {
        let place = |_: &Heard| usize::try_from(places.next().unwrap().as_i64().unwrap()).ok();
        tell_recall(&format!("on the phone, {what}"), all, place);
    }
    let milliseconds = |share: &str| said[share].as_f64().unwrap();
    println!(
        "  on the phone: {} key strokes, p50 {:.2} ms, p99 {:.2} ms",
        said["strokes"],
        milliseconds("p50"),
        milliseconds("p99")
    );
}

/// The people on a device's list, as it gets them.
fn listed(c: &mut Connection, forum_id: i64) -> Vec<Value> {
    let mut people = Vec::new();
    let mut since = None;
    loop {
        let some = roster::roster(c, forum_id, since).unwrap();
        people.extend(
            some.people
                .into_iter()
                .filter(|entry| entry.is_expected())
                .map(|entry| {
                    let person = entry.person;
                    json!({
                        "folded": names::fold_both(&person.name, person.native_name.as_deref()),
                        "folded_organisation": person.organisation.as_deref().map(names::fold),
                        "registration": person.registration,
                        "name": person.name,
                        "native_name": person.native_name,
                        "organisation": person.organisation,
                    })
                }),
        );
        since = some.cursor;
        if !some.more {
            return people;
        }
    }
}
