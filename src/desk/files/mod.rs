//! What the desk takes along, and what it brings.

pub mod attachment;
pub mod brought_picture;
pub mod upload;
