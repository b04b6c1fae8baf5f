//! A list is brought in, some rows in a transaction, each of which says how far it has come.

use super::reading::Row;
use super::report::{ListResult, Outcome, Report, Why};
use crate::clock::{self, Moment};
use crate::db::{Connection, Database, Error, Result};
use crate::lists::import::{Plan, RowFault, Seen};
use crate::lists::table::TableRow;
use crate::mail::Badge;
use crate::models::desk::job::{self, Held};
use crate::models::forum::category;
use crate::models::forum::context::{self, ForumContext};
use crate::models::forum_text::{self, Owner};
use crate::models::people::event::{Actor, By};
use crate::models::people::registration::{self, Application, Applied, PageLink};
use crate::models::people::standing::State;
use crate::models::people::{badge, registrations};
use crate::registrar::{self, Acts, Registrar};
use crate::values::{Code, SealingKey};

/// Rows that share one transaction: a long list does not keep the doors waiting.
const TOGETHER: usize = 50;
/// The same, with those that bring nobody.
const MOST_STEPS: usize = 5_000;

/// Who brings a list in, and where it is written down how far it has come.
pub(crate) struct Bringing<'a> {
    pub actor: Actor,
    /// Of the links that people are given.
    pub key: SealingKey,
    /// With it, each new person gets the mail that a registration brings.
    pub writing: Option<Registrar>,
    /// The job that this is the work of; a command has none.
    pub job: Option<&'a Held>,
    /// What was done of the file before, by whoever had the job in hand.
    pub before: Option<Report>,
    /// Asked between two transactions: whether to stop where it is.
    pub is_cut: &'a dyn Fn() -> bool,
}

/// How far an import came. What the report says is in.
#[derive(Debug)]
pub(crate) enum Brought {
    Through(Report),
    /// It is to stop, or is another's by now.
    Cut(Report),
}

/// An import that did not come to its end.
#[derive(Debug)]
pub(crate) struct Stopped {
    /// People of the file who are in now and were not before.
    pub added: usize,
    pub cause: Error,
}

impl Bringing<'_> {
    /// Does what the plan says, from where it was left.
    pub(crate) fn run(
        &self,
        db: &Database,
        whole: &ForumContext,
        plan: &Plan,
    ) -> std::result::Result<Brought, Stopped> {
        let mut report = self.before.clone().unwrap_or_else(|| plan.report());
        match self.bring_all(db, whole, plan, &mut report) {
            Ok(true) => Ok(Brought::Through(report)),
            Ok(false) => Ok(Brought::Cut(report)),
            Err(cause) => Err(Stopped {
                added: report.added,
                cause,
            }),
        }
    }

    /// `false` where it was cut. The report is of what is in.
    fn bring_all(
        &self,
        db: &Database,
        whole: &ForumContext,
        plan: &Plan,
        report: &mut Report,
    ) -> Result<bool> {
        let (before, new) = (whole.clone(), plan.new_categories.clone());
        let begun = self.save(db, report, move |c, _| with_categories(c, &before, &new))?;
        let Some(whole) = begun else {
            return Ok(false);
        };
        let mut seen = Seen::default();
        let mut rows = plan.rows();
        for (_, row) in rows.by_ref().take(report.done) {
            if let Ok(row) = &row {
                seen.add(row);
            }
        }
        loop {
            let steps = self.next_steps(&mut rows, &mut seen);
            if steps.is_empty() {
                return Ok(true);
            }
            if (self.is_cut)() {
                return Ok(false);
            }
            let work = Work {
                steps,
                whole: whole.clone(),
                actor: self.actor,
                writing: self.writing.clone(),
                most_named: plan.most_named,
            };
            let saved = self.save(db, report, move |c, report| work.take(c, report))?;
            if saved.is_none() {
                return Ok(false);
            }
        }
    }

    fn next_steps<'a>(
        &self,
        rows: &mut impl Iterator<Item = (TableRow<'a>, std::result::Result<Row, RowFault>)>,
        seen: &mut Seen,
    ) -> Vec<Step> {
        let (mut steps, mut good) = (Vec::new(), 0);
        while good < TOGETHER && steps.len() < MOST_STEPS {
            let Some((at, row)) = rows.next() else {
                break;
            };
            good += usize::from(row.is_ok());
            steps.push(Step {
                number: at.number,
                name: at.cell("name").to_owned(),
                before: row.as_ref().map_or(0, |row| seen.count(row)),
                row: row.map(|row| Prepared::new(row, &self.key)),
            });
        }
        steps
    }

    /// One transaction, and in it how far it has come. `None` where the job is no longer in our hand.
    fn save<T: Send + 'static>(
        &self,
        db: &Database,
        report: &mut Report,
        work: impl Fn(&mut Connection, &mut Report) -> Result<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let (job, before) = (self.job.cloned(), report.clone());
        let saved = db.write_now(move |c| {
            let mut report = before.clone();
            let Some(job) = &job else {
                return Ok(Some((work(c, &mut report)?, report)));
            };
            if !job::hold(c, job, clock::now())? {
                return Ok(None);
            }
            let done = work(c, &mut report)?;
            job::progress(c, job.id, report.done, report.total)?;
            let so_far = ListResult::Through(report.clone()).written()?;
            job::note(c, job.id, &so_far)?;
            Ok(Some((done, report)))
        })?;
        Ok(saved.map(|(done, after)| {
            *report = after;
            done
        }))
    }
}

