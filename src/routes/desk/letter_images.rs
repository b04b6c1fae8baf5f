//! Logo, signature and stamp, as the desk brings them.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{self, Bytes};
use futures_util::StreamExt;

use super::letter_settings::{organizer, refused};
use super::notices::Said;
use super::{AtForum, ForForum};
use crate::documents::{LARGEST, picture_kind};
use crate::error::Error;
use crate::i18n::Texts;
use crate::models::forum_image::{self, Place};
use crate::press::Refused;

type Path = web::Path<(String, String, String)>;

/// `GET /{lang}/desk/{forum}/letters/images/{place}`
pub async fn show(request: ForForum, path: Path) -> Result<HttpResponse, Error> {
    let at = organizer(request).await?;
    let (forum_id, place) = (at.forum_id(), place(path)?);
    let found = at
        .app
        .db
        .read(move |c| forum_image::shown(c, forum_id, place))
        .await?;
    let image = found.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, image.kind))
        .body(image.bytes))
}

/// `POST /{lang}/desk/{forum}/letters/images/{place}`
pub async fn put(request: ForForum, path: Path, body: Multipart) -> Result<HttpResponse, Error> {
    let at = organizer(request).await?;
    let place = place(path)?;
    let Upload { token, file } = Upload::read(body).await?;
    at.signed_in.check_form(&at.app, &token)?;
    let (kind, file) = web::block(move || (picture_kind(&file), file))
        .await
        .map_err(Error::broken)?;
    match kind {
        Ok(kind) => keep(&at, place, kind, file).await?,
        Err(why) => return refused(&at, place, sentence(why, at.t)).await,
    }
    Ok(at.done("/letters/settings", Said::Saved))
}

async fn keep(at: &AtForum, place: Place, kind: &'static str, file: Vec<u8>) -> Result<(), Error> {
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let account = at.signed_in.account.id;
    at.app
        .db
        .write(move |c| forum_image::put(c, forum_id, place, (kind, &file), account, now))
        .await?;
    Ok(())
}

/// `POST /{lang}/desk/{forum}/letters/images/{place}/delete`
pub async fn remove(request: ForForum, path: Path, body: Bytes) -> Result<HttpResponse, Error> {
    let at = organizer(request).await?;
    at.read(&body)?;
    let (forum_id, place, now) = (at.forum_id(), place(path)?, at.asked.now);
    at.app
        .db
        .write(move |c| forum_image::remove(c, forum_id, place, now))
        .await?;
    Ok(at.done("/letters/settings", Said::Deleted))
}

fn place(path: Path) -> Result<Place, Error> {
    Place::parse(&path.2).ok_or(Error::NotFound)
}

fn sentence(why: Refused, t: Texts) -> &'static str {
    match why {
        Refused::TooLarge => t.letters_image_large(),
        Refused::Unknown | Refused::Broken => t.letters_image_wrong(),
    }
}

/// What the form sent.
#[derive(Default)]
struct Upload {
    token: String,
    file: Vec<u8>,
}

impl Upload {
    async fn read(mut body: Multipart) -> Result<Upload, Error> {
        let mut upload = Upload::default();
        while let Some(field) = body.next().await {
            let mut field = field.map_err(|_| Error::NotUnderstood)?;
            let name = field.name().unwrap_or("").to_owned();
            let mut bytes = Vec::new();
            while let Some(piece) = field.next().await {
                let piece = piece.map_err(|_| Error::NotUnderstood)?;
                // One byte beyond the limit tells that it is too large; the rest is read and dropped, so that the
                // browser gets an answer and not a broken line.
                let room = (LARGEST + 1).saturating_sub(bytes.len());
                bytes.extend_from_slice(&piece[..piece.len().min(room)]);
            }
            match name.as_str() {
                "token" => upload.token = String::from_utf8_lossy(&bytes).into_owned(),
                "file" => upload.file = bytes,
                _ => {}
            }
        }
        Ok(upload)
    }
}
