use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use chrono::TimeDelta;

use crate::app::App;
use crate::clock;
use crate::db::{self, Connection};
use crate::desk::KnownBrowser;
use crate::error::Error;
use crate::models::desk::account::{self, Account, Role};
use crate::models::desk::{desk_edit, sign_in};
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::values::Secret;

/// Writing down "last seen" more often than this would make every page a write.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

/// Who is signed in. A handler that takes it is closed to everybody else.
pub(crate) struct SignedIn {
    pub account: Account,
    token: Secret,
    /// The account's number in this browser, which outlasts the sign-in.
    browser: Option<String>,
}

/// A forum, for who may open a page of it.
pub(crate) struct Opened {
    pub whole: Arc<ForumContext>,
    pub role: Role,
    pub version: i64,
}

/// Somebody has signed in with this very request, beside what it was sent for.
#[derive(Clone)]
pub(crate) struct Entered {
    pub token: Secret,
    pub browser: Option<String>,
}

impl SignedIn {
    /// The forum at an address, if this account was given it and may do there what `least` may; and how often the form
    /// of that page had been saved before anything of the forum was read: a change that comes between is seen as one of
    /// somebody else. A forum that was not given does not exist; the rights are asked in the query itself.
    pub(crate) async fn forum(
        &self,
        app: &App,
        slug: &str,
        least: Role,
        page: &str,
    ) -> Result<Opened, Error> {
        let account = self.account.clone();
        let (slug, page) = (slug.to_string(), page.to_string());
        let found = app.db.read(move |c| {
            let Some((forum, role)) = account::forum_for(c, &account, &slug)? else {
                return Ok(None);
            };
            if role < least {
                return Ok(Some(Err(Error::Forbidden)));
            }
            let last = desk_edit::last(c, forum.id, &page)?;
            let version = last.map_or(0, |edit| edit.number);
            let forum = forum::by_id(c, forum.id)?;
            let whole = Arc::new(context::of(c, forum)?);
            Ok(Some(Ok(Opened {
                whole,
                role,
                version,
            })))
        });
        found.await?.ok_or(Error::NotFound)?
    }

    /// Writes something at a forum, if the account still may then: a right may be taken away while a form is on its way.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        app: &App,
        forum_id: i64,
        may: impl Fn(Role) -> bool + Send + 'static,
        work: impl Fn(&mut Connection) -> db::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let account_id = self.account.id;
        let written = app
            .db
            .write(move |c| match account::right_at(c, account_id, forum_id)? {
                Some(role) if may(role) => work(c).map(Some),
                _ => Ok(None),
            })
            .await?;
        written.ok_or(Error::Forbidden)
    }

    /// The token for a form of this account in this browser: it is good also after the next sign-in. A browser that
    /// does not say which it is has one for this sign-in.
    pub(crate) fn form_token(&self, app: &App) -> String {
        let scope = self.browser.as_deref().unwrap_or(self.token.as_str());
        app.forms.issue(scope, clock::now())
    }

    /// Whether a form came from a page of this account in this browser, or of this sign-in.
    pub(crate) fn check_form(&self, app: &App, token: &str) -> Result<(), Error> {
        self.form_id(app, token)
            .map(|_| ())
            .ok_or(Error::NotOurForm)
    }

    /// What tells one form from another: sent twice, it is the same.
    pub(crate) fn form_id(&self, app: &App, token: &str) -> Option<String> {
        let scopes = [Some(self.token.as_str()), self.browser.as_deref()];
        let opened = scopes
            .into_iter()
            .flatten()
            .find_map(|scope| app.forms.open(scope, token, clock::now()));
        opened.map(|opened| opened.form_id)
    }

    pub(crate) fn token(&self) -> &Secret {
        &self.token
    }
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<SignedIn, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app = request
                .app_data::<web::Data<App>>()
                .ok_or_else(|| Error::broken("the application's data is missing"))?
                .clone();
            let entered = request.extensions().get::<Entered>().cloned();
            let token = match &entered {
                Some(entered) => Some(entered.token.clone()),
                None => told(&app, &request),
            };
            let (account, token) = find(&app, token.ok_or(Error::SignIn)?).await?;
            let browser = match entered {
                Some(entered) => entered.browser,
                None => KnownBrowser::of_request(&app, &request, &account),
            };
            Ok(SignedIn {
                account,
                token,
                browser,
            })
        })
    }
}

/// The sign-in that a browser's cookie names, whether it is over or not.
pub(crate) fn told(app: &App, request: &HttpRequest) -> Option<Secret> {
    let cookie = request.cookie(cookie_name(app))?;
    Secret::parse(cookie.value())
}

async fn find(app: &App, token: Secret) -> Result<(Account, Secret), Error> {
    let now = clock::now();
    let asked = token.clone();
    let found = app
        .db
        .read(move |c| sign_in::account(c, &asked, now))
        .await?;
    let (account, last_seen) = found.ok_or(Error::SignIn)?;
    if now - last_seen > SEEN_EVERY {
        let seen = token.clone();
        app.db.write(move |c| sign_in::seen(c, &seen, now)).await?;
    }
    Ok((account, token))
}

/// Bound to https and this very host where we are reached by https; on plain http at a loopback
/// address without, so that every browser and client can try it.
fn cookie_name(app: &App) -> &'static str {
    if app.is_https() {
        "__Host-desk"
    } else {
        "desk"
    }
}

/// The cookie of a new sign-in; it goes when the browser closes.
pub(crate) fn cookie(app: &App, token: &Secret) -> Cookie<'static> {
    Cookie::build(cookie_name(app), token.as_str().to_string())
        .path("/")
        .http_only(true)
        .secure(app.is_https())
        .same_site(SameSite::Lax)
        .finish()
}

/// What makes the browser forget it.
pub(crate) fn removal(app: &App) -> Cookie<'static> {
    let mut cookie = cookie(app, &Secret::random());
    cookie.make_removal();
    cookie
}
