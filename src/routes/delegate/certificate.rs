use actix_web::{HttpResponse, web};

use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::models::people::document;
use crate::routes::delegate::Mine;

pub(crate) use crate::papers::file;

/// `GET /{lang}/me/{link}/certificate.pdf`: once the forum is over, for who was there. It gets its number when it is
/// opened first; a reload gives the same paper.
pub(crate) async fn file(
    app: web::Data<App>,
    asked: PageRequest,
    mine: Mine,
) -> Result<HttpResponse, Error> {
    if !mine.rule.certificates || !mine.is_over {
        return Err(Error::NotFound);
    }
    let (id, now, whole) = (mine.registration.id, asked.now, mine.whole.clone());
    let certified = app
        .db
        .write(move |c| document::certify(c, &whole, id, now))
        .await?;
    let paper = certified.ok_or(Error::NotFound)?;
    file::answer(&app, &mine.whole, paper).await
}
