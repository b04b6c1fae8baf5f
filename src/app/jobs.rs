//! What takes longer than an answer may: sent in by a page, done by the worker, waited for a moment.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::time::Duration;

use actix_web::{rt, web};
use data_encoding::HEXLOWER;
use futures_util::future::select;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::sync::watch;

use crate::app::App;
use crate::error::Error;
use crate::lists::{self, Bringing, Brought, ListResult, Table, sentences};
use crate::models::desk::job::{self, Begun, Held, Job, Kind, NewJob, PIECE, Part};
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::event::Actor;
use crate::opening::Task;
use crate::printing::print::{Printing, Wanted};
use crate::threads::behind;
use crate::work::{self, Bell};
use crate::{clock, db};

/// What is done by then is answered at once.
const PATIENCE: Duration = Duration::from_secs(2);
/// Jobs of this program's worker are told of; those that another program did are seen by looking.
const LOOKS_AGAIN: Duration = Duration::from_millis(250);
/// Rows that a page names of each sort; who has more to mend begins with these.
const MOST_NAMED: usize = 500;

/// The jobs of this program.
#[derive(Default)]
pub(crate) struct Jobs {
    bell: Bell,
    /// Told each time that a job ended or was put down.
    ended: watch::Sender<()>,
}

/// What is to be done with a list.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct ListWish {
    /// Nothing but say what would happen.
    pub check: bool,
    /// Write to whoever is new.
    pub mail: bool,
}

/// What a job reads: it can be read again.
pub(crate) trait Input: Read + Seek + Send + 'static {}

impl<T: Read + Seek + Send + 'static> Input for T {}

impl Jobs {
    /// What is under way comes to a point from which it goes on.
    pub(crate) fn stop(&self) {
        self.bell.stop();
    }
}

/// Sends in a job, its id. What was sent in before by the same form, with the same input, is the same job.
pub(crate) async fn send_job(
    app: &web::Data<App>,
    new: NewJob,
    input: impl Input,
) -> Result<i64, Error> {
    let (db, now) = (app.db.patient(), clock::now());
    let sent = behind(move || sent(&db, new, input, now));
    let id = sent.await.map_err(Error::broken)??;
    app.jobs.bell.ring();
    Ok(id)
}

fn sent(
    db: &db::Database,
    mut new: NewJob,
    mut input: impl Input,
    now: clock::Moment,
) -> Result<i64, Error> {
    if let Some(form) = &new.fingerprint {
        let mut digest = Sha256::new();
        digest.update(form);
        digest.update(&new.wish);
        let mut hashing = Hashing(digest);
        io::copy(&mut input, &mut hashing).map_err(Error::broken)?;
        new.fingerprint = Some(HEXLOWER.encode(&hashing.0.finalize()));
        input.rewind().map_err(Error::broken)?;
    }
    let id = match db.write_now(move |c| job::begin(c, &new, now))? {
        Begun::Before(id) => return Ok(id),
        Begun::New(id) => id,
    };
    for number in 0.. {
        let mut piece = Vec::new();
        let read = input.by_ref().take(PIECE as u64).read_to_end(&mut piece);
        if read.map_err(Error::broken)? == 0 {
            break;
        }
        db.write_now(move |c| job::add_piece(c, id, Part::Input, number, &piece))?;
    }
    db.write_now(move |c| job::send_off(c, id, now))?;
    Ok(id)
}

struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A job that is over within a moment; none where it takes longer, or waits for its turn.
pub(crate) async fn job_over_soon(
    app: &App,
    forum_id: i64,
    kind: Kind,
    id: i64,
) -> Result<Option<Job>, Error> {
    let mut ended = app.jobs.ended.subscribe();
    let over = async {
        loop {
            let job = app.db.read(move |c| job::find(c, forum_id, &[kind], id));
            let job = job.await?.ok_or(Error::NotFound)?;
            if job.stage().is_over() {
                return Ok(job);
            }
            // Who tells is the application, and is still there.
            let told = Box::pin(ended.changed());
            select(told, Box::pin(rt::time::sleep(LOOKS_AGAIN))).await;
        }
    };
    tokio::time::timeout(PATIENCE, over).await.ok().transpose()
}

