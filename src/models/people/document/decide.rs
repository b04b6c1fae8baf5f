//! How a paper is asked for, issued, refused and withdrawn. Each runs in one transaction.

use chrono::NaiveDate;
use diesel::dsl::max;
use diesel::prelude::*;

use super::attendance::attended_by;
use crate::clock::Moment;
use crate::db::schema::document;
use crate::db::{Connection, Result};
use crate::models::forum::context::ForumContext;
use crate::models::forum::{self, forum_image};
use crate::models::people::document::{
    Document, Frozen, Kind, Passport, attended, by_id, is_over, latest, rule,
};
use crate::models::people::event::{self, Actor, By, What};
use crate::models::people::paper::State;
use crate::models::people::registration::{self, Registration};
use crate::models::places::way::Way;
use crate::names;
use crate::values::{Code, Language, LatinName};

/// What a person asks for.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub passport: Passport,
    /// Of the letter, beside the host's.
    pub language: Language,
    /// Whether it is issued without the desk.
    pub at_once: bool,
}

/// What became of it.
#[derive(Debug, Clone)]
pub(crate) enum Requested {
    Waiting,
    Issued(Registration),
    /// One waits or is valid already.
    Already,
    /// Only who is confirmed has letters.
    NotConfirmed,
}

pub(crate) fn request(
    c: &mut Connection,
    whole: &ForumContext,
    registration_id: i64,
    request: &Request,
    now: Moment,
) -> Result<Requested> {
    let person = registration::locked(c, registration_id)?;
    if person.state != crate::models::people::standing::State::Confirmed {
        return Ok(Requested::NotConfirmed);
    }
    let live = latest(c, registration_id, Kind::Letter)?.map(|last| last.state);
    if matches!(live, Some(State::Requested | State::Issued)) {
        return Ok(Requested::Already);
    }
    let id = insert(c, &person, Kind::Letter, request.language, now)?;
    keep_passport(c, id, &request.passport)?;
    record(
        c,
        registration_id,
        Actor::Delegate,
        What::LetterRequested,
        None,
        now,
    )?;
    if !request.at_once {
        return Ok(Requested::Waiting);
    }
    let frozen = letter(c, whole, &person, request.language, &request.passport.name)?;
    issue(c, id, &person, &frozen, (Actor::System, now))?;
    Ok(Requested::Issued(person))
}

/// The desk says yes. `None`: it waits no longer, or its person is not confirmed any more.
pub(crate) fn approve(
    c: &mut Connection,
    whole: &ForumContext,
    id: i64,
    actor: Actor,
    now: Moment,
) -> Result<Option<Registration>> {
    let Some((before, person)) = held(c, whole, id)? else {
        return Ok(None);
    };
    let confirmed = person.state == crate::models::people::standing::State::Confirmed;
    let (State::Requested, Some(passport), true) = (before.state, before.passport(), confirmed)
    else {
        return Ok(None);
    };
    let frozen = letter(c, whole, &person, before.language, &passport.name)?;
    issue(c, id, &person, &frozen, (actor, now))?;
    issued(c, whole, id, person)
}

/// The same data under a new number and code, the forum's as it is now; the paper before is void.
pub(crate) fn reissue(
    c: &mut Connection,
    whole: &ForumContext,
    id: i64,
    actor: Actor,
    now: Moment,
) -> Result<Option<Registration>> {
    let Some((before, person)) = held(c, whole, id)? else {
        return Ok(None);
    };
    let (Kind::Letter, State::Issued, Some(passport)) =
        (before.kind, before.state, before.passport())
    else {
        return Ok(None);
    };
    settle(c, id, State::Withdrawn, None, actor, now)?;
    let language = before.language;
    let new = insert(c, &person, Kind::Letter, language, now)?;
    keep_passport(c, new, &passport)?;
    let frozen = letter(c, whole, &person, language, &passport.name)?;
    issue(c, new, &person, &frozen, (actor, now))?;
    issued(c, whole, new, person)
}

/// The desk says no; `None` when it waits no longer.
pub(crate) fn refuse(
    c: &mut Connection,
    whole: &ForumContext,
    id: i64,
    words: Option<&str>,
    actor: Actor,
    now: Moment,
) -> Result<Option<Registration>> {
    let Some((before, person)) = held(c, whole, id)? else {
        return Ok(None);
    };
    if before.state != State::Requested {
        return Ok(None);
    }
    settle(c, id, State::Refused, words, actor, now)?;
    record(c, person.id, actor, What::LetterRefused, words, now)?;
    Ok(Some(person))
}

