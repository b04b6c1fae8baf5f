use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use super::notices::Said;
use super::password_link::PasswordLink;
use super::{AtForum, Bar, ForForum, Tab, roles};
use crate::error::Error;
use crate::forms::details::parse_email;
use crate::forms::{FieldErrors, Typed};
use crate::models::account::{self, Role};
use crate::pages::{self, Frame};
use crate::values::Email;

/// `GET /{lang}/desk/{forum}/people`: who was given what at this forum.
pub async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::People).await?;
    page(
        &at,
        Typed::default(),
        FieldErrors::default(),
        StatusCode::OK,
    )
    .await
}

/// `POST /{lang}/desk/{forum}/people`: gives a role to whoever has the address, with an account where there is none.
pub async fn give(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::People).await?;
    let form = at.read(&body)?;
    let mut errors = FieldErrors::default();
    let email = parse_email(form.get("email"), at.t, &mut errors);
    let role = roles::parse(form.get("role"));
    if role.is_none() {
        errors.add("role", at.t.desk_edit_choice_missing());
    }
    if let (Some(email), Some(role)) = (email, role) {
        match grant(&at, email, role).await? {
            Given::Done => return Ok(at.done("/people", Said::AccessGiven)),
            Given::Mailed => return Ok(at.done("/people", Said::AccessMailed)),
            Given::Same => return Ok(at.done("/people", Said::Same)),
            Given::TooMany => errors.add("email", at.t.desk_accounts_many()),
            Given::Own => errors.add("email", at.t.desk_access_own()),
            Given::Owner => errors.add("email", at.t.desk_access_owner()),
            Given::Shut => errors.add("email", at.t.desk_access_shut()),
        }
    }
    page(&at, form, errors, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `POST /{lang}/desk/{forum}/people/{id}`: another role.
pub async fn change(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::People).await?;
    let form = at.read(&body)?;
    let role = roles::parse(form.get("role")).ok_or(Error::NotFound)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    if id == at.signed_in.account.id {
        return Ok(at.done("/people", Said::OwnAccess));
    }
    let before = at
        .app
        .db
        .write(move |c| {
            let before = account::role_at(c, id, forum_id)?;
            account::change_role(c, id, forum_id, role)?;
            Ok(before)
        })
        .await?
        .ok_or(Error::NotFound)?;
    let said = Said::of_change(before != role.as_str());
    Ok(at.done("/people", said))
}

/// `POST /{lang}/desk/{forum}/people/{id}/take`
pub async fn take(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::People).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    if id == at.signed_in.account.id {
        return Ok(at.done("/people", Said::OwnAccess));
    }
    let taken = at
        .app
        .db
        .write(move |c| account::take_away(c, id, forum_id))
        .await?;
    Ok(at.done("/people", Said::Saved.once(taken)))
}

enum Given {
    Done,
    /// With a mail to set the password.
    Mailed,
    /// So many mails went to new addresses lately.
    TooMany,
    /// The account had this role already, and can sign in.
    Same,
    /// One's own access is another's to change.
    Own,
    /// Owners have every forum.
    Owner,
    Shut,
}

async fn grant(at: &AtForum, email: Email, role: Role) -> Result<Given, Error> {
    let link = PasswordLink::new(&at.app, &at.asked, &email);
    let (forum_id, now, own) = (at.forum_id(), at.asked.now, at.signed_in.account.id);
    let given = at
        .app
        .db
        .write(move |c| {
            let (id, has_password) = match account::by_email(c, &email)? {
                Some(known) if known.is_owner => return Ok(Given::Owner),
                Some(known) if known.id == own => return Ok(Given::Own),
                Some(known) if known.disabled_at.is_some() => return Ok(Given::Shut),
                Some(known) if known.password_hash.is_some() => (Some(known.id), true),
                _ if !link.may_go(c, now)? => return Ok(Given::TooMany),
                Some(known) => (Some(known.id), false),
                None => (account::create(c, &email, false, now)?, false),
            };
            let Some(id) = id else {
                return Ok(Given::Done);
            };
            let before = account::role_at(c, id, forum_id)?;
            account::grant(c, id, forum_id, role)?;
            if has_password {
                return Ok(match before.as_deref() == Some(role.as_str()) {
                    true => Given::Same,
                    false => Given::Done,
                });
            }
            link.queue(c, id, now)?;
            Ok(Given::Mailed)
        })
        .await?;
    if matches!(given, Given::Mailed) {
        at.app.outbox.ring();
    }
    Ok(given)
}

#[derive(Template)]
#[template(path = "desk/forum/people.html")]
struct PeoplePage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    /// Short name, what it is called, what it may do.
    roles: Vec<(&'static str, &'static str, &'static str)>,
    rows: Vec<Row>,
    add: String,
}

struct Row {
    email: String,
    role: &'static str,
    role_name: &'static str,
    address: String,
    /// One's own row is another's to change.
    own: bool,
}

async fn page(
    at: &AtForum,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let forum_id = at.forum_id();
    let people = at
        .app
        .db
        .read(move |c| account::of_forum(c, forum_id))
        .await?;
    let row = |(id, email, role): (i64, String, String)| {
        let role = Role::parse(&role).unwrap_or(Role::Door);
        Row {
            role: role.as_str(),
            role_name: roles::name(role, at.t),
            address: at.address(&format!("/people/{id}")),
            own: id == at.signed_in.account.id,
            email,
        }
    };
    let page = PeoplePage {
        page: at.tab_frame(),
        desk: at.bar(),
        roles: roles::choices(at.t),
        rows: people.into_iter().map(row).collect(),
        add: at.address("/people"),
        form,
        errors,
    };
    pages::page(status, &page)
}
