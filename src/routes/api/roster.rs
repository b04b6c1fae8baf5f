use actix_web::http::StatusCode;
use actix_web::http::header::ContentType;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::answer::{Delegate, Latin};
use super::caller::Caller;
use crate::app::App;
use crate::error::Error;
use crate::models::doors::roster::{self, Cursor, Entry, ListedBadge, Named, Names, Roster, Rule};
use crate::models::doors::scan::{Reason, rehearsal};
use crate::models::doors::verdict::Verdict;
use crate::models::forum;
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Ways;
use crate::pages::json_error;
use crate::values::{Code, LastingId, seal};
use crate::{clock, names};

#[derive(Deserialize)]
pub(crate) struct Asked {
    since: Option<String>,
}

/// `GET /api/door/roster?since=`: what a device needs to know of people, and nothing that it does not.
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let since = asked.since.as_deref().filter(|since| !since.is_empty());
    let since = match since.map(read_cursor) {
        Some(None) => {
            let sentence = "The cursor in since is not one that a roster gave.";
            return Ok(json_error(StatusCode::UNPROCESSABLE_ENTITY, sentence));
        }
        Some(cursor) => cursor,
        None => None,
    };
    let forum_id = caller.device.forum_id;
    let now = clock::now();
    let turn = app.rosters.acquire().await.map_err(Error::broken)?;
    let (roster, is_strict, rules, rehearsals, names) = app
        .db
        .read(move |c| {
            let is_strict = forum::by_id(c, forum_id)?.strict_doors;
            // A list of the other kind is given anew.
            let since = since.filter(|since| since.is_strict == is_strict);
            let since = since.and_then(|since| since.cursor);
            let roster = roster::roster(c, forum_id, since)?;
            let rehearsals = rehearsal::listed(c, &caller.checkpoints, now)?;
            let rules = roster::rules(c, caller.checkpoints)?;
            let names = roster::names(c, forum_id)?;
            Ok((roster, is_strict, rules, rehearsals, names))
        })
        .await?;
    // Hashing and folding two thousand people is nothing for a worker of the web: it would answer nobody meanwhile.
    let answer = web::block(move || {
        let answer = Answer::of(roster, is_strict, rules, rehearsals, names);
        serde_json::to_vec(&answer)
    });
    let answer = answer
        .await
        .map_err(Error::broken)?
        .map_err(Error::broken)?;
    drop(turn);
    Ok(HttpResponse::Ok()
        .content_type(ContentType::json())
        .body(answer))
}

/// What a device gives back.
#[derive(Clone, Copy)]
struct Since {
    /// None: of an older version, whose cursors were times.
    cursor: Option<Cursor>,
    /// Of a sealed list.
    is_strict: bool,
}

/// Devices keep it and give it back; it means nothing to them.
fn write_cursor(cursor: Cursor, is_strict: bool) -> String {
    let kind = if is_strict { "-strict" } else { "" };
    format!("{}-{}-{:x}{kind}", cursor.turn, cursor.id, cursor.mark)
}

fn read_cursor(text: &str) -> Option<Since> {
    let bare = text.strip_suffix("-strict");
    let mut parts = bare.unwrap_or(text).splitn(3, '-');
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<i64>().ok());
    let (turn, id) = (number(parts.next())?, number(parts.next())?);
    let cursor = match parts.next() {
        Some(mark) => Some(Cursor {
            turn,
            id,
            mark: i64::from_str_radix(mark, 16).ok()?,
        }),
        None => None,
    };
    Some(Since {
        cursor,
        is_strict: bare.is_some(),
    })
}

#[derive(Serialize)]
struct Answer {
    /// It begins anew: what the device had of people is to be dropped.
    whole: bool,
    cursor: Option<String>,
    /// There are more people: ask at once with the cursor.
    more: bool,
    people: Vec<Listed>,
    checkpoints: Vec<RosterCheckpoint>,
    rehearsals: Vec<Rehearsal>,
    /// Of the whole forum: what people and rules refer to.
    categories: Vec<Category>,
    sites: Vec<Site>,
}

impl Answer {
    fn of(
        roster: Roster,
        is_strict: bool,
        rules: Vec<Rule>,
        rehearsals: Vec<rehearsal::Listed>,
        names: Names,
    ) -> Answer {
        Answer {
            whole: roster.whole,
            cursor: roster.cursor.map(|cursor| write_cursor(cursor, is_strict)),
            more: roster.more,
            people: roster
                .people
                .into_iter()
                .map(|entry| match is_strict {
                    true => Listed::sealed(entry),
                    false => Listed::from(entry),
                })
                .collect(),
            checkpoints: rules.into_iter().map(RosterCheckpoint::from).collect(),
            rehearsals: rehearsals.into_iter().map(Rehearsal::from).collect(),
            categories: names.categories.into_iter().map(Category::from).collect(),
            sites: names.sites.into_iter().map(Site::from).collect(),
        }
    }
}

#[derive(Serialize)]
struct Category {
    id: String,
    category: String,
}

impl From<Named> for Category {
    fn from(named: Named) -> Category {
        Category {
            id: LastingId::Category(named.id).to_string(),
            category: named.slug,
        }
    }
}

#[derive(Serialize)]
struct Site {
    id: String,
    site: String,
}

impl From<Named> for Site {
    fn from(named: Named) -> Site {
        Site {
            id: LastingId::Site(named.id).to_string(),
            site: named.slug,
        }
    }
}

/// A person on the device's list; of one who will not come, only that.
#[derive(Serialize)]
struct Listed {
    registration: String,
    state: State,
    badges: Vec<Badge>,
    #[serde(flatten)]
    who: Option<Who>,
}

