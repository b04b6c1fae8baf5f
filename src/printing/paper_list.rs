//! The lists on paper, a door after the other: who may pass it, A to Z, with room to tick.

mod plan;
mod sheet;

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use crate::clock::{self, Moment};
use crate::db::Database;
use crate::i18n::{Texts, dates};
use crate::models::doors::paper_list;
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::models::places::checkpoint::Checkpoint;
use crate::press::{Fonts, Typesetter, pdf};
use crate::printing::print;
use crate::values::Language;
use plan::plan;
use sheet::{Head, Sheet};

/// Rows of one file: what they take is in memory until it is written, four thousand bytes each. Longer lists come in
/// several files.
const MOST_ROWS: usize = 20_000;

/// How many files the lists of so many people are.
pub(crate) fn files(people: usize) -> usize {
    people.div_ceil(MOST_ROWS).max(1)
}

/// One of those files, counted from 0. Every page is drawn, written and forgotten.
pub(crate) fn write(
    db: &Database,
    fonts: &Fonts,
    (whole, doors): (&ForumContext, &[Checkpoint]),
    language: Language,
    number: usize,
    now: Moment,
) -> Result<Vec<u8>, String> {
    let rows = number * MOST_ROWS..(number + 1) * MOST_ROWS;
    let mut before = 0;
    let about = print::about(whole, language, Texts::of(language).paper_title());
    let mut writer = pdf::Writer::new(&about);
    let mut letters = Typesetter::new(fonts);
    for door in doors {
        let people = db
            .read_now(|c| paper_list::people(c, door))
            .map_err(|error| error.to_string())?;
        let plan = plan(&people);
        let head = head(whole, door, people.len(), language, now);
        for number in plan.pages_ending_in(&rows, before) {
            let mut sheet = Sheet::new(&mut letters, whole, &head, language);
            writer.page(&sheet.page(&plan, number, &people));
        }
        before += people.len();
    }
    writer.finish().map_err(|error| error.to_string())
}

fn head(
    whole: &ForumContext,
    door: &Checkpoint,
    people: usize,
    language: Language,
    now: Moment,
) -> Head {
    let t = Texts::of(language);
    let site = whole
        .sites
        .iter()
        .find(|site| Some(site.id) == door.site_id);
    let zone = site.map_or_else(|| whole.forum.zone(), |site| site.zone());
    let local = |moment: Moment| clock::in_zone(zone, moment);
    Head {
        forum: whole.title(language).to_owned(),
        door: match whole.text(Owner::Checkpoint(door.id), "name", language) {
            "" => door.slug.clone(),
            name => name.to_owned(),
        },
        place: site.map(|site| whole.site_name(site, language).to_owned()),
        day: match (door.opens_at.map(local), door.closes_at.map(local)) {
            (Some(opens), Some(closes)) if is_day(opens, closes) => {
                dates::day_heading(language, opens.date())
            }
            (Some(opens), Some(closes)) if opens.date() == closes.date() => format!(
                "{}, {}",
                dates::day_heading(language, opens.date()),
                dates::time_range(language, opens.time(), closes.time())
            ),
            (Some(opens), Some(closes)) => format!(
                "{} – {}",
                dates::day_time(language, opens),
                dates::day_time(language, closes)
            ),
            (Some(opens), None) => dates::day_heading(language, opens.date()),
            (None, _) => match site {
                Some(site) => dates::date_range(language, site.starts_on, site.ends_on),
                None => dates::date_range(language, whole.forum.starts_on, whole.forum.ends_on),
            },
        },
        people: t.paper_people(people),
        made: t.paper_made(dates::date_time(language, local(now))),
        zone,
    }
}

/// From midnight to midnight.
fn is_day(opens: NaiveDateTime, closes: NaiveDateTime) -> bool {
    opens.time() == NaiveTime::MIN && closes == opens + TimeDelta::days(1)
}
