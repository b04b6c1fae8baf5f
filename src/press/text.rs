//! Text of any script, shaped, ordered and broken into lines, and fitted into a box.

pub(super) mod lines;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions};
use parley::style::{
    FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty,
};
use parley::{FontContext, FontData, Layout, LayoutContext, LineBreakContext};
use skrifa::MetadataProvider;

use super::fonts::{self, Fonts};
use super::scripts::{SCRIPTS, Script};
use crate::press::POINT;

/// The size in millimetres at which text is shaped, once; every other size is a scale of it.
pub(super) const SHAPED_AT: f32 = 10.0;
/// Steps in which letters shrink, in points: sizes that repeat look calm, and there are few to try.
const STEP: f32 = 0.25;
/// Blocks that are kept, for what stands on every badge.
const KEPT: usize = 500;
/// Longer texts are not kept.
const SHORT: usize = 120;

/// Where lines stand in their box.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Where the text's own script begins: left for Latin, right for Arabic.
    Start,
    #[default]
    Centre,
    End,
    Left,
    Right,
}

/// How a text is set. Sizes in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub bold: bool,
    /// The size that is wished for.
    pub size: f32,
    /// The size below which rather a long word is broken.
    pub least: f32,
    /// Lines it may take.
    pub lines: usize,
    pub align: Align,
}

impl Style {
    /// One size, as many lines as it takes.
    pub fn running(size: f32, bold: bool, align: Align) -> Style {
        Style {
            bold,
            size,
            least: size,
            lines: usize::MAX,
            align,
        }
    }
}

/// One glyph; its place and advance in millimetres, its text as bytes of the block's.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    pub glyph: u32,
    pub advance: f32,
    pub x: f32,
    pub y: f32,
    pub text: Range<usize>,
}

impl Letter {
    /// Whether its font has no such letter.
    pub fn is_lacking(&self) -> bool {
        self.glyph == 0
    }
}

/// Letters of one font that follow each other from left to right.
#[derive(Debug, Clone)]
pub struct Run {
    pub font: FontData,
    pub x: f32,
    pub letters: Vec<Letter>,
}

/// One line of a block.
#[derive(Debug, Clone)]
pub struct Line {
    pub top: f32,
    pub height: f32,
    /// From the block's top.
    pub baseline: f32,
    pub width: f32,
    pub runs: Vec<Run>,
}

/// Text that is set: millimetres from its own upper left corner.
#[derive(Debug, Clone)]
pub struct Block {
    pub text: Arc<str>,
    /// The size it came to, in points.
    pub size: f32,
    /// The width it was set for.
    pub width: f32,
    pub height: f32,
    /// Whether it is read from the right.
    pub rtl: bool,
    pub lines: Vec<Line>,
    /// Letters that no font has.
    pub missing: Vec<char>,
}

/// Sets text. It keeps what it set, because most of what stands on a badge stands on the next one too.
pub struct Typesetter {
    fonts: Fonts,
    context: FontContext,
    layouts: LayoutContext<()>,
    registered: Vec<String>,
    kept: HashMap<Key, Arc<Block>>,
}

/// Text, weight, sizes, lines, place, box.
type Key = (String, bool, [u32; 4], usize, Align);

impl Typesetter {
    pub fn new(fonts: &Fonts) -> Typesetter {
        let collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        Typesetter {
            fonts: fonts.clone(),
            context: FontContext {
                collection,
                ..FontContext::default()
            },
            layouts: LayoutContext::new(),
            registered: Vec::new(),
            kept: HashMap::new(),
        }
    }

    /// Another one with the same fonts, for what is set while this one is busy with running text.
    pub fn sister(&self) -> Typesetter {
        Typesetter::new(&self.fonts)
    }

    /// A text in a box: as large as wished where it fits, else on more lines, else smaller, else with long words
    /// broken, else smaller than the least size. Never cut, never beyond the box.
    pub fn fit(&mut self, text: &str, style: &Style, width: f32, height: f32) -> Arc<Block> {
        let key = (
            text.to_owned(),
            style.bold,
            [style.size, style.least, width, height].map(f32::to_bits),
            style.lines,
            style.align,
        );
        if let Some(kept) = self.kept.get(&key) {
            return kept.clone();
        }
        let block = Arc::new(self.fitted(text, style, width, height));
        if text.len() <= SHORT {
            // What stands on every badge is back at once; what stood on one is gone.
            if self.kept.len() >= KEPT {
                self.kept.clear();
            }
            self.kept.insert(key, block.clone());
        }
        block
    }

