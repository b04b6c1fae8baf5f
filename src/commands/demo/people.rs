//! The demo's invented people: as many as wanted, the same every time, named as people of their countries are.
//!
//! Nobody in here exists. Addresses end in domains that are reserved for examples, telephone numbers have an area
//! code 00 that no country gives out.

mod contact;
mod name;
mod table;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use fastrand::Rng;

use crate::models::people::standing::State;
use crate::values::{Country, Language};
use contact::{email, phone};
use name::{Name, spaced};
use table::{Culture, LANDS, Land};

/// Which of the two forums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Founding conference of the Global South NGO Platform: 116 countries.
    Gsnp,
    /// Solidarity Forum of NGOs of the Organization of Turkic States: 8 countries.
    Ots,
}

#[derive(Debug, Clone)]
pub(super) struct Person {
    pub name: String,
    pub native_name: Option<String>,
    pub email: String,
    pub phone: Option<String>,
    pub country: Country,
    pub organisation: String,
    pub position: Option<String>,
    /// A slug of the forum's categories.
    pub category: &'static str,
    pub language: Language,
    pub state: State,
    /// Came through the door on the first day.
    pub arrived: bool,
    /// Comes on the second day too, or travels on to the second city.
    pub second_day: bool,
    pub access_needs: Option<String>,
    pub food_needs: Option<String>,
}

/// The countries of the second forum and their shares of its people.
const TURKIC: [(&str, usize); 8] = [
    ("AZ", 34),
    ("TR", 20),
    ("KZ", 16),
    ("UZ", 12),
    ("KG", 8),
    ("TM", 4),
    ("HU", 3),
    ("QN", 3),
];

/// The D-8 countries that are also members of the Non-Aligned Movement.
const D8: [&str; 8] = ["AZ", "BD", "EG", "ID", "IR", "MY", "NG", "PK"];

/// How many of `n` come to this forum.
pub(super) fn count(which: Which, n: usize) -> usize {
    let first = (n * 3).div_ceil(5);
    match which {
        Which::Gsnp => first,
        Which::Ots => n - first,
    }
}

/// This forum's people when both forums together have `n`.
pub(super) fn people(which: Which, n: usize) -> impl Iterator<Item = Person> {
    let count = count(which, n);
    let seed = match which {
        Which::Gsnp => 0x2025_0428,
        Which::Ots => 0x2025_1124,
    };
    let mut rng = Rng::with_seed(seed);
    let origins = origins(which, count, &mut rng);
    let mut seen = HashSet::with_capacity(count);
    let mut led = HashSet::new();
    origins.into_iter().filter_map(move |land| {
        let leads = led.insert(land.code);
        person(which, land, leads, &mut rng, &mut seen)
    })
}

/// Where each person comes from: every country once, the rest by shares, then mixed.
fn origins(which: Which, count: usize, rng: &mut Rng) -> Vec<&'static Land> {
    let lands = LANDS.iter();
    let shares: Vec<(&Land, usize)> = match which {
        Which::Gsnp => lands
            .map(|land| (land, land.share))
            .filter(|(_, share)| *share > 0)
            .collect(),
        Which::Ots => {
            let share = |land: &Land| {
                TURKIC
                    .iter()
                    .find(|(code, _)| *code == land.code)
                    .map(|(_, share)| *share)
            };
            lands
                .filter_map(|land| Some((land, share(land)?)))
                .collect()
        }
    };
    let mut origins: Vec<&Land> = shares.iter().map(|(land, _)| *land).collect();
    rng.shuffle(&mut origins);
    origins.truncate(count);
    let lots: Vec<&Land> = shares
        .iter()
        .flat_map(|(land, share)| std::iter::repeat_n(*land, *share))
        .collect();
    while origins.len() < count {
        origins.extend(rng.choice(&lots));
    }
    rng.shuffle(&mut origins);
    origins
}

