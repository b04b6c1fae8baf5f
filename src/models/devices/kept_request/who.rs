//! Of whom a kept scan or act is, where that is known.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::{act, badge, kept_request, registration, scan};
use crate::db::{Connection, Result};
use crate::models::devices::kept_request::{KeptRequest, Kind};
use crate::values::Code;

/// Somebody, as the desk's list names them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(crate) struct Who {
    pub name: String,
    /// Public id; none where they are not registered (yet).
    pub registration: Option<String>,
}

/// Of each of these, by its row's id: by badge, by registration, by the scan that is to be undone, or by what a
/// walk-in's form says.
pub(crate) fn who(
    c: &mut Connection,
    forum_id: i64,
    all: &[KeptRequest],
) -> Result<HashMap<i64, Who>> {
    let known = Known::load(c, forum_id, all)?;
    let named = |kept: &KeptRequest| Some((kept.id, known.of(kept)?));
    Ok(all.iter().filter_map(named).collect())
}

/// What is pointed at: badges by code, people by public id, walk-ins by their form's id, scans by theirs.
struct Known {
    badges: HashMap<String, Who>,
    people: HashMap<String, Who>,
    walk_ins: HashMap<String, Who>,
    forms: HashMap<String, Who>,
    scans: HashMap<String, Who>,
}

impl Known {
    fn load(c: &mut Connection, forum_id: i64, all: &[KeptRequest]) -> Result<Known> {
        let said = |field: &str| -> Vec<String> {
            all.iter().filter_map(|kept| kept.said(field)).collect()
        };
        let codes = all.iter().filter_map(code).collect();
        let ids = said("registration");
        Ok(Known {
            badges: badges(c, forum_id, codes)?,
            people: people(c, forum_id, ids.clone())?,
            walk_ins: walk_ins(c, forum_id, ids.clone())?,
            forms: forms(c, forum_id, ids)?,
            scans: scans(c, forum_id, said("scan"))?,
        })
    }

    fn of(&self, kept: &KeptRequest) -> Option<Who> {
        if let Some(code) = code(kept) {
            return self.badges.get(&code).cloned();
        }
        if let Some(id) = kept.said("registration") {
            let found = self.people.get(&id).or_else(|| self.walk_ins.get(&id));
            return found.or_else(|| self.forms.get(&id)).cloned();
        }
        if let Some(id) = kept.said("scan") {
            return self.scans.get(&id).cloned();
        }
        typed(kept)
    }
}

fn code(kept: &KeptRequest) -> Option<String> {
    let code = Code::parse(&kept.said("code")?)?;
    Some(code.as_str().to_string())
}

/// The name a walk-in's form says.
fn typed(kept: &KeptRequest) -> Option<Who> {
    Some(Who {
        name: kept.said("name")?,
        registration: None,
    })
}

type Row = (String, String, String);

fn by_key(rows: Vec<Row>) -> HashMap<String, Who> {
    let who = |(key, name, registration): Row| {
        let registration = Some(registration);
        (key, Who { name, registration })
    };
    rows.into_iter().map(who).collect()
}

fn badges(c: &mut Connection, forum_id: i64, codes: Vec<String>) -> Result<HashMap<String, Who>> {
    let rows: Vec<Row> = badge::table
        .inner_join(registration::table)
        .filter(badge::forum_id.eq(forum_id))
        .filter(badge::code.eq_any(codes))
        .select((badge::code, registration::name, registration::public_id))
        .load(c)?;
    Ok(by_key(rows))
}

fn people(c: &mut Connection, forum_id: i64, ids: Vec<String>) -> Result<HashMap<String, Who>> {
    let rows: Vec<Row> = registration::table
        .filter(registration::forum_id.eq(forum_id))
        .filter(registration::public_id.eq_any(ids))
        .select((
            registration::public_id,
            registration::name,
            registration::public_id,
        ))
        .load(c)?;
    Ok(by_key(rows))
}

fn walk_ins(c: &mut Connection, forum_id: i64, ids: Vec<String>) -> Result<HashMap<String, Who>> {
    let rows: Vec<Row> = act::table
        .inner_join(registration::table)
        .filter(act::forum_id.eq(forum_id))
        .filter(act::id.eq_any(ids))
        .select((act::id, registration::name, registration::public_id))
        .load(c)?;
    Ok(by_key(rows))
}

/// Forms that could not be entered themselves.
fn forms(c: &mut Connection, forum_id: i64, ids: Vec<String>) -> Result<HashMap<String, Who>> {
    let kept: Vec<KeptRequest> = kept_request::table
        .filter(kept_request::forum_id.eq(forum_id))
        .filter(kept_request::kind.eq(Kind::Act))
        .filter(kept_request::sent_id.eq_any(ids))
        .select(KeptRequest::as_select())
        .load(c)?;
    let named = |kept: KeptRequest| Some((kept.sent_id.clone(), typed(&kept)?));
    Ok(kept.into_iter().filter_map(named).collect())
}

fn scans(c: &mut Connection, forum_id: i64, ids: Vec<String>) -> Result<HashMap<String, Who>> {
    let rows: Vec<Row> = scan::table
        .inner_join(registration::table)
        .filter(scan::forum_id.eq(forum_id))
        .filter(scan::id.eq_any(ids))
        .select((scan::id, registration::name, registration::public_id))
        .load(c)?;
    Ok(by_key(rows))
}
