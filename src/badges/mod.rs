//! The badge: its code as a picture, and the whole of it on paper, laid out as an organizer's layout says.

mod card;
mod check;
mod defaults;
mod face;
mod layout;
mod paint;
mod pictogram;
mod poster;
mod print;
mod printable;
mod qr;
mod queue;
mod sheet;

pub use card::{Card, card};
pub use check::Fault;
pub use face::{BadgeFace, Category, ForumFace, Pictogram, Sign};
pub use layout::{Anchor, Element, Face, Kind, Layout, Paint, Paper};
pub use paint::{Artwork, Drawn, Painter};
pub use poster::Poster;
pub use print::{Item, Job, Printed, pdf};
pub use qr::{link_svg, link_symbol, png, svg, symbol};
pub use queue::{Desk, queue_letters, queue_sheet};
pub use sheet::{Imposition, Sheet};

/// A box in millimetres.
pub fn area(x: f32, y: f32, width: f32, height: f32) -> crate::press::Area {
    crate::press::Area::new(x, y, width, height)
}
