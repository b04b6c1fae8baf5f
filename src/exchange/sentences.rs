//! What is said of an import, in the words of a person's language.

use super::import::{Line, Outcome, Report, RowFault, Stopped};
use super::table::{Fault, Table};
use crate::db;
use crate::i18n::{Texts, listed};

pub fn fault(fault: Fault, t: Texts) -> &'static str {
    match fault {
        Fault::Empty => t.exchange_file_empty(),
        Fault::NotUtf8 => t.exchange_file_not_utf8(),
        Fault::NotReadable => t.exchange_file_unreadable(),
        Fault::TooMany => t.exchange_file_too_large(),
    }
}

/// Without these three columns nobody can be registered.
pub fn missing_columns(table: &Table, t: Texts) -> Option<String> {
    let missing: Vec<&str> = ["name", "email", "country"]
        .into_iter()
        .filter(|column| !table.columns.iter().any(|has| has == column))
        .collect();
    (!missing.is_empty()).then(|| t.exchange_columns_missing(listed(t.language(), &missing)))
}

/// What happened, or would happen, a sentence each.
pub fn summary(report: &Report, rehearsed: bool, t: Texts) -> Vec<String> {
    let mut sentences = vec![if rehearsed {
        t.exchange_would_add(report.added())
    } else {
        t.exchange_added(report.added())
    }];
    if report.waitlisted() > 0 {
        sentences.push(t.exchange_waitlisted(report.waitlisted()));
    }
    if report.known() > 0 {
        sentences.push(t.exchange_known(report.known()));
    }
    if !report.new_categories.is_empty() {
        sentences.push(t.exchange_new_categories(listed(t.language(), &report.new_categories)));
    }
    sentences
}

/// What is known of an import that did not come to its end, a sentence each.
pub fn stopped(stopped: &Stopped, t: Texts) -> Vec<String> {
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
pub fn row(line: &Line, t: Texts) -> String {
    match line.name.as_str() {
        "" => t.exchange_row(line.number, why(line, t)),
        name => t.exchange_row_named(line.number, name, why(line, t)),
    }
}

/// Why a row brought nobody.
pub fn why(line: &Line, t: Texts) -> &'static str {
    match line.outcome {
        Outcome::Refused(fault) => row_fault(fault, t),
        Outcome::Known => t.exchange_row_known(),
        Outcome::Twice => t.exchange_row_twice(),
        Outcome::Added(_) | Outcome::Waitlisted => "",
    }
}

fn row_fault(fault: RowFault, t: Texts) -> &'static str {
    match fault {
        RowFault::Name => t.exchange_row_name(),
        RowFault::Email => t.exchange_row_email(),
        RowFault::Country => t.exchange_row_country(),
        RowFault::Phone => t.exchange_row_phone(),
        RowFault::State => t.exchange_row_state(),
        RowFault::TooLong => t.exchange_row_too_long(),
    }
}
