//! What both papers carry: whose they are, the signature with the stamp, the symbol that tells them from invented
//! ones.

use super::said::from_the_left;
use crate::badges::link_symbol;
use crate::i18n::Texts;
use crate::papers::pdf::{Paper, host};
use crate::press::{Align, Area, Ink, Page, Part, Role, Style, Typesetter};

/// How high the signature and the symbol stand, with what is written to them.
pub(super) const SIGNED_HEIGHT: f32 = 44.0;
/// The symbol's edge; a phone reads it from a fax of a copy.
const SYMBOL: f32 = 28.0;

/// A part of the page's width, on the side where the paper begins or on the other.
#[derive(Clone, Copy)]
pub(super) struct Half {
    pub x: f32,
    pub width: f32,
    pub align: Align,
}

/// Two parts of that width within the margins, the one where the paper begins first.
pub(super) fn halves(page: f32, margin: f32, width: f32, rtl: bool) -> [Half; 2] {
    let left = Half {
        x: margin,
        width,
        align: Align::Left,
    };
    let right = Half {
        x: page - margin - width,
        width,
        align: Align::Right,
    };
    match rtl {
        true => [right, left],
        false => [left, right],
    }
}

/// Lines below each other in a part of the page; where they end.
pub(super) fn stack(
    page: &mut Page,
    letters: &mut Typesetter,
    half: Half,
    mut y: f32,
    lines: &[(&str, f32, bool, Ink)],
) -> f32 {
    for (text, size, bold, ink) in lines.iter().filter(|line| !line.0.is_empty()) {
        let style = Style::running(*size, *bold, half.align);
        let block = letters.paragraph(text, &style, half.width);
        let height = block.height;
        page.text(block, half.x, y, *ink);
        y += height + 0.6;
    }
    y
}

/// The host in each language, the logo between them; where they end.
pub(super) fn head(page: &mut Page, letters: &mut Typesetter, paper: &Paper, margin: f32) -> f32 {
    const LOGO: f32 = 22.0;
    let logo = paper.picture(paper.frozen.logo);
    let width = match logo {
        Some(_) => (page.width - 2.0 * margin - 44.0) / 2.0,
        None => (page.width - 2.0 * margin - 8.0) / 2.0,
    };
    let halves = halves(page.width, margin, width, paper.is_rtl());
    let mut end = margin;
    for (side, half) in paper.frozen.sides.iter().zip(halves) {
        let lines = [
            (host(side), 12.0, true, Ink::PETROL),
            (side.address.as_str(), 8.5, false, Ink::MUTED),
        ];
        page.begin(Part::said_in(Role::Group, side.language.code()));
        end = end.max(stack(page, letters, half, margin, &lines));
        page.end();
    }
    if let Some(logo) = logo {
        let area = Area::new((page.width - 40.0) / 2.0, margin - 2.0, 40.0, LOGO);
        page.picture(logo, area, "");
        end = end.max(margin + LOGO - 1.0);
    }
    end + 2.0
}

/// Signature, stamp and who signed where the paper begins; the symbol and the code on the other side.
pub(super) fn signed(
    page: &mut Page,
    letters: &mut Typesetter,
    paper: &Paper,
    margin: f32,
    y: f32,
) {
    let [own, other] = halves(page.width, margin, 92.0, paper.is_rtl());
    signature(page, letters, paper, own, y);
    let other = Half {
        x: match paper.is_rtl() {
            true => other.x,
            false => page.width - margin - 66.0,
        },
        width: 66.0,
        ..other
    };
    symbol(page, letters, paper, other, y);
}

fn signature(page: &mut Page, letters: &mut Typesetter, paper: &Paper, half: Half, y: f32) {
    let is_right = half.align == Align::Right;
    let at = |from: f32, width: f32| match is_right {
        true => half.x + half.width - from - width,
        false => half.x + from,
    };
    let t = Texts::of(paper.language());
    if let Some(signature) = paper.picture(paper.frozen.signature) {
        page.picture(
            signature,
            Area::new(at(0.0, 46.0), y, 46.0, 20.0),
            t.letters_signature(),
        );
    }
    if let Some(stamp) = paper.picture(paper.frozen.stamp) {
        page.picture(
            stamp,
            Area::new(at(50.0, 36.0), y, 36.0, 36.0),
            t.letters_stamp(),
        );
    }
    let line = (at(0.0, 46.0), y + 21.0);
    page.line(line, (line.0 + 46.0, line.1), Ink::MUTED, 0.2);
    let narrow = Half {
        x: at(0.0, 48.0),
        width: 48.0,
        ..half
    };
    let mut below = y + 22.0;
    let mut signed = Vec::new();
    for side in &paper.frozen.sides {
        let who = (side.signatory.as_str(), side.function.as_str());
        if signed.contains(&who) {
            continue;
        }
        signed.push(who);
        let lines = [
            (side.signatory.as_str(), 9.5, true, Ink::INK),
            (side.function.as_str(), 8.0, false, Ink::MUTED),
        ];
        page.begin(Part::said_in(Role::Group, side.language.code()));
        below = stack(page, letters, narrow, below, &lines);
        page.end();
    }
}

fn symbol(page: &mut Page, letters: &mut Typesetter, paper: &Paper, half: Half, y: f32) {
    let x = match half.align {
        Align::Right => half.x + half.width - SYMBOL,
        _ => half.x,
    };
    if let Some(symbol) = link_symbol(&paper.link) {
        let says = Texts::of(paper.language()).badges_symbol(paper.code.in_fours());
        page.symbol(symbol, Area::new(x, y, SYMBOL, SYMBOL), &says);
    }
    let code = paper.code.in_fours();
    let code = [(code.as_str(), 8.5, true, Ink::INK)];
    let mut below = stack(page, letters, half, y + SYMBOL + 2.0, &code);
    for side in &paper.frozen.sides {
        let address = from_the_left(side, &paper.check_at);
        let said = Texts::of(side.language).letter_check(&address);
        page.begin(Part::said_in(Role::Group, side.language.code()));
        let said = [(said.as_str(), 7.0, false, Ink::MUTED)];
        below = stack(page, letters, half, below, &said);
        page.end();
    }
}
