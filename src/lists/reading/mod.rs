//! A list as it comes: CSV, a spreadsheet or JSON, told apart by what is in it, and read cell by cell. A child of the
//! program does this; see `opening`.

mod csv;
mod json;
mod rows;
mod xlsx;

use std::io::{self, Write};

use super::fault::Fault;

pub(crate) use rows::{COLUMNS, END, FAULT, Rows};

/// What old spreadsheets begin with, and those with a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Says what is in a file, in the words that `Table::told` understands.
pub(crate) fn tell(bytes: &[u8], out: &mut impl Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    let read = read(bytes, &mut rows);
    rows.end(read)
}

fn read(bytes: &[u8], rows: &mut Rows<impl Write>) -> Result<(), Fault> {
    if bytes.starts_with(b"PK") {
        return xlsx::read(bytes, rows);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(Fault::OtherFormat);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('[') {
        return json::read(text, rows);
    }
    csv::read(text, rows)
}
