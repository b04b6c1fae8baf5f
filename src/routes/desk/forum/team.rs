use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use crate::clock::{self, Moment};
use crate::db::{self, Connection};
use crate::desk::notices::NoticeWord;
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::details::parse_email;
use crate::forms::{FieldErrors, Typed};
use crate::i18n::dates;
use crate::models::desk::account::{self, Colleague, Grant, Role};
use crate::models::desk::made::{self, Fate, Loss, Made};
use crate::pages::{self, Frame};
use crate::routes::desk::staff::made::Question;
use crate::routes::desk::staff::password_link::PasswordLink;
use crate::routes::desk::staff::roles;
use crate::values::{Email, shown_address};

/// `GET /{lang}/desk/{forum}/people`: who was given what at this forum.
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::People).await?;
    page(
        &at,
        Typed::default(),
        FieldErrors::default(),
        StatusCode::OK,
    )
    .await
}

/// `POST /{lang}/desk/{forum}/people`: gives a role to whoever has the address, with an account where there is none. It
/// says the same of every address: who has an account is nobody's business here.
pub(crate) async fn give(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::People).await?;
    let form = at.read(&body)?;
    let mut errors = FieldErrors::default();
    let email = parse_email(form.get("email"), at.t, &mut errors);
    let role = roles::parse(form.get("role"));
    if role.is_none() {
        errors.add("role", at.t.desk_edit_choice_missing());
    }
    if let (Some(email), Some(role)) = (email, role) {
        let wish = Wish::of(&at, email, role);
        match at.write_with(may_give, move |c| wish.run(c)).await? {
            Given::Done => return Ok(given(&at, NoticeWord::AccessGiven)),
            Given::Again => return Ok(given(&at, NoticeWord::AccessAgain)),
            Given::Asks(id, made) => return question(&at, id, Some(role), made).await?.ask(),
            Given::TooMany => errors.add("email", at.t.desk_accounts_many()),
            Given::Own => errors.add("email", at.t.desk_access_own()),
        }
    }
    page(&at, form, errors, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn given(at: &AtForum, said: NoticeWord) -> HttpResponse {
    at.app.outbox.ring();
    at.done("/people", said)
}

/// `POST /{lang}/desk/{forum}/people/{id}`: another role.
pub(crate) async fn change(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::People).await?;
    let form = at.read(&body)?;
    let role = roles::parse(form.get("role")).ok_or(Error::NotFound)?;
    answer(&at, Change::of(&at, Some(role), &form)?).await
}

/// `POST /{lang}/desk/{forum}/people/{id}/take`
pub(crate) async fn take(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::People).await?;
    let form = at.read(&body)?;
    answer(&at, Change::of(&at, None, &form)?).await
}

/// What becomes of somebody's role.
#[derive(Debug, Clone, Copy)]
struct Change {
    account_id: i64,
    forum_id: i64,
    /// None: it is taken away.
    role: Option<Role>,
    /// What becomes of what the account made, where that was asked.
    fate: Option<Fate>,
    by: i64,
    now: Moment,
}

/// What became of the wish.
enum Changed {
    Done,
    /// It was so before.
    Same,
    /// Taken away before.
    Gone,
    /// The account made what is to be decided over first.
    Asks(Made),
}

impl Change {
    fn of(at: &AtForum, role: Option<Role>, form: &Typed) -> Result<Change, Error> {
        Ok(Change {
            account_id: at.id()?,
            forum_id: at.forum_id(),
            role,
            fate: Fate::parse(form.get("made")),
            by: at.signed_in.account.id,
            now: at.asked.now,
        })
    }

    fn run(&self, c: &mut Connection) -> db::Result<Changed> {
        let before = account::role_at(c, self.account_id, self.forum_id)?;
        let Some(before) = before else {
            return Ok(Changed::Gone);
        };
        if self.role == Some(before) {
            return Ok(Changed::Same);
        }
        let loss = Loss::Right {
            forum_id: self.forum_id,
            left: self.role,
        };
        let made = made::beyond(c, self.account_id, loss, self.now)?;
        let (who, word) = ((self.account_id, &made), (self.fate, Some(self.by)));
        if !made::settle(c, who, word, self.now)? {
            return Ok(Changed::Asks(made));
        }
        match self.role {
            Some(role) => account::grant(c, self.account_id, &self.grant(role))?,
            None => {
                account::take_away(c, self.account_id, self.forum_id)?;
            }
        }
        Ok(Changed::Done)
    }

    fn grant(&self, role: Role) -> Grant {
        Grant {
            forum_id: self.forum_id,
            role,
            given_by: Some(self.by),
            now: self.now,
        }
    }
}

