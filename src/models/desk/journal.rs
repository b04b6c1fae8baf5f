//! Every fact of a forum in the database's order, one line each, with the hash of the one before: what the figures can
//! be counted from again by whoever has it, and what nobody can change unseen.
//!
//! Facts are noted by the tables themselves, with what made them so (migration `journal`), and wait in `fact`; scans are
//! read where they stand. A worker seals both, once a second: no scan waits for the line before it.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::clock::{self, Moment};
use crate::db::schema::{fact, journal, journal_head, journal_mark, scan};
use crate::db::{self, Connection, Mark, Result};
use crate::models::doors::verdict::Verdict;
use crate::models::places::way::Direction;

/// Facts sealed in one transaction.
const TOGETHER: i64 = 5_000;
/// The kind of what was so before there was a journal.
const CARRIED_OVER: &str = "carried_over";
/// What stands before the first line.
const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Seals what waits; `true` when more does.
pub(crate) fn seal(c: &mut Connection) -> Result<bool> {
    let before = hold(c)?;
    let mut waiting = facts(c)?;
    let is_full = waiting.len() as i64 == TOGETHER;
    // What was before there was a journal comes first, the scans of that time among it.
    if is_full && waiting.iter().all(|one| one.kind == CARRIED_OVER) {
        append(c, waiting)?;
        return Ok(true);
    }
    // After the facts, so that no fact is about a scan that cannot be seen.
    let now = Mark::now(c)?;
    let scans = scans(c, before, &now, &waiting)?;
    let said_later = said_later(c, &waiting, &scans)?;
    let scans = (1..).zip(scans).map(|(place, row)| {
        let row = match said_later.get(&(row.forum_id, row.id.clone())) {
            Some(later) => row.before(later),
            None => row,
        };
        Waiting::from((place, row))
    });
    waiting.extend(scans.collect::<Vec<_>>());
    waiting.sort_by_key(|one| (one.written, one.place));
    append(c, waiting)?;
    diesel::update(journal_mark::table)
        .set(journal_mark::mark.eq(now.to_string()))
        .execute(c)?;
    Ok(is_full)
}

/// Whether there is anything to seal.
pub(crate) fn waits(c: &mut Connection) -> Result<bool> {
    let fact: Option<i64> = fact::table.select(fact::id).first(c).optional()?;
    if fact.is_some() {
        return Ok(true);
    }
    let mark: Option<String> = journal_mark::table.select(journal_mark::mark).first(c)?;
    let Some(mark) = mark.as_deref().and_then(Mark::parse) else {
        return Ok(true);
    };
    let missed = scan::table.filter(mark.missed(scan::written));
    diesel::select(exists(missed)).get_result(c)
}

/// The lines of a forum after the first `n`, at most `most`.
pub(crate) fn lines(c: &mut Connection, forum_id: i64, n: i64, most: i64) -> Result<Vec<String>> {
    journal::table
        .filter(journal::forum_id.eq(forum_id))
        .filter(journal::n.gt(n))
        .order(journal::n)
        .limit(most)
        .select(journal::line)
        .load(c)
}

/// One program seals at a time. The mark of the last one; none where nothing is known of it.
fn hold(c: &mut Connection) -> Result<Option<Mark>> {
    let mark: Option<String> = diesel::update(journal_mark::table)
        .set(journal_mark::mark.eq(journal_mark::mark))
        .returning(journal_mark::mark)
        .get_result(c)?;
    Ok(mark.as_deref().and_then(Mark::parse))
}

/// Something that is to become a line.
struct Waiting {
    forum_id: i64,
    at: Moment,
    kind: String,
    body: Map<String, Value>,
    about: About,
    written: i64,
    /// Among what one transaction wrote.
    place: (bool, i64),
}

impl Waiting {
    fn own_scan(&self) -> Option<(i64, &str)> {
        match &self.about {
            About::Own(scan_id) => Some((self.forum_id, scan_id)),
            _ => None,
        }
    }
}

/// The scan a line is about.
enum About {
    None,
    /// This line is the scan's own.
    Own(String),
    Other(String),
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = fact)]
struct FactRow {
    id: i64,
    forum_id: i64,
    at: Moment,
    kind: String,
    scan_id: Option<String>,
    body: String,
    written: i64,
}

