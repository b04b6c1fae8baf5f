//! Badges on sheets: one a page, or as many as go on a sheet, with marks to cut along and backs behind their fronts.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::press::{Align, Area, Ink, Page, Part, Role, Style, Turn, Typesetter};

/// How badges lie on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Imposition {
    /// None: one badge a page, each page as large as the badge.
    pub sheet: Option<Sheet>,
    pub cut_marks: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sheet {
    A4,
    A3,
}

impl Sheet {
    pub fn parse(text: &str) -> Option<Sheet> {
        match text {
            "a4" => Some(Sheet::A4),
            "a3" => Some(Sheet::A3),
            _ => None,
        }
    }

    /// The short edge first.
    fn size(self) -> (f32, f32) {
        match self {
            Sheet::A4 => (210.0, 297.0),
            Sheet::A3 => (297.0, 420.0),
        }
    }
}

/// Front and, where it has one, back.
pub(super) type Sides = (Arc<Page>, Option<Arc<Page>>);

/// Puts badges on sheets as they come.
pub(super) struct Sheets {
    grid: Option<Grid>,
    cut_marks: bool,
    waiting: Vec<Sides>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Grid {
    width: f32,
    height: f32,
    columns: usize,
    rows: usize,
    cell: (f32, f32),
}

impl Sheets {
    /// For badges of that size.
    pub(super) fn new(imposition: Imposition, width: f32, height: f32) -> Sheets {
        Sheets {
            grid: imposition
                .sheet
                .and_then(|sheet| Grid::best(sheet, width, height)),
            cut_marks: imposition.cut_marks,
            waiting: Vec::new(),
        }
    }

    /// The pages that are full with this badge.
    pub(super) fn add(&mut self, sides: Sides) -> Vec<Page> {
        let Some(grid) = self.grid else {
            let (front, back) = sides;
            return std::iter::once(front).chain(back).map(own).collect();
        };
        self.waiting.push(sides);
        if self.waiting.len() < grid.columns * grid.rows {
            return Vec::new();
        }
        self.end()
    }

    /// The sheet that is not full yet.
    pub(super) fn end(&mut self) -> Vec<Page> {
        let Some(grid) = self.grid.filter(|_| !self.waiting.is_empty()) else {
            return Vec::new();
        };
        let waiting = std::mem::take(&mut self.waiting);
        let mut pages = vec![grid.page(waiting.iter().map(|(front, _)| Some(front)), false)];
        if waiting.iter().any(|(_, back)| back.is_some()) {
            pages.push(grid.page(waiting.iter().map(|(_, back)| back.as_ref()), true));
        }
        if self.cut_marks {
            grid.cut(&mut pages[0]);
        }
        pages
    }

    /// A page that tells one pile from the next: a letter, a delegation, a category.
    pub(super) fn divider(
        &mut self,
        letters: &mut Typesetter,
        large: &str,
        small: &str,
        badge: (f32, f32),
    ) -> Vec<Page> {
        let mut pages = self.end();
        let (width, height) = match self.grid {
            Some(grid) => (grid.width, grid.height),
            None => badge,
        };
        pages.push(divider(letters, large, small, width, height));
        pages
    }
}

fn own(page: Arc<Page>) -> Page {
    Arc::try_unwrap(page).unwrap_or_else(|shared| (*shared).clone())
}

impl Grid {
    /// Upright or across, whichever takes more; `None` when not one fits.
    fn best(sheet: Sheet, width: f32, height: f32) -> Option<Grid> {
        let (short, long) = sheet.size();
        let upright = Grid::of(short, long, width, height);
        let across = Grid::of(long, short, width, height);
        let best = if across.count() > upright.count() {
            across
        } else {
            upright
        };
        (best.count() > 0).then_some(best)
    }

