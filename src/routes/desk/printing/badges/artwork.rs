use std::io::{Read, Write};

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Bytes;

use crate::app::App;
use crate::desk::files::brought_picture::tried;
use crate::desk::files::upload::Upload;
use crate::desk::{AtForum, ForForum, Notice, Tab, notices};
use crate::error::Error;
use crate::forms::Typed;
use crate::models::desk::account::Role;
use crate::models::printing::badge_artwork::{self, Kind, Saving};
use crate::opening::{ChildOutput, Task};
use crate::routes::desk::printing::badges::page;
use crate::threads::behind;

/// Most bytes of a picture; the page names the same figure.
const MOST_BYTES: usize = 4 << 20;

/// `POST /{lang}/desk/{forum}/badges/artwork`: one more picture, or a new one under an old name.
pub(crate) async fn add(request: ForForum, body: Multipart) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    let upload = Upload::read(body, MOST_BYTES).await?;
    at.signed_in.check_form(&at.app, &upload.token)?;
    let (forum_id, name) = (at.forum_id(), name(&upload.file_name));
    let bytes = match tried::<()>(&at.app, Task::Artwork, upload).await? {
        Ok(tried) => tried.bytes,
        Err(not_kept) => {
            let form = Typed::default().with("sheet", "a4");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let notice = Notice::warn(not_kept.sentence(at.t));
            return page(&at, "", form, status, Some(notice)).await;
        }
    };
    let saving = Saving {
        name,
        kind: kind(&bytes),
        bytes,
        account_id: at.signed_in.account.id,
        added_at: at.asked.now,
    };
    at.write(move |c| badge_artwork::save(c, forum_id, &saving))
        .await?;
    Ok(at.done("/badges", notices::NoticeWord::Saved))
}

/// `POST /{lang}/desk/{forum}/badges/artwork/{id}/delete`
pub(crate) async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    at.write(move |c| badge_artwork::delete(c, forum_id, id))
        .await?;
    Ok(at.done("/badges", notices::NoticeWord::Deleted))
}

/// `GET /{lang}/desk/{forum}/badges/artwork/{id}/picture.png`: drawn by us, never the file itself.
pub(crate) async fn picture(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let bytes = at
        .app
        .db
        .read(move |c| badge_artwork::bytes(c, forum_id, id));
    let bytes = bytes.await?.ok_or(Error::NotFound)?;
    let small = small(&at.app, bytes).await?.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/png"))
        .body(small))
}

/// Who may change how badges look.
pub(super) async fn designing(request: ForForum) -> Result<AtForum, Error> {
    request.at_least(Tab::Badges, Role::Organizer).await
}

/// `None` where it cannot be drawn.
async fn small(app: &App, bytes: Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
    let file = behind(move || {
        let mut file = tempfile::tempfile()?;
        file.write_all(&bytes).map(|()| file)
    });
    let file = file.await.map_err(Error::broken)?.map_err(Error::broken)?;
    let png = |said: &mut ChildOutput| {
        let mut png = Vec::new();
        said.read_to_end(&mut png).ok()?;
        (!png.is_empty()).then_some(png)
    };
    Ok(app.opening.open(Task::Thumbnail, file, png).await.ok())
}

/// By what the bytes are.
fn kind(bytes: &[u8]) -> Kind {
    match bytes {
        [0x89, ..] => Kind::Png,
        [0xff, ..] => Kind::Jpeg,
        [b'%', ..] => Kind::Pdf,
        _ => Kind::Svg,
    }
}

/// The file's own name without folders and ending, as long as the table takes it.
fn name(file_name: &str) -> String {
    let own = file_name.rsplit(['/', '\\']).next().unwrap_or("");
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