/// What was issued is void from now on; `None` when it is not valid anyway.
pub(crate) fn withdraw(
    c: &mut Connection,
    whole: &ForumContext,
    id: i64,
    words: Option<&str>,
    actor: Actor,
    now: Moment,
) -> Result<Option<(Document, Registration)>> {
    let Some((before, person)) = held(c, whole, id)? else {
        return Ok(None);
    };
    if before.state != State::Issued {
        return Ok(None);
    }
    settle(c, id, State::Withdrawn, words, actor, now)?;
    record(c, person.id, actor, What::LetterWithdrawn, words, now)?;
    Ok(Some((before, person)))
}

/// The certificate of a person who was there; issued when it is opened first, and the same ever after, unless the days
/// that stand on it are others meanwhile: then it is another. What the desk withdrew
/// stays withdrawn.
pub(crate) fn certify(
    c: &mut Connection,
    whole: &ForumContext,
    registration_id: i64,
    now: Moment,
) -> Result<Option<Document>> {
    let person = registration::locked(c, registration_id)?;
    let days = attended(c, &whole.forum, registration_id)?;
    let last = latest(c, registration_id, Kind::Certificate)?;
    match &last {
        Some(last) if last.state == State::Issued && last.attended() == days => {
            return Ok(Some(last.clone()));
        }
        Some(last) if last.was_withdrawn_by_the_desk() => {
            return Ok(None);
        }
        Some(last) if last.state == State::Issued => outdated(c, last, now)?,
        _ => {}
    }
    if days.is_empty() || person.state != crate::models::people::standing::State::Confirmed {
        return Ok(None);
    }
    let language = person.language;
    let id = insert(c, &person, Kind::Certificate, language, now)?;
    let frozen = certificate(c, whole, &person, language, days)?;
    issue(c, id, &person, &frozen, (Actor::System, now))?;
    by_id(c, person.forum_id, id)
}

/// A person's passages are others than they were: the certificate that says more than still is so is withdrawn. Where
/// none can be under way nothing is locked: a door does not wait for who registers.
pub(crate) fn review(c: &mut Connection, way: Way, now: Moment) -> Result<()> {
    let forum = forum::by_id(c, way.forum_id)?;
    let may_be_issued =
        rule::of_forum(c, forum.id)?.certificates && is_over(&forum.zone, forum.ends_on, now);
    if !may_be_issued && certificate_of(c, way.registration_id)?.is_none() {
        return Ok(());
    }
    registration::locked(c, way.registration_id)?;
    let Some(certificate) = certificate_of(c, way.registration_id)? else {
        return Ok(());
    };
    let days = attended(c, &forum, way.registration_id)?;
    match certificate.attended().iter().all(|day| days.contains(day)) {
        true => Ok(()),
        false => outdated(c, &certificate, now),
    }
}

/// The certificate that is valid.
fn certificate_of(c: &mut Connection, registration_id: i64) -> Result<Option<Document>> {
    let last = latest(c, registration_id, Kind::Certificate)?;
    Ok(last.filter(|last| last.state == State::Issued))
}

/// The same of everybody's, where a forum's days or what its doors mean were changed.
pub(crate) fn review_all(c: &mut Connection, forum_id: i64, now: Moment) -> Result<()> {
    let issued: Vec<Document> = document::table
        .filter(document::forum_id.eq(forum_id))
        .filter(document::kind.eq(Kind::Certificate))
        .filter(document::state.eq(State::Issued))
        .select(Document::as_select())
        .load(c)?;
    if issued.is_empty() {
        return Ok(());
    }
    let forum = forum::by_id(c, forum_id)?;
    let people: Vec<i64> = issued.iter().map(|one| one.registration_id).collect();
    let days = attended_by(c, &forum, &people)?;
    for certificate in issued {
        let still = days.get(&certificate.registration_id);
        let is_so = |day| still.is_some_and(|days| days.contains(day));
        if !certificate.attended().iter().all(is_so) {
            outdated(c, &certificate, now)?;
        }
    }
    Ok(())
}

fn outdated(c: &mut Connection, certificate: &Document, now: Moment) -> Result<()> {
    let (person, by) = (certificate.registration_id, Actor::System);
    settle(c, certificate.id, State::Withdrawn, None, by, now)?;
    record(c, person, by, What::LetterWithdrawn, None, now)
}

/// The paper and its person, with the forum's papers held until the transaction ends.
fn held(
    c: &mut Connection,
    whole: &ForumContext,
    id: i64,
) -> Result<Option<(Document, Registration)>> {
    let forum_id = whole.forum.id;
    let Some(found) = by_id(c, forum_id, id)? else {
        return Ok(None);
    };
    let person = registration::locked(c, found.registration_id)?;
    Ok(by_id(c, forum_id, id)?.map(|now| (now, person)))
}

