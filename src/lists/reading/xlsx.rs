use std::io::{self, Cursor, Read, Write};

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xlsx};
use zip::ZipArchive;

use crate::lists::fault::{Fault, MOST_PARTS, MOST_UNPACKED, short};
use crate::lists::reading::Rows;

/// The first sheet, cell by cell: never as a whole, which would be as large as its farthest cell says.
pub(super) fn read(bytes: &[u8], rows: &mut Rows<impl Write>) -> Result<(), Fault> {
    look_into(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Fault::NotReadable)?;
    let sheet = workbook
        .sheet_names()
        .first()
        .cloned()
        .ok_or(Fault::Empty)?;
    let mut cells = workbook
        .worksheet_cells_reader(&sheet)
        .map_err(|_| Fault::NotReadable)?;
    while let Some(cell) = cells.next_cell().map_err(|_| Fault::NotReadable)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        rows.cell(row as usize + 1, column as usize, &text)?;
    }
    Ok(())
}

/// Unpacks every part of the archive once and keeps nothing, for what the archive says of their size may be a lie.
fn look_into(bytes: &[u8]) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::NotReadable)?;
    if archive.len() > MOST_PARTS {
        return Err(Fault::Parts);
    }
    if archive.index_for_name("xl/workbook.xml").is_none()
        && archive.index_for_name("content.xml").is_some()
    {
        return Err(Fault::OtherFormat);
    }
    let mut left = MOST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Fault::NotReadable)?;
        let name = short(&part.name().map_err(|_| Fault::NotReadable)?);
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink());
        left = left
            .checked_sub(unpacked.map_err(|_| Fault::NotReadable)?)
            .ok_or(Fault::Unpacked { part: name })?;
    }
    Ok(())
}

fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) => text.clone(),
        // A phone number that a spreadsheet took for a number.
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        DataRef::DateTime(time) => moment(time),
        other => Data::from(other.clone()).to_string(),
    }
}

/// A date as a date, a time as a time: a spreadsheet keeps both as a number.
fn moment(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    if time.is_duration() {
        let minutes = (time.as_f64() * 24.0 * 60.0).round();
        return format!("{:.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0);
    }
    let clock = match second {
        0 => format!("{hour:02}:{minute:02}"),
        second => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (time.as_f64() < 1.0, clock.as_str()) {
        (true, _) => clock,
        (false, "00:00") => date,
        (false, _) => format!("{date} {clock}"),
    }
}
