//! Logo, signature and stamp, as the desk brings them.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{self, Bytes};

use super::settings::{organizer, refused};
use crate::desk::files::brought_picture::{NotKept, Tried, tried};
use crate::desk::files::upload::Upload;
use crate::desk::notices::NoticeWord;
use crate::desk::{AtForum, ForForum};
use crate::error::Error;
use crate::i18n::Texts;
use crate::models::forum::forum_image::{self, Kind, Place};
use crate::opening::Task;
use crate::papers::pdf::LARGEST;
use crate::press::Refused;

type Path = web::Path<(String, String, String)>;

/// `GET /{lang}/desk/{forum}/letters/images/{place}`
pub(crate) async fn show(request: ForForum, path: Path) -> Result<HttpResponse, Error> {
    let at = organizer(request).await?;
    let (forum_id, place) = (at.forum_id(), place(path)?);
    let found = at
        .app
        .db
        .read(move |c| forum_image::shown(c, forum_id, place))
        .await?;
    let image = found.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, image.kind.as_str()))
        .body(image.bytes))
}

/// `POST /{lang}/desk/{forum}/letters/images/{place}`
pub(crate) async fn put(
    request: ForForum,
    path: Path,
    body: Multipart,
) -> Result<HttpResponse, Error> {
    let at = organizer(request).await?;
    let place = place(path)?;
    let upload = Upload::read(body, LARGEST).await?;
    at.signed_in.check_form(&at.app, &upload.token)?;
    match tried(&at.app, Task::PaperPicture, upload).await? {
        Ok(Tried { bytes, found }) => keep(&at, place, found, bytes).await?,
        Err(why) => return refused(&at, place, sentence(why, at.t)).await,
    }
    Ok(at.done("/letters/settings", NoticeWord::Saved))
}

async fn keep(at: &AtForum, place: Place, kind: Kind, file: Vec<u8>) -> Result<(), Error> {
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let account = at.signed_in.account.id;
    at.write(move |c| forum_image::put(c, forum_id, place, (kind, &file), account, now))
        .await?;
    Ok(())
}

/// `POST /{lang}/desk/{forum}/letters/images/{place}/delete`
pub(crate) async fn remove(
    request: ForForum,
    path: Path,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let at = organizer(request).await?;
    at.read(&body)?;
    let (forum_id, place, now) = (at.forum_id(), place(path)?, at.asked.now);
    at.write(move |c| forum_image::remove(c, forum_id, place, now))
        .await?;
    Ok(at.done("/letters/settings", NoticeWord::Deleted))
}

fn place(path: Path) -> Result<Place, Error> {
    Place::parse(&path.2).ok_or(Error::NotFound)
}

fn sentence(why: NotKept, t: Texts) -> String {
    match why {
        NotKept::Refused(Refused::TooLarge) => t.letters_image_large().to_owned(),
        NotKept::Refused(Refused::Unknown | Refused::Broken) => t.letters_image_wrong().to_owned(),
        why => why.sentence(t),
    }
}