async fn answer(at: &AtForum, change: Change) -> Result<HttpResponse, Error> {
    if change.account_id == change.by {
        return Ok(at.done("/people", NoticeWord::OwnAccess));
    }
    let changed = at.write_with(may_give, move |c| change.run(c)).await?;
    match (changed, change.role) {
        (Changed::Done, _) => Ok(at.done("/people", NoticeWord::Saved)),
        (Changed::Same, _) => Ok(at.done("/people", NoticeWord::Same)),
        (Changed::Gone, None) => Ok(at.done("/people", NoticeWord::Already)),
        (Changed::Gone, Some(_)) => Err(Error::NotFound),
        (Changed::Asks(made), role) => question(at, change.account_id, role, made).await?.ask(),
    }
}

/// Who may do that to others: asked again when it is done.
fn may_give(role: Role) -> bool {
    role >= Tab::People.least()
}

async fn question(
    at: &AtForum,
    account_id: i64,
    role: Option<Role>,
    made: Made,
) -> Result<Question, Error> {
    let read = at.app.db.read(move |c| account::by_id(c, account_id));
    let who = shown_address(&read.await?.email);
    let (end, wish) = match role {
        Some(role) => ("", Some(("role", role.as_str().to_owned()))),
        None => ("/take", None),
    };
    Ok(Question {
        page: at.frame(at.t.desk_made_title()),
        desk: at.bar(),
        who,
        made,
        address: at.address(&format!("/people/{account_id}{end}")),
        wish,
        back: at.address("/people"),
    })
}

enum Given {
    /// With a mail: to set the password, or that there is one forum more.
    Done,
    /// The account had this role already; the mail went once more.
    Again,
    /// Less than the account had: it made what is to be decided over first.
    Asks(i64, Made),
    /// So many mails went to new addresses lately.
    TooMany,
    /// One's own access is another's to change.
    Own,
}

/// Somebody is to have a role, whoever they are.
struct Wish {
    email: Email,
    role: Role,
    by: i64,
    now: Moment,
    link: PasswordLink,
    forum_id: i64,
    /// Of the forum, and the address of its desk.
    title: String,
    desk: String,
}

impl Wish {
    fn of(at: &AtForum, email: Email, role: Role) -> Wish {
        let by = at.signed_in.account.id;
        Wish {
            link: PasswordLink::new(&at.app, &at.asked, &email, by),
            forum_id: at.forum_id(),
            title: at.whole.title(at.asked.lang).to_owned(),
            desk: at.app.link(&at.address("")),
            now: at.asked.now,
            email,
            role,
            by,
        }
    }

    fn run(&self, c: &mut Connection) -> db::Result<Given> {
        let known = account::by_email(c, &self.email)?;
        if known.as_ref().is_some_and(|known| known.id == self.by) {
            return Ok(Given::Own);
        }
        if !self.link.may_go(c, self.now)? {
            return Ok(Given::TooMany);
        }
        let has_password = known
            .as_ref()
            .is_some_and(|one| one.password_hash.is_some());
        let id = match known {
            Some(known) => known.id,
            None => account::create(c, &self.email, false, self.now)?.ok_or(db::Error::NotFound)?,
        };
        let change = Change {
            account_id: id,
            forum_id: self.forum_id,
            role: Some(self.role),
            fate: None,
            by: self.by,
            now: self.now,
        };
        let given = match change.run(c)? {
            Changed::Asks(made) => return Ok(Given::Asks(id, made)),
            Changed::Done => Given::Done,
            Changed::Same => Given::Again,
            Changed::Gone => {
                account::grant(c, id, &change.grant(self.role))?;
                Given::Done
            }
        };
        match has_password {
            true => self
                .link
                .queue_news(c, (&self.title, &self.desk), self.now)?,
            false => self.link.queue(c, id, self.now)?,
        }
        Ok(given)
    }
}

#[derive(Template)]
#[template(path = "desk/forum/team.html")]
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
    /// By whose word, and since when; none: nobody knows any more.
    given: Option<String>,
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
    let read = at.app.db.read(move |c| {
        let people = account::of_forum(c, forum_id)?;
        let givers: Vec<i64> = people.iter().filter_map(|one| one.given_by).collect();
        Ok((people, account::emails(c, &givers)?))
    });
    let (people, givers) = read.await?;
    let row = |colleague: Colleague| Row {
        role: colleague.role.as_str(),
        role_name: roles::name(colleague.role, at.t),
        address: at.address(&format!("/people/{}", colleague.account_id)),
        own: colleague.account_id == at.signed_in.account.id,
        given: given_by(&colleague, &givers, at),
        email: shown_address(&colleague.email),
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

fn given_by(colleague: &Colleague, givers: &HashMap<i64, String>, at: &AtForum) -> Option<String> {
    let given_at = colleague.given_at?;
    let when = dates::date_time(
        at.asked.lang,
        clock::in_zone(at.whole.forum.zone(), given_at),
    );
    let giver = colleague.given_by.and_then(|id| givers.get(&id));
    Some(match giver {
        Some(giver) => at.t.desk_access_given_by(giver, when),
        None => at.t.desk_access_given_by_command(when),
    })
}
