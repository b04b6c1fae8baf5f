//! PNG, JPEG, SVG, PDF, and what calls itself so.

use std::io::Write;

use data_encoding::BASE64;
use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::spreadsheets::laughs;
use super::{HostileFile, answered, refused, refused_somehow, taken};

pub fn all() -> Vec<HostileFile> {
    [bitmaps(), drawings(), documents(), costly()]
        .into_iter()
        .flatten()
        .collect()
}

const TOO_LONG: &str = "takes longer than";
const TOO_MUCH: &str = "MB of memory";
const DAMAGED: &str = "damaged or cut off";
const UNKNOWN: &str = "not a picture we know";

fn svg(content: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='1000' height='1400'>{content}</svg>"
    )
}

/// What takes longest.
pub fn costly() -> Vec<HostileFile> {
    let copies: String = (1..12)
        .map(|n| {
            format!(
                "<g id='g{n}'>{}</g>",
                format!("<use href='#g{}'/>", n - 1).repeat(10)
            )
        })
        .collect();
    let turbulence = "<feTurbulence baseFrequency='0.001' numOctaves='2000000000'/>".repeat(20);
    vec![
        refused_somehow(
            "copies itself a hundred thousand million times",
            &[TOO_LONG, TOO_MUCH, DAMAGED],
            svg(&format!(
                "<defs><rect id='g0' width='1' height='1'/>{copies}</defs><use href='#g11'/>"
            )),
        ),
        refused_somehow(
            "makes clouds of two thousand million octaves",
            &[TOO_LONG, TOO_MUCH, DAMAGED],
            svg(&format!(
                "<filter id='f' x='0' y='0' width='1' height='1'>{turbulence}</filter><rect width='1000' height='1400' filter='url(#f)'/>"
            )),
        ),
    ]
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(kind);
    crc.update(data);
    [
        &u32::try_from(data.len()).unwrap().to_be_bytes(),
        &kind[..],
        data,
        &crc.sum().to_be_bytes(),
    ]
    .concat()
}

fn deflated(plain: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(plain).unwrap();
    encoder.finish().unwrap()
}

/// A PNG of one grey that says this size, with these chunks before its pixels.
fn png(width: u32, height: u32, before: &[u8], pixels: &[u8]) -> Vec<u8> {
    let size = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[8, 0, 0, 0, 0],
    ]
    .concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &size),
        before.to_vec(),
        chunk(b"IDAT", &deflated(pixels)),
        chunk(b"IEND", b""),
    ]
    .concat()
}

/// A JPEG's head that says this size.
fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut jpeg = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00".to_vec();
    jpeg.extend(b"\xff\xc0\x00\x0b\x08");
    jpeg.extend(height.to_be_bytes());
    jpeg.extend(width.to_be_bytes());
    jpeg.extend(b"\x01\x01\x11\x00");
    jpeg.extend(b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00");
    jpeg
}

fn bitmaps() -> Vec<HostileFile> {
    let small = png(9, 9, b"", &[0; 90]);
    let comment = [b"Comment\0\0".to_vec(), deflated(&vec![b'a'; 80 << 20])].concat();
    let profile = [b"p\0\0".to_vec(), deflated(&vec![b'a'; 70 << 20])].concat();
    vec![
        refused(
            "says it has four thousand million pixels",
            "65535 × 65535 pixels",
            png(65_535, 65_535, b"", b""),
        ),
        refused(
            "has sixteen million pixels of one grey",
            "4000 × 4000 pixels",
            png(4_000, 4_000, b"", &vec![0; 4_000 * 4_001]),
        ),
        taken(
            "has nine million pixels of one grey",
            png(3_000, 3_000, b"", &vec![0; 3_000 * 3_001]),
        ),
        refused("says it has no width", DAMAGED, png(0, 9, b"", &[0; 90])),
        refused(
            "is a picture cut off in the middle",
            DAMAGED,
            &small[..small.len() / 2],
        ),
        refused(
            "is the first eight bytes of a picture",
            DAMAGED,
            &small[..8],
        ),
        refused(
            "has fewer pixels than it says",
            DAMAGED,
            png(2_000, 2_000, b"", &[0; 90]),
        ),
        answered(
            "has more pixels than it says",
            png(9, 9, b"", &vec![0; 60 << 20]),
        ),
        answered(
            "has a comment of eighty megabytes, packed",
            png(9, 9, &chunk(b"zTXt", &comment), &[0; 90]),
        ),
        answered(
            "has a colour profile of seventy megabytes, packed",
            png(9, 9, &chunk(b"iCCP", &profile), &[0; 90]),
        ),
        refused(
            "is a photograph that says it is as large as can be",
            "65500 × 65500 pixels",
            jpeg(65_500, 65_500),
        ),
        refused(
            "is a photograph without its pixels",
            DAMAGED,
            jpeg(100, 100),
        ),
        refused("is a photograph of three bytes", DAMAGED, b"\xff\xd8\xff"),
        refused(
            "is larger than pictures may be",
            "up to 4 MB",
            [small, vec![0; 4 << 20]].concat(),
        ),
        refused("is a film", UNKNOWN, b"GIF89a\xff\xff\xff\xff\x00\x00\x00;"),
        refused(
            "is a packed drawing",
            UNKNOWN,
            b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
        ),
        refused(
            "is zeros for a megabyte and no picture",
            UNKNOWN,
            vec![0; 1 << 20],
        ),
    ]
}

