//! Pages as a PDF: text that can be copied and searched, fonts cut down to what is used, shapes as vectors.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, Timelike};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings, graphic::Graphic};
use krilla_svg::{SurfaceExt, SvgSettings};

use super::flow::A4;
use super::page::{Area, Ink, Mark, Outline, Page, Step};
use super::part::{Part, Role};
use super::picture::{Kind, Picture};
use super::symbol::Symbol;
use super::tags::Tags;
use super::text::{Block, Letter, Line, Run};

/// Points of a PDF in a millimetre.
const PER_MILLIMETRE: f32 = 72.0 / 25.4;

/// What a file says of itself.
#[derive(Debug, Clone)]
pub struct About {
    pub title: String,
    /// Of the texts in it: `az`, `ar`.
    pub language: String,
    /// Whether that language is read from the right.
    pub rtl: bool,
    /// Who gives it out: the forum.
    pub author: String,
    /// UTC.
    pub made_at: chrono::NaiveDateTime,
    pub promise: Promise,
}

/// What a file promises to those who hear it read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// All of PDF/UA-1.
    Universal,
    /// Texts and pictures are told apart; a PDF of somebody else lies beneath, for which nobody can promise.
    Tagged,
    /// Nothing: it is only tried.
    Nothing,
}

impl About {
    /// The same of a file that carries these pictures.
    pub fn carrying<'a>(&self, pictures: impl IntoIterator<Item = &'a Arc<Picture>>) -> About {
        let mut about = self.clone();
        let mut pictures = pictures.into_iter();
        if pictures.any(|picture| matches!(picture.kind, Kind::Pdf(_))) {
            about.promise = Promise::Tagged;
        }
        about
    }
}

/// The library's own words on why there is no file; for the log.
#[derive(Debug)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file that is being written, page by page. It holds what the file will hold and nothing else.
pub(crate) struct Writer {
    document: Document,
    drawing: Drawing,
    title: String,
    pages: usize,
}

/// All pages at once.
pub(crate) fn write(
    pages: impl IntoIterator<Item = Page>,
    about: &About,
) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::new(about);
    for page in pages {
        writer.page(&page);
    }
    writer.finish()
}

impl Writer {
    pub(crate) fn new(about: &About) -> Writer {
        let mut settings = SerializeSettings {
            enable_tagging: about.promise != Promise::Nothing,
            ..SerializeSettings::default()
        };
        if about.promise == Promise::Universal {
            settings.configuration = universal();
        }
        let mut document = Document::new_with(settings);
        document.set_metadata(metadata(about));
        Writer {
            document,
            drawing: Drawing {
                tags: (about.promise != Promise::Nothing).then(Tags::default),
                ..Drawing::default()
            },
            title: about.title.clone(),
            pages: 0,
        }
    }

    pub(crate) fn page(&mut self, page: &Page) {
        let (width, height) = (page.width * PER_MILLIMETRE, page.height * PER_MILLIMETRE);
        let Some(settings) = PageSettings::from_wh(width, height) else {
            return;
        };
        let mut sheet = self.document.start_page_with(settings);
        let mut surface = sheet.surface();
        surface.push_transform(&Transform::from_scale(PER_MILLIMETRE, PER_MILLIMETRE));
        if let Some(tags) = &mut self.drawing.tags {
            tags.begin_page();
        }
        self.drawing.page(&mut surface, page);
        if let Some(tags) = &mut self.drawing.tags {
            tags.end_page();
        }
        surface.pop();
        surface.finish();
        sheet.finish();
        self.pages += 1;
    }

    /// The file. What it takes is in memory once.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, Error> {
        if self.pages == 0 {
            // A file of no page is none that a program opens.
            self.page(&Page::new(A4.0, A4.1));
        }
        if let Some(tags) = self.drawing.tags.take() {
            let (tree, outline) = tags.finish(&self.title);
            self.document.set_tag_tree(tree);
            self.document.set_outline(outline);
        }
        self.document
            .finish()
            .map_err(|error| Error(format!("{error:?}")))
    }
}

/// PDF/UA-1, which is of PDF 1.7.
fn universal() -> Configuration {
    ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("one standard agrees with itself")
}

fn metadata(about: &About) -> Metadata {
    let at = about.made_at;
    let made = DateTime::new(u16::try_from(at.year()).unwrap_or(2025))
        .month(at.month() as u8)
        .day(at.day() as u8)
        .hour(at.hour() as u8)
        .minute(at.minute() as u8)
        .second(at.second() as u8)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(about.title.clone())
        .language(about.language.clone())
        .authors(vec![about.author.clone()])
        .creator("Hazir".to_owned())
        .producer("Hazir".to_owned())
        .creation_date(made)
        .text_direction(match about.rtl {
            true => TextDirection::RightToLeft,
            false => TextDirection::LeftToRight,
        })
}

