//! A real mailbox (pymap) that mail comes back to.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::smtp::MailServer;
use super::tools;

pub struct MailboxServer {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl MailboxServer {
    pub fn start(folder: &Path) -> MailboxServer {
        let folder = folder.join("imap");
        std::fs::create_dir_all(&folder).unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/imap_server.py");
        let mut process = Command::new(tools().join("python/bin/python"))
            .arg(script)
            .arg(&folder)
            .arg(MailServer::certificate())
            .arg(tools().join("key.pem"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("tests/run has installed pymap");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let server = MailboxServer {
            process,
            port: line.trim().parse().expect("the mailbox says its port"),
            folder,
        };
        for part in ["tmp", "new", "cur"] {
            std::fs::create_dir_all(server.folder.join("returned").join(part)).unwrap();
        }
        server
    }

    /// Read every second.
    pub fn address(&self) -> String {
        self.address_with("zur%C3%BCck%20%22und%22%20%5C%20weiter")
    }

    pub fn address_with(&self, password: &str) -> String {
        format!(
            "imaps://returned:{password}@localhost:{}/INBOX?every=1",
            self.port
        )
    }

    /// Puts a letter in, as a mail server does.
    pub fn deliver(&self, name: &str, letter: &str) {
        let folder = self.folder.join("returned");
        let draft = folder.join("tmp").join(name);
        std::fs::write(&draft, letter.replace('\n', "\r\n")).unwrap();
        std::fs::rename(draft, folder.join("new").join(name)).unwrap();
    }

    /// Whether somebody has read it.
    pub fn is_read(&self, name: &str) -> bool {
        let read = std::fs::read_dir(self.folder.join("returned/cur")).unwrap();
        read.map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|file| file.contains(name))
            .any(|file| file.rsplit(',').next().unwrap_or_default().contains('S'))
    }
}

impl Drop for MailboxServer {
    fn drop(&mut self) {
        // Its input ends, and with it the servers behind it.
        drop(self.process.stdin.take());
        self.process.wait().unwrap();
    }
}
