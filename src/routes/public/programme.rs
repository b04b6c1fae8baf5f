use chrono::{NaiveDate, TimeZone};

use crate::i18n::{Texts, dates};
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::models::places::session::Session;
use crate::values::Language;
use crate::{clock, pages};

/// The programme, day by day, on the clocks of each session's own place.
pub(super) struct Programme {
    /// Whose clocks these are, in a sentence.
    pub zone: String,
    pub days: Vec<Day>,
}

pub(super) struct Day {
    pub heading: String,
    pub items: Vec<Item>,
    date: NaiveDate,
}

pub(super) struct Item {
    /// The moment for machines.
    pub starts: String,
    pub from: String,
    pub to: String,
    pub title: String,
    pub details: String,
    /// The site, where the forum has several.
    pub at: String,
}

impl Programme {
    pub(super) fn of(whole: &ForumContext, lang: Language) -> Programme {
        let mut days: Vec<Day> = Vec::new();
        for session in &whole.sessions {
            let date = there(whole, session.site_id, session.starts_at).date();
            let item = Item::of(whole, session, lang);
            match days.iter_mut().find(|day| day.date == date) {
                Some(day) => day.items.push(item),
                None => days.push(Day {
                    heading: dates::day_heading(lang, date),
                    items: vec![item],
                    date,
                }),
            }
        }
        days.sort_by_key(|day| day.date);
        Programme {
            zone: clocks(whole, lang),
            days,
        }
    }
}

impl Item {
    fn of(whole: &ForumContext, session: &Session, lang: Language) -> Item {
        let time = |moment| dates::time(lang, there(whole, session.site_id, moment).time());
        let text = |field| {
            whole
                .text(Owner::Session(session.id), field, lang)
                .to_string()
        };
        let site = whole.sites.iter().find(|site| site.id == session.site_id);
        Item {
            starts: clock::rfc3339(session.starts_at),
            from: time(session.starts_at),
            to: time(session.ends_at),
            title: text("title"),
            details: text("details"),
            at: match site {
                Some(site) if whole.sites.len() > 1 => whole.site_name(site, lang).to_string(),
                _ => String::new(),
            },
        }
    }
}

/// What the clocks at a site show.
fn there(whole: &ForumContext, site_id: i64, moment: clock::Moment) -> chrono::NaiveDateTime {
    let site = whole.sites.iter().find(|site| site.id == site_id);
    let zone = site.map_or(whole.forum.zone(), |site| site.zone());
    zone.from_utc_datetime(&moment).naive_local()
}

fn clocks(whole: &ForumContext, lang: Language) -> String {
    let t = Texts::html(lang);
    let mut places: Vec<String> = whole
        .sessions
        .iter()
        .filter_map(|session| {
            let site = whole.sites.iter().find(|site| site.id == session.site_id)?;
            Some(pages::clocks(whole, lang, site.zone(), session.starts_at))
        })
        .collect();
    places.dedup();
    match places.as_slice() {
        [one] => t.forum_times(one),
        _ => t.forum_times_each().to_string(),
    }
}
