//! The real program, started as its operator starts it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use super::database::Database;
use super::{Browser, mail::Outbox, within};

pub const BINARY: &str = env!("CARGO_BIN_EXE_hazir");

/// One installation: a folder, a database, settings, and, while it runs, the process.
pub struct App {
    pub folder: tempfile::TempDir,
    pub database: Database,
    settings: BTreeMap<String, String>,
    /// In KB.
    file_limit: Option<u64>,
    open_files: Option<u64>,
    umask: Option<&'static str>,
    running: Option<Running>,
}

struct Running {
    process: Child,
    address: String,
}

impl App {
    /// Starts the program on an empty database.
    pub fn start() -> App {
        let mut app = App::prepare();
        app.run();
        app
    }

    /// Everything but the running program.
    pub fn prepare() -> App {
        App::prepare_on(Database::create)
    }

    /// The same, on another database than an empty one of today.
    pub fn prepare_on(database: impl FnOnce(&Path) -> Database) -> App {
        let folder = tempfile::tempdir().unwrap();
        let database = database(folder.path());
        let mut app = App {
            folder,
            database,
            settings: BTreeMap::new(),
            file_limit: None,
            open_files: None,
            umask: None,
            running: None,
        };
        app.set("HAZIR_DATABASE", &app.database.address());
        app.set(
            "HAZIR_MAIL",
            &format!("file://{}", app.outbox_folder().display()),
        );
        app.set("HAZIR_MAIL_FROM", "Hazir <forum@hazir.example>");
        app
    }

    /// Another program on the same installation's database, with the same settings but for what it is told. Not started.
    pub fn beside(&self) -> App {
        App {
            folder: tempfile::tempdir().unwrap(),
            database: self.database.shared(),
            settings: self.settings.clone(),
            file_limit: None,
            open_files: None,
            umask: None,
            running: None,
        }
    }

    /// A setting for the next start and for commands.
    pub fn set(&mut self, variable: &str, value: &str) {
        self.settings.insert(variable.into(), value.into());
    }

    /// No file that the next start writes grows beyond so many KB, as on a disk that is full.
    pub fn limit_files_to(&mut self, kilobytes: Option<u64>) {
        self.file_limit = kilobytes;
    }

    /// The next start, and commands, may have so many files open.
    pub fn limit_open_files_to(&mut self, count: u64) {
        self.open_files = Some(count);
    }

    /// What the next start, and commands, leave out of the rights of new files if they say nothing themselves.
    pub fn set_umask(&mut self, umask: &'static str) {
        self.umask = Some(umask);
    }

    pub fn run(&mut self) {
        assert!(self.try_run(), "did not start: {}", self.log());
    }

    /// Whether it started.
    pub fn try_run(&mut self) -> bool {
        assert!(self.running.is_none(), "already running");
        let mut process = self
            .command(&["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        match address(&mut process) {
            Some(address) => self.running = Some(Running { process, address }),
            None => drop(process.wait()),
        }
        self.running.is_some()
    }

    /// SIGKILL: what a power cut looks like to the program.
    pub fn kill(&mut self) {
        if let Some(mut running) = self.running.take() {
            running.process.kill().unwrap();
            running.process.wait().unwrap();
        }
    }

    /// SIGTERM; the exit code.
    pub fn stop(&mut self) -> Option<i32> {
        let mut running = self.running.take().expect("it runs");
        let id = running.process.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().unwrap();
        let ended = within(Duration::from_secs(30), "the program to stop", || {
            running.process.try_wait().unwrap()
        });
        ended.code()
    }

    /// `http://127.0.0.1:PORT`
    pub fn address(&self) -> &str {
        &self.running.as_ref().expect("it runs").address
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.running.as_ref().expect("it runs").process.id()
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.address())
    }

    pub fn outbox(&self) -> Outbox {
        Outbox::new(self.outbox_folder())
    }

    pub fn outbox_folder(&self) -> PathBuf {
        self.folder.path().join("outbox")
    }

    /// A command of the program on this installation's database.
    pub fn hazir(&self, arguments: &[&str]) -> Output {
        self.command(arguments)
            .stderr(Stdio::piped())
            .output()
            .unwrap()
    }

    /// The same, which has to succeed; its standard output.
    pub fn hazir_says(&self, arguments: &[&str]) -> String {
        let output = self.hazir(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "hazir {arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The files of the installation in which these bytes stand; not its log of standard error.
    pub fn files_with(&self, bytes: &str) -> Vec<PathBuf> {
        let holds = |file: &PathBuf| {
            let content = std::fs::read(file).unwrap_or_default();
            content
                .windows(bytes.len())
                .any(|window| window == bytes.as_bytes())
        };
        self.files().into_iter().filter(holds).collect()
    }

    /// What the program and its database have written, folders too.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            let entries = std::fs::read_dir(&folder).into_iter().flatten();
            for entry in entries.map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    folders.push(entry.clone());
                }
                found.push(entry);
            }
        }
        found.retain(|file| *file != self.log_file());
        found
    }

    /// What it has written to standard error so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    fn log_file(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.log_file())
            .unwrap();
        let mut command = match (self.file_limit, self.open_files, self.umask) {
            (None, None, None) => Command::new(BINARY),
            (Some(kilobytes), ..) => limited(&format!("trap '' XFSZ; ulimit -f {kilobytes}")),
            (None, Some(count), _) => limited(&format!("ulimit -n {count}")),
            (None, None, Some(umask)) => limited(&format!("umask {umask}")),
        };
        without_settings(&mut command, self.folder.path());
        command
            .args(arguments)
            .envs(&self.settings)
            .stdin(Stdio::null())
            .stderr(log);
        command
    }
}

/// Where the signal that comes with a limit is ignored, writing fails and the program lives.
fn limited(limit: &str) -> Command {
    let mut command = Command::new("bash");
    let script = format!("{limit}; exec \"$0\" \"$@\"");
    command.args(["-c", &script, BINARY]);
    command
}

impl Drop for App {
    fn drop(&mut self) {
        self.kill();
        if std::thread::panicking() {
            let log = self.log();
            let skip = log.lines().count().saturating_sub(40);
            let tail: Vec<&str> = log.lines().skip(skip).collect();
            eprintln!("--- what the program logged last ---\n{}", tail.join("\n"));
        }
    }
}

/// The caller's own settings must not reach the program under test, nor its files the checkout.
pub fn without_settings(command: &mut Command, folder: &Path) {
    for (variable, _) in std::env::vars().filter(|(name, _)| name.starts_with("HAZIR_")) {
        command.env_remove(variable);
    }
    command
        .current_dir(folder)
        .env("XDG_STATE_HOME", env!("CARGO_TARGET_TMPDIR"));
}

/// Reads up to the line that says where it listens, then keeps the pipe empty.
pub fn address(process: &mut Child) -> Option<String> {
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let found = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("listening on ").map(str::to_owned));
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    found
}
