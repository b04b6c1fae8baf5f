use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;

use crate::app::{App, PageRequest};
use crate::desk::{Bar, SignedIn};
use crate::error::Error;
use crate::forms::forum::NewForum;
use crate::forms::{FieldErrors, Typed, forum as form, zones};
use crate::i18n::Texts;
use crate::models::desk::account;
use crate::models::desk::forum_start::{self, Start, StartCategory};
use crate::models::forum;
use crate::pages::{self, Frame};
use crate::values::Language;

/// Where Hazir is at home; the zone of the very first forum, until another is chosen.
const FIRST_ZONE: &str = "Asia/Baku";

type Word = fn(Texts) -> &'static str;

/// Short name, colour, whether the form offers it, what it is called.
const CATEGORIES: [(&str, &str, bool, Word); 7] = [
    ("delegate", "#0e5a5f", true, |t| t.desk_category_delegate()),
    ("head-of-delegation", "#1d4e89", false, |t| {
        t.desk_category_head()
    }),
    ("observer", "#6b4fa0", false, |t| t.desk_category_observer()),
    ("speaker", "#a04a00", false, |t| t.desk_category_speaker()),
    ("guest", "#8a6d00", false, |t| t.desk_category_guest()),
    ("media", "#97224f", false, |t| t.desk_category_media()),
    ("staff", "#4a5a6a", false, |t| t.desk_category_staff()),
];

/// `GET /{lang}/desk/forums/new`
pub(crate) async fn show(
    app: web::Data<App>,
    asked: PageRequest,
    signed_in: SignedIn,
) -> Result<HttpResponse, Error> {
    may_create(&app, &signed_in).await?;
    let last = app.db.read(forum::all).await?;
    let zone = last.first().map_or(FIRST_ZONE, |forum| &forum.zone);
    let form = form::blank(asked.lang, zone);
    page(
        &app,
        &asked,
        &signed_in,
        (form, FieldErrors::default()),
        StatusCode::OK,
    )
}

/// `POST /{lang}/desk/forums/new`
pub(crate) async fn create(
    app: web::Data<App>,
    asked: PageRequest,
    signed_in: SignedIn,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let form = Typed::read(&body);
    signed_in.check_form(&app, form.get("token"))?;
    may_create(&app, &signed_in).await?;
    let t = Texts::html(asked.lang);
    let mut errors = FieldErrors::default();
    if let Some(new) = form::parse_new(&form, t, &mut errors) {
        let slug = new.settings.slug.clone();
        let start = start(new);
        let (maker, now) = (signed_in.account.clone(), asked.now);
        let made = app
            .db
            .write(move |c| forum_start::create(c, &start, &maker, now))
            .await?;
        if made {
            return Ok(pages::see_other(&asked.at(&format!("/desk/{slug}"))));
        }
        errors.add("slug", t.desk_new_slug_taken());
    }
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(&app, &asked, &signed_in, (form, errors), status)
}

async fn may_create(app: &App, signed_in: &SignedIn) -> Result<(), Error> {
    let account = signed_in.account.clone();
    let may = app
        .db
        .read(move |c| account::may_create_forums(c, &account))
        .await?;
    may.then_some(()).ok_or(Error::Forbidden)
}

/// The forum with the words for what it begins with, in every language.
fn start(new: NewForum) -> Start {
    let settings = &new.settings;
    let days = (settings.ends_on - settings.starts_on).num_days() + 1;
    Start {
        site: match new.site {
            Some(site) => vec![(new.language, site)],
            None => in_every_language(|t| t.desk_new_site_default().to_string()),
        },
        city: new.city,
        categories: CATEGORIES
            .into_iter()
            .map(|(slug, colour, on_form, word)| StartCategory {
                slug,
                colour,
                on_form,
                names: in_every_language(|t| word(t).to_string()),
            })
            .collect(),
        checkpoints: (1..=days)
            .map(|day| in_every_language(|t| t.desk_new_checkpoint(day)))
            .collect(),
        language: new.language,
        title: new.title,
        settings: new.settings,
    }
}

fn in_every_language(word: impl Fn(Texts) -> String) -> Vec<(Language, String)> {
    Language::ALL
        .into_iter()
        .map(|language| (language, word(Texts::of(language))))
        .collect()
}

#[derive(Template)]
#[template(path = "desk/forum/new.html")]
struct NewPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    zones: Vec<&'static str>,
}

fn page(
    app: &App,
    asked: &PageRequest,
    signed_in: &SignedIn,
    (form, errors): (Typed, FieldErrors),
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let page = NewPage {
        page: asked.frame(Texts::html(asked.lang).desk_new_title()),
        desk: Bar::new(app, signed_in),
        zones: zones().collect(),
        form,
        errors,
    };
    pages::page(status, &page)
}
