//! Which registrations a list holds.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::db::schema::{
    checkpoint, complaint, presence, registration, registration_site, unsubscribed,
};
use crate::models::people::registrations;
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Kind;
use crate::values::Language;

/// Which registrations of a forum.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub state: Option<State>,
    /// All but the withdrawn.
    pub live: bool,
    pub category_id: Option<i64>,
    pub country: Option<String>,
    pub site_id: Option<i64>,
    /// Only who is inside at one of these checkpoints.
    pub inside_at: Option<Vec<i64>>,
    /// Only who was let in somewhere, or only who never was.
    pub came: Option<bool>,
    /// Without those who want no news of the forum.
    pub subscribed: bool,
    /// Without those who called a mail of ours spam.
    pub uncomplaining: bool,
    /// Only those who read mail in it.
    pub language: Option<Language>,
    /// Only those whose last e-mail reached nobody.
    pub unreachable: bool,
    /// Of one person no more than one: who came again has not left, and who left twice has left once.
    pub by_person: bool,
    /// Only these: what a search found.
    pub among: Option<Vec<i64>>,
}

impl Filter {
    /// The states that it takes.
    pub fn states(&self) -> Vec<State> {
        State::ALL
            .iter()
            .copied()
            .filter(|state| self.state.is_none_or(|wanted| wanted == *state))
            .filter(|state| !self.live || *state != State::Withdrawn)
            .collect()
    }
}

pub(crate) type Boxed<'a> = registration::BoxedQuery<'a, crate::db::Backend>;

pub(crate) fn filtered<'a>(forum_id: i64, filter: &Filter) -> Boxed<'a> {
    let mut query = registration::table.into_boxed();
    query = match &filter.among {
        None => query.filter(registration::forum_id.eq(forum_id)),
        // A range, lest SQLite walk through the forum's whole index instead of going to these few.
        Some(ids) => query
            .filter(registration::id.eq_any(ids.clone()))
            .filter(registration::forum_id.between(forum_id, forum_id)),
    };
    if let Some(state) = filter.state {
        query = query.filter(registration::state.eq(state));
    }
    if filter.live {
        query = query.filter(registration::state.ne(State::Withdrawn));
    }
    if filter.unreachable {
        query = registrations::among(query);
    }
    if let Some(category_id) = filter.category_id {
        query = query.filter(registration::category_id.eq(category_id));
    }
    if let Some(country) = &filter.country {
        query = query.filter(registration::country.eq(country.clone()));
    }
    if let Some(site_id) = filter.site_id {
        let there = registration_site::table
            .filter(registration_site::site_id.eq(site_id))
            .select(registration_site::registration_id);
        query = query.filter(registration::id.eq_any(there));
    }
    if let Some(checkpoints) = &filter.inside_at {
        let inside = presence::table
            .filter(presence::checkpoint_id.eq_any(checkpoints.clone()))
            .filter(presence::inside.eq(true))
            .select(presence::registration_id);
        query = query.filter(registration::id.eq_any(inside));
    }
    if let Some(came) = filter.came {
        let doors = checkpoint::table
            .filter(checkpoint::forum_id.eq(forum_id))
            .filter(checkpoint::kind.eq_any(Kind::OF_THE_HALL))
            .select(checkpoint::id);
        let there = presence::table
            .filter(presence::checkpoint_id.eq_any(doors))
            .filter(presence::first_at.is_not_null())
            .select(presence::registration_id);
        query = match came {
            true => query.filter(registration::id.eq_any(there)),
            false => query.filter(registration::id.ne_all(there)),
        };
    }
    if let Some(language) = filter.language {
        query = query.filter(registration::language.eq(language));
    }
    if filter.subscribed {
        let left = unsubscribed::table
            .filter(unsubscribed::forum_id.eq(forum_id))
            .select(unsubscribed::email_folded.nullable());
        query = query.filter(registration::email_folded.ne_all(left));
    }
    if filter.by_person {
        query = query.filter(last_of_person(forum_id));
    }
    if filter.uncomplaining {
        let complained = complaint::table.select(complaint::email_folded.nullable());
        query = query.filter(registration::email_folded.ne_all(complained));
    }
    query
}

/// Two who are registered under one key are two people; of those who left, the last counts, unless they came again.
fn last_of_person(forum_id: i64) -> SqlLiteral<Bool> {
    sql(&format!(
        "(registration.state <> 'withdrawn' OR (
            registration.id IN (SELECT MAX(id) FROM registration
                WHERE forum_id = {forum_id} AND state = 'withdrawn' GROUP BY person_key)
            AND NOT EXISTS (SELECT 1 FROM registration AS again WHERE again.forum_id = {forum_id}
                AND again.person_key = registration.person_key AND NOT again.gone)))"
    ))
}
