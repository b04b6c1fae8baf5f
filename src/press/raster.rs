//! The same pages as pixels, for label printers and previews.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{
    FillRule, FilterQuality, IntSize, Mask, Paint, PathBuilder, Pixmap, PixmapPaint, Rect, Stroke,
    StrokeDash, Transform,
};

use super::page::{Area, Ink, Mark, Outline, Page, Step};
use super::picture::{Kind, Picture};
use super::symbol::Symbol;
use super::text::{Block, Line};

/// A page as pixels, white where nothing was drawn.
pub(crate) struct Bitmap(Pixmap);

/// A page at a printer's resolution: 8 dots a millimetre are 203 dpi. `None` when that is too large a picture.
/// A PDF on it stays white: pixels are made of everything else.
pub(crate) fn draw(page: &Page, dots_per_millimetre: f32) -> Option<Bitmap> {
    let side = |length: f32| (length * dots_per_millimetre).round().max(1.0) as u32;
    let (width, height) = (side(page.width), side(page.height));
    if u64::from(width) * u64::from(height) > 100_000_000 {
        return None;
    }
    let mut pixels = Pixmap::new(width, height)?;
    pixels.fill(tiny_skia::Color::WHITE);
    let mut drawing = Drawing { pixels };
    drawing.page(
        page,
        Transform::from_scale(dots_per_millimetre, dots_per_millimetre),
    );
    Some(Bitmap(drawing.pixels))
}

impl Bitmap {
    pub(crate) fn width(&self) -> u32 {
        self.0.width()
    }

    pub(crate) fn height(&self) -> u32 {
        self.0.height()
    }

    /// Brightness of each pixel, row by row: 0 is black.
    pub(crate) fn grey(&self) -> Vec<u8> {
        let brightness = |pixel: &[u8]| {
            let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
            ((red * 299 + green * 587 + blue * 114 + 500) / 1000) as u8
        };
        self.0.data().chunks_exact(4).map(brightness).collect()
    }

    /// Dots of a printer that knows black alone: eight to a byte, each row begins anew, black is 1.
    pub(crate) fn dots(&self) -> Vec<u8> {
        /// Darker than this is printed: colours of the house are, shades of its paper are not.
        const THRESHOLD: u8 = 150;
        let width = self.width() as usize;
        let mut dots = Vec::with_capacity(width.div_ceil(8) * self.height() as usize);
        for row in self.grey().chunks_exact(width) {
            for eight in row.chunks(8) {
                let bits = eight.iter().enumerate();
                dots.push(bits.fold(0, |byte, (place, grey)| {
                    byte | (u8::from(*grey < THRESHOLD) << (7 - place))
                }));
            }
        }
        dots
    }

    pub(crate) fn png(&self) -> Vec<u8> {
        self.0.encode_png().unwrap_or_default()
    }
}

struct Drawing {
    pixels: Pixmap,
}

impl Drawing {
    fn page(&mut self, page: &Page, to: Transform) {
        for mark in &page.marks {
            self.mark(mark, to);
        }
    }

    fn mark(&mut self, mark: &Mark, to: Transform) {
        match mark {
            Mark::Text {
                block,
                lines,
                x,
                y,
                ink,
            } => {
                for line in block.lines.get(lines.clone()).unwrap_or_default() {
                    self.line(block, line, to.pre_translate(*x, *y), *ink);
                }
            }
            Mark::Filled { outline, ink } => self.fill(path(outline), to, *ink),
            Mark::Stroked {
                outline,
                ink,
                width,
                dashes,
            } => {
                let stroke = Stroke {
                    width: *width,
                    dash: dashes.and_then(|(on, off)| StrokeDash::new(vec![on, off], 0.0)),
                    ..Stroke::default()
                };
                if let Some(path) = path(outline) {
                    self.pixels
                        .stroke_path(&path, &paint(*ink), &stroke, to, None);
                }
            }
            Mark::Picture {
                picture,
                area,
                clip,
                ..
            } => self.picture(picture, *area, *clip, to),
            Mark::Symbol { symbol, area, .. } => self.symbol(symbol, *area, to),
            Mark::Begin(_) | Mark::End => {}
            Mark::Placed { page, x, y, turn } => {
                let [a, b, c, d, e, f] = turn.matrix(page, *x, *y);
                self.page(page, to.pre_concat(Transform::from_row(a, b, c, d, e, f)));
            }
        }
    }

    fn fill(&mut self, path: Option<tiny_skia::Path>, to: Transform, ink: Ink) {
        if let Some(path) = path {
            self.pixels
                .fill_path(&path, &paint(ink), FillRule::Winding, to, None);
        }
    }

