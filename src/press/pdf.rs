//! Pages as a PDF: text that can be copied and searched, fonts cut down to what is used, shapes as vectors.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, Timelike};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Node, SpanTag, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings, graphic::Graphic};
use krilla_svg::{SurfaceExt, SvgSettings};

use super::page::{Area, Ink, Mark, Outline, Page, Step};
use super::picture::{Kind, Picture};
use super::symbol::Symbol;
use super::text::{Block, Line};

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
    /// Whether screen readers are told what is a text and what a picture.
    pub tagged: bool,
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
pub struct Writer {
    document: Document,
    drawing: Drawing,
    tagged: bool,
}

/// All pages at once.
pub fn write(pages: impl IntoIterator<Item = Page>, about: &About) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::new(about);
    for page in pages {
        writer.page(&page);
    }
    writer.finish()
}

impl Writer {
    pub fn new(about: &About) -> Writer {
        let mut document = Document::new_with(SerializeSettings {
            enable_tagging: about.tagged,
            ..SerializeSettings::default()
        });
        document.set_metadata(metadata(about));
        Writer {
            document,
            drawing: Drawing::default(),
            tagged: about.tagged,
        }
    }

    pub fn page(&mut self, page: &Page) {
        let (width, height) = (page.width * PER_MILLIMETRE, page.height * PER_MILLIMETRE);
        let Some(settings) = PageSettings::from_wh(width, height) else {
            return;
        };
        let mut sheet = self.document.start_page_with(settings);
        let mut surface = sheet.surface();
        surface.push_transform(&Transform::from_scale(PER_MILLIMETRE, PER_MILLIMETRE));
        self.drawing.tags = self.tagged.then(Vec::new);
        self.drawing.page(&mut surface, page);
        surface.pop();
        surface.finish();
        sheet.finish();
        if let Some(tags) = self.drawing.tags.take() {
            let section = TagGroup::with_children(Tag::Part, tags);
            self.drawing.sections.push(section.into());
        }
    }

    /// The file. What it takes is in memory once.
    pub fn finish(mut self) -> Result<Vec<u8>, Error> {
        if self.tagged {
            let tree = TagTree::from(std::mem::take(&mut self.drawing.sections));
            self.document.set_tag_tree(tree);
        }
        self.document
            .finish()
            .map_err(|error| Error(format!("{error:?}")))
    }
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
    tags: Option<Vec<Node>>,
    sections: Vec<Node>,
}

impl Drawing {
    fn page(&mut self, surface: &mut Surface<'_>, page: &Page) {
        for mark in &page.marks {
            match mark {
                Mark::Placed { page, x, y, turn } => {
                    let [a, b, c, d, e, f] = turn.matrix(page, *x, *y);
                    surface.push_transform(&Transform::from_row(a, b, c, d, e, f));
                    self.page(surface, page);
                    surface.pop();
                }
                _ => self.tagged(surface, mark),
            }
        }
    }

    fn tagged(&mut self, surface: &mut Surface<'_>, mark: &Mark) {
        if self.tags.is_none() {
            return self.mark(surface, mark);
        }
        let (content, kind): (ContentTag<'_>, Option<TagKind>) = match mark {
            Mark::Text { .. } => (ContentTag::Span(SpanTag::empty()), Some(Tag::P.into())),
            Mark::Symbol { says, .. } | Mark::Picture { says, .. } if !says.is_empty() => (
                ContentTag::Other,
                Some(Tag::Figure(Some(says.clone())).into()),
            ),
            _ => (
                ContentTag::Artifact(Artifact {
                    kind: ArtifactType::Other,
                    bbox: None,
                }),
                None,
            ),
        };
        let identifier = surface.start_tagged(content);
        self.mark(surface, mark);
        surface.end_tagged();
        if let (Some(tags), Some(kind)) = (&mut self.tags, kind) {
            tags.push(TagGroup::with_children(kind, vec![identifier.into()]).into());
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
                    self.line(surface, block, line, *x, *y);
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
            Mark::Placed { .. } => {}
        }
    }

    fn line(&mut self, surface: &mut Surface<'_>, block: &Block, line: &Line, x: f32, y: f32) {
        let size = block.size * super::POINT;
        for run in &line.runs {
            let key = (run.font.data.id(), run.font.index);
            let font = self.fonts.entry(key).or_insert_with(|| {
                let (data, _) = run.font.data.clone().into_raw_parts();
                // What shaped the text has read this font already.
                Font::new(data.into(), run.font.index).expect("a font that was shaped with")
            });
            let glyphs: Vec<KrillaGlyph> = run
                .letters
                .iter()
                .map(|letter| {
                    KrillaGlyph::new(
                        GlyphId::new(letter.glyph),
                        letter.advance / size,
                        letter.x / size,
                        letter.y / size,
                        0.0,
                        letter.text.clone(),
                        None,
                    )
                })
                .collect();
            let start = Point::from_xy(hundredths(x + run.x), hundredths(y + line.baseline));
            surface.draw_glyphs(
                start,
                &glyphs,
                font.clone(),
                &block.text,
                hundredths(size),
                false,
            );
        }
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
                inner.draw_svg(tree, size, SvgSettings::default());
            }
            inner.finish();
            (picture.clone(), Graphic::new(builder.finish(), true))
        });
        graphic.clone()
    }
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
