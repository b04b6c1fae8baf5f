use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use super::notices::Said;
use super::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::mail::{Badge, News, Post, when};
use crate::models::{badge, forum, timetable, whole};
use crate::pages::{self, Frame};

/// People told in one transaction, so that doors and forms get their turn between two.
const AT_ONCE: i64 = 50;

/// `GET /{lang}/desk/{forum}/moved`: how many people have old times in their calendar, and what they would be told.
pub async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sessions).await?;
    let facts = at.post().facts(&[], at.asked.lang);
    pages::ok(&MovedPage {
        moved: Moved::of(&at).await?,
        page: at.frame(at.t.desk_moved_title()),
        desk: at.bar(),
        sites: facts
            .sites
            .iter()
            .map(|site| (site.place.clone(), when(at.t, site)))
            .collect(),
        words: at.address("/wording"),
        back: at.address("/sessions"),
    })
}

/// `POST /{lang}/desk/{forum}/moved`: tells them, each once however often it is pressed.
pub async fn tell(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sessions).await?;
    at.read(&body)?;
    while tell_some(&at).await? > 0 {
        at.app.outbox.ring();
    }
    Ok(at.done("/moved", Said::Told))
}

/// The times as they are when the mail is written, whatever the page showed.
async fn tell_some(at: &AtForum) -> Result<usize, Error> {
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let (letterhead, public_url) = (at.app.letterhead.clone(), at.app.public_url.clone());
    let told = at
        .app
        .db
        .write(move |c| {
            let forum = forum::by_id(c, forum_id)?;
            let whole = whole::of(c, forum)?;
            let post = Post {
                letterhead: &letterhead,
                public_url: &public_url,
                whole: &whole,
            };
            let people = timetable::some_outdated(c, &whole, AT_ONCE)?;
            for person in &people {
                let badge = badge::current_code(c, person.id)?.as_ref().map(Badge::of);
                post.tell(c, person, badge.as_ref(), News::Changed, now)?;
            }
            Ok(people.len())
        })
        .await?;
    Ok(told)
}

/// What is asked on the pages where times are changed; `None` when everybody has the times as they are.
pub struct Moved {
    pub question: String,
    pub address: String,
}

impl Moved {
    pub async fn of(at: &AtForum) -> Result<Option<Moved>, Error> {
        let whole = at.whole.clone();
        let count = at
            .app
            .db
            .read(move |c| timetable::count_outdated(c, &whole))
            .await?;
        Ok((count > 0).then(|| Moved {
            question: at.t.desk_moved_count(count),
            address: at.address("/moved"),
        }))
    }
}

#[derive(Template)]
#[template(path = "desk/forum/moved.html")]
struct MovedPage {
    page: Frame,
    desk: Bar,
    moved: Option<Moved>,
    /// Places and when they are to be gone to.
    sites: Vec<(String, String)>,
    words: String,
    back: String,
}
