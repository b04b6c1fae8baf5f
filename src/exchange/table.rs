//! A list as it comes: CSV, a spreadsheet or JSON, told apart by what is in it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::cells::unguarded;
use crate::values::short_text;

/// More people than any forum has; a file with more is a mistake.
const MOST_ROWS: usize = 200_000;

/// The rows of a file; columns without a name are left out.
#[derive(Debug, Default)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<TableRow>,
}

/// A row that holds something.
#[derive(Debug)]
pub struct TableRow {
    /// In the file, as a spreadsheet counts them.
    pub number: usize,
    /// A text by column's name.
    pub cells: BTreeMap<String, String>,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Empty,
    NotUtf8,
    NotReadable,
    TooMany,
}

impl Table {
    pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
        if bytes.starts_with(b"PK") {
            return xlsx(bytes);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8)?;
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('[') {
            return json(text);
        }
        csv(text)
    }

    /// `first` is the number of the header's row.
    fn of(first: usize, mut lines: impl Iterator<Item = Vec<String>>) -> Result<Table, Fault> {
        let header = lines.next().ok_or(Fault::Empty)?;
        let columns: Vec<String> = header.iter().map(|name| column_name(name)).collect();
        let mut rows = Vec::new();
        for (number, line) in (first + 1..).zip(lines) {
            let cells: BTreeMap<String, String> = columns
                .iter()
                .zip(line)
                .filter(|(column, cell)| !column.is_empty() && !cell.trim().is_empty())
                .map(|(column, cell)| (column.clone(), cell))
                .collect();
            if cells.is_empty() {
                continue;
            }
            if rows.len() == MOST_ROWS {
                return Err(Fault::TooMany);
            }
            rows.push(TableRow { number, cells });
        }
        Ok(Table { columns, rows })
    }
}

/// `E-mail`, ` EMAIL ` and `email` are one column.
fn column_name(header: &str) -> String {
    let name = short_text(header).to_lowercase().replace([' ', '-'], "_");
    match name.as_str() {
        "e_mail" => "email".to_string(),
        "organization" => "organisation".to_string(),
        _ => name,
    }
}

fn csv(text: &str) -> Result<Table, Fault> {
    let begun = text.trim_start_matches(['\r', '\n']);
    let before = text.len() - begun.len();
    let first = 1 + text[..before].matches('\n').count();
    let delimiter = delimiter(begun);
    let whole = with_empty_rows(begun, char::from(delimiter));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(whole.as_bytes());
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Fault::NotReadable)?;
        lines.push(
            record
                .iter()
                .map(|cell| unguarded(cell).to_string())
                .collect(),
        );
    }
    Table::of(first, lines.into_iter())
}

/// An empty line is a row of empty cells: the reader would pass over it, and every number behind it be wrong.
fn with_empty_rows(text: &str, delimiter: char) -> String {
    let mut whole = String::with_capacity(text.len() + 16);
    let mut quoted = false;
    for line in text.split_inclusive('\n') {
        if line.trim_end_matches(['\r', '\n']).is_empty() && !quoted {
            whole.push(delimiter);
        }
        quoted ^= line.matches('"').count() % 2 == 1;
        whole.push_str(line);
    }
    whole
}

/// Spreadsheets write commas, semicolons or tabs, as the country has it: the most frequent in the first line.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or("");
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|delimiter| header.bytes().filter(|byte| byte == delimiter).count())
        .unwrap_or(b',')
}

fn json(text: &str) -> Result<Table, Fault> {
    let objects: Vec<BTreeMap<String, serde_json::Value>> =
        serde_json::from_str(text).map_err(|_| Fault::NotReadable)?;
    if objects.len() > MOST_ROWS {
        return Err(Fault::TooMany);
    }
    let mut table = Table::default();
    for (number, object) in (2..).zip(objects) {
        let mut cells = BTreeMap::new();
        for (name, value) in object {
            let column = column_name(&name);
            if !table.columns.contains(&column) {
                table.columns.push(column.clone());
            }
            let text = match value {
                serde_json::Value::Null => continue,
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            if !text.trim().is_empty() {
                cells.insert(column, text);
            }
        }
        table.rows.push(TableRow { number, cells });
    }
    if table.rows.is_empty() {
        return Err(Fault::Empty);
    }
    Ok(table)
}

/// The first sheet.
fn xlsx(bytes: &[u8]) -> Result<Table, Fault> {
    if unpacked_size(bytes) > MOST_UNPACKED {
        return Err(Fault::TooMany);
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Fault::NotReadable)?;
    let range = workbook
        .worksheet_range_at(0)
        .ok_or(Fault::Empty)?
        .map_err(|_| Fault::NotReadable)?;
    let first = range.start().map_or(1, |(row, _)| row as usize + 1);
    let rows = range.rows();
    Table::of(first, rows.map(|row| row.iter().map(cell_text).collect()))
}

/// Bytes that a spreadsheet may grow to when it is unpacked: a small file can hide a very large one.
const MOST_UNPACKED: u64 = 300 * 1024 * 1024;

/// The sum of what the entries of the zip's directory say of themselves.
fn unpacked_size(zip: &[u8]) -> u64 {
    const ENTRY: &[u8] = b"PK\x01\x02";
    zip.windows(46)
        .filter(|entry| entry.starts_with(ENTRY))
        .map(|entry| {
            u64::from(u32::from_le_bytes([
                entry[24], entry[25], entry[26], entry[27],
            ]))
        })
        .sum()
}

fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        // A phone number that a spreadsheet took for a number.
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        Data::DateTimeIso(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_gives_them() {
        let list = "\n\r\nname,email\n\r\n\"a\n\nb\",x\n,\nc,y";
        let table = Table::read(list.as_bytes()).unwrap();
        assert_eq!(table.columns, ["name", "email"]);
        let rows = table.rows.iter();
        let rows: Vec<_> = rows.map(|row| (row.number, &*row.cells["name"])).collect();
        assert_eq!(rows, [(5, "a\n\nb"), (7, "c")]);
    }
}
