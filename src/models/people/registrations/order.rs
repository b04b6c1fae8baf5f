//! Lists by time or by name, a page at a time.
//!
//! Pages go on from where the last one ended (a key and an id, both in an index) and never count
//! rows to skip, so that the thousandth page costs what the first does.

use diesel::prelude::*;

use super::filter::{Boxed, Filter, filtered};
use crate::clock::Moment;
use crate::db::schema::registration;
use crate::db::{Connection, Result};
use crate::models::people::registration::Registration;
use crate::names;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Sort {
    #[default]
    Newest,
    Oldest,
    Name,
    /// Only to page back through a list by name.
    NameBackwards,
}

impl Sort {
    /// The same list from its other end.
    pub(crate) fn backwards(self) -> Sort {
        match self {
            Sort::Newest => Sort::Oldest,
            Sort::Oldest => Sort::Newest,
            Sort::Name => Sort::NameBackwards,
            Sort::NameBackwards => Sort::Name,
        }
    }
}

/// Where a page ended: the sort key and the id of its last row.
#[derive(Debug, Clone)]
pub(crate) struct After {
    pub time: Option<Moment>,
    pub name: Option<String>,
    pub id: i64,
}

/// One page, and whether more follow is seen by asking for one row more than is shown.
pub(crate) fn page(
    c: &mut Connection,
    forum_id: i64,
    filter: &Filter,
    sort: Sort,
    after: Option<&After>,
    most: i64,
) -> Result<Vec<Registration>> {
    let query = filtered(forum_id, filter);
    let query = match sort {
        Sort::Newest => newest_first(query, after),
        Sort::Oldest => oldest_first(query, after),
        Sort::Name => by_name(query, after),
        Sort::NameBackwards => by_name_backwards(query, after),
    };
    query.limit(most).select(Registration::as_select()).load(c)
}

/// The key by which the page after this row goes on.
pub(crate) fn after(registration: &Registration, sort: Sort) -> After {
    After {
        time: matches!(sort, Sort::Newest | Sort::Oldest).then_some(registration.registered_at),
        name: matches!(sort, Sort::Name | Sort::NameBackwards)
            .then(|| names::sort_key(&registration.name)),
        id: registration.id,
    }
}

fn newest_first<'a>(query: Boxed<'a>, after: Option<&After>) -> Boxed<'a> {
    let query = query.order((registration::registered_at.desc(), registration::id.desc()));
    match after.and_then(|after| after.time.map(|time| (time, after.id))) {
        None => query,
        Some((time, id)) => query.filter(registration::registered_at.le(time)).filter(
            registration::registered_at
                .lt(time)
                .or(registration::id.lt(id)),
        ),
    }
}

fn oldest_first<'a>(query: Boxed<'a>, after: Option<&After>) -> Boxed<'a> {
    let query = query.order((registration::registered_at, registration::id));
    match after.and_then(|after| after.time.map(|time| (time, after.id))) {
        None => query,
        Some((time, id)) => query.filter(registration::registered_at.ge(time)).filter(
            registration::registered_at
                .gt(time)
                .or(registration::id.gt(id)),
        ),
    }
}

fn by_name<'a>(query: Boxed<'a>, after: Option<&After>) -> Boxed<'a> {
    let query = query.order((registration::sort_key, registration::id));
    match after.and_then(|after| after.name.clone().map(|name| (name, after.id))) {
        None => query,
        Some((name, id)) => query
            .filter(registration::sort_key.ge(name.clone()))
            .filter(registration::sort_key.gt(name).or(registration::id.gt(id))),
    }
}

fn by_name_backwards<'a>(query: Boxed<'a>, after: Option<&After>) -> Boxed<'a> {
    let query = query.order((registration::sort_key.desc(), registration::id.desc()));
    match after.and_then(|after| after.name.clone().map(|name| (name, after.id))) {
        None => query,
        Some((name, id)) => query
            .filter(registration::sort_key.le(name.clone()))
            .filter(registration::sort_key.lt(name).or(registration::id.lt(id))),
    }
}
