use actix_web::http::header;
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::preview::Preview;
use super::programme::Programme;
use super::stage::RegistrationStage;
use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::{dates, listed};
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::models::places::site::Site;
use crate::pages::{Accepted, ForumHead, Frame, accepted, map_address};
use crate::values::Language;

/// `GET /{lang}/{forum}`: what, when, where, who may come, and the way to register.
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_, slug) = path.into_inner();
    let accepted = accepted(&request);
    let page = match app.forum_pages.rendered(&slug, asked.lang, accepted) {
        Some(page) => page,
        None => rendered_anew(&app, &asked, &slug, accepted).await?,
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CONTENT_ENCODING, accepted.name()))
        .insert_header((header::CACHE_CONTROL, "public, max-age=0, must-revalidate"))
        .insert_header((header::VARY, "accept-encoding"))
        .body(page))
}

/// From the database; and still as it was rendered before, where nothing that it shows has changed.
async fn rendered_anew(
    app: &App,
    asked: &PageRequest,
    slug: &str,
    accepted: Accepted,
) -> Result<Bytes, Error> {
    let pages = &app.forum_pages;
    let whole = pages.forum(&app.db, slug, asked.now).await?;
    if let Some(page) = pages.rendered(slug, asked.lang, accepted) {
        return Ok(page);
    }
    let page = ForumPage::of(app, &whole, asked).render()?;
    let page = Bytes::from(accepted.compress(page.as_bytes()));
    pages.keep_rendered(&whole, asked.lang, accepted, &page);
    Ok(page)
}

#[derive(Template)]
#[template(path = "public/forum.html")]
struct ForumPage<'a> {
    page: Frame,
    forum: ForumHead,
    standing: RegistrationStage,
    programme: Programme,
    sites: Vec<Place>,
    preview: Preview,
    whole: &'a ForumContext,
}

struct Place {
    name: String,
    address: String,
    dates: String,
    map: String,
}

impl<'a> ForumPage<'a> {
    fn of(app: &App, whole: &'a ForumContext, asked: &PageRequest) -> ForumPage<'a> {
        let (forum, lang) = (&whole.forum, asked.lang);
        // Without the query: the page is kept for everybody.
        let frame = Frame::new(lang, &format!("/{}", forum.slug), whole.title(lang));
        let head = ForumHead::of(whole, lang);
        ForumPage {
            preview: Preview::of(app, whole, &head, lang),
            page: frame.branded(forum.brand.as_deref()),
            forum: head,
            standing: RegistrationStage::of(whole, lang, asked.now),
            programme: Programme::of(whole, lang),
            sites: whole
                .sites
                .iter()
                .map(|site| Place::of(whole, site, lang))
                .collect(),
            whole,
        }
    }

    fn text(&self, field: &str) -> &str {
        self.whole.text(Owner::Forum, field, self.page.lang)
    }
}

impl Place {
    fn of(whole: &ForumContext, site: &Site, lang: Language) -> Place {
        let parts: Vec<&str> = ["address", "city"]
            .into_iter()
            .map(|field| whole.text(Owner::Site(site.id), field, lang))
            .filter(|text| !text.is_empty())
            .collect();
        let name = whole.site_name(site, lang);
        let address = listed(lang, &parts);
        Place {
            map: map_address(&listed(lang, &[&[name], parts.as_slice()].concat())),
            name: name.to_string(),
            address,
            dates: dates::date_range(lang, site.starts_on, site.ends_on),
        }
    }
}
