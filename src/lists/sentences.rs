//! What is said of an import, in the words of a person's language.

use super::fault::{
    Fault, LONGEST_CELL, MOST_CATEGORIES, MOST_CELLS, MOST_COLUMNS, MOST_PARTS, MOST_ROWS,
    MOST_TEXT, MOST_UNPACKED,
};
use super::import::{Line, Report, RowFault, Stopped, Why};
use super::table::Table;
use crate::db;
use crate::i18n::{Texts, listed, number};
use crate::opening::Ended;

/// Why a file cannot be read, with the limit and the place.
pub(crate) fn fault(fault: &Fault, t: Texts) -> String {
    let most = |amount: usize| number(t.language(), amount);
    match fault {
        Fault::Empty => t.exchange_file_empty().to_owned(),
        Fault::NotUtf8 => t.exchange_file_not_utf8().to_owned(),
        Fault::NotReadable => t.exchange_file_unreadable().to_owned(),
        Fault::OtherFormat => t.file_other_format().to_owned(),
        Fault::Json { line, column } => t.file_json(line, column),
        Fault::Nested { row, column } => t.file_nested(row, column),
        Fault::Order { row } => t.file_order(row),
        Fault::Rows { row } => t.file_rows(most(MOST_ROWS), row),
        Fault::Columns { row, column } => t.file_columns(most(MOST_COLUMNS), row, column),
        Fault::Cells { row } => t.file_cells(most(MOST_CELLS), row),
        Fault::Cell { row, column } => t.file_cell(row, column, most(LONGEST_CELL)),
        Fault::Text { row } => t.file_text(MOST_TEXT >> 20, row),
        Fault::Unpacked { part } => t.file_unpacked(MOST_UNPACKED >> 20, part),
        Fault::Parts => t.file_parts(most(MOST_PARTS)),
        Fault::Categories { row } => t.file_categories(MOST_CATEGORIES, row),
        Fault::Ended(Ended::TooMuch { megabytes }) => t.file_memory(megabytes),
        Fault::Ended(Ended::TooLong { seconds }) => t.file_time(seconds),
        Fault::Ended(Ended::Broken) => t.exchange_file_unreadable().to_owned(),
        Fault::Ended(Ended::NotNow) => t.file_not_now().to_owned(),
    }
}

/// The columns without which nobody can be registered, of those that a list has not.
pub(crate) fn missing_columns(table: &Table) -> Vec<String> {
    let has = |column: &str| table.columns.iter().any(|has| has == column);
    // Without an address the organisation tells people apart.
    let tells_apart = match has("organisation") {
        true => "organisation",
        false => "email",
    };
    ["name", "country", tells_apart]
        .into_iter()
        .filter(|column| !has(column))
        .map(str::to_owned)
        .collect()
}

/// That they are missing.
pub(crate) fn lacks(columns: &[String], t: Texts) -> String {
    t.exchange_columns_missing(listed(t.language(), columns))
}

/// What happened, or would happen, a sentence each.
pub(crate) fn summary(report: &Report, rehearsed: bool, t: Texts) -> Vec<String> {
    let mut sentences = vec![if rehearsed {
        t.exchange_would_add(report.added)
    } else {
        t.exchange_added(report.added)
    }];
    if report.waitlisted > 0 {
        sentences.push(t.exchange_waitlisted(report.waitlisted));
    }
    if report.left_out.count > 0 {
        sentences.push(t.exchange_known(report.left_out.count));
    }
    if !report.new_categories.is_empty() {
        sentences.push(t.exchange_new_categories(listed(t.language(), &report.new_categories)));
    }
    sentences
}

/// What is known of an import that did not come to its end, a sentence each.
pub(crate) fn stopped(stopped: &Stopped, t: Texts) -> Vec<String> {
    let mut sentences = vec![
        t.exchange_stopped().to_string(),
        t.exchange_added(stopped.added),
    ];
    if db::is_outcome_unknown(&stopped.cause) {
        sentences.push(t.exchange_stopped_unsure().to_string());
    }
    sentences.push(t.exchange_again().to_string());
    sentences
}

/// A row that brought nobody: whom it names, and why.
pub(crate) fn row(line: &Line, t: Texts) -> String {
    match line.name.as_str() {
        "" => t.exchange_row(line.number, why(line, t)),
        name => t.exchange_row_named(line.number, name, why(line, t)),
    }
}

/// Why a row brought nobody.
pub(crate) fn why(line: &Line, t: Texts) -> &'static str {
    match line.why {
        Why::Refused(fault) => row_fault(fault, t),
        Why::Known => t.exchange_row_known(),
        Why::Twice => t.exchange_row_twice(),
    }
}

fn row_fault(fault: RowFault, t: Texts) -> &'static str {
    match fault {
        RowFault::Name => t.exchange_row_name(),
        RowFault::Email => t.exchange_row_email(),
        RowFault::Organisation => t.exchange_row_organisation(),
        RowFault::Country => t.exchange_row_country(),
        RowFault::Phone => t.exchange_row_phone(),
        RowFault::State => t.exchange_row_state(),
        RowFault::TooLong => t.exchange_row_too_long(),
    }
}
