//! How much the program serves, beside a bare actix server in the same run: forum page, registration by the
//! form, scan; on each database; with 1,000 and with 100,000 registrations. `tests/bench/run` starts it.
#![allow(clippy::unwrap_used)]

mod load;
// The other bench asks more of it.
#[allow(dead_code)]
mod program;
mod replay;

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::{HttpServer, web};
use serde_json::json;

use load::Figures;
use program::Program;

const FORUM: &str = "gsnp-2025";
const CHECKPOINT: &str = "hall-day-1";
const A_WHILE: Duration = Duration::from_secs(5);

fn main() {
    if std::env::args().any(|argument| argument == "--hello") {
        return hello();
    }
    let sizes: Vec<usize> = match std::env::var("HAZIR_BENCH_SIZES") {
        Ok(list) => list
            .split(',')
            .map(|size| size.trim().parse().expect("a number"))
            .collect(),
        Err(_) => vec![1_000, 100_000],
    };
    println!(
        "{} connections, {} s each; the load comes from the same machine",
        load::CONNECTIONS,
        A_WHILE.as_secs()
    );
    println!(
        "{:<34} {:>12} {:>10} {:>10}",
        "", "requests/s", "p50 ms", "p99 ms"
    );
    bare();
    for size in &sizes {
        measure("SQLite", *size, None);
    }
    match std::env::var("HAZIR_TEST_DATABASE") {
        Ok(server) => sizes
            .iter()
            .for_each(|size| measure("PostgreSQL", *size, Some(&server))),
        Err(_) => println!("HAZIR_TEST_DATABASE names no PostgreSQL server: not measured there"),
    }
}

fn hello() {
    let server = || actix_web::App::new().route("/", web::get().to(async || "hello"));
    actix_web::rt::System::new().block_on(async {
        let server = HttpServer::new(server).bind(("127.0.0.1", 0)).unwrap();
        println!("listening on http://{}", server.addrs()[0]);
        server.run().await.unwrap();
    });
}

fn bare() {
    let server =
        Program::start(std::process::Command::new(std::env::current_exe().unwrap()).arg("--hello"));
    row(
        "bare actix, \"hello\"",
        &load::run(server.address, A_WHILE, 200, |_| {
            Some(get(server.address, "/"))
        }),
    );
}

fn measure(database: &str, size: usize, server: Option<&str>) {
    let program = Program::demo(size, server);
    let named = |what: &str| format!("{database}, {size}: {what}");
    let at_rest = program.resident();
    let page = get(program.address, &format!("/en/{FORUM}"));
    row(
        &named("forum page"),
        &load::run(program.address, A_WHILE, 200, |_| Some(page.clone())),
    );
    row(&named("registration"), &registrations(&program));
    let replay = replay::while_doors_come_back(&program);
    row(&named("scan, while 10 doors come back"), &replay.live);
    println!("{:<34} {}", "", replay.account);
    row(&named("scan"), &scans(&program));
    println!(
        "{:<34} {at_rest} MB at rest, {} MB at the most",
        named("resident"),
        program.resident_at_most()
    );
}

/// Each form is fetched first, as a person does; measured is sending it.
fn registrations(program: &Program) -> Figures {
    let path = format!("/en/{FORUM}/register");
    let blank = get(program.address, &path);
    let forms = program::Forms::read(program.address, &blank, 20_000);
    let post = |number: usize| {
        Some(post(
            program.address,
            &path,
            "application/x-www-form-urlencoded",
            "",
            forms.filled(number)?,
        ))
    };
    load::run(program.address, A_WHILE, 303, post)
}

fn scans(program: &Program) -> Figures {
    let door = Door::of(program);
    load::run(program.address, A_WHILE, 200, |number| {
        Some(door.sends(number, 1))
    })
}

struct Door {
    address: SocketAddr,
    bearer: String,
    codes: Vec<String>,
}

impl Door {
    fn of(program: &Program) -> Door {
        let token = program.bearer_token(FORUM, CHECKPOINT);
        Door {
            address: program.address,
            bearer: format!("authorization: Bearer {token}\r\n"),
            codes: program.badges(FORUM),
        }
    }

    /// A request with this many scans, of the badges from that number on.
    fn sends(&self, number: usize, count: usize) -> Vec<u8> {
        let scans: Vec<_> = (number..number + count)
            .map(|number| {
                json!({ "id": uuid::Uuid::now_v7(), "code": self.codes[number % self.codes.len()], "checkpoint": CHECKPOINT,
                    "direction": "in", "scanned_at": hazir::clock::rfc3339(hazir::clock::now()) })
            })
            .collect();
        let body = json!({ "scans": scans }).to_string();
        let kind = "application/json";
        post(self.address, "/api/door/scans", kind, &self.bearer, body)
    }
}

fn get(address: SocketAddr, path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\naccept-encoding: gzip, deflate, br\r\n\r\n").into_bytes()
}

fn post(address: SocketAddr, path: &str, kind: &str, more: &str, body: String) -> Vec<u8> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\nsec-fetch-site: same-origin\r\n"
    );
    format!(
        "{head}content-type: {kind}\r\n{more}content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn row(name: &str, figures: &Figures) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1_000.0;
    println!(
        "{name:<34} {:>12.0} {:>10.2} {:>10.2}",
        figures.rate,
        milliseconds(figures.p50),
        milliseconds(figures.p99)
    );
}
