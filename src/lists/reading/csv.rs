use std::borrow::Cow;
use std::io::Write;

use crate::lists::cells::unguarded;
use crate::lists::fault::Fault;
use crate::lists::reading::Rows;

/// Every line is a row, also an empty one: numbers are those that a spreadsheet shows.
pub(super) fn read(text: &str, rows: &mut Rows<impl Write>) -> Result<(), Fault> {
    let mut fields = Fields {
        text,
        at: 0,
        delimiter: delimiter(text),
    };
    let (mut row, mut column) = (1, 0);
    loop {
        if let Some(run) = fields.skip_empty() {
            match run.end {
                End::Field => column += run.length,
                End::Row | End::File => (row, column) = (row + run.length, 0),
            }
            continue;
        }
        let (field, end) = fields.next();
        rows.cell(row, column, unguarded(&field))?;
        match end {
            End::Field => column += 1,
            End::Row => (row, column) = (row + 1, 0),
            End::File => return Ok(()),
        }
    }
}

/// Spreadsheets write commas, semicolons or tabs, as the country has it: the most frequent in the first line.
fn delimiter(text: &str) -> u8 {
    /// Bytes of a line that tell.
    const ENOUGH: usize = 1 << 16;
    let ends = |byte: &u8| *byte == b'\r' || *byte == b'\n';
    let line = text.bytes().skip_while(ends);
    let line: Vec<u8> = line.take(ENOUGH).take_while(|byte| !ends(byte)).collect();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|delimiter| line.iter().filter(|byte| *byte == delimiter).count())
        .unwrap_or(b',')
}

/// Empty fields, or empty rows, one after the other.
struct Run {
    end: End,
    length: usize,
}

/// What comes after a field.
enum End {
    Field,
    Row,
    File,
}

/// The fields of a text, one after the other; each byte is looked at once.
struct Fields<'a> {
    text: &'a str,
    at: usize,
    delimiter: u8,
}

impl<'a> Fields<'a> {
    fn next(&mut self) -> (Cow<'a, str>, End) {
        let mut field = match self.rest().starts_with('"') {
            true => Cow::Owned(self.quoted()),
            false => Cow::Borrowed(""),
        };
        let plain = self.plain();
        match plain {
            "" => {}
            plain if field.is_empty() => field = Cow::Borrowed(plain),
            plain => field.to_mut().push_str(plain),
        }
        (field, self.end())
    }

    /// Steps over a run of what ends fields, where the first of them is empty: there may be millions.
    fn skip_empty(&mut self) -> Option<Run> {
        let rest = self.rest().as_bytes();
        let first = *rest.first()?;
        let end = match first {
            b'\r' | b'\n' => End::Row,
            first if first == self.delimiter => End::Field,
            _ => return None,
        };
        let length = rest.iter().take_while(|byte| **byte == first).count();
        let is_pair = first == b'\r' && rest.get(length) == Some(&b'\n');
        self.at += length + usize::from(is_pair);
        Some(Run { end, length })
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Up to the quotation mark that ends it; two of them are one that does not.
    fn quoted(&mut self) -> String {
        self.at += 1;
        let mut field = String::new();
        while let Some(length) = self.rest().find('"') {
            field.push_str(&self.rest()[..length]);
            self.at += length + 1;
            if !self.rest().starts_with('"') {
                return field;
            }
            field.push('"');
            self.at += 1;
        }
        field.push_str(self.rest());
        self.at = self.text.len();
        field
    }

    fn plain(&mut self) -> &'a str {
        let rest = self.rest();
        let ends = |byte: u8| byte == self.delimiter || byte == b'\r' || byte == b'\n';
        let length = rest.bytes().position(ends).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Steps over what ends a field.
    fn end(&mut self) -> End {
        let rest = self.rest().as_bytes();
        let (end, length) = match rest {
            [] => (End::File, 0),
            [b'\r', b'\n', ..] => (End::Row, 2),
            [b'\r' | b'\n', ..] => (End::Row, 1),
            [..] => (End::Field, 1),
        };
        self.at += length;
        end
    }
}
