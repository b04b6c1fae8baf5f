//! The desk's list of papers.

use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use crate::db::schema::{document, registration};
use crate::db::{Connection, Result};
use crate::models::people::document::{Document, Kind};
use crate::models::people::paper::State;

/// Which papers are wanted.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub forum_id: i64,
    pub kind: Kind,
    pub state: Option<State>,
    /// Folded.
    pub consulate: Option<String>,
    /// Id of the paper that the page before ended with.
    pub before: Option<i64>,
    pub most: i64,
}

/// A paper and whose it is.
#[derive(Debug, Clone, Queryable)]
pub(crate) struct Listed {
    pub document: Document,
    pub name: String,
    /// Public id.
    pub person: String,
}

/// The newest first.
pub(crate) fn listed(c: &mut Connection, wanted: &Wanted) -> Result<Vec<Listed>> {
    let mut query = document::table
        .inner_join(registration::table)
        .filter(document::forum_id.eq(wanted.forum_id))
        .filter(document::kind.eq(wanted.kind))
        .order(document::id.desc())
        .limit(wanted.most)
        .select((
            Document::as_select(),
            registration::name,
            registration::public_id,
        ))
        .into_boxed();
    if let Some(state) = wanted.state {
        query = query.filter(document::state.eq(state));
    }
    if let Some(consulate) = &wanted.consulate {
        query = query.filter(document::consulate_folded.eq(consulate.clone()));
    }
    if let Some(before) = wanted.before {
        query = query.filter(document::id.lt(before));
    }
    query.load(c)
}

/// A place where letters are to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Consulate {
    pub name: String,
    pub folded: String,
    pub requested: i64,
    pub issued: i64,
}

/// How many letters wait and are valid for each place, those with most first.
pub(crate) fn consulates(c: &mut Connection, forum_id: i64) -> Result<Vec<Consulate>> {
    let rows: Vec<(Option<String>, Option<String>, State, i64)> = document::table
        .filter(document::forum_id.eq(forum_id))
        .filter(document::kind.eq(Kind::Letter))
        .filter(document::consulate_folded.is_not_null())
        .group_by((document::consulate_folded, document::state))
        .select((
            document::consulate_folded,
            max(document::consulate),
            document::state,
            count_star(),
        ))
        .load(c)?;
    let mut all: Vec<Consulate> = Vec::new();
    for (folded, name, state, count) in rows {
        let (folded, name) = (folded.unwrap_or_default(), name.unwrap_or_default());
        let place = all.iter().position(|one| one.folded == folded);
        let place = place.unwrap_or_else(|| {
            all.push(Consulate {
                name,
                folded,
                requested: 0,
                issued: 0,
            });
            all.len() - 1
        });
        match state {
            State::Requested => all[place].requested = count,
            State::Issued => all[place].issued = count,
            State::Refused | State::Withdrawn => {}
        }
    }
    all.retain(|one| one.requested + one.issued > 0);
    all.sort_by(|a, b| {
        let of = |one: &Consulate| one.requested + one.issued;
        of(b).cmp(&of(a)).then_with(|| a.name.cmp(&b.name))
    });
    Ok(all)
}
