//! Pictures that an organizer brings: PNG, JPEG, SVG, PDF. What they hold is drawn; what they refer to is not
//! looked for, neither in files nor in the net.

pub(super) mod vector;

use std::sync::Arc;

use krilla::image::Image;
use krilla::pdf::{Pdf, PdfDocument};
use resvg::usvg::Tree;

use super::pixels::Pixels;
use super::refused::Refused;

/// Larger files are refused.
pub(super) const LARGEST: usize = 8 << 20;
/// Pixels along an edge beyond which a picture is refused: A3 at 300 dpi is less.
const WIDEST: u32 = 5_000;

/// A picture that was read.
pub struct Picture {
    pub(super) kind: Kind,
    width: f32,
    height: f32,
}

pub(super) enum Kind {
    /// As the PDF takes it, and its file for the pixels.
    Bitmap(Image, Arc<Vec<u8>>),
    Vector(Box<Tree>),
    /// The first page of a PDF.
    Pdf(PdfDocument),
}

impl Picture {
    /// By what the bytes are, whatever the file was called.
    pub fn read(bytes: Vec<u8>) -> Result<Picture, Refused> {
        if bytes.len() > LARGEST {
            return Err(Refused::TooLarge);
        }
        match &bytes[..] {
            [0x89, b'P', b'N', b'G', ..] => bitmap(bytes, |data| Image::from_png(data, true)),
            [0xff, 0xd8, 0xff, ..] => bitmap(bytes, |data| Image::from_jpeg(data, true)),
            [b'%', b'P', b'D', b'F', ..] => pdf(bytes),
            start if is_markup(start) => vector::read(&bytes),
            _ => Err(Refused::Unknown),
        }
    }

    /// Width over height.
    pub fn shape(&self) -> f32 {
        self.width / self.height
    }

    /// Width and height in its own units.
    pub fn size(&self) -> (f32, f32) {
        (self.width, self.height)
    }

    /// Whether pixels can be made of it; a PDF is only ever placed into a PDF.
    pub fn has_pixels(&self) -> bool {
        !matches!(self.kind, Kind::Pdf(_))
    }

    pub(super) fn new(kind: Kind, width: f32, height: f32) -> Result<Picture, Refused> {
        if width > 0.0 && height > 0.0 {
            return Ok(Picture {
                kind,
                width,
                height,
            });
        }
        Err(Refused::Broken)
    }
}

fn bitmap(
    bytes: Vec<u8>,
    read: impl Fn(krilla::Data) -> Result<Image, String>,
) -> Result<Picture, Refused> {
    // By what the head says, before anything is unpacked: a small file may hold a picture as large as a wall.
    let pixels = Pixels::of(&bytes).ok_or(Refused::Broken)?;
    if pixels.edge() > WIDEST {
        return Err(Refused::Pixels(pixels));
    }
    let bytes = Arc::new(bytes);
    let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = bytes.clone();
    let image = read(shared.into()).map_err(|_| Refused::Broken)?;
    let (width, height) = image.size();
    Picture::new(Kind::Bitmap(image, bytes), width as f32, height as f32)
}

fn pdf(bytes: Vec<u8>) -> Result<Picture, Refused> {
    let pdf = Pdf::new(Arc::new(bytes)).map_err(|_| Refused::Broken)?;
    let (width, height) = pdf
        .pages()
        .first()
        .ok_or(Refused::Broken)?
        .render_dimensions();
    Picture::new(Kind::Pdf(PdfDocument::new(Arc::new(pdf))), width, height)
}

fn is_markup(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    start.trim_ascii_start().starts_with(b"<")
}
