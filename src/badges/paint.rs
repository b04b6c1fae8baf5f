//! One person's badge as a page of drawing.

use std::collections::HashMap;
use std::sync::Arc;

use super::check::around;
use super::face::{BadgeFace, ForumFace};
use super::layout::{Anchor, Element, Face, Kind, Layout, Paint};
use super::printable::{latin_letters, note, without_pictures};
use super::{pictogram, qr};
use crate::press::{Area, Block, Fonts, Ink, Page, Picture, Style, Symbol, Turn, Typesetter};

/// The organizer's pictures, by the names under which layouts ask for them.
pub type Artwork = HashMap<String, Arc<Picture>>;

/// Colours of the woven band: saffron, madder, green, ink.
const THREADS: [Ink; 4] = [
    Ink::SAFFRON,
    Ink(0xa1, 0x1b, 0x1b),
    Ink(0x0b, 0x6b, 0x3a),
    Ink::INK,
];

/// Draws badges of one layout and one forum.
pub struct Painter<'a> {
    letters: Typesetter,
    layout: &'a Layout,
    forum: &'a ForumFace,
    artwork: &'a Artwork,
}

/// A badge as drawn.
pub struct Drawn {
    pub front: Arc<Page>,
    /// On paper of its own; the back of a folded badge is on the same sheet as its front.
    pub back: Option<Arc<Page>>,
    /// Letters that no font has; what they stood in was written in Latin letters instead.
    pub missing: Vec<char>,
}

impl<'a> Painter<'a> {
    pub fn new(
        fonts: &Fonts,
        layout: &'a Layout,
        forum: &'a ForumFace,
        artwork: &'a Artwork,
    ) -> Painter<'a> {
        Painter {
            letters: Typesetter::new(fonts),
            layout,
            forum,
            artwork,
        }
    }

    /// What sets the text, for sheets that go with the badges.
    pub fn letters(&mut self) -> &mut Typesetter {
        &mut self.letters
    }

    pub fn draw(&mut self, badge: &BadgeFace) -> Drawn {
        let mut missing = Vec::new();
        let symbol = qr::symbol(&badge.code);
        let front = self.face(&self.layout.front, badge, &symbol, &mut missing);
        let back = self.layout.back.as_ref();
        let back = back.map(|face| Arc::new(self.face(face, badge, &symbol, &mut missing)));
        match back {
            Some(back) if self.layout.paper.is_folded() => Drawn {
                front: Arc::new(folded(front, back)),
                back: None,
                missing,
            },
            back => Drawn {
                front: Arc::new(front),
                back,
                missing,
            },
        }
    }

    fn face(
        &mut self,
        face: &Face,
        badge: &BadgeFace,
        symbol: &Symbol,
        missing: &mut Vec<char>,
    ) -> Page {
        let (width, height) = self.layout.paper.size();
        let mut page = Page::new(width, height);
        let background = face.background.as_ref();
        if let Some(picture) = background.and_then(|name| self.artwork.get(name)) {
            page.background(picture.clone(), Area::new(0.0, 0.0, width, height));
        }
        let elements = face.elements.iter();
        for element in elements.filter(|element| element.is_for(&badge.category.slug)) {
            self.element(&mut page, element, badge, symbol, missing);
        }
        page
    }

    fn element(
        &mut self,
        page: &mut Page,
        element: &Element,
        badge: &BadgeFace,
        symbol: &Symbol,
        missing: &mut Vec<char>,
    ) {
        let ink = self.ink(element.paint, badge);
        let grouped;
        let text = match &element.kind {
            Kind::Qr => return draw_symbol(page, symbol, element.area, &badge.symbol_says),
            Kind::Band => return band(page, element.area),
            Kind::Panel => return page.rectangle(element.area, ink),
            Kind::CategoryBar => return page.rectangle(element.area, badge.category.colour),
            Kind::Pictograms => {
                return pictogram::draw(
                    page,
                    &mut self.letters,
                    &badge.pictograms,
                    element.area,
                    ink,
                );
            }
            Kind::Artwork { artwork } => {
                if let Some(picture) = self.artwork.get(artwork) {
                    page.picture(picture.clone(), element.area, "");
                }
                return;
            }
            Kind::Name => return self.name(page, element, badge, ink, missing),
            Kind::LatinName => badge.latin_name.as_deref().unwrap_or_default(),
            Kind::Organisation => &badge.organisation,
            Kind::Position => &badge.position,
            Kind::Country => &badge.country,
            Kind::Category => &badge.category.word,
            Kind::Code => {
                grouped = badge.code.grouped();
                &grouped
            }
            Kind::Title => &self.forum.title,
            Kind::Place => &self.forum.place,
            Kind::Dates => &self.forum.dates,
            Kind::Text { text } => text,
        };
        self.text(page, element, text, ink, missing);
    }

    /// The name with its Latin form beneath, both in one box, so that no gap stays where there is none.
    fn name(
        &mut self,
        page: &mut Page,
        element: &Element,
        badge: &BadgeFace,
        ink: Ink,
        missing: &mut Vec<char>,
    ) {
        let area = element.area;
        let lacking = self.letters.missing(&badge.name);
        note(missing, &lacking);
        let own = match lacking.is_empty() {
            true => badge.name.clone(),
            false => without_pictures(&badge.name),
        };
        let is_printable = lacking.is_empty() || self.letters.missing(&own).is_empty();
        let latin = badge.latin_name.as_deref();
        let Some(latin) = latin.filter(|_| is_printable) else {
            // The Latin form takes the place of a name that cannot be printed.
            let name = match latin {
                None if is_printable => own,
                None => latin_letters(&badge.name),
                Some(latin) => latin.to_owned(),
            };
            return self.text(page, element, &name, ink, missing);
        };
        let style = style(element);
        let beneath = Style {
            bold: false,
            size: element.size * 0.55,
            least: (element.least * 0.6).min(element.size * 0.55),
            lines: 2,
            ..style
        };
        let gap = area.height * 0.03;
        let beneath = self
            .letters
            .fit(latin, &beneath, area.width, area.height * 0.3);
        let room = area.height - beneath.height - gap;
        let name = self.letters.fit(&own, &style, area.width, room);
        let y = anchored(element, name.height + gap + beneath.height);
        let below = y + name.height + gap;
        page.text(name, area.x, y, ink);
        page.text(beneath, area.x, below, Ink::MUTED);
    }

    fn text(
        &mut self,
        page: &mut Page,
        element: &Element,
        text: &str,
        ink: Ink,
        missing: &mut Vec<char>,
    ) {
        if text.trim().is_empty() {
            return;
        }
        let area = element.area;
        let mut block = self.set(text, element);
        if !block.missing.is_empty() {
            note(missing, &block.missing);
            block = self.set(&without_pictures(text), element);
            if !block.missing.is_empty() {
                block = self.set(&latin_letters(text), element);
            }
        }
        let y = anchored(element, block.height);
        page.text(block, area.x, y, ink);
    }

    fn set(&mut self, text: &str, element: &Element) -> Arc<Block> {
        let area = element.area;
        self.letters
            .fit(text, &style(element), area.width, area.height)
    }

    fn ink(&self, paint: Paint, badge: &BadgeFace) -> Ink {
        match paint {
            Paint::Ink => Ink::INK,
            Paint::Muted => Ink::MUTED,
            Paint::White => Ink::WHITE,
            Paint::Brand => self.forum.brand,
            Paint::OnBrand => self.forum.brand.text_on_it(),
            Paint::Category => badge.category.colour,
            Paint::OnCategory => badge.category.colour.text_on_it(),
            Paint::Own(ink) => ink,
        }
    }
}

