//! A program's own clock, set by the test: libfaketime tells it another time of day. What it measures by, and never
//! tells, goes on as it does.

use std::path::PathBuf;

use super::App;

/// Where the Debian package `faketime` puts it, which `tests/run` installs.
const FOLDER: &str = "/usr/lib";

pub struct Clock {
    says: PathBuf,
}

impl Clock {
    /// For the program's next start, and for its commands.
    pub fn of(app: &mut App) -> Clock {
        let clock = Clock {
            says: app.folder.path().join("clock"),
        };
        clock.set("+0");
        app.set("LD_PRELOAD", library().to_str().unwrap());
        app.set("FAKETIME_TIMESTAMP_FILE", clock.says.to_str().unwrap());
        app.set("FAKETIME_NO_CACHE", "1");
        app.set("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        clock
    }

    /// Puts it ahead or back from what is so: `+1d`, `-20`, `+0`. A program that runs sees it at once.
    pub fn set(&self, by: &str) {
        let draft = self.says.with_extension("draft");
        std::fs::write(&draft, by).unwrap();
        std::fs::rename(draft, &self.says).unwrap();
    }
}

fn library() -> PathBuf {
    let folders = std::fs::read_dir(FOLDER).unwrap();
    let found = folders
        .map(|folder| folder.unwrap().path().join("faketime/libfaketimeMT.so.1"))
        .find(|file| file.exists());
    found.expect("tests/run has installed faketime")
}
