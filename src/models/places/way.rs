//! Which way somebody went, and where.

use crate::text_column;

text_column! {
    pub enum Direction {
        In = "in",
        Out = "out",
    }
}

/// Whose coming and going, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Way {
    pub forum_id: i64,
    pub checkpoint_id: i64,
    pub registration_id: i64,
}
