use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::app::App;
use crate::models::desk::account::Account;
use crate::values::{Email, Secret};

/// A browser comes back to a forum within half a year, or is new.
const LASTS: Duration = Duration::days(180);

/// A browser in which somebody has signed in to an account: guesses from elsewhere do not stop it. It is worth nothing
/// without the password, and says of nobody who they are.
///
/// Its number is the account's in this browser from one sign-in to the next: a form that was opened in one is good in
/// the next, of the same account.
pub(crate) struct KnownBrowser {
    email: Email,
    number: String,
}

impl KnownBrowser {
    /// The browser in which this account's owner signs in now.
    pub(crate) fn of_account(
        app: &App,
        request: &HttpRequest,
        account: &Account,
    ) -> Option<KnownBrowser> {
        let email = Email::parse(&account.email).ok()?;
        let number = KnownBrowser::find(app, request, &email);
        Some(KnownBrowser {
            number: number.unwrap_or_else(|| Secret::random().as_str().to_owned()),
            email,
        })
    }

    /// The account's number in the browser that asks.
    pub(crate) fn of_request(
        app: &App,
        request: &HttpRequest,
        account: &Account,
    ) -> Option<String> {
        let email = Email::parse(&account.email).ok()?;
        KnownBrowser::find(app, request, &email)
    }

    pub(crate) fn number(&self) -> &str {
        &self.number
    }

    /// What tells it from others, if the account of this address was signed in to in it.
    pub(crate) fn find(app: &App, request: &HttpRequest, email: &Email) -> Option<String> {
        let cookie = request.cookie(cookie_name(app))?;
        let number = app.forms.signed(&purpose(email), cookie.value())?;
        Some(number.to_owned())
    }

    pub(crate) fn cookie(&self, app: &App) -> Cookie<'static> {
        let signed = app.forms.sign(&purpose(&self.email), &self.number);
        Cookie::build(cookie_name(app), signed)
            .path("/")
            .http_only(true)
            .secure(app.is_https())
            .same_site(SameSite::Strict)
            .max_age(LASTS)
            .finish()
    }
}

fn purpose(email: &Email) -> String {
    format!("known browser of {}", email.folded())
}

fn cookie_name(app: &App) -> &'static str {
    match app.is_https() {
        true => "__Host-known",
        false => "known",
    }
}
