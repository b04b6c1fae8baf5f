//! A picture that somebody brings is drawn once in every way there is before it is kept: what draws then draws later.

use std::sync::Arc;

use super::page::{Area, Page};
use super::pdf::{self, About, Promise};
use super::picture::Picture;
use super::pixels::{MOST_PIXELS, Pixels};
use super::raster;
use super::refused::Refused;

/// The paper it is tried on: A6, as most badges are, as finely as label printers print.
const PAPER: (f32, f32) = (105.0, 148.0);
const DOTS: f32 = 8.0;
/// Edge of a thumbnail in millimetres, and its dots.
const EDGE: f32 = 40.0;
const THUMBNAIL_DOTS: f32 = 6.0;

/// Draws it, and lets go of it again.
pub(crate) fn tried(bytes: Vec<u8>) -> Result<(), Refused> {
    if let Some(pixels) = Pixels::of(&bytes).filter(|pixels| pixels.count() > MOST_PIXELS) {
        return Err(Refused::Pixels(pixels));
    }
    let picture = Arc::new(Picture::read(bytes)?);
    let (width, height) = PAPER;
    let area = Area::new(0.0, 0.0, width, height);
    if picture.has_pixels() {
        let page = page_of(&picture, area);
        if !raster::can_draw(&picture) {
            return Err(Refused::Broken);
        }
        raster::draw(&page, DOTS).ok_or(Refused::Broken)?;
    }
    pdf::write([page_of(&picture, area)], &about())
        .map(drop)
        .map_err(|_| Refused::Broken)
}

/// A small picture of it, as a PNG; `None` where it cannot be drawn.
pub(crate) fn thumbnail(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let picture = Arc::new(Picture::read(bytes).ok()?);
    let page = page_of(&picture, Area::new(0.0, 0.0, EDGE, EDGE));
    Some(raster::draw(&page, THUMBNAIL_DOTS)?.png())
}

fn page_of(picture: &Arc<Picture>, area: Area) -> Page {
    let mut page = Page::new(area.width, area.height);
    page.picture(picture.clone(), area, "");
    page
}

fn about() -> About {
    About {
        title: String::new(),
        language: "en".to_owned(),
        rtl: false,
        author: String::new(),
        made_at: chrono::NaiveDateTime::default(),
        promise: Promise::Nothing,
    }
}
