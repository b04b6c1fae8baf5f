use serde::{Deserialize, Serialize};

use crate::db::{Error, Result};
use crate::lists::fault::Fault;
use crate::lists::import::RowFault;

/// A row of the file that brought nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    /// In the file, as a spreadsheet counts them.
    pub number: usize,
    pub name: String,
    pub why: Why,
}

/// Why a row brought nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Why {
    /// Somebody of this name is registered with the address already, and stays as is.
    Known,
    /// The same name and address stand in an earlier row of the file.
    Twice,
    Refused(RowFault),
}

/// What became, or would become, of one row.
pub(super) enum Outcome {
    Added,
    /// Confirmed in the file, but no place was left.
    Waitlisted,
    Nobody(Why),
}

/// Rows of one sort: how many there are, and the first of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Lines {
    pub count: usize,
    pub first: Vec<Line>,
}

/// What a file does, or has done so far.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Report {
    /// People who are new, those on the waiting list among them.
    pub added: usize,
    pub waitlisted: usize,
    /// Rows that are to be mended.
    pub refused: Lines,
    /// Rows of people who are there already.
    pub left_out: Lines,
    /// Categories that the forum did not have, by their short names.
    pub new_categories: Vec<String>,
    /// Rows gone through, of how many.
    pub done: usize,
    pub total: usize,
}

impl Report {
    pub(super) fn take(&mut self, number: usize, name: &str, outcome: Outcome, most_named: usize) {
        self.done += 1;
        let (lines, why) = match outcome {
            Outcome::Added => return self.added += 1,
            Outcome::Waitlisted => {
                self.waitlisted += 1;
                return self.added += 1;
            }
            Outcome::Nobody(why @ Why::Refused(_)) => (&mut self.refused, why),
            Outcome::Nobody(why) => (&mut self.left_out, why),
        };
        lines.count += 1;
        if lines.first.len() < most_named {
            lines.first.push(Line {
                number,
                name: name.to_owned(),
                why,
            });
        }
    }
}

/// What became of a list, as its job keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum ListResult {
    /// As far as it came.
    Through(Report),
    Unread(Fault),
    /// Columns without which nobody can be registered.
    Lacks(Vec<String>),
}

impl ListResult {
    pub(crate) fn written(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::SerializationError(Box::new(error)))
    }

    pub(crate) fn read(written: &str) -> Option<ListResult> {
        serde_json::from_str(written).ok()
    }
}
