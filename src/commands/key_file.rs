//! The file with the key that seals what the database keeps of links and mails.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use crate::config::Config;
use crate::db::{self, Database};
use crate::models::desk::sealing;
use crate::models::setting;
use crate::private;
use crate::values::SealingKey;

/// The key of this database: made where nothing is sealed yet, refused where it is another's. The error is a sentence.
pub(super) fn open(config: &Config, db: &Database) -> Result<SealingKey, String> {
    let path = &config.key_file;
    let unread = |error: db::Error| format!("The database cannot be read: {error}.");
    let known = db
        .read_now(|c| setting::get(c, sealing::KEY_MARK))
        .map_err(unread)?;
    let (key, made) = match (read(path)?, known) {
        (Some(key), _) => (key, false),
        (None, Some(_)) => return Err(missing(path)),
        (None, None) => make(path)?,
    };
    let kept = key.clone();
    let mark = db
        .write_now(move |c| sealing::mark_of(c, &kept))
        .map_err(unread)?;
    if mark == key.mark() {
        private::close(path);
        return Ok(key);
    }
    if made {
        // Another program was first, with a key of its own; this one opens nothing.
        let _ = fs::remove_file(path);
    }
    Err(another(path))
}

fn missing(path: &Path) -> String {
    format!(
        "The key file {} is not there, and links and mails in the database are sealed with it. Put it back, or name it with --key-file; every program on one database needs the same. Where it is lost, `hazir key lost` goes on with new links.",
        path.display()
    )
}

fn another(path: &Path) -> String {
    format!(
        "The key in {} is not the one with which links and mails in the database are sealed. Name the right one with --key-file; every program on one database needs the same. Where it is lost, `hazir key lost` goes on with new links.",
        path.display()
    )
}

/// What is wrong with the key of a database, in sentences. Makes none.
pub(super) fn faults(config: &Config) -> Result<Vec<String>, String> {
    let path = &config.key_file;
    // That the database cannot be read is said of the database.
    let known = db::remembered(&config.database, sealing::KEY_MARK).unwrap_or_default();
    let key = read(path)?;
    let wrong = match (&key, known) {
        (Some(key), Some(mark)) if key.mark() != mark => Some(another(path)),
        (None, Some(_)) => Some(missing(path)),
        _ => None,
    };
    Ok(wrong.into_iter().chain(private::fault(path)).collect())
}

/// `None` where there is no file. The error is a sentence.
pub(super) fn read(path: &Path) -> Result<Option<SealingKey>, String> {
    match fs::read_to_string(path) {
        Ok(text) => match SealingKey::parse(&text) {
            Some(key) => Ok(Some(key)),
            None => Err(format!(
                "The key file {} holds no key of ours; put the right one in its place.",
                path.display()
            )),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!(
            "The key file {} cannot be read: {error}.",
            path.display()
        )),
    }
}

/// A new key in its file, or the one of a program that was there at the same moment; `true` where it is ours.
pub(super) fn make(path: &Path) -> Result<(SealingKey, bool), String> {
    let key = SealingKey::random();
    match write(path, &key) {
        Ok(()) => {
            tracing::warn!(file = %path.display(), "made a new key; keep a copy apart from the database's backups");
            Ok((key, true))
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match read(path)? {
            Some(key) => Ok((key, false)),
            None => Err(missing(path)),
        },
        Err(error) => Err(format!(
            "The key file {} cannot be written: {error}. Name a place for it with --key-file.",
            path.display()
        )),
    }
}

/// In one step, and on the disk before anything is sealed with it: half a key opens nothing.
fn write(path: &Path, key: &SealingKey) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| *folder != Path::new(""))
        .unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut part = tempfile::NamedTempFile::new_in(folder)?;
    part.write_all(key.text().as_bytes())?;
    part.as_file().sync_all()?;
    part.persist_noclobber(path).map_err(|error| error.error)?;
    File::open(folder)?.sync_all()
}
