//! Who would get a mailing if it were sent now, counted.

use std::collections::BTreeMap;

use crate::clock::Moment;
use crate::db::{Connection, Result};
use crate::desk::whom::shown;
use crate::desk::words::state_word;
use crate::forms::list_query::ListQuery;
use crate::i18n::{Texts, listed};
use crate::mailings::mailing::About;
use crate::models::forum::context::ForumContext;
use crate::models::people::registrations::{self, Filter};
use crate::models::people::standing::State;
use crate::values::Language;

pub(super) struct Readers {
    pub people: i64,
    /// Who fits as well and wants no news.
    pub unsubscribed: i64,
    /// Who fits as well and called a mail of ours spam.
    pub complained: i64,
    by: BTreeMap<(Language, State), i64>,
}

impl Readers {
    pub(super) fn count(
        c: &mut Connection,
        whole: &ForumContext,
        whom: &ListQuery,
        about: About,
        now: Moment,
    ) -> Result<Readers> {
        let filter = self::filter(c, whole, whom, about, now)?;
        let who_want_news = Filter {
            uncomplaining: false,
            ..filter.clone()
        };
        let everybody = Filter {
            subscribed: false,
            ..who_want_news.clone()
        };
        let forum_id = whole.forum.id;
        let by = registrations::count_by_language_and_state(c, forum_id, &filter)?;
        let people = by.values().sum();
        let wanted = registrations::count(c, forum_id, &who_want_news)?;
        let unsubscribed = match about {
            About::News => registrations::count(c, forum_id, &everybody)? - wanted,
            About::Registration => 0,
        };
        Ok(Readers {
            people,
            unsubscribed,
            complained: wanted - people,
            by,
        })
    }

    /// How many read which language, those too in whose language nothing is written.
    pub(super) fn languages(&self, written: &[Language], t: Texts) -> Vec<String> {
        let mut counts: BTreeMap<Language, i64> = BTreeMap::new();
        for ((language, _), people) in &self.by {
            *counts.entry(*language).or_default() += people;
        }
        let first = written.first().copied().unwrap_or(Language::En);
        counts
            .into_iter()
            .map(|(language, people)| {
                let name = language.autonym();
                match written.is_empty() || written.contains(&language) {
                    true => t.mailing_readers(name, people),
                    false => t.mailing_readers_too(name, people, first.autonym()),
                }
            })
            .collect()
    }

    /// How they stand, where they do not all stand alike.
    pub(super) fn states(&self, t: Texts) -> Option<String> {
        let mut counts: BTreeMap<State, i64> = BTreeMap::new();
        for ((_, state), people) in &self.by {
            *counts.entry(*state).or_default() += people;
        }
        let parts: Vec<String> = counts
            .iter()
            .map(|(state, people)| t.mailing_readers(state_word(*state, t), *people))
            .collect();
        (parts.len() > 1).then(|| t.mailing_states(listed(t.language(), &parts)))
    }
}

/// The list a mailing is for, each person once, without those who called a mail of ours spam, and without those who want no news if it
/// is news.
pub(super) fn filter(
    c: &mut Connection,
    whole: &ForumContext,
    whom: &ListQuery,
    about: About,
    now: Moment,
) -> Result<Filter> {
    Ok(Filter {
        subscribed: about == About::News,
        uncomplaining: true,
        by_person: true,
        ..shown(c, whole, whom, now)?
    })
}
