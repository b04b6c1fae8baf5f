use serde::{Deserialize, Serialize};

use crate::opening::Ended;

/// More people than any forum has; a file with more is a mistake.
pub(super) const MOST_ROWS: usize = 200_000;
/// Many times what our own export has.
pub(super) const MOST_COLUMNS: usize = 200;
pub(super) const MOST_CELLS: usize = 3_000_000;
/// Characters of one cell, as spreadsheets have it.
pub(super) const LONGEST_CELL: usize = 32_767;
/// Bytes of all cells together.
pub(super) const MOST_TEXT: usize = 32 << 20;
/// Bytes that a spreadsheet may grow to when it is unpacked: a small file can hide a very large one.
pub(super) const MOST_UNPACKED: u64 = 64 << 20;
/// Files in a spreadsheet's archive.
pub(super) const MOST_PARTS: usize = 2_000;
/// Categories that one list may bring along.
pub(super) const MOST_CATEGORIES: usize = 50;

/// Why a file cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Fault {
    Empty,
    NotUtf8,
    NotReadable,
    /// A spreadsheet of another make, or one with a password.
    OtherFormat,
    /// JSON that breaks off, or is no list of objects.
    Json {
        line: usize,
        column: usize,
    },
    /// A list or an object where a text or a number belongs.
    Nested {
        row: usize,
        column: String,
    },
    /// Rows that go back.
    Order {
        row: usize,
    },
    Rows {
        row: usize,
    },
    Columns {
        row: usize,
        column: String,
    },
    Cells {
        row: usize,
    },
    /// One cell that is too long.
    Cell {
        row: usize,
        column: String,
    },
    Text {
        row: usize,
    },
    Unpacked {
        part: String,
    },
    Parts,
    Categories {
        row: usize,
    },
    /// The child that was to open it ended before.
    Ended(Ended),
}

/// As a spreadsheet calls a column: A, Z, AA.
pub(super) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(b'A' + u8::try_from(left % 26).unwrap_or(0));
        left /= 26;
    }
    letters
        .iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
}

/// A name that a file gives, short enough for a sentence.
pub(super) fn short(name: &str) -> String {
    const MOST: usize = 60;
    name.chars()
        .filter(|sign| !sign.is_control())
        .take(MOST)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lists::fault::letters;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        let known = [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ];
        for (column, called) in known {
            assert_eq!(letters(column), called);
        }
    }
}
