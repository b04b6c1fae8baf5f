//! The papers a person takes elsewhere, as PDF: the letter of confirmation and the certificate of attendance, each
//! in the person's language and the host's.

mod artwork;
mod certificate;
mod letter;
mod marks;
mod said;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::clock::Moment;
use crate::i18n::Texts;
use crate::models::people::document::{Frozen, Kind, Passport, Side};
use crate::press::{Fonts, Page, Picture, Typesetter, pdf};
use crate::values::{Code, Language};

pub(crate) use artwork::{LARGEST, picture_kind};

/// All that a paper is drawn from.
pub(crate) struct Paper {
    pub kind: Kind,
    /// `GSNP-2025/L-0042`
    pub number: String,
    pub issued_at: Moment,
    /// The day of issue where the forum is.
    pub issued_on: NaiveDate,
    pub frozen: Frozen,
    /// A letter's.
    pub passport: Option<Passport>,
    pub code: Code,
    /// The address behind the QR symbol.
    pub link: String,
    /// The address at which the code can be typed, as people read it.
    pub check_at: String,
    /// The files of the pictures, by id.
    pub pictures: HashMap<i64, Vec<u8>>,
}

/// The paper as a file.
pub(crate) fn file(paper: &Paper, fonts: &Fonts) -> Result<Vec<u8>, pdf::Error> {
    let mut letters = Typesetter::new(fonts);
    let pages = match paper.kind {
        Kind::Letter => letter::pages(paper, &mut letters),
        Kind::Certificate => vec![certificate::page(paper, &mut letters)],
    };
    pdf::write(pages, &about(paper))
}

fn about(paper: &Paper) -> pdf::About {
    let side = paper.frozen.sides.first();
    pdf::About {
        title: title(paper),
        language: paper.language().code().to_owned(),
        rtl: paper.is_rtl(),
        author: side.map(|side| host(side).to_owned()).unwrap_or_default(),
        made_at: paper.issued_at,
        promise: pdf::Promise::Universal,
    }
}

/// What the paper is, in the person's language, and its number.
fn title(paper: &Paper) -> String {
    let t = Texts::of(paper.language());
    let kind = match paper.kind {
        Kind::Letter => t.letter_title(),
        Kind::Certificate => t.certificate_title(),
    };
    format!("{kind} · {}", paper.number)
}

/// Who gives the paper out; where the desk has named nobody, the forum speaks.
fn host(side: &Side) -> &str {
    match side.host.as_str() {
        "" => &side.forum,
        host => host,
    }
}

impl Paper {
    /// The person's.
    fn language(&self) -> Language {
        let first = self.frozen.sides.first();
        first.map_or(Language::En, |side| side.language)
    }

    /// Whether the person's language is read from the right: then the paper begins there.
    fn is_rtl(&self) -> bool {
        self.language().direction() == "rtl"
    }

    /// A picture that still can be drawn.
    fn picture(&self, id: Option<i64>) -> Option<Arc<Picture>> {
        let bytes = self.pictures.get(&id?)?;
        Picture::read(bytes.clone()).ok().map(Arc::new)
    }
}

/// What every one of these pages ends with.
type Pages = Vec<Page>;
