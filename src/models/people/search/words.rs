//! Who is worth comparing with what was typed. Every word that anybody of the forum bears is ranked first, as it is
//! kept once however many bear it; people come after that, so that nobody is cut off for sharing a word with many.

use std::collections::{BTreeMap, HashMap, HashSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::db::schema::search_key;
use crate::db::{Connection, Result};
use crate::models::people::search::prefix_end;
use crate::names::{self, Query, Typed, skeleton};

/// A word less like the typed one brings nobody.
const LEAST_LIKE: f64 = 0.5;

/// What an organisation's word counts beside a person's own.
const OF_ORGANISATION: f64 = 0.8;

/// Words asked for in one statement.
const MOST_ASKED: usize = 500;

/// A name of fewer consonants may stand for too much when it is only a part of what was typed.
const FEWEST_SOUNDS: usize = 2;

/// What a key of the table is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Word,
    Heard,
    Organisation,
}

impl Of {
    fn code(self) -> &'static str {
        match self {
            Of::Word => "word",
            Of::Heard => "heard",
            Of::Organisation => "organisation",
        }
    }
}

/// A word that people of the forum bear, and how like the typed one it is.
struct Like {
    word: String,
    likeness: f64,
    bearers: i64,
}

/// How well people's words answer one typed word: by the row's id.
type Answers = HashMap<i64, f64>;

/// Ids of those whose words answer best, whoever bears all of them and nothing besides first.
pub(super) fn bearers(
    c: &mut Connection,
    forum_id: i64,
    query: &Query,
    most: usize,
) -> Result<Vec<i64>> {
    let ways = query.ways();
    let alone = ways.iter().all(|way| way.len() == 1);
    let mut answers: BTreeMap<&str, [Answers; 2]> = BTreeMap::new();
    for typed in ways.iter().flatten() {
        // A letter beside other words is an initial: it tells too little to look for.
        let tells = alone || typed.text().len() > 1;
        if tells && !answers.contains_key(typed.text()) {
            let enough = alone.then_some(most as i64);
            let own = own_words(c, forum_id, typed)?;
            let organisations = match typed.is_guess() {
                true => Vec::new(),
                false => keys(c, forum_id, Of::Organisation, typed)?,
            };
            let found = [
                answering(c, forum_id, Of::Word, own, enough)?,
                answering(c, forum_id, Of::Organisation, organisations, enough)?,
            ];
            answers.insert(typed.text(), found);
        }
    }
    let mut estimates: HashMap<i64, f64> = HashMap::new();
    for way in ways {
        for (of, worth) in [(0, 1.0), (1, OF_ORGANISATION)] {
            add_way(
                way,
                worth,
                |text| answers.get(text).map(|found| &found[of]),
                &mut estimates,
            );
        }
    }
    for id in wholly(c, forum_id, query, most)? {
        estimates.insert(id, f64::INFINITY);
    }
    let mut ranked: Vec<(i64, f64)> = estimates.into_iter().collect();
    ranked.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    Ok(ranked.into_iter().take(most).map(|(id, _)| id).collect())
}

/// What people's words come to in one way of reading what was typed.
fn add_way<'a>(
    way: &[Typed],
    worth: f64,
    of: impl Fn(&str) -> Option<&'a Answers>,
    estimates: &mut HashMap<i64, f64>,
) {
    let weights: f64 = way.iter().map(Typed::weight).sum();
    let mut sums: HashMap<i64, f64> = HashMap::new();
    for typed in way {
        let share = worth * typed.weight() / weights;
        for (id, likeness) in of(typed.text()).into_iter().flatten() {
            *sums.entry(*id).or_default() += share * likeness;
        }
    }
    for (id, sum) in sums {
        let known = estimates.entry(id).or_default();
        *known = known.max(sum);
    }
}

/// The words that begin or sound like the typed one.
fn own_words(c: &mut Connection, forum_id: i64, typed: &Typed) -> Result<Vec<Like>> {
    let mut words = keys(c, forum_id, Of::Word, typed)?;
    let known: HashSet<String> = words.iter().map(|like| like.word.clone()).collect();
    let heard = keys(c, forum_id, Of::Heard, typed)?;
    words.extend(heard.into_iter().filter(|like| !known.contains(&like.word)));
    words.sort_by(|one, other| one.word.cmp(&other.word));
    words.dedup_by(|one, other| one.word == other.word);
    Ok(words)
}

