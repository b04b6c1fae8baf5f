use std::collections::HashMap;
use std::fmt;
use std::io::Write;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::rows::column_name;
use crate::lists::fault::{Fault, MOST_COLUMNS, short};
use crate::lists::reading::Rows;

/// A list of flat objects, taken one value after the other; nothing of it is kept.
pub(super) fn read(text: &str, rows: &mut Rows<impl Write>) -> Result<(), Fault> {
    rows.name_columns_last();
    let mut list = List {
        rows,
        // As if there were a header above them.
        row: 1,
        places: HashMap::new(),
        names: Vec::new(),
        fault: None,
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let read = json.deserialize_seq(Objects(&mut list));
    match (read.and_then(|()| json.end()), list.fault) {
        (_, Some(fault)) => Err(fault),
        (Err(error), None) => Err(Fault::Json {
            line: error.line(),
            column: error.column(),
        }),
        (Ok(()), None) if list.row == 1 => Err(Fault::Empty),
        (Ok(()), None) => list.rows.columns(list.names.iter().map(String::as_str)),
    }
}

struct List<'r, W: Write> {
    rows: &'r mut Rows<W>,
    row: usize,
    /// Where each column stands among the names.
    places: HashMap<String, usize>,
    names: Vec<String>,
    /// Why reading ended, where the JSON itself is sound.
    fault: Option<Fault>,
}

impl<W: Write> List<'_, W> {
    fn cell(&mut self, name: &str, text: &str) -> Result<(), Fault> {
        let place = self.place(column_name(name)).ok_or(Fault::Columns {
            row: self.row,
            column: short(name),
        })?;
        let named = |fault| match fault {
            Fault::Cell { row, .. } => Fault::Cell {
                row,
                column: short(name),
            },
            other => other,
        };
        self.rows.cell(self.row, place, text).map_err(named)
    }

    /// `None` where there are too many.
    fn place(&mut self, name: String) -> Option<usize> {
        let next = self.names.len();
        if let Some(place) = self.places.get(&name) {
            return Some(*place);
        }
        (next < MOST_COLUMNS).then(|| {
            self.names.push(name.clone());
            self.places.insert(name, next);
            next
        })
    }
}

/// The list.
struct Objects<'l, 'r, W: Write>(&'l mut List<'r, W>);

impl<'de, W: Write> Visitor<'de> for Objects<'_, '_, W> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Object(&mut *self.0))?.is_some() {}
        Ok(())
    }
}

/// One person.
struct Object<'l, 'r, W: Write>(&'l mut List<'r, W>);

impl<'de, W: Write> DeserializeSeed<'de> for Object<'_, '_, W> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        self.0.row += 1;
        json.deserialize_map(self)
    }
}

impl<'de, W: Write> Visitor<'de> for Object<'_, '_, W> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let list = self.0;
        while let Some(name) = object.next_key::<String>()? {
            let mut is_nested = false;
            let text = object.next_value_seed(Plain(&mut is_nested));
            if is_nested {
                list.fault = Some(Fault::Nested {
                    row: list.row,
                    column: short(&name),
                });
            }
            if let Err(fault) = list.cell(&name, &text?) {
                list.fault = Some(fault);
                return Err(A::Error::custom("a limit"));
            }
        }
        Ok(())
    }
}

/// A value as a text; told where it is none.
struct Plain<'n>(&'n mut bool);

impl Plain<'_> {
    fn nested<E: Error>(self) -> Result<String, E> {
        *self.0 = true;
        Err(E::custom("a list or an object"))
    }
}

impl<'de> DeserializeSeed<'de> for Plain<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<String, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Plain<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok(String::new())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        Ok(Number::from_f64(value).map_or_else(String::new, |number| number.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<String, A::Error> {
        self.nested()
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<String, A::Error> {
        self.nested()
    }
}
