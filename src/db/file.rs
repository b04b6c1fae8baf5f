use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use super::Address;

/// The file that was opened, told from another one of the same name. PostgreSQL has none.
#[derive(Debug, Clone, Default)]
pub(super) struct Opened(Option<File>);

#[derive(Debug, Clone)]
struct File {
    path: PathBuf,
    device: u64,
    number: u64,
}

impl Opened {
    /// What the address names now.
    pub(super) fn of(address: &Address) -> Opened {
        let Address::Sqlite(path) = address else {
            return Opened(None);
        };
        let found = std::fs::metadata(path).ok().map(|found| File {
            // The program may go to another folder; the file does not.
            path: path.canonicalize().unwrap_or_else(|_| path.clone()),
            device: found.dev(),
            number: found.ino(),
        });
        Opened(found)
    }

    /// Whoever writes into a file that was deleted writes to nobody; the error is a sentence.
    pub(super) fn still_there(&self) -> Result<(), String> {
        let Some(file) = &self.0 else { return Ok(()) };
        match std::fs::metadata(&file.path) {
            Ok(found) if (found.dev(), found.ino()) == (file.device, file.number) => Ok(()),
            _ => Err(format!(
                "The database file {} was deleted or replaced while it was open. Nothing more is saved; put it back and start again.",
                file.path.display()
            )),
        }
    }
}