    fn line(&mut self, block: &Block, line: &Line, to: Transform, ink: Ink) {
        let size = block.size * super::POINT;
        for run in &line.runs {
            let Ok(font) = FontRef::from_index(run.font.data.as_ref(), run.font.index) else {
                continue;
            };
            let glyphs = font.outline_glyphs();
            let mut x = run.x;
            for letter in &run.letters {
                let mut pen = Pen::default();
                let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
                if let Some(outline) = glyphs.get(GlyphId::new(letter.glyph)) {
                    // An outline that is broken draws nothing.
                    let _ = outline.draw(settings, &mut pen);
                }
                let place = to.pre_translate(x + letter.x, line.baseline - letter.y);
                self.fill(pen.0.finish(), place, ink);
                x += letter.advance;
            }
        }
    }

    /// Modules of whole dots, all of one size, as a scanner likes them: blurred edges cost it dearly.
    fn symbol(&mut self, symbol: &Symbol, area: Area, to: Transform) {
        let mut corners = [
            tiny_skia::Point::from_xy(area.x, area.y),
            tiny_skia::Point::from_xy(area.right(), area.bottom()),
        ];
        to.map_points(&mut corners);
        let left = corners[0].x.min(corners[1].x);
        let top = corners[0].y.min(corners[1].y);
        let side = (corners[1].x - corners[0].x).abs();
        let module = (side / f32::from(symbol.side)).floor().max(1.0);
        let rest = ((side - module * f32::from(symbol.side)) / 2.0).max(0.0);
        let place = Transform::from_translate((left + rest).round(), (top + rest).round());
        let black = Paint {
            anti_alias: false,
            ..paint(Ink::BLACK)
        };
        for run in symbol.runs() {
            let (x, y) = (f32::from(run.x) * module, f32::from(run.y) * module);
            if let Some(dark) = Rect::from_xywh(x, y, f32::from(run.length) * module, module) {
                self.pixels.fill_rect(dark, &black, place, None);
            }
        }
    }

    fn picture(&mut self, picture: &Picture, area: Area, clip: Option<Area>, to: Transform) {
        let (width, height) = picture.size();
        let place = to
            .pre_translate(area.x, area.y)
            .pre_scale(area.width / width, area.height / height);
        let Some(drawn) = self.drawn(picture, place) else {
            return;
        };
        let mask = clip.and_then(|clip| {
            let mut mask = Mask::new(self.pixels.width(), self.pixels.height())?;
            mask.fill_path(
                &path(&Outline::rectangle(clip))?,
                FillRule::Winding,
                true,
                to,
            );
            Some(mask)
        });
        self.pixels.draw_pixmap(
            0,
            0,
            drawn.as_ref(),
            &PixmapPaint::default(),
            Transform::identity(),
            mask.as_ref(),
        );
    }

    /// The picture alone, on a page of its own.
    fn drawn(&self, picture: &Picture, place: Transform) -> Option<Pixmap> {
        let mut alone = Pixmap::new(self.pixels.width(), self.pixels.height())?;
        match &picture.kind {
            Kind::Vector(tree) => resvg::render(tree, place, &mut alone.as_mut()),
            Kind::Bitmap(_, file) => {
                let pixels = decoded(file)?;
                let smooth = PixmapPaint {
                    quality: FilterQuality::Bilinear,
                    ..PixmapPaint::default()
                };
                alone.draw_pixmap(0, 0, pixels.as_ref(), &smooth, place, None);
            }
            Kind::Pdf(_) => return None,
        }
        Some(alone)
    }
}

/// Whether its pixels can be unpacked; a damaged one would only be missing where it is drawn.
pub(crate) fn can_draw(picture: &Picture) -> bool {
    match &picture.kind {
        Kind::Bitmap(_, file) => decoded(file).is_some(),
        Kind::Vector(_) => true,
        Kind::Pdf(_) => false,
    }
}

fn decoded(file: &[u8]) -> Option<Pixmap> {
    if file.starts_with(&[0x89]) {
        return Pixmap::decode_png(file).ok();
    }
    let options = zune_jpeg::zune_core::options::DecoderOptions::default()
        .jpeg_set_out_colorspace(zune_jpeg::zune_core::colorspace::ColorSpace::RGBA);
    let file = zune_jpeg::zune_core::bytestream::ZCursor::new(file);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(file, options);
    let pixels = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    Pixmap::from_vec(pixels, IntSize::from_wh(width as u32, height as u32)?)
}

fn paint(ink: Ink) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(ink.0, ink.1, ink.2, 255);
    paint
}

fn path(outline: &Outline) -> Option<tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    for step in &outline.0 {
        match *step {
            Step::Move(x, y) => builder.move_to(x, y),
            Step::Line(x, y) => builder.line_to(x, y),
            Step::Curve([x1, y1, x2, y2, x, y]) => builder.cubic_to(x1, y1, x2, y2, x, y),
            Step::Close => builder.close(),
        }
    }
    builder.finish()
}

/// Outlines of letters grow upwards, pages downwards.
#[derive(Default)]
struct Pen(PathBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, -y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, -cy, x, -y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, -cy0, cx1, -cy1, x, -y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
