//! SVG: its elements are counted before anything is made of them.

use std::sync::{Arc, Mutex, PoisonError};

use resvg::usvg::roxmltree::{self, Document, Node, ParsingOptions};
use resvg::usvg::{self, ImageHrefResolver, ImageKind, Tree, fontdb};

use crate::press::fonts;
use crate::press::picture::{Kind, Picture};
use crate::press::pixels::{MOST_PIXELS, Pixels};
use crate::press::refused::Refused;
use crate::press::scripts::SCRIPTS;

/// Elements in one another: drawing goes down with them, and a stack has an end.
pub(crate) const DEEPEST: usize = 64;
/// Elements, texts and comments.
pub(crate) const MOST_NODES: u32 = 100_000;
/// Each goes over the pixels of the page.
pub(crate) const MOST_FILTERS: usize = 100;

pub(crate) fn read(bytes: &[u8]) -> Result<Picture, Refused> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refused::Broken)?;
    let options = ParsingOptions {
        // Drawing programs declare their namespaces in one.
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Refused::Elements,
        _ => Refused::Broken,
    })?;
    count(&document)?;
    draw(&document)
}

fn count(document: &Document<'_>) -> Result<(), Refused> {
    let line = |node: Node<'_, '_>| document.text_pos_at(node.range().start).row;
    let mut filters = 0;
    // Not by going down: what is too deep for drawing is too deep for counting.
    let mut node = Some(document.root_element());
    let mut depth = 0;
    while let Some(at) = node {
        if depth > DEEPEST {
            return Err(Refused::TooDeep { line: line(at) });
        }
        if at.is_element() && at.tag_name().name().starts_with("fe") {
            filters += 1;
            if filters > MOST_FILTERS {
                return Err(Refused::Filters { line: line(at) });
            }
        }
        node = next(at, &mut depth);
    }
    Ok(())
}

/// The next one as they stand in the file.
fn next<'d, 'i>(node: Node<'d, 'i>, depth: &mut usize) -> Option<Node<'d, 'i>> {
    if let Some(child) = node.first_child() {
        *depth += 1;
        return Some(child);
    }
    let mut at = node;
    loop {
        if let Some(sibling) = at.next_sibling() {
            return Some(sibling);
        }
        at = at.parent()?;
        *depth = depth.checked_sub(1)?;
    }
}

fn draw(document: &Document<'_>) -> Result<Picture, Refused> {
    // A picture in the picture that is as large as a wall.
    let wall: Arc<Mutex<Option<Pixels>>> = Arc::default();
    let seen = wall.clone();
    let is_small = move |data: &Arc<Vec<u8>>| {
        let pixels = Pixels::of(data);
        let large = pixels.filter(|pixels| pixels.count() > MOST_PIXELS);
        if large.is_some() {
            *seen.lock().unwrap_or_else(PoisonError::into_inner) = large;
        }
        pixels.is_some() && large.is_none()
    };
    let options = usvg::Options {
        resources_dir: None,
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(move |kind, data, _| match kind {
                "image/png" if is_small(&data) => Some(ImageKind::PNG(data)),
                "image/jpeg" | "image/jpg" if is_small(&data) => Some(ImageKind::JPEG(data)),
                _ => None,
            }),
            resolve_string: Box::new(|_, _| None),
        },
        font_family: SCRIPTS[0].family.to_owned(),
        fontdb: letters(),
        ..usvg::Options::default()
    };
    let tree = Tree::from_xmltree(document, &options).map_err(|_| Refused::Broken)?;
    if let Some(pixels) = *wall.lock().unwrap_or_else(PoisonError::into_inner) {
        return Err(Refused::Pixels(pixels));
    }
    let (width, height) = (tree.size().width(), tree.size().height());
    Picture::new(Kind::Vector(Box::new(tree)), width, height)
}

/// The letters that artwork may be written in: those of the program.
fn letters() -> Arc<fontdb::Database> {
    let mut letters = fontdb::Database::new();
    for script in &SCRIPTS {
        for blob in fonts::of_script(script) {
            let (data, _) = blob.into_raw_parts();
            letters.load_font_source(fontdb::Source::Binary(data));
        }
    }
    letters.set_sans_serif_family(SCRIPTS[0].family);
    letters.set_serif_family(SCRIPTS[0].family);
    letters.set_monospace_family(SCRIPTS[0].family);
    Arc::new(letters)
}
