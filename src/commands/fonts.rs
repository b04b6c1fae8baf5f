use std::fs;
use std::io::Read;
use std::path::Path;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::Failure;
use crate::config::Config;
use crate::press::{Fonts, SCRIPTS};
use crate::private;

/// The fonts of Chinese, Japanese and Korean, both weights, from their makers' own release.
const RELEASE: &str = "https://github.com/notofonts/noto-cjk/raw/Sans2.004/Sans/OTC";
const FILES: [FontFile; 2] = [
    FontFile {
        name: "NotoSansCJK-Regular.ttc",
        size: 19_484_784,
        sha256: "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a",
    },
    FontFile {
        name: "NotoSansCJK-Bold.ttc",
        size: 20_050_760,
        sha256: "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb",
    },
];

/// A file of that release as it is known to be: a name in an address promises nothing of what comes from there.
struct FontFile {
    name: &'static str,
    size: usize,
    sha256: &'static str,
}

/// Scripts that are too large to be in the program.
const BESIDE: [(&str, &str); 3] = [
    ("Chinese", "张伟王芳陳建國"),
    ("Japanese", "山田さくらタロウ"),
    ("Korean", "김민준"),
];

/// Says which scripts can be printed; fetches what is missing if told so.
pub(super) fn run(config: &Config, fetch: bool) -> Result<(), Failure> {
    let folder = config.fonts.clone();
    if fetch {
        let folder = folder.as_deref().ok_or_else(|| {
            Failure::Usage("Say with --fonts into which folder the fonts are to go.".to_owned())
        })?;
        fetch_into(folder)?;
    }
    let fonts = Fonts::new(folder);
    for script in &SCRIPTS {
        println!("{:<24} in the program", script.name);
    }
    for (name, sample) in BESIDE {
        let has = fonts.missing(sample).is_empty();
        println!(
            "{name:<24} {}",
            if has {
                "found"
            } else {
                "missing: names are printed in Latin letters"
            }
        );
    }
    println!("looked into:");
    for folder in fonts.folders() {
        println!("  {}", folder.display());
    }
    Ok(())
}

fn fetch_into(folder: &Path) -> Result<(), Failure> {
    let made = !folder.exists();
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    if made {
        // Fonts are no secret, and who fetches them may be another user than the one who serves.
        private::publish(folder).map_err(|error| unwritable(folder, &error))?;
    }
    for font in &FILES {
        let file = folder.join(font.name);
        if file.exists() {
            continue;
        }
        println!("fetching {}", font.name);
        let bytes = fetched(font)?;
        // In one step: a font that is half there would be worse than none.
        let part = folder.join(format!("{}.part", font.name));
        fs::write(&part, bytes)
            .and_then(|()| fs::rename(&part, &file))
            .and_then(|()| private::publish(&file))
            .map_err(|error| unwritable(folder, &error))?;
    }
    Ok(())
}

fn unwritable(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::Failed(format!("{} cannot be written: {error}.", folder.display()))
}

fn fetched(font: &FontFile) -> Result<Vec<u8>, Failure> {
    let address = format!("{RELEASE}/{}", font.name);
    let failed = |error: &dyn std::fmt::Display| {
        Failure::Failed(format!(
            "{address} could not be fetched: {error}. The files can also be put into the folder by hand."
        ))
    };
    let response = ureq::get(&address).call().map_err(|error| failed(&error))?;
    let mut bytes = Vec::with_capacity(font.size);
    response
        .into_body()
        .into_reader()
        .take(font.size as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| failed(&error))?;
    font.check(&bytes).map_err(Failure::Failed)?;
    Ok(bytes)
}

impl FontFile {
    /// Whether these bytes are the file, to the last one. The error is a sentence.
    fn check(&self, bytes: &[u8]) -> Result<(), String> {
        let sha256 = HEXLOWER.encode(&Sha256::digest(bytes));
        if bytes.len() == self.size && sha256 == self.sha256 {
            return Ok(());
        }
        Err(format!(
            "What came as {} is another file than the one this program knows (SHA-256 {sha256} in place of {}), so it was not kept.",
            self.name, self.sha256
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELLO: FontFile = FontFile {
        name: "hello.ttc",
        size: 5,
        sha256: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    };

    #[test]
    fn only_the_file_itself_is_kept() {
        assert_eq!(HELLO.check(b"hello"), Ok(()));
        for other in [&b"hallo"[..], b"hell", b"hello\n", b"", b"ttcf"] {
            let sentence = HELLO.check(other).unwrap_err();
            assert!(
                sentence.contains("hello.ttc") && sentence.ends_with("so it was not kept."),
                "{sentence}"
            );
        }
    }

    #[test]
    fn what_is_known_of_each_file_is_whole() {
        for font in &FILES {
            assert!(font.sha256.len() == 64 && font.size > 10_000_000);
        }
    }
}
