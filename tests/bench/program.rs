//! The program under load: its demo on a database of its own, and what a load has to know of it.

use std::cell::RefCell;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::load;

/// The program as it is built with this bench.
pub const BINARY: &str = env!("CARGO_BIN_EXE_hazir");

pub struct Program {
    pub address: SocketAddr,
    process: Child,
    binary: String,
    database: String,
    folder: Option<tempfile::TempDir>,
}

impl Program {
    pub fn start(command: &mut Command) -> Program {
        let folder = tempfile::tempdir().unwrap();
        Program::start_in(folder, command, BINARY, String::new())
    }

    /// `hazir serve` on what `hazir demo` made with so many delegates, on a new database of that PostgreSQL
    /// server or in a file. Started anew, so that the making does not count as memory of the serving.
    pub fn demo(delegates: usize, server: Option<&str>) -> Program {
        Program::demo_of(BINARY, delegates, server)
    }

    /// The same of another build of the program.
    pub fn demo_of(binary: &str, delegates: usize, server: Option<&str>) -> Program {
        let folder = tempfile::tempdir().unwrap();
        let database = match server {
            Some(server) => fresh_database(server, delegates),
            None => format!("sqlite://{}/bench.db", folder.path().display()),
        };
        let hazir = |arguments: &[&str]| {
            let mut command = Command::new(binary);
            command.args(arguments);
            command.args(["--listen", "127.0.0.1:0", "--database", &database]);
            command
        };
        let mut demo = hazir(&["demo", "--delegates", &delegates.to_string()]);
        let made = Program::start_in(folder, &mut demo, binary, database.clone());
        let folder = made.stop();
        Program::start_in(folder, &mut hazir(&["serve"]), binary, database)
    }

    fn start_in(
        folder: tempfile::TempDir,
        command: &mut Command,
        binary: &str,
        database: String,
    ) -> Program {
        let mut process = clean(command, &folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let found = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("listening on http://").map(str::to_owned));
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        let address = found.expect("it starts").parse().unwrap();
        Program {
            address,
            process,
            binary: binary.to_owned(),
            database,
            folder: Some(folder),
        }
    }

    fn stop(mut self) -> tempfile::TempDir {
        self.end();
        self.folder.take().expect("taken once")
    }

    fn end(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    /// Resident memory now, in MB.
    pub fn resident(&self) -> usize {
        self.status("VmRSS:")
    }

    pub fn resident_at_most(&self) -> usize {
        self.status("VmHWM:")
    }

    fn status(&self, line: &str) -> usize {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let kilobytes = status
            .lines()
            .find_map(|text| text.strip_prefix(line))
            .unwrap()
            .trim()
            .trim_end_matches(" kB");
        kilobytes.parse::<usize>().unwrap() / 1_024
    }

    /// Its address, as commands are told it.
    pub fn database(&self) -> &str {
        &self.database
    }

    /// A scanner's token for a checkpoint.
    pub fn bearer_token(&self, forum: &str, checkpoint: &str) -> String {
        let said = self.hazir(&["device", "add", forum, "--checkpoint", checkpoint]);
        said.lines().find_map(bearer).expect("a token").to_owned()
    }

    /// The codes of all badges of the forum, from its export.
    pub fn badges(&self, forum: &str) -> Vec<String> {
        let list = self.hazir(&["export", forum, "--format", "csv"]);
        let mut rows = csv::Reader::from_reader(list.trim_start_matches('\u{feff}').as_bytes());
        let column = rows
            .headers()
            .unwrap()
            .iter()
            .position(|name| name == "badge")
            .unwrap();
        rows.records()
            .map(|row| row.unwrap()[column].to_owned())
            .filter(|code| !code.is_empty())
            .collect()
    }

    /// What the tables hold, asked past the program.
    pub fn tables(&self) -> hazir::inside::db::Database {
        let address = hazir::inside::db::Address::parse(&self.database).unwrap();
        hazir::inside::db::Database::open(&address).unwrap()
    }

    /// What a command on the same database says.
    pub fn hazir(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(&self.binary);
        let output = clean(
            &mut command,
            self.folder.as_ref().expect("there until it ends"),
        )
        .args(arguments)
        .args(["--database", &self.database])
        .output()
        .unwrap();
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end();
    }
}

/// Without the caller's own settings, and away from the checkout.
fn clean<'a>(command: &'a mut Command, folder: &tempfile::TempDir) -> &'a mut Command {
    for (variable, _) in std::env::vars().filter(|(name, _)| name.starts_with("HAZIR_")) {
        command.env_remove(variable);
    }
    command
        .current_dir(folder.path())
        .env("XDG_STATE_HOME", folder.path())
        .stderr(Stdio::null())
}