/// What is shared by all pages of a file.
#[derive(Default)]
struct Drawing {
    fonts: HashMap<(u64, u32), Font>,
    artwork: HashMap<usize, (Arc<Picture>, Graphic)>,
    tags: Option<Tags>,
}

impl Drawing {
    fn page(&mut self, surface: &mut Surface<'_>, page: &Page) {
        for mark in &page.marks {
            match mark {
                Mark::Placed { page, x, y, turn } => {
                    let [a, b, c, d, e, f] = turn.matrix(page, *x, *y);
                    surface.push_transform(&Transform::from_row(a, b, c, d, e, f));
                    self.begin(surface, &Part::new(Role::Group));
                    self.page(surface, page);
                    self.end(surface);
                    surface.pop();
                }
                Mark::Begin(part) => self.begin(surface, part),
                Mark::End => self.end(surface),
                _ => {
                    let tags = self.tags.as_mut();
                    let tagged = tags.is_some_and(|tags| tags.before(surface, mark));
                    self.mark(surface, mark);
                    if tagged {
                        surface.end_tagged();
                    }
                }
            }
        }
    }

    fn begin(&mut self, surface: &mut Surface<'_>, part: &Part) {
        if let Some(tags) = &mut self.tags {
            tags.begin(surface, part);
        }
    }

    fn end(&mut self, surface: &mut Surface<'_>) {
        if let Some(tags) = &mut self.tags {
            tags.end(surface);
        }
    }

    fn mark(&mut self, surface: &mut Surface<'_>, mark: &Mark) {
        match mark {
            Mark::Text {
                block,
                lines,
                x,
                y,
                ink,
            } => {
                fill_with(surface, *ink);
                for line in block.lines.get(lines.clone()).unwrap_or_default() {
                    self.line(surface, block, line, (*x, *y), *ink);
                }
            }
            Mark::Filled { outline, ink } => {
                fill_with(surface, *ink);
                draw(surface, outline);
            }
            Mark::Stroked {
                outline,
                ink,
                width,
                dashes,
            } => {
                surface.set_fill(None);
                surface.set_stroke(Some(stroke(*ink, *width, *dashes)));
                draw(surface, outline);
                surface.set_stroke(None);
            }
            Mark::Picture {
                picture,
                area,
                clip,
                ..
            } => self.picture(surface, picture, *area, *clip),
            Mark::Symbol { symbol, area, .. } => draw_symbol(surface, symbol, *area),
            Mark::Placed { .. } | Mark::Begin(_) | Mark::End => {}
        }
    }

    fn line(
        &mut self,
        surface: &mut Surface<'_>,
        block: &Block,
        line: &Line,
        (x, y): (f32, f32),
        ink: Ink,
    ) {
        let size = block.size * super::POINT;
        for run in &line.runs {
            let font = self.font(run);
            let mut x = x + run.x;
            let y = y + line.baseline;
            for letters in run
                .letters
                .chunk_by(|a, b| a.is_lacking() == b.is_lacking())
            {
                match letters[0].is_lacking() {
                    true => boxes(surface, letters, (x, y), size, ink),
                    false => {
                        let glyphs: Vec<KrillaGlyph> =
                            letters.iter().map(|letter| glyph(letter, size)).collect();
                        let start = Point::from_xy(hundredths(x), hundredths(y));
                        let size = hundredths(size);
                        surface.draw_glyphs(start, &glyphs, font.clone(), &block.text, size, false);
                    }
                }
                x += letters.iter().map(|letter| letter.advance).sum::<f32>();
            }
        }
    }

    fn font(&mut self, run: &Run) -> Font {
        let key = (run.font.data.id(), run.font.index);
        let font = self.fonts.entry(key).or_insert_with(|| {
            let (data, _) = run.font.data.clone().into_raw_parts();
            // What shaped the text has read this font already.
            Font::new(data.into(), run.font.index).expect("a font that was shaped with")
        });
        font.clone()
    }

