use actix_web::{HttpRequest, HttpResponse};

use crate::desk::files::attachment::Attachment;
use crate::desk::whom::shown;
use crate::desk::{ForForum, Tab};
use crate::error::Error;
use crate::forms;
use crate::forms::list_query::ListQuery;
use crate::lists::{self, Format, List};

/// `GET /{lang}/desk/{forum}/export.{csv,xlsx,json}`: the people of the list, by the list's own filters.
pub(crate) async fn download(request: ForForum, of: HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Registrations).await?;
    let ending = of.match_info().get("ending").unwrap_or_default();
    let format = Format::parse(ending).ok_or(Error::NotFound)?;
    let query: ListQuery = forms::parse(of.query_string().as_bytes());
    let (forum_id, now, whole) = (at.forum_id(), at.asked.now, at.whole.clone());
    let list = List {
        forum_id,
        filter: at
            .app
            .db
            .read(move |c| shown(c, &whole, &query, now))
            .await?,
        badges_and_needs: at.role.sees_badges_and_needs(),
    };
    let file = Attachment {
        content_type: format.content_type(),
        name: format!("{}.{}", at.whole.forum.slug, format.ending()),
    };
    let db = at.app.db.patient();
    let write = move |out: &mut _| lists::write(&db, &list, format, out);
    file.make(&at.app, write).await
}
