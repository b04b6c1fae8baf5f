//! What doors wrote down for the help desk.

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};
use askama::Template;

use crate::desk::words::When;
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::models::desk::account::Role;
use crate::models::devices::door_request::{self, Note};
use crate::pages::{self, Frame};

const MOST: i64 = 200;

/// `GET /{lang}/desk/{forum}/notes`
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Registrations).await?;
    let forum_id = at.forum_id();
    let notes = at
        .app
        .db
        .read(move |c| door_request::open_notes(c, forum_id, MOST))
        .await?;
    pages::ok(&Notes {
        rows: notes.into_iter().map(|note| Row::of(note, &at)).collect(),
        can_change: at.role >= Role::Registrar,
        list: at.address("/registrations"),
        address: at.address("/notes"),
        page: at.frame(at.t.desk_notes_title()),
        desk: at.bar(),
    })
}

/// `POST /{lang}/desk/{forum}/notes/{note}`: somebody has seen to it.
pub(crate) async fn put_away(
    request: ForForum,
    path: web::Path<(String, String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let at = request
        .at_least(Tab::Registrations, Role::Registrar)
        .await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), path.into_inner().2);
    let (account_id, now) = (at.signed_in.account.id, at.asked.now);
    // Put away by somebody else meanwhile: it is away, which is what was asked for.
    at.write(move |c| door_request::put_away(c, forum_id, &id, account_id, now))
        .await?;
    Ok(pages::see_other(&at.address("/notes")))
}

#[derive(Template)]
#[template(path = "desk/overview/notes.html")]
struct Notes {
    page: Frame,
    desk: Bar,
    rows: Vec<Row>,
    can_change: bool,
    /// Of the registrations and of this page.
    list: String,
    address: String,
}

struct Row {
    id: String,
    words: String,
    /// Name and public id.
    person: Option<(String, String)>,
    when: When,
    device: String,
}

impl Row {
    fn of(note: Note, at: &AtForum) -> Row {
        Row {
            id: note.id,
            words: note.words.unwrap_or_default(),
            person: note.name.zip(note.registration),
            when: When::of(note.at, at.whole.forum.zone(), at.asked.lang),
            device: note.device,
        }
    }
}
