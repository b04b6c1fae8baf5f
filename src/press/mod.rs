//! What is printed: shaped text of any script, fitted into boxes; pages of drawing in millimetres; and two ways
//! out, PDF and pixels. It knows nothing of forums: badges, letters and lists stand on it.

pub mod flow;
mod fonts;
mod fonts_beside;
mod page;
mod part;
pub mod pdf;
mod picture;
mod pixels;
pub mod raster;
mod refused;
mod scripts;
mod symbol;
mod tags;
mod text;
mod trial;

pub use fonts::Fonts;
pub use page::{Area, Ink, Mark, Outline, Page, Turn};
pub use part::{Line as HeadOf, Part, Role};
pub use picture::Picture;
pub use picture::vector::{DEEPEST, MOST_FILTERS, MOST_NODES};
pub use pixels::{MOST_PIXELS, Pixels};
pub use refused::Refused;
pub use scripts::{SCRIPTS, Script};
pub use symbol::Symbol;
pub use text::{Align, Block, Line, Style, Typesetter};
pub use trial::{thumbnail, tried};

/// Millimetres in a point, in which sizes of letters are told.
pub const POINT: f32 = 25.4 / 72.0;
