//! A list becomes registrations: by the same rules whether a command or the desk brings it.

mod reading;

use std::collections::HashSet;

use super::fault::{Fault, MOST_CATEGORIES};
use super::table::{Table, TableRow};
use crate::clock::{self, Moment};
use crate::db::{Connection, Database, Error, Result};
use crate::mail::{Badge, Letterhead, News, Post};
use crate::models::category;
use crate::models::event::Actor;
use crate::models::forum_text::{self, Owner};
use crate::models::registration::{self, Application, Applied, PageLink, Registration, State};
use crate::models::registrations::Named;
use crate::models::whole::{self, Whole};
use crate::models::{badge, registrations};
use crate::values::{Code, SealingKey, Slug};
use reading::{Reading, Row};
use url::Url;

pub use reading::Fault as RowFault;

/// Rows that share one transaction: a long list does not keep the doors waiting.
const TOGETHER: usize = 50;

/// What became, or would become, of one row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// In the file, as a spreadsheet counts them.
    pub number: usize,
    pub name: String,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Added(State),
    /// Confirmed in the file, but no place was left.
    Waitlisted,
    /// Somebody of this name is registered with the address already, and stays as is.
    Known,
    /// The same name and address stand in an earlier row of the file.
    Twice,
    Refused(RowFault),
}

/// What a whole file does.
#[derive(Debug, Clone, Default)]
pub struct Report {
    pub lines: Vec<Line>,
    /// Categories that the forum did not have, by their short names.
    pub new_categories: Vec<String>,
}

impl Report {
    pub fn added(&self) -> usize {
        self.count(is_new)
    }

    pub fn waitlisted(&self) -> usize {
        self.count(|outcome| *outcome == Outcome::Waitlisted)
    }

    pub fn known(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Known | Outcome::Twice))
    }

    /// Rows that are to be mended.
    pub fn refused(&self) -> impl Iterator<Item = &Line> {
        let rows = self.lines.iter();
        rows.filter(|line| matches!(line.outcome, Outcome::Refused(_)))
    }

    /// Rows of people who are there already.
    pub fn left_out(&self) -> impl Iterator<Item = &Line> {
        let rows = self.lines.iter();
        rows.filter(|line| matches!(line.outcome, Outcome::Known | Outcome::Twice))
    }

    fn count(&self, counts: impl Fn(&Outcome) -> bool) -> usize {
        self.lines
            .iter()
            .filter(|line| counts(&line.outcome))
            .count()
    }
}

/// A file read against a forum: what is there to do. Rows are parsed when they are looked at, and not kept: as people
/// they take many times the memory of their texts.
pub struct Plan {
    table: Table,
    reading: Reading,
    new_categories: Vec<String>,
}

/// Reads the rows; nothing is written.
pub fn plan(table: Table, whole: &Whole) -> std::result::Result<Plan, Fault> {
    let mut plan = Plan {
        table,
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

/// How an import writes to people, where it is asked to.
#[derive(Clone)]
pub struct Writing {
    pub letterhead: Letterhead,
    pub public_url: Url,
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
        let emails: Vec<String> = self.good().map(|row| row.email.folded()).collect();
        let known = db.read_now(|c| registrations::known(c, whole.forum.id, &emails))?;
        let known = Seen(known);
        let mut seen = Seen::default();
        let mut left = whole
            .forum
            .capacity
            .map_or(i32::MAX, |capacity| (capacity - whole.forum.taken).max(0));
        let lines = self.lines(|row| {
            if known.has(row) {
                return Outcome::Known;
            }
            if !seen.add(row) {
                return Outcome::Twice;
            }
            match row.state_at(whole) {
                State::Confirmed if left == 0 => Outcome::Waitlisted,
                State::Confirmed => {
                    left -= 1;
                    Outcome::Added(State::Confirmed)
                }
                state => Outcome::Added(state),
            }
        });
        Ok(self.report(lines))
    }

    fn rows(&self) -> impl Iterator<Item = (TableRow<'_>, std::result::Result<Row, RowFault>)> {
        let rows = self.table.rows();
        rows.map(|row| (row, Row::read(&row, &self.reading)))
    }

    fn good(&self) -> impl Iterator<Item = Row> {
        self.rows().filter_map(|(_, row)| row.ok())
    }

    fn lines(&self, mut outcome: impl FnMut(&Row) -> Outcome) -> Vec<Line> {
        self.rows()
            .map(|(at, row)| Line {
                number: at.number,
                name: at.cell("name").to_owned(),
                outcome: match row {
                    Ok(row) => outcome(&row),
                    Err(fault) => Outcome::Refused(fault),
                },
            })
            .collect()
    }

    fn report(&self, lines: Vec<Line>) -> Report {
        Report {
            lines,
            new_categories: self.new_categories.clone(),
        }
    }
}

/// An import that did not come to its end.
#[derive(Debug)]
pub struct Stopped {
    /// People of the file who are in now and were not before.
    pub added: usize,
    pub cause: Error,
}

/// Does what the plan says; with `writing`, each new person gets the mail that a registration brings.
pub fn run(
    db: &Database,
    whole: &Whole,
    plan: &Plan,
    actor: Actor,
    key: &SealingKey,
    writing: Option<&Writing>,
) -> std::result::Result<Report, Stopped> {
    let mut outcomes = Vec::new();
    if let Err(cause) = bring_all(db, whole, plan, actor, key, writing, &mut outcomes) {
        let added = outcomes.iter().filter(|outcome| is_new(outcome)).count();
        return Err(Stopped { added, cause });
    }
    let mut outcomes = outcomes.into_iter();
    let mut seen = Seen::default();
    let lines = plan.lines(|row| {
        let outcome = outcomes.next().unwrap_or(Outcome::Known);
        match (seen.add(row), outcome) {
            (false, Outcome::Known) => Outcome::Twice,
            (_, outcome) => outcome,
        }
    });
    Ok(plan.report(lines))
}

/// What became of each good row, in their order; where it fails, of those that are in.
fn bring_all(
    db: &Database,
    whole: &Whole,
    plan: &Plan,
    actor: Actor,
    key: &SealingKey,
    writing: Option<&Writing>,
    outcomes: &mut Vec<Outcome>,
) -> Result<()> {
    let new = plan.new_categories.clone();
    let whole = whole.clone();
    let whole = db.write_now(move |c| with_categories(c, &whole, &new))?;
    let mut good = plan.good().map(|row| Prepared::new(row, key));
    loop {
        let rows: Vec<Prepared> = good.by_ref().take(TOGETHER).collect();
        if rows.is_empty() {
            return Ok(());
        }
        let (whole, writing) = (whole.clone(), writing.cloned());
        let done = db.write_now(move |c| {
            let now = clock::now();
            rows.iter()
                .map(|row| bring(c, &whole, row, actor, writing.as_ref(), now))
                .collect::<Result<Vec<Outcome>>>()
        })?;
        outcomes.extend(done);
    }
}

fn is_new(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Added(_) | Outcome::Waitlisted)
}

