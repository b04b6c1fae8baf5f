//! A form whose sign-in or token has ended loses nothing: the answer is a page that carries what was typed, and from
//! which it goes on to where it was sent.
//!
//! A form is done without another look only where its token proves that this browser was given it for this account.
//! Any other, such as one that another site's page made a browser send, is shown with all it says, and waits for a press.

use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use askama::Template;

use super::desk::staff::sign_in::{self, Enter};
use super::door::{self, Paired};
use crate::app::{App, PageRequest};
use crate::desk::{Entered, SignInBrowser, SignedIn};
use crate::error::Error;
use crate::forms::carried::{Carried, TypedSignIn};
use crate::i18n::Texts;
use crate::pages::{self, Frame};

/// What became of a sign-in that came with another form.
pub(crate) enum SignInBeside {
    Entered(Entered, Vec<actix_web::cookie::Cookie<'static>>),
    /// The page once more.
    Again(HttpResponse),
}

/// Signs in who sent another form with the sign-in.
pub(crate) async fn enter(
    app: &App,
    request: &HttpRequest,
    typed: TypedSignIn,
    carried: Carried,
) -> Result<SignInBeside, Error> {
    let asked = PageRequest::of(request);
    let lang = asked.lang;
    let (why, status) = match sign_in::enter(app, &asked, request, &typed).await {
        Ok(Enter::Entered(entered, cookies)) => {
            return Ok(SignInBeside::Entered(entered, cookies));
        }
        Ok(why) => (why.sentence(lang), StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::TooMany) => (
            Texts::html(lang).error_too_many_text(),
            StatusCode::TOO_MANY_REQUESTS,
        ),
        Err(error) => return Err(error),
    };
    let browser = SignInBrowser::of(app, request);
    let mut page = InPlacePage::of(app, &asked, &browser, carried);
    page.email = typed.email;
    page.wrong = why;
    let page = browser.remember(app, pages::page(status, &page)?)?;
    Ok(SignInBeside::Again(page))
}

/// The page in place of the refusal, where what was sent can be done yet; `None` where it cannot. `entered` says
/// that somebody has signed in with this request.
pub(crate) async fn answer(
    app: &App,
    request: &HttpRequest,
    error: &Error,
    carried: Carried,
    entered: bool,
) -> Result<Option<HttpResponse>, Error> {
    let asked = PageRequest::of(request);
    match error {
        Error::SignIn if ends_a_sign_in(request) => Ok(None),
        Error::SignIn => in_place(app, request, carried, "").map(Some),
        // This account may not; another one may.
        Error::Forbidden | Error::NotFound if entered => {
            let why = Texts::html(asked.lang).desk_in_place_forbidden();
            in_place(app, request, carried, why).map(Some)
        }
        Error::NotOurForm => match fresh(app, request, &asked, carried).await {
            Some(carried) => press_again(asked, carried).map(Some),
            None => Ok(None),
        },
        _ => Ok(None),
    }
}

/// Whoever wants to sign out is out already.
fn ends_a_sign_in(request: &HttpRequest) -> bool {
    request.path().ends_with("/desk/sign-out")
}

fn in_place(
    app: &App,
    request: &HttpRequest,
    carried: Carried,
    why: &'static str,
) -> Result<HttpResponse, Error> {
    let browser = SignInBrowser::of(app, request);
    let mut page = InPlacePage::of(app, &PageRequest::of(request), &browser, carried);
    page.wrong = why;
    browser.remember(app, pages::unprocessable(&page)?)
}

/// The same form with a token of who asks now.
async fn fresh(
    app: &App,
    request: &HttpRequest,
    asked: &PageRequest,
    carried: Carried,
) -> Option<Carried> {
    if let Ok(signed_in) = SignedIn::extract(request).await
        && asked.here.starts_with("/desk")
    {
        return Some(carried.with_token("token", signed_in.form_token(app)));
    }
    let paired = Paired::extract(request).await.ok()?;
    let token = app.forms.issue(&door::token_scope(&paired), asked.now);
    let is_of_door = asked.here.starts_with("/door");
    is_of_door.then(|| carried.with_token("page", token))
}

fn press_again(asked: PageRequest, carried: Carried) -> Result<HttpResponse, Error> {
    pages::unprocessable(&AgainPage {
        page: asked.frame(Texts::html(asked.lang).carried_title()),
        carried,
    })
}

/// A file comes with its form: neither is kept. The page on which it is chosen.
pub(crate) fn page_of_upload(request: &HttpRequest) -> String {
    let path = request.path();
    match path.split_once("/letters/images/") {
        Some((forum, _)) => format!("{forum}/letters/settings"),
        None => path.trim_end_matches("/artwork").to_owned(),
    }
}

#[derive(Template)]
#[template(path = "desk/staff/in_place.html")]
struct InPlacePage {
    page: Frame,
    token: String,
    carried: Carried,
    email: String,
    /// Why not.
    wrong: &'static str,
}

impl InPlacePage {
    fn of(
        app: &App,
        asked: &PageRequest,
        browser: &SignInBrowser,
        carried: Carried,
    ) -> InPlacePage {
        InPlacePage {
            page: asked.frame(Texts::html(asked.lang).desk_sign_in_title()),
            token: browser.form_token(app, asked.now),
            carried,
            email: String::new(),
            wrong: "",
        }
    }
}

#[derive(Template)]
#[template(path = "again.html")]
struct AgainPage {
    page: Frame,
    carried: Carried,
}

/// What every page shares, wherever the request is in the table.
pub(crate) fn app(request: &HttpRequest) -> Result<web::Data<App>, Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    app.ok_or_else(|| Error::broken("the application's data is missing"))
}
