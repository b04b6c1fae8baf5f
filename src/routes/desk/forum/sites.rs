use actix_web::HttpResponse;
use askama::Template;

use super::moved::Moved;
use crate::db::{self, Connection};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, site as form, zones};
use crate::i18n::{Texts, dates};
use crate::models::doors::scan::rehearsal;
use crate::models::forum::renamed;
use crate::models::forum_text::{self, Owner, Version};
use crate::models::people::timetable;
use crate::models::places::site::{self, Site};
use crate::pages::{self, Frame};
use crate::routes::desk::editor::{Part, Place};
use crate::routes::desk::forum::outside;
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/sites`
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
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

impl Part for Site {
    const PATH: &'static str = "/sites";
    const TAB: Tab = Tab::Sites;

    type Settings = (site::Settings, Vec<Version>);

    async fn find(at: &AtForum, id: i64) -> Result<Option<Site>, Error> {
        let mut all = at.whole.sites.iter();
        Ok(all.find(|site| site.id == id).cloned())
    }

    async fn blank(at: &AtForum) -> Result<Typed, Error> {
        Ok(form::blank(&at.whole.forum))
    }

    fn form(&self, at: &AtForum) -> Typed {
        form::of(self, &at.whole.texts)
    }

    fn parse(at: &AtForum, form: &Typed, errors: &mut FieldErrors) -> Option<Self::Settings> {
        form::parse(form, &at.whole.forum.languages(), at.t, errors)
    }

    fn save(
        c: &mut Connection,
        place: &Place,
        was: Option<&Site>,
        (settings, texts): &Self::Settings,
    ) -> db::Result<bool> {
        let Place { forum_id, now } = *place;
        // In another zone its doors open at another moment.
        rehearsal::heed_hours(c, forum_id, now)?;
        let saved = timetable::moving(c, forum_id, now, |c| {
            let saved = match was {
                None => site::create(c, forum_id, settings)?,
                Some(was) => site::update(c, forum_id, was.id, settings)?.then_some(was.id),
            };
            let Some(id) = saved else {
                return Ok(false);
            };
            forum_text::set_all(c, forum_id, Owner::Site(id), texts)?;
            if let Some(was) = was {
                renamed::carry(c, forum_id, renamed::Part::Site, &was.slug, &settings.slug)?;
            }
            Ok(true)
        })?;
        rehearsal::heed_hours(c, forum_id, now)?;
        Ok(saved)
    }

    fn is_last(at: &AtForum) -> bool {
        at.whole.sites.len() < 2
    }

    fn delete(&self, c: &mut Connection, place: &Place) -> db::Result<bool> {
        site::delete(c, place.forum_id, self.id)
    }

    fn title(at: &AtForum, site: Option<&Site>) -> String {
        match site {
            None => at.t.desk_sites_add().to_owned(),
            Some(site) => at.whole.site_name(site, at.asked.lang).to_owned(),
        }
    }

    fn fields<'a>(at: &'a AtForum, form: &'a Typed, errors: &'a FieldErrors) -> impl Template + 'a {
        Fields {
            t: at.t,
            form,
            errors,
            languages: at.whole.forum.languages(),
            zones: zones().collect(),
        }
    }
}

/// The forum's sites to choose from: id, name and zone.
pub(crate) fn choices(at: &AtForum) -> Vec<(String, String, String)> {
    let choice = |site: &Site| {
        let name = at.whole.site_name(site, at.asked.lang).to_string();
        (site.id.to_string(), name, site.zone.clone())
    };
    at.whole.sites.iter().map(choice).collect()
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
struct Fields<'a> {
    t: Texts,
    form: &'a Typed,
    errors: &'a FieldErrors,
    languages: Vec<Language>,
    zones: Vec<&'static str>,
}
