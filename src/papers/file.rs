//! A paper as a file, for its owner and for the desk.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::app::App;
use crate::clock;
use crate::error::Error;
use crate::models::forum::context::ForumContext;
use crate::models::forum::forum_image;
use crate::models::people::document::{Document, Kind};
use crate::papers::pdf::{self, Paper};
use crate::threads::behind;

/// Draws the paper; a letter is there no longer once the person's data was deleted.
pub(crate) async fn answer(
    app: &App,
    whole: &Arc<ForumContext>,
    paper: Document,
) -> Result<HttpResponse, Error> {
    let paper = gather(app, whole, paper).await?;
    let name = paper.number.replace('/', "-");
    let fonts = app.fonts.clone();
    let turn = app.drawing.acquire().await.map_err(Error::broken)?;
    let file = behind(move || pdf::file(&paper, &fonts))
        .await
        .map_err(Error::broken)?
        .map_err(Error::broken)?;
    drop(turn);
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/pdf"))
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("inline; filename=\"{name}.pdf\""),
        ))
        .body(file))
}

async fn gather(app: &App, whole: &ForumContext, paper: Document) -> Result<Paper, Error> {
    let kind = paper.kind;
    let passport = paper.passport();
    if kind == Kind::Letter && passport.is_none() {
        return Err(Error::NotFound);
    }
    let frozen = paper.frozen().ok_or(Error::NotFound)?;
    let ids = [frozen.logo, frozen.signature, frozen.stamp];
    let (forum_id, ids) = (
        whole.forum.id,
        ids.into_iter().flatten().collect::<Vec<_>>(),
    );
    let images = app
        .db
        .read(move |c| forum_image::by_ids(c, forum_id, &ids))
        .await?;
    let issued_at = paper.issued_at.ok_or(Error::NotFound)?;
    let code = paper.code().ok_or(Error::NotFound)?;
    let check = app.link("/check");
    Ok(Paper {
        kind,
        number: paper.numbered(&whole.forum.slug).ok_or(Error::NotFound)?,
        issued_at,
        issued_on: clock::in_zone(whole.forum.zone(), issued_at).date(),
        link: format!("{check}/{code}"),
        check_at: check.split("://").last().unwrap_or_default().to_owned(),
        pictures: images
            .into_iter()
            .map(|image| (image.id, image.bytes))
            .collect(),
        frozen,
        passport,
        code,
    })
}
