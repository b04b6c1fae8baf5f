use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;
use chrono_tz::Tz;

use super::moved::Moved;
use super::notices::Said;
use super::{AtForum, Bar, Edit, ForForum, Tab, outside};
use crate::clock;
use crate::error::Error;
use crate::forms::session as form;
use crate::forms::{FieldErrors, Typed};
use crate::i18n::{self, dates};
use crate::models::forum_text::{self, Owner};
use crate::models::rehearsal;
use crate::models::session::{self, Session};
use crate::models::session_door;
use crate::models::timetable;
use crate::pages::{self, Frame};
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/sessions`: the programme, in the time of each site.
pub async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sessions).await?;
    let forum_id = at.forum_id();
    let inside = at
        .app
        .db
        .read(move |c| session_door::inside(c, forum_id))
        .await?;
    pages::ok(&ListPage {
        has_doors: !inside.is_empty(),
        moved: Moved::of(&at).await?,
        outside: outside::sentences(&at).await?,
        page: at.tab_frame(),
        desk: at.bar(),
        add: at.address("/sessions/new"),
        rows: at
            .whole
            .sessions
            .iter()
            .map(|one| Row::of(one, inside.get(&one.id), &at))
            .collect(),
    })
}

/// `GET /{lang}/desk/{forum}/sessions/new`
pub async fn new(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sessions).await?;
    let form = form::blank(&at.whole);
    page(&at, None, form, FieldErrors::default(), StatusCode::OK)
}

/// `GET /{lang}/desk/{forum}/sessions/{id}`
pub async fn edit(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sessions).await?;
    let session = of(&at)?;
    let form = form::of(session, &at.whole);
    page(
        &at,
        Some(session),
        form,
        FieldErrors::default(),
        StatusCode::OK,
    )
}

/// `POST /{lang}/desk/{forum}/sessions/new`
pub async fn create(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    save(request.at(Tab::Sessions).await?, body, |_| Ok(None)).await
}

/// `POST /{lang}/desk/{forum}/sessions/{id}`
pub async fn update(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    save(request.at(Tab::Sessions).await?, body, |at| {
        of(at).map(Some)
    })
    .await
}

/// `POST /{lang}/desk/{forum}/sessions/{id}/delete`
pub async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sessions).await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), of(&at)?.id, at.asked.now);
    at.write(move |c| timetable::moving(c, forum_id, now, |c| session::delete(c, forum_id, id)))
        .await?;
    Ok(at.done("/sessions", Said::Deleted))
}

fn of(at: &AtForum) -> Result<&Session, Error> {
    let id = at.id()?;
    let session = at.whole.sessions.iter().find(|session| session.id == id);
    session.ok_or(Error::NotFound)
}

async fn save(
    at: AtForum,
    body: Bytes,
    which: impl FnOnce(&AtForum) -> Result<Option<&Session>, Error>,
) -> Result<HttpResponse, Error> {
    let form = at.read(&body)?;
    let session = which(&at)?;
    let mut errors = FieldErrors::default();
    let Some((settings, texts)) = form::parse(&form, &at.whole, at.t, &mut errors) else {
        return page(&at, session, form, errors, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (forum_id, id) = (at.forum_id(), session.map(|session| session.id));
    let now = at.asked.now;
    let change = move |c: &mut _| {
        let saved = match id {
            None => Some(session::create(c, forum_id, &settings)?),
            Some(id) => session::update(c, forum_id, id, &settings)?.then_some(id),
        };
        match saved {
            Some(id) => forum_text::set_all(c, forum_id, Owner::Session(id), &texts),
            None => Ok(()),
        }
    };
    let drawn = session.map(|session| form::of(session, &at.whole));
    let saved = at
        .edit(&form, drawn.as_ref(), move |c| {
            rehearsal::heed_hours(c, forum_id, now)?;
            timetable::moving(c, forum_id, now, &change)?;
            rehearsal::heed_hours(c, forum_id, now).map(|()| true)
        })
        .await?;
    if saved == Edit::Meanwhile {
        return page(&at, session, form, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    Ok(at.saved("/sessions", drawn.as_ref(), &form))
}

#[derive(Template)]
#[template(path = "desk/forum/sessions.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    add: String,
    /// Whether any session has one.
    has_doors: bool,
    moved: Option<Moved>,
    outside: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    address: String,
    title: String,
    day: String,
    times: String,
    site: String,
    /// How many are inside, where the session has a door.
    inside: Option<String>,
}

impl Row {
    fn of(session: &Session, inside: Option<&i64>, at: &AtForum) -> Row {
        let lang = at.asked.lang;
        let site = at
            .whole
            .sites
            .iter()
            .find(|site| site.id == session.site_id);
        let zone = zone(session, at);
        let starts = clock::in_zone(zone, session.starts_at);
        let ends = clock::in_zone(zone, session.ends_at);
        Row {
            address: at.address(&format!("/sessions/{}", session.id)),
            title: title(session, at).to_string(),
            day: dates::day_heading(lang, starts.date()),
            times: match starts.date() == ends.date() {
                true => dates::time_range(lang, starts.time(), ends.time()),
                false => format!(
                    "{} – {}",
                    dates::time(lang, starts.time()),
                    dates::day_time(lang, ends)
                ),
            },
            site: site
                .map_or("", |site| at.whole.site_name(site, lang))
                .to_string(),
            inside: inside.map(|count| i18n::number(lang, count)),
        }
    }
}

/// Title and beginning: a name may come twice in a programme.
pub(super) fn dated_title(session: &Session, at: &AtForum) -> String {
    let starts = clock::in_zone(zone(session, at), session.starts_at);
    let starts = dates::day_time(at.asked.lang, starts);
    format!("{} · {starts}", title(session, at))
}

fn zone(session: &Session, at: &AtForum) -> Tz {
    let mut sites = at.whole.sites.iter();
    let site = sites.find(|site| site.id == session.site_id);
    site.map_or_else(|| at.whole.forum.zone(), |site| site.zone())
}

fn title<'a>(session: &Session, at: &'a AtForum) -> &'a str {
    at.whole
        .text(Owner::Session(session.id), "title", at.asked.lang)
}

#[derive(Template)]
#[template(path = "desk/forum/session.html")]
struct EditPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    languages: Vec<Language>,
    /// Id, name and zone.
    sites: Vec<(String, String, String)>,
    back: String,
    delete: Option<String>,
}

fn page(
    at: &AtForum,
    session: Option<&Session>,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let heading = match session {
        None => at.t.desk_sessions_add(),
        Some(session) => title(session, at),
    };
    let page = EditPage {
        page: at.frame(heading),
        desk: at.bar(),
        languages: at.whole.forum.languages(),
        sites: at
            .whole
            .sites
            .iter()
            .map(|site| {
                let name = at.whole.site_name(site, at.asked.lang).to_string();
                (site.id.to_string(), name, site.zone.clone())
            })
            .collect(),
        back: at.address("/sessions"),
        delete: session.map(|one| at.address(&format!("/sessions/{}/delete", one.id))),
        form,
        errors,
    };
    pages::page(status, &page)
}