fn issued(
    c: &mut Connection,
    whole: &ForumContext,
    id: i64,
    person: Registration,
) -> Result<Option<Registration>> {
    Ok(by_id(c, whole.forum.id, id)?.map(|_| person))
}

fn insert(
    c: &mut Connection,
    person: &Registration,
    kind: Kind,
    language: Language,
    now: Moment,
) -> Result<i64> {
    diesel::insert_into(document::table)
        .values((
            document::forum_id.eq(person.forum_id),
            document::registration_id.eq(person.id),
            document::kind.eq(kind),
            document::code.eq(Code::random().as_str()),
            document::state.eq(State::Requested),
            document::language.eq(language),
            document::requested_at.eq(now),
        ))
        .returning(document::id)
        .get_result(c)
}

fn keep_passport(c: &mut Connection, id: i64, passport: &Passport) -> Result<()> {
    let consulate = passport.consulate.as_deref();
    diesel::update(document::table.find(id))
        .set((
            document::passport.eq(serde_json::to_string(passport).ok()),
            document::consulate.eq(consulate),
            document::consulate_folded.eq(consulate.map(names::fold)),
        ))
        .execute(c)?;
    Ok(())
}

fn letter(
    c: &mut Connection,
    whole: &ForumContext,
    person: &Registration,
    language: Language,
    name: &str,
) -> Result<Frozen> {
    let sites = registration::sites(c, person.id)?;
    let images = forum_image::current(c, person.forum_id)?;
    Ok(Frozen::of(whole, person, language, &sites, &images, name))
}

fn certificate(
    c: &mut Connection,
    whole: &ForumContext,
    person: &Registration,
    language: Language,
    days: Vec<NaiveDate>,
) -> Result<Frozen> {
    Ok(Frozen {
        latin_name: latin_beneath(person),
        name: Some(person.name.clone()),
        attended: days,
        ..letter(c, whole, person, language, &person.name)?
    })
}

/// The Latin form that the person gave of a name in another script; no reading of ours goes on a paper.
fn latin_beneath(person: &Registration) -> Option<String> {
    let beneath = LatinName::beneath(&person.name, person.native_name.as_deref())?;
    (!beneath.is_ours).then_some(beneath.name)
}

/// Gives it the next number. The forum is held, so that no two have the same.
fn issue(
    c: &mut Connection,
    id: i64,
    person: &Registration,
    frozen: &Frozen,
    (actor, now): (Actor, Moment),
) -> Result<()> {
    let kind: Kind = document::table.find(id).select(document::kind).first(c)?;
    let last: Option<i32> = document::table
        .filter(document::forum_id.eq(person.forum_id))
        .filter(document::kind.eq(kind))
        .select(max(document::number))
        .first(c)?;
    let account_id = account_of(actor);
    diesel::update(document::table.find(id))
        .set((
            document::state.eq(State::Issued),
            document::number.eq(last.unwrap_or(0) + 1),
            document::frozen.eq(serde_json::to_string(frozen).ok()),
            document::issued_at.eq(now),
            document::decided_at.eq(now),
            document::account_id.eq(account_id),
        ))
        .execute(c)?;
    match kind {
        Kind::Letter => record(c, person.id, actor, What::LetterIssued, None, now),
        Kind::Certificate => Ok(()),
    }
}

fn settle(
    c: &mut Connection,
    id: i64,
    state: State,
    words: Option<&str>,
    actor: Actor,
    now: Moment,
) -> Result<()> {
    diesel::update(document::table.find(id))
        .set((
            document::state.eq(state),
            document::words.eq(words),
            document::decided_at.eq(now),
            document::account_id.eq(account_of(actor)),
        ))
        .execute(c)?;
    if state == State::Withdrawn {
        // What it was told for is void; who was refused may ask again and finds it in the form.
        diesel::update(document::table.find(id))
            .set(document::passport.eq(None::<String>))
            .execute(c)?;
    }
    Ok(())
}

fn account_of(actor: Actor) -> Option<i64> {
    match actor {
        Actor::Account(id) => Some(id),
        _ => None,
    }
}

fn record(
    c: &mut Connection,
    registration_id: i64,
    actor: Actor,
    what: What,
    words: Option<&str>,
    now: Moment,
) -> Result<()> {
    event::record(
        c,
        registration_id,
        By { actor, now },
        what,
        (None, None),
        words,
    )
}
