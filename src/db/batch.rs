//! Many rows in one statement: what a round trip each would make slow.

use std::convert::identity;

use diesel::prelude::*;
use diesel::query_builder::{BoxedSqlQuery, SqlQuery};
use diesel::sql_types::{BigInt, Binary, Bool, Nullable, Text, Timestamp};

use super::{Backend, Connection, Error, Prepare, Result};
use crate::clock::Moment;

/// Values in one statement. SQLite takes 32,766 and PostgreSQL 65,535, but longer ones are no faster.
const MOST_VALUES: usize = 2_000;

/// Up to so many rows, and in full statements, the text is one that comes again and is worth keeping prepared.
const FEW: usize = 40;

type Insert = BoxedSqlQuery<'static, Backend, SqlQuery>;

/// One column of a row.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    OptionalText(Option<String>),
    Integer(i64),
    OptionalInteger(Option<i64>),
    Time(Moment),
    Flag(bool),
    Bytes(Vec<u8>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Value {
        Value::OptionalText(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Integer(number)
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Value {
        Value::OptionalInteger(number)
    }
}

impl From<Moment> for Value {
    fn from(at: Moment) -> Value {
        Value::Time(at)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Value {
        Value::Bytes(bytes)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Value {
        Value::Flag(flag)
    }
}

/// Inserts all rows, each with a value for every column. Table and columns are names of the schema, never
/// anything a person typed. Few rows go along with the next statement.
pub(crate) fn insert_rows<const N: usize>(
    c: &mut Connection,
    table: &'static str,
    columns: [&'static str; N],
    rows: Vec<[Value; N]>,
) -> Result<()> {
    let most = MOST_VALUES / N;
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let together: Vec<[Value; N]> = rows.by_ref().take(most).collect();
        match together.len() {
            1..=FEW => insert_few(c, table, columns, together, identity)?,
            count if count == most => {
                insert(c, table, columns, together).prepared().execute(c)?;
            }
            _ => {
                insert(c, table, columns, together).execute(c)?;
            }
        }
    }
    Ok(())
}

/// The same for one row, along with the next statement. That it is refused means what `explain` makes of it.
pub(crate) fn insert_row<const N: usize>(
    c: &mut Connection,
    table: &'static str,
    columns: [&'static str; N],
    row: [Value; N],
    explain: fn(Error) -> Error,
) -> Result<()> {
    insert_few(c, table, columns, vec![row], explain)
}

fn insert_few<const N: usize>(
    c: &mut Connection,
    table: &'static str,
    columns: [&'static str; N],
    rows: Vec<[Value; N]>,
    explain: fn(Error) -> Error,
) -> Result<()> {
    let query = insert(c, table, columns, rows);
    query.prepared().execute_along(c, explain)
}

fn insert<const N: usize>(
    c: &Connection,
    table: &str,
    columns: [&str; N],
    rows: Vec<[Value; N]>,
) -> Insert {
    let numbered = matches!(c, Connection::Postgres(_));
    let text = statement(numbered, table, &columns, rows.len());
    let mut query = diesel::sql_query(text).into_boxed::<Backend>();
    for value in rows.into_iter().flatten() {
        query = match value {
            Value::Text(text) => query.bind::<Text, _>(text),
            Value::OptionalText(text) => query.bind::<Nullable<Text>, _>(text),
            Value::Integer(number) => query.bind::<BigInt, _>(number),
            Value::OptionalInteger(number) => query.bind::<Nullable<BigInt>, _>(number),
            Value::Time(at) => query.bind::<Timestamp, _>(at),
            Value::Flag(flag) => query.bind::<Bool, _>(flag),
            Value::Bytes(bytes) => query.bind::<Binary, _>(bytes),
        };
    }
    query
}

/// `INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)`, with `?` for SQLite: it takes `$1` for a name and looks
/// through all names before it for each.
fn statement(numbered: bool, table: &str, columns: &[&str], rows: usize) -> String {
    let mut text = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
    for place in 0..rows * columns.len() {
        text += match (place, place % columns.len()) {
            (0, _) => "(",
            (_, 0) => "), (",
            _ => ", ",
        };
        if numbered {
            text += &format!("${}", place + 1);
        } else {
            text.push('?');
        }
    }
    text + ")"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_has_a_place_for_every_value() {
        let columns = ["a", "b"];
        let text = statement(true, "t", &columns, 2);
        assert_eq!(text, "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)");
        let text = statement(false, "t", &columns, 2);
        assert_eq!(text, "INSERT INTO t (a, b) VALUES (?, ?), (?, ?)");
    }
}
