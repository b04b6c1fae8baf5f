//! `hazir demo`: what somebody meets who tries the product for the first time.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::support::Browser;
use crate::support::app::{self, App};

/// The running demo, and what it printed.
pub struct Demo {
    process: Child,
    said: Vec<String>,
}

impl Demo {
    pub fn start(installation: &App, delegates: &str) -> Demo {
        let mut command = Command::new(app::BINARY);
        app::without_settings(&mut command, installation.folder.path());
        let database = installation.database.address();
        let arguments = [
            "demo",
            "--listen",
            "127.0.0.1:0",
            "--database",
            &database,
            "--delegates",
            delegates,
        ];
        let mut process = command
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = Vec::new();
        for line in BufReader::new(process.stdout.take().unwrap()).lines() {
            said.push(line.unwrap());
            if said
                .last()
                .is_some_and(|line| line.starts_with("listening on "))
            {
                break;
            }
        }
        Demo { process, said }
    }

    /// The printed word that holds `part`.
    fn printed(&self, part: &str) -> &str {
        let words = self.said.iter().flat_map(|line| line.split_whitespace());
        let mut found = words.filter(|word| word.contains(part));
        found
            .next()
            .unwrap_or_else(|| panic!("no {part} in {:?}", self.said))
    }

    /// `http://127.0.0.1:PORT`
    pub fn address(&self) -> &str {
        let line = self.said.last().unwrap();
        line.strip_prefix("listening on ").expect("it serves")
    }

    fn browser(&self) -> Browser {
        Browser::new(self.address())
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn path(link: &str) -> String {
    url::Url::parse(link).unwrap().path().to_owned()
}

#[test]
fn the_demo_shows_both_forums_and_says_that_it_is_one() {
    let installation = App::prepare();
    let demo = Demo::start(&installation, "60");
    let browser = demo.browser();
    for forum in ["gsnp-2025", "ots-2025"] {
        let page = browser.get(&format!("/en/{forum}"));
        assert_eq!(page.status, 200);
        assert!(page.text().contains("demonstration"), "{forum}");
    }
    assert_eq!(browser.get(&path(demo.printed("/me/"))).status, 200);
    assert_eq!(browser.get(&path(demo.printed("/door/pair/"))).status, 200);
}

#[test]
fn a_second_start_serves_the_demo_it_finds() {
    let installation = App::prepare();
    let first = Demo::start(&installation, "60").printed("/me/").to_owned();
    let again = Demo::start(&installation, "60");
    assert_eq!(path(&first), path(again.printed("/me/")));
    assert_eq!(again.browser().get(&path(&first)).status, 200);
}

#[test]
fn the_demo_never_touches_a_database_that_holds_something_else() {
    let mut installation = App::start();
    installation.hazir_says(&["account", "add", "somebody@example.org"]);
    installation.kill();
    let output = installation.hazir(&["demo", "--listen", "127.0.0.1:0"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("something else"));
}
