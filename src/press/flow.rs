//! Running text on as many pages as it takes: paragraphs, tables whose heads come again, page numbers. Letters and
//! lists stand on it.

use std::sync::Arc;

use super::Mark;
use super::page::{Ink, Page};
use super::part::{Line, Part, Role};
use super::text::{Align, Block, Style, Typesetter};

/// A4 upright, in millimetres.
pub(crate) const A4: (f32, f32) = (210.0, 297.0);

/// The sheet that text runs on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub margin: f32,
}

impl Sheet {
    pub(crate) const A4: Sheet = Sheet {
        width: A4.0,
        height: A4.1,
        margin: 20.0,
    };

    /// How wide a line may be.
    pub(crate) fn measure(self) -> f32 {
        self.width - 2.0 * self.margin
    }

    fn end(self) -> f32 {
        self.height - self.margin
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub head: String,
    /// Its part of the width, as against the other columns.
    pub share: f32,
    pub align: Align,
}

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    /// Text that stands out.
    Strong(String),
    /// What the cells below it are.
    Column(String),
    /// What the other cells of its row are, in a language of its own.
    Head {
        text: String,
        language: &'static str,
    },
}

impl Cell {
    fn part(&self) -> Part {
        match self {
            Cell::Head { language, .. } => Part::said_in(Role::head(Line::Row), language),
            Cell::Column(_) => Part::new(Role::head(Line::Column)),
            Cell::Strong(_) => Part::new(Role::Cell),
        }
    }
}

/// Text that runs from page to page.
pub(crate) struct Flow<'a> {
    letters: &'a mut Typesetter,
    sheet: Sheet,
    /// Whether columns run from the right.
    rtl: bool,
    pages: Vec<Page>,
    y: f32,
    missing: Vec<char>,
    /// That of the text, where it is not the file's.
    language: Option<&'static str>,
}

/// Space within a cell, in millimetres.
const PADDING: f32 = 1.2;

