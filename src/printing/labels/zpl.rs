//! A label in ZPL II, as Zebra's programming guide describes it (docs.zebra.com, "ZPL Programming Guide": ^XA, ^PW,
//! ^LL, ^LH, ^FO, ^GF, ^PQ, ^XZ).

use std::fmt::Write;

use super::bitmap::Bitmap;

/// The guide lets one ^GF hold 99,999 bytes of picture: a label of 100 mm at 300 dpi is more.
const MOST_BYTES: usize = 64_000;

/// One label. Until its last command has come the printer prints nothing, so what broke off in the middle may be
/// sent again.
pub(super) fn label(bitmap: &Bitmap) -> Vec<u8> {
    let row_bytes = bitmap.bytes_a_row();
    let rows: Vec<&[u8]> = bitmap.rows().collect();
    let rows_at_once = (MOST_BYTES / row_bytes.max(1)).max(1);
    let mut zpl = format!("^XA^PW{}^LL{}^LH0,0\n", bitmap.width, bitmap.height);
    for (place, band) in rows.chunks(rows_at_once).enumerate() {
        let (y, bytes) = (place * rows_at_once, band.len() * row_bytes);
        // Writing to a String cannot fail.
        let _ = write!(zpl, "^FO0,{y}^GFA,{bytes},{bytes},{row_bytes},");
        band.iter().for_each(|row| hexadecimal(row, &mut zpl));
        zpl.push_str("^FS\n");
    }
    zpl.push_str("^PQ1^XZ\n");
    zpl.into_bytes()
}

/// Two digits a byte; a comma stands for the white at the end of a row.
fn hexadecimal(row: &[u8], zpl: &mut String) {
    let end = row
        .iter()
        .rposition(|byte| *byte != 0)
        .map_or(0, |at| at + 1);
    for byte in &row[..end] {
        let _ = write!(zpl, "{byte:02X}");
    }
    if end < row.len() {
        zpl.push(',');
    }
}

#[cfg(test)]
mod tests {
    use crate::printing::labels::zpl::*;

    #[test]
    fn a_label_is_written_row_by_row() {
        let bitmap = Bitmap::drawn(&["x       x ", "          ", "xxxxxxxxxx"]);
        let said = String::from_utf8(label(&bitmap)).unwrap();
        assert_eq!(
            said,
            "^XA^PW10^LL3^LH0,0\n^FO0,0^GFA,6,6,2,8080,FFC0^FS\n^PQ1^XZ\n"
        );
    }

    #[test]
    fn a_long_label_comes_in_pieces_that_printers_take() {
        let row = "x".repeat(800);
        let rows: Vec<&str> = std::iter::repeat_n(row.as_str(), 1500).collect();
        let said = String::from_utf8(label(&Bitmap::drawn(&rows))).unwrap();
        let sizes: Vec<usize> = said
            .split("^GFA,")
            .skip(1)
            .map(|part| part.split(',').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(sizes.iter().sum::<usize>(), 150_000);
        assert!(sizes.iter().all(|size| *size < 99_999) && said.contains("^FO0,640^GFA"));
    }
}
