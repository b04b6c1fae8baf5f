use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderName};
use actix_web::web::{self, Bytes};

use crate::app::{App, PageRequest};
use crate::badges::Poster;
use crate::error::Error;
use crate::models::forum::context::ForumContext;
use crate::pages::ForumHead;
use crate::press::Typesetter;
use crate::threads::behind;

/// `GET /{lang}/{forum}/poster.png`: drawn once for each language, until the forum changes.
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let slug = &path.1;
    let whole = app.forum_pages.forum(&app.db, slug, asked.now).await?;
    let picture = match app.forum_pages.poster(slug, asked.lang) {
        Some(picture) => picture,
        None => drawn(&app, &asked, whole).await?,
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/png"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .insert_header((
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ))
        .body(picture))
}

/// In its turn; who waited for it may find it drawn.
async fn drawn(
    app: &web::Data<App>,
    asked: &PageRequest,
    whole: Arc<ForumContext>,
) -> Result<Bytes, Error> {
    let turn = app.drawing.acquire().await.map_err(Error::broken)?;
    if let Some(picture) = app.forum_pages.poster(&whole.forum.slug, asked.lang) {
        return Ok(picture);
    }
    let head = ForumHead::of(&whole, asked.lang);
    let poster = Poster {
        title: head.title,
        colour: whole.forum.brand.clone(),
        dates: head.dates,
        places: head.places,
    };
    let with = app.clone();
    let drawn = behind(move || poster.png(&mut Typesetter::new(&with.fonts))).await;
    drop(turn);
    let picture = drawn
        .map_err(Error::broken)?
        .ok_or_else(|| Error::broken("the poster cannot be drawn"))?;
    let picture = Bytes::from(picture);
    app.forum_pages
        .keep_poster(&whole, asked.lang, picture.clone());
    Ok(picture)
}
