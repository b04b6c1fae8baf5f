//! Files of badges: made beside the requests, one after the other, kept for a day.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

use super::badges::{face, forum_face};
use super::pile::{self, Order, Pile};
use crate::badges::{self, Artwork, Imposition, Item, Layout};
use crate::clock;
use crate::db::Database;
use crate::i18n::Texts;
use crate::models::wearer::{self, Queued};
use crate::models::whole::Whole;
use crate::models::{badge_artwork, print_job};
use crate::press::pdf::{About, Promise};
use crate::press::{Fonts, Picture};
use crate::values::Language;

/// How long a file waits for whoever wanted it.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);
/// People read at once.
const BATCH: usize = 250;
/// How often a job says how far it has come.
const SIGN_OF_LIFE: Duration = Duration::from_millis(700);
/// How often a job says that it waits.
const WAITING: Duration = Duration::from_secs(5);
/// How the folders of files are called, so that those of a program that was cut off are found.
const FOLDER: &str = "hazir-print-";

/// Where files of badges are made and kept.
pub struct Printer {
    fonts: Fonts,
    folder: Mutex<Option<TempDir>>,
    /// One file at a time: they take both cores.
    turn: Arc<Mutex<()>>,
}

/// What is to be printed, ready to be printed.
pub struct Job {
    pub id: i64,
    pub whole: Arc<Whole>,
    pub layout: Layout,
    pub people: Vec<Queued>,
    pub order: Order,
    pub dividers: bool,
    pub imposition: Imposition,
    /// Of the badges.
    pub language: Language,
}

impl Printer {
    pub fn new(fonts: Fonts) -> Printer {
        Printer {
            fonts,
            folder: Mutex::default(),
            turn: Arc::default(),
        }
    }

    /// The file of a job, while it is there.
    pub fn file(&self, job: i64) -> Option<PathBuf> {
        let path = self.path(job).ok()?;
        path.exists().then_some(path)
    }

    /// Makes the file on a thread of its own; the job's row tells how it goes.
    pub fn start(&self, db: Database, job: Job) {
        let (fonts, turn) = (self.fonts.clone(), self.turn.clone());
        let path = self.path(job.id);
        std::thread::spawn(move || {
            let waiting = alive(&db, job.id);
            let turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
            drop(waiting);
            let id = job.id;
            let made = path
                .map_err(|error| error.to_string())
                .and_then(|path| make(&db, &fonts, job, path));
            drop(turn);
            if let Err(error) = made {
                tracing::error!(job = id, error, "a file of badges could not be made");
                // What cannot be written down now is seen by the row's silence.
                let _ = db.write_now(move |c| print_job::fail(c, id, clock::now()));
            }
        });
    }

    /// Makes a file while no other is made, on the thread that asks.
    pub fn in_turn<T>(&self, make: impl FnOnce(&Fonts) -> T) -> T {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        make(&self.fonts)
    }

    fn path(&self, job: i64) -> io::Result<PathBuf> {
        let mut folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner);
        if folder.is_none() {
            remove_old(&std::env::temp_dir(), FOLDER);
            *folder = Some(tempfile::Builder::new().prefix(FOLDER).tempdir()?);
        }
        let Some(folder) = &*folder else {
            return Err(io::ErrorKind::NotFound.into());
        };
        remove_old(folder.path(), "");
        Ok(folder.path().join(format!("{job}.pdf")))
    }
}

/// What is older than a day, and called so.
fn remove_old(folder: &std::path::Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let named = entry.file_name().to_string_lossy().starts_with(prefix);
        let changed = entry.metadata().and_then(|about| about.modified());
        let age = changed.map(|at| SystemTime::now().duration_since(at).unwrap_or_default());
        if named && age.is_ok_and(|age| age > KEPT) {
            let path = entry.path();
            // Somebody else's is not ours to remove, and stays.
            let _ = match path.is_dir() {
                true => fs::remove_dir_all(path),
                false => fs::remove_file(path),
            };
        }
    }
}

/// Says that a job waits for its turn, until what it gives back is dropped.
fn alive(db: &Database, job: i64) -> Sender<()> {
    let (end, ended) = channel::<()>();
    let db = db.clone();
    std::thread::spawn(move || {
        while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(WAITING) {
            // The next sign of life tells as much.
            let _ = db.write_now(move |c| print_job::progress(c, job, 0, clock::now()));
        }
    });
    end
}

