//! Days and cities as small pictures: read by whoever reads none of the languages.

use super::face::{Pictogram, Sign};
use crate::press::{Align, Area, Ink, Outline, Page, Style, Typesetter};

/// Between one and the next, in millimetres.
const GAP: f32 = 1.5;

/// Draws them into an area, as large as they go, in as many rows as make them largest.
pub(super) fn draw(
    page: &mut Page,
    letters: &mut Typesetter,
    all: &[Pictogram],
    area: Area,
    ink: Ink,
) {
    if all.is_empty() {
        return;
    }
    let side = |rows: usize| {
        let columns = all.len().div_ceil(rows) as f32;
        let high = (area.height + GAP) / rows as f32 - GAP;
        let wide = (area.width + GAP) / columns - GAP;
        high.min(wide / 1.15).min(13.0)
    };
    let rows = (1..=all.len())
        .max_by(|one, other| side(*one).total_cmp(&side(*other)))
        .unwrap_or(1);
    let (columns, side) = (all.len().div_ceil(rows), side(rows));
    if side < 2.0 {
        return;
    }
    for (place, pictogram) in all.iter().enumerate() {
        let x = area.x + (place % columns) as f32 * (side * 1.15 + GAP);
        let y = area.y + (place / columns) as f32 * (side + GAP);
        let own = Area::new(x, y, side * 1.15, side);
        match pictogram.sign {
            Sign::Day => day(page, letters, &pictogram.label, own, ink),
            Sign::City => city(page, letters, &pictogram.label, own, ink),
        }
    }
}

/// A leaf of a calendar.
fn day(page: &mut Page, letters: &mut Typesetter, label: &str, area: Area, ink: Ink) {
    let head = area.height * 0.24;
    page.fill(Outline::rounded(area, area.height * 0.12), ink);
    let leaf = Area::new(
        area.x + area.height * 0.06,
        area.y + head,
        area.width - area.height * 0.12,
        area.height * 0.94 - head,
    );
    page.fill(Outline::rounded(leaf, area.height * 0.07), Ink::WHITE);
    for at in [0.3, 0.7] {
        let (x, y) = (area.x + area.width * at, area.y + head / 2.0);
        page.fill(Outline::circle(x, y, head * 0.2), Ink::WHITE);
    }
    word(page, letters, label, leaf, ink);
}

/// A pin, with the city's name beneath it.
fn city(page: &mut Page, letters: &mut Typesetter, label: &str, area: Area, ink: Ink) {
    let pin = area.height * 0.58;
    let (x, radius) = (area.x + area.width / 2.0, pin * 0.36);
    let y = area.y + radius;
    page.fill(Outline::circle(x, y, radius), ink);
    page.fill(
        Outline::polygon(&[
            (x - radius * 0.87, y + radius * 0.5),
            (x + radius * 0.87, y + radius * 0.5),
            (x, area.y + pin),
        ]),
        ink,
    );
    page.fill(Outline::circle(x, y, radius * 0.42), Ink::WHITE);
    let below = Area::new(area.x, area.y + pin, area.width, area.height - pin);
    word(page, letters, label, below, ink);
}

fn word(page: &mut Page, letters: &mut Typesetter, label: &str, area: Area, ink: Ink) {
    let style = Style {
        bold: true,
        size: (area.height / crate::press::POINT * 0.8).clamp(4.0, 60.0),
        least: 2.5,
        lines: 1,
        align: Align::Centre,
    };
    let (width, height) = (area.width * 0.94, area.height);
    let block = letters.fit(label, &style, width, height);
    let x = area.x + (area.width - width) / 2.0;
    let y = area.y + (height - block.height) / 2.0;
    page.text(block, x, y, ink);
}