/// Rows that share one transaction, and what bringing them in takes.
struct Work {
    steps: Vec<Step>,
    whole: ForumContext,
    actor: Actor,
    writing: Option<Registrar>,
    most_named: usize,
}

/// What is to be done with one row.
struct Step {
    number: usize,
    name: String,
    row: std::result::Result<Prepared, RowFault>,
    /// How many earlier rows name the same.
    before: usize,
}

impl Work {
    fn take(&self, c: &mut Connection, report: &mut Report) -> Result<()> {
        let now = clock::now();
        for step in &self.steps {
            let outcome = match &step.row {
                Err(fault) => Outcome::Nobody(Why::Refused(*fault)),
                Ok(row) => match self.bring(c, row, step.before, now)? {
                    Outcome::Nobody(Why::Known) if step.before > 0 => Outcome::Nobody(Why::Twice),
                    outcome => outcome,
                },
            };
            report.take(step.number, &step.name, outcome, self.most_named);
        }
        Ok(())
    }

    fn bring(
        &self,
        c: &mut Connection,
        prepared: &Prepared,
        before: usize,
        now: Moment,
    ) -> Result<Outcome> {
        let (whole, row) = (&self.whole, &prepared.row);
        // A live person is found where they are registered; who withdrew may stand there many times. Of those who are
        // said to be others there are as many as there are rows, however often the file is brought in.
        if !row.is_live() || row.is_another {
            let known = registrations::known(c, whole.forum.id, &[row.key()])?;
            let there = Seen(known).before(row);
            if there > before || (there > 0 && !row.is_another) {
                return Ok(Outcome::Nobody(Why::Known));
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
            is_another: row.is_another,
            registered_at: row.registered_at.unwrap_or(now),
        };
        let by = By {
            actor: self.actor,
            now,
        };
        let register = |acts: &mut Acts| acts.register(&application, &badge, |_| Ok(Some(now)));
        let applied = match &self.writing {
            Some(registrar) => registrar.within(c, whole, by, register),
            None => registrar::write(c, whole, None, by, register),
        };
        match applied? {
            Applied::Known(_) | Applied::Again(_) => Ok(Outcome::Nobody(Why::Known)),
            Applied::New(registration) => Ok(match (row.state, registration.state) {
                (Some(State::Confirmed), State::Waitlisted) => Outcome::Waitlisted,
                _ => Outcome::Added,
            }),
        }
    }
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

/// The forum with the categories that the file brings along.
fn with_categories(
    c: &mut Connection,
    whole: &ForumContext,
    new: &[String],
) -> Result<ForumContext> {
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
    context::of(c, whole.forum.clone())
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
