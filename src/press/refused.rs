use serde::{Deserialize, Serialize};

use super::pixels::Pixels;

/// Why a file is no picture for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refused {
    /// Neither PNG, JPEG, SVG nor PDF.
    Unknown,
    /// Too many bytes.
    TooLarge,
    /// Too many pixels.
    Pixels(Pixels),
    /// Elements of an SVG that lie too deep in one another, the first of them in this line.
    TooDeep { line: u32 },
    /// Too many elements in an SVG.
    Elements,
    /// Too many filters in an SVG, the first of them too many in this line.
    Filters { line: u32 },
    /// Cut off or damaged.
    Broken,
}