    fn of(sheet_width: f32, sheet_height: f32, width: f32, height: f32) -> Grid {
        let fit = |room: f32, edge: f32| ((room + 0.01) / edge).floor() as usize;
        Grid {
            width: sheet_width,
            height: sheet_height,
            columns: fit(sheet_width, width),
            rows: fit(sheet_height, height),
            cell: (width, height),
        }
    }

    fn count(self) -> usize {
        self.columns * self.rows
    }

    /// The corner of the first badge: all of them lie in the sheet's middle, so that backs meet their fronts.
    fn corner(self) -> (f32, f32) {
        (
            (self.width - self.columns as f32 * self.cell.0) / 2.0,
            (self.height - self.rows as f32 * self.cell.1) / 2.0,
        )
    }

    /// Backs run from the right: the sheet is turned over at its long edge as it stands.
    fn page<'a>(
        self,
        sides: impl Iterator<Item = Option<&'a Arc<Page>>>,
        from_right: bool,
    ) -> Page {
        let mut page = Page::new(self.width, self.height);
        let (left, top) = self.corner();
        for (place, side) in sides.enumerate() {
            let column = match from_right {
                true => self.columns - 1 - place % self.columns,
                false => place % self.columns,
            };
            let x = left + column as f32 * self.cell.0;
            let y = top + (place / self.columns) as f32 * self.cell.1;
            if let Some(side) = side {
                page.place(side.clone(), x, y, Turn::Upright);
            }
        }
        page
    }

    /// Short marks in the margin; where there is none, hairlines between the badges.
    fn cut(self, page: &mut Page) {
        const HAIR: f32 = 0.1;
        const GREY: Ink = Ink(0x80, 0x80, 0x80);
        let (left, top) = self.corner();
        for column in 0..=self.columns {
            let x = left + column as f32 * self.cell.0;
            if top >= 3.0 {
                page.line((x, top - 1.0), (x, (top - 5.0).max(0.0)), Ink::BLACK, HAIR);
                let bottom = self.height - top;
                page.line(
                    (x, bottom + 1.0),
                    (x, (bottom + 5.0).min(self.height)),
                    Ink::BLACK,
                    HAIR,
                );
            } else {
                page.dashed((x, 0.0), (x, self.height), GREY, HAIR);
            }
        }
        for row in 0..=self.rows {
            let y = top + row as f32 * self.cell.1;
            if left >= 3.0 {
                page.line(
                    (left - 1.0, y),
                    ((left - 5.0).max(0.0), y),
                    Ink::BLACK,
                    HAIR,
                );
                let right = self.width - left;
                page.line(
                    (right + 1.0, y),
                    ((right + 5.0).min(self.width), y),
                    Ink::BLACK,
                    HAIR,
                );
            } else {
                page.dashed((0.0, y), (self.width, y), GREY, HAIR);
            }
        }
    }
}

/// One large word and a small one beneath it.
pub(super) fn divider(
    letters: &mut Typesetter,
    large: &str,
    small: &str,
    width: f32,
    height: f32,
) -> Page {
    let mut page = Page::new(width, height);
    page.rectangle(Area::new(0.0, 0.0, width, height * 0.06), Ink::PETROL);
    let inner = width * 0.86;
    let style = |size: f32, least: f32, bold| Style {
        bold,
        size,
        least,
        lines: 3,
        align: Align::Centre,
    };
    let most = if large.chars().count() <= 9 {
        height * 0.9
    } else {
        height * 0.3
    };
    let block = letters.fit(large, &style(most, 12.0, true), inner, height * 0.5);
    let x = (width - inner) / 2.0;
    page.begin(Part::new(Role::Heading(1)));
    page.text(
        block.clone(),
        x,
        height * 0.12 + (height * 0.5 - block.height) / 2.0,
        Ink::INK,
    );
    page.end();
    let block = letters.fit(
        small,
        &style(height * 0.1, 8.0, false),
        inner,
        height * 0.22,
    );
    page.text(block, x, height * 0.68, Ink::MUTED);
    page
}
