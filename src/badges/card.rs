//! The badge as a picture for a phone's album: a screen high, with all that has to be at hand at the door.

use std::sync::Arc;

use super::qr;
use crate::press::{Align, Area, Ink, Outline, Page, Style, Typesetter, raster};
use crate::values::Code;

/// What the picture says, in one language.
pub struct Card<'a> {
    pub forum: &'a str,
    /// The forum's own colour, as `#0e5a5f`.
    pub colour: Option<&'a str>,
    pub name: &'a str,
    pub native_name: Option<&'a str>,
    /// Organisation and country.
    pub from: String,
    pub category: &'a str,
    pub category_colour: Option<&'a str>,
    pub code: &'a Code,
    /// When and where, a line each.
    pub places: Vec<String>,
}

/// 1080 by 1920 pixels, as most phones' screens are shaped.
const WIDTH: f32 = 108.0;
const HEIGHT: f32 = 192.0;
const DOTS: f32 = 10.0;

const MARGIN: f32 = 8.0;
const BAND: f32 = 26.0;
/// Modules of 26 pixels each. Four modules around it stay white.
const SYMBOL: Area = Area::new(21.5, 84.5, 65.0, 65.0);

/// Colours of the woven band, in the order in which they repeat.
const THREADS: [Ink; 4] = [
    Ink::SAFFRON,
    Ink(0xc7, 0x43, 0x2f),
    Ink::SAFFRON,
    Ink(0x0b, 0x6b, 0x3a),
];

/// The card as a PNG; `None` if the picture cannot be made.
pub fn card(letters: &mut Typesetter, card: &Card) -> Option<Vec<u8>> {
    let mut drawing = Drawing {
        letters,
        page: Page::new(WIDTH, HEIGHT),
    };
    drawing.head(card);
    drawing.person(card);
    let page = &mut drawing.page;
    page.symbol(qr::symbol(card.code), SYMBOL, "");
    drawing.foot(card);
    Some(raster::draw(&drawing.page, DOTS)?.png())
}

struct Drawing<'a> {
    letters: &'a mut Typesetter,
    page: Page,
}

impl Drawing<'_> {
    /// The forum on its own colour, with the woven band below.
    fn head(&mut self, card: &Card) {
        let colour = card.colour.and_then(Ink::parse).unwrap_or(Ink::PETROL);
        self.page
            .rectangle(Area::new(0.0, 0.0, WIDTH, BAND), colour);
        woven(&mut self.page, WIDTH, BAND - 2.4, BAND);
        self.text(card.forum, bold(21.0, 3), 3.0, 18.5, colour.text_on_it());
    }

    fn person(&mut self, card: &Card) {
        match card.native_name {
            None => self.text(card.name, bold(36.0, 3), 29.0, 25.0, Ink::INK),
            Some(native) => {
                self.text(card.name, bold(34.0, 2), 28.5, 14.0, Ink::INK);
                self.text(native, plain(22.0, 1), 42.5, 12.0, Ink::INK);
            }
        }
        self.text(&card.from, plain(15.0, 2), 54.5, 10.5, Ink::MUTED);
        self.chip(card);
    }

    /// The category: its colour, and its word on it.
    fn chip(&mut self, card: &Card) {
        const HEIGHT: f32 = 7.0;
        let ink = card.category_colour.and_then(Ink::parse);
        let ink = ink.unwrap_or(Ink::PETROL);
        let style = bold(14.0, 1);
        let room = WIDTH - 2.0 * MARGIN;
        let width = (self.letters.width(card.category, &style) + 10.0).min(room);
        let area = Area::new((WIDTH - width) / 2.0, 66.0, width, HEIGHT);
        self.page.fill(Outline::rounded(area, HEIGHT / 2.0), ink);
        // Lines of Arabic are higher than the chip, though their letters are not.
        let (y, height) = (area.y - 2.0, HEIGHT + 4.0);
        self.text(card.category, style, y, height, ink.text_on_it());
    }

    fn foot(&mut self, card: &Card) {
        self.text(&card.code.grouped(), bold(12.5, 1), 160.0, 6.0, Ink::INK);
        self.text(
            &card.places.join("\n"),
            plain(13.0, 6),
            167.0,
            21.0,
            Ink::MUTED,
        );
    }

    /// As large as it goes, in the middle of a strip of the card.
    fn text(&mut self, text: &str, style: Style, y: f32, height: f32, ink: Ink) {
        let block = self.letters.fit(text, &style, WIDTH - 2.0 * MARGIN, height);
        let y = y + (height - block.height) / 2.0;
        self.page.text(Arc::clone(&block), MARGIN, y, ink);
    }
}

/// A band of woven threads across the page, from top to foot.
pub(super) fn woven(page: &mut Page, width: f32, top: f32, foot: f32) {
    const THREAD: f32 = 4.0;
    page.rectangle(Area::new(0.0, top, width, foot - top), Ink::INK);
    let threads = (width / THREAD) as usize;
    for (place, ink) in (0..threads).zip(THREADS.into_iter().cycle()) {
        let x = place as f32 * THREAD;
        let triangle = [(x, foot), (x + THREAD / 2.0, top), (x + THREAD, foot)];
        page.fill(Outline::polygon(&triangle), ink);
    }
}

fn bold(size: f32, lines: usize) -> Style {
    Style {
        bold: true,
        ..plain(size, lines)
    }
}

fn plain(size: f32, lines: usize) -> Style {
    Style {
        bold: false,
        size,
        least: 9.0,
        lines,
        align: Align::Centre,
    }
}
