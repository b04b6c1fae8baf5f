//! The fonts: those in the program, unpacked when a script first asks for them, and those of folders beside it.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use parley::fontique::Blob;
use rust_embed::RustEmbed;

use super::fonts_beside::{self, Beside};
use super::scripts::{SCRIPTS, Script};

/// Brotli, as `tests/tools/vendor-noto.py` made them; the web never serves them.
#[derive(RustEmbed)]
#[folder = "src/press/fonts"]
struct Files;

/// Regular and bold of one script; empty when the family has no such weight.
static UNPACKED: [[OnceLock<Option<Blob<u8>>>; 2]; SCRIPTS.len()] =
    [const { [const { OnceLock::new() }; 2] }; SCRIPTS.len()];

/// All fonts there are. Cheap to clone; its folders are read when a sign first asks for them.
#[derive(Clone)]
pub struct Fonts {
    folders: Vec<PathBuf>,
    beside: Arc<OnceLock<Vec<Beside>>>,
}

impl Fonts {
    /// The program's own, then those in a folder of the operator's, then those that the system has for scripts
    /// which are too large to be in the program.
    pub fn new(folder: Option<PathBuf>) -> Fonts {
        let system = fonts_beside::SYSTEM.iter().map(PathBuf::from);
        Fonts {
            folders: folder.into_iter().chain(system).collect(),
            beside: Arc::default(),
        }
    }

    /// The folders that are looked into, the operator's first.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The letters of a text that no font has.
    pub fn missing(&self, text: &str) -> Vec<char> {
        super::Typesetter::new(self).missing(text)
    }

    pub(super) fn beside(&self) -> &[Beside] {
        self.beside
            .get_or_init(|| fonts_beside::read(&self.folders))
    }
}

/// The weights of a script's family that are in the program.
pub(super) fn of_script(script: &Script) -> impl Iterator<Item = Blob<u8>> {
    let place = SCRIPTS
        .iter()
        .position(|known| known.file == script.file)
        .unwrap_or(0);
    ["Regular", "Bold"]
        .into_iter()
        .zip(&UNPACKED[place])
        .filter_map(|(weight, unpacked)| {
            let blob = unpacked.get_or_init(|| unpack(&format!("{}-{weight}.ttf.br", script.file)));
            blob.clone()
        })
}

fn unpack(name: &str) -> Option<Blob<u8>> {
    let packed = Files::get(name)?;
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut packed.data.as_ref(), &mut plain).ok()?;
    Some(Blob::new(Arc::new(plain)))
}
