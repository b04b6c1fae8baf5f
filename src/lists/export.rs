use std::fmt::Display;
use std::io::{Seek, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook};

use super::cells::guarded;
use super::columns::{COLUMNS, PHONE, cells};
use crate::db::Database;
use crate::models::people::registrations::{self, Filter, Sort};

/// People read from the database at once: enough to be quick, few enough to stay small.
const BATCH: i64 = 500;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Xlsx,
    Json,
}

impl Format {
    /// By the ending of a file's name.
    pub(crate) fn parse(text: &str) -> Option<Format> {
        match text {
            "csv" => Some(Format::Csv),
            "xlsx" => Some(Format::Xlsx),
            "json" => Some(Format::Json),
            _ => None,
        }
    }

    pub(crate) fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
        }
    }

    pub(crate) fn content_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Json => "application/json",
        }
    }
}

/// Whom a list is of, and for whom it is.
pub(crate) struct List {
    pub forum_id: i64,
    pub filter: Filter,
    /// Whether badge codes and needs are in it; else their columns are empty.
    pub badges_and_needs: bool,
}

/// Writes a forum's people, in the order of registration, in memory that does not grow with them.
/// The error is for the log.
pub(crate) fn write(
    db: &Database,
    list: &List,
    format: Format,
    out: &mut impl Write,
) -> Result<(), String> {
    match format {
        Format::Csv => csv(db, list, out),
        Format::Json => json(db, list, out),
        Format::Xlsx => xlsx(db, list, out),
    }
}

/// UTF-8 with commas; one line a person, ended as RFC 4180 wants it.
fn csv(db: &Database, list: &List, out: &mut impl Write) -> Result<(), String> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record(COLUMNS).map_err(sentence)?;
    each(db, list, |cells| {
        let cells = cells
            .iter()
            .enumerate()
            .map(|(column, cell)| guarded(cell, column == PHONE));
        writer.write_record(cells).map_err(sentence)
    })?;
    writer.flush().map_err(sentence)
}

/// An array of objects, one a line.
fn json(db: &Database, list: &List, out: &mut impl Write) -> Result<(), String> {
    out.write_all(b"[").map_err(sentence)?;
    let mut before = "\n";
    each(db, list, |cells| {
        let object: serde_json::Map<String, serde_json::Value> = COLUMNS
            .iter()
            .map(|column| column.to_string())
            .zip(cells.iter().map(|cell| cell.as_str().into()))
            .collect();
        out.write_all(before.as_bytes()).map_err(sentence)?;
        before = ",\n";
        serde_json::to_writer(&mut *out, &object).map_err(sentence)
    })?;
    out.write_all(b"\n]\n").map_err(sentence)
}

/// A spreadsheet whose cells are texts, all of them: nothing in it is ever calculated.
fn xlsx(db: &Database, list: &List, out: &mut impl Write) -> Result<(), String> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties()?);
    let sheet = workbook
        .add_worksheet_with_constant_memory()
        .map_err(sentence)?;
    sheet.set_name("registrations").map_err(sentence)?;
    sheet.set_freeze_panes(1, 0).map_err(sentence)?;
    for (column, width) in [
        (0, 28),
        (1, 24),
        (2, 30),
        (3, 20),
        (5, 34),
        (6, 24),
        (10, 22),
        (11, 30),
    ] {
        sheet.set_column_width(column, width).map_err(sentence)?;
    }
    let bold = CellFormat::new().set_bold();
    for (column, name) in COLUMNS.iter().enumerate() {
        sheet
            .write_string_with_format(0, column as u16, *name, &bold)
            .map_err(sentence)?;
    }
    let mut row = 0;
    each(db, list, |cells| {
        row += 1;
        for (column, cell) in cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
        {
            sheet
                .write_string(row, column as u16, cell)
                .map_err(sentence)?;
        }
        Ok(())
    })?;
    let mut file = tempfile::tempfile().map_err(sentence)?;
    workbook.save_to_writer(&mut file).map_err(sentence)?;
    file.rewind().map_err(sentence)?;
    std::io::copy(&mut file, out).map(drop).map_err(sentence)
}

/// Without the time of writing, so that the same list is the same file.
fn properties() -> Result<DocProperties, String> {
    let created = ExcelDateTime::from_ymd(2025, 1, 1).map_err(sentence)?;
    Ok(DocProperties::new().set_creation_datetime(&created))
}

fn each(
    db: &Database,
    list: &List,
    mut write: impl FnMut(&[String; COLUMNS.len()]) -> Result<(), String>,
) -> Result<(), String> {
    let mut after = None;
    loop {
        let rows = db
            .read_now(|c| {
                registrations::export_batch(c, list.forum_id, &list.filter, after.as_ref(), BATCH)
            })
            .map_err(sentence)?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = Some(registrations::after(&last.registration, Sort::Oldest));
        for row in rows {
            let row = match list.badges_and_needs {
                true => row,
                false => row.without_badge_and_needs(),
            };
            write(&cells(row))?;
        }
    }
}

fn sentence(error: impl Display) -> String {
    error.to_string()
}
