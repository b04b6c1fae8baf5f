//! The people a list is of.

use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::desk::words::state_word;
use crate::forms::list_query::{LIVE, ListQuery};
use crate::i18n::Texts;
use crate::models::forum::context::ForumContext;
use crate::models::people::registrations::Filter;
use crate::models::people::standing::State;
use crate::models::people::{counters, search};

/// The people a list shows, all its pages together: what is exported of it.
pub(crate) fn shown(
    c: &mut Connection,
    whole: &ForumContext,
    query: &ListQuery,
    now: Moment,
) -> db::Result<Filter> {
    let forum_id = whole.forum.id;
    let inside_at = counters::checkpoints_at(c, forum_id, &query.at, now)?;
    let mut filter = query.filter(whole, inside_at);
    if !query.q.trim().is_empty() {
        let found = search::search(c, forum_id, &query.q, &filter, MOST_FOUND)?;
        filter.among = Some(found.iter().map(|person| person.id).collect());
    }
    Ok(filter)
}

/// Value and name of each state, and of all but the withdrawn.
pub(crate) fn states(t: Texts) -> Vec<(&'static str, &'static str)> {
    let of = |state: State| (state.as_str(), state_word(state, t));
    std::iter::once((LIVE, t.desk_people_live()))
        .chain(State::ALL.iter().copied().map(of))
        .collect()
}

/// A search shows its best at once and has no second page.
pub(crate) const MOST_FOUND: usize = 100;
