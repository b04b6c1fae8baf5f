//! The demo's two forums: their places, programme, categories and doors. What people read of them stands in the
//! text files beside this one.

use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::people::Which;
use crate::clock::Moment;
use crate::models::forum::Approval;
use crate::values::Language;

/// Both forums' sites are in this zone.
pub const ZONE: Tz = chrono_tz::Asia::Baku;

/// A forum before it is in the tables. Days count from 0, the first.
pub struct Plan {
    pub which: Which,
    pub slug: &'static str,
    pub brand: &'static str,
    pub contact: &'static str,
    /// In which missing texts fall back.
    pub languages: &'static str,
    pub approval: Approval,
    pub offers_qn: bool,
    pub days: u64,
    pub sites: &'static [Site],
    pub sessions: &'static [Session],
    pub categories: &'static [Category],
    pub checkpoints: &'static [Checkpoint],
    texts: [&'static str; 2],
}

pub struct Site {
    pub slug: &'static str,
    pub first_day: u64,
    pub last_day: u64,
}

pub struct Session {
    pub key: &'static str,
    pub site: &'static str,
    pub day: u64,
    /// Hour and minute at the site.
    pub from: (u32, u32),
    pub to: (u32, u32),
}

pub struct Category {
    pub slug: &'static str,
    pub colour: &'static str,
    pub on_form: bool,
}

pub struct Checkpoint {
    pub slug: &'static str,
    pub site: &'static str,
    pub day: u64,
    /// Whom it admits; none: everybody.
    pub categories: &'static [&'static str],
}

/// A text that people read: whose, which, in which language.
pub struct Text {
    pub owner: &'static str,
    /// Short name of the site, session, category or checkpoint; empty for the forum.
    pub key: &'static str,
    pub field: &'static str,
    pub language: Language,
    pub value: &'static str,
}

pub const PLANS: [Plan; 2] = [GSNP, OTS];

const GSNP: Plan = Plan {
    which: Which::Gsnp,
    slug: "gsnp-2025",
    brand: "#0e5a5f",
    contact: "desk@gsnp.example",
    languages: "en,az,ru,tr,ar,fr",
    approval: Approval::AtOnce,
    offers_qn: false,
    days: 2,
    sites: &[site("baku", 0, 1)],
    sessions: &[
        session("welcome", "baku", 0, (8, 30), (10, 0)),
        session("opening", "baku", 0, (10, 0), (11, 0)),
        session("addresses", "baku", 0, (11, 30), (13, 0)),
        session("discussion", "baku", 0, (14, 30), (16, 0)),
        session("bandung", "baku", 0, (16, 30), (18, 0)),
        session("d8", "baku", 1, (10, 0), (12, 0)),
        session("founding", "baku", 1, (14, 0), (16, 0)),
    ],
    categories: &[
        category("delegate", "#0e5a5f", true),
        category("head-of-delegation", "#5b2a86", false),
        category("d8-delegate", "#1d4f91", false),
        category("observer", "#4a5a6a", false),
        category("speaker", "#8a4b00", false),
        category("guest", "#7a2e5d", false),
        category("media", "#a11b1b", false),
        category("staff", "#12263a", false),
    ],
    checkpoints: &[
        checkpoint("hall-day-1", "baku", 0, &[]),
        checkpoint("hall-day-2", "baku", 1, &[]),
        checkpoint(
            "d8-meeting",
            "baku",
            1,
            &["d8-delegate", "head-of-delegation", "speaker", "staff"],
        ),
    ],
    texts: [
        include_str!("forums/gsnp-2025.txt"),
        include_str!("forums/both.txt"),
    ],
};

const OTS: Plan = Plan {
    which: Which::Ots,
    slug: "ots-2025",
    brand: "#1d4f91",
    contact: "desk@ots-forum.example",
    languages: "az,tr,en,ru,ar,fr",
    approval: Approval::ByDesk,
    offers_qn: true,
    days: 2,
    sites: &[site("baku", 0, 0), site("nakhchivan", 1, 1)],
    sessions: &[
        session("stands", "baku", 0, (9, 0), (10, 0)),
        session("opening", "baku", 0, (10, 0), (11, 0)),
        session("zangezur", "baku", 0, (11, 30), (13, 0)),
        session("kazakh", "baku", 0, (14, 30), (16, 0)),
        session("culture", "baku", 0, (19, 0), (21, 0)),
        session("arrival", "nakhchivan", 1, (11, 0), (12, 0)),
        session("statement", "nakhchivan", 1, (14, 0), (16, 0)),
    ],
    categories: &[
        category("delegate", "#1d4f91", true),
        category("head-of-delegation", "#5b2a86", false),
        category("speaker", "#8a4b00", false),
        category("guest", "#7a2e5d", true),
        category("media", "#a11b1b", true),
        category("staff", "#12263a", false),
    ],
    checkpoints: &[
        checkpoint("baku-day-1", "baku", 0, &[]),
        checkpoint("nakhchivan-day-2", "nakhchivan", 1, &[]),
    ],
    texts: [
        include_str!("forums/ots-2025.txt"),
        include_str!("forums/both.txt"),
    ],
};

