//! A list of people as it was read: rows of cells under the names of their columns.

use std::fs::File;
use std::io::Read;

use super::fault::Fault;
use super::reading::{COLUMNS, END, FAULT};
use crate::opening::{self, ChildOutput, Ended, Task};

/// The rows of a file, in little more memory than its texts: one string for all of them.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// By place; empty where one has no name.
    pub columns: Vec<String>,
    rows: Vec<Row>,
    cells: Vec<Cell>,
    text: String,
}

#[derive(Debug)]
struct Row {
    number: usize,
    /// Of its cells, among all of them; they begin where those of the row before end.
    end: usize,
}

#[derive(Debug)]
struct Cell {
    column: usize,
    /// Of its text; it begins where the one before ends.
    end: usize,
}

/// A row that holds something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableRow<'a> {
    /// In the file, as a spreadsheet counts them.
    pub number: usize,
    table: &'a Table,
    first: usize,
    end: usize,
}

impl<'a> TableRow<'a> {
    /// What stands in a column; nothing where there is none.
    pub(crate) fn cell(&self, column: &str) -> &'a str {
        let mut places = (self.first..self.end).rev();
        let is_named = |place: &usize| self.table.name_of(*place) == column;
        places
            .find(is_named)
            .map_or("", |place| self.table.text_of(place))
    }
}

impl Table {
    /// Has a child read a file, within limits.
    pub(crate) fn open(file: File) -> Result<Table, Fault> {
        Table::understood(opening::open(Task::List, file, Table::told))
    }

    /// What a child said of a file, or how it ended.
    pub(crate) fn understood(said: Result<Result<Table, Fault>, Ended>) -> Result<Table, Fault> {
        said.unwrap_or_else(|ended| Err(Fault::Ended(ended)))
    }

    /// What the child says of a file.
    pub(crate) fn told(said: &mut ChildOutput) -> Option<Result<Table, Fault>> {
        Table::read(said)
    }

    fn read(said: impl Read) -> Option<Result<Table, Fault>> {
        let mut records = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(said);
        let mut table = Table::default();
        let mut record = csv::StringRecord::new();
        while records.read_record(&mut record).ok()? {
            let mut fields = record.iter();
            match fields.next()? {
                END => return Some(Ok(table)),
                FAULT => return Some(Err(serde_json::from_str(fields.next()?).ok()?)),
                COLUMNS => table.name_columns(fields)?,
                number => table.add(number.parse().ok()?, fields)?,
            }
        }
        None
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = TableRow<'_>> {
        let first = std::iter::once(0).chain(self.rows.iter().map(|row| row.end));
        first.zip(&self.rows).map(|(first, row)| TableRow {
            number: row.number,
            table: self,
            first,
            end: row.end,
        })
    }

    fn name_columns<'r>(&mut self, mut fields: impl Iterator<Item = &'r str>) -> Option<()> {
        while let Some(place) = fields.next() {
            let place: usize = place.parse().ok()?;
            self.columns.resize(place, String::new());
            self.columns.push(fields.next()?.to_owned());
        }
        Some(())
    }

    fn add<'r>(&mut self, number: usize, mut fields: impl Iterator<Item = &'r str>) -> Option<()> {
        while let Some(column) = fields.next() {
            self.text.push_str(fields.next()?);
            self.cells.push(Cell {
                column: column.parse().ok()?,
                end: self.text.len(),
            });
        }
        self.rows.push(Row {
            number,
            end: self.cells.len(),
        });
        Some(())
    }

    fn name_of(&self, place: usize) -> &str {
        let column = self.cells[place].column;
        self.columns.get(column).map_or("", String::as_str)
    }

    fn text_of(&self, place: usize) -> &str {
        let start = match place {
            0 => 0,
            place => self.cells[place - 1].end,
        };
        &self.text[start..self.cells[place].end]
    }
}

#[cfg(test)]
mod tests {
    use crate::lists::reading;
    use crate::lists::table::*;

    fn table(list: &str) -> Result<Table, Fault> {
        let mut said = Vec::new();
        reading::tell(list.as_bytes(), &mut said).unwrap();
        Table::read(said.as_slice()).unwrap()
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_gives_them() {
        let table = table("\n\r\nname,email\n\r\n\"a\n\nb\",x\n,\nc,y").unwrap();
        assert_eq!(table.columns, ["name", "email"]);
        let rows: Vec<_> = table
            .rows()
            .map(|row| (row.number, row.cell("name")))
            .collect();
        assert_eq!(rows, [(5, "a\n\nb"), (7, "c")]);
    }

    #[test]
    fn what_stands_under_no_name_is_left_out_and_the_last_of_two_names_counts() {
        let table = table("name;;name\na;b;c\n;b;\nd;b;").unwrap();
        let rows: Vec<_> = table
            .rows()
            .map(|row| (row.number, row.cell("name")))
            .collect();
        assert_eq!(rows, [(2, "c"), (4, "d")]);
    }

    #[test]
    fn quotation_marks_are_read_as_spreadsheets_write_them() {
        let table = table("name,city\r\n\"Nagy \"\"Öcsi\"\", dr.\",Pécs\rO\"Brien,\"\"x").unwrap();
        let rows: Vec<_> = table
            .rows()
            .map(|row| (row.cell("name"), row.cell("city")))
            .collect();
        assert_eq!(rows, [("Nagy \"Öcsi\", dr.", "Pécs"), ("O\"Brien", "x")]);
    }

    #[test]
    fn what_a_child_left_unfinished_is_no_table() {
        assert!(Table::read(b"columns,0,name\n2,0,a\n".as_slice()).is_none());
        assert!(Table::read(b"columns,0\nend\n".as_slice()).is_none());
    }
}
