use std::fs::File;
use std::path::Path;

use super::export::{find_forum, open_existing};
use crate::commands::{Failure, key_file};
use crate::config::Config;
use crate::db::Database;
use crate::i18n::Texts;
use crate::lists::{self, Bringing, Brought, Fault, Plan, Report, Stopped, Table, sentences};
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::event::Actor;
use crate::models::people::keys_anew;
use crate::values::{Language, SealingKey};

/// Brings a list into a forum by the rules of the desk's import, and says what became of it.
pub(super) fn run(config: &Config, slug: &str, file: &Path, dry_run: bool) -> Result<(), Failure> {
    let t = Texts::of(Language::En);
    let unreadable = |fault: Fault| sentences::fault(&fault, t);
    let list = File::open(file)
        .map_err(|error| format!("The file {} cannot be read: {error}.", file.display()))?;
    let table = Table::open(list).map_err(unreadable)?;
    let missing = sentences::missing_columns(&table);
    if !missing.is_empty() {
        return Err(Failure::Failed(sentences::lacks(&missing, t)));
    }
    let db = open_existing(config)?;
    let forum = find_forum(&db, slug)?;
    let broken = |error| format!("The list could not be imported: {error}.");
    keys_anew::make_anew(&db).map_err(broken)?;
    let whole = db.read_now(|c| context::of(c, forum)).map_err(broken)?;
    let key = key_file::open(config, &db)?;
    let plan = lists::plan(table, &whole, usize::MAX).map_err(unreadable)?;
    let report = match dry_run {
        true => plan.rehearse(&db, &whole).map_err(broken)?,
        false => bring(&db, &whole, &plan, key).map_err(|stopped| why_stopped(&stopped, t))?,
    };
    tell(&report, dry_run, t)
}

fn bring(
    db: &Database,
    whole: &ForumContext,
    plan: &Plan,
    key: SealingKey,
) -> Result<Report, Stopped> {
    let bringing = Bringing {
        actor: Actor::Command,
        key,
        writing: None,
        job: None,
        before: None,
        is_cut: &|| false,
    };
    match bringing.run(db, whole, plan)? {
        Brought::Through(report) | Brought::Cut(report) => Ok(report),
    }
}

fn why_stopped(stopped: &Stopped, t: Texts) -> String {
    let known = sentences::stopped(stopped, t).join(" ");
    format!("{known} The database said: {}.", stopped.cause)
}

fn tell(report: &Report, dry_run: bool, t: Texts) -> Result<(), Failure> {
    for sentence in sentences::summary(report, dry_run, t) {
        println!("{sentence}");
    }
    for line in report.left_out.first.iter().chain(&report.refused.first) {
        println!("{}", sentences::row(line, t));
    }
    match report.refused.count {
        0 => Ok(()),
        refused => Err(Failure::Failed(t.exchange_refused(refused))),
    }
}
