use actix_web::{HttpResponse, web};
use askama::Template;

use super::device::Paired;
use super::scan::stand;
use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::forms::door::Typed;
use crate::i18n::Texts;
use crate::models::doors::found;
use crate::pages::door::{PersonView, Stand};
use crate::pages::{self, Frame};

/// People on one page.
pub(crate) const MOST: usize = 20;

/// `GET /{lang}/door/search?q=`: people by name as heard, for a browser without scripts.
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    paired: Paired,
    typed: web::Query<Typed>,
) -> Result<HttpResponse, Error> {
    let stood = stand(&app, &asked, paired, &typed).await?;
    let checkpoint = stood.door.checkpoint(stood.stand.slug());
    let (forum_id, door) = (stood.door.whole.forum.id, checkpoint.cloned());
    let words = typed.q.clone();
    let found = app
        .db
        .read(move |c| found::find(c, forum_id, door.as_ref(), &words, MOST))
        .await?;
    let t = Texts::html(asked.lang);
    let view = |found| PersonView::found(&stood.door, t, found, checkpoint, asked.now);
    let people = found.into_iter().map(view).collect();
    pages::ok(&SearchPage {
        page: asked.frame(t.door_search_button()),
        people,
        printed: stood.door.printer.filter(|_| typed.said == "printed"),
        q: typed.into_inner().q,
        token: stood.token,
        stand: stood.stand,
    })
}

#[derive(Template)]
#[template(path = "door/search.html")]
struct SearchPage {
    page: Frame,
    stand: Stand,
    token: String,
    q: String,
    people: Vec<PersonView>,
    /// The printer where a badge comes out just now.
    printed: Option<String>,
}
