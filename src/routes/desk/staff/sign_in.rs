use actix_web::cookie::Cookie;
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::hashing::hashing;
use crate::app::{App, Attempt, PageRequest};
use crate::desk::entry::sign_in_browser::SignInBrowser;
use crate::desk::entry::signed_in::{Entered, told};
use crate::desk::{KnownBrowser, SignedIn, cookie, removal};
use crate::error::Error;
use crate::forms;
use crate::forms::carried::TypedSignIn;
use crate::i18n::Texts;
use crate::models::desk::account::{self, Account};
use crate::models::desk::sign_in;
use crate::pages::{self, Frame};
use crate::values::{Email, Language, Password, PasswordMatch, Secret};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    /// Where the person wanted to go.
    to: String,
    /// `password`: it was just set; `file`: a file was sent without a sign-in, and not kept.
    done: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SignInForm {
    token: String,
    email: String,
    password: String,
    to: String,
}

#[derive(Template)]
#[template(path = "desk/staff/sign_in.html")]
struct SignInPage {
    page: Frame,
    token: String,
    email: String,
    to: String,
    /// What was done before.
    said: &'static str,
    /// Why not.
    wrong: &'static str,
}

/// `GET /{lang}/desk/sign-in`
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    request: HttpRequest,
    query: web::Query<Query>,
    signed_in: Option<SignedIn>,
) -> Result<HttpResponse, Error> {
    let query = query.into_inner();
    if signed_in.is_some() {
        return Ok(pages::see_other(&way_back(&query.to, &asked)));
    }
    let form = SignInForm {
        to: query.to,
        ..SignInForm::default()
    };
    let browser = SignInBrowser::of(&app, &request);
    let mut page = SignInPage::of(&app, &asked, &browser, form);
    let t = Texts::html(asked.lang);
    match query.done.as_str() {
        "password" => page.said = t.desk_sign_in_password_set(),
        "file" => page.wrong = t.desk_sign_in_file(),
        _ => {}
    }
    browser.remember(&app, pages::ok(&page)?)
}

/// `POST /{lang}/desk/sign-in`: an unknown address and a wrong password get the same answer after the same time.
pub(crate) async fn submit(
    app: web::Data<App>,
    asked: PageRequest,
    request: HttpRequest,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let form: SignInForm = forms::parse(&body);
    let typed = TypedSignIn {
        email: form.email.clone(),
        password: form.password.clone(),
        token: form.token.clone(),
    };
    let cookies = match enter(&app, &asked, &request, &typed).await? {
        Enter::Entered(_, cookies) => cookies,
        why => {
            let browser = SignInBrowser::of(&app, &request);
            let mut page = SignInPage::of(&app, &asked, &browser, form);
            page.wrong = why.sentence(asked.lang);
            return browser.remember(&app, pages::unprocessable(&page)?);
        }
    };
    let mut answer = pages::see_other(&way_back(&form.to, &asked));
    for cookie in cookies {
        answer.add_cookie(&cookie).map_err(Error::broken)?;
    }
    Ok(answer)
}

/// What became of a sign-in, and which cookies the browser gets.
pub(crate) enum Enter {
    Entered(Entered, Vec<Cookie<'static>>),
    Wrong,
    /// The form was another browser's, or grew too old.
    OtherForm,
}

impl Enter {
    /// Why not.
    pub(crate) fn sentence(&self, lang: Language) -> &'static str {
        let t = Texts::html(lang);
        match self {
            Enter::Entered(..) => "",
            Enter::Wrong => t.desk_sign_in_wrong(),
            Enter::OtherForm => t.desk_sign_in_again(),
        }
    }
}

/// Signs in, in place of whoever was signed in in this browser.
pub(crate) async fn enter(
    app: &App,
    asked: &PageRequest,
    request: &HttpRequest,
    typed: &TypedSignIn,
) -> Result<Enter, Error> {
    if !SignInBrowser::of(app, request).is_own(app, &typed.token, asked.now) {
        return Ok(Enter::OtherForm);
    }
    let email = Email::parse(&typed.email).ok();
    limit(app, asked, request, email.as_ref())?;
    let account = of_email(app, email).await?;
    let named = account.as_ref().map(|account| account.id);
    let Some(account) = checked(app, account, &typed.password).await? else {
        tracing::warn!(account = named, "a sign-in failed");
        return Ok(Enter::Wrong);
    };
    let token = Secret::random();
    let (begun, now, before) = (token.clone(), asked.now, told(app, request));
    let account_id = account.id;
    app.db
        .write(move |c| {
            if let Some(before) = &before {
                sign_in::end(c, before)?;
            }
            sign_in::begin(c, account_id, &begun, now)
        })
        .await?;
    let known = KnownBrowser::of_account(app, request, &account);
    let entered = Entered {
        browser: known.as_ref().map(|browser| browser.number().to_owned()),
        token: token.clone(),
    };
    let known = known.map(|browser| browser.cookie(app));
    let cookies = [Some(cookie(app, &token)), known];
    Ok(Enter::Entered(
        entered,
        cookies.into_iter().flatten().collect(),
    ))
}