#[derive(Serialize)]
struct Who {
    name: String,
    native_name: Option<String>,
    #[serde(flatten)]
    latin: Latin,
    organisation: Option<String>,
    country: String,
    /// Short names, for reading; what the door goes by are the ids.
    category: String,
    sites: Vec<String>,
    category_id: String,
    site_ids: Vec<String>,
    /// Both names as searching reads them, and the organisation's: the device folds only what is typed.
    folded: String,
    folded_organisation: Option<String>,
}

#[derive(Serialize)]
struct Badge {
    /// SHA-256 of the 26 characters of the code, in hexadecimal.
    code_sha256: String,
    /// What tells a code that is typed in part; not where the forum's doors are strict.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    revoked: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    revoked_at: Option<String>,
    /// What the list says of the person, sealed with this badge's code: where the forum's doors are strict.
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
}

impl From<Entry> for Listed {
    fn from(entry: Entry) -> Listed {
        Listed {
            registration: entry.person.registration.clone(),
            state: entry.person.state,
            badges: entry.badges.iter().map(Badge::from).collect(),
            who: entry.is_expected().then(|| Who::from(entry)),
        }
    }
}

impl Listed {
    /// Nothing of the person in clear: each badge opens what it needs.
    fn sealed(entry: Entry) -> Listed {
        let badges: Vec<(Badge, Code)> = entry
            .badges
            .iter()
            .map(|badge| (Badge::from(badge), badge.code.clone()))
            .collect();
        let mut listed = Listed::from(entry);
        let who = listed.who.take();
        let who = who.and_then(|who| serde_json::to_vec(&who).ok());
        let sealed = |(badge, code)| Badge {
            start: None,
            sealed: who.as_deref().map(|who| seal(&code, who)),
            ..badge
        };
        listed.badges = badges.into_iter().map(sealed).collect();
        listed
    }
}

impl From<Entry> for Who {
    fn from(entry: Entry) -> Who {
        let person = entry.person;
        Who {
            latin: Latin::of(&person),
            folded: names::fold_both(&person.name, person.native_name.as_deref()),
            folded_organisation: person.organisation.as_deref().map(names::fold),
            name: person.name,
            native_name: person.native_name,
            organisation: person.organisation,
            country: person.country,
            category: person.category,
            category_id: LastingId::Category(entry.category_id).to_string(),
            site_ids: site_ids(&entry.sites),
            sites: slugs(entry.sites),
        }
    }
}

fn slugs(named: Vec<Named>) -> Vec<String> {
    named.into_iter().map(|named| named.slug).collect()
}

fn site_ids(sites: &[Named]) -> Vec<String> {
    let id = |site: &Named| LastingId::Site(site.id).to_string();
    sites.iter().map(id).collect()
}

impl From<&ListedBadge> for Badge {
    fn from(badge: &ListedBadge) -> Badge {
        Badge {
            code_sha256: badge.hash(),
            start: Some(badge.code.start()),
            revoked: badge.revoked_at.is_some(),
            revoked_at: badge.revoked_at.map(clock::rfc3339),
            sealed: None,
        }
    }
}

/// A checkpoint the device serves, and whom it lets pass when.
#[derive(Serialize)]
struct RosterCheckpoint {
    id: String,
    checkpoint: String,
    site: Option<String>,
    site_id: Option<String>,
    direction: Ways,
    opens_at: Option<String>,
    closes_at: Option<String>,
    capacity: Option<i32>,
    /// None named: every category passes.
    categories: Vec<String>,
    category_ids: Vec<String>,
}

impl From<Rule> for RosterCheckpoint {
    fn from(rule: Rule) -> RosterCheckpoint {
        let checkpoint = rule.checkpoint;
        let category_id = |named: &Named| LastingId::Category(named.id).to_string();
        RosterCheckpoint {
            id: checkpoint.lasting_id().to_string(),
            site_id: checkpoint.site_id.map(|id| LastingId::Site(id).to_string()),
            category_ids: rule.categories.iter().map(category_id).collect(),
            checkpoint: checkpoint.slug,
            site: rule.site,
            direction: checkpoint.direction,
            opens_at: checkpoint.opens_at.map(clock::rfc3339),
            closes_at: checkpoint.closes_at.map(clock::rfc3339),
            capacity: checkpoint.capacity,
            categories: slugs(rule.categories),
        }
    }
}

/// A rehearsal that runs: what is scanned there until its end counts nowhere.
#[derive(Serialize)]
struct Rehearsal {
    checkpoint: String,
    checkpoint_id: String,
    starts_at: String,
    ends_at: String,
    badges: Vec<TestBadge>,
}

#[derive(Serialize)]
struct TestBadge {
    code_sha256: String,
    start: Option<String>,
    verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    delegate: Delegate,
}

impl From<rehearsal::Listed> for Rehearsal {
    fn from(listed: rehearsal::Listed) -> Rehearsal {
        Rehearsal {
            checkpoint: listed.checkpoint,
            checkpoint_id: LastingId::Checkpoint(listed.rehearsal.checkpoint_id).to_string(),
            starts_at: clock::rfc3339(listed.rehearsal.started_at),
            ends_at: clock::rfc3339(listed.ends_at),
            badges: listed.badges.iter().map(TestBadge::from).collect(),
        }
    }
}

impl From<&rehearsal::TestBadge> for TestBadge {
    fn from(badge: &rehearsal::TestBadge) -> TestBadge {
        TestBadge {
            code_sha256: badge.hash(),
            start: badge.code().map(|code| code.start()),
            verdict: badge.verdict,
            reason: badge.reason(),
            delegate: Delegate::from(badge.person()),
        }
    }
}
