use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::app::{App, Asked};
use crate::error::Error;
use crate::i18n::{Texts, dates};
use crate::models::forum;
use crate::models::whole::{self, Whole};
use crate::pages::{self, Frame};
use crate::values::Language;

/// `GET /` and `GET /door`: the same in the language the browser asks for.
pub async fn choose_language(request: HttpRequest) -> HttpResponse {
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE);
    let lang = Language::accepted(accepted.and_then(|value| value.to_str().ok()).unwrap_or(""));
    pages::see_other(&format!("/{}{}", lang.code(), request.path()))
}

/// `GET /{lang}/`: the forums there are.
pub async fn forums(app: web::Data<App>, asked: Asked) -> Result<HttpResponse, Error> {
    let wholes: Vec<Whole> = app
        .db
        .read(|c| {
            let forums = forum::published(c)?;
            forums
                .into_iter()
                .map(|forum| whole::of(c, forum))
                .collect()
        })
        .await?;
    pages::ok(&Home {
        forums: wholes
            .iter()
            .map(|whole| Entry::of(whole, asked.lang))
            .collect(),
        page: asked.frame(Texts::html(asked.lang).forums_title()),
    })
}

#[derive(Template)]
#[template(path = "public/home.html")]
struct Home {
    page: Frame,
    forums: Vec<Entry>,
}

struct Entry {
    address: String,
    title: String,
    dates: String,
    places: String,
}

impl Entry {
    fn of(whole: &Whole, lang: Language) -> Entry {
        let sites: Vec<&str> = whole
            .sites
            .iter()
            .map(|site| whole.site_name(site, lang))
            .collect();
        Entry {
            address: format!("/{}/{}", lang.code(), whole.forum.slug),
            title: whole.title(lang).to_string(),
            dates: dates::date_range(lang, whole.forum.starts_on, whole.forum.ends_on),
            places: sites.join(" · "),
        }
    }
}
