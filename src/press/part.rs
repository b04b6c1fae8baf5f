//! What the parts of a page are to somebody who hears it read.

/// A part of a page, from [`super::Mark::Begin`] to its [`super::Mark::End`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub role: Role,
    /// In what language it is, where that is not the file's own: `ar`.
    pub language: Option<&'static str>,
}

/// What such a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Things that belong together.
    Group,
    Paragraph,
    /// Of the first level, the second.
    Heading(u16),
    Table,
    Row,
    /// A cell that says what the others of its row or column are.
    Head {
        of: Line,
        across: u32,
    },
    Cell,
    /// Strokes that are one picture, and what it shows.
    Figure(String),
    /// What stands on every page again; it is not read.
    Furniture,
}

/// Over what a heading of a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Row,
    Column,
}

impl Part {
    pub fn new(role: Role) -> Part {
        Part {
            role,
            language: None,
        }
    }

    pub fn said_in(role: Role, language: &'static str) -> Part {
        Part {
            role,
            language: Some(language),
        }
    }
}

impl Role {
    /// A heading of one column or row.
    pub fn head(of: Line) -> Role {
        Role::Head { of, across: 1 }
    }

    /// Whether it is one thing, whatever is drawn in it.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self, Role::Figure(_) | Role::Furniture)
    }

    /// Whether text stands in it as it is, without a paragraph of its own.
    pub(super) fn holds_text(&self) -> bool {
        matches!(
            self,
            Role::Paragraph | Role::Heading(_) | Role::Head { .. } | Role::Cell
        )
    }
}
