//! Apple Wallet: a signed archive. There is no push service, so that a pass on a phone stays as it was until its owner
//! adds it again; one added after the badge has ended is void.

mod content;
mod identity;
mod signature;

use std::io::{Cursor, Write};
use std::path::Path;

use data_encoding::HEXLOWER;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use serde_json::{Map, Value};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::ticket::Ticket;
use crate::clock::Moment;
use identity::Identity;

const PICTURES: [(&str, &[u8]); 5] = [
    ("icon.png", include_bytes!("../pictures/icon.png")),
    ("icon@2x.png", include_bytes!("../pictures/icon@2x.png")),
    ("icon@3x.png", include_bytes!("../pictures/icon@3x.png")),
    ("logo.png", include_bytes!("../pictures/logo.png")),
    ("logo@2x.png", include_bytes!("../pictures/logo@2x.png")),
];

/// What signs passes: a pass type's certificate and its key.
pub(crate) struct Apple(Identity);

impl Apple {
    /// Reads `certificate.pem`, `key.pem` and `wwdr.pem`; the error is a sentence.
    pub(crate) fn open(folder: &Path) -> Result<Apple, String> {
        Identity::read(folder).map(Apple)
    }

    /// The last moment at which phones take what is signed here.
    pub(crate) fn valid_until(&self) -> Moment {
        self.0.valid_until
    }

    /// The pass as a `.pkpass` file.
    pub(crate) fn pass(&self, ticket: &Ticket, now: Moment) -> Result<Vec<u8>, String> {
        let content = content::of(ticket, &self.0).to_string().into_bytes();
        let mut files: Vec<(&str, &[u8])> = vec![("pass.json", &content)];
        files.extend(PICTURES);
        let manifest = manifest(&files).into_bytes();
        let signature = signature::detached(&self.0, &manifest, now)?;
        files.push(("manifest.json", &manifest));
        files.push(("signature", &signature));
        archive(&files).map_err(|error| format!("a pass cannot be packed: {error}"))
    }
}

/// The checksum of each file. SHA-1 is what phones expect here; the manifest itself is signed with SHA-256.
fn manifest(files: &[(&str, &[u8])]) -> String {
    let checksum = |file: &[u8]| HEXLOWER.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, file).as_ref());
    let sums: Map<String, Value> = files
        .iter()
        .map(|(name, file)| ((*name).to_owned(), checksum(file).into()))
        .collect();
    Value::Object(sums).to_string()
}

fn archive(files: &[(&str, &[u8])]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, file) in files {
        writer.start_file(*name, options)?;
        writer.write_all(file)?;
    }
    Ok(writer.finish()?.into_inner())
}
