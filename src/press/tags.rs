//! What a PDF tells those who hear it read: which text is a heading, a cell, a paragraph, what a picture shows, and
//! what is there for the eye alone. And the list of its headings.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};

use super::page::Mark;
use super::part::{Line, Part, Role};
use super::text::Block;

/// The tree of a file's parts, as it grows.
#[derive(Default)]
pub(super) struct Tags {
    /// From the page down to the part that is being drawn.
    open: Vec<Open>,
    /// How deep in a part that is one thing, whatever is drawn in it.
    whole: usize,
    pages: Vec<Node>,
    headings: Vec<Heading>,
}

struct Open {
    part: Part,
    children: Vec<Node>,
    /// What is written in it.
    words: String,
}

/// A heading for the list of them.
struct Heading {
    words: String,
    page: usize,
}

impl Tags {
    pub(super) fn begin_page(&mut self) {
        self.open_part(Part::new(Role::Group));
    }

    pub(super) fn end_page(&mut self) {
        if let Some(page) = self.open.pop() {
            let page = TagGroup::with_children(Tag::Part, page.children);
            self.pages.push(page.into());
        }
    }

    pub(super) fn begin(&mut self, surface: &mut Surface<'_>, part: &Part) {
        if self.whole > 0 {
            self.whole += 1;
            return;
        }
        match &part.role {
            Role::Figure(says) => {
                let identifier = surface.start_tagged(ContentTag::Other);
                self.push_figure(says, identifier.into());
            }
            Role::Furniture => {
                surface.start_tagged(artifact(ArtifactType::PaginationOther));
            }
            _ => self.open_part(part.clone()),
        }
        self.whole = usize::from(part.role.is_whole());
    }

    pub(super) fn end(&mut self, surface: &mut Surface<'_>) {
        match self.whole {
            0 => self.close_part(),
            1 => {
                self.whole = 0;
                surface.end_tagged();
            }
            _ => self.whole -= 1,
        }
    }

    /// Before something is drawn; whether [`Surface::end_tagged`] is due after it.
    pub(super) fn before(&mut self, surface: &mut Surface<'_>, mark: &Mark) -> bool {
        if self.whole > 0 {
            return false;
        }
        match mark {
            Mark::Text { block, lines, .. } => {
                let (words, lacking) = words(block, lines.clone());
                let span = SpanTag::empty().with_actual_text(lacking.then_some(words));
                let identifier = surface.start_tagged(ContentTag::Span(span));
                self.push_text(words, identifier.into());
            }
            Mark::Symbol { says, .. } | Mark::Picture { says, .. } if !says.is_empty() => {
                let identifier = surface.start_tagged(ContentTag::Other);
                self.push_figure(says, identifier.into());
            }
            _ => {
                surface.start_tagged(artifact(ArtifactType::Other));
            }
        }
        true
    }

    /// The whole tree, and the list of headings; where there is none, the title leads to the first page.
    pub(super) fn finish(self, title: &str) -> (TagTree, Outline) {
        let mut outline = Outline::new();
        let mut headings = self.headings;
        if headings.is_empty() {
            headings.push(Heading {
                words: title.to_owned(),
                page: 0,
            });
        }
        for heading in headings {
            let top = XyzDestination::new(heading.page, Point::from_xy(0.0, 0.0));
            outline.push_child(OutlineNode::new(heading.words, top));
        }
        (TagTree::from(self.pages), outline)
    }

    fn open_part(&mut self, part: Part) {
        self.open.push(Open {
            part,
            children: Vec::new(),
            words: String::new(),
        });
    }

    fn close_part(&mut self) {
        let Some(closed) = self.open.pop() else {
            return;
        };
        let is_cell = matches!(closed.part.role, Role::Cell | Role::Head { .. });
        if closed.children.is_empty() && !is_cell {
            return;
        }
        let kind = kind(&closed);
        if let (Role::Heading(_), false) = (&closed.part.role, closed.words.is_empty()) {
            self.headings.push(Heading {
                words: closed.words,
                page: self.pages.len(),
            });
        }
        let language = closed.part.language.map(str::to_owned);
        let group = TagGroup::with_children(kind.with_lang(language), closed.children);
        self.push(group.into());
    }

    fn push_text(&mut self, words: &str, leaf: Node) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        if !open.words.is_empty() {
            open.words.push(' ');
        }
        open.words.push_str(words.trim());
        match open.part.role.holds_text() {
            true => open.children.push(leaf),
            false => open
                .children
                .push(TagGroup::with_children(Tag::P, vec![leaf]).into()),
        }
    }

    fn push_figure(&mut self, says: &str, leaf: Node) {
        let kind = Tag::Figure(Some(says.to_owned()));
        self.push(TagGroup::with_children(kind, vec![leaf]).into());
    }

    fn push(&mut self, node: Node) {
        if let Some(open) = self.open.last_mut() {
            open.children.push(node);
        }
    }
}

fn kind(part: &Open) -> TagKind {
    match &part.part.role {
        Role::Group | Role::Figure(_) | Role::Furniture => Tag::Div.into(),
        Role::Paragraph => Tag::P.into(),
        Role::Heading(level) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(part.words.clone())).into()
        }
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::Head { of, across } => {
            let scope = match of {
                Line::Row => TableHeaderScope::Row,
                Line::Column => TableHeaderScope::Column,
            };
            let across = NonZeroU32::new(*across).filter(|across| across.get() > 1);
            Tag::TH(scope).with_col_span(across).into()
        }
        Role::Cell => Tag::TD.into(),
    }
}

/// What these lines say, and whether a font lacks a letter of it.
fn words(block: &Block, lines: std::ops::Range<usize>) -> (&str, bool) {
    let lines = block.lines.get(lines).unwrap_or_default();
    let letters = || {
        lines
            .iter()
            .flat_map(|line| &line.runs)
            .flat_map(|run| &run.letters)
    };
    let from = letters().map(|letter| letter.text.start).min();
    let to = letters().map(|letter| letter.text.end).max();
    let range = from.unwrap_or_default()..to.unwrap_or_default();
    let lacking = letters().any(|letter| letter.is_lacking());
    (block.text.get(range).unwrap_or_default(), lacking)
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact { kind, bbox: None })
}
