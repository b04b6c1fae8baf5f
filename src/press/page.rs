//! A page of drawing, in millimetres from its upper left corner.

use std::ops::Range;
use std::sync::Arc;

use super::part::Part;
use super::picture::Picture;
use super::symbol::Symbol;
use super::text::Block;
use crate::values::Colour;

/// A rectangle in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Area {
        Area {
            x,
            y,
            width,
            height,
        }
    }

    pub fn right(self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// Whether it lies within a page of that size; a hair's breadth does not count.
    pub fn is_within(self, width: f32, height: f32) -> bool {
        const HAIR: f32 = 0.01;
        self.x >= -HAIR
            && self.y >= -HAIR
            && self.right() <= width + HAIR
            && self.bottom() <= height + HAIR
    }

    /// The largest area of a shape (width over height) that lies in the middle of this one.
    pub fn fitted(self, shape: f32) -> Area {
        let width = self.width.min(self.height * shape);
        let height = width / shape;
        Area::new(
            self.x + (self.width - width) / 2.0,
            self.y + (self.height - height) / 2.0,
            width,
            height,
        )
    }

    /// The smallest area of a shape that covers this one.
    pub fn covered(self, shape: f32) -> Area {
        let width = self.width.max(self.height * shape);
        let height = width / shape;
        Area::new(
            self.x + (self.width - width) / 2.0,
            self.y + (self.height - height) / 2.0,
            width,
            height,
        )
    }
}

/// A colour to print with: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ink(pub u8, pub u8, pub u8);

impl Ink {
    pub const BLACK: Ink = Ink(0, 0, 0);
    pub const WHITE: Ink = Ink(255, 255, 255);
    /// The house's ink, paper, grey for what is secondary, petrol and saffron.
    pub const INK: Ink = Ink(0x12, 0x26, 0x3a);
    pub const MUTED: Ink = Ink(0x4a, 0x5a, 0x6a);
    pub const PETROL: Ink = Ink(0x0e, 0x5a, 0x5f);
    pub const SAFFRON: Ink = Ink(0xe3, 0xa0, 0x08);

    /// `#0e5a5f`, with or without the sign.
    pub fn parse(text: &str) -> Option<Ink> {
        Colour::parse(text).map(|colour| Ink::from(&colour))
    }

    /// White or ink, whichever stands out more on it.
    pub fn text_on_it(self) -> Ink {
        let own = Colour::parse(&format!("{:02x}{:02x}{:02x}", self.0, self.1, self.2));
        own.and_then(|colour| Ink::parse(colour.text_on_it()))
            .unwrap_or(Ink::INK)
    }
}

impl From<&Colour> for Ink {
    fn from(colour: &Colour) -> Ink {
        let part = |at: usize| {
            let digits = colour.as_str().get(at..at + 2).unwrap_or("00");
            u8::from_str_radix(digits, 16).unwrap_or(0)
        };
        Ink(part(1), part(3), part(5))
    }
}

/// Lines and curves of a shape.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline(pub Vec<Step>);

/// One step of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Curve([f32; 6]),
    Close,
}

/// How far a control point lies along a quarter of a circle.
const QUARTER: f32 = 0.552_285;

impl Outline {
    pub fn rectangle(area: Area) -> Outline {
        Outline::polygon(&[
            (area.x, area.y),
            (area.right(), area.y),
            (area.right(), area.bottom()),
            (area.x, area.bottom()),
        ])
    }

    pub fn polygon(points: &[(f32, f32)]) -> Outline {
        let mut outline = Outline::open(points);
        outline.0.push(Step::Close);
        outline
    }

    /// A line through points, its ends not joined.
    pub fn open(points: &[(f32, f32)]) -> Outline {
        let step = |(place, &(x, y)): (usize, &(f32, f32))| match place {
            0 => Step::Move(x, y),
            _ => Step::Line(x, y),
        };
        Outline(points.iter().enumerate().map(step).collect())
    }

    pub fn circle(x: f32, y: f32, radius: f32) -> Outline {
        let area = Area::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius);
        Outline::rounded(area, radius)
    }

    /// A rectangle with round corners.
    pub fn rounded(area: Area, radius: f32) -> Outline {
        let r = radius.min(area.width / 2.0).min(area.height / 2.0);
        let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
        let k = r * (1.0 - QUARTER);
        Outline(vec![
            Step::Move(left + r, top),
            Step::Line(right - r, top),
            Step::Curve([right - k, top, right, top + k, right, top + r]),
            Step::Line(right, bottom - r),
            Step::Curve([right, bottom - k, right - k, bottom, right - r, bottom]),
            Step::Line(left + r, bottom),
            Step::Curve([left + k, bottom, left, bottom - k, left, bottom - r]),
            Step::Line(left, top + r),
            Step::Curve([left, top + k, left + k, top, left + r, top]),
            Step::Close,
        ])
    }
}