/// Every word of that kind which resembles the typed one, however many bear it.
fn keys(c: &mut Connection, forum_id: i64, of: Of, typed: &Typed) -> Result<Vec<Like>> {
    let beginnings = match of {
        Of::Heard => typed.sought_sounds(),
        Of::Word | Of::Organisation => typed.sought_words(),
    };
    let mut found = Vec::new();
    for beginning in beginnings {
        let Some(end) = prefix_end(&beginning) else {
            continue;
        };
        let rows: Vec<(String, i64)> = search_key::table
            .filter(search_key::forum_id.eq(forum_id))
            .filter(search_key::kind.eq(of.code()))
            .filter(search_key::key.ge(beginning))
            .filter(search_key::key.lt(end))
            .group_by(search_key::key)
            .select((search_key::key, count_star()))
            .load(c)?;
        found.extend(rows.into_iter().filter_map(|(key, bearers)| {
            let word = match of {
                Of::Heard => names::heard_word(&key).to_owned(),
                Of::Word | Of::Organisation => key,
            };
            let likeness = typed.likeness(&word);
            (likeness >= LEAST_LIKE).then_some(Like {
                word,
                likeness,
                bearers,
            })
        }));
    }
    Ok(found)
}

/// Who bears these words. Where one word is all that was typed the likest words are enough, as soon as they bring so
/// many people.
fn answering(
    c: &mut Connection,
    forum_id: i64,
    of: Of,
    mut words: Vec<Like>,
    enough: Option<i64>,
) -> Result<Answers> {
    words.sort_by(|one, other| other.likeness.total_cmp(&one.likeness));
    let Some(enough) = enough else {
        return borne(c, forum_id, of, &words, i64::MAX);
    };
    let mut sum = 0;
    let last = words.iter().position(|like| {
        sum += like.bearers;
        sum >= enough
    });
    // Whom the last of these words brings beyond that answers as well as who is taken.
    let (few, many) = words.split_at(last.unwrap_or(words.len()));
    let mut answers = borne(c, forum_id, of, &many[..many.len().min(1)], enough)?;
    for (id, likeness) in borne(c, forum_id, of, few, i64::MAX)? {
        let known = answers.entry(id).or_default();
        *known = known.max(likeness);
    }
    Ok(answers)
}

fn borne(c: &mut Connection, forum_id: i64, of: Of, words: &[Like], most: i64) -> Result<Answers> {
    let likeness: HashMap<&str, f64> = words
        .iter()
        .map(|like| (like.word.as_str(), like.likeness))
        .collect();
    let mut answers = Answers::new();
    for some in words.chunks(MOST_ASKED) {
        let rows: Vec<(String, i64)> = search_key::table
            .filter(search_key::forum_id.eq(forum_id))
            .filter(search_key::kind.eq(of.code()))
            .filter(search_key::key.eq_any(some.iter().map(|like| like.word.as_str())))
            .limit(most)
            .select((search_key::key, search_key::registration_id))
            .load(c)?;
        for (word, id) in rows {
            let known = answers.entry(id).or_default();
            *known = f64::max(*known, likeness[word.as_str()]);
        }
    }
    Ok(answers)
}

/// Whose words are exactly those that were typed.
fn wholly(c: &mut Connection, forum_id: i64, query: &Query, most: usize) -> Result<Vec<i64>> {
    search_key::table
        .filter(search_key::forum_id.eq(forum_id))
        .filter(search_key::kind.eq("whole"))
        .filter(search_key::key.eq(query.whole()))
        .order(search_key::registration_id)
        .limit(most as i64)
        .select(search_key::registration_id)
        .load(c)
}

/// What was typed with the gaps that were left out, where both parts are names of the forum.
pub(super) fn parted(c: &mut Connection, forum_id: i64, query: &Query) -> Result<Option<Query>> {
    let parts = query.parts();
    if parts.is_empty() {
        return Ok(None);
    }
    let written = parts.iter().map(|part| part.text().to_owned());
    let sounds = parts.iter().map(|part| skeleton(part.text()));
    let sounds = sounds.filter(|sound| sound.len() >= FEWEST_SOUNDS);
    let written = known(c, forum_id, "word", written.collect())?;
    let heard = known(c, forum_id, "sound", sounds.collect())?;
    let is_name =
        |part: &Typed| written.contains(part.text()) || heard.contains(&skeleton(part.text()));
    let parted = query.parted(is_name);
    Ok((parted.ways().len() > query.ways().len()).then_some(parted))
}

/// Which of these keys anybody has.
fn known(
    c: &mut Connection,
    forum_id: i64,
    kind: &str,
    keys: HashSet<String>,
) -> Result<HashSet<String>> {
    let rows: Vec<String> = search_key::table
        .filter(search_key::forum_id.eq(forum_id))
        .filter(search_key::kind.eq(kind))
        .filter(search_key::key.eq_any(keys))
        .select(search_key::key)
        .distinct()
        .load(c)?;
    Ok(rows.into_iter().collect())
}
