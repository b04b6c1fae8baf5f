//! Reads the texts of every language (`texts/<language>/<area>.ftl`, Fluent syntax), holds each language
//! against English, and writes one method per message. A text that is missing, unknown or wrong fails the
//! build with a sentence that names the file and the key.

#[path = "build/check.rs"]
mod check;
#[path = "build/generate.rs"]
mod generate;
#[path = "build/message.rs"]
mod message;
#[path = "build/read.rs"]
mod read;
#[path = "build/samples.rs"]
mod samples;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

/// The languages, English first: folder names, and variants of `Language`.
const LANGUAGES: [&str; 6] = ["en", "az", "ru", "tr", "ar", "fr"];
const TEXTS: &str = "src/i18n/texts";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={TEXTS}");
    println!("cargo::rerun-if-changed=src/i18n/build.rs");
    println!("cargo::rerun-if-changed=src/i18n/build");

    let mut problems = Vec::new();
    let catalogues: Vec<_> = LANGUAGES
        .iter()
        .map(|language| read::catalogue(&Path::new(TEXTS).join(language), &mut problems))
        .collect();
    let messages = check::against_english(&LANGUAGES, &catalogues, &mut problems);
    if problems.is_empty() {
        let code = generate::methods(&LANGUAGES, &messages) + &samples::samples(&messages);
        problems.extend(write(&(checksum(&code) + &code)).err());
    }
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    match problems.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

/// Another number where any text of any language differs.
fn checksum(code: &str) -> String {
    let mut hasher = DefaultHasher::new();
    code.hash(&mut hasher);
    format!("pub(crate) const CHECKSUM: u64 = {};\n", hasher.finish())
}

fn write(code: &str) -> Result<(), String> {
    let folder = env::var("OUT_DIR").map_err(|_| "cargo named no OUT_DIR".to_string())?;
    let path = Path::new(&folder).join("texts.rs");
    fs::write(&path, code).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}
