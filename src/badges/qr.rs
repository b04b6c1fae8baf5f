//! The QR symbol of a badge: version 2 with error correction Q, which cheap cameras still read from a creased
//! print at arm's length.

use std::fmt::Write;

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

use crate::press;
use crate::values::Code;

/// Modules of white around the symbol; scanners need four.
const QUIET: usize = 4;
/// Pixels a module in the PNG: sharp on a phone, 330 pixels in all.
const SCALE: usize = 10;

/// The symbol as an SVG element, black on white whatever the page's colours are. `label` says to a screen reader
/// what it is.
pub fn svg(code: &Code, label: &str) -> String {
    drawn(&Symbol::of(code), label)
}

/// A link as a symbol, for a phone's camera; `None` when it is longer than any symbol holds.
pub fn link_svg(link: &str, label: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    Some(drawn(&Symbol::from(code), label))
}

/// The symbol for a page that is drawn.
pub fn symbol(code: &Code) -> press::Symbol {
    let symbol = Symbol::of(code);
    press::Symbol::new(symbol.side, |x, y| symbol.is_dark(x, y))
}

fn drawn(symbol: &Symbol, label: &str) -> String {
    let side = symbol.side + 2 * QUIET;
    let label = escaped(label);
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {side} {side}" width="{pixels}" height="{pixels}" role="img" aria-label="{label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d=""##,
        pixels = side * SCALE,
    );
    for (x, y, length) in symbol.runs() {
        let (x, y) = (x + QUIET, y + QUIET);
        write!(svg, "M{x} {y}h{length}v1h-{length}z").expect("a String takes everything");
    }
    svg.push_str(r#""/></svg>"#);
    svg
}

/// The symbol as a PNG, one bit a pixel, for the mail.
pub fn png(code: &Code) -> Vec<u8> {
    let symbol = Symbol::of(code);
    let side = (symbol.side + 2 * QUIET) * SCALE;
    let size = u32::try_from(side).expect("a QR symbol is small");
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, size, size);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    // Nine rows in ten are the row above: as the difference to it they are nothing but zeros.
    encoder.set_filter(png::Filter::Up);
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&symbol.pixels(side)))
        .expect("a Vec takes everything");
    png
}

struct Symbol {
    side: usize,
    modules: Vec<Color>,
}

impl Symbol {
    fn of(code: &Code) -> Symbol {
        // As one alphanumeric run. Left to itself the library changes to digits and back where a code has
        // several in a row, and of one code in some hundreds nothing is saved but the room is gone.
        let mut bits = Bits::new(Version::Normal(2));
        let code = bits
            .push_alphanumeric_data(code.qr_text().as_bytes())
            .and_then(|()| bits.push_terminator(EcLevel::Q))
            .and_then(|()| QrCode::with_bits(bits, EcLevel::Q))
            .expect("28 alphanumeric characters fit version 2 with error correction Q");
        Symbol::from(code)
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.side && y < self.side && self.modules[y * self.side + x] == Color::Dark
    }

    /// Dark modules that lie side by side, as (x, y, how many).
    fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs = Vec::new();
        for y in 0..self.side {
            let mut x = 0;
            while x < self.side {
                let length = (x..self.side).take_while(|&x| self.is_dark(x, y)).count();
                if length > 0 {
                    runs.push((x, y, length));
                }
                x += length + 1;
            }
        }
        runs
    }

    /// Rows of pixels, eight to a byte, white as 1.
    fn pixels(&self, side: usize) -> Vec<u8> {
        let mut rows = Vec::with_capacity(side.div_ceil(8) * side);
        for y in 0..side / SCALE {
            // Left and above the symbol the subtraction wraps to far outside, which is light.
            let row = self.row_of_pixels(y.wrapping_sub(QUIET), side);
            (0..SCALE).for_each(|_| rows.extend_from_slice(&row));
        }
        rows
    }

    fn row_of_pixels(&self, y: usize, side: usize) -> Vec<u8> {
        let mut row = vec![0xff; side.div_ceil(8)];
        for x in 0..side {
            if self.is_dark((x / SCALE).wrapping_sub(QUIET), y) {
                row[x / 8] &= !(0x80 >> (x % 8));
            }
        }
        row
    }
}

impl From<QrCode> for Symbol {
    fn from(code: QrCode) -> Symbol {
        Symbol {
            side: code.width(),
            modules: code.into_colors(),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use std::{fs, process::Command};

    use super::*;

    /// What zbarimg, which shares no line with our encoder, reads in a picture.
    fn read_by_zbar(picture: &std::path::Path) -> String {
        let output = Command::new("zbarimg")
            .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
            .arg(picture)
            .output()
            .expect("zbarimg is installed");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    #[test]
    fn another_decoder_reads_the_png() {
        let folder = tempfile::tempdir().unwrap();
        for round in 0..20 {
            let code = Code::random();
            let file = folder.path().join(format!("{round}.png"));
            fs::write(&file, png(&code)).unwrap();
            assert_eq!(read_by_zbar(&file), code.qr_text());
        }
    }

    #[test]
    fn svg_draws_the_same_modules_as_the_png() {
        let code = Code::from_bytes(*b"sixteen bytes ok");
        let symbol = Symbol::of(&code);
        let dark: usize = symbol.runs().iter().map(|(_, _, length)| length).sum();
        assert_eq!(symbol.side, 25);
        assert_eq!(
            dark,
            symbol
                .modules
                .iter()
                .filter(|module| **module == Color::Dark)
                .count()
        );
        let svg = svg(&code, "Badge of <Ali & \"Co\">");
        assert!(svg.contains(r#"aria-label="Badge of &lt;Ali &amp; &quot;Co&quot;&gt;""#));
        assert!(svg.contains(r#"viewBox="0 0 33 33""#) && !svg.contains("style"));
        assert!(svg.len() < 4096, "{}", svg.len());
    }

    #[test]
    fn any_code_fits_the_symbol() {
        let mut number: u128 = 1;
        for _ in 0..4_000 {
            number = number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
            assert_eq!(Symbol::of(&Code::from_bytes(number.to_be_bytes())).side, 25);
        }
        assert_eq!(Symbol::of(&Code::from_bytes([0; 16])).side, 25);
    }
}
