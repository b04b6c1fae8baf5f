//! The way in: one form, one row, one mail, one answer for everybody.

use std::sync::Arc;
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{self, Bytes};
use actix_web::{HttpResponse, rt};
use chrono::TimeDelta;

use super::register_page::RegisterPage;
use crate::app::{App, PageRequest};
use crate::db::{Connection, Result as DbResult};
use crate::error::Error;
use crate::forms::FieldErrors;
use crate::forms::registration::RegistrationForm;
use crate::forms::token::Opened;
use crate::i18n::Texts;
use crate::mail::Badge;
use crate::models::forum::Stage;
use crate::models::forum::context::ForumContext;
use crate::models::mail::message;
use crate::models::mail::stranger_mail::{self, Asker};
use crate::models::people::event::{Actor, By};
use crate::models::people::form_use;
use crate::models::people::registration::{
    self, Application, Applied, Details, PageLink, PersonKey, Source, folded_name,
};
use crate::models::people::standing::State;
use crate::registrar::Acts;
use crate::values::Email;
use crate::{clock, pages};

/// Nobody fills the form in faster than this; a program that does has to wait.
const FASTEST: TimeDelta = TimeDelta::seconds(2);

/// Letters that this form sends to one address within an hour; those of more people wait for the next.
const LETTERS_AN_HOUR: i64 = 60;
const AN_HOUR: TimeDelta = TimeDelta::hours(1);

/// `GET /{lang}/{forum}/register`
pub(crate) async fn form(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let whole = app.forum_pages.forum(&app.db, &path.1, asked.now).await?;
    let mut form = RegistrationForm::empty(&whole, asked.lang);
    form.token = app.forms.issue(&whole.forum.slug, asked.now);
    let mut page = pages::ok(&RegisterPage::new(&asked, &whole, &form))?;
    // Nothing of anybody is in it yet, so a browser that goes back may show what was typed.
    page.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    Ok(page)
}

/// `POST /{lang}/{forum}/register`
pub(crate) async fn register(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let whole = app.forum_pages.forum(&app.db, &path.1, asked.now).await?;
    let mut form = RegistrationForm::read(&body).answered();
    let t = Texts::html(asked.lang);
    if app.limits.registration(asked.ip).is_err() {
        let page = RegisterPage::new(&asked, &whole, &form).saying(t.form_too_many());
        let mut answer = pages::page(StatusCode::TOO_MANY_REQUESTS, &page)?;
        let a_minute = HeaderValue::from_static("60");
        answer.headers_mut().insert(header::RETRY_AFTER, a_minute);
        return Ok(answer);
    }
    if whole.forum.stage(asked.now) != Stage::Open {
        return pages::unprocessable(&RegisterPage::new(&asked, &whole, &form));
    }
    if form.seems_a_machines() {
        return pages::unprocessable(&RegisterPage::new(&asked, &whole, &form).asking_by_hand());
    }
    let opened = app.forms.open(&whole.forum.slug, &form.token, asked.now);
    match (form.parse(&whole, t), opened) {
        (Ok((_, email)), Some(_)) if let Some(likely) = form.doubt(&email) => {
            form.email_asked = email.as_str().to_owned();
            pages::unprocessable(&RegisterPage::new(&asked, &whole, &form).asking(&likely))
        }
        (Ok((details, email)), Some(opened)) => {
            wait_as_people_do(&asked, &opened).await;
            let again = form.again.words(None, asked.lang);
            let kept = apply(&app, &asked, &whole, details, email, again, opened).await?;
            if kept == Kept::NotAgain {
                form.token = app.forms.issue(&whole.forum.slug, asked.now);
                return again_with(&asked, &whole, &form, FieldErrors::default(), t.form_used());
            }
            Ok(registered(&asked, &whole, kept))
        }
        (parsed, opened) => {
            let errors = parsed.err().unwrap_or_default();
            if opened.is_none() {
                form.token = app.forms.issue(&whole.forum.slug, asked.now);
            }
            let notice = match opened {
                None => t.form_old(),
                Some(_) => "",
            };
            again_with(&asked, &whole, &form, errors, notice)
        }
    }
}

/// What became of a form that was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// The person was written to, now or not long ago.
    Told,
    /// The mail waits for the desk.
    Waits,
    /// The form was good for the registration of somebody else at another address.
    NotAgain,
}

impl Kept {
    fn told(is_told: bool) -> Kept {
        match is_told {
            true => Kept::Told,
            false => Kept::Waits,
        }
    }
}

/// The same for a known and an unknown address.
fn registered(asked: &PageRequest, whole: &ForumContext, kept: Kept) -> HttpResponse {
    let page = asked.at(&format!("/{}/registered", whole.forum.slug));
    pages::see_other(&match kept {
        Kept::Waits => format!("{page}?later"),
        _ => page,
    })
}

/// The same page with everything typed, and what to mend.
fn again_with(
    asked: &PageRequest,
    whole: &ForumContext,
    form: &RegistrationForm,
    errors: FieldErrors,
    notice: &'static str,
) -> Result<HttpResponse, Error> {
    let page = RegisterPage::new(asked, whole, form)
        .saying(notice)
        .with(errors);
    pages::unprocessable(&page)
}

