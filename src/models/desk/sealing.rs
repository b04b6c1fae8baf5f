//! What lies sealed in the tables, the mark of the key that opens it, and what becomes of it when that key is lost.

use diesel::prelude::*;

use crate::clock;
use crate::db::schema::registration;
use crate::db::{Connection, Database, Result};
use crate::models::desk::signing_key;
use crate::models::mail::message::{self, StoredMail};
use crate::models::people::registration::PageLink;
use crate::models::setting;
use crate::values::{SealingKey, Secret};

/// By which the database knows its key.
pub(crate) const KEY_MARK: &str = "key_mark";
/// Set while what was sealed may still stand in the open where the database keeps what was deleted.
const LEFT_OPEN: &str = "left_open";
/// How far mails are sealed: the last message's id, or that all are.
const MAILS_SEALED: &str = "mails_sealed";
const ALL: &str = "all";

/// Links of one transaction.
const LINKS_TOGETHER: i64 = 300;
/// Mails of one transaction, some 50 KB each.
const MAILS_TOGETHER: i64 = 30;

/// What became of people and mails whose key was lost.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Lost {
    pub links: usize,
    pub mails: usize,
}

/// The mark of the key with which the database is sealed: of the first that came.
pub(crate) fn mark_of(c: &mut Connection, key: &SealingKey) -> Result<String> {
    setting::keep_first(c, KEY_MARK, &key.mark())
}

/// Seals the links that stand in the open, before anybody is served: they are found by their hash alone.
pub(crate) fn seal_links(db: &Database, key: &SealingKey) -> Result<()> {
    let mut after = Some(0);
    while let Some(id) = after {
        let key = key.clone();
        after = db.write_now(move |c| seal_some_links(c, &key, id))?;
    }
    Ok(())
}

/// Takes what was sealed out of where the database keeps what was deleted, once, before anybody is served.
pub(crate) fn leave_nothing_open(db: &Database) -> Result<()> {
    if db.read_now(|c| setting::get(c, LEFT_OPEN))?.is_some() {
        db.write_anew()?;
        db.write_now(|c| setting::remove(c, LEFT_OPEN))?;
    }
    Ok(())
}

/// After this one; the last of them, none when there are no more.
fn seal_some_links(c: &mut Connection, key: &SealingKey, after: i64) -> Result<Option<i64>> {
    let open: Vec<(i64, String)> = registration::table
        .filter(registration::link_hash.is_null())
        .filter(registration::id.gt(after))
        .order(registration::id)
        .limit(LINKS_TOGETHER)
        .select((registration::id, registration::link))
        .load(c)?;
    for (id, link) in &open {
        // What is no link of ours opens no page; whoever it is gets one that does.
        let link = match Secret::parse(link) {
            Some(link) => PageLink::of(&link, key),
            None => PageLink::random(key),
        };
        set_link(c, *id, &link)?;
    }
    if !open.is_empty() {
        setting::set(c, LEFT_OPEN, "links")?;
    }
    Ok(open.last().map(|(id, _)| *id))
}

fn set_link(c: &mut Connection, id: i64, link: &PageLink) -> Result<()> {
    let (hash, sealed) = link.columns();
    diesel::update(registration::table.find(id))
        .set((
            registration::link_hash.eq(hash),
            registration::link.eq(sealed),
        ))
        .execute(c)?;
    Ok(())
}

/// Whether mails of an earlier version may stand in the open.
pub(crate) fn mails_stand_open(c: &mut Connection) -> Result<bool> {
    Ok(setting::get(c, MAILS_SEALED)?.as_deref() != Some(ALL))
}

/// Seals a few mails that stand in the open, beside all other work; `true` when there may be more.
pub(crate) fn seal_some_mails(c: &mut Connection, key: &SealingKey) -> Result<bool> {
    let done = setting::get(c, MAILS_SEALED)?.unwrap_or_default();
    if done == ALL {
        return Ok(false);
    }
    let mails = message::stored_after(c, done.parse().unwrap_or(0), MAILS_TOGETHER)?;
    for mail in mails.iter().filter(|mail| !mail.is_sealed()) {
        message::store(c, mail.id, &mail.sealed(key))?;
    }
    let last = mails.last().map(|mail| mail.id.to_string());
    setting::set(c, MAILS_SEALED, last.as_deref().unwrap_or(ALL))?;
    Ok(last.is_some())
}

/// Goes on with another key: whoever's link it does not open has a new one, and mails that wait and that it does not
/// open are given up, for the desk to see. The mark comes last, so that it can be begun again.
pub(crate) fn go_on_with(db: &Database, key: &SealingKey) -> Result<Lost> {
    let mut lost = Lost::default();
    let mut after = Some(0);
    while let Some(id) = after {
        let key = key.clone();
        let (last, links) = db.write_now(move |c| renew_some_links(c, &key, id))?;
        after = last;
        lost.links += links;
    }
    let mut after = Some(0);
    while let Some(id) = after {
        let key = key.clone();
        let (last, mails) = db.write_now(move |c| give_up_some_mails(c, &key, id))?;
        after = last;
        lost.mails += mails;
    }
    let key = key.clone();
    db.write_now(move |c| {
        signing_key::begin_anew(c, &key)?;
        setting::set(c, KEY_MARK, &key.mark())
    })?;
    Ok(lost)
}

fn renew_some_links(
    c: &mut Connection,
    key: &SealingKey,
    after: i64,
) -> Result<(Option<i64>, usize)> {
    let some: Vec<(i64, PageLink)> = registration::table
        .filter(registration::id.gt(after))
        .order(registration::id)
        .limit(LINKS_TOGETHER)
        .select((registration::id, PageLink::as_select()))
        .load(c)?;
    let mut renewed = 0;
    for (id, _) in some.iter().filter(|(_, link)| link.open(key).is_err()) {
        set_link(c, *id, &PageLink::random(key))?;
        renewed += 1;
    }
    Ok((some.last().map(|(id, _)| *id), renewed))
}

fn give_up_some_mails(
    c: &mut Connection,
    key: &SealingKey,
    after: i64,
) -> Result<(Option<i64>, usize)> {
    let some = message::waiting_after(c, after, MAILS_TOGETHER)?;
    let is_lost = |mail: &&StoredMail| mail.opened(key).is_none();
    let mut given_up = 0;
    for mail in some.iter().filter(is_lost) {
        message::failed(c, mail.id, message::KEY_LOST, clock::now())?;
        given_up += 1;
    }
    Ok((some.last().map(|mail| mail.id), given_up))
}
