//! Mail into a folder, one `.eml` a message: for trying things out, and for mail programs that pick it up.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::parcel::{Outcome, Parcel};

#[derive(Debug, Clone)]
pub(crate) struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(super) fn new(path: &str) -> Result<Folder, String> {
        match path {
            "" => {
                Err("The mail address file:// lacks its folder, such as file://outbox.".to_owned())
            }
            path => Ok(Folder { path: path.into() }),
        }
    }

    pub(super) fn check(&self) -> Result<(), String> {
        let probe = self.path.join(".probe");
        fs::create_dir_all(&self.path)
            .and_then(|()| fs::write(&probe, b""))
            .and_then(|()| fs::remove_file(&probe))
            .map_err(|error| {
                format!(
                    "The mail folder {} cannot be written to: {error}.",
                    self.path.display()
                )
            })
    }

    /// The file's name is the message's id: written a second time, after we were killed before we could note the
    /// first, it is still one mail.
    pub(super) fn put(&self, parcel: Parcel) -> Outcome {
        let name: String = parcel
            .id
            .split('@')
            .next()
            .unwrap_or_default()
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        let file = self.path.join(format!("{name}.eml"));
        match self.write(&file, &name, parcel.raw) {
            Ok(()) => Outcome::Accepted(format!("written to {name}.eml")),
            Err(error) => Outcome::Unreachable(format!("{}: {error}", self.path.display())),
        }
    }

    fn write(&self, target: &Path, name: &str, raw: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.path)?;
        let beginning = self.path.join(format!(".{name}.part"));
        let mut file = File::create(&beginning)?;
        file.write_all(raw)?;
        file.sync_all()?;
        fs::rename(&beginning, target)?;
        File::open(&self.path)?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Folder, raw: &[u8]) -> Outcome {
        let address = lettre::Address::new("a", "example.org").unwrap();
        folder.put(Parcel {
            id: "0197-0001@../../forum.example",
            from: &address,
            to: &address,
            raw,
        })
    }

    #[test]
    fn one_file_a_message_however_often_it_is_written() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path().join("new/outbox").to_str().unwrap()).unwrap();
        for _ in 0..2 {
            assert_eq!(
                put(&folder, b"mail"),
                Outcome::Accepted("written to 0197-0001.eml".to_owned())
            );
        }
        let files: Vec<_> = fs::read_dir(&folder.path)
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        assert_eq!(files, [folder.path.join("0197-0001.eml")]);
        assert_eq!(fs::read(&files[0]).unwrap(), b"mail");
        assert_eq!(folder.check(), Ok(()));
    }

    #[test]
    fn a_folder_that_cannot_be_is_unreachable() {
        let place = tempfile::NamedTempFile::new().unwrap();
        let folder = Folder::new(place.path().join("outbox").to_str().unwrap()).unwrap();
        assert!(matches!(put(&folder, b"mail"), Outcome::Unreachable(_)));
        assert!(folder.check().is_err());
        assert!(Folder::new("").is_err());
    }
}
