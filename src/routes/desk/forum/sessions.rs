use actix_web::HttpResponse;
use askama::Template;
use chrono_tz::Tz;

use super::moved::Moved;
use crate::clock;
use crate::db::{self, Connection};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, session as form};
use crate::i18n::{self, Texts, dates};
use crate::models::doors::scan::rehearsal;
use crate::models::forum_text::{self, Owner, Version};
use crate::models::people::timetable;
use crate::models::places::session::{self, Session, door};
use crate::pages::{self, Frame};
use crate::routes::desk::editor::{Part, Place};
use crate::routes::desk::forum::{outside, sites};
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/sessions`: the programme, in the time of each site.
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sessions).await?;
    let forum_id = at.forum_id();
    let inside = at.app.db.read(move |c| door::inside(c, forum_id)).await?;
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

impl Part for Session {
    const PATH: &'static str = "/sessions";
    const TAB: Tab = Tab::Sessions;

    type Settings = (session::Settings, Vec<Version>);

    async fn find(at: &AtForum, id: i64) -> Result<Option<Session>, Error> {
        let mut all = at.whole.sessions.iter();
        Ok(all.find(|session| session.id == id).cloned())
    }

    async fn blank(at: &AtForum) -> Result<Typed, Error> {
        Ok(form::blank(&at.whole))
    }

    fn form(&self, at: &AtForum) -> Typed {
        form::of(self, &at.whole)
    }

    fn parse(at: &AtForum, form: &Typed, errors: &mut FieldErrors) -> Option<Self::Settings> {
        form::parse(form, &at.whole, at.t, errors)
    }

    fn save(
        c: &mut Connection,
        place: &Place,
        was: Option<&Session>,
        (settings, texts): &Self::Settings,
    ) -> db::Result<bool> {
        let Place { forum_id, now } = *place;
        rehearsal::heed_hours(c, forum_id, now)?;
        timetable::moving(c, forum_id, now, |c| {
            let saved = match was {
                None => Some(session::create(c, forum_id, settings)?),
                Some(was) => session::update(c, forum_id, was.id, settings)?.then_some(was.id),
            };
            match saved {
                Some(id) => forum_text::set_all(c, forum_id, Owner::Session(id), texts),
                None => Ok(()),
            }
        })?;
        rehearsal::heed_hours(c, forum_id, now)?;
        Ok(true)
    }

    fn delete(&self, c: &mut Connection, place: &Place) -> db::Result<bool> {
        let Place { forum_id, now } = *place;
        timetable::moving(c, forum_id, now, |c| session::delete(c, forum_id, self.id))?;
        Ok(true)
    }

    fn title(at: &AtForum, session: Option<&Session>) -> String {
        match session {
            None => at.t.desk_sessions_add().to_owned(),
            Some(session) => title(session, at).to_owned(),
        }
    }

    fn fields<'a>(at: &'a AtForum, form: &'a Typed, errors: &'a FieldErrors) -> impl Template + 'a {
        Fields {
            t: at.t,
            form,
            errors,
            languages: at.whole.forum.languages(),
            sites: sites::choices(at),
        }
    }
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
pub(crate) fn dated_title(session: &Session, at: &AtForum) -> String {
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
struct Fields<'a> {
    t: Texts,
    form: &'a Typed,
    errors: &'a FieldErrors,
    languages: Vec<Language>,
    /// Id, name and zone.
    sites: Vec<(String, String, String)>,
}