fn person(
    which: Which,
    land: &'static Land,
    leads: bool,
    rng: &mut Rng,
    seen: &mut HashSet<String>,
) -> Option<Person> {
    let culture = rng.choice(&land.cultures)?;
    let woman = rng.bool();
    let name = Name::of(culture, woman, rng)?;
    let category = category(which, land, leads, rng);
    let written_in = organisation_language(land, culture, rng);
    let organisation = rng.choice(table::organisations(written_in, category))?;
    let at = rng.usize(..);
    let emblem = emblem(culture, written_in == "ar", at)?;
    let state = if category == "staff" {
        State::Confirmed
    } else {
        state(rng)
    };
    let position = rng
        .choice(table::positions(written_in, category))
        .filter(|_| rng.u8(..100) < 92);
    let language = Language::parse(land.language)?;
    Some(Person {
        email: email(
            which,
            &name,
            &spaced(pick(&culture.emblems, at)?),
            rng,
            seen,
        ),
        name: name.latin,
        native_name: name.native.filter(|_| rng.u8(..100) < 88),
        phone: (rng.u8(..100) < 72).then(|| phone(land, rng)),
        country: Country::parse(land.code)?,
        organisation: match category {
            "staff" => host(which).to_owned(),
            _ => organisation.replace("{w}", &emblem),
        },
        position: position.map(|position| in_form(position, woman)),
        category,
        language,
        state,
        arrived: state == State::Confirmed && rng.u8(..100) < 66,
        second_day: rng.u8(..100) < 62,
        access_needs: need(language, "access", 2, rng),
        food_needs: need(language, "food", 8, rng),
    })
}

/// Who the staff of a forum belong to.
fn host(which: Which) -> &'static str {
    match which {
        Which::Gsnp => "Konfransın Təşkilat Komitəsi",
        Which::Ots => "Forumun Təşkilat Komitəsi",
    }
}

/// One of the country's languages; where peoples of one country write differently, their own.
fn organisation_language(land: &Land, culture: &Culture, rng: &mut Rng) -> &'static str {
    let own = land
        .organisation_languages
        .iter()
        .find(|language| **language == culture.key);
    let any = own.or_else(|| rng.choice(&land.organisation_languages));
    any.copied().unwrap_or("en")
}

/// What the organisation is called after; in Arabic where it writes so.
fn emblem(culture: &Culture, arabic: bool, at: usize) -> Option<String> {
    let emblems = match culture.arabic_emblems.is_empty() {
        false if arabic => &culture.arabic_emblems,
        _ => &culture.emblems,
    };
    pick(emblems, at).map(spaced)
}

fn pick<'a>(list: &[&'a str], at: usize) -> Option<&'a str> {
    list.get(at % list.len().max(1)).copied()
}

fn category(which: Which, land: &Land, leads: bool, rng: &mut Rng) -> &'static str {
    if leads && rng.u8(..100) < 55 {
        return "head-of-delegation";
    }
    match (rng.u8(..100), which) {
        (0..6, _) if land.code == "AZ" => "media",
        (6..30, Which::Gsnp) | (6..18, Which::Ots) if land.code == "AZ" => "staff",
        (30..34, _) => "speaker",
        (34..40, _) => "guest",
        (40..44, _) => "media",
        (44..52, Which::Gsnp) => "observer",
        (52..85, Which::Gsnp) if D8.contains(&land.code) => "d8-delegate",
        _ => "delegate",
    }
}

fn state(rng: &mut Rng) -> State {
    match rng.u8(..100) {
        0..82 => State::Confirmed,
        82..92 => State::Pending,
        92..94 => State::Waitlisted,
        94..96 => State::Declined,
        _ => State::Withdrawn,
    }
}

/// `Chairman/Chairwoman`, where a language has two forms.
fn in_form(position: &str, woman: bool) -> String {
    match position.split_once('/') {
        Some((_, women)) if woman => women.to_owned(),
        Some((men, _)) => men.to_owned(),
        None => position.to_owned(),
    }
}

fn need(language: Language, kind: &str, percent: u8, rng: &mut Rng) -> Option<String> {
    let wanted = rng.u8(..100) < percent;
    let needs = table::needs(language.code(), kind);
    rng.choice(needs).filter(|_| wanted).map(str::to_owned)
}