/// The worker that does them, until it is stopped.
pub(crate) fn start_jobs(app: &web::Data<App>) -> io::Result<work::Jobs> {
    let shared = app.clone();
    work::Jobs::start(
        app.db.patient(),
        app.jobs.bell.clone(),
        move |kind, job, held| {
            let at_work = AtWork {
                app: &shared,
                job,
                held,
            };
            let done = at_work.work(kind);
            shared.jobs.ended.send_replace(());
            done
        },
    )
}

/// One job in this program's hand.
struct AtWork<'a> {
    app: &'a App,
    job: &'a Job,
    held: &'a Held,
}

impl AtWork<'_> {
    fn work(&self, kind: Kind) -> Result<(), String> {
        let whole = self.whole().map_err(sentence)?;
        match kind {
            Kind::Badges => self.print(&whole),
            Kind::List | Kind::ShortList => self.bring(&whole),
        }
    }

    fn whole(&self) -> db::Result<ForumContext> {
        let forum_id = self.job.forum_id;
        self.app.db.read_now(|c| {
            let forum = forum::by_id(c, forum_id)?;
            context::of(c, forum)
        })
    }

    fn is_cut(&self) -> bool {
        self.app.jobs.bell.is_stopping()
    }

    /// What was sent in, as a file.
    fn input(&self) -> Result<File, String> {
        let mut file = tempfile::tempfile().map_err(|error| error.to_string())?;
        for number in 0.. {
            let id = self.job.id;
            let piece = self
                .app
                .db
                .read_now(|c| job::piece(c, id, Part::Input, number));
            match piece.map_err(sentence)? {
                Some(piece) => file.write_all(&piece).map_err(|error| error.to_string())?,
                None => break,
            }
        }
        file.rewind().map_err(|error| error.to_string())?;
        Ok(file)
    }

    /// Makes a file of badges.
    fn print(&self, whole: &ForumContext) -> Result<(), String> {
        let wanted: Wanted = serde_json::from_reader(io::BufReader::new(self.input()?))
            .map_err(|error| error.to_string())?;
        let db = self.app.db.patient();
        let printing = Printing {
            db: &db,
            whole,
            held: self.held,
            is_cut: &|| self.is_cut(),
        };
        printing.make(&self.app.fonts, wanted)
    }

    /// Brings in a list, from where it was left.
    fn bring(&self, whole: &ForumContext) -> Result<(), String> {
        let wish: ListWish =
            serde_json::from_str(&self.job.wish).map_err(|error| error.to_string())?;
        let said = self
            .app
            .opening
            .open_now(Task::List, self.input()?, Table::told);
        let table = match Table::understood(said) {
            Ok(table) => table,
            Err(fault) => return self.over(ListResult::Unread(fault)),
        };
        let missing = sentences::missing_columns(&table);
        if !missing.is_empty() {
            return self.over(ListResult::Lacks(missing));
        }
        let plan = match lists::plan(table, whole, MOST_NAMED) {
            Ok(plan) => plan,
            Err(fault) => return self.over(ListResult::Unread(fault)),
        };
        let db = self.app.db.patient();
        if wish.check {
            let report = plan.rehearse(&db, whole).map_err(sentence)?;
            return self.over(ListResult::Through(report));
        }
        let bringing = Bringing {
            actor: Actor::Account(self.job.account_id),
            key: self.app.letterhead.key().clone(),
            writing: wish.mail.then(|| self.app.registrar.clone()),
            job: Some(self.held),
            before: self.job.result.as_deref().and_then(so_far),
            is_cut: &|| self.is_cut(),
        };
        let brought = bringing.run(&db, whole, &plan);
        self.app.forum_pages.forget(&whole.forum.slug);
        self.app.outbox.ring();
        match brought.map_err(|stopped| sentence(stopped.cause))? {
            Brought::Through(report) => self.over(ListResult::Through(report)),
            Brought::Cut(_) => Ok(()),
        }
    }

    /// It is over, unless somebody cancelled it.
    fn over(&self, result: ListResult) -> Result<(), String> {
        let held = self.held.clone();
        let ended = self
            .app
            .db
            .write_now(move |c| match job::finish(c, &held, clock::now())? {
                true => job::note(c, held.id, &result.written()?),
                false => Ok(()),
            });
        ended.map_err(sentence)
    }
}

fn so_far(written: &str) -> Option<lists::Report> {
    match ListResult::read(written)? {
        ListResult::Through(report) => Some(report),
        ListResult::Unread(_) | ListResult::Lacks(_) => None,
    }
}

/// For the log, without anybody's data.
fn sentence(error: db::Error) -> String {
    Error::from(error).to_string()
}
