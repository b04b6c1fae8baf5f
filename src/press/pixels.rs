use serde::{Deserialize, Serialize};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Pixels of a picture that is brought: A4 at 300 dpi has fewer.
pub(crate) const MOST_PIXELS: u64 = 9_000_000;

/// How large a picture is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
}

impl Pixels {
    /// By the head of a PNG or a JPEG; nothing is unpacked.
    pub fn of(bytes: &[u8]) -> Option<Pixels> {
        match bytes {
            [0x89, b'P', b'N', b'G', ..] => of_png(bytes),
            [0xff, 0xd8, 0xff, ..] => of_jpeg(bytes),
            _ => None,
        }
    }

    /// The longer edge.
    pub fn edge(self) -> u32 {
        self.width.max(self.height)
    }

    pub fn count(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

fn of_png(bytes: &[u8]) -> Option<Pixels> {
    let number = |from: usize| {
        let digits: [u8; 4] = bytes.get(from..from + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(digits))
    };
    Some(Pixels {
        width: number(16)?,
        height: number(20)?,
    })
}

fn of_jpeg(bytes: &[u8]) -> Option<Pixels> {
    // The decoder's own limit is an error; ours is a sentence with the figures.
    let any = usize::from(u16::MAX);
    let options = DecoderOptions::default()
        .set_max_width(any)
        .set_max_height(any);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    Some(Pixels {
        width: u32::try_from(width).ok()?,
        height: u32::try_from(height).ok()?,
    })
}
