//! A request for a part of a forum at the desk: who asks, for which forum, and with what right.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};

use super::notices::{self, Said};
use super::{Bar, SignedIn, Tab};
use crate::app::{App, Asked};
use crate::db::{self, Connection};
use crate::error::Error;
use crate::forms::Typed;
use crate::i18n::Texts;
use crate::mail::Post;
use crate::models::account::{self, Role};
use crate::models::whole::Whole;
use crate::pages::{self, Frame};

/// Somebody who is signed in asks for something below `/{lang}/desk/{forum}`. What it is and whether it may be
/// had is asked with `at`.
pub struct ForForum {
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    slug: String,
    id: Option<i64>,
}

/// The forum and the right to the page are there.
pub struct AtForum {
    pub app: web::Data<App>,
    pub asked: Asked,
    pub signed_in: SignedIn,
    pub whole: Arc<Whole>,
    pub role: Role,
    /// For pages, with names set apart in sentences of the other direction.
    pub t: Texts,
    tab: Tab,
    id: Option<i64>,
}

impl ForForum {
    /// Opens a page of the forum, if the role at the forum reaches that far.
    pub async fn at(self, tab: Tab) -> Result<AtForum, Error> {
        self.at_least(tab, tab.least()).await
    }

    /// The devices' pages, for who makes and ends them.
    pub async fn to_run_doors(self) -> Result<AtForum, Error> {
        let at = self.at(Tab::Devices).await?;
        match at.role.may_run_doors() {
            true => Ok(at),
            false => Err(Error::Forbidden),
        }
    }

    /// The same, for what not everybody may do who sees the page.
    pub async fn at_least(self, tab: Tab, least: Role) -> Result<AtForum, Error> {
        let (whole, role) = self.signed_in.forum(&self.app, &self.slug, least).await?;
        Ok(AtForum {
            t: Texts::html(self.asked.lang),
            app: self.app,
            asked: self.asked,
            signed_in: self.signed_in,
            whole,
            role,
            tab,
            id: self.id,
        })
    }
}

impl AtForum {
    pub fn forum_id(&self) -> i64 {
        self.whole.forum.id
    }

    /// Writes something that takes a right, if the account still has it then.
    pub async fn write_with<T: Send + 'static>(
        &self,
        may: fn(Role) -> bool,
        work: impl Fn(&mut Connection) -> db::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let (account_id, forum_id) = (self.signed_in.account.id, self.forum_id());
        let written = self
            .app
            .db
            .write(move |c| match account::right_at(c, account_id, forum_id)? {
                Some(role) if may(role) => work(c).map(Some),
                _ => Ok(None),
            })
            .await?;
        written.ok_or(Error::Forbidden)
    }

    /// The number at the end of the address.
    pub fn id(&self) -> Result<i64, Error> {
        self.id.ok_or(Error::NotFound)
    }

    /// What writing to this forum's delegates takes.
    pub fn post(&self) -> Post<'_> {
        Post {
            letterhead: &self.app.letterhead,
            public_url: &self.app.public_url,
            whole: &self.whole,
        }
    }

    pub fn frame(&self, title: impl Into<String>) -> Frame {
        self.asked.frame(title)
    }

    /// The page under its tab's own name.
    pub fn tab_frame(&self) -> Frame {
        self.frame(self.tab.name(self.t))
    }

    /// With what the address says has just happened.
    pub fn bar(&self) -> Bar {
        let forum = (&*self.whole, self.role);
        let bar = Bar::of(&self.app, &self.signed_in, forum, self.tab, self.asked.lang);
        bar.saying(notices::said(&self.asked, self.t))
    }

    /// The body of a form, if it came from a page of this sign-in.
    pub fn read(&self, body: &[u8]) -> Result<Typed, Error> {
        let form = Typed::read(body);
        self.signed_in.check_form(&self.app, form.get("token"))?;
        Ok(form)
    }

    /// An address below the forum's desk.
    pub fn address(&self, path: &str) -> String {
        self.asked
            .at(&format!("/desk/{}{path}", self.whole.forum.slug))
    }

    /// The form did its work: the public page is written anew, and the next page says so.
    pub fn done(&self, path: &str, said: Said) -> HttpResponse {
        self.app.forum_pages.forget(&self.whole.forum.slug);
        pages::see_other(&notices::saying(&self.address(path), said))
    }

    /// The same for a form that changes what was there: one that came back as it had been drawn has saved nothing.
    pub fn saved(&self, path: &str, drawn: Option<&Typed>, form: &Typed) -> HttpResponse {
        self.done(path, Said::of_form(drawn, form))
    }
}

impl FromRequest for ForForum {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<ForForum, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let asked = Asked::from_request(request, payload);
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
