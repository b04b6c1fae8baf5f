use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;

use super::made::Question;
use super::password_link::PasswordLink;
use crate::app::{App, PageRequest};
use crate::clock::{self, Moment};
use crate::db::{self, Connection};
use crate::desk::notices::{self, NoticeWord};
use crate::desk::{Bar, SignedIn};
use crate::error::Error;
use crate::forms::details::parse_email;
use crate::forms::{FieldErrors, Typed};
use crate::i18n::{Texts, dates};
use crate::models::desk::account::{self, Account, Invitation, Role};
use crate::models::desk::made::{self, Fate, Loss, Made};
use crate::pages::{self, Frame};
use crate::routes::desk::staff::roles;
use crate::values::Email;

/// `GET /{lang}/desk/accounts`: everyone who may sign in; for owners.
pub(crate) async fn list(
    app: web::Data<App>,
    asked: PageRequest,
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
pub(crate) async fn add(
    app: web::Data<App>,
    asked: PageRequest,
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
        let link = PasswordLink::new(&app, &asked, &email, signed_in.account.id);
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
                return Ok(back(&asked, NoticeWord::LinkSent));
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

/// What a button beside an account does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Disable,
    Enable,
    MakeOwner,
    EndOwner,
}

impl Act {
    fn parse(text: &str) -> Option<Act> {
        match text {
            "disable" => Some(Act::Disable),
            "enable" => Some(Act::Enable),
            "owner" => Some(Act::MakeOwner),
            "no-owner" => Some(Act::EndOwner),
            _ => None,
        }
    }

    /// Whether there is nothing to do.
    fn is_so(self, account: &Account) -> bool {
        match self {
            Act::Disable => account.disabled_at.is_some(),
            Act::Enable => account.disabled_at.is_none(),
            Act::MakeOwner => account.is_owner,
            Act::EndOwner => !account.is_owner,
        }
    }

    /// What the account loses by it.
    fn loss(self) -> Option<Loss> {
        match self {
            Act::Disable => Some(Loss::Account),
            Act::EndOwner => Some(Loss::Ownership),
            Act::Enable | Act::MakeOwner => None,
        }
    }
}

/// `POST /{lang}/desk/accounts/{id}`: what its button says.
pub(crate) async fn change(
    app: web::Data<App>,
    asked: PageRequest,
    signed_in: SignedIn,
    path: web::Path<(String, i64)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let form = read(&app, &signed_in, &body)?;
    let (id, by) = (path.1, signed_in.account.id);
    let known = app.db.read(move |c| account::by_id(c, id)).await?;
    if form.get("do") == "link" {
        return send_link(&app, &asked, by, known).await;
    }
    let act = Act::parse(form.get("do")).ok_or(Error::NotFound)?;
    if act.is_so(&known) {
        return Ok(back(&asked, NoticeWord::Already));
    }
    let wish = Wish {
        id,
        act,
        fate: Fate::parse(form.get("made")),
        by,
        now: asked.now,
    };
    match app.db.write(move |c| wish.run(c)).await? {
        Changed::Done => Ok(back(&asked, NoticeWord::Saved)),
        Changed::LastOwner => Ok(back(&asked, NoticeWord::LastOwner)),
        Changed::NoRight => Err(Error::Forbidden),
        Changed::Asks(made) => {
            let t = Texts::html(asked.lang);
            let question = Question {
                page: asked.frame(t.desk_made_title()),
                desk: Bar::new(&app, &signed_in),
                who: known.email,
                made,
                address: asked.at(&format!("/desk/accounts/{id}")),
                wish: Some(("do", form.get("do").to_owned())),
                back: asked.at("/desk/accounts"),
            };
            question.ask()
        }
    }
}

/// An act, and what is to become of what the account made.
#[derive(Debug, Clone, Copy)]
struct Wish {
    id: i64,
    act: Act,
    fate: Option<Fate>,
    by: i64,
    now: Moment,
}

enum Changed {
    Done,
    /// It would leave nobody who lets others in.
    LastOwner,
    /// Who wished it owns nothing any more.
    NoRight,
    /// The account made what is to be decided over first.
    Asks(Made),
}

impl Wish {
    fn run(&self, c: &mut Connection) -> db::Result<Changed> {
        let owner = account::by_id(c, self.by)?;
        if !owner.is_owner || owner.disabled_at.is_some() {
            return Ok(Changed::NoRight);
        }
        if let Some(loss) = self.act.loss() {
            if account::is_last_owner(c, self.id)? {
                return Ok(Changed::LastOwner);
            }
            let made = made::beyond(c, self.id, loss, self.now)?;
            let (who, word) = ((self.id, &made), (self.fate, Some(self.by)));
            if !made::settle(c, who, word, self.now)? {
                return Ok(Changed::Asks(made));
            }
        }
        let done = match self.act {
            Act::Disable => account::disable(c, self.id, self.now)?,
            Act::Enable => account::set_disabled(c, self.id, None).map(|()| true)?,
            Act::MakeOwner => account::set_owner(c, self.id, true)?,
            Act::EndOwner => account::set_owner(c, self.id, false)?,
        };
        Ok(match done {
            true => Changed::Done,
            false => Changed::LastOwner,
        })
    }
}

async fn send_link(
    app: &App,
    asked: &PageRequest,
    maker: i64,
    account: Account,
) -> Result<HttpResponse, Error> {
    let email = Email::parse(&account.email).map_err(|_| Error::NotFound)?;
    let link = PasswordLink::new(app, asked, &email, maker);
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
            true => NoticeWord::LinkSent,
            false => NoticeWord::ManyLinks,
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

fn back(asked: &PageRequest, said: NoticeWord) -> HttpResponse {
    pages::see_other(&notices::saying(&asked.at("/desk/accounts"), said))
}

#[derive(Template)]
#[template(path = "desk/staff/accounts.html")]
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
    /// By whom it was invited, and until when the link works; none: no link waits.
    invited: Option<String>,
    address: String,
}

/// An account with what belongs to it.
struct Known {
    account: Account,
    /// Forum and role.
    access: Vec<(String, Role)>,
    invitation: Option<Invitation>,
}

impl Row {
    fn of(known: Known, emails: &HashMap<i64, String>, asked: &PageRequest, t: Texts) -> Row {
        let Known {
            account,
            access,
            invitation,
        } = known;
        let invited = invitation.map(|invitation| {
            let until = clock::in_zone(chrono_tz::UTC, invitation.valid_until);
            let until = format!("{} UTC", dates::date_time(asked.lang, until));
            match invitation.made_by.and_then(|id| emails.get(&id)) {
                Some(maker) => t.desk_accounts_invited(maker, until),
                None => t.desk_accounts_link_until(until),
            }
        });
        let (tone, state) = match (account.disabled_at, &account.password_hash) {
            (Some(_), _) => ("bad", t.desk_accounts_state_shut()),
            (None, None) => ("warn", t.desk_accounts_state_new()),
            (None, Some(_)) => ("good", t.desk_accounts_state_active()),
        };
        Row {
            forums: access
                .into_iter()
                .map(|(forum, role)| (forum, roles::name(role, t)))
                .collect(),
            is_owner: account.is_owner,
            is_shut: account.disabled_at.is_some(),
            tone,
            state,
            invited,
            address: asked.at(&format!("/desk/accounts/{}", account.id)),
            email: account.email,
        }
    }
}

async fn page(
    app: &App,
    asked: &PageRequest,
    signed_in: &SignedIn,
    (form, errors): (Typed, FieldErrors),
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let t = Texts::html(asked.lang);
    let now = asked.now;
    let accounts = app
        .db
        .read(move |c| {
            let mut accounts = Vec::new();
            for account in account::all(c)? {
                accounts.push(Known {
                    access: account::access_of(c, account.id)?,
                    invitation: account::invitation(c, account.id, now)?,
                    account,
                });
            }
            Ok(accounts)
        })
        .await?;
    let email = |known: &Known| (known.account.id, known.account.email.clone());
    let emails: HashMap<i64, String> = accounts.iter().map(email).collect();
    let page = AccountsPage {
        page: asked.frame(t.desk_accounts_title()),
        desk: Bar::new(app, signed_in).saying(notices::said(asked, t)),
        rows: accounts
            .into_iter()
            .map(|known| Row::of(known, &emails, asked, t))
            .collect(),
        form,
        errors,
    };
    pages::page(status, &page)
}
