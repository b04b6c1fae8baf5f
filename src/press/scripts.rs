//! Which family of letters draws which script.

use std::ops::RangeInclusive;

/// A script that the program's own fonts draw.
pub(crate) struct Script {
    /// As it is called in English, for the operator.
    pub name: &'static str,
    /// Name of the family's files.
    pub(super) file: &'static str,
    /// Name of the family inside the files.
    pub(super) family: &'static str,
    /// Blocks of Unicode that the family is asked for.
    blocks: &'static [RangeInclusive<u32>],
}

impl Script {
    const fn new(
        name: &'static str,
        file: &'static str,
        family: &'static str,
        blocks: &'static [RangeInclusive<u32>],
    ) -> Script {
        Script {
            name,
            file,
            family,
            blocks,
        }
    }

    /// The script whose family is asked for a sign; the first, when no other is.
    pub(super) fn of(sign: char) -> &'static Script {
        let sign = u32::from(sign);
        let asked = |script: &&Script| script.blocks.iter().any(|block| block.contains(&sign));
        SCRIPTS.iter().find(asked).unwrap_or(&SCRIPTS[0])
    }
}

/// What is in the program. The first family also draws digits, punctuation and whatever belongs to no script.
pub(crate) static SCRIPTS: [Script; 27] = [
    Script::new("Latin, Cyrillic, Greek", "NotoSans", "Noto Sans", &[]),
    Script::new(
        "Arabic",
        "NotoSansArabic",
        "Noto Sans Arabic",
        &[
            0x600..=0x6ff,
            0x750..=0x77f,
            0x870..=0x8ff,
            0xfb50..=0xfdff,
            0xfe70..=0xfefe,
        ],
    ),
    Script::new(
        "Hebrew",
        "NotoSansHebrew",
        "Noto Sans Hebrew",
        &[0x590..=0x5ff, 0xfb1d..=0xfb4f],
    ),
    Script::new(
        "Devanagari",
        "NotoSansDevanagari",
        "Noto Sans Devanagari",
        &[0x900..=0x97f, 0x1cd0..=0x1cff, 0xa8e0..=0xa8ff],
    ),
    Script::new(
        "Bengali",
        "NotoSansBengali",
        "Noto Sans Bengali",
        &[0x980..=0x9ff],
    ),
    Script::new(
        "Gurmukhi",
        "NotoSansGurmukhi",
        "Noto Sans Gurmukhi",
        &[0xa00..=0xa7f],
    ),
    Script::new(
        "Gujarati",
        "NotoSansGujarati",
        "Noto Sans Gujarati",
        &[0xa80..=0xaff],
    ),
    Script::new("Odia", "NotoSansOriya", "Noto Sans Oriya", &[0xb00..=0xb7f]),
    Script::new(
        "Tamil",
        "NotoSansTamil",
        "Noto Sans Tamil",
        &[0xb80..=0xbff],
    ),
    Script::new(
        "Telugu",
        "NotoSansTelugu",
        "Noto Sans Telugu",
        &[0xc00..=0xc7f],
    ),
    Script::new(
        "Kannada",
        "NotoSansKannada",
        "Noto Sans Kannada",
        &[0xc80..=0xcff],
    ),
    Script::new(
        "Malayalam",
        "NotoSansMalayalam",
        "Noto Sans Malayalam",
        &[0xd00..=0xd7f],
    ),
    Script::new(
        "Sinhala",
        "NotoSansSinhala",
        "Noto Sans Sinhala",
        &[0xd80..=0xdff, 0x111e0..=0x111ff],
    ),
    Script::new("Thai", "NotoSansThai", "Noto Sans Thai", &[0xe00..=0xe7f]),
    Script::new("Lao", "NotoSansLao", "Noto Sans Lao", &[0xe80..=0xeff]),
    Script::new(
        "Tibetan",
        "NotoSerifTibetan",
        "Noto Serif Tibetan",
        &[0xf00..=0xfff],
    ),
    Script::new(
        "Burmese",
        "NotoSansMyanmar",
        "Noto Sans Myanmar",
        &[0x1000..=0x109f, 0xa9e0..=0xa9ff, 0xaa60..=0xaa7f],
    ),
    Script::new(
        "Georgian",
        "NotoSansGeorgian",
        "Noto Sans Georgian",
        &[0x10a0..=0x10ff, 0x1c90..=0x1cbf, 0x2d00..=0x2d2f],
    ),
    Script::new(
        "Armenian",
        "NotoSansArmenian",
        "Noto Sans Armenian",
        &[0x530..=0x58f, 0xfb13..=0xfb17],
    ),
    Script::new(
        "Ethiopic",
        "NotoSansEthiopic",
        "Noto Sans Ethiopic",
        &[0x1200..=0x139f, 0x2d80..=0x2ddf, 0xab00..=0xab2f],
    ),
    Script::new(
        "Khmer",
        "NotoSansKhmer",
        "Noto Sans Khmer",
        &[0x1780..=0x17ff, 0x19e0..=0x19ff],
    ),
    Script::new(
        "Mongolian",
        "NotoSansMongolian",
        "Noto Sans Mongolian",
        &[0x1800..=0x18af, 0x11660..=0x1167f],
    ),
    Script::new(
        "Syriac",
        "NotoSansSyriac",
        "Noto Sans Syriac",
        &[0x700..=0x74f, 0x860..=0x86f],
    ),
    Script::new(
        "Thaana",
        "NotoSansThaana",
        "Noto Sans Thaana",
        &[0x780..=0x7bf],
    ),
    Script::new("N'Ko", "NotoSansNKo", "Noto Sans NKo", &[0x7c0..=0x7ff]),
    Script::new(
        "Tifinagh",
        "NotoSansTifinagh",
        "Noto Sans Tifinagh",
        &[0x2d30..=0x2d7f],
    ),
    Script::new(
        "Adlam",
        "NotoSansAdlam",
        "Noto Sans Adlam",
        &[0x1e900..=0x1e95f],
    ),
];
