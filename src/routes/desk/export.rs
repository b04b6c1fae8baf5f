use actix_web::{HttpRequest, HttpResponse, web};

use super::SignedIn;
use super::attachment::Attachment;
use super::registrations::shown;
use crate::app::{App, Asked};
use crate::error::Error;
use crate::exchange::{self, Format, List};
use crate::forms;
use crate::forms::list_query::ListQuery;
use crate::models::account::Role;

/// `GET /{lang}/desk/{forum}/export.{csv,xlsx,json}`: the people of the list, by the list's own filters.
pub async fn download(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let (_, slug, ending) = path.into_inner();
    let format = Format::parse(&ending).ok_or(Error::NotFound)?;
    let (whole, role) = signed_in.forum(&app, &slug, Role::Viewer).await?;
    let query: ListQuery = forms::parse(request.query_string().as_bytes());
    let (forum_id, now) = (whole.forum.id, asked.now);
    let list = List {
        forum_id,
        filter: app.db.read(move |c| shown(c, &whole, &query, now)).await?,
        badges_and_needs: role.sees_badges_and_needs(),
    };
    let file = Attachment {
        content_type: format.content_type(),
        name: format!("{slug}.{}", format.ending()),
    };
    let db = app.db.patient();
    let write = move |out: &mut _| exchange::write(&db, &list, format, out);
    file.make(&app, write).await
}
