//! A real mail server (aiosmtpd) that accepts, refuses, delays or hangs up, as the test tells it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use super::tools;

pub struct MailServer {
    process: Option<Child>,
    folder: PathBuf,
    pub port: u16,
    tls: bool,
}

impl MailServer {
    /// Starts it on a free port; it keeps what it does in `folder`.
    pub fn start(folder: &Path) -> MailServer {
        MailServer::launch(folder, false)
    }

    /// The same with TLS, user and password.
    pub fn start_closed(folder: &Path) -> MailServer {
        MailServer::launch(folder, true)
    }

    fn launch(folder: &Path, tls: bool) -> MailServer {
        let folder = folder.join("smtp");
        std::fs::create_dir_all(&folder).unwrap();
        let mut server = MailServer {
            process: None,
            folder,
            port: 0,
            tls,
        };
        server.behave("accept");
        server.come_back();
        server
    }

    pub fn address(&self) -> String {
        match self.tls {
            false => format!("smtp://127.0.0.1:{}", self.port),
            // hazir@forum.example with the password "açıl, susam: @/?"
            true => {
                let password = "a%C3%A7%C4%B1l%2C%20susam%3A%20%40%2F%3F";
                format!(
                    "smtps://hazir%40forum.example:{password}@localhost:{}",
                    self.port
                )
            }
        }
    }

    /// Where the certificate lies that it shows.
    pub fn certificate() -> PathBuf {
        tools().join("certificate.pem")
    }

    /// `accept`, `defer`, `refuse`, `hang-up` (after the data, before its answer), `slow` (answers after half a second),
    /// `hold` (answers once it is told to behave otherwise; till then the message is `held`), `speak` (accepts, also
    /// for the domains that begin with `silent-`, for which it does not answer till then).
    pub fn behave(&self, how: &str) {
        let draft = self.folder.join("behaviour.draft");
        std::fs::write(&draft, how).unwrap();
        std::fs::rename(draft, self.folder.join("behaviour")).unwrap();
    }

    /// Gone from the network.
    pub fn go_away(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().unwrap();
            process.wait().unwrap();
        }
    }

    /// Back on the same port.
    pub fn come_back(&mut self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/smtp_server.py");
        let python = tools().join("python/bin/python");
        let mut command = Command::new(python);
        // It warns of what we ask of it: a closed server that is spoken to over TLS from the first byte.
        command
            .args(["-W", "ignore"])
            .arg(script)
            .arg(&self.folder)
            .arg(self.port.to_string())
            .stdout(Stdio::piped());
        if self.tls {
            command
                .arg(MailServer::certificate())
                .arg(tools().join("key.pem"));
        }
        let mut process = command.spawn().expect("tests/run has installed aiosmtpd");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        self.port = line.trim().parse().expect("the mail server says its port");
        self.process = Some(process);
    }

    /// Everything it did, in order: `{"what": "accepted" | "deferred" | "refused" | "hung-up", "id": Message-ID, "to": [...], "connection": 1}`.
    pub fn events(&self) -> Vec<Value> {
        let log = std::fs::read_to_string(self.folder.join("events")).unwrap_or_default();
        log.lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect()
    }

    /// How much it did, without reading what.
    pub fn count(&self) -> usize {
        let log = std::fs::read(self.folder.join("events")).unwrap_or_default();
        log.iter().filter(|byte| **byte == b'\n').count()
    }

    /// Where the letters lie that it took, as they came.
    pub fn letters(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.folder.join("accepted")).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    /// Letters that it took once more. A letter that was taken is noted before the next one goes out on the same
    /// connection; so of a program that was killed it may be the last of a connection, whose answer nobody heard, and
    /// no other.
    pub fn copies(&self) -> usize {
        let mut accepted = self.events();
        accepted.retain(|event| event["what"] == "accepted");
        let mut last_of = BTreeMap::new();
        let mut last_copy = BTreeMap::new();
        for (place, event) in accepted.iter().enumerate() {
            last_of.insert(event["line"].as_str(), place);
            last_copy.insert(event["id"].as_str(), place);
        }
        for (place, event) in accepted.iter().enumerate() {
            let comes_again = last_copy[&event["id"].as_str()] != place;
            let goes_on = last_of[&event["line"].as_str()] != place;
            assert!(
                !comes_again || !goes_on,
                "taken, heard of and sent again: {event}"
            );
        }
        accepted.len() - last_copy.len()
    }

    /// The Message-IDs it did this with.
    pub fn ids(&self, what: &str) -> Vec<String> {
        let events = self.events();
        events
            .iter()
            .filter(|event| event["what"] == what)
            .map(|event| event["id"].as_str().unwrap().to_owned())
            .collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.go_away();
    }
}
