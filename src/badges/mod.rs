//! The badge's code as a picture.

mod qr;

pub use qr::{link_svg, png, svg};