/// How a page lies on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    #[default]
    Upright,
    /// Its top to the right.
    Quarter,
    /// Upside down, as the outer half of a folded badge.
    Half,
    /// Its top to the left.
    ThreeQuarters,
}

/// One thing that is drawn.
#[derive(Clone)]
pub enum Mark {
    /// Lines of a block of text, whose corner lies at `x`, `y`.
    Text {
        block: Arc<Block>,
        lines: Range<usize>,
        x: f32,
        y: f32,
        ink: Ink,
    },
    Filled {
        outline: Outline,
        ink: Ink,
    },
    Stroked {
        outline: Outline,
        ink: Ink,
        width: f32,
        dashes: Option<(f32, f32)>,
    },
    /// A picture that fills its area; what hangs over the area's `clip` is not seen.
    Picture {
        picture: Arc<Picture>,
        area: Area,
        clip: Option<Area>,
        /// What it shows, for those who do not see it.
        says: String,
    },
    /// A QR symbol; the white around it is the page's.
    Symbol {
        symbol: Symbol,
        area: Area,
        says: String,
    },
    /// Another page's drawing.
    Placed {
        page: Arc<Page>,
        x: f32,
        y: f32,
        turn: Turn,
    },
    /// What is drawn from here on is part of this, until its end.
    Begin(Part),
    End,
}

/// A page and what is drawn on it, in this order.
#[derive(Clone, Default)]
pub struct Page {
    pub width: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
}

impl Page {
    pub fn new(width: f32, height: f32) -> Page {
        Page {
            width,
            height,
            marks: Vec::new(),
        }
    }

    pub fn text(&mut self, block: Arc<Block>, x: f32, y: f32, ink: Ink) {
        let lines = 0..block.lines.len();
        self.marks.push(Mark::Text {
            block,
            lines,
            x,
            y,
            ink,
        });
    }

    pub fn fill(&mut self, outline: Outline, ink: Ink) {
        self.marks.push(Mark::Filled { outline, ink });
    }

    pub fn rectangle(&mut self, area: Area, ink: Ink) {
        self.fill(Outline::rectangle(area), ink);
    }

    pub fn stroke(&mut self, outline: Outline, ink: Ink, width: f32) {
        self.marks.push(Mark::Stroked {
            outline,
            ink,
            width,
            dashes: None,
        });
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), ink: Ink, width: f32) {
        self.stroke(Outline::open(&[from, to]), ink, width);
    }

    pub fn dashed(&mut self, from: (f32, f32), to: (f32, f32), ink: Ink, width: f32) {
        self.marks.push(Mark::Stroked {
            outline: Outline::open(&[from, to]),
            ink,
            width,
            dashes: Some((width * 6.0, width * 4.0)),
        });
    }

    /// A picture as large as it goes into its area, in the middle.
    pub fn picture(&mut self, picture: Arc<Picture>, area: Area, says: &str) {
        let area = area.fitted(picture.shape());
        self.marks.push(Mark::Picture {
            picture,
            area,
            clip: None,
            says: says.to_owned(),
        });
    }

    /// A picture that covers its area, whatever hangs over cut off.
    pub fn background(&mut self, picture: Arc<Picture>, area: Area) {
        self.marks.push(Mark::Picture {
            area: area.covered(picture.shape()),
            picture,
            clip: Some(area),
            says: String::new(),
        });
    }

    pub fn symbol(&mut self, symbol: Symbol, area: Area, says: &str) {
        self.marks.push(Mark::Symbol {
            symbol,
            area: area.fitted(1.0),
            says: says.to_owned(),
        });
    }

    /// Whatever is drawn between this and [`Page::end`] is part of it.
    pub fn begin(&mut self, part: Part) {
        self.marks.push(Mark::Begin(part));
    }

    pub fn end(&mut self) {
        self.marks.push(Mark::End);
    }

    pub fn place(&mut self, page: Arc<Page>, x: f32, y: f32, turn: Turn) {
        self.marks.push(Mark::Placed { page, x, y, turn });
    }
}

impl Turn {
    /// The matrix (a, b, c, d, e, f) that brings a page of that size to lie at `x`, `y`.
    pub(super) fn matrix(self, page: &Page, x: f32, y: f32) -> [f32; 6] {
        let (width, height) = (page.width, page.height);
        match self {
            Turn::Upright => [1.0, 0.0, 0.0, 1.0, x, y],
            Turn::Quarter => [0.0, 1.0, -1.0, 0.0, x + height, y],
            Turn::Half => [-1.0, 0.0, 0.0, -1.0, x + width, y + height],
            Turn::ThreeQuarters => [0.0, -1.0, 1.0, 0.0, x, y + width],
        }
    }
}
