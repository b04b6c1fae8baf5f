use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};

use crate::app::{App, PageRequest, client};
use crate::clock::{self, Moment};
use crate::db::{self, Connection, Result as DbResult};
use crate::error::Error;
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::badge;
use crate::models::people::document::rule::{self, Rule};
use crate::models::people::document::{self, attended};
use crate::models::people::event::{self, Actor, By, What};
use crate::models::people::registration::{self, Registration, unseen};
use crate::models::people::standing::State;
use crate::models::returned::unsubscribed;
use crate::pages::Frame;
use crate::registrar::Acts;
use crate::values::{Code, Secret};

/// The person whose link was opened. A handler that takes it is closed to whoever has no such link.
pub(crate) struct Mine {
    /// The number of its last change, or of an earlier one.
    pub version: i64,
    pub registration: Registration,
    /// Of the page that was opened.
    link: Secret,
    pub whole: Arc<ForumContext>,
    /// Where the person comes to; empty for wherever the forum is.
    pub sites: Vec<i64>,
    /// The badge's, for who is confirmed.
    pub code: Option<Code>,
    /// Whether one who has withdrawn had a badge, which may be in a wallet still.
    pub had_badge: bool,
    /// The page of one who has withdrawn and registered anew.
    pub newer: Option<Secret>,
    /// What the organizers said when they declined.
    pub words: Option<String>,
    /// Whether the person has ended the forum's news.
    pub wants_no_news: bool,
    /// What papers the forum gives out.
    pub rule: Rule,
    pub is_over: bool,
    /// Whether a certificate can be had.
    pub was_there: bool,
}

impl Mine {
    /// The address of a page of this person, behind the language: `mine.path("/correct")`.
    pub(crate) fn path(&self, end: &str) -> String {
        format!("/me/{}{end}", self.link)
    }

    /// The frame of a page of this person, whatever address it was asked by.
    pub(crate) fn frame(&self, asked: &PageRequest, end: &str, title: impl Into<String>) -> Frame {
        Frame::new(asked.lang, &self.path(end), title).branded(self.whole.forum.brand.as_deref())
    }

    pub(crate) fn form_token(&self, app: &App, now: Moment) -> String {
        app.forms.issue(self.link.as_str(), now)
    }

    /// Whether a form came from a page of this person, not too long ago.
    pub(crate) fn knows(&self, app: &App, token: &str, now: Moment) -> bool {
        app.forms.open(self.link.as_str(), token, now).is_some()
    }

    /// Whoever opens a page of their own is there.
    async fn mark_seen(&self, app: &App) -> Result<(), Error> {
        let (id, now) = (self.registration.id, clock::now());
        if self.registration.opened_at.is_none() {
            app.db.write(move |c| unseen::opened(c, id, now)).await?;
        }
        Ok(())
    }

    /// Read once more.
    pub(crate) async fn read_anew(self, app: &App) -> Result<Mine, Error> {
        find(app, self.link).await?.ok_or(Error::LostLink)
    }

    pub(crate) fn state(&self) -> State {
        self.registration.state
    }

    /// Changes the registration by the hand of whoever has the link.
    pub(crate) async fn act<T: Send + 'static>(
        &self,
        app: &App,
        now: Moment,
        work: impl Fn(&mut Acts) -> db::Result<T> + Send + 'static,
    ) -> db::Result<T> {
        let by = By {
            actor: Actor::Delegate,
            now,
        };
        app.registrar.act(&app.db, &self.whole, by, work).await
    }
}

impl FromRequest for Mine {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Mine, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let link = request.match_info().get("link").and_then(Secret::parse);
        let app = request.app_data::<web::Data<App>>().cloned();
        let ip = client(request);
        Box::pin(async move {
            let app = app.ok_or_else(|| Error::broken("the application's data is missing"))?;
            let found = match link {
                Some(link) => find(&app, link).await?,
                None => None,
            };
            match found {
                Some(mine) => {
                    mine.mark_seen(&app).await?;
                    Ok(mine)
                }
                None => {
                    app.limits.guess(ip)?;
                    Err(Error::LostLink)
                }
            }
        })
    }
}

async fn find(app: &App, link: Secret) -> Result<Option<Mine>, Error> {
    let key = app.letterhead.key().clone();
    let found = app
        .db
        .read(move |c| {
            let Some(known) = registration::by_link(c, &link)? else {
                return Ok(None);
            };
            // The number is read first: a change that comes between is seen as one of somebody else.
            let version = registration::version(c, known.id)?;
            let registration = registration::by_id(c, known.id)?;
            let forum = forum::by_id(c, registration.forum_id)?;
            let code = match registration.state {
                State::Confirmed => badge::current_code(c, registration.id)?,
                _ => None,
            };
            let words = match registration.state {
                State::Declined => event::last_reason(c, registration.id, What::Declined)?,
                _ => None,
            };
            let rule = rule::of_forum(c, forum.id)?;
            let is_over = document::is_over(&forum.zone, forum.ends_on, clock::now());
            let asks = rule.certificates && is_over && code.is_some();
            let was_there = asks && !attended(c, &forum, registration.id)?.is_empty();
            let had_badge = match registration.state {
                State::Withdrawn => !badge::of_registration(c, registration.id)?.is_empty(),
                _ => false,
            };
            let newer = match registration.state {
                State::Withdrawn => newer(c, &registration)?
                    .map(|newer| newer.link.open(&key))
                    .transpose()?,
                _ => None,
            };
            Ok(Some(Mine {
                link,
                version,
                newer,
                wants_no_news: !unsubscribed::gets_news(c, &registration)?,
                rule,
                is_over,
                was_there,
                sites: registration::sites(c, registration.id)?,
                whole: Arc::new(context::of(c, forum)?),
                code,
                had_badge,
                words,
                registration,
            }))
        })
        .await?;
    Ok(found)
}

/// Of the same name at the same address: whoever had the old page by mail had the new one by mail, too.
fn newer(c: &mut Connection, old: &Registration) -> DbResult<Option<Registration>> {
    registration::same(c, old.forum_id, &old.key())
}