impl<'a> Flow<'a> {
    pub(crate) fn new(letters: &'a mut Typesetter, sheet: Sheet, rtl: bool) -> Flow<'a> {
        Flow {
            letters,
            sheet,
            rtl,
            pages: vec![Page::new(sheet.width, sheet.height)],
            y: sheet.margin,
            missing: Vec::new(),
            language: None,
        }
    }

    /// Where the next thing will stand, from the top of its page.
    pub(crate) fn y(&self) -> f32 {
        self.y
    }

    /// The page that is being written on, for what stands outside the running text: a letterhead, a stamp.
    pub(crate) fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.begin_page();
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    pub(crate) fn begin_page(&mut self) {
        self.pages
            .push(Page::new(self.sheet.width, self.sheet.height));
        self.y = self.sheet.margin;
    }

    /// Goes to a new page if so much no longer fits on this one.
    pub(crate) fn keep(&mut self, height: f32) {
        if self.y > self.sheet.margin && self.y + height > self.sheet.end() {
            self.begin_page();
        }
    }

    /// In what language the paragraphs are from here on; `None` is the file's own.
    pub(crate) fn said_in(&mut self, language: Option<&'static str>) {
        self.language = language;
    }

    pub(crate) fn gap(&mut self, height: f32) {
        self.y += height;
    }

    /// A paragraph; its lines go on on the next page where they must. Each line of the text that ends with `\n`
    /// is a paragraph with a direction of its own.
    pub(crate) fn paragraph(&mut self, text: &str, style: &Style, ink: Ink) {
        self.running(text, style, ink, &Role::Paragraph);
    }

    /// A heading of the file; in the list of headings too.
    pub(crate) fn heading(&mut self, text: &str, style: &Style, ink: Ink) {
        self.running(text, style, ink, &Role::Heading(1));
    }

    fn running(&mut self, text: &str, style: &Style, ink: Ink, role: &Role) {
        for part in text.split('\n') {
            let block = self.set(part, style, self.sheet.measure());
            let height = block.lines.first().map_or(0.0, |line| line.height);
            if part.trim().is_empty() {
                self.gap(height.max(style.size * super::POINT * 1.2));
            } else {
                self.lines(&block, ink, role);
            }
        }
    }

    fn lines(&mut self, block: &Arc<Block>, ink: Ink, role: &Role) {
        let mut from = 0;
        while from < block.lines.len() {
            self.keep(block.lines[from].height);
            let top = block.lines[from].top;
            let room = self.sheet.end() - self.y;
            let rest = block.lines[from..].iter();
            let fit = rest
                .take_while(|line| line.top + line.height - top <= room + 0.01)
                .count()
                .max(1);
            let last = &block.lines[from + fit - 1];
            let height = last.top + last.height - top;
            let mark = Mark::Text {
                block: block.clone(),
                lines: from..from + fit,
                x: self.sheet.margin,
                y: self.y - top,
                ink,
            };
            let part = Part {
                role: role.clone(),
                language: self.language,
            };
            self.page().begin(part);
            self.page().marks.push(mark);
            self.page().end();
            self.y += height;
            from += fit;
        }
    }

    pub(crate) fn rule(&mut self, ink: Ink, width: f32) {
        let (left, right, y) = (
            self.sheet.margin,
            self.sheet.width - self.sheet.margin,
            self.y,
        );
        self.page().line((left, y), (right, y), ink, width);
    }

    /// A table. Its head comes again on every page; a row is never parted.
    pub(crate) fn table(
        &mut self,
        columns: &[Column],
        rows: impl IntoIterator<Item = Vec<Cell>>,
        size: f32,
    ) {
        let places = self.places(columns);
        self.begin_table(columns, &places, size);
        for row in rows {
            let cells = self.cells(columns, &places, &row, size);
            let height = row_height(&cells, size);
            if self.y + height > self.sheet.end() {
                self.page().end();
                self.begin_page();
                self.begin_table(columns, &places, size);
            }
            self.row(&places, &row, cells, height);
        }
        self.page().end();
    }

    /// Where each column begins and how wide it is.
    fn places(&self, columns: &[Column]) -> Vec<(f32, f32)> {
        let shares: f32 = columns.iter().map(|column| column.share).sum();
        let mut x = self.sheet.margin;
        let mut places = Vec::with_capacity(columns.len());
        for column in columns {
            let width = self.sheet.measure() * column.share / shares.max(f32::EPSILON);
            places.push((x, width));
            x += width;
        }
        if self.rtl {
            for (x, width) in &mut places {
                *x = self.sheet.width - *x - *width;
            }
        }
        places
    }

    /// A table and its head; on each page it is a table of its own.
    fn begin_table(&mut self, columns: &[Column], places: &[(f32, f32)], size: f32) {
        if columns.iter().all(|column| column.head.is_empty()) {
            return self.page().begin(Part::new(Role::Table));
        }
        let heads: Vec<Cell> = columns
            .iter()
            .map(|column| Cell::Column(column.head.clone()))
            .collect();
        let cells = self.cells(columns, places, &heads, size);
        let height = row_height(&cells, size);
        self.keep(height * 2.0);
        self.page().begin(Part::new(Role::Table));
        self.row(places, &heads, cells, height);
        self.rule(Ink::INK, 0.4);
    }

    fn cells(
        &mut self,
        columns: &[Column],
        places: &[(f32, f32)],
        row: &[Cell],
        size: f32,
    ) -> Vec<Arc<Block>> {
        let mut blocks = Vec::with_capacity(row.len());
        for ((cell, (_, width)), column) in row.iter().zip(places).zip(columns) {
            let (text, bold) = match cell {
                Cell::Head { text, .. } => (text, false),
                Cell::Column(text) => (text, true),
                Cell::Strong(text) => (text, true),
            };
            let align = self.aligned(column.align);
            let style = Style::running(size, bold, align);
            blocks.push(self.set(text, &style, width - 2.0 * PADDING));
        }
        blocks
    }

    /// In a table a column has one side, whatever script stands in it.
    fn aligned(&self, align: Align) -> Align {
        match (align, self.rtl) {
            (Align::Start, false) | (Align::End, true) => Align::Left,
            (Align::Start, true) | (Align::End, false) => Align::Right,
            (other, _) => other,
        }
    }

    fn row(&mut self, places: &[(f32, f32)], row: &[Cell], cells: Vec<Arc<Block>>, height: f32) {
        let y = self.y;
        self.page().begin(Part::new(Role::Row));
        for ((block, cell), (x, _)) in cells.into_iter().zip(row).zip(places) {
            self.page().begin(cell.part());
            self.page().text(block, x + PADDING, y + PADDING, Ink::INK);
            self.page().end();
        }
        self.page().end();
        self.y += height;
        self.rule(Ink(0xc9, 0xce, 0xd3), 0.15);
    }

    fn set(&mut self, text: &str, style: &Style, width: f32) -> Arc<Block> {
        let block = self.letters.paragraph(text, style, width);
        for sign in &block.missing {
            if !self.missing.contains(sign) {
                self.missing.push(*sign);
            }
        }
        block
    }

    /// The pages, each with what `foot` says of its number and of how many there are; an empty foot is none.
    /// With the letters that no font had.
    pub(crate) fn finish(self, foot: impl Fn(usize, usize) -> String) -> (Vec<Page>, Vec<char>) {
        let Flow {
            letters,
            sheet,
            mut pages,
            missing,
            ..
        } = self;
        let all = pages.len();
        let style = Style::running(8.0, false, Align::Centre);
        for (number, page) in pages.iter_mut().enumerate() {
            let text = foot(number + 1, all);
            if !text.is_empty() {
                let block = letters.paragraph(&text, &style, sheet.measure());
                let y = sheet.end() + (sheet.margin - block.height) / 2.0;
                page.begin(Part::new(Role::Furniture));
                page.text(block, sheet.margin, y, Ink::MUTED);
                page.end();
            }
        }
        (pages, missing)
    }
}

fn row_height(cells: &[Arc<Block>], size: f32) -> f32 {
    let least = size * super::POINT * 1.2;
    let highest = cells.iter().map(|block| block.height);
    highest.fold(least, f32::max) + 2.0 * PADDING
}
