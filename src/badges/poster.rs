//! A forum as a picture, for a chat into which its address is pasted.

use std::sync::Arc;

use super::card::woven;
use crate::press::{Align, Area, Ink, Page, Style, Typesetter, raster};

/// What the picture says, in one language.
pub struct Poster {
    pub title: String,
    /// The forum's own colour, as `#0e5a5f`.
    pub colour: Option<String>,
    pub dates: String,
    pub places: String,
}

/// 1200 by 630 pixels, as chats and networks show them.
const WIDTH: f32 = 120.0;
const HEIGHT: f32 = 63.0;
const DOTS: f32 = 10.0;

const MARGIN: f32 = 8.0;
const BAND: f32 = 3.0;

impl Poster {
    /// The picture as a PNG; `None` if it cannot be made.
    pub fn png(&self, letters: &mut Typesetter) -> Option<Vec<u8>> {
        let colour = self.colour.as_deref().and_then(Ink::parse);
        let colour = colour.unwrap_or(Ink::PETROL);
        let mut page = Page::new(WIDTH, HEIGHT);
        page.rectangle(Area::new(0.0, 0.0, WIDTH, HEIGHT), colour);
        woven(&mut page, WIDTH, HEIGHT - BAND, HEIGHT);
        let ink = colour.text_on_it();
        for (text, style, y, height) in [
            // Lines of Arabic are higher than their letters.
            (&self.title, style(true, 30.0, 3), 3.0, 34.0),
            (&self.dates, style(false, 20.0, 1), 36.0, 13.0),
            (&self.places, style(false, 16.0, 2), 47.0, 12.0),
        ] {
            let block = letters.fit(text, &style, WIDTH - 2.0 * MARGIN, height);
            let y = y + (height - block.height) / 2.0;
            page.text(Arc::clone(&block), MARGIN, y, ink);
        }
        Some(raster::draw(&page, DOTS)?.png())
    }
}

fn style(bold: bool, size: f32, lines: usize) -> Style {
    Style {
        bold,
        size,
        least: 9.0,
        lines,
        align: Align::Centre,
    }
}
