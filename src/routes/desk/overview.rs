pub(crate) mod conflicts;
pub(crate) mod figures;
pub(crate) mod hall_bounds;
pub(crate) mod notes;

use actix_web::HttpResponse;
use askama::Template;
use serde::Serialize;

use super::doors::device_signs::SILENT;
use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::desk::trouble::Trouble;
use crate::desk::words::{CategoryName, When};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::checkpoint::zone_of;
use crate::i18n::{self, Texts};
use crate::models::desk::account::Role;
use crate::models::devices::{device_status, door_request, kept_request};
use crate::models::doors::bounds::{self, Bounds};
use crate::models::doors::conflict;
use crate::models::doors::scan::rehearsal::{self, Rehearsal};
use crate::models::forum::Forum;
use crate::models::forum::context::ForumContext;
use crate::models::mail::message;
use crate::models::people::counters::{self, Counters, CountryCount};
use crate::models::people::standing::State;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::returned::unreachable;
use crate::pages::{self, Frame};
use crate::values::Language;

/// Countries on the overview; the rest has a page of its own.
const FIRST_COUNTRIES: usize = 8;

/// `GET /{lang}/desk/{forum}`: the figures, and what waits for somebody.
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Overview).await?;
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let forum = at.whole.forum.clone();
    let (counters, countries, waits, rehearsals) = at
        .app
        .db
        .read(move |c| {
            let counters = Counted::now(c, &forum, now)?;
            let countries = counters::by_country(c, forum_id, now)?;
            let waits = Waits {
                undelivered: message::count_undelivered(c, forum_id)?,
                held: message::count_held(c, forum_id)?
                    .into_iter()
                    .map(|(_, count)| count)
                    .sum(),
                unreachable: unreachable::count(c, forum_id)?,
                conflicts: conflict::count_open(c, forum_id)?,
                notes: door_request::count_open_notes(c, forum_id)?,
                kept: kept_request::count_open(c, forum_id)?,
                silent: device_status::silent_with_scans(c, forum_id, now - SILENT, now)?,
            };
            let rehearsals = rehearsal::running_of_forum(c, forum_id, now)?;
            Ok((counters, countries, waits, rehearsals))
        })
        .await?;
    let lang = at.asked.lang;
    pages::ok(&Overview {
        figures: Figures::of(&counters, countries.len(), &at.whole, at.t),
        sees_people: at.role >= Role::Viewer,
        todo: todo(&counters.all, &waits, &at),
        trouble: Trouble::now(&at.app, &at.whole, lang),
        rehearsals: rehearsals
            .iter()
            .map(|(one, door)| Rehearsing::of(one, door, &at))
            .collect(),
        categories: categories(&at.whole, lang),
        more_countries: countries.len() > FIRST_COUNTRIES,
        countries: rows(&countries[..countries.len().min(FIRST_COUNTRIES)], lang),
        desk: at.bar(),
        page: at.tab_frame(),
        address: at.address(""),
        list: at.address("/registrations"),
    })
}

/// `GET /{lang}/desk/{forum}/live`: the figures alone, for the script that keeps them up to date.
pub(crate) async fn live(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Overview).await?;
    let (forum, now) = (at.whole.forum.clone(), at.asked.now);
    let counters = at.app.db.read(move |c| Counted::now(c, &forum, now));
    Ok(HttpResponse::Ok().json(Live::of(&counters.await?, &at.whole, at.t)))
}

/// `GET /{lang}/desk/{forum}/countries`: who is there, country by country.
pub(crate) async fn countries(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at_least(Tab::Overview, Role::Viewer).await?;
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let countries = at
        .app
        .db
        .read(move |c| counters::by_country(c, forum_id, now))
        .await?;
    let present = countries
        .iter()
        .filter(|country| country.inside > 0)
        .count();
    pages::ok(&Countries {
        summary: at
            .t
            .desk_overview_countries_summary(present, countries.len()),
        countries: rows(&countries, at.asked.lang),
        list: at.address("/registrations"),
        desk: at.bar(),
        page: at.frame(at.t.desk_overview_countries()),
    })
}

#[derive(Template)]
#[template(path = "desk/overview/overview.html")]
struct Overview {
    page: Frame,
    desk: Bar,
    figures: Figures,
    /// Whether the figures lead to lists.
    sees_people: bool,
    todo: Vec<(String, String)>,
    trouble: Option<Trouble>,
    rehearsals: Vec<Rehearsing>,
    categories: Vec<CategoryRow>,
    countries: Vec<CountryRow>,
    more_countries: bool,
    address: String,
    list: String,
}

#[derive(Template)]
#[template(path = "desk/overview/countries.html")]
struct Countries {
    page: Frame,
    desk: Bar,
    summary: String,
    countries: Vec<CountryRow>,
    list: String,
}

/// The figures, and what the hall's does not know yet.
struct Counted {
    all: Counters,
    bounds: Option<Bounds>,
}

impl Counted {
    fn now(c: &mut Connection, forum: &Forum, now: Moment) -> db::Result<Counted> {
        let all = counters::of_forum(c, forum.id, now)?;
        Ok(Counted {
            bounds: bounds::of_hall(c, forum, &all, now)?,
            all,
        })
    }
}

/// The four figures, each with a line below it, in the words of the language.
struct Figures {
    live: Live,
    countries_more: String,
}