fn make(db: &Database, fonts: &Fonts, job: Job, path: PathBuf) -> Result<(), String> {
    let forum = forum_face(&job.whole, job.language);
    let about = about(
        &job.whole,
        job.language,
        Texts::of(job.language).badges_title(),
    );
    let artwork = artwork(db, job.whole.forum.id, &job.layout)?;
    let Job {
        id,
        whole,
        layout,
        people,
        order,
        dividers,
        imposition,
        language,
    } = job;
    let total = people.len();
    let piles = match dividers {
        true => pile::piles(people, order, &whole, language),
        false => vec![Pile::whole(people)],
    };
    let drawn: Mutex<Vec<i64>> = Mutex::new(Vec::with_capacity(total));
    let broken: Mutex<Option<String>> = Mutex::default();
    let t = Texts::of(language);
    let items = piles.into_iter().flat_map(|pile| {
        let divider = pile.title.map(|large| Item::Divider {
            large,
            small: t.badges_count(pile.people.len()),
        });
        let ids: Vec<i64> = pile.people.iter().map(|one| one.id).collect();
        let (db, whole, drawn, broken) = (&db, &whole, &drawn, &broken);
        let batches = (0..ids.len()).step_by(BATCH).flat_map(move |from| {
            let some = ids[from..ids.len().min(from + BATCH)].to_vec();
            let wearers = db
                .read_now(|c| wearer::of(c, &some))
                .unwrap_or_else(|error| {
                    *broken.lock().unwrap_or_else(PoisonError::into_inner) =
                        Some(error.to_string());
                    Vec::new()
                });
            let mut drawn = drawn.lock().unwrap_or_else(PoisonError::into_inner);
            drawn.extend(wearers.iter().map(|one| one.badge_id));
            let item = |one: wearer::Wearer| {
                let face = face(whole, language, &one.registration, one.code, &one.sites);
                Item::Badge(Box::new(face))
            };
            wearers.into_iter().map(item).collect::<Vec<Item>>()
        });
        divider.into_iter().chain(batches)
    });
    let mut told = Instant::now();
    let common = badges::Job {
        fonts,
        layout: &layout,
        forum: &forum,
        artwork: &artwork,
        imposition,
        about: &about,
    };
    let printed = badges::pdf(&common, items, |done| {
        if told.elapsed() > SIGN_OF_LIFE {
            told = Instant::now();
            let done = i32::try_from(done).unwrap_or(i32::MAX);
            // The next sign of life tells more.
            let _ = db.write_now(move |c| print_job::progress(c, id, done, clock::now()));
        }
    })
    .map_err(|error| error.to_string())?;
    if let Some(error) = broken.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(error);
    }
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(&path))
        .map_err(|error| error.to_string())?;
    file.write_all(&printed.file)
        .map_err(|error| error.to_string())?;
    file.persist(&path).map_err(|error| error.to_string())?;
    let missing = letters(&printed.missing);
    let drawn = drawn.into_inner().unwrap_or_else(PoisonError::into_inner);
    db.write_now(move |c| print_job::finish(c, id, &drawn, missing.as_deref(), clock::now()))
        .map_err(|error| error.to_string())
}

/// What a file about this forum says of itself; `what` it is, in that language.
pub fn about(whole: &Whole, language: Language, what: &str) -> About {
    About {
        title: format!("{} · {what}", whole.title(language)),
        language: language.code().to_owned(),
        rtl: language.direction() == "rtl",
        author: whole.title(language).to_owned(),
        made_at: clock::now(),
        promise: Promise::Universal,
    }
}

/// The pictures that a layout asks for; one that is not there any more is left out.
pub fn artwork(db: &Database, forum_id: i64, layout: &Layout) -> Result<Artwork, String> {
    let names = pictures(layout);
    if names.is_empty() {
        return Ok(Artwork::new());
    }
    let files = db
        .read_now(move |c| badge_artwork::named(c, forum_id, &names))
        .map_err(|error| error.to_string())?;
    let read =
        |(name, bytes): (String, Vec<u8>)| Some((name, Arc::new(Picture::read(bytes).ok()?)));
    Ok(files.into_iter().filter_map(read).collect())
}

fn pictures(layout: &Layout) -> Vec<String> {
    let faces = std::iter::once(&layout.front).chain(&layout.back);
    faces
        .flat_map(|face| {
            let placed = face.elements.iter().filter_map(|one| match &one.kind {
                badges::Kind::Artwork { artwork } => Some(artwork),
                _ => None,
            });
            face.background.iter().chain(placed)
        })
        .cloned()
        .collect()
}

fn letters(missing: &[(usize, Vec<char>)]) -> Option<String> {
    /// More than a page wants to name.
    const MOST: usize = 40;
    let mut letters: Vec<char> = missing
        .iter()
        .flat_map(|(_, signs)| signs)
        .copied()
        .collect();
    letters.sort_unstable();
    letters.dedup();
    letters.truncate(MOST);
    (!letters.is_empty()).then(|| letters.into_iter().collect())
}
