//! Whether the tables are those the program was compiled for. What they should be is read from its own migrations,
//! done in memory: so a new migration needs no second description of what it makes.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::{Connection, migrations};

/// Said at once; whoever mends one sees the next.
const MOST_SAID: usize = 5;

#[derive(Debug, PartialEq, Eq)]
struct Column {
    kind: String,
    may_be_empty: bool,
}

/// The tables as a database has them.
#[derive(Debug, Default)]
struct Shape {
    /// By table, then by column.
    tables: BTreeMap<String, BTreeMap<String, Column>>,
    indexes: BTreeSet<String>,
}

/// The error is a sentence.
pub(super) fn refuse_another(c: &mut Connection) -> Result<(), String> {
    match differences(c)?.as_slice() {
        [] => Ok(()),
        all => Err(sentence(all)),
    }
}

/// How the tables differ from those the program works with; none where they are as they should be.
pub(super) fn differences(c: &mut Connection) -> Result<Vec<String>, String> {
    let there = Shape::of(c).map_err(|error| format!("The tables cannot be read: {error}."))?;
    Ok(Shape::wanted()?.differences(&there))
}

pub(super) fn sentence(differences: &[String]) -> String {
    let said = differences[..differences.len().min(MOST_SAID)].join(", ");
    let more = match differences.len().saturating_sub(MOST_SAID) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "The tables of the database are not those this version of Hazir works with: {said}{more}. Start the version that made them, or restore a backup."
    )
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    may_be_empty: bool,
}

#[derive(QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    name: String,
}

const SQLITE_COLUMNS: &str = "
    SELECT m.name AS table_name, p.name AS column_name, p.type AS kind,
           p.\"notnull\" = 0 AND p.pk = 0 AS may_be_empty
    FROM sqlite_master m JOIN pragma_table_info(m.name) p
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
/// Those that have a name of their own; what a rule of a table makes by itself has another one on each database.
const SQLITE_INDEXES: &str =
    "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
const POSTGRES_COLUMNS: &str = "
    SELECT c.table_name::text AS table_name, c.column_name::text AS column_name, c.data_type::text AS kind,
           c.is_nullable = 'YES' AS may_be_empty
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'";
const POSTGRES_INDEXES: &str =
    "SELECT indexname::text AS name FROM pg_indexes WHERE schemaname = current_schema()";

impl Shape {
    fn of(c: &mut Connection) -> super::Result<Shape> {
        let (columns, indexes) = match c {
            Connection::Sqlite(_) => (SQLITE_COLUMNS, SQLITE_INDEXES),
            Connection::Postgres(_) => (POSTGRES_COLUMNS, POSTGRES_INDEXES),
        };
        let lines: Vec<Line> = diesel::sql_query(columns).load(c)?;
        let indexes: Vec<Index> = diesel::sql_query(indexes).load(c)?;
        let mut shape = Shape {
            indexes: indexes.into_iter().map(|index| index.name).collect(),
            ..Shape::default()
        };
        for line in lines {
            let column = Column {
                kind: kind(&line.kind),
                may_be_empty: line.may_be_empty,
            };
            let table = shape.tables.entry(line.table_name).or_default();
            table.insert(line.column_name, column);
        }
        Ok(shape)
    }

    /// What the program's own migrations make.
    fn wanted() -> Result<Shape, String> {
        let mut memory = migrations::in_memory()?;
        Shape::of(&mut memory).map_err(|error| error.to_string())
    }

    /// Tables that are not ours do not matter; columns of ours do: a row without them may be refused.
    fn differences(&self, there: &Shape) -> Vec<String> {
        let mut found = Vec::new();
        for (name, columns) in &self.tables {
            match there.tables.get(name) {
                None if name == migrations::TABLE => {}
                None => found.push(format!("the table {name} is missing")),
                Some(actual) => compare(name, columns, actual, &mut found),
            }
        }
        let missing = self.indexes.difference(&there.indexes);
        found.extend(missing.map(|index| format!("the index {index} is missing")));
        found
    }
}

type Columns = BTreeMap<String, Column>;

fn compare(table: &str, wanted: &Columns, there: &Columns, found: &mut Vec<String>) {
    for (name, column) in wanted {
        let place = format!("the column {table}.{name}");
        match there.get(name) {
            None => found.push(format!("{place} is missing")),
            Some(actual) if actual.kind != column.kind => {
                found.push(format!("{place} is {}, not {}", actual.kind, column.kind));
            }
            Some(actual) if actual.may_be_empty && !column.may_be_empty => {
                found.push(format!("{place} may be empty"));
            }
            Some(actual) if !actual.may_be_empty && column.may_be_empty => {
                found.push(format!("{place} may not be empty"));
            }
            Some(_) => {}
        }
    }
    let unknown = there.keys().filter(|name| !wanted.contains_key(*name));
    found.extend(unknown.map(|name| format!("the column {table}.{name} is not known")));
}

/// A kind by one word for both databases.
fn kind(declared: &str) -> String {
    let declared = declared.to_lowercase();
    match declared.split(['(', ' ']).next().unwrap_or_default() {
        "integer" | "bigint" | "smallint" | "int" => "a number".into(),
        "text" | "character" | "varchar" => "text".into(),
        "blob" | "bytea" => "bytes".into(),
        "timestamp" => "a time".into(),
        "date" => "a day".into(),
        "boolean" => "a flag".into(),
        "double" | "real" => "a fraction".into(),
        _ => declared,
    }
}