/// The names are those of `data-live` in the page.
#[derive(Serialize)]
struct Live {
    registered: String,
    registered_more: String,
    confirmed: String,
    confirmed_more: String,
    hall: String,
    hall_more: String,
    /// Between which numbers it lies, and why that is all that is known; empty where it is exact.
    hall_bounds: String,
    hall_doubts: String,
    countries: String,
}

struct CategoryRow {
    category: CategoryName,
    slug: String,
    taken: i32,
    quota: Option<i32>,
}

struct CountryRow {
    code: String,
    name: String,
    registered: String,
    confirmed: String,
    inside: String,
    anybody_inside: bool,
}

/// A door where nothing counts for the time being.
struct Rehearsing {
    door: String,
    until: When,
    /// Of the rehearsal's own page, for who may see that.
    address: Option<String>,
}

impl Rehearsing {
    fn of(rehearsal: &Rehearsal, door: &Checkpoint, at: &AtForum) -> Rehearsing {
        let (whole, lang) = (&at.whole, at.asked.lang);
        let page = format!("/checkpoints/{}/rehearsal", door.id);
        let zone = zone_of(door.site_id, whole);
        Rehearsing {
            door: whole.checkpoint_name(door, lang).to_string(),
            until: When::of(rehearsal.ends_at(door), zone, lang),
            address: (at.role >= Tab::Checkpoints.least()).then(|| at.address(&page)),
        }
    }
}

impl Figures {
    fn of(counted: &Counted, countries: usize, whole: &ForumContext, t: Texts) -> Figures {
        Figures {
            live: Live::of(counted, whole, t),
            countries_more: t.desk_overview_of_countries(countries),
        }
    }
}

impl Live {
    fn of(counted: &Counted, whole: &ForumContext, t: Texts) -> Live {
        let number = |amount: i64| i18n::number(t.language(), amount);
        let counters = &counted.all;
        let bounds = counted.bounds.as_ref();
        Live {
            registered: number(counters.registered),
            registered_more: t.desk_overview_undecided(counters.of(State::Pending)),
            confirmed: number(counters.of(State::Confirmed)),
            confirmed_more: match whole.forum.capacity {
                Some(capacity) => t.desk_overview_of_places(capacity),
                None => t.desk_overview_no_limit().to_string(),
            },
            hall: number(counters.in_the_hall),
            hall_more: t.desk_overview_came(counters.came),
            hall_bounds: bounds.map_or_else(String::new, |bounds| hall_bounds::between(bounds, t)),
            hall_doubts: bounds.map_or_else(String::new, |bounds| {
                hall_bounds::why(bounds, whole.forum.zone(), t)
            }),
            countries: number(counters.countries_present),
        }
    }
}

/// What waits beside the registrations.
struct Waits {
    undelivered: i64,
    /// Messages that the desk is to let go.
    held: i64,
    unreachable: i64,
    conflicts: i64,
    notes: i64,
    /// What doors took and could not be entered.
    kept: i64,
    /// Names of devices that hold scans back and are not heard of.
    silent: Vec<String>,
}

/// What waits for somebody: a sentence and where it leads.
fn todo(counters: &Counters, waits: &Waits, desk: &AtForum) -> Vec<(String, String)> {
    let t = desk.t;
    let at = |path: &str| desk.address(&format!("/{path}"));
    let (pending, waiting) = (counters.of(State::Pending), counters.of(State::Waitlisted));
    let all = [
        (
            pending,
            t.desk_overview_todo_pending(pending),
            at("registrations?state=pending&sort=oldest"),
        ),
        (
            waits.silent.len() as i64,
            t.desk_overview_todo_silent(i18n::listed(t.language(), &waits.silent)),
            at("devices"),
        ),
        (
            waits.notes,
            t.desk_overview_todo_notes(waits.notes),
            at("notes"),
        ),
        (waits.kept, t.desk_kept_todo(waits.kept), at("not-entered")),
        (
            waits.conflicts,
            t.desk_overview_todo_conflicts(waits.conflicts),
            at("conflicts"),
        ),
        (waits.held, t.mail_held_todo(waits.held), at("messages")),
        (
            waits.undelivered,
            t.desk_overview_todo_messages(waits.undelivered),
            at("messages?state=undelivered"),
        ),
        (
            waits.unreachable,
            t.delivery_todo_unreachable(waits.unreachable),
            at("unreachable"),
        ),
        (
            waiting,
            t.desk_overview_todo_waiting(waiting),
            at("registrations?state=waitlisted&sort=oldest"),
        ),
    ];
    all.into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(_, sentence, address)| (sentence, address))
        .collect()
}

fn categories(whole: &ForumContext, lang: Language) -> Vec<CategoryRow> {
    whole
        .categories
        .iter()
        .map(|category| CategoryRow {
            category: CategoryName::of(category.id, whole, lang),
            slug: category.slug.clone(),
            taken: category.taken,
            quota: category.quota,
        })
        .collect()
}

fn rows(countries: &[CountryCount], lang: Language) -> Vec<CountryRow> {
    countries
        .iter()
        .map(|count| CountryRow {
            name: i18n::country_name(lang, &count.country).to_string(),
            code: count.country.clone(),
            registered: i18n::number(lang, count.registered),
            confirmed: i18n::number(lang, count.confirmed),
            inside: i18n::number(lang, count.inside),
            anybody_inside: count.inside > 0,
        })
        .collect()
}
