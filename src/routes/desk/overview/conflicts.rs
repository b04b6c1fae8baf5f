//! Scans on which two doors disagree, for somebody to look at.

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use crate::desk::words::{When, verdict_word};
use crate::desk::{Bar, ForForum, Tab};
use crate::error::Error;
use crate::models::desk::account::Role;
use crate::models::doors::conflict::{self, Conflict, Side};
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::pages::{self, Frame};

const MOST: i64 = 200;

/// `GET /{lang}/desk/{forum}/conflicts`
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Registrations).await?;
    let forum_id = at.forum_id();
    let conflicts = at
        .app
        .db
        .read(move |c| conflict::open(c, forum_id, MOST))
        .await?;
    let row = |conflict: Conflict| Row::of(conflict, &at);
    pages::ok(&Conflicts {
        rows: conflicts.into_iter().map(row).collect(),
        can_change: at.role >= Role::Registrar,
        list: at.address("/registrations"),
        address: at.address("/conflicts"),
        page: at.frame(at.t.desk_conflicts_title()),
        desk: at.bar(),
    })
}

/// `POST /{lang}/desk/{forum}/conflicts/{id}`: it was looked at.
pub(crate) async fn put_away(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request
        .at_least(Tab::Registrations, Role::Registrar)
        .await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let (account_id, now) = (at.signed_in.account.id, at.asked.now);
    // Put away by somebody else meanwhile: it is away, which is what was asked for.
    at.write(move |c| conflict::looked_at(c, forum_id, id, account_id, now))
        .await?;
    Ok(pages::see_other(&at.address("/conflicts")))
}

#[derive(Template)]
#[template(path = "desk/overview/conflicts.html")]
struct Conflicts {
    page: Frame,
    desk: Bar,
    rows: Vec<Row>,
    can_change: bool,
    /// Of the registrations and of this page.
    list: String,
    address: String,
}

struct Row {
    id: i64,
    /// Name and public id.
    person: Option<(String, String)>,
    checkpoint: String,
    later: Scan,
    /// The scan that counts, or what the desk says of this one.
    earlier: Option<Scan>,
    verdict: &'static str,
    /// The word by which the volunteer turned the person away; none: they were let pass.
    turned_away: Option<&'static str>,
}

struct Scan {
    when: When,
    device: String,
}

impl Row {
    fn of(conflict: Conflict, at: &crate::desk::AtForum) -> Row {
        let scan = |side: Side| Scan {
            when: When::of(side.at, at.whole.forum.zone(), at.asked.lang),
            device: side.device,
        };
        Row {
            id: conflict.id,
            checkpoint: checkpoint_name(&conflict, &at.whole, at),
            person: conflict.person,
            verdict: verdict_word(conflict.scan.verdict, at.t),
            turned_away: conflict
                .scan
                .turned_away()
                .map(|told| verdict_word(told, at.t)),
            later: scan(conflict.scan),
            earlier: conflict.earlier.map(scan),
        }
    }
}

fn checkpoint_name(conflict: &Conflict, whole: &ForumContext, at: &crate::desk::AtForum) -> String {
    let owner = Owner::Checkpoint(conflict.checkpoint_id);
    match whole.text(owner, "name", at.asked.lang) {
        "" => conflict.checkpoint.clone(),
        name => name.to_string(),
    }
}
