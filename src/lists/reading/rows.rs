//! The rows of a list on their way from the child that reads them, each limit counted in one place.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::lists::fault::{
    Fault, LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, letters,
};
use crate::values::short_text;

/// Takes cells in the order of their rows, and passes on what is within the limits: records of CSV, the first field
/// of which says what they are.
pub(crate) struct Rows<W: Write> {
    out: csv::Writer<W>,
    header: Header,
    /// The row whose cells are coming, as a spreadsheet counts.
    row: usize,
    cells: BTreeMap<usize, String>,
    rows: usize,
    filled: usize,
    bytes: usize,
    /// Why a record could not be passed on: nobody listens any more.
    lost: Option<csv::Error>,
}

/// The names of the columns.
enum Header {
    /// They are in the first row that holds something.
    First,
    /// They were passed on; these have one.
    Told(Vec<usize>),
    /// Each row names its own.
    Last,
}

/// First fields of what is no row. A row's is its number.
pub(crate) const COLUMNS: &str = "columns";
pub(crate) const FAULT: &str = "fault";
pub(crate) const END: &str = "end";

impl<W: Write> Rows<W> {
    pub(crate) fn new(out: W) -> Rows<W> {
        Rows {
            out: csv::WriterBuilder::new().flexible(true).from_writer(out),
            header: Header::First,
            row: 0,
            cells: BTreeMap::new(),
            rows: 0,
            filled: 0,
            bytes: 0,
            lost: None,
        }
    }

    /// The names of the columns come when all rows are read.
    pub(crate) fn name_columns_last(&mut self) {
        self.header = Header::Last;
    }

    /// A cell, by its row as a spreadsheet counts and its column from 0. A blank one is none, wherever it lies.
    pub(crate) fn cell(&mut self, row: usize, column: usize, text: &str) -> Result<(), Fault> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if row < self.row {
            return Err(Fault::Order { row });
        }
        if row > self.row {
            self.end_row()?;
            self.row = row;
        }
        if column >= MOST_COLUMNS {
            return Err(Fault::Columns {
                row,
                column: letters(column),
            });
        }
        if text.len() > LONGEST_CELL && text.chars().count() > LONGEST_CELL {
            return Err(Fault::Cell {
                row,
                column: letters(column),
            });
        }
        self.filled += 1;
        self.bytes += text.len();
        if self.filled > MOST_CELLS {
            return Err(Fault::Cells { row });
        }
        if self.bytes > MOST_TEXT {
            return Err(Fault::Text { row });
        }
        self.cells.insert(column, text.to_owned());
        Ok(())
    }

    /// What the columns are called, where the rows named them.
    pub(crate) fn columns<'a>(
        &mut self,
        names: impl Iterator<Item = &'a str>,
    ) -> Result<(), Fault> {
        self.end_row()?;
        let named = (0..).zip(names.map(str::to_owned)).collect();
        self.pass_on(COLUMNS, &named);
        self.header = Header::Told(Vec::new());
        Ok(())
    }

    /// How it ended.
    pub(crate) fn end(mut self, read: Result<(), Fault>) -> io::Result<()> {
        let ended = read.and_then(|()| self.end_row());
        let ended = ended.and(match self.header {
            Header::Told(_) => Ok(()),
            Header::First | Header::Last => Err(Fault::Empty),
        });
        if let Some(lost) = self.lost.take() {
            return Err(io::Error::other(lost));
        }
        match ended {
            Ok(()) => self.out.write_record([END])?,
            Err(fault) => {
                let fault = serde_json::to_string(&fault)?;
                self.out.write_record([FAULT, &fault])?;
            }
        }
        self.out.flush()
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        let mut cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return Ok(());
        }
        match &self.header {
            Header::First => return self.name_columns(cells),
            // What stands under no name is nobody's.
            Header::Told(named) => cells.retain(|column, _| named.contains(column)),
            Header::Last => {}
        }
        if cells.is_empty() {
            return Ok(());
        }
        if self.rows == MOST_ROWS {
            return Err(Fault::Rows { row: self.row });
        }
        self.rows += 1;
        let number = self.row.to_string();
        self.pass_on(&number, &cells);
        Ok(())
    }

    fn name_columns(&mut self, cells: BTreeMap<usize, String>) -> Result<(), Fault> {
        let named: BTreeMap<usize, String> = cells
            .into_iter()
            .map(|(column, name)| (column, column_name(&name)))
            .collect();
        self.pass_on(COLUMNS, &named);
        self.header = Header::Told(named.into_keys().collect());
        Ok(())
    }

    fn pass_on(&mut self, first: &str, cells: &BTreeMap<usize, String>) {
        let record = std::iter::once(first.to_owned()).chain(
            cells
                .iter()
                .flat_map(|(column, text)| [column.to_string(), text.clone()]),
        );
        if let Err(error) = self.out.write_record(record) {
            self.lost.get_or_insert(error);
        }
    }
}

/// `E-mail`, ` EMAIL ` and `email` are one column.
pub(super) fn column_name(header: &str) -> String {
    let name = short_text(header).to_lowercase().replace([' ', '-'], "_");
    match name.as_str() {
        "e_mail" => "email".to_string(),
        "organization" => "organisation".to_string(),
        _ => name,
    }
}
