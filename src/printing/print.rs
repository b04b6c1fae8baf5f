//! Files of badges: made beside the requests, one after the other.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::badges::{face, forum_face};
use super::pile::{self, Order, Pile};
use crate::badges::{self, Artwork, Imposition, Item, Layout, Printed};
use crate::clock;
use crate::db::{self, Connection, Database};
use crate::i18n::Texts;
use crate::models::desk::job::{self, Held, PIECE, Part};
use crate::models::forum::context::ForumContext;
use crate::models::printing::badge_artwork;
use crate::models::printing::wearer::{self, Queued};
use crate::press::pdf::{About, Promise};
use crate::press::{Fonts, Picture};
use crate::values::Language;

/// People read at once.
const BATCH: usize = 250;
/// How often a job says how far it has come.
const SIGN_OF_LIFE: Duration = Duration::from_millis(700);

/// What is to be printed, as the job keeps it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Wanted {
    pub layout: Layout,
    pub people: Vec<Queued>,
    pub order: Order,
    pub dividers: bool,
    pub imposition: Imposition,
}

/// The work of one job, in somebody's hand.
pub(crate) struct Printing<'a> {
    pub db: &'a Database,
    pub whole: &'a ForumContext,
    pub held: &'a Held,
    /// Asked now and then: whether to stop.
    pub is_cut: &'a (dyn Fn() -> bool + Sync),
}

/// In which a forum's badges are written.
pub(crate) fn language(whole: &ForumContext) -> Language {
    let first = whole.forum.languages().first().copied();
    first.unwrap_or(Language::En)
}

impl Printing<'_> {
    /// Makes the file and keeps it with the job, unless it was cut or is no longer in our hand. Begun again, it is made
    /// anew.
    pub(crate) fn make(&self, fonts: &Fonts, wanted: Wanted) -> Result<(), String> {
        let drawn: Mutex<Vec<i64>> = Mutex::new(Vec::with_capacity(wanted.people.len()));
        let Some(printed) = self.draw(fonts, wanted, &drawn)? else {
            return Ok(());
        };
        if !self.keep(&printed.file).map_err(sentence)? {
            return Ok(());
        }
        let missing = letters(&printed.missing);
        let drawn = drawn.into_inner().unwrap_or_else(PoisonError::into_inner);
        let held = self.held.clone();
        let finished = self
            .db
            .write_now(move |c| match job::finish(c, &held, clock::now())? {
                true => job::printed(c, held.id, &drawn, missing.as_deref()),
                false => Ok(()),
            });
        finished.map_err(sentence)
    }

    /// Keeps a file with the job, piece by piece.
    fn keep(&self, file: &[u8]) -> db::Result<bool> {
        if !self.in_hand(job::begin_output_anew)? {
            return Ok(false);
        }
        for (number, piece) in (0..).zip(file.chunks(PIECE)) {
            let piece = piece.to_vec();
            let kept =
                self.in_hand(move |c, id| job::add_piece(c, id, Part::Output, number, &piece));
            if !kept? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// One transaction of the job, while it is in our hand.
    fn in_hand(
        &self,
        work: impl Fn(&mut Connection, i64) -> db::Result<()> + Send + 'static,
    ) -> db::Result<bool> {
        let held = self.held.clone();
        self.db.write_now(move |c| {
            let is_ours = job::hold(c, &held, clock::now())?;
            if is_ours {
                work(c, held.id)?;
            }
            Ok(is_ours)
        })
    }

    /// The file, and whose badges are in it; none where it was cut.
    fn draw(
        &self,
        fonts: &Fonts,
        wanted: Wanted,
        drawn: &Mutex<Vec<i64>>,
    ) -> Result<Option<Printed>, String> {
        let language = language(self.whole);
        let (forum, about) = (
            forum_face(self.whole, language),
            about(self.whole, language, Texts::of(language).badges_title()),
        );
        let artwork = artwork(self.db, self.whole.forum.id, &wanted.layout)?;
        let Wanted {
            layout,
            people,
            order,
            dividers,
            imposition,
        } = wanted;
        let total = people.len();
        let piles = match dividers {
            true => pile::piles(people, order, self.whole, language),
            false => vec![Pile::whole(people)],
        };
        let broken: Mutex<Option<String>> = Mutex::default();
        let cut = AtomicBool::new(false);
        let items = piles
            .into_iter()
            .flat_map(|pile| self.items(pile, language, drawn, &broken, &cut));
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
                let held = self.in_hand(move |c, id| job::progress(c, id, done, total));
                // What cannot be asked now is asked again.
                let is_ours = held.unwrap_or(true);
                if !is_ours || (self.is_cut)() {
                    cut.store(true, Ordering::Relaxed);
                }
            }
        })
        .map_err(sentence)?;
        if let Some(error) = broken.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(error);
        }
        Ok((!cut.into_inner()).then_some(printed))
    }

    /// The badges of a pile as they are drawn, its divider first.
    fn items<'a>(
        &'a self,
        pile: Pile,
        language: Language,
        drawn: &'a Mutex<Vec<i64>>,
        broken: &'a Mutex<Option<String>>,
        cut: &'a AtomicBool,
    ) -> impl Iterator<Item = Item> + 'a {
        let t = Texts::of(language);
        let divider = pile.title.map(|large| Item::Divider {
            large,
            small: t.badges_count(pile.people.len()),
        });
        let ids: Vec<i64> = pile.people.iter().map(|one| one.id).collect();
        let batches = (0..ids.len()).step_by(BATCH).flat_map(move |from| {
            if cut.load(Ordering::Relaxed) {
                return Vec::new();
            }
            let some = ids[from..ids.len().min(from + BATCH)].to_vec();
            let wearers = self
                .db
                .read_now(|c| wearer::of(c, &some))
                .unwrap_or_else(|error| {
                    *broken.lock().unwrap_or_else(PoisonError::into_inner) =
                        Some(error.to_string());
                    Vec::new()
                });
            let mut drawn = drawn.lock().unwrap_or_else(PoisonError::into_inner);
            drawn.extend(wearers.iter().map(|one| one.badge_id));
            let item = |one: wearer::Wearer| {
                let face = face(
                    self.whole,
                    language,
                    &one.registration,
                    one.code,
                    &one.sites,
                );
                Item::Badge(Box::new(face))
            };
            wearers.into_iter().map(item).collect::<Vec<Item>>()
        });
        divider.into_iter().chain(batches)
    }
}

fn sentence(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// What a file about this forum says of itself; `what` it is, in that language.
pub(crate) fn about(whole: &ForumContext, language: Language, what: &str) -> About {
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
pub(crate) fn artwork(db: &Database, forum_id: i64, layout: &Layout) -> Result<Artwork, String> {
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
