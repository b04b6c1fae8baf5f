//! A label in the raster commands of Brother's QL series, as the "Raster Command Reference" of QL-710W/720NW and of
//! QL-800/810W/820NWB describes them (chapters 2.1 and 4), for endless tape of 62 mm at 300 dpi.

use super::bitmap::Bitmap;

/// Dots in a millimetre.
pub(super) const DOTS: f32 = 300.0 / 25.4;
/// The head has 720 pins; over tape of 62 mm the first 12 print nothing, and the next 696 do.
const ROW_BYTES: u8 = 90;
const OFFSET: usize = 12;
const PRINTED: usize = 696;
/// 3 mm before and after, which the printer needs for its cutter: by so much the label is longer than its layout.
const MARGIN: [u8; 2] = [35, 0];

/// One label, cut off at its end. Begun with what clears away the rest of one that broke off.
pub(super) fn label(bitmap: &Bitmap) -> Vec<u8> {
    let height = u32::try_from(bitmap.height).unwrap_or(u32::MAX);
    let mut said = vec![0; 200]; // invalidate
    said.extend(b"\x1b@"); // initialize
    said.extend(b"\x1bia\x01"); // raster mode
    said.extend(b"\x1biz\x86\x0a\x3e\x00"); // endless tape, 62 mm wide
    said.extend(height.to_le_bytes());
    said.extend([0, 0]); // the first page
    said.extend(b"\x1biM\x40"); // cut by itself
    said.extend(b"\x1biA\x01"); // each label
    said.extend(b"\x1biK\x08"); // and after the last
    said.extend(b"\x1bid");
    said.extend(MARGIN);
    said.extend(b"M\x00"); // not compressed
    for row in bitmap.rows() {
        said.extend([b'g', 0, ROW_BYTES]);
        said.extend(pins(row, bitmap.width));
    }
    said.push(0x1a); // print and feed
    said
}

/// The tape leaves the printer with its left edge at the last pin, so rows are sent from right to left. What of the
/// label lies in the margins of the tape is cut off, as much at either side.
fn pins(row: &[u8], width: usize) -> [u8; ROW_BYTES as usize] {
    let mut pins = [0; ROW_BYTES as usize];
    for place in 0..PRINTED {
        let from_left = PRINTED - 1 - place;
        let x = (from_left + width / 2).checked_sub(PRINTED / 2);
        if x.is_some_and(|x| x < width && Bitmap::is_black(row, x)) {
            let pin = OFFSET + place;
            pins[pin / 8] |= 0x80 >> (pin % 8);
        }
    }
    pins
}

#[cfg(test)]
mod tests {
    use crate::printing::labels::brother::*;

    #[test]
    fn rows_run_from_right_to_left_within_what_the_tape_shows() {
        let mut row = vec![0_u8; 92];
        row[18 / 8] |= 0x80 >> (18 % 8); // the leftmost dot that is seen of 732
        let pins = pins(&row, 732);
        let black: Vec<usize> = (0..720)
            .filter(|pin| pins[pin / 8] & (0x80 >> (pin % 8)) != 0)
            .collect();
        assert_eq!(black, [OFFSET + PRINTED - 1]);
    }

    #[test]
    fn a_label_says_what_tape_it_wants_and_how_long_it_is() {
        let said = label(&Bitmap::drawn(&["x".repeat(732).as_str(); 300]));
        assert_eq!(&said[200..206], b"\x1b@\x1bia\x01");
        assert_eq!(
            &said[206..219],
            b"\x1biz\x86\x0a\x3e\x00\x2c\x01\x00\x00\x00\x00"
        );
        let head = said.len() - 1 - 300 * 93;
        assert_eq!(&said[head..head + 4], b"g\x00\x5a\x00");
        assert_eq!(said.last(), Some(&0x1a));
    }
}
