//! The badge's code as a picture.

mod qr;

pub use qr::{png, svg};
