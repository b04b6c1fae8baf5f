//! What the desk may bring as logo, signature or stamp.

use crate::models::forum::forum_image::Kind;
use crate::press::{self, Pixels, Refused};

/// Larger files are refused: a signature at 600 dots an inch is a tenth of it.
pub(crate) const LARGEST: usize = 1 << 20;
/// Pixels along an edge.
const WIDEST: u32 = 3_000;

/// What kind of picture a file is, by what is in it; refused when it is none that can be drawn.
pub(crate) fn picture_kind(bytes: Vec<u8>) -> Result<Kind, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let kind = match bytes[..] {
        [0x89, b'P', b'N', b'G', ..] => Kind::Png,
        [0xff, 0xd8, 0xff, ..] => Kind::Jpeg,
        _ => return Err(Refused::Unknown),
    };
    let pixels = Pixels::of(&bytes).ok_or(Refused::Broken)?;
    if pixels.edge() > WIDEST {
        return Err(Refused::Pixels(pixels));
    }
    press::tried(bytes).map(|()| kind)
}

#[cfg(test)]
mod tests {
    use crate::papers::pdf::artwork::*;

    #[test]
    fn only_pictures_of_a_sensible_size_are_taken() {
        let kind = |bytes: &[u8]| picture_kind(bytes.to_vec());
        assert_eq!(kind(b"<svg/>"), Err(Refused::Unknown));
        assert_eq!(kind(b""), Err(Refused::Unknown));
        assert_eq!(kind(&[0xff; LARGEST + 1]), Err(Refused::TooLarge));
        let mut wall = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        wall.extend([0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, 8, 6, 0, 0, 0]);
        let pixels = Pixels {
            width: 0xffff,
            height: 0xffff,
        };
        assert_eq!(kind(&wall), Err(Refused::Pixels(pixels)));
        wall[16..24].copy_from_slice(&[0, 0, 0, 9, 0, 0, 0, 9]);
        assert_eq!(kind(&wall), Err(Refused::Broken));
    }
}
