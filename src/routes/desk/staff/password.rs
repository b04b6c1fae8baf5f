use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::Deserialize;

use super::hashing::hashing;
use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::forms::{self, FieldErrors};
use crate::i18n::Texts;
use crate::models::desk::account::{self, Account};
use crate::pages::{self, Frame};
use crate::values::{Password, PasswordFault, Secret};

#[derive(Default, Deserialize)]
#[serde(default)]
struct PasswordForm {
    token: String,
    password: String,
}

#[derive(Template)]
#[template(path = "desk/staff/password.html")]
struct PasswordPage {
    page: Frame,
    token: String,
    email: String,
    errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "desk/staff/password_gone.html")]
struct GonePage {
    page: Frame,
}

/// `GET /{lang}/desk/password/{link}`
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let link = path.into_inner().1;
    match behind(&app, &asked, &link).await? {
        Some((account, _)) => pages::ok(&PasswordPage::of(
            &app,
            &asked,
            &link,
            &account,
            FieldErrors::default(),
        )),
        None => gone(&asked),
    }
}

/// `POST /{lang}/desk/password/{link}`: sets it, uses the link up and ends every sign-in of the account.
pub(crate) async fn submit(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let link = path.into_inner().1;
    let Some((account, secret)) = behind(&app, &asked, &link).await? else {
        return gone(&asked);
    };
    let form: PasswordForm = forms::parse(&body);
    let t = Texts::html(asked.lang);
    let checked = match app.forms.open(&link, &form.token, asked.now) {
        Some(_) => chosen(&form.password, &account.email, t),
        None => Err(t.desk_sign_in_old().to_owned()),
    };
    let password = match checked {
        Ok(password) => password,
        Err(sentence) => {
            let mut errors = FieldErrors::default();
            errors.add("password", sentence);
            let page = PasswordPage::of(&app, &asked, &link, &account, errors);
            return pages::unprocessable(&page);
        }
    };
    let hash = hashing(move || password.hash()).await?;
    let now = asked.now;
    let set = app
        .db
        .write(move |c| account::set_password(c, &secret, &hash, now))
        .await?;
    match set {
        true => Ok(pages::see_other(&asked.at("/desk/sign-in?done=password"))),
        false => gone(&asked),
    }
}

impl PasswordPage {
    fn of(
        app: &App,
        asked: &PageRequest,
        link: &str,
        account: &Account,
        errors: FieldErrors,
    ) -> PasswordPage {
        PasswordPage {
            page: asked.frame(Texts::html(asked.lang).desk_password_title()),
            token: app.forms.issue(link, asked.now),
            email: account.email.clone(),
            errors,
        }
    }
}

/// Whose password a link sets, while it may be used.
async fn behind(
    app: &App,
    asked: &PageRequest,
    link: &str,
) -> Result<Option<(Account, Secret)>, Error> {
    app.limits.guess(asked.ip)?;
    let Some(secret) = Secret::parse(link) else {
        return Ok(None);
    };
    let (wanted, now) = (secret.clone(), asked.now);
    let account = app
        .db
        .read(move |c| account::by_link(c, &wanted, now))
        .await?;
    Ok(account.map(|account| (account, secret)))
}

/// The link was used, has run out, or was never ours; the page says what to do.
fn gone(asked: &PageRequest) -> Result<HttpResponse, Error> {
    let page = GonePage {
        page: asked.frame(Texts::html(asked.lang).desk_password_gone_title()),
    };
    pages::page(StatusCode::NOT_FOUND, &page)
}

/// The password, or the sentence that says why not this one.
fn chosen(typed: &str, email: &str, t: Texts) -> Result<Password, String> {
    match Password::parse(typed) {
        Ok(password) if password.holds(email) => Err(t.desk_password_personal().to_string()),
        Ok(password) => Ok(password),
        Err(PasswordFault::TooShort) => Err(t.desk_password_too_short(Password::SHORTEST)),
        Err(PasswordFault::TooLong) => Err(t.desk_password_too_long(Password::LONGEST)),
        Err(PasswordFault::Simple) => Err(t.desk_password_simple().to_string()),
    }
}
