//! A real name server (dnslib) with records of the test's own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::tools;

pub struct NameServer {
    process: Child,
    pub address: String,
}

impl NameServer {
    /// Each record as a zone file has it: `forum.example. 60 IN MX 10 mail.forum.example.`
    pub fn start(folder: &Path, records: &[String]) -> NameServer {
        let zone = folder.join("zone");
        std::fs::write(&zone, records.join("\n") + "\n").unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/dns_server.py");
        let mut process = Command::new(tools().join("python/bin/python"))
            .arg(script)
            .arg(zone)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("tests/run has installed dnslib");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        NameServer {
            process,
            address: format!("127.0.0.1:{}", line.trim()),
        }
    }
}

impl Drop for NameServer {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        self.process.wait().unwrap();
    }
}

/// A text as a zone file has it, in pieces that are short enough.
pub fn text(name: &str, text: &str) -> String {
    let pieces: Vec<String> = text
        .as_bytes()
        .chunks(200)
        .map(|piece| format!("\"{}\"", String::from_utf8_lossy(piece)))
        .collect();
    format!("{name}. 60 IN TXT {}", pieces.join(" "))
}
