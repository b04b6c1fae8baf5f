//! What is printed: shaped text of any script, fitted into boxes; pages of drawing in millimetres; and two ways
//! out, PDF and pixels. It knows nothing of forums: badges, letters and lists stand on it.

pub(crate) mod flow;
mod fonts;
mod fonts_beside;
mod page;
mod part;
pub(crate) mod pdf;
mod picture;
mod pixels;
pub(crate) mod raster;
mod refused;
mod scripts;
mod symbol;
mod tags;
mod text;
mod trial;

pub use fonts::Fonts;
pub use page::Ink;
pub(crate) use page::{Area, Mark, Outline, Page, Turn};
pub(crate) use part::{Line as HeadOf, Part, Role};
pub(crate) use picture::Picture;
pub(crate) use picture::vector::{DEEPEST, MOST_FILTERS, MOST_NODES};
pub(crate) use pixels::{MOST_PIXELS, Pixels};
pub(crate) use refused::Refused;
pub(crate) use scripts::SCRIPTS;
pub(crate) use symbol::Symbol;
pub(crate) use text::{Align, Block, Style, Typesetter};
pub(crate) use trial::{thumbnail, tried};

/// Millimetres in a point, in which sizes of letters are told.
pub(crate) const POINT: f32 = 25.4 / 72.0;