fn fresh_database(server: &str, delegates: usize) -> String {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let name = format!("hazir_bench_{}_{number}_{delegates}", std::process::id());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(server, tokio_postgres::NoTls)
            .await
            .unwrap();
        let create = async move {
            client
                .batch_execute(&format!("CREATE DATABASE {name}"))
                .await
                .map(|()| name)
        };
        let (name, _) = futures_util::future::join(create, connection).await;
        let mut address: url::Url = server.parse().unwrap();
        address.set_path(&name.unwrap());
        address.to_string()
    })
}

/// Forms as a browser got them, each with its own hidden fields.
pub struct Forms {
    typed: Vec<(String, String)>,
    hidden: Vec<Vec<(String, String)>>,
}

impl Forms {
    pub fn read(address: SocketAddr, request: &[u8], count: usize) -> Forms {
        let plain = String::from_utf8_lossy(request)
            .replace("accept-encoding: gzip, deflate, br\r\n", "")
            .into_bytes();
        let pages = RefCell::new(Vec::new());
        let wanted = |number: usize| (number < count).then(|| plain.clone());
        load::work(address, Duration::from_secs(60), 200, wanted, |_, body| {
            pages.borrow_mut().push(hidden(body))
        });
        let typed = RefCell::new(Vec::new());
        load::work(
            address,
            Duration::from_secs(60),
            200,
            |number| (number == 0).then(|| plain.clone()),
            |_, body| {
                *typed.borrow_mut() = typed_fields(&String::from_utf8_lossy(body));
            },
        );
        // A form sent the moment it was fetched looks like a program's.
        std::thread::sleep(Duration::from_secs(4));
        Forms {
            typed: typed.into_inner(),
            hidden: pages.into_inner(),
        }
    }

    /// The body of form `number`, by somebody who has not registered yet.
    pub fn filled(&self, number: usize) -> Option<String> {
        let hidden = self.hidden.get(number)?;
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(hidden);
        for (name, value) in &self.typed {
            body.append_pair(name, &value.replace("NUMBER", &number.to_string()));
        }
        Some(body.finish())
    }
}

/// Name and value of each hidden field.
fn hidden(page: &[u8]) -> Vec<(String, String)> {
    let page = String::from_utf8_lossy(page);
    let inputs = page
        .split("<input")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap());
    let hidden = inputs.filter(|input| input.contains("type=\"hidden\""));
    hidden
        .map(|input| (attribute(input, "name"), attribute(input, "value")))
        .collect()
}

fn attribute(tag: &str, name: &str) -> String {
    let value = tag
        .split(&format!(" {name}=\""))
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    value.unwrap_or_default().to_owned()
}

/// What a person types: found by what each field is for.
fn typed_fields(page: &str) -> Vec<(String, String)> {
    let html = scraper::Html::parse_document(page);
    let all = scraper::Selector::parse("main form input, main form select").unwrap();
    let mut typed = Vec::new();
    for field in html.select(&all) {
        let value = match (
            field.attr("autocomplete").unwrap_or_default(),
            field.attr("type").unwrap_or_default(),
        ) {
            ("name", _) => "Şəhla Ağayeva-Qədirli",
            ("email", _) => "person-NUMBER@bench.example",
            ("country", _) => "AZ",
            ("organization", _) => "Xəzər İctimai Birliyi",
            (_, "checkbox") if field.attr("required").is_some() => {
                field.attr("value").unwrap_or("on")
            }
            _ => continue,
        };
        typed.push((field.attr("name").unwrap().to_owned(), value.to_owned()));
    }
    typed
}

/// The token in a line such as `Bearer token: abc` or `Authorization: Bearer abc`.
fn bearer(line: &str) -> Option<&str> {
    line.to_lowercase()
        .contains("bearer")
        .then(|| line.split_whitespace().next_back())
        .flatten()
}