/// A row with the secrets it may be given, drawn before the transaction.
struct Prepared {
    row: Row,
    link: PageLink,
    badge: Badge,
}

impl Prepared {
    fn new(row: Row, key: &SealingKey) -> Prepared {
        Prepared {
            link: PageLink::random(key),
            badge: Badge::of(&row.code.clone().unwrap_or_else(Code::random)),
            row,
        }
    }
}

fn bring(
    c: &mut Connection,
    whole: &Whole,
    prepared: &Prepared,
    actor: Actor,
    writing: Option<&Writing>,
    now: Moment,
) -> Result<Outcome> {
    let row = &prepared.row;
    // A live person is found by `apply`; who withdrew may stand there many times.
    if !row.is_live() {
        let folded = [row.email.folded()];
        let known = registrations::known(c, whole.forum.id, &folded)?;
        if Seen(known).has(row) {
            return Ok(Outcome::Known);
        }
    }
    let mut badge = prepared.badge.clone();
    if row.code.is_some() && badge::is_known(c, whole.forum.id, badge.code())? {
        badge = Badge::of(&Code::random());
    }
    let category = whole
        .categories
        .iter()
        .find(|category| category.slug == row.category)
        .or(whole.categories.first())
        .ok_or(crate::db::Error::NotFound)?;
    let application = Application {
        details: row.details(category.id),
        email: row.email.clone(),
        source: registration::Source::Import,
        form_id: None,
        invite_again: row.invite_again.clone(),
        link: prepared.link.clone(),
        code: badge.code().clone(),
        state: row.state,
        registered_at: row.registered_at.unwrap_or(now),
    };
    let tell = |c: &mut Connection, new: &Registration| match writing {
        Some(writing) => tell(c, whole, new, &badge, writing, now),
        None => Ok(()),
    };
    match registration::apply(c, &whole.forum, category, &application, actor, now, tell)? {
        Applied::Known(_) | Applied::Again(_) => Ok(Outcome::Known),
        Applied::New(registration) => Ok(match (row.state, registration.state()) {
            (Some(State::Confirmed), State::Waitlisted) => Outcome::Waitlisted,
            (_, state) => Outcome::Added(state),
        }),
    }
}

fn tell(
    c: &mut Connection,
    whole: &Whole,
    registration: &Registration,
    badge: &Badge,
    writing: &Writing,
    now: Moment,
) -> Result<()> {
    let news = match registration.state() {
        State::Confirmed => News::Confirmed,
        State::Pending => News::Pending,
        State::Waitlisted => News::Waitlisted,
        // Who is brought in as declined or withdrawn was told before.
        State::Declined | State::Withdrawn => return Ok(()),
    };
    let post = Post {
        letterhead: &writing.letterhead,
        public_url: &writing.public_url,
        whole,
    };
    post.tell(c, registration, Some(badge), news, now)
}

/// The forum with the categories that the file brings along.
fn with_categories(c: &mut Connection, whole: &Whole, new: &[String]) -> Result<Whole> {
    let last = whole
        .categories
        .iter()
        .map(|category| category.position)
        .max()
        .unwrap_or(0);
    for (position, slug) in (last + 1..).zip(new) {
        let settings = category::Settings {
            slug: slug.clone(),
            colour: "#4a5a6a".to_string(),
            approval: None,
            quota: None,
            on_form: false,
            position,
        };
        if let Some(id) = category::create(c, whole.forum.id, &settings)? {
            for language in whole.forum.languages() {
                forum_text::set(
                    c,
                    whole.forum.id,
                    Owner::Category(id),
                    "name",
                    language,
                    &readable(slug),
                )?;
            }
        }
    }
    whole::of(c, whole.forum.clone())
}

/// `head-of-delegation` is called "Head of delegation" until the desk gives it a name.
fn readable(slug: &str) -> String {
    let text = slug.replace('-', " ");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

/// A short name for what a file calls a category.
fn slug_of(name: &str) -> String {
    let folded = crate::names::fold(name).replace(' ', "-");
    Slug::parse(&folded).map_or_else(|| "imported".to_string(), |slug| slug.as_str().to_string())
}
