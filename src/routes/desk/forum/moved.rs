use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use crate::desk::notices::NoticeWord;
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::mail::when;
use crate::models::people::timetable::{self, Wish};
use crate::pages::{self, Frame};

/// `GET /{lang}/desk/{forum}/moved`: how many people have old times in their calendar, and what they would be told.
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
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

/// `POST /{lang}/desk/{forum}/moved`: they are told one after the other, each once however often it is pressed.
pub(crate) async fn tell(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Sessions).await?;
    at.read(&body)?;
    let wish = Wish::new(&at.whole);
    at.write(move |c| timetable::wish(c, &wish)).await?;
    at.app.mailings.ring();
    Ok(at.done("/moved", NoticeWord::Told))
}

/// What is asked on the pages where times are changed; `None` when everybody has the times as they are.
pub(crate) struct Moved {
    pub question: String,
    pub address: String,
    /// They are being told: there is nothing to ask.
    pub is_told: bool,
}

impl Moved {
    pub(crate) async fn of(at: &AtForum) -> Result<Option<Moved>, Error> {
        let whole = at.whole.clone();
        let (count, is_told) = at
            .app
            .db
            .read(move |c| {
                let count = timetable::count_outdated(c, &whole)?;
                Ok((count, count > 0 && timetable::is_wished(c, &whole)?))
            })
            .await?;
        Ok((count > 0).then(|| Moved {
            question: match is_told {
                true => at.t.desk_moved_telling(count),
                false => at.t.desk_moved_count(count),
            },
            address: at.address("/moved"),
            is_told,
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