    /// Running text at one size, as high as it comes; every paragraph has its own direction.
    pub fn paragraph(&mut self, text: &str, style: &Style, width: f32) -> Arc<Block> {
        let mut set = self.shaped(text, style, OverflowWrap::Anywhere);
        let ratio = style.size * POINT / SHAPED_AT;
        set.layout.break_all_lines(Some(width / ratio));
        Arc::new(lines::block(&set, text, ratio, style, width))
    }

    /// How wide a text is on one line.
    pub fn width(&mut self, text: &str, style: &Style) -> f32 {
        let mut set = self.shaped(text, style, OverflowWrap::Normal);
        set.layout.break_all_lines(None);
        set.layout.width() * style.size * POINT / SHAPED_AT
    }

    /// The letters of a text that no font has.
    pub fn missing(&mut self, text: &str) -> Vec<char> {
        let style = Style::running(10.0, true, Align::Start);
        let mut set = self.shaped(text, &style, OverflowWrap::Normal);
        set.layout.break_all_lines(None);
        lines::missing(&set.layout, text)
    }

    fn fitted(&mut self, text: &str, style: &Style, width: f32, height: f32) -> Block {
        let text = text.trim();
        let mut set = self.shaped(text, style, OverflowWrap::Normal);
        let mut size = set.largest(style.least, style.size, style.lines, width, height);
        if size.is_none() {
            set = self.shaped(text, style, OverflowWrap::Anywhere);
            size = set
                .largest(style.least, style.size, style.lines, width, height)
                .or_else(|| set.largest(STEP, style.least, usize::MAX, width, height));
        }
        let ratio = size.unwrap_or(STEP) * POINT / SHAPED_AT;
        set.balance(width / ratio);
        lines::block(&set, text, ratio, style, width)
    }

    fn shaped(&mut self, text: &str, style: &Style, wrap: OverflowWrap) -> Shaped {
        let families = self.families(text);
        let plain = families.len() <= 1;
        let names: Vec<FontFamilyName<'_>> = families
            .iter()
            .map(|family| FontFamilyName::Named(Cow::Borrowed(family.as_str())))
            .collect();
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.context, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(names.into())));
        builder.set_line_break_override(Some(&keep_hyphens));
        builder.push_default(StyleProperty::FontSize(SHAPED_AT));
        builder.push_default(StyleProperty::OverflowWrap(wrap));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        // Latin, Cyrillic and Greek stand well closer together than their fonts ask for; stacked scripts do not.
        builder.push_default(StyleProperty::LineHeight(if plain {
            LineHeight::FontSizeRelative(1.2)
        } else {
            LineHeight::MetricsRelative(1.0)
        }));
        Shaped {
            layout: builder.build(text),
        }
    }

    /// The families that a text needs, ready to use: the common one first, then one a script.
    fn families(&mut self, text: &str) -> Vec<String> {
        let mut families = Vec::new();
        self.add_script(&SCRIPTS[0], &mut families);
        let mut foreign = Vec::new();
        for sign in text.chars().filter(|sign| *sign > '\u{52f}') {
            let script = Script::of(sign);
            self.add_script(script, &mut families);
            // What no script of ours claims may still be in the first family: a dash, a curly quote.
            if script.file == SCRIPTS[0].file && !is_in_first(sign) {
                foreign.push(sign);
            }
        }
        if !foreign.is_empty() {
            self.add_beside(&foreign, &mut families);
        }
        families
    }

    fn add_script(&mut self, script: &Script, families: &mut Vec<String>) {
        if families.iter().any(|family| family == script.family) {
            return;
        }
        families.push(script.family.to_owned());
        if !self.registered.iter().any(|family| family == script.family) {
            for blob in fonts::of_script(script) {
                self.context.collection.register_fonts(blob, None);
            }
            self.registered.push(script.family.to_owned());
        }
    }

    /// A file may hold several families; it is mapped, not read.
    fn add_file(&mut self, file: &Path) {
        let name = file.to_string_lossy();
        if !self.registered.iter().any(|known| *known == name) {
            self.registered.push(name.into_owned());
            self.context.collection.load_fonts_from_paths([file]);
        }
    }

    /// Families of the folders for signs that the program's own fonts lack.
    fn add_beside(&mut self, signs: &[char], families: &mut Vec<String>) {
        let fonts = self.fonts.clone();
        let mut wanted: Vec<&str> = fonts
            .beside()
            .iter()
            .filter(|font| signs.iter().any(|sign| font.has(*sign)))
            .map(|font| font.family.as_str())
            .collect();
        wanted.dedup();
        wanted.sort_by_key(|family| lines::rank(family, signs));
        let mut open: Vec<char> = signs.to_vec();
        for family in wanted {
            let files: Vec<_> = fonts
                .beside()
                .iter()
                .filter(|font| font.family == family)
                .collect();
            let before = open.len();
            open.retain(|sign| !files.iter().any(|font| font.has(*sign)));
            if open.len() == before {
                continue;
            }
            families.push(family.to_owned());
            for font in files {
                self.add_file(&font.file);
            }
        }
    }
}

