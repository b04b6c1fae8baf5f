//! The browser in which somebody wants to sign in: the form's token is good in it alone, so that nobody can be signed in
//! to an account of somebody else's by a form that was made elsewhere.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, HttpResponse};

use crate::app::App;
use crate::clock::Moment;
use crate::error::Error;
use crate::values::Secret;

pub(crate) struct SignInBrowser {
    secret: Secret,
    /// It does not have its cookie yet.
    is_new: bool,
}

impl SignInBrowser {
    pub(crate) fn of(app: &App, request: &HttpRequest) -> SignInBrowser {
        let known = request
            .cookie(cookie_name(app))
            .and_then(|cookie| Secret::parse(cookie.value()));
        SignInBrowser {
            is_new: known.is_none(),
            secret: known.unwrap_or_else(Secret::random),
        }
    }

    /// The token for its form.
    pub(crate) fn form_token(&self, app: &App, now: Moment) -> String {
        app.forms.issue(&self.scope(), now)
    }

    /// Whether a form was made for this browser, and not too long ago.
    pub(crate) fn is_own(&self, app: &App, token: &str, now: Moment) -> bool {
        app.forms.open(&self.scope(), token, now).is_some()
    }

    /// It keeps its secret until it is closed; another tab of it has the same.
    pub(crate) fn remember(
        &self,
        app: &App,
        mut answer: HttpResponse,
    ) -> Result<HttpResponse, Error> {
        if self.is_new {
            let cookie = Cookie::build(cookie_name(app), self.secret.as_str())
                .path("/")
                .http_only(true)
                .secure(app.is_https())
                .same_site(SameSite::Lax)
                .finish();
            answer.add_cookie(&cookie).map_err(Error::broken)?;
        }
        Ok(answer)
    }

    fn scope(&self) -> String {
        format!("sign-in {}", self.secret.as_str())
    }
}

fn cookie_name(app: &App) -> &'static str {
    match app.is_https() {
        true => "__Host-sign-in",
        false => "sign-in",
    }
}
