use std::sync::Arc;

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::{self, Bytes};
use futures_util::StreamExt;

use super::super::notices::Said;
use super::super::{AtForum, ForForum, Notice, Tab};
use super::page;
use crate::error::Error;
use crate::forms::Typed;
use crate::models::account::Role;
use crate::models::badge_artwork::{self, Saving};
use crate::press::{Area, Page, Picture, Refused, raster};

/// Most bytes of a picture; the page names the same figure.
const MOST_BYTES: usize = 4 << 20;
/// Edge of a small picture of it, in millimetres, and its dots.
const EDGE: f32 = 40.0;
const DOTS: f32 = 6.0;

/// `POST /{lang}/desk/{forum}/badges/artwork`: one more picture, or a new one under an old name.
pub async fn add(request: ForForum, body: Multipart) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    let upload = Upload::read(body).await?;
    at.signed_in.check_form(&at.app, &upload.token)?;
    let (forum_id, name) = (at.forum_id(), upload.name());
    let bytes = match web::block(move || upload.checked())
        .await
        .map_err(Error::broken)?
    {
        Ok(bytes) => bytes,
        Err(refused) => {
            let sentence = match refused {
                Refused::Unknown => at.t.badges_artwork_unknown(),
                Refused::TooLarge => at.t.badges_artwork_large(),
                Refused::Broken => at.t.badges_artwork_broken(),
            };
            let form = Typed::default().with("sheet", "a4");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(&at, "", form, status, Some(Notice::warn(sentence))).await;
        }
    };
    let saving = Saving {
        name,
        kind: kind(&bytes),
        bytes,
        account_id: at.signed_in.account.id,
        added_at: at.asked.now,
    };
    at.app
        .db
        .write(move |c| badge_artwork::save(c, forum_id, &saving))
        .await?;
    Ok(at.done("/badges", Said::Saved))
}

/// `POST /{lang}/desk/{forum}/badges/artwork/{id}/delete`
pub async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    at.app
        .db
        .write(move |c| badge_artwork::delete(c, forum_id, id))
        .await?;
    Ok(at.done("/badges", Said::Deleted))
}

/// `GET /{lang}/desk/{forum}/badges/artwork/{id}/picture.png`: drawn by us, never the file itself.
pub async fn picture(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let bytes = at
        .app
        .db
        .read(move |c| badge_artwork::bytes(c, forum_id, id));
    let bytes = bytes.await?.ok_or(Error::NotFound)?;
    let small = web::block(move || small(bytes))
        .await
        .map_err(Error::broken)?;
    let small = small.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/png"))
        .body(small))
}

/// Who may change how badges look.
pub(super) async fn designing(request: ForForum) -> Result<AtForum, Error> {
    let at = request.at(Tab::Badges).await?;
    match at.role >= Role::Organizer {
        true => Ok(at),
        false => Err(Error::Forbidden),
    }
}

fn small(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let picture = Picture::read(bytes).ok()?;
    let mut page = Page::new(EDGE, EDGE);
    page.picture(Arc::new(picture), Area::new(0.0, 0.0, EDGE, EDGE), "");
    Some(raster::draw(&page, DOTS)?.png())
}

/// By what the bytes are.
fn kind(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, ..] => "png",
        [0xff, ..] => "jpeg",
        [b'%', ..] => "pdf",
        _ => "svg",
    }
}

/// What the form sent.
#[derive(Default)]
struct Upload {
    token: String,
    file: Vec<u8>,
    file_name: String,
    too_large: bool,
}

impl Upload {
    async fn read(mut body: Multipart) -> Result<Upload, Error> {
        let mut upload = Upload::default();
        while let Some(field) = body.next().await {
            let mut field = field.map_err(|_| Error::NotUnderstood)?;
            let name = field.name().unwrap_or("").to_string();
            let about = field.content_disposition();
            let file_name = about
                .and_then(|about| about.get_filename())
                .map(str::to_owned);
            let mut bytes = Vec::new();
            while let Some(piece) = field.next().await {
                let piece = piece.map_err(|_| Error::NotUnderstood)?;
                // The rest is read and dropped, so that the browser gets an answer and not a broken line.
                upload.too_large |= bytes.len() + piece.len() > MOST_BYTES;
                if !upload.too_large {
                    bytes.extend_from_slice(&piece);
                }
            }
            match name.as_str() {
                "token" => upload.token = String::from_utf8_lossy(&bytes).into_owned(),
                "file" => (upload.file, upload.file_name) = (bytes, file_name.unwrap_or_default()),
                _ => {}
            }
        }
        Ok(upload)
    }

    /// The file's own name without folders and ending, as long as the table takes it.
    fn name(&self) -> String {
        let own = self.file_name.rsplit(['/', '\\']).next().unwrap_or("");
        let own = own.rsplit_once('.').map_or(own, |(name, _)| name).trim();
        match own {
            "" => "artwork".to_owned(),
            own => own
                .chars()
                .filter(|sign| !sign.is_control())
                .take(80)
                .collect(),
        }
    }

    fn checked(self) -> Result<Vec<u8>, Refused> {
        if self.too_large {
            return Err(Refused::TooLarge);
        }
        Picture::read(self.file.clone()).map(|_| self.file)
    }
}
