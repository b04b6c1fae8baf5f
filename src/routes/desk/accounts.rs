use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;

use super::notices::{self, Said};
use super::password_link::PasswordLink;
use super::{Bar, SignedIn, roles};
use crate::app::{App, Asked};
use crate::error::Error;
use crate::forms::details::parse_email;
use crate::forms::{FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::account::{self, Account, Role};
use crate::pages::{self, Frame};
use crate::values::Email;

/// `GET /{lang}/desk/accounts`: everyone who may sign in; for owners.
pub async fn list(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
) -> Result<HttpResponse, Error> {
    owner(&signed_in)?;
    let form = Typed::default().with("kind", "none");
    page(
        &app,
        &asked,
        &signed_in,
        (form, FieldErrors::default()),
        StatusCode::OK,
    )
    .await
}

/// `POST /{lang}/desk/accounts`: a new account, with a mail to set its password.
pub async fn add(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let form = read(&app, &signed_in, &body)?;
    let t = Texts::html(asked.lang);
    let mut errors = FieldErrors::default();
    let kind = form.get("kind");
    if !matches!(kind, "owner" | "none") {
        errors.add("kind", t.desk_edit_choice_missing());
    }
    let is_owner = kind == "owner";
    let email = parse_email(form.get("email"), t, &mut errors);
    if let Some(email) = email.filter(|_| errors.is_empty()) {
        let link = PasswordLink::new(&app, &asked, &email);
        let now = asked.now;
        let added = app
            .db
            .write(move |c| {
                if account::by_email(c, &email)?.is_some() {
                    return Ok(Added::Taken);
                }
                if !link.may_go(c, now)? {
                    return Ok(Added::TooMany);
                }
                match account::create(c, &email, is_owner, now)? {
                    Some(id) => link.queue(c, id, now).map(|()| Added::Done),
                    None => Ok(Added::Taken),
                }
            })
            .await?;
        match added {
            Added::Done => {
                app.outbox.ring();
                return Ok(back(&asked, Said::LinkSent));
            }
            Added::Taken => errors.add("email", t.desk_accounts_taken()),
            Added::TooMany => errors.add("email", t.desk_accounts_many()),
        }
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(&app, &asked, &signed_in, (form, errors), status).await
}

enum Added {
    Done,
    Taken,
    /// So many mails went to new addresses lately.
    TooMany,
}

/// `POST /{lang}/desk/accounts/{id}`: what its button says.
pub async fn change(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, i64)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let form = read(&app, &signed_in, &body)?;
    let (id, now) = (path.1, asked.now);
    let known = app.db.read(move |c| account::by_id(c, id)).await?;
    let is_so = match form.get("do") {
        "disable" => known.disabled_at.is_some(),
        "enable" => known.disabled_at.is_none(),
        "owner" => known.is_owner,
        "no-owner" => !known.is_owner,
        _ => false,
    };
    if is_so {
        return Ok(back(&asked, Said::Already));
    }
    let done = match form.get("do") {
        "disable" => app.db.write(move |c| account::disable(c, id, now)).await?,
        "owner" => {
            app.db
                .write(move |c| account::set_owner(c, id, true))
                .await?
        }
        "no-owner" => {
            app.db
                .write(move |c| account::set_owner(c, id, false))
                .await?
        }
        "enable" => {
            app.db
                .write(move |c| account::set_disabled(c, id, None))
                .await?;
            true
        }
        "link" => return send_link(&app, &asked, known).await,
        _ => return Err(Error::NotFound),
    };
    Ok(match done {
        true => back(&asked, Said::Saved),
        false => back(&asked, Said::LastOwner),
    })
}

async fn send_link(app: &App, asked: &Asked, account: Account) -> Result<HttpResponse, Error> {
    let email = Email::parse(&account.email).map_err(|_| Error::NotFound)?;
    let link = PasswordLink::new(app, asked, &email);
    let now = asked.now;
    let sent = app
        .db
        .write(move |c| match link.may_go(c, now)? {
            true => link.queue(c, account.id, now).map(|()| true),
            false => Ok(false),
        })
        .await?;
    app.outbox.ring();
    Ok(back(
        asked,
        match sent {
            true => Said::LinkSent,
            false => Said::ManyLinks,
        },
    ))
}

fn owner(signed_in: &SignedIn) -> Result<(), Error> {
    match signed_in.account.is_owner {
        true => Ok(()),
        false => Err(Error::Forbidden),
    }
}

fn read(app: &App, signed_in: &SignedIn, body: &[u8]) -> Result<Typed, Error> {
    let form = Typed::read(body);
    signed_in.check_form(app, form.get("token"))?;
    owner(signed_in)?;
    Ok(form)
}

fn back(asked: &Asked, said: Said) -> HttpResponse {
    pages::see_other(&notices::saying(&asked.at("/desk/accounts"), said))
}

#[derive(Template)]
#[template(path = "desk/accounts.html")]
struct AccountsPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    rows: Vec<Row>,
}

struct Row {
    email: String,
    /// Forums with the role at each; empty for owners.
    forums: Vec<(String, &'static str)>,
    is_owner: bool,
    is_shut: bool,
    tone: &'static str,
    state: &'static str,
    address: String,
}

impl Row {
    fn of(account: Account, access: Vec<(String, String)>, asked: &Asked, t: Texts) -> Row {
        let (tone, state) = match (account.disabled_at, &account.password_hash) {
            (Some(_), _) => ("bad", t.desk_accounts_state_shut()),
            (None, None) => ("warn", t.desk_accounts_state_new()),
            (None, Some(_)) => ("good", t.desk_accounts_state_active()),
        };
        let role = |text: &str| Role::parse(text).map_or("", |role| roles::name(role, t));
        Row {
            forums: access
                .into_iter()
                .map(|(forum, text)| (forum, role(&text)))
                .collect(),
            is_owner: account.is_owner,
            is_shut: account.disabled_at.is_some(),
            tone,
            state,
            address: asked.at(&format!("/desk/accounts/{}", account.id)),
            email: account.email,
        }
    }
}

async fn page(
    app: &App,
    asked: &Asked,
    signed_in: &SignedIn,
    (form, errors): (Typed, FieldErrors),
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let accounts = app
        .db
        .read(|c| {
            let mut accounts = Vec::new();
            for account in account::all(c)? {
                let access = account::access_of(c, account.id)?;
                accounts.push((account, access));
            }
            Ok(accounts)
        })
        .await?;
    let page = AccountsPage {
        page: asked.frame(t.desk_accounts_title()),
        desk: Bar::new(app, signed_in).saying(notices::said(asked, t)),
        rows: accounts
            .into_iter()
            .map(|(account, access)| Row::of(account, access, asked, t))
            .collect(),
        form,
        errors,
    };
    pages::page(status, &page)
}
