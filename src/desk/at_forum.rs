//! A request for a part of a forum at the desk: who asks, for which forum, and with what right.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};

use super::notices::{self, NoticeWord};
use crate::app::{App, PageRequest};
use crate::clock;
use crate::db::{self, Connection};
use crate::desk::{Bar, Meanwhile, SignedIn, Tab};
use crate::error::Error;
use crate::forms::{Difference, Typed, field_name};
use crate::i18n::{Texts, dates};
use crate::mail::Post;
use crate::models::desk::account::{self, Role};
use crate::models::desk::desk_edit::{self, DeskEdit};
use crate::models::forum::context::ForumContext;
use crate::models::people::event::{Actor, By};
use crate::models::turn;
use crate::pages::{self, Frame};
use crate::registrar::Acts;

/// Somebody who is signed in asks for something below `/{lang}/desk/{forum}`. What it is and whether it may be
/// had is asked with `at`.
pub(crate) struct ForForum {
    app: web::Data<App>,
    asked: PageRequest,
    signed_in: SignedIn,
    slug: String,
    id: Option<i64>,
}

/// The forum and the right to the page are there.
pub(crate) struct AtForum {
    pub app: web::Data<App>,
    pub asked: PageRequest,
    pub signed_in: SignedIn,
    pub whole: Arc<ForumContext>,
    pub role: Role,
    /// What the page takes.
    least: Role,
    /// For pages, with names set apart in sentences of the other direction.
    pub t: Texts,
    tab: Tab,
    id: Option<i64>,
    /// How often the form at this address had been saved when the page's form was drawn.
    version: Cell<i64>,
    meanwhile: RefCell<Option<Meanwhile>>,
}

/// What became of a form that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edit {
    Done,
    /// A rule says no.
    Refused,
    /// Somebody else saved it since it was opened. The page that is drawn next says who, when and what.
    Meanwhile,
}

impl ForForum {
    /// Opens a page of the forum, if the role at the forum reaches that far.
    pub(crate) async fn at(self, tab: Tab) -> Result<AtForum, Error> {
        self.at_least(tab, tab.least()).await
    }

    /// The devices' pages, for who makes and ends them.
    pub(crate) async fn running_doors(self) -> Result<AtForum, Error> {
        let at = self.at(Tab::Devices).await?;
        match at.role.may_run_doors() {
            true => Ok(at),
            false => Err(Error::Forbidden),
        }
    }

    /// The same, for what not everybody may do who sees the page.
    pub(crate) async fn at_least(self, tab: Tab, least: Role) -> Result<AtForum, Error> {
        let opened = self
            .signed_in
            .forum(&self.app, &self.slug, least, page_of(&self.asked))
            .await?;
        Ok(AtForum {
            version: Cell::new(opened.version),
            meanwhile: RefCell::default(),
            t: Texts::html(self.asked.lang),
            app: self.app,
            asked: self.asked,
            signed_in: self.signed_in,
            whole: opened.whole,
            role: opened.role,
            least,
            tab,
            id: self.id,
        })
    }
}

impl AtForum {
    pub(crate) fn forum_id(&self) -> i64 {
        self.whole.forum.id
    }

