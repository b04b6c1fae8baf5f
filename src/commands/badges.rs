use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;

use super::export::open_existing;
use crate::badges::{self, Artwork, Imposition, Item, Job, Layout, Sheet};
use crate::clock;
use crate::commands::Failure;
use crate::config::Config;
use crate::i18n::Texts;
use crate::models::forum::context;
use crate::models::people::registrations::{Filter, Sort};
use crate::models::people::standing::State;
use crate::press::Fonts;
use crate::press::pdf::{About, Promise};
use crate::printing::badges::{faces, forum_face};
use crate::values::Language;

/// What is to be printed.
#[derive(Args)]
pub(super) struct Order {
    /// Short name of the forum
    pub forum: String,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub output: PathBuf,
    /// a6, a7, a5-folded, cr80, label, or a file with a layout as JSON
    #[arg(long, value_name = "NAME|FILE", default_value = "a6")]
    pub layout: String,
    /// Several on a sheet, with cut marks: a4 or a3
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// The badges' language [default: the forum's first]
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
}

/// Prints the badges of everybody who is confirmed, from A to Z.
pub(super) fn run(config: &Config, order: Order) -> Result<(), Failure> {
    let layout = layout(&order.layout)?;
    let imposition = imposition(order.sheet.as_deref())?;
    let language = order.language.as_deref().map(language).transpose()?;
    let db = open_existing(config)?;
    let whole = db
        .read_now(|c| context::by_slug(c, &order.forum))?
        .ok_or_else(|| Failure::Failed(format!("There is no forum called {:?}.", order.forum)))?;
    let first = whole.forum.languages().first().copied();
    let language = language.or(first).unwrap_or(Language::En);
    let confirmed = Filter {
        state: Some(State::Confirmed),
        ..Filter::default()
    };
    let people = db.read_now(|c| faces(c, &whole, language, &confirmed, Sort::Name))?;
    let names: Vec<String> = people.iter().map(|face| face.name.clone()).collect();
    let forum = forum_face(&whole, language);
    let about = About {
        title: format!("{} · {}", forum.title, Texts::of(language).badges_title()),
        language: language.code().to_owned(),
        rtl: language.direction() == "rtl",
        author: forum.title.clone(),
        made_at: clock::now(),
        promise: Promise::Universal,
    };
    let items = people.into_iter().map(|face| Item::Badge(Box::new(face)));
    let fonts = Fonts::new(config.fonts.clone());
    let artwork = Artwork::new();
    let job = Job {
        fonts: &fonts,
        layout: &layout,
        forum: &forum,
        artwork: &artwork,
        imposition,
        about: &about,
    };
    let printed = badges::pdf(&job, items, |done| progress(done, names.len()))
        .map_err(|error| format!("The badges could not be drawn: {error}."))?;
    std::fs::write(&order.output, &printed.file)
        .map_err(|error| format!("{} cannot be written: {error}.", order.output.display()))?;
    println!("{} badges, {} bytes", printed.badges, printed.file.len());
    for (place, signs) in &printed.missing {
        let signs: String = signs.iter().collect();
        let name = names.get(*place).map_or("", String::as_str);
        println!(
            "{name}: no font has {signs}; printed in Latin letters. `hazir fonts` says what can be done."
        );
    }
    Ok(())
}

fn progress(done: usize, all: usize) {
    let mut out = std::io::stderr();
    if out.is_terminal() && (done.is_multiple_of(50) || done == all) {
        // Who closed the terminal does not read it.
        let _ = write!(
            out,
            "\r{done} of {all}{}",
            if done == all { "\n" } else { "" }
        );
    }
}

fn layout(name: &str) -> Result<Layout, Failure> {
    if let Some(layout) = Layout::named(name) {
        return Ok(layout);
    }
    let text = std::fs::read_to_string(name).map_err(|error| {
        Failure::Usage(format!(
            "The layout {name:?} is none of a6, a7, a5-folded, cr80, label, and cannot be read as a file: {error}."
        ))
    })?;
    let layout: Layout = serde_json::from_str(&text)
        .map_err(|error| Failure::Failed(format!("{name} is no layout: {error}.")))?;
    layout.check().map_err(|faults| {
        let sentences: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Failure::Failed(sentences.join(" "))
    })?;
    Ok(layout)
}

fn imposition(sheet: Option<&str>) -> Result<Imposition, Failure> {
    let Some(name) = sheet else {
        return Ok(Imposition::default());
    };
    let sheet = Sheet::parse(name).ok_or_else(|| {
        Failure::Usage(format!("The sheet {name:?} is not known; write a4 or a3."))
    })?;
    Ok(Imposition {
        sheet: Some(sheet),
        cut_marks: true,
    })
}

fn language(code: &str) -> Result<Language, Failure> {
    Language::parse(code).ok_or_else(|| {
        Failure::Usage(format!(
            "The language {code:?} is not known; write az, en, ru, tr, ar or fr."
        ))
    })
}