/// What the tables noted, and takes it from there.
fn facts(c: &mut Connection) -> Result<Vec<Waiting>> {
    let rows: Vec<FactRow> = fact::table
        .order(fact::id)
        .limit(TOGETHER)
        .select(FactRow::as_select())
        .load(c)?;
    let Some(last) = rows.last().map(|row| row.id) else {
        return Ok(Vec::new());
    };
    // On PostgreSQL a smaller one may have come meanwhile: it waits for the next time.
    let sealed: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let before_last = fact::table.filter(fact::id.le(last));
    for some in sealed.chunks(500) {
        diesel::delete(before_last.filter(fact::id.eq_any(some.to_vec()))).execute(c)?;
    }
    rows.into_iter().map(Waiting::try_from).collect()
}

impl TryFrom<FactRow> for Waiting {
    type Error = diesel::result::Error;

    fn try_from(row: FactRow) -> Result<Waiting> {
        let body = serde_json::from_str(&row.body).map_err(|error| {
            let cause = format!("fact {} cannot be read: {error}", row.id);
            diesel::result::Error::DeserializationError(cause.into())
        })?;
        let about = match (row.kind.as_str(), row.scan_id) {
            (_, None) => About::None,
            (CARRIED_OVER, Some(id)) => About::Own(id),
            (_, Some(id)) => About::Other(id),
        };
        Ok(Waiting {
            forum_id: row.forum_id,
            at: row.at,
            kind: row.kind,
            body,
            about,
            written: row.written,
            place: (false, row.id),
        })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = scan)]
struct ScanRow {
    forum_id: i64,
    id: String,
    checkpoint_id: i64,
    device_id: i64,
    registration_id: Option<i64>,
    direction: Direction,
    scanned_at: Moment,
    received_at: Moment,
    happened_at: Moment,
    told: Option<Verdict>,
    verdict: Verdict,
    written: i64,
}

/// The scans that one mark could not see and the other can; where nothing is known of before, those without a line.
fn scans(
    c: &mut Connection,
    before: Option<Mark>,
    now: &Mark,
    facts: &[Waiting],
) -> Result<Vec<ScanRow>> {
    let seen = scan::table
        .filter(now.saw(scan::written))
        .order((scan::written, scan::happened_at, scan::id))
        .select(ScanRow::as_select());
    let rows: Vec<ScanRow> = match before.filter(|before| before.is_before(now)) {
        Some(before) => seen.filter(before.missed(scan::written)).load(c)?,
        None => {
            let own = journal::table
                .filter(journal::forum_id.eq(scan::forum_id))
                .filter(journal::scan_id.eq(scan::id.nullable()));
            seen.filter(not(exists(own))).load(c)?
        }
    };
    let carried: HashSet<(i64, &str)> = facts.iter().filter_map(Waiting::own_scan).collect();
    let is_new = |row: &ScanRow| !carried.contains(&(row.forum_id, row.id.as_str()));
    Ok(rows.into_iter().filter(is_new).collect())
}

/// What a device said of a scan after it was answered: a line of its own.
#[derive(Default)]
struct SaidLater {
    /// When the scan was thought to have happened until then.
    was: Option<Moment>,
}

impl ScanRow {
    /// As it was answered.
    fn before(self, later: &SaidLater) -> ScanRow {
        ScanRow {
            told: None,
            happened_at: later.was.unwrap_or(self.happened_at),
            ..self
        }
    }
}

/// Of these scans, what was said later: sealed with them or, where it was noted only just now, the next time.
fn said_later(
    c: &mut Connection,
    facts: &[Waiting],
    scans: &[ScanRow],
) -> Result<HashMap<(i64, String), SaidLater>> {
    let mut said: HashMap<(i64, String), SaidLater> = HashMap::new();
    let mut note = |fact: &Waiting| {
        if let About::Other(scan_id) = &fact.about
            && ["told", "placed"].contains(&fact.kind.as_str())
        {
            let later = said.entry((fact.forum_id, scan_id.clone())).or_default();
            let was = fact.body.get("was").and_then(Value::as_str);
            later.was = later.was.or(was.and_then(clock::parse_rfc3339));
        }
    };
    facts.iter().for_each(&mut note);
    for some in scans.chunks(500) {
        let ids = some.iter().map(|row| row.id.as_str());
        let rows: Vec<FactRow> = fact::table
            .filter(fact::scan_id.eq_any(ids.collect::<Vec<_>>()))
            .select(FactRow::as_select())
            .load(c)?;
        for row in rows {
            note(&Waiting::try_from(row)?);
        }
    }
    Ok(said)
}

