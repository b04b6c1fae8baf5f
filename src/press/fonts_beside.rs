//! Fonts beside the program: those of Chinese, Japanese and Korean are too large to be in it.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use skrifa::raw::{FileRef, FontRef, TableProvider};
use skrifa::string::StringId;
use skrifa::{MetadataProvider, Tag};

/// Where systems keep such fonts.
pub(super) const SYSTEM: [&str; 6] = [
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/local/share/fonts/hazir",
    "/usr/share/fonts/truetype/droid",
];

/// Larger files are no fonts.
const LARGEST: u64 = 120_000_000;

/// One family of such a file. Twenty megabytes are not kept for it: whoever sets text in it maps the file.
pub(super) struct Beside {
    pub family: String,
    pub file: PathBuf,
    signs: Vec<RangeInclusive<u32>>,
}

impl Beside {
    pub(super) fn has(&self, sign: char) -> bool {
        let sign = u32::from(sign);
        let place = self.signs.partition_point(|range| *range.end() < sign);
        self.signs
            .get(place)
            .is_some_and(|range| range.contains(&sign))
    }
}

/// All fonts in the folders; what cannot be read is passed over.
pub(super) fn read(folders: &[PathBuf]) -> Vec<Beside> {
    let mut fonts = Vec::new();
    for folder in folders {
        let Ok(entries) = std::fs::read_dir(folder) else {
            continue;
        };
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        for file in files.iter().filter(|file| is_wanted(folder, file)) {
            read_file(file, &mut fonts);
        }
    }
    fonts
}

/// In a folder of the system only what is large and fit for names; in the operator's own all of it.
fn is_wanted(folder: &Path, file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let is_font = [".ttf", ".otf", ".ttc", ".otc"]
        .iter()
        .any(|end| name.to_lowercase().ends_with(end));
    let ours = !SYSTEM.iter().any(|system| Path::new(system) == folder);
    let weight = ["-Regular", "-Bold", "-VF", "[wght]", "FallbackFull"]
        .iter()
        .any(|part| name.contains(part));
    let script = [
        "NotoSansCJK",
        "NotoSansSC",
        "NotoSansTC",
        "NotoSansHK",
        "NotoSansJP",
        "NotoSansKR",
        "DroidSansFallbackFull",
    ]
    .iter()
    .any(|start| name.starts_with(start));
    is_font && (ours || (weight && script))
}

fn read_file(path: &Path, into: &mut Vec<Beside>) {
    let small = std::fs::metadata(path).is_ok_and(|about| about.len() < LARGEST);
    let Some(bytes) = small.then(|| std::fs::read(path).ok()).flatten() else {
        return;
    };
    let Ok(file) = FileRef::new(&bytes) else {
        return;
    };
    for font in file.fonts().flatten() {
        let family = family_of(&font);
        let known = into
            .iter()
            .any(|other| other.family == family && other.file == path);
        if !known && may_be_embedded(&font) && !family.contains("Mono") {
            let signs = signs_of(&font);
            into.push(Beside {
                family,
                file: path.to_owned(),
                signs,
            });
        }
    }
}

/// Whether its maker lets files carry it: one that does not is no font for papers.
fn may_be_embedded(font: &FontRef<'_>) -> bool {
    const PERMISSION: u16 = 0xf;
    const RESTRICTED: u16 = 2;
    font.os2()
        .map_or(true, |about| about.fs_type() & PERMISSION != RESTRICTED)
}

fn family_of(font: &FontRef<'_>) -> String {
    let named = |id| font.localized_strings(id).english_or_first();
    named(StringId::TYPOGRAPHIC_FAMILY_NAME)
        .or_else(|| named(StringId::FAMILY_NAME))
        .map(|name| name.to_string())
        .unwrap_or_default()
}

/// The signs that a font draws, as ranges in order.
fn signs_of(font: &FontRef<'_>) -> Vec<RangeInclusive<u32>> {
    if font.table_data(Tag::new(b"cmap")).is_none() {
        return Vec::new();
    }
    let mut signs: Vec<u32> = font
        .charmap()
        .mappings()
        .filter(|(_, glyph)| glyph.to_u32() != 0)
        .map(|(sign, _)| sign)
        .collect();
    signs.sort_unstable();
    let mut ranges: Vec<RangeInclusive<u32>> = Vec::new();
    for sign in signs {
        match ranges.last_mut() {
            Some(last) if *last.end() + 1 >= sign => *last = *last.start()..=sign,
            _ => ranges.push(sign..=sign),
        }
    }
    ranges
}
