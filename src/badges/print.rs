//! Badges as one file: drawn by one thread and written by another, so that two cores have something to do and no
//! more than a few pages ever wait.

use std::sync::mpsc;

use super::face::{BadgeFace, ForumFace};
use super::layout::Layout;
use super::paint::{Artwork, Painter};
use super::sheet::{Imposition, Sheets};
use crate::press::{Fonts, Page, pdf as writer};

/// Pages that may wait to be written.
const AHEAD: usize = 32;

/// What is printed next.
pub enum Item {
    Badge(Box<BadgeFace>),
    /// A page between piles: a letter, a delegation, a category.
    Divider {
        large: String,
        small: String,
    },
}

/// A finished file.
pub struct Printed {
    pub file: Vec<u8>,
    /// Badges in it.
    pub badges: usize,
    /// Badges on which letters could not be printed, counted from nought, and those letters.
    pub missing: Vec<(usize, Vec<char>)>,
}

/// What all badges of a file have in common.
pub struct Job<'a> {
    pub fonts: &'a Fonts,
    pub layout: &'a Layout,
    pub forum: &'a ForumFace,
    pub artwork: &'a Artwork,
    pub imposition: Imposition,
    pub about: &'a writer::About,
}

/// Prints items as they come. `progress` hears how many badges are done, now and then.
pub fn pdf(
    job: &Job<'_>,
    items: impl IntoIterator<Item = Item> + Send,
    mut progress: impl FnMut(usize),
) -> Result<Printed, writer::Error> {
    let mut file = writer::Writer::new(&job.about.carrying(job.artwork.values()));
    let (missing, badges) = std::thread::scope(|threads| {
        let (sender, pages) = mpsc::sync_channel::<(Vec<Page>, usize)>(AHEAD);
        let painting = threads.spawn(move || paint(job, items, &sender));
        for (pages, done) in pages {
            for page in &pages {
                file.page(page);
            }
            progress(done);
        }
        // Only a defect of ours ends that thread early; then it ends this one too.
        painting
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    });
    Ok(Printed {
        file: file.finish()?,
        badges,
        missing,
    })
}

type Missing = Vec<(usize, Vec<char>)>;

fn paint(
    job: &Job<'_>,
    items: impl IntoIterator<Item = Item>,
    to: &mpsc::SyncSender<(Vec<Page>, usize)>,
) -> (Missing, usize) {
    let mut painter = Painter::new(job.fonts, job.layout, job.forum, job.artwork);
    let paper = job.layout.paper;
    let (width, height) = paper.size();
    let width = if paper.is_folded() {
        width * 2.0
    } else {
        width
    };
    let mut sheets = Sheets::new(job.imposition, width, height);
    let (mut missing, mut done) = (Vec::new(), 0);
    for item in items {
        let pages = match item {
            Item::Badge(badge) => {
                let drawn = painter.draw(&badge);
                if !drawn.missing.is_empty() {
                    missing.push((done, drawn.missing));
                }
                done += 1;
                sheets.add((drawn.front, drawn.back))
            }
            Item::Divider { large, small } => {
                sheets.divider(painter.letters(), &large, &small, (width, height))
            }
        };
        // Nobody reads any more: there is nothing left to do.
        if to.send((pages, done)).is_err() {
            break;
        }
    }
    let _ = to.send((sheets.end(), done));
    (missing, done)
}
