//! A list as it comes: CSV, a spreadsheet or JSON, told apart by what is in it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::cells::unguarded;

/// More people than any forum has; a file with more is a mistake.
const MOST_ROWS: usize = 200_000;

/// The rows of a file, a text by column's name; columns without a name are left out.
#[derive(Debug, Default)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<BTreeMap<String, String>>,
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

    fn of(mut lines: impl Iterator<Item = Vec<String>>) -> Result<Table, Fault> {
        let header = lines.next().ok_or(Fault::Empty)?;
        let columns: Vec<String> = header.iter().map(|name| column_name(name)).collect();
        let mut rows = Vec::new();
        for line in lines {
            let row: BTreeMap<String, String> = columns
                .iter()
                .zip(line)
                .filter(|(column, cell)| !column.is_empty() && !cell.trim().is_empty())
                .map(|(column, cell)| (column.clone(), cell))
                .collect();
            if row.is_empty() {
                continue;
            }
            if rows.len() == MOST_ROWS {
                return Err(Fault::TooMany);
            }
            rows.push(row);
        }
        Ok(Table { columns, rows })
    }
}

/// `E-mail`, ` EMAIL ` and `email` are one column.
fn column_name(header: &str) -> String {
    let name = header.trim().to_lowercase().replace([' ', '-'], "_");
    match name.as_str() {
        "e_mail" => "email".to_string(),
        "organization" => "organisation".to_string(),
        _ => name,
    }
}

fn csv(text: &str) -> Result<Table, Fault> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
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
    Table::of(lines.into_iter())
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
    for object in objects {
        let mut row = BTreeMap::new();
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
                row.insert(column, text);
            }
        }
        table.rows.push(row);
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
    Table::of(range.rows().map(|row| row.iter().map(cell_text).collect()))
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