fn style(element: &Element) -> Style {
    Style {
        bold: element.bold,
        size: element.size,
        least: element.least,
        lines: element.lines,
        align: element.align,
    }
}

fn anchored(element: &Element, height: f32) -> f32 {
    let free = element.area.height - height;
    element.area.y
        + match element.anchor {
            Anchor::Top => 0.0,
            Anchor::Middle => free / 2.0,
            Anchor::Bottom => free,
        }
}

/// On white of its own: what lies beneath must not spoil it.
fn draw_symbol(page: &mut Page, symbol: &Symbol, area: Area, says: &str) {
    let area = area.fitted(1.0);
    let module = area.width / f32::from(symbol.side);
    page.rectangle(around(area, module * 2.0), Ink::WHITE);
    page.symbol(symbol.clone(), area, says);
}

/// Four threads, woven: the house's one ornament.
fn band(page: &mut Page, area: Area) {
    let width = area.height * 3.0;
    let count = (area.width / width).ceil().max(1.0);
    let width = area.width / count;
    for place in 0..count as usize {
        let x = area.x + place as f32 * width;
        let own = Area::new(x, area.y, width, area.height);
        page.rectangle(own, THREADS[place % THREADS.len()]);
    }
}

/// Back and front beside each other, the front where it comes to lie outside.
fn folded(front: Page, back: Arc<Page>) -> Page {
    let mut sheet = Page::new(front.width * 2.0, front.height);
    let (fold, height) = (front.width, front.height);
    sheet.place(back, 0.0, 0.0, Turn::Upright);
    sheet.place(Arc::new(front), fold, 0.0, Turn::Upright);
    sheet.dashed((fold, 0.0), (fold, height), Ink(0xc9, 0xce, 0xd3), 0.15);
    sheet
}
