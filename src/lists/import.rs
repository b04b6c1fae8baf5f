//! A list becomes registrations: by the same rules whether a command or the desk brings it.

mod bringing;
mod reading;
mod report;

use std::collections::HashMap;

use super::fault::{Fault, MOST_CATEGORIES};
use super::table::{Table, TableRow};
use crate::db::{Database, Result};
use crate::models::forum::context::ForumContext;
use crate::models::people::registration::PersonKey;
use crate::models::people::registrations;
use crate::models::people::standing::State;
use crate::values::Slug;
use reading::{Reading, Row};
use report::Outcome;

pub(crate) use bringing::{Bringing, Brought, Stopped};
pub(crate) use reading::Fault as RowFault;
pub(crate) use report::{Line, Lines, ListResult, Report, Why};

/// A file read against a forum: what is there to do. Rows are parsed when they are looked at, and not kept: as people
/// they take many times the memory of their texts.
pub(crate) struct Plan {
    table: Table,
    most_named: usize,
    reading: Reading,
    new_categories: Vec<String>,
}

/// Reads the rows; nothing is written. Of the rows that bring nobody so many of each sort are named.
pub(crate) fn plan(
    table: Table,
    whole: &ForumContext,
    most_named: usize,
) -> std::result::Result<Plan, Fault> {
    let mut plan = Plan {
        table,
        most_named,
        reading: Reading::new(whole),
        new_categories: Vec::new(),
    };
    plan.new_categories = plan.categories_of(whole)?;
    Ok(plan)
}

/// Who was met before, and how often: those who come, and those who withdrew. Somebody who withdrew is brought once; who
/// comes may have withdrawn before.
#[derive(Default)]
struct Seen(HashMap<PersonKey, registrations::Known>);

impl Seen {
    /// How many of those that a row names were met before it.
    fn before(&self, row: &Row) -> usize {
        let known = self.0.get(&row.key()).copied().unwrap_or_default();
        match row.is_live() {
            true => known.live,
            false => known.live + known.gone,
        }
    }

    /// The same, and counts the row.
    fn count(&mut self, row: &Row) -> usize {
        let before = self.before(row);
        self.add(row);
        before
    }

    fn add(&mut self, row: &Row) {
        let known = self.0.entry(row.key()).or_default();
        match row.is_live() {
            true => known.live += 1,
            false => known.gone += 1,
        }
    }
}

impl Plan {
    /// The categories that the forum has not, in their order.
    fn categories_of(&self, whole: &ForumContext) -> std::result::Result<Vec<String>, Fault> {
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
    pub(crate) fn rehearse(&self, db: &Database, whole: &ForumContext) -> Result<Report> {
        let good = self.rows().filter_map(|(_, row)| row.ok());
        let keys: Vec<PersonKey> = good.map(|row| row.key()).collect();
        let known = db.read_now(|c| registrations::known(c, whole.forum.id, &keys))?;
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
                Ok(row) => {
                    let (place, there) = (seen.count(&row), known.before(&row));
                    match row.state_at(whole) {
                        _ if place < there || (place > 0 && !row.is_another) => {
                            Outcome::Nobody(if there > 0 { Why::Known } else { Why::Twice })
                        }
                        _ if there > 0 && !row.is_another => Outcome::Nobody(Why::Known),
                        State::Confirmed if left == 0 => Outcome::Waitlisted,
                        State::Confirmed => {
                            left -= 1;
                            Outcome::Added
                        }
                        _ => Outcome::Added,
                    }
                }
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
