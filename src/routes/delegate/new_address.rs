//! The link in the mail to a new address. It does not lead to the person's own page: whoever reads that mail is not
//! known to be the person before the button is pressed.

use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use super::confirm_page::ConfirmPage;
use super::{Button, Mine};
use crate::app::{App, Asked};
use crate::error::Error;
use crate::forms;
use crate::i18n::Texts;
use crate::mail::News;
use crate::models::email_change::{self, Followed};
use crate::models::registration::PageLink;
use crate::models::whole::{self, Whole};
use crate::models::{forum, registration};
use crate::pages;
use crate::values::Secret;

/// What waits behind a good link.
struct Waiting {
    code: Secret,
    email: String,
    whole: Whole,
}

/// `GET /{lang}/me/email/{code}`: one button; looking changes nothing, for mail programs look at links too.
pub async fn ask(
    app: web::Data<App>,
    asked: Asked,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    match find(&app, &asked, &path.1).await? {
        Some(waiting) => pages::ok(&page(&app, &asked, &waiting)),
        None => gone(&app, &asked),
    }
}

/// `POST /{lang}/me/email/{code}`
pub async fn confirm(
    app: web::Data<App>,
    asked: Asked,
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
        Followed::Changed { after, .. } => {
            app.outbox.ring();
            let link = after.link.open(app.letterhead.key())?;
            let page = format!("/me/{link}?done=changed");
            Ok(pages::see_other(&asked.at(&page)))
        }
        Followed::Taken => pages::unprocessable(&page(&app, &asked, &waiting).taken()),
        Followed::NoLongerGood => gone(&app, &asked),
    }
}

fn page(app: &App, asked: &Asked, waiting: &Waiting) -> ConfirmPage {
    let code = waiting.code.as_str();
    let token = app.forms.issue(code, asked.now);
    ConfirmPage::new(asked, code, &waiting.whole, &waiting.email, token)
}

/// Sets the address with a new link to the person's page, which goes to the new address, and tells the old one, in one
/// transaction.
async fn follow(app: &web::Data<App>, asked: &Asked, waiting: &Waiting) -> Result<Followed, Error> {
    let (shared, now) = (app.clone(), asked.now);
    let (code, whole) = (waiting.code.clone(), waiting.whole.clone());
    let page = PageLink::random(app.letterhead.key());
    let followed = app
        .db
        .write(move |c| {
            let followed = email_change::follow(c, &code, &page, now)?;
            if let Followed::Changed { before, after } = &followed {
                let post = Mine::post(&shared, &whole);
                post.tell(c, before, None, News::AddressChanged, now)?;
                post.tell_again(c, after, now)?;
            }
            Ok(followed)
        })
        .await?;
    Ok(followed)
}

async fn find(app: &App, asked: &Asked, code: &str) -> Result<Option<Waiting>, Error> {
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
            let whole = whole::of(c, forum)?;
            let code = code.clone();
            Ok(Some(Waiting { code, email, whole }))
        })
        .await?;
    Ok(found)
}

/// Used, too old, or never ours: nobody learns which.
fn gone(app: &App, asked: &Asked) -> Result<HttpResponse, Error> {
    app.limits.guess(asked.ip)?;
    super::confirm_page::gone(asked)
}