/// Who is faster than a person waits out the rest: nobody is refused, and a flood becomes a trickle.
/// This machine itself (an operator's script) is not slowed down.
async fn wait_as_people_do(asked: &PageRequest, opened: &Opened) {
    let rest = opened.at + FASTEST - asked.now;
    if let (Some(_), Ok(rest)) = (asked.ip, rest.to_std()) {
        rt::time::sleep(rest.min(Duration::from_secs(2))).await;
    }
}

/// The row and its mail, or, to an address that is known, what it was told before.
async fn apply(
    app: &web::Data<App>,
    asked: &PageRequest,
    whole: &Arc<ForumContext>,
    details: Details,
    email: Email,
    invite_again: Option<String>,
    opened: Opened,
) -> Result<Kept, Error> {
    app.registrar.ready().await;
    let badge = app.registrar.badge();
    let application = Application {
        details,
        email: Some(email),
        source: Source::Form,
        form_id: Some(opened.form_id),
        invite_again,
        link: PageLink::random(app.letterhead.key()),
        code: badge.code().clone(),
        state: None,
        is_another: false,
        registered_at: clock::now(),
    };
    let asker = app.asker(asked.ip);
    let by = By {
        actor: Actor::Delegate,
        now: application.registered_at,
    };
    let kept = app.registrar.act(&app.db, whole, by, move |acts| {
        keep(acts, &application, &badge, &asker)
    });
    Ok(kept.await?)
}

/// Each form for one address. The mail is counted last, where the forum's turn holds whoever else would register.
fn keep(
    acts: &mut Acts,
    application: &Application,
    badge: &Badge,
    asker: &Asker,
) -> DbResult<Kept> {
    let (form_id, now) = (application.form_id.as_deref(), application.registered_at);
    let earlier = match form_id {
        Some(form_id) => form_use::of(acts.c, form_id)?,
        None => None,
    };
    let written = match earlier {
        None => write(acts, application, badge, form_id)?,
        Some(earlier) => match sent_again(acts, application, earlier)? {
            Again::Same => return Ok(Kept::told(!message::is_held(acts.c, earlier)?)),
            Again::Corrected(written) => written,
            Again::Another => write(acts, application, badge, None)?,
            Again::Stranger => return Ok(Kept::NotAgain),
        },
    };
    // Asked for who was told before as well: the answer says of nobody whether they are known.
    let too_many = stranger_mail::admit(acts.c, asker, now)?;
    if let (Some(why), true) = (too_many, written.is_told) {
        message::hold(acts.c, written.person, why)?;
    }
    Ok(Kept::told(too_many.is_none()))
}

/// What a form is that has made a registration before.
enum Again {
    /// Pressed twice, or gone back to.
    Same,
    /// The same person, who typed the address otherwise: it is that one from now on.
    Corrected(Written),
    /// Somebody else at the same address.
    Another,
    /// Somebody else at another address, for whom a form of their own is there.
    Stranger,
}

fn sent_again(acts: &mut Acts, application: &Application, earlier: i64) -> DbResult<Again> {
    let key = PersonKey::of_details(&application.details, application.email.as_ref());
    let person = registration::by_id(acts.c, earlier)?;
    if person.state != State::Withdrawn && person.key() == key {
        return Ok(Again::Same);
    }
    let is_same_name = folded_name(&person.name) == folded_name(&application.details.name);
    match &application.email {
        Some(email) if is_same_name && person.state != State::Withdrawn => {
            let corrected = acts.change_email(earlier, email, &application.link)?;
            // Who is registered with that address under this name is known, and told as before.
            Ok(corrected.map_or(Again::Another, |person| {
                Again::Corrected(Written {
                    person: person.id,
                    is_told: true,
                })
            }))
        }
        email if is_at(acts.c, earlier, email.as_ref())? => Ok(Again::Another),
        _ => Ok(Again::Stranger),
    }
}

/// Whether somebody has this address: an office that goes back to its form writes to no stranger.
fn is_at(c: &mut Connection, id: i64, email: Option<&Email>) -> DbResult<bool> {
    let before = registration::by_id(c, id)?.email();
    Ok(before.map(|before| before.folded()) == email.map(Email::folded))
}

/// A person who is registered by now, and whether a mail was written.
struct Written {
    person: i64,
    is_told: bool,
}

fn write(
    acts: &mut Acts,
    application: &Application,
    badge: &Badge,
    first_use: Option<&str>,
) -> DbResult<Written> {
    let (forum_id, now) = (acts.forum_id(), application.registered_at);
    let due = |c: &mut Connection| {
        let newcomers = match &application.email {
            Some(email) => registration::newcomers(c, forum_id, email, now - AN_HOUR)?,
            None => 1,
        };
        // An office gets all its letters at once; who types in one address and a thousand names floods nobody.
        let hours = i32::try_from((newcomers - 1) / LETTERS_AN_HOUR).unwrap_or(i32::MAX);
        Ok(Some(now + AN_HOUR * hours))
    };
    let applied = acts.register(application, badge, due)?;
    let (Applied::New(person) | Applied::Again(person) | Applied::Known(person)) = &applied;
    if let Some(form_id) = first_use {
        form_use::record(acts.c, form_id, person.id, now)?;
    }
    let is_told = match &applied {
        Applied::New(_) => true,
        Applied::Again(_) => false,
        Applied::Known(known) => {
            let may_repeat = message::may_repeat(acts.c, known.id, now)?;
            if may_repeat {
                acts.say_again(known)?;
            }
            may_repeat
        }
    };
    Ok(Written {
        person: person.id,
        is_told,
    })
}
