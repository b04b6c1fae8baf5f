//! A list becomes registrations: by the same rules whether a command or the desk brings it.

mod bringing;
mod reading;
mod report;

use std::collections::HashSet;

use super::fault::{Fault, MOST_CATEGORIES};
use super::table::{Table, TableRow};
use crate::db::{Database, Result};
use crate::models::registration::State;
use crate::models::registrations::{self, Named};
use crate::models::whole::Whole;
use crate::values::Slug;
use reading::{Reading, Row};
use report::Outcome;

pub use bringing::{Bringing, Brought, Stopped, Writing};
pub use reading::Fault as RowFault;
pub use report::{Line, Lines, ListResult, Report, Why};

/// A file read against a forum: what is there to do. Rows are parsed when they are looked at, and not kept: as people
/// they take many times the memory of their texts.
pub struct Plan {
    table: Table,
    most_named: usize,
    reading: Reading,
    new_categories: Vec<String>,
}

/// Reads the rows; nothing is written. Of the rows that bring nobody so many of each sort are named.
pub fn plan(table: Table, whole: &Whole, most_named: usize) -> std::result::Result<Plan, Fault> {
    let mut plan = Plan {
        table,
        most_named,
        reading: Reading::new(whole),
        new_categories: Vec::new(),
    };
    plan.new_categories = plan.categories_of(whole)?;
    Ok(plan)
}

/// Who was met before, each with whether as one who comes. Somebody who withdrew is brought once; who comes may have
/// withdrawn before.
#[derive(Default)]
struct Seen(HashSet<(Named, bool)>);

impl Seen {
    fn has(&self, row: &Row) -> bool {
        let who = row.named();
        match row.is_live() {
            true => self.0.contains(&(who, true)),
            false => [true, false]
                .into_iter()
                .any(|live| self.0.contains(&(who.clone(), live))),
        }
    }

    /// `false` when the row brings nobody new.
    fn add(&mut self, row: &Row) -> bool {
        let is_new = !self.has(row);
        self.0.insert((row.named(), row.is_live()));
        is_new
    }
}

impl Plan {
    /// The categories that the forum has not, in their order.
    fn categories_of(&self, whole: &Whole) -> std::result::Result<Vec<String>, Fault> {
        let mut new: Vec<String> = Vec::new();
        for (at, row) in self.rows() {
            let Ok(Row { category, .. }) = row else {
                continue;
            };
            let known = |slug: &String| *slug == category;
            let is_known = category.is_empty()
                || whole.categories.iter().any(|one| known(&one.slug))
                || new.iter().any(known);
            if is_known {
                continue;
            }
            if new.len() == MOST_CATEGORIES {
                return Err(Fault::Categories { row: at.number });
            }
            new.push(category);
        }
        Ok(new)
    }

    /// What would happen, without doing it.
    pub fn rehearse(&self, db: &Database, whole: &Whole) -> Result<Report> {
        let good = self.rows().filter_map(|(_, row)| row.ok());
        let emails: Vec<String> = good.map(|row| row.email.folded()).collect();
        let known = db.read_now(|c| registrations::known(c, whole.forum.id, &emails))?;
        let known = Seen(known);
        let mut seen = Seen::default();
        let mut left = whole
            .forum
            .capacity
            .map_or(i32::MAX, |capacity| (capacity - whole.forum.taken).max(0));
        let mut report = self.report();
        for (at, row) in self.rows() {
            let outcome = match row {
                Err(fault) => Outcome::Nobody(Why::Refused(fault)),
                Ok(row) if known.has(&row) => Outcome::Nobody(Why::Known),
                Ok(row) if !seen.add(&row) => Outcome::Nobody(Why::Twice),
                Ok(row) => match row.state_at(whole) {
                    State::Confirmed if left == 0 => Outcome::Waitlisted,
                    State::Confirmed => {
                        left -= 1;
                        Outcome::Added
                    }
                    _ => Outcome::Added,
                },
            };
            report.take(at.number, at.cell("name"), outcome, self.most_named);
        }
        Ok(report)
    }

    fn rows(&self) -> impl Iterator<Item = (TableRow<'_>, std::result::Result<Row, RowFault>)> {
        let rows = self.table.rows();
        rows.map(|row| (row, Row::read(&row, &self.reading)))
    }

    /// Before the first row.
    fn report(&self) -> Report {
        Report {
            new_categories: self.new_categories.clone(),
            total: self.table.rows().count(),
            ..Report::default()
        }
    }
}

/// A short name for what a file calls a category.
fn slug_of(name: &str) -> String {
    let folded = crate::names::fold(name).replace(' ', "-");
    Slug::parse(&folded).map_or_else(|| "imported".to_string(), |slug| slug.as_str().to_string())
}
