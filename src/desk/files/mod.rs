//! What the desk takes along, and what it brings.

pub(crate) mod attachment;
pub(crate) mod brought_picture;
pub(crate) mod upload;