/// A double name stays together: a hyphen at the end of a line is taken for a broken word, by people and programs.
fn keep_hyphens(at: LineBreakContext) -> Option<bool> {
    (matches!(at.before, '-' | '\u{2010}' | '\u{5be}') && at.after.is_alphabetic()).then_some(false)
}

/// Whether the first family draws a sign.
fn is_in_first(sign: char) -> bool {
    let blob: Option<Blob<u8>> = fonts::of_script(&SCRIPTS[0]).next();
    blob.is_some_and(|blob| {
        skrifa::FontRef::new(blob.as_ref()).is_ok_and(|font| font.charmap().map(sign).is_some())
    })
}

/// A text shaped once, at [`SHAPED_AT`].
pub(super) struct Shaped {
    pub layout: Layout<()>,
}

impl Shaped {
    /// The largest size between two at which it fits; `None` if the least does not.
    fn largest(
        &mut self,
        least: f32,
        most: f32,
        lines: usize,
        width: f32,
        height: f32,
    ) -> Option<f32> {
        let most = most.max(least);
        if self.fits(most, lines, width, height) {
            return Some(most);
        }
        let size = |steps: u32| (most - steps as f32 * STEP).max(least);
        let mut good = ((most - least) / STEP).ceil() as u32;
        if !self.fits(size(good), lines, width, height) {
            return None;
        }
        let mut bad = 0;
        while good - bad > 1 {
            let middle = (good + bad) / 2;
            if self.fits(size(middle), lines, width, height) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        Some(size(good))
    }

    fn fits(&mut self, size: f32, lines: usize, width: f32, height: f32) -> bool {
        /// Rounding, in millimetres.
        const HAIR: f32 = 0.02;
        let ratio = size * POINT / SHAPED_AT;
        self.layout.break_all_lines(Some(width / ratio));
        self.layout.len() <= lines
            && self.layout.height() * ratio <= height + HAIR
            && self.widest() * ratio <= width + HAIR
    }

    fn widest(&self) -> f32 {
        self.layout
            .lines()
            .map(|line| line.metrics().advance - line.metrics().hanging_advance)
            .fold(0.0, f32::max)
    }

    /// Breaks lines so that they are of like length, no more of them than the width asks for.
    fn balance(&mut self, width: f32) {
        self.layout.break_all_lines(Some(width));
        let lines = self.layout.len();
        if lines < 2 {
            return;
        }
        let (mut narrow, mut wide) = (width / lines as f32 * 0.8, width);
        for _ in 0..7 {
            let middle = (narrow + wide) / 2.0;
            self.layout.break_all_lines(Some(middle));
            if self.layout.len() <= lines && self.widest() <= middle + 0.001 {
                wide = middle;
            } else {
                narrow = middle;
            }
        }
        self.layout.break_all_lines(Some(wide));
    }
}
