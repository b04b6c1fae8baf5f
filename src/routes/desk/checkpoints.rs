use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use super::notices::Said;
use super::{AtForum, Bar, Edit, ForForum, Tab, outside, sessions};
use crate::clock::{self, Moment};
use crate::error::Error;
use crate::forms::checkpoint::{self as form, zone_of};
use crate::forms::{FieldErrors, Typed};
use crate::i18n::{self, Texts, dates};
use crate::models::checkpoint::{self, Checkpoint, Kind, Ways};
use crate::models::document;
use crate::models::forum_text::{self, Owner};
use crate::models::rehearsal;
use crate::models::renamed::{self, Part};
use crate::pages::{self, Frame};
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/checkpoints`
pub async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    let doors = Doors::of(&at).await?;
    pages::ok(&ListPage {
        outside: outside::sentences(&at).await?,
        page: at.tab_frame(),
        desk: at.bar(),
        add: at.address("/checkpoints/new"),
        rows: doors
            .all
            .iter()
            .map(|one| Row::of(one, &doors, &at))
            .collect(),
    })
}

/// `GET /{lang}/desk/{forum}/checkpoints/new`
pub async fn new(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    let doors = Doors::of(&at).await?;
    let form = form::blank(&doors.all, &at.whole);
    page(&at, None, form, FieldErrors::default(), StatusCode::OK)
}

/// `GET /{lang}/desk/{forum}/checkpoints/{id}`
pub async fn edit(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    let doors = Doors::of(&at).await?;
    let checkpoint = doors.find(at.id()?)?;
    let form = form::of(checkpoint, &doors.admits(checkpoint.id), &at.whole);
    let errors = FieldErrors::default();
    page(&at, Some(checkpoint), form, errors, StatusCode::OK)
}

/// `POST /{lang}/desk/{forum}/checkpoints/new`
pub async fn create(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    save(at, body, None).await
}

/// `POST /{lang}/desk/{forum}/checkpoints/{id}`
pub async fn update(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    let doors = Doors::of(&at).await?;
    let checkpoint = doors.find(at.id()?)?;
    let drawn = form::of(checkpoint, &doors.admits(checkpoint.id), &at.whole);
    save(at, body, Some((checkpoint, drawn))).await
}

/// `POST /{lang}/desk/{forum}/checkpoints/{id}/delete`
pub async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Checkpoints).await?;
    at.read(&body)?;
    let doors = Doors::of(&at).await?;
    let (forum_id, id) = (at.forum_id(), doors.find(at.id()?)?.id);
    let deleted = at
        .write(move |c| checkpoint::delete(c, forum_id, id))
        .await?;
    Ok(match deleted {
        true => at.done("/checkpoints", Said::Deleted),
        false => at.done(&format!("/checkpoints/{id}"), Said::Used),
    })
}

/// The forum's checkpoints, and whom each admits.
struct Doors {
    all: Vec<Checkpoint>,
    /// Checkpoint and category.
    admitted: Vec<(i64, i64)>,
}

impl Doors {
    async fn of(at: &AtForum) -> Result<Doors, Error> {
        let forum_id = at.forum_id();
        let read = at.app.db.read(move |c| {
            Ok(Doors {
                all: checkpoint::of_forum(c, forum_id)?,
                admitted: checkpoint::admitted_categories(c, forum_id)?,
            })
        });
        Ok(read.await?)
    }

    fn find(&self, id: i64) -> Result<&Checkpoint, Error> {
        let found = self.all.iter().find(|one| one.id == id);
        found.ok_or(Error::NotFound)
    }

    fn admits(&self, id: i64) -> Vec<i64> {
        let of_this = self.admitted.iter().filter(|(one, _)| *one == id);
        of_this.map(|(_, category)| *category).collect()
    }
}

/// `edited` is the checkpoint that was there, and the form as it was shown.
async fn save(
    at: AtForum,
    body: Bytes,
    edited: Option<(&Checkpoint, Typed)>,
) -> Result<HttpResponse, Error> {
    let form = at.read(&body)?;
    let (checkpoint, drawn) = edited.unzip();
    let mut errors = FieldErrors::default();
    if let Some(said) = form::parse(&form, &at.whole, at.t, &mut errors) {
        let (forum_id, id) = (at.forum_id(), checkpoint.map(|one| one.id));
        let was = checkpoint.map(|one| one.slug.clone());
        let now = at.asked.now;
        let saved = at
            .edit(&form, drawn.as_ref(), move |c| {
                let (settings, admits) = (&said.settings, &said.categories);
                rehearsal::heed_hours(c, forum_id, now)?;
                let saved = match id {
                    None => checkpoint::create(c, forum_id, settings, admits)?,
                    Some(id) => {
                        checkpoint::update(c, forum_id, id, settings, admits)?.then_some(id)
                    }
                };
                // What a door means may have changed, and with it what certificates stand on.
                document::review_all(c, forum_id, now)?;
                if let Some(id) = saved {
                    forum_text::set_all(c, forum_id, Owner::Checkpoint(id), &said.texts)?;
                    rehearsal::heed_hours(c, forum_id, now)?;
                }
                if let (true, Some(was)) = (saved.is_some(), &was) {
                    renamed::carry(c, forum_id, Part::Checkpoint, was, &settings.slug)?;
                }
                Ok(saved.is_some())
            })
            .await?;
        match saved {
            Edit::Done => return Ok(at.saved("/checkpoints", drawn.as_ref(), &form)),
            Edit::Refused => errors.add("slug", at.t.desk_edit_slug_taken()),
            Edit::Meanwhile => {}
        }
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(&at, checkpoint, form, errors, status)
}

/// What a checkpoint is called, else its short name.
pub(super) fn name<'a>(checkpoint: &'a Checkpoint, at: &'a AtForum) -> &'a str {
    let owner = Owner::Checkpoint(checkpoint.id);
    match at.whole.text(owner, "name", at.asked.lang) {
        "" => &checkpoint.slug,
        name => name,
    }
}

#[derive(Template)]
#[template(path = "desk/forum/checkpoints.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    add: String,
    outside: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    address: String,
    name: String,
    slug: String,
    site: String,
    open: String,
    direction: &'static str,
    kind: &'static str,
    who: Vec<String>,
    capacity: String,
}

impl Row {
    fn of(checkpoint: &Checkpoint, doors: &Doors, at: &AtForum) -> Row {
        let lang = at.asked.lang;
        let sites = &at.whole.sites;
        let site = sites
            .iter()
            .find(|site| Some(site.id) == checkpoint.site_id);
        let admits = doors.admits(checkpoint.id);
        let category = |id: &i64| at.whole.category_name(*id, lang).to_string();
        Row {
            address: at.address(&format!("/checkpoints/{}", checkpoint.id)),
            name: name(checkpoint, at).to_string(),
            slug: checkpoint.slug.clone(),
            site: match site {
                Some(site) => at.whole.site_name(site, lang).to_string(),
                None => at.t.desk_checkpoints_site_any().to_string(),
            },
            open: open(checkpoint, at),
            direction: ways(checkpoint.direction, at.t),
            kind: kind(checkpoint.kind, at.t),
            who: match admits.is_empty() {
                true => vec![at.t.desk_checkpoints_everyone().to_string()],
                false => admits.iter().map(category).collect(),
            },
            capacity: checkpoint
                .capacity
                .map(|number| i18n::number(lang, number))
                .unwrap_or_default(),
        }
    }
}

/// Its hours.
pub(super) fn open(checkpoint: &Checkpoint, at: &AtForum) -> String {
    let zone = zone_of(checkpoint.site_id, &at.whole);
    let shown = |moment: Moment| dates::day_time(at.asked.lang, clock::in_zone(zone, moment));
    match (checkpoint.opens_at, checkpoint.closes_at) {
        (None, None) => at.t.desk_checkpoints_always().to_string(),
        (from, to) => format!(
            "{} – {}",
            from.map(shown).unwrap_or_default(),
            to.map(shown).unwrap_or_default()
        ),
    }
}

fn ways(ways: Ways, t: Texts) -> &'static str {
    match ways {
        Ways::In => t.desk_checkpoints_direction_in(),
        Ways::Out => t.desk_checkpoints_direction_out(),
        Ways::Both => t.desk_checkpoints_direction_both(),
    }
}

fn kind(kind: Kind, t: Texts) -> &'static str {
    match kind {
        Kind::Attendance => t.desk_checkpoints_kind_attendance(),
        Kind::Entry => t.desk_checkpoints_kind_entry(),
        Kind::Neither => t.desk_checkpoints_kind_neither(),
    }
}

#[derive(Template)]
#[template(path = "desk/forum/checkpoint.html")]
struct EditPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    languages: Vec<Language>,
    /// Id, name and zone.
    sites: Vec<(String, String, String)>,
    /// Id, and title with its day.
    sessions: Vec<(String, String)>,
    directions: [(&'static str, &'static str); 3],
    /// Word and what it says.
    kinds: [(&'static str, &'static str); 3],
    /// Id and name.
    categories: Vec<(String, String)>,
    back: String,
    rehearsal: Option<String>,
    delete: Option<String>,
}

fn page(
    at: &AtForum,
    checkpoint: Option<&Checkpoint>,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (lang, t) = (at.asked.lang, at.t);
    let title = checkpoint.map_or(t.desk_checkpoints_add(), |one| name(one, at));
    let category = |id: i64| (id.to_string(), at.whole.category_name(id, lang).to_string());
    let page = EditPage {
        page: at.frame(title),
        desk: at.bar(),
        languages: at.whole.forum.languages(),
        sites: at
            .whole
            .sites
            .iter()
            .map(|site| {
                let name = at.whole.site_name(site, lang).to_string();
                (site.id.to_string(), name, site.zone.clone())
            })
            .collect(),
        sessions: at
            .whole
            .sessions
            .iter()
            .map(|one| (one.id.to_string(), sessions::dated_title(one, at)))
            .collect(),
        directions: Ways::ALL.map(|one| (one.as_str(), ways(one, t))),
        kinds: Kind::ALL.map(|one| (one.as_str(), kind(one, t))),
        categories: at
            .whole
            .categories
            .iter()
            .map(|one| category(one.id))
            .collect(),
        back: at.address("/checkpoints"),
        rehearsal: checkpoint.map(|one| at.address(&format!("/checkpoints/{}/rehearsal", one.id))),
        delete: checkpoint.map(|one| at.address(&format!("/checkpoints/{}/delete", one.id))),
        form,
        errors,
    };
    pages::page(status, &page)
}
