//! What the desk may bring as logo, signature or stamp.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;

use crate::press::{Picture, Refused};

/// Larger files are refused: a signature at 600 dots an inch is a tenth of it.
pub const LARGEST: usize = 1 << 20;
/// Pixels along an edge.
const WIDEST: u32 = 3_000;

/// What kind of picture a file is, by what is in it: `image/png` or `image/jpeg`; `None` when it is none that can
/// be drawn.
pub fn picture_kind(bytes: &[u8]) -> Result<&'static str, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        _ => return Err(Refused::Unknown),
    };
    // Before it is unpacked: a small file may hold a picture as large as a wall.
    if kind == "image/png" && png_edge(bytes).is_none_or(|edge| edge > WIDEST) {
        return Err(Refused::TooLarge);
    }
    let (width, height) = Picture::read(bytes.to_vec())?.size();
    if width.max(height) > WIDEST as f32 {
        return Err(Refused::TooLarge);
    }
    // The press unpacks a picture when it draws it; a damaged one is to be known before.
    let whole = match kind {
        "image/png" => unpacks_png(bytes),
        _ => JpegDecoder::new(ZCursor::new(bytes)).decode().is_ok(),
    };
    whole.then_some(kind).ok_or(Refused::Broken)
}

fn unpacks_png(bytes: &[u8]) -> bool {
    let unpack = || {
        let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().ok()?;
        let mut pixels = vec![0; reader.output_buffer_size()?];
        reader.next_frame(&mut pixels).ok()
    };
    unpack().is_some()
}

/// The longer edge, as the file's head tells it.
fn png_edge(bytes: &[u8]) -> Option<u32> {
    let number = |from: usize| {
        let digits: [u8; 4] = bytes.get(from..from + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(digits))
    };
    Some(number(16)?.max(number(20)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_of_a_sensible_size_are_taken() {
        assert_eq!(picture_kind(b"<svg/>"), Err(Refused::Unknown));
        assert_eq!(picture_kind(b""), Err(Refused::Unknown));
        assert_eq!(picture_kind(&[0xff; LARGEST + 1]), Err(Refused::TooLarge));
        let mut wall = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        wall.extend([0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, 8, 6, 0, 0, 0]);
        assert_eq!(picture_kind(&wall), Err(Refused::TooLarge));
        wall[16..24].copy_from_slice(&[0, 0, 0, 9, 0, 0, 0, 9]);
        assert_eq!(picture_kind(&wall), Err(Refused::Broken));
    }
}