    /// Writes something by the right that opened the page, if the account still has it then.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Connection) -> db::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let least = self.least;
        self.write_with(move |role| role >= least, work).await
    }

    /// The same by a right of another kind.
    pub(crate) async fn write_with<T: Send + 'static>(
        &self,
        may: impl Fn(Role) -> bool + Send + 'static,
        work: impl Fn(&mut Connection) -> db::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let forum_id = self.forum_id();
        self.signed_in.write(&self.app, forum_id, may, work).await
    }

    /// Writes registrations by the right that opened the page, and tells those whom it concerns.
    pub(crate) async fn act<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Acts) -> db::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let (registrar, whole, by) = (self.app.registrar.clone(), self.whole.clone(), self.by());
        registrar.ready().await;
        let done = self
            .write(move |c| registrar.within(c, &whole, by, |acts| work(acts)))
            .await;
        self.app.outbox.ring();
        done
    }

    /// There may be more places than before: those who have waited longest have them.
    pub(crate) async fn serve_line(&self) -> Result<(), Error> {
        let (db, forum_id) = (&self.app.db, self.forum_id());
        let served = self.app.registrar.serve_line(db, forum_id, self.by());
        Ok(served.await?)
    }

    pub(crate) fn by(&self) -> By {
        By {
            actor: Actor::Account(self.signed_in.account.id),
            now: self.asked.now,
        }
    }

    /// The number at the end of the address.
    pub(crate) fn id(&self) -> Result<i64, Error> {
        self.id.ok_or(Error::NotFound)
    }

    /// What writing to this forum's delegates takes.
    pub(crate) fn post(&self) -> Post<'_> {
        self.app.registrar.post(&self.whole)
    }

    pub(crate) fn frame(&self, title: impl Into<String>) -> Frame {
        self.asked.frame(title)
    }

    /// The page under its tab's own name.
    pub(crate) fn tab_frame(&self) -> Frame {
        self.frame(self.tab.name(self.t))
    }

    /// With what the address says has just happened.
    pub(crate) fn bar(&self) -> Bar {
        let forum = (&*self.whole, self.role);
        let bar = Bar::of(&self.app, &self.signed_in, forum, self.tab, self.asked.lang);
        Bar {
            version: self.version.get(),
            meanwhile: self.meanwhile.borrow_mut().take(),
            ..bar.saying(notices::said(&self.asked, self.t))
        }
    }

    /// The body of a form, if it came from a page of this sign-in.
    pub(crate) fn read(&self, body: &[u8]) -> Result<Typed, Error> {
        let form = Typed::read(body);
        self.signed_in.check_form(&self.app, form.get("token"))?;
        if let Ok(version) = form.get("version").parse() {
            self.version.set(version);
        }
        Ok(form)
    }

    /// Saves what a form says of something that was there and is `drawn` so now, unless somebody else has saved it since
    /// it was opened. `change` answers whether the rules let it.
    pub(crate) async fn edit(
        &self,
        form: &Typed,
        drawn: Option<&Typed>,
        change: impl Fn(&mut Connection) -> db::Result<bool> + Send + 'static,
    ) -> Result<Edit, Error> {
        let is_edit = drawn.is_some_and(|drawn| !form.says_the_same_as(drawn));
        let known: Option<i64> = form.get("version").parse().ok();
        let (forum_id, page) = (self.forum_id(), page_of(&self.asked).to_owned());
        let (account_id, now) = (self.signed_in.account.id, self.asked.now);
        let saved = self.write(move |c| {
            if !is_edit {
                return change(c).map(Ok);
            }
            turn::hold(c, forum_id)?;
            let last = desk_edit::last(c, forum_id, &page)?;
            if let Some(last) = last.filter(|last| known.is_some_and(|known| known < last.number)) {
                let account = account::by_id(c, last.account_id)?;
                return Ok(Err((last, account.email)));
            }
            let is_done = change(c)?;
            if is_done {
                desk_edit::record(c, forum_id, &page, account_id, now)?;
            }
            Ok(Ok(is_done))
        });
        match saved.await? {
            Ok(true) => Ok(Edit::Done),
            Ok(false) => Ok(Edit::Refused),
            Err((last, who)) => {
                self.version.set(last.number);
                let drawn = drawn.cloned().unwrap_or_default();
                let meanwhile = self.meanwhile(&last, who, form.differences(&drawn));
                self.meanwhile.replace(Some(meanwhile));
                Ok(Edit::Meanwhile)
            }
        }
    }

    fn meanwhile(&self, last: &DeskEdit, who: String, differ: Vec<Difference>) -> Meanwhile {
        let zone = self.whole.forum.zone();
        let when = clock::in_zone(zone, last.edited_at);
        let shown = |text: String| match text.is_empty() {
            true => self.t.edit_nothing().to_owned(),
            false => text,
        };
        let rows = differ.into_iter().map(|one| Difference {
            field: field_name(&one.field, self.t),
            stands: shown(one.stands),
            typed: shown(one.typed),
        });
        Meanwhile {
            sentence: self
                .t
                .edit_meanwhile(who, dates::day_time(self.asked.lang, when)),
            rows: rows.collect(),
        }
    }

    /// An address below the forum's desk.
    pub(crate) fn address(&self, path: &str) -> String {
        self.asked
            .at(&format!("/desk/{}{path}", self.whole.forum.slug))
    }

    /// The form did its work: the public page is written anew, and the next page says so.
    pub(crate) fn done(&self, path: &str, said: NoticeWord) -> HttpResponse {
        self.app.forum_pages.forget(&self.whole.forum.slug);
        pages::see_other(&notices::saying(&self.address(path), said))
    }

    /// The same for a form that changes what was there: one that came back as it had been drawn has saved nothing.
    pub(crate) fn saved(&self, path: &str, drawn: Option<&Typed>, form: &Typed) -> HttpResponse {
        self.done(path, NoticeWord::of_form(drawn, form))
    }
}

/// The address behind the forum's, without what is asked of it.
fn page_of(asked: &PageRequest) -> &str {
    let path = asked.here.split('?').next().unwrap_or_default();
    let behind = path
        .strip_prefix("/desk/")
        .and_then(|path| path.find('/').map(|at| &path[at..]));
    behind.unwrap_or_default()
}

impl FromRequest for ForForum {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<ForForum, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let asked = PageRequest::from_request(request, payload);
        let signed_in = SignedIn::from_request(request, payload);
        let app = request.app_data::<web::Data<App>>().cloned();
        let slug = request.match_info().get("forum").map(str::to_string);
        let id = request.match_info().get("id").map(str::parse);
        Box::pin(async move {
            Ok(ForForum {
                asked: asked.await?,
                signed_in: signed_in.await?,
                app: app.ok_or_else(|| Error::broken("the application's data is missing"))?,
                slug: slug.ok_or(Error::NotFound)?,
                id: id.transpose().map_err(|_| Error::NotFound)?,
            })
        })
    }
}
