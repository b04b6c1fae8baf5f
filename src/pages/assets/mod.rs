//! Stylesheet, scripts, pictures and wasm, inside the program; `.br` in a file's name says that it lies there
//! compressed, because doing that as well as can be takes longer than a phone should wait. Their addresses carry a checksum of
//! their content, so that browsers keep them for ever and still see a new version at once.

mod bundle;

use std::collections::HashMap;
use std::io::Write;
use std::sync::{LazyLock, OnceLock};

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use bundle::Bundle;

/// Scripts that are served as one file with all they import.
const BUNDLED: [&str; 2] = ["door/door.js", "door/ended.js"];

/// Modules of bundled scripts that a page also runs by themselves, earlier.
const SHARED: [&str; 1] = ["door/store.js"];

#[derive(RustEmbed)]
#[folder = "assets"]
struct Files;

/// One file, compressed when it is first asked for.
pub(crate) struct Asset {
    pub kind: &'static str,
    pub plain: Vec<u8>,
    brotli: OnceLock<Vec<u8>>,
    gzip: OnceLock<Vec<u8>>,
}

static BY_NAME: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    let mut files = all_files();
    let text = |name: &str| String::from_utf8(files.get(name)?.plain.clone()).ok();
    let bundles = BUNDLED.map(|entry| {
        let Bundle { parts, text, .. } = Bundle::of(entry, &SHARED, &text);
        (entry, parts, text)
    });
    for (_, parts, _) in &bundles {
        // What lies outside the door's own folder, other pages run too.
        files.retain(|name, _| {
            let is_own = name.starts_with("door/") && !SHARED.contains(&name.as_str());
            !is_own || !parts.contains(name)
        });
    }
    for (entry, _, text) in bundles {
        files.insert(entry.to_owned(), Asset::new(entry, text.into_bytes()));
    }
    files
});

fn all_files() -> HashMap<String, Asset> {
    Files::iter()
        .filter_map(|name| {
            let data = Files::get(&name)?.data.into_owned();
            Some(match name.strip_suffix(".br") {
                Some(plain) => (plain.to_owned(), Asset::compressed(plain, data)),
                None => (name.to_string(), Asset::new(&name, data)),
            })
        })
        .collect()
}

/// One checksum of all files together, as a folder: so scripts can name each other by relative address.
static CHECKSUM: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<&String> = BY_NAME.keys().collect();
    names.sort();
    let mut digest = Sha256::new();
    for name in names {
        digest.update(name);
        digest.update(&BY_NAME[name].plain);
    }
    data_encoding::HEXLOWER.encode(&digest.finalize()[..6])
});

/// The checksum of all files together.
pub(crate) fn checksum() -> &'static str {
    &CHECKSUM
}

/// The address of a file by its name below `assets/`, such as `door/door.js`.
pub(crate) fn address(name: &str) -> String {
    debug_assert!(BY_NAME.contains_key(name), "no asset {name}");
    format!("/assets/{}/{name}", *CHECKSUM)
}

/// The addresses of all files below these folders.
pub(crate) fn addresses_below(folders: &[&str]) -> Vec<String> {
    let mut names: Vec<&String> = BY_NAME
        .keys()
        .filter(|name| folders.iter().any(|folder| name.starts_with(folder)))
        .collect();
    names.sort();
    names.into_iter().map(|name| address(name)).collect()
}

/// A file by its name below `assets/`.
pub(crate) fn by_name(name: &str) -> Option<&'static Asset> {
    BY_NAME.get(name)
}

/// The file behind an address, the part after `/assets/`; one of an older version of the program is gone.
pub(crate) fn by_address(address: &str) -> Option<&'static Asset> {
    let (checksum, name) = address.split_once('/')?;
    (checksum == *CHECKSUM).then(|| BY_NAME.get(name)).flatten()
}

/// The address of the stylesheet that sets a forum's own colour.
pub(crate) fn brand_address(colour: &str) -> String {
    format!("/assets/brand-{}.css", colour.trim_start_matches('#'))
}

impl Asset {
    fn new(name: &str, plain: Vec<u8>) -> Asset {
        Asset {
            kind: kind(name),
            plain,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    fn compressed(name: &str, brotli: Vec<u8>) -> Asset {
        let mut plain = Vec::new();
        // What the build put into the program is whole; were it not, the file would be empty.
        let _ = brotli::BrotliDecompress(&mut &brotli[..], &mut plain);
        let asset = Asset::new(name, plain);
        asset.brotli.get_or_init(|| brotli);
        asset
    }

    pub(crate) fn brotli(&self) -> &[u8] {
        self.brotli.get_or_init(|| brotli(&self.plain))
    }

    pub(crate) fn gzip(&self) -> &[u8] {
        self.gzip.get_or_init(|| gzip(&self.plain))
    }
}

/// Compressed well: for what is compressed once and sent often.
pub(crate) fn brotli(plain: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: if plain.len() > 200_000 { 9 } else { 11 },
        ..Default::default()
    };
    match brotli::BrotliCompress(&mut &plain[..], &mut compressed, &parameters) {
        Ok(_) => compressed,
        Err(_) => Vec::new(),
    }
}

pub(crate) fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing into memory does not fail.
    let _ = encoder.write_all(plain);
    encoder.finish().unwrap_or_default()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("md") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}