/// Every attempt counts, and each that is refused is in the log: whose limit it was, never whose address.
fn limit(
    app: &App,
    asked: &PageRequest,
    request: &HttpRequest,
    email: Option<&Email>,
) -> Result<(), Error> {
    let attempt = Attempt {
        from: asked.ip,
        account: email.map(Email::folded),
        known_browser: email.and_then(|email| KnownBrowser::find(app, request, email)),
    };
    app.limits.sign_in(&attempt).map_err(|by| {
        tracing::warn!(?by, "a sign-in was not tried: too many");
        Error::TooMany
    })
}

/// `POST /{lang}/desk/sign-out`: ends it in the database, so that a copied cookie is worth nothing.
pub(crate) async fn out(
    app: web::Data<App>,
    asked: PageRequest,
    signed_in: SignedIn,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let form: SignInForm = forms::parse(&body);
    signed_in.check_form(&app, &form.token)?;
    let token = signed_in.token().clone();
    app.db.write(move |c| sign_in::end(c, &token)).await?;
    let mut answer = pages::see_other(&asked.at("/desk/sign-in"));
    answer.add_cookie(&removal(&app)).map_err(Error::broken)?;
    Ok(answer)
}

impl SignInPage {
    fn of(app: &App, asked: &PageRequest, browser: &SignInBrowser, form: SignInForm) -> SignInPage {
        SignInPage {
            page: asked.frame(Texts::html(asked.lang).desk_sign_in_title()),
            token: browser.form_token(app, asked.now),
            email: form.email,
            to: form.to,
            said: "",
            wrong: "",
        }
    }
}

/// The account of an address, if it may sign in at all.
async fn of_email(app: &App, email: Option<Email>) -> Result<Option<Account>, Error> {
    let Some(email) = email else {
        return Ok(None);
    };
    let found = app.db.read(move |c| account::by_email(c, &email)).await?;
    Ok(found.filter(|account| account.disabled_at.is_none()))
}

/// The account, if this is its password. A hash older than our parameters is made anew.
async fn checked(
    app: &App,
    account: Option<Account>,
    typed: &str,
) -> Result<Option<Account>, Error> {
    let kept = account.as_ref().and_then(|a| a.password_hash.clone());
    let typed = Password::typed(typed);
    let (found, stronger) = hashing(move || {
        let found = typed.matches(kept.as_deref());
        let stronger = (found == PasswordMatch::RightButWeak).then(|| typed.hash());
        (found, stronger)
    })
    .await?;
    if let (Some(account), Some(stronger)) = (&account, stronger) {
        let id = account.id;
        app.db
            .write(move |c| account::replace_hash(c, id, &stronger))
            .await?;
    }
    Ok(account.filter(|_| found != PasswordMatch::Wrong))
}

/// Where the person wanted to go, if that is a page of the desk; nothing of any other site.
fn way_back(to: &str, asked: &PageRequest) -> String {
    let is_ours = to
        .strip_prefix('/')
        .and_then(|rest| rest.split_once("/desk"))
        .is_some_and(|(lang, rest)| {
            Language::parse(lang).is_some()
                && (rest.is_empty() || rest.starts_with(['/', '?']))
                && !rest.starts_with("/sign-")
                && rest.chars().all(|c| c.is_ascii_graphic() && c != '\\')
        });
    match is_ours {
        true => to.to_string(),
        false => asked.at("/desk"),
    }
}

#[cfg(test)]
mod tests {
    use crate::routes::desk::staff::sign_in::*;

    fn leads(to: &str) -> String {
        let asked = PageRequest {
            lang: Language::Az,
            here: "/desk/sign-in".into(),
            now: crate::clock::now(),
            ip: None,
        };
        way_back(to, &asked)
    }

    #[test]
    fn the_way_back_stays_at_the_desk() {
        for to in ["/en/desk", "/ar/desk/gsnp-2025/registrations?q=a&sort=name"] {
            assert_eq!(leads(to), to);
        }
        for to in [
            "",
            "/",
            "//evil.example/en/desk",
            "https://evil.example/en/desk",
            "/en/deskx",
            "/xx/desk",
            "/en/desk/\r\nset-cookie: a=b",
            "/en/desk/\\evil",
            "/en/desk/sign-out",
            "/en/gsnp-2025",
            "/en//desk",
        ] {
            assert_eq!(leads(to), "/az/desk", "{to}");
        }
    }
}
