use std::fs;
use std::io::Read;
use std::path::Path;

use super::Failure;
use crate::config::Config;
use crate::press::{Fonts, SCRIPTS};

/// The fonts of Chinese, Japanese and Korean, both weights, from their makers' own release.
const RELEASE: &str = "https://github.com/notofonts/noto-cjk/raw/Sans2.004/Sans/OTC";
const FILES: [&str; 2] = ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"];

/// Scripts that are too large to be in the program.
const BESIDE: [(&str, &str); 3] = [
    ("Chinese", "张伟王芳陳建國"),
    ("Japanese", "山田さくらタロウ"),
    ("Korean", "김민준"),
];

/// Says which scripts can be printed; fetches what is missing if told so.
pub fn run(config: &Config, fetch: bool) -> Result<(), Failure> {
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
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    for name in FILES {
        let file = folder.join(name);
        if file.exists() {
            continue;
        }
        println!("fetching {name}");
        let font = fetched(&format!("{RELEASE}/{name}"))?;
        // In one step: a font that is half there would be worse than none.
        let part = folder.join(format!("{name}.part"));
        fs::write(&part, font)
            .and_then(|()| fs::rename(&part, &file))
            .map_err(|error| unwritable(folder, &error))?;
    }
    Ok(())
}

fn unwritable(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::Failed(format!("{} cannot be written: {error}.", folder.display()))
}

fn fetched(address: &str) -> Result<Vec<u8>, Failure> {
    const LARGEST: u64 = 100_000_000;
    let failed = |error: &dyn std::fmt::Display| {
        Failure::Failed(format!(
            "{address} could not be fetched: {error}. The files can also be put into the folder by hand."
        ))
    };
    let response = ureq::get(address).call().map_err(|error| failed(&error))?;
    let mut font = Vec::new();
    response
        .into_body()
        .into_reader()
        .take(LARGEST)
        .read_to_end(&mut font)
        .map_err(|error| failed(&error))?;
    if !font.starts_with(b"ttcf") {
        return Err(failed(&"what came is no font"));
    }
    Ok(font)
}