const fn site(slug: &'static str, first_day: u64, last_day: u64) -> Site {
    Site {
        slug,
        first_day,
        last_day,
    }
}

const fn session(
    key: &'static str,
    site: &'static str,
    day: u64,
    from: (u32, u32),
    to: (u32, u32),
) -> Session {
    Session {
        key,
        site,
        day,
        from,
        to,
    }
}

const fn category(slug: &'static str, colour: &'static str, on_form: bool) -> Category {
    Category {
        slug,
        colour,
        on_form,
    }
}

const fn checkpoint(
    slug: &'static str,
    site: &'static str,
    day: u64,
    categories: &'static [&'static str],
) -> Checkpoint {
    Checkpoint {
        slug,
        site,
        day,
        categories,
    }
}

impl Plan {
    /// Places: half as many again as people, so that somebody can still register; the first forum has no limit.
    pub fn capacity(&self, people: usize) -> Option<i32> {
        match self.which {
            Which::Gsnp => None,
            Which::Ots => i32::try_from(300.max(people * 6 / 10)).ok(),
        }
    }

    /// The texts of this forum alone and those both have.
    pub fn texts(&self) -> Vec<Text> {
        self.texts.iter().flat_map(|file| texts(file)).collect()
    }
}

fn texts(file: &'static str) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut heading = ("", "", "");
    for line in file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(words) = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            let words: Vec<&str> = words.split(' ').collect();
            heading = match words.as_slice() {
                [owner, field] => (owner, "", field),
                [owner, key, field] => (owner, key, field),
                _ => ("", "", ""),
            };
        } else if let Some((language, value)) = line.split_once(' ')
            && let Some(language) = Language::parse(language)
        {
            let (owner, key, field) = heading;
            texts.push(Text {
                owner,
                key,
                field,
                language,
                value,
            });
        }
    }
    texts
}

/// The day of a plan when the first is `first`.
pub fn day(first: NaiveDate, number: u64) -> NaiveDate {
    first + Days::new(number)
}

/// An hour at the forums' sites, in UTC.
pub fn at(day: NaiveDate, (hour, minute): (u32, u32)) -> Moment {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let local = day.and_time(time);
    let there = local.and_local_timezone(ZONE).earliest();
    there.map_or(local, |there| there.naive_utc())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_text_is_there_in_all_languages_and_belongs_to_something() {
        for plan in PLANS {
            let texts = plan.texts();
            let mut wanted = BTreeSet::new();
            wanted.extend(
                ["title", "about", "who", "privacy", "notice"].map(|field| ("forum", "", field)),
            );
            wanted.extend(
                plan.sites
                    .iter()
                    .flat_map(|site| ["name", "city"].map(|field| ("site", site.slug, field))),
            );
            wanted.extend(
                plan.sessions
                    .iter()
                    .map(|session| ("session", session.key, "title")),
            );
            wanted.extend(
                plan.categories
                    .iter()
                    .map(|category| ("category", category.slug, "name")),
            );
            wanted.extend(
                plan.checkpoints
                    .iter()
                    .map(|checkpoint| ("checkpoint", checkpoint.slug, "name")),
            );
            for (owner, key, field) in wanted {
                for language in Language::ALL {
                    let found = texts.iter().filter(|text| {
                        (text.owner, text.key, text.field, text.language)
                            == (owner, key, field, language)
                    });
                    assert_eq!(
                        found.count(),
                        1,
                        "{} {owner} {key} {field} {language:?}",
                        plan.slug
                    );
                }
            }
        }
    }

    #[test]
    fn hours_are_those_of_the_site() {
        let day = NaiveDate::from_ymd_opt(2025, 4, 28).unwrap();
        assert_eq!(at(day, (10, 0)).to_string(), "2025-04-28 06:00:00");
    }
}
