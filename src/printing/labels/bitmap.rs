//! A label as the dots that a printer burns.

use crate::press::{Page, raster};

/// Black or nothing; shades are none.
pub(super) struct Bitmap {
    pub width: usize,
    pub height: usize,
    /// Eight dots to a byte, the first the highest bit; each row begins a new byte.
    dots: Vec<u8>,
}

impl Bitmap {
    /// `None` when the picture would be too large.
    pub(super) fn of(page: &Page, dots_per_millimetre: f32) -> Option<Bitmap> {
        let drawn = raster::draw(page, dots_per_millimetre)?;
        Some(Bitmap {
            width: drawn.width() as usize,
            height: drawn.height() as usize,
            dots: drawn.dots(),
        })
    }

    pub(super) fn bytes_a_row(&self) -> usize {
        self.width.div_ceil(8)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.dots.chunks_exact(self.bytes_a_row())
    }

    /// The dot so far from the left in a row.
    pub(super) fn is_black(row: &[u8], x: usize) -> bool {
        row.get(x / 8)
            .is_some_and(|byte| byte & (0x80 >> (x % 8)) != 0)
    }
}

#[cfg(test)]
impl Bitmap {
    /// From a drawing of letters: everything but a blank is black.
    pub(crate) fn drawn(rows: &[&str]) -> Bitmap {
        let width = rows[0].len();
        let row = |text: &str| {
            let mut bytes = vec![0; width.div_ceil(8)];
            let black = text.bytes().enumerate().filter(|(_, sign)| *sign != b' ');
            black.for_each(|(x, _)| bytes[x / 8] |= 0x80 >> (x % 8));
            bytes
        };
        Bitmap {
            width,
            height: rows.len(),
            dots: rows.iter().flat_map(|text| row(text)).collect(),
        }
    }
}