fn drawings() -> Vec<HostileFile> {
    let wall = BASE64.encode(&png(20_000, 20_000, b"", b""));
    let nested = |depth: usize| {
        svg(&format!(
            "{}<rect width='9' height='9'/>{}",
            "<g opacity='0.9'>".repeat(depth),
            "</g>".repeat(depth)
        ))
    };
    let filters = "<feOffset dx='1'/>".repeat(101);
    vec![
        refused("nests groups five thousand deep", "Line 1: elements lie more than 64 deep", nested(5_000)),
        refused("nests groups forty thousand deep", "elements lie more than 64 deep", nested(40_000)),
        taken("nests groups as deep as is taken", nested(60)),
        refused("has more elements than can be counted", "more than 100,000 elements", svg(&"<g/>".repeat(100_001))),
        refused("has a hundred and one filters", "more than 100 filters", svg(&format!("<filter id='f'>{filters}</filter>"))),
        refused("holds a picture as large as a wall", "20000 × 20000 pixels", svg(&format!("<image width='9' height='9' href='data:image/png;base64,{wall}'/>"))),
        refused("laughs a billion times in a drawing", DAMAGED, laughs("svg", "<text>&l9;</text>")),
        refused("is a drawing cut off in the middle", DAMAGED, "<svg xmlns='http://www.w3.org/2000/svg' width='9'"),
        refused("is only the sign that begins a drawing", DAMAGED, "<"),
        refused("is a page and no drawing", DAMAGED, "<html><body>Hello</body></html>"),
        refused("has no size", DAMAGED, "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>"),
        answered("is as large as a country", "<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'><rect width='1e9' height='1e9'/></svg>"),
        taken("names files and addresses that are not looked for", svg("<image href='file:///etc/passwd' width='9' height='9'/><image href='http://127.0.0.1:9/' width='9' height='9'/>")),
        answered("paints itself with itself", svg("<pattern id='p' width='9' height='9'><rect width='9' height='9' fill='url(#p)'/></pattern><rect width='9' height='9' fill='url(#p)'/>")),
        answered("masks itself with itself", svg("<mask id='m' mask='url(#m)'><rect width='9' height='9' mask='url(#m)'/></mask><rect width='9' height='9' mask='url(#m)'/>")),
        answered("clips itself with itself", svg("<clipPath id='c' clip-path='url(#c)'><rect width='9' height='9' clip-path='url(#c)'/></clipPath><rect width='9' height='9' clip-path='url(#c)'/>")),
        answered("draws a line of a thousand million dashes", svg(&"<path d='M0 0H1000000' stroke='#000' stroke-dasharray='0.0001'/>".repeat(50))),
        answered("packs a hundred blurs of a million pixels", svg(&format!(
            "<filter id='f' x='0' y='0' width='1' height='1'>{}</filter>{}",
            "<feMorphology operator='dilate' radius='500'/><feGaussianBlur stdDeviation='300'/>".repeat(50),
            "<rect width='1000' height='1400' filter='url(#f)'/>".repeat(50)))),
        refused("declares a file of the machine in a drawing", DAMAGED,
            "<!DOCTYPE svg [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&f;</text></svg>"),
    ]
}

fn documents() -> Vec<HostileFile> {
    let around = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
    let itself = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 99999999>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9/Size 99999999>>\nstartxref\n9\n%%EOF";
    vec![
        refused_somehow(
            "is a document's first line and nothing more",
            &[DAMAGED, TOO_LONG, TOO_MUCH],
            "%PDF-1.7",
        ),
        refused_somehow(
            "is a document whose pages are their own parents",
            &[DAMAGED, TOO_LONG, TOO_MUCH],
            around,
        ),
        refused_somehow(
            "is a document that refers to itself for its beginning",
            &[DAMAGED, TOO_LONG, TOO_MUCH],
            itself,
        ),
        refused_somehow(
            "is a document that opens a million lists",
            &[DAMAGED, TOO_LONG, TOO_MUCH],
            format!("%PDF-1.7\n1 0 obj {}", "[".repeat(1 << 20)),
        ),
        refused_somehow(
            "is a document that opens a million dictionaries",
            &[DAMAGED, TOO_LONG, TOO_MUCH],
            format!("%PDF-1.7\n1 0 obj {}", "<</A ".repeat(1 << 19)),
        ),
        refused_somehow(
            "is a document of noise",
            &[DAMAGED, TOO_LONG, TOO_MUCH],
            [
                b"%PDF-1.7\n".to_vec(),
                (0..1 << 20)
                    .map(|n: u32| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
                    .collect(),
            ]
            .concat(),
        ),
    ]
}