impl From<(i64, ScanRow)> for Waiting {
    fn from((place, row): (i64, ScanRow)) -> Waiting {
        let body = json!({
            "checkpoint": row.checkpoint_id,
            "device": row.device_id,
            "direction": row.direction,
            "happened_at": written(row.happened_at),
            "person": row.registration_id,
            "taken_at": written(row.scanned_at),
            "told": row.told,
            "verdict": row.verdict,
        });
        let Value::Object(body) = body else {
            unreachable!("it is written as an object just above")
        };
        Waiting {
            forum_id: row.forum_id,
            at: row.received_at,
            kind: "scan".to_owned(),
            body,
            about: About::Own(row.id),
            written: row.written,
            place: (true, place),
        }
    }
}

/// Whether an id is a UUID, as every id is that is taken today. Those of older versions may be words.
fn is_uuid(scan_id: &str) -> bool {
    uuid::Uuid::try_parse(scan_id).is_ok_and(|uuid| uuid.hyphenated().to_string() == scan_id)
}

/// Whole milliseconds always: one moment is written in one way.
fn written(moment: Moment) -> String {
    clock::rfc3339_in_milliseconds(moment)
}

/// The last line of a forum's journal.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = journal_head)]
struct Head {
    forum_id: i64,
    n: i64,
    hash: String,
}

/// The end of a forum's journal, and the lines to be added there.
struct Chain {
    n: i64,
    hash: String,
    lines: Vec<[db::Value; 4]>,
    /// The lines of scans that are added now.
    scans: HashMap<String, i64>,
}

fn append(c: &mut Connection, waiting: Vec<Waiting>) -> Result<()> {
    let mut chains: HashMap<i64, Chain> = HashMap::new();
    for one in waiting {
        let chain = match chains.entry(one.forum_id) {
            Entry::Occupied(begun) => begun.into_mut(),
            Entry::Vacant(new) => new.insert(Chain::of(c, one.forum_id)?),
        };
        chain.add(c, one)?;
    }
    for (forum_id, chain) in chains {
        chain.write(c, forum_id)?;
    }
    Ok(())
}

impl Chain {
    fn of(c: &mut Connection, forum_id: i64) -> Result<Chain> {
        let head: Option<(i64, String)> = journal_head::table
            .find(forum_id)
            .select((journal_head::n, journal_head::hash))
            .first(c)
            .optional()?;
        let (n, hash) = head.unwrap_or_else(|| (0, NOTHING.to_owned()));
        Ok(Chain {
            n,
            hash,
            lines: Vec::new(),
            scans: HashMap::new(),
        })
    }

    fn add(&mut self, c: &mut Connection, one: Waiting) -> Result<()> {
        let mut line = one.body;
        let own = match one.about {
            About::None => None,
            About::Own(scan_id) => {
                // Of two scans in one millisecond the ids say which comes first.
                if is_uuid(&scan_id) {
                    line.insert("id".to_owned(), scan_id.as_str().into());
                }
                Some(scan_id)
            }
            About::Other(scan_id) => {
                let n = self.line_of(c, one.forum_id, &scan_id)?;
                line.insert("scan".to_owned(), n.into());
                None
            }
        };
        self.n += 1;
        line.insert("at".to_owned(), written(one.at).into());
        line.insert("kind".to_owned(), one.kind.into());
        line.insert("n".to_owned(), self.n.into());
        line.insert("prev".to_owned(), std::mem::take(&mut self.hash).into());
        // Keys in order, nothing between them, whole numbers and ASCII alone: canonical after RFC 8785.
        let line = Value::Object(line).to_string();
        self.hash = data_encoding::HEXLOWER.encode(&Sha256::digest(line.as_bytes()));
        if let Some(scan_id) = &own {
            self.scans.insert(scan_id.clone(), self.n);
        }
        self.lines
            .push([one.forum_id.into(), self.n.into(), own.into(), line.into()]);
        Ok(())
    }

    /// The line of a scan that another is about.
    fn line_of(&self, c: &mut Connection, forum_id: i64, scan_id: &str) -> Result<Option<i64>> {
        if let Some(n) = self.scans.get(scan_id) {
            return Ok(Some(*n));
        }
        journal::table
            .filter(journal::forum_id.eq(forum_id))
            .filter(journal::scan_id.eq(scan_id))
            .select(journal::n)
            .first(c)
            .optional()
    }

    fn write(self, c: &mut Connection, forum_id: i64) -> Result<()> {
        db::insert_rows(
            c,
            "journal",
            ["forum_id", "n", "scan_id", "line"],
            self.lines,
        )?;
        let head = Head {
            forum_id,
            n: self.n,
            hash: self.hash,
        };
        let moved = diesel::update(journal_head::table.find(forum_id))
            .set(&head)
            .execute(c)?;
        if moved == 0 {
            diesel::insert_into(journal_head::table)
                .values(&head)
                .execute(c)?;
        }
        Ok(())
    }
}