    fn picture(
        &mut self,
        surface: &mut Surface<'_>,
        picture: &Arc<Picture>,
        area: Area,
        clip: Option<Area>,
    ) {
        let Some(size) = Size::from_wh(area.width, area.height) else {
            return;
        };
        let clip = clip.and_then(|clip| path(&Outline::rectangle(clip)));
        if let Some(clip) = &clip {
            surface.push_clip_path(clip, &FillRule::NonZero);
        }
        surface.push_transform(&Transform::from_translate(area.x, area.y));
        match &picture.kind {
            Kind::Bitmap(image, _) => surface.draw_image(image.clone(), size),
            Kind::Pdf(pdf) => surface.draw_pdf_page(pdf, size, 0),
            Kind::Vector(_) => {
                let (width, height) = picture.size();
                surface.push_transform(&Transform::from_scale(
                    area.width / width,
                    area.height / height,
                ));
                let graphic = self.artwork(surface, picture);
                surface.draw_graphic(graphic);
                surface.pop();
            }
        }
        surface.pop();
        if clip.is_some() {
            surface.pop();
        }
    }

    /// Artwork is in the file once, however many badges carry it.
    fn artwork(&mut self, surface: &mut Surface<'_>, picture: &Arc<Picture>) -> Graphic {
        let key = Arc::as_ptr(picture) as usize;
        let (_, graphic) = self.artwork.entry(key).or_insert_with(|| {
            let mut builder = surface.stream_builder();
            let mut inner = builder.surface();
            let (width, height) = picture.size();
            if let (Kind::Vector(tree), Some(size)) = (&picture.kind, Size::from_wh(width, height))
            {
                // It is there for the eye: its letters are outlines, and no font of theirs has to be good for reading.
                let settings = SvgSettings {
                    embed_text: false,
                    ..SvgSettings::default()
                };
                inner.draw_svg(tree, size, settings);
            }
            inner.finish();
            (picture.clone(), Graphic::new(builder.finish(), true))
        });
        graphic.clone()
    }
}

fn glyph(letter: &Letter, size: f32) -> KrillaGlyph {
    KrillaGlyph::new(
        GlyphId::new(letter.glyph),
        letter.advance / size,
        letter.x / size,
        letter.y / size,
        0.0,
        letter.text.clone(),
        None,
    )
}

/// A box for each letter that no font has, drawn: a glyph that stands for nothing may not be in a file for everyone.
fn boxes(
    surface: &mut Surface<'_>,
    letters: &[Letter],
    (mut x, y): (f32, f32),
    size: f32,
    ink: Ink,
) {
    surface.set_stroke(Some(stroke(ink, size * 0.05, None)));
    surface.set_fill(None);
    for letter in letters {
        let edge = letter.advance * 0.1;
        let (width, height) = (letter.advance - 2.0 * edge, size * 0.7);
        draw(
            surface,
            &Outline::rectangle(Area::new(x + edge, y - height, width, height)),
        );
        x += letter.advance;
    }
    surface.set_stroke(None);
    fill_with(surface, ink);
}

/// A hundredth of a millimetre is finer than any printer, and shorter in the file.
fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn colour(ink: Ink) -> rgb::Color {
    rgb::Color::new(ink.0, ink.1, ink.2)
}

fn fill_with(surface: &mut Surface<'_>, ink: Ink) {
    surface.set_fill(Some(Fill {
        paint: colour(ink).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }));
}

fn stroke(ink: Ink, width: f32, dashes: Option<(f32, f32)>) -> Stroke {
    Stroke {
        paint: colour(ink).into(),
        width,
        dash: dashes.map(|(on, off)| StrokeDash {
            array: vec![on, off],
            offset: 0.0,
        }),
        ..Stroke::default()
    }
}

fn draw(surface: &mut Surface<'_>, outline: &Outline) {
    if let Some(path) = path(outline) {
        surface.draw_path(&path);
    }
}

fn path(outline: &Outline) -> Option<Path> {
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

/// One path in whole modules under a scale: short, and without seams between modules.
fn draw_symbol(surface: &mut Surface<'_>, symbol: &Symbol, area: Area) {
    let module = area.width / f32::from(symbol.side);
    let mut builder = PathBuilder::new();
    for run in symbol.runs() {
        let (x, y) = (f32::from(run.x), f32::from(run.y));
        let area = Rect::from_xywh(x, y, f32::from(run.length), 1.0);
        if let Some(area) = area {
            builder.push_rect(area);
        }
    }
    let Some(path) = builder.finish() else {
        return;
    };
    fill_with(surface, Ink::BLACK);
    surface.push_transform(&Transform::from_row(
        module, 0.0, 0.0, module, area.x, area.y,
    ));
    surface.draw_path(&path);
    surface.pop();
}
