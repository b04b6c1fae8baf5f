//! What stands on one person's label, and the label as a page.

use super::bitmap::Bitmap;
use crate::badges::{self, BadgeFace, Category, Imposition, Item, Job, Layout, Painter, Paper};
use crate::db::{Connection, Database, Result};
use crate::i18n::Texts;
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::printing::badge_layout::{self, BadgeLayout};
use crate::models::printing::printer::{Kind, Printer};
use crate::models::printing::wearer;
use crate::press::{Fonts, Ink};
use crate::printing::badges::{face, forum_face};
use crate::printing::labels::{brother, zpl};
use crate::printing::print::{about, artwork};
use crate::values::{Code, Language};

/// Of a label that is printed from a browser, unless the forum has a layout for labels.
const USUAL: (f32, f32) = (62.0, 100.0);
/// As large as two sizes in millimetres may differ and be the same label.
const HAIR: f32 = 0.6;

/// One label, with all that drawing it takes.
pub(crate) struct Label {
    /// None: a test.
    pub badge_id: Option<i64>,
    whole: ForumContext,
    face: BadgeFace,
    layout: Layout,
    language: Language,
}

/// The label of the badge that is valid now; `None` when the person has none. `printer`: whose labels it is to fit.
pub(crate) fn of_person(
    c: &mut Connection,
    (forum_id, registration_id): (i64, i64),
    printer: Option<&Printer>,
) -> Result<Option<Label>> {
    let Some(wearer) = wearer::of(c, &[registration_id])?.pop() else {
        return Ok(None);
    };
    let forum = forum::by_id(c, forum_id)?;
    let whole = context::of(c, forum)?;
    let language = language(&whole);
    Ok(Some(Label {
        badge_id: Some(wearer.badge_id),
        face: face(
            &whole,
            language,
            &wearer.registration,
            wearer.code,
            &wearer.sites,
        ),
        layout: layout(c, forum_id, printer)?,
        whole,
        language,
    }))
}

/// A label for looking at: letters that are hard to print, and a code that is nobody's.
pub(super) fn test(c: &mut Connection, forum_id: i64, printer: &Printer) -> Result<Label> {
    let forum = forum::by_id(c, forum_id)?;
    let whole = context::of(c, forum)?;
    let language = language(&whole);
    let t = Texts::of(language);
    let code = Code::random();
    let (name, latin_name) = BadgeFace::names("Zəhra Əliyeva-Şıxlı", Some("زهراء عبد الله"));
    Ok(Label {
        badge_id: None,
        face: BadgeFace {
            name,
            latin_name,
            position: String::new(),
            organisation: printer.name.clone(),
            country: crate::i18n::country_name(language, "AZ").to_owned(),
            category: Category {
                slug: String::new(),
                word: t.printers_test_word().to_owned(),
                colour: Ink::BLACK,
            },
            symbol_says: t.badges_symbol(code.grouped()),
            code,
            pictograms: Vec::new(),
        },
        layout: layout(c, forum_id, Some(printer))?,
        whole,
        language,
    })
}

/// In what a forum's badges are written.
fn language(whole: &ForumContext) -> Language {
    let first = whole.forum.languages().first().copied();
    first.unwrap_or(Language::En)
}

/// The newest layout of the forum that is as large as the printer's labels; without a printer, that is for labels at
/// all; else the program's own.
fn layout(c: &mut Connection, forum_id: i64, printer: Option<&Printer>) -> Result<Layout> {
    let saved = badge_layout::of_forum(c, forum_id)?;
    let read = |one: &BadgeLayout| serde_json::from_str::<Layout>(&one.layout).ok();
    let mut newest = saved.iter().rev().filter_map(read);
    let Some(printer) = printer else {
        let is_label = |layout: &Layout| matches!(layout.paper, Paper::Label { .. });
        let own = newest.find(is_label);
        return Ok(own.unwrap_or_else(|| Layout::label(USUAL.0, USUAL.1)));
    };
    let (width, height) = (printer.width as f32, printer.height as f32);
    let fits = |layout: &Layout| {
        let (own_width, own_height) = layout.paper.size();
        !layout.paper.is_folded()
            && (own_width - width).abs() < HAIR
            && (own_height - height).abs() < HAIR
    };
    Ok(newest
        .find(fits)
        .unwrap_or_else(|| Layout::label(width, height)))
}

impl Label {
    /// In the printer's own language. The error is a sentence for the log.
    pub(crate) fn told(
        &self,
        db: &Database,
        fonts: &Fonts,
        printer: &Printer,
    ) -> std::result::Result<Vec<u8>, String> {
        let dots = match (printer.kind, printer.dpi) {
            (Kind::Brother, _) => brother::DOTS,
            // What is called 203 and 300 dpi has 8 and 12 dots a millimetre, says Zebra's guide.
            (Kind::Zpl, 300) => 12.0,
            (Kind::Zpl, _) => 8.0,
        };
        let bitmap = self.drawn(db, fonts, dots)?;
        Ok(match printer.kind {
            Kind::Zpl => zpl::label(&bitmap),
            Kind::Brother => brother::label(&bitmap),
        })
    }

    fn drawn(
        &self,
        db: &Database,
        fonts: &Fonts,
        dots: f32,
    ) -> std::result::Result<Bitmap, String> {
        let artwork = artwork(db, self.whole.forum.id, &self.layout)?;
        let forum = forum_face(&self.whole, self.language);
        let mut painter = Painter::new(fonts, &self.layout, &forum, &artwork);
        let page = painter.draw(&self.face).front;
        Bitmap::of(&page, dots).ok_or_else(|| "the label is too large to be drawn".to_owned())
    }
}

/// The label as a page of its own size, for a browser to print. The error is a sentence for the log.
pub(crate) fn file(
    db: &Database,
    fonts: &Fonts,
    label: Label,
) -> std::result::Result<Vec<u8>, String> {
    let artwork = artwork(db, label.whole.forum.id, &label.layout)?;
    let forum = forum_face(&label.whole, label.language);
    let about = about(
        &label.whole,
        label.language,
        Texts::of(label.language).badges_title(),
    );
    let job = Job {
        fonts,
        layout: &label.layout,
        forum: &forum,
        artwork: &artwork,
        imposition: Imposition::default(),
        about: &about,
    };
    let one = [Item::Badge(Box::new(label.face))];
    badges::pdf(&job, one, |_| ())
        .map(|printed| printed.file)
        .map_err(|error| error.to_string())
}
