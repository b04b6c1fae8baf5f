//! The link in the mail to a new address. It does not lead to the person's own page: whoever reads that mail is not
//! known to be the person before the button is pressed.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use super::confirm_page::ConfirmPage;
use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::Texts;
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::models::people::email_change;
use crate::models::people::event::{Actor, By};
use crate::models::people::registration::{self, PageLink, Registration};
use crate::routes::delegate::Button;
use crate::values::Secret;
use crate::{forms, pages};

/// What waits behind a good link.
struct Waiting {
    code: Secret,
    email: String,
    whole: Arc<ForumContext>,
}

/// What became of following the link.
enum Followed {
    /// The registration as it is now.
    Changed(Box<Registration>),
    /// The link was used, has run out, or was never ours.
    NoLongerGood,
    /// Somebody else of this name comes to the forum with the address by now.
    Taken,
}

/// `GET /{lang}/me/email/{code}`: one button; looking changes nothing, for mail programs look at links too.
pub(crate) async fn ask(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    match find(&app, &asked, &path.1).await? {
        Some(waiting) => pages::ok(&page(&app, &asked, &waiting)),
        None => gone(&app, &asked),
    }
}

/// `POST /{lang}/me/email/{code}`
pub(crate) async fn confirm(
    app: web::Data<App>,
    asked: PageRequest,
    path: web::Path<(String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let Some(waiting) = find(&app, &asked, &path.1).await? else {
        return gone(&app, &asked);
    };
    let form: Button = forms::parse(&body);
    let code = waiting.code.as_str();
    if app.forms.open(code, &form.token, asked.now).is_none() {
        let page = page(&app, &asked, &waiting);
        let sentence = Texts::html(asked.lang).delegate_old();
        return pages::unprocessable(&page.saying(sentence));
    }
    match follow(&app, &asked, &waiting).await? {
        Followed::Changed(after) => {
            let link = after.link.open(app.letterhead.key())?;
            let page = format!("/me/{link}?done=changed");
            Ok(pages::see_other(&asked.at(&page)))
        }
        Followed::Taken => pages::unprocessable(&page(&app, &asked, &waiting).taken()),
        Followed::NoLongerGood => gone(&app, &asked),
    }
}

fn page(app: &App, asked: &PageRequest, waiting: &Waiting) -> ConfirmPage {
    let code = waiting.code.as_str();
    let token = app.forms.issue(code, asked.now);
    ConfirmPage::new(asked, code, &waiting.whole, &waiting.email, token)
}

/// Sets the address with a new link to the person's page, which goes to the new address, and tells the old one, in one
/// transaction.
async fn follow(
    app: &web::Data<App>,
    asked: &PageRequest,
    waiting: &Waiting,
) -> Result<Followed, Error> {
    let (code, now) = (waiting.code.clone(), asked.now);
    let page = PageLink::random(app.letterhead.key());
    let by = By {
        actor: Actor::Delegate,
        now,
    };
    let followed = app.registrar.act(&app.db, &waiting.whole, by, move |acts| {
        let (id, email) = match email_change::followed(acts.c, &code, now)? {
            Some(good) => good,
            None => return Ok(Followed::NoLongerGood),
        };
        let Some(after) = acts.change_email(id, &email, &page)? else {
            return Ok(Followed::Taken);
        };
        email_change::use_up(acts.c, id, now)?;
        Ok(Followed::Changed(Box::new(after)))
    });
    Ok(followed.await?)
}

async fn find(app: &App, asked: &PageRequest, code: &str) -> Result<Option<Waiting>, Error> {
    let Some(code) = Secret::parse(code) else {
        return Ok(None);
    };
    let now = asked.now;
    let found = app
        .db
        .read(move |c| {
            let Some((id, email)) = email_change::waiting(c, &code, now)? else {
                return Ok(None);
            };
            let forum_id = registration::by_id(c, id)?.forum_id;
            let forum = forum::by_id(c, forum_id)?;
            let whole = Arc::new(context::of(c, forum)?);
            let code = code.clone();
            Ok(Some(Waiting { code, email, whole }))
        })
        .await?;
    Ok(found)
}

/// Used, too old, or never ours: nobody learns which.
fn gone(app: &App, asked: &PageRequest) -> Result<HttpResponse, Error> {
    app.limits.guess(asked.ip)?;
    super::confirm_page::gone(asked)
}
