//! From shaped and broken text to lines of letters in millimetres.

use std::borrow::Cow;
use std::ops::Range;

use parley::layout::{Cluster, Line as BrokenLine, Run as ShapedRun};
use parley::{FontData, Layout};
use skrifa::{FontRef, MetadataProvider};

use crate::press::text::{Align, Block, Letter, Line, Run, Shaped, Style};

/// The block of a text whose lines are broken.
pub(crate) fn block(set: &Shaped, text: &str, ratio: f32, style: &Style, width: f32) -> Block {
    let layout = &set.layout;
    let rtl = layout.is_rtl();
    let mut lines: Vec<Line> = layout
        .lines()
        .map(|line| one_line(&line, text, ratio))
        .collect();
    for line in &mut lines {
        let free = width - line.width;
        let shift = match (style.align, rtl) {
            (Align::Centre, _) => free / 2.0,
            (Align::Start, true) | (Align::End, false) | (Align::Right, _) => free,
            _ => 0.0,
        };
        for run in &mut line.runs {
            run.x += shift;
        }
    }
    Block {
        text: mappable(text).into(),
        size: ratio * super::SHAPED_AT / crate::press::POINT,
        width,
        height: layout.height() * ratio,
        rtl,
        lines,
        missing: missing(layout, text),
    }
}

/// What a PDF may not say that a glyph stands for gives way to what is as long, and as little seen.
fn mappable(text: &str) -> Cow<'_, str> {
    match text.contains(['\0', '\u{feff}', '\u{fffe}']) {
        false => Cow::Borrowed(text),
        true => {
            let plain = text.replace('\0', " ").replace('\u{feff}', "\u{2060}");
            Cow::Owned(plain.replace('\u{fffe}', "\u{fffd}"))
        }
    }
}

/// One line, as if aligned to the left; a space at its end does not count.
fn one_line(line: &BrokenLine<'_, ()>, text: &str, ratio: f32) -> Line {
    let metrics = line.metrics();
    // The space at the end of a line from right to left stands at its left.
    let from_right = line
        .runs()
        .next()
        .is_some_and(|run| run.is_rtl() && metrics.hanging_advance > 0.0);
    let mut x = if from_right {
        -metrics.hanging_advance
    } else {
        0.0
    };
    let mut runs = Vec::new();
    for run in line.runs() {
        let start = x;
        let letters = letters(&run, ratio, &mut x);
        if !letters.is_empty() {
            let letters = match run.is_rtl() {
                true => one_sign_each(letters, text, run.font()),
                false => letters,
            };
            runs.push(Run {
                font: run.font().clone(),
                x: start * ratio,
                letters,
            });
        }
    }
    Line {
        top: metrics.block_min_coord * ratio,
        height: (metrics.block_max_coord - metrics.block_min_coord) * ratio,
        baseline: metrics.baseline * ratio,
        width: (metrics.advance - metrics.hanging_advance) * ratio,
        runs,
    }
}

fn letters(run: &ShapedRun<'_, ()>, ratio: f32, x: &mut f32) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    // Parts of a ligature have no letter of their own; from right to left they come before it.
    let mut waiting: Option<usize> = None;
    for cluster in run.visual_clusters() {
        let range = cluster.text_range();
        if cluster.is_ligature_continuation() {
            if run.is_rtl() {
                waiting = Some(waiting.unwrap_or(0).max(range.end));
            } else {
                lengthen(&mut letters, range.end);
            }
            continue;
        }
        let end = waiting.take().unwrap_or(0).max(range.end);
        for glyph in cluster.glyphs() {
            letters.push(Letter {
                glyph: glyph.id,
                advance: glyph.advance * ratio,
                x: glyph.x * ratio,
                y: glyph.y * ratio,
                text: range.start..end,
            });
            *x += glyph.advance;
        }
    }
    letters
}

/// Readers of a PDF turn round what stands from right to left, glyph by glyph, and with it the signs of a glyph that
/// stands for several. So each glyph stands for one; what a ligature has more stands on a blank beside it.
fn one_sign_each(letters: Vec<Letter>, text: &str, font: &FontData) -> Vec<Letter> {
    let mut single = Vec::with_capacity(letters.len() + 2);
    for cluster in letters.chunk_by(|one, next| one.text == next.text) {
        let range = cluster[0].text.clone();
        let own = text.get(range.clone()).unwrap_or_default();
        let signs: Vec<Range<usize>> = own
            .char_indices()
            .map(|(at, sign)| range.start + at..range.start + at + sign.len_utf8())
            .collect();
        let blank = blank(font).filter(|_| signs.len() > 1 && cluster.len() <= signs.len());
        let Some(blank) = blank else {
            single.extend_from_slice(cluster);
            continue;
        };
        let mut signs = signs.into_iter().rev();
        let more = signs.len() - cluster.len();
        // The blanks take their part of the width, or readers would see them in one place.
        let width = cluster[0].advance / (more + 1) as f32;
        for sign in signs.by_ref().take(more) {
            single.push(Letter {
                glyph: blank,
                advance: width,
                x: 0.0,
                y: 0.0,
                text: sign,
            });
        }
        for (place, (letter, sign)) in cluster.iter().zip(signs).enumerate() {
            let taken = if place == 0 { width * more as f32 } else { 0.0 };
            single.push(Letter {
                advance: letter.advance - taken,
                x: letter.x - taken,
                text: sign,
                ..letter.clone()
            });
        }
    }
    single
}

/// The font's space.
fn blank(font: &FontData) -> Option<u32> {
    let font = FontRef::from_index(font.data.as_ref(), font.index).ok()?;
    font.charmap().map(' ').map(|glyph| glyph.to_u32())
}

/// All letters of the last cluster stand for its text up to there.
fn lengthen(letters: &mut [Letter], end: usize) {
    let Some(start) = letters.last().map(|last| last.text.start) else {
        return;
    };
    for letter in letters
        .iter_mut()
        .rev()
        .take_while(|letter| letter.text.start == start)
    {
        letter.text.end = letter.text.end.max(end);
    }
}

/// The letters of a text that its fonts lack.
pub(crate) fn missing(layout: &Layout<()>, text: &str) -> Vec<char> {
    let mut missing = Vec::new();
    let clusters = layout
        .lines()
        .flat_map(|line| line.runs().collect::<Vec<_>>())
        .flat_map(|run| run.clusters().collect::<Vec<_>>());
    for cluster in clusters.filter(is_lacking) {
        let own = text.get(cluster.text_range()).unwrap_or_default();
        for sign in own.chars().filter(|sign| !is_silent(*sign)) {
            if !missing.contains(&sign) {
                missing.push(sign);
            }
        }
    }
    missing
}

fn is_lacking(cluster: &Cluster<'_, ()>) -> bool {
    cluster.glyphs().any(|glyph| glyph.id == 0)
}

/// Signs that are not drawn in any font: breaks, joiners, marks of direction.
fn is_silent(sign: char) -> bool {
    sign.is_control()
        || sign.is_whitespace()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Which of several families that have a sign is asked first: the one drawn for the text's language.
pub(crate) fn rank(family: &str, signs: &[char]) -> u8 {
    let any = |range: std::ops::RangeInclusive<char>| signs.iter().any(|sign| range.contains(sign));
    let wanted = if any('\u{3040}'..='\u{30ff}') {
        "JP"
    } else if any('\u{ac00}'..='\u{d7af}') || any('\u{1100}'..='\u{11ff}') {
        "KR"
    } else {
        "SC"
    };
    match family {
        family if family.ends_with(wanted) => 0,
        family if family.starts_with("Noto Sans") => 1,
        _ => 2,
    }
}
