use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use super::moved::Moved;
use super::notices::Said;
use super::{AtForum, Bar, Edit, ForForum, Tab, outside};
use crate::error::Error;
use crate::forms::site as form;
use crate::forms::{FieldErrors, Typed, zones};
use crate::i18n::dates;
use crate::models::forum_text::{self, Owner};
use crate::models::rehearsal;
use crate::models::renamed::{self, Part};
use crate::models::site::{self, Site};
use crate::models::timetable;
use crate::pages::{self, Frame};
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/sites`
pub async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sites).await?;
    let lang = at.asked.lang;
    let row = |site: &Site| Row {
        address: at.address(&format!("/sites/{}", site.id)),
        name: at.whole.site_name(site, lang).to_string(),
        city: at
            .whole
            .text(Owner::Site(site.id), "city", lang)
            .to_string(),
        dates: dates::date_range(lang, site.starts_on, site.ends_on),
        zone: site.zone.clone(),
    };
    pages::ok(&ListPage {
        moved: Moved::of(&at).await?,
        outside: outside::sentences(&at).await?,
        page: at.tab_frame(),
        desk: at.bar(),
        add: at.address("/sites/new"),
        rows: at.whole.sites.iter().map(row).collect(),
    })
}

/// `GET /{lang}/desk/{forum}/sites/new`
pub async fn new(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sites).await?;
    let form = form::blank(&at.whole.forum);
    page(&at, None, form, FieldErrors::default(), StatusCode::OK)
}

/// `GET /{lang}/desk/{forum}/sites/{id}`
pub async fn edit(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sites).await?;
    let site = of(&at)?;
    let form = form::of(site, &at.whole.texts);
    page(
        &at,
        Some(site),
        form,
        FieldErrors::default(),
        StatusCode::OK,
    )
}

/// `POST /{lang}/desk/{forum}/sites/new`
pub async fn create(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    save(request.at(Tab::Sites).await?, body, |_| Ok(None)).await
}

/// `POST /{lang}/desk/{forum}/sites/{id}`
pub async fn update(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    save(request.at(Tab::Sites).await?, body, |at| of(at).map(Some)).await
}

/// `POST /{lang}/desk/{forum}/sites/{id}/delete`
pub async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sites).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), of(&at)?.id);
    let here = format!("/sites/{id}");
    if at.whole.sites.len() < 2 {
        return Ok(at.done(&here, Said::Last));
    }
    let deleted = at.write(move |c| site::delete(c, forum_id, id)).await?;
    Ok(match deleted {
        true => at.done("/sites", Said::Deleted),
        false => at.done(&here, Said::Used),
    })
}

fn of(at: &AtForum) -> Result<&Site, Error> {
    let id = at.id()?;
    let site = at.whole.sites.iter().find(|site| site.id == id);
    site.ok_or(Error::NotFound)
}

async fn save(
    at: AtForum,
    body: Bytes,
    which: impl FnOnce(&AtForum) -> Result<Option<&Site>, Error>,
) -> Result<HttpResponse, Error> {
    let form = at.read(&body)?;
    let site = which(&at)?;
    let mut errors = FieldErrors::default();
    let languages = at.whole.forum.languages();
    if let Some((settings, texts)) = form::parse(&form, &languages, at.t, &mut errors) {
        let (forum_id, id) = (at.forum_id(), site.map(|site| site.id));
        let was = site.map(|site| site.slug.clone());
        let now = at.asked.now;
        let change = move |c: &mut _| {
            let saved = match id {
                None => site::create(c, forum_id, &settings)?,
                Some(id) => site::update(c, forum_id, id, &settings)?.then_some(id),
            };
            if let Some(id) = saved {
                forum_text::set_all(c, forum_id, Owner::Site(id), &texts)?;
            }
            if let (true, Some(was)) = (saved.is_some(), &was) {
                renamed::carry(c, forum_id, Part::Site, was, &settings.slug)?;
            }
            Ok(saved.is_some())
        };
        let drawn = site.map(|site| form::of(site, &at.whole.texts));
        let saved = at
            .edit(&form, drawn.as_ref(), move |c| {
                // In another zone its doors open at another moment.
                rehearsal::heed_hours(c, forum_id, now)?;
                let saved = timetable::moving(c, forum_id, now, &change)?;
                rehearsal::heed_hours(c, forum_id, now)?;
                Ok(saved)
            })
            .await?;
        match saved {
            Edit::Done => return Ok(at.saved("/sites", drawn.as_ref(), &form)),
            Edit::Refused => errors.add("slug", at.t.desk_edit_slug_taken()),
            Edit::Meanwhile => {}
        }
    }
    page(&at, site, form, errors, StatusCode::UNPROCESSABLE_ENTITY)
}

#[derive(Template)]
#[template(path = "desk/forum/sites.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    add: String,
    moved: Option<Moved>,
    outside: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    address: String,
    name: String,
    city: String,
    dates: String,
    zone: String,
}

#[derive(Template)]
#[template(path = "desk/forum/site.html")]
struct EditPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    languages: Vec<Language>,
    zones: Vec<&'static str>,
    back: String,
    delete: Option<String>,
}

fn page(
    at: &AtForum,
    site: Option<&Site>,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let title = match site {
        None => at.t.desk_sites_add(),
        Some(site) => at.whole.site_name(site, at.asked.lang),
    };
    let page = EditPage {
        page: at.frame(title),
        desk: at.bar(),
        languages: at.whole.forum.languages(),
        zones: zones().collect(),
        back: at.address("/sites"),
        delete: site.map(|site| at.address(&format!("/sites/{}/delete", site.id))),
        form,
        errors,
    };
    pages::page(status, &page)
}
