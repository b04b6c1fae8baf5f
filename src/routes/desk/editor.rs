//! What a forum is made of is edited in one way: a form for a new part and for one that is there, and its end.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::desk::notices::NoticeWord;
use crate::desk::{AtForum, Bar, Edit, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed};
use crate::pages::{self, Frame};
use crate::routes::addresses::{Addresses, get, post};

/// One of a forum's parts, such as a site.
pub(in crate::routes) trait Part: Clone + Send + 'static {
    /// Where its pages are, below the forum's desk: `/sites`.
    const PATH: &'static str;
    const TAB: Tab;

    /// What its form says, once it is understood.
    type Settings: Send + 'static;

    async fn find(at: &AtForum, id: i64) -> Result<Option<Self>, Error>;

    /// The form of a new one.
    async fn blank(at: &AtForum) -> Result<Typed, Error>;

    /// The form as it is drawn of this one.
    fn form(&self, at: &AtForum) -> Typed;

    fn parse(at: &AtForum, form: &Typed, errors: &mut FieldErrors) -> Option<Self::Settings>;

    /// Writes it; `false` when another one has its short name.
    fn save(
        c: &mut Connection,
        place: &Place,
        was: Option<&Self>,
        settings: &Self::Settings,
    ) -> db::Result<bool>;

    /// What else follows when it is saved.
    async fn saved(_: &AtForum) -> Result<(), Error> {
        Ok(())
    }

    /// Whether it is the only one, and a forum has to have one.
    fn is_last(_: &AtForum) -> bool {
        false
    }

    /// `false` when something else stands on it.
    fn delete(&self, c: &mut Connection, place: &Place) -> db::Result<bool>;

    fn title(at: &AtForum, part: Option<&Self>) -> String;

    /// What can be typed.
    fn fields<'a>(at: &'a AtForum, form: &'a Typed, errors: &'a FieldErrors) -> impl Template + 'a;

    /// Another page of this one: its address, and what the link says.
    fn link(&self, _: &AtForum) -> Option<(String, &'static str)> {
        None
    }
}

/// Where a part is written.
#[derive(Debug, Clone, Copy)]
pub(in crate::routes) struct Place {
    pub forum_id: i64,
    pub now: Moment,
}

#[derive(Template)]
#[template(path = "desk/part.html")]
struct EditPage {
    page: Frame,
    desk: Bar,
    errors: FieldErrors,
    fields: String,
    link: Option<(String, &'static str)>,
    /// Addresses: of the list, and of what deletes it.
    back: String,
    delete: Option<String>,
}

/// The addresses of a part's forms.
pub(in crate::routes) fn addresses<P: Part>(a: &mut Addresses) {
    let path = P::PATH;
    a.route(&format!("{path}/new"), get().to(new::<P>))
        .route(&format!("{path}/new"), post().to(create::<P>))
        .route(&format!("{path}/{{id}}"), get().to(edit::<P>))
        .route(&format!("{path}/{{id}}"), post().to(update::<P>))
        .route(&format!("{path}/{{id}}/delete"), post().to(delete::<P>));
}

/// `GET /{lang}/desk/{forum}/sites/new`
async fn new<P: Part>(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(P::TAB).await?;
    let form = P::blank(&at).await?;
    lay::<P>(&at, None, form, FieldErrors::default(), StatusCode::OK)
}

/// `GET /{lang}/desk/{forum}/sites/{id}`
async fn edit<P: Part>(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(P::TAB).await?;
    let part = P::find(&at, at.id()?).await?.ok_or(Error::NotFound)?;
    let form = part.form(&at);
    let errors = FieldErrors::default();
    lay(&at, Some(&part), form, errors, StatusCode::OK)
}

/// `POST /{lang}/desk/{forum}/sites/new`
async fn create<P: Part>(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(P::TAB).await?;
    save::<P>(&at, None, &body).await
}

/// `POST /{lang}/desk/{forum}/sites/{id}`
async fn update<P: Part>(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(P::TAB).await?;
    let part = P::find(&at, at.id()?).await?.ok_or(Error::NotFound)?;
    save(&at, Some(part), &body).await
}

/// `POST /{lang}/desk/{forum}/sites/{id}/delete`
async fn delete<P: Part>(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(P::TAB).await?;
    at.read(&body)?;
    let id = at.id()?;
    let Some(part) = P::find(&at, id).await? else {
        return Ok(at.done(P::PATH, NoticeWord::Already));
    };
    let here = format!("{}/{id}", P::PATH);
    if P::is_last(&at) {
        return Ok(at.done(&here, NoticeWord::Last));
    }
    let place = Place::of(&at);
    let deleted = at.write(move |c| part.delete(c, &place)).await?;
    Ok(match deleted {
        true => at.done(P::PATH, NoticeWord::Deleted),
        false => at.done(&here, NoticeWord::Used),
    })
}

async fn save<P: Part>(at: &AtForum, part: Option<P>, body: &[u8]) -> Result<HttpResponse, Error> {
    let form = at.read(body)?;
    let mut errors = FieldErrors::default();
    if let Some(settings) = P::parse(at, &form, &mut errors) {
        let drawn = part.as_ref().map(|part| part.form(at));
        let place = Place::of(at);
        let was = part.clone();
        let change = move |c: &mut _| P::save(c, &place, was.as_ref(), &settings);
        match at.edit(&form, drawn.as_ref(), change).await? {
            Edit::Done => {
                P::saved(at).await?;
                return Ok(at.saved(P::PATH, drawn.as_ref(), &form));
            }
            Edit::Refused => errors.add("slug", at.t.desk_edit_slug_taken()),
            Edit::Meanwhile => {}
        }
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    lay(at, part.as_ref(), form, errors, status)
}

fn lay<P: Part>(
    at: &AtForum,
    part: Option<&P>,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let id = part.and_then(|_| at.id().ok());
    let fields = P::fields(at, &form, &errors).render();
    let page = EditPage {
        page: at.frame(P::title(at, part)),
        desk: at.bar(),
        fields: fields?,
        link: part.and_then(|part| part.link(at)),
        back: at.address(P::PATH),
        delete: id.map(|id| at.address(&format!("{}/{id}/delete", P::PATH))),
        errors,
    };
    pages::page(status, &page)
}

impl Place {
    fn of(at: &AtForum) -> Place {
        Place {
            forum_id: at.forum_id(),
            now: at.asked.now,
        }
    }
}
