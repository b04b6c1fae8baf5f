//! The badge's code as a picture.

mod card;
mod qr;

pub use card::{Card, card};
pub use qr::{link_svg, png, svg};
