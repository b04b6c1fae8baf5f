//! The demo's two forums: their places, programme, categories and doors. What people read of them stands in the
//! text files beside this one.

mod plans;

use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::people::Which;
use crate::clock::Moment;
use crate::models::forum::{Approval, WalkIns};
use crate::values::Language;
pub(super) use plans::PLANS;

/// Both forums' sites are in this zone.
pub(super) const ZONE: Tz = chrono_tz::Asia::Baku;

/// A forum before it is in the tables. Days count from 0, the first.
pub(super) struct Plan {
    pub which: Which,
    pub slug: &'static str,
    pub brand: &'static str,
    pub contact: &'static str,
    /// In which missing texts fall back.
    pub languages: &'static str,
    pub approval: Approval,
    pub walk_ins: WalkIns,
    pub offers_qn: bool,
    pub days: u64,
    pub sites: &'static [Site],
    pub sessions: &'static [Session],
    pub categories: &'static [Category],
    pub checkpoints: &'static [Checkpoint],
    texts: [&'static str; 2],
}

pub(super) struct Site {
    pub slug: &'static str,
    pub first_day: u64,
    pub last_day: u64,
}

pub(super) struct Session {
    pub key: &'static str,
    pub site: &'static str,
    pub day: u64,
    /// Hour and minute at the site.
    pub from: (u32, u32),
    pub to: (u32, u32),
}

pub(super) struct Category {
    pub slug: &'static str,
    pub colour: &'static str,
    pub on_form: bool,
}

pub(super) struct Checkpoint {
    pub slug: &'static str,
    pub site: &'static str,
    pub day: u64,
    /// Whom it admits; none: everybody.
    pub categories: &'static [&'static str],
}

/// A text that people read: whose, which, in which language.
pub(super) struct Text {
    pub owner: &'static str,
    /// Short name of the site, session, category or checkpoint; empty for the forum.
    pub key: &'static str,
    pub field: &'static str,
    pub language: Language,
    pub value: &'static str,
}

impl Plan {
    /// Places: half as many again as people, so that somebody can still register; the first forum has no limit.
    pub(super) fn capacity(&self, people: usize) -> Option<i32> {
        match self.which {
            Which::Gsnp => None,
            Which::Ots => i32::try_from(300.max(people * 6 / 10)).ok(),
        }
    }

    /// The texts of this forum alone and those both have.
    pub(super) fn texts(&self) -> Vec<Text> {
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
pub(super) fn day(first: NaiveDate, number: u64) -> NaiveDate {
    first + Days::new(number)
}

/// An hour at the forums' sites, in UTC.
pub(super) fn at(day: NaiveDate, (hour, minute): (u32, u32)) -> Moment {
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
                [
                    "title",
                    "about",
                    "who",
                    "privacy",
                    "notice",
                    "letter_host",
                    "letter_function",
                ]
                .map(|field| ("forum", "", field)),
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
