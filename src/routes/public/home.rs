use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::stage::RegistrationStage;
use crate::app::{App, PageRequest};
use crate::error::Error;
use crate::i18n::Texts;
use crate::models::forum;
use crate::models::forum::context::{self, ForumContext};
use crate::pages::{self, ForumHead, Frame};
use crate::values::Language;

/// `GET /` and `GET /door`: the same in the language the browser asks for.
pub(crate) async fn choose_language(request: HttpRequest) -> HttpResponse {
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE);
    let lang = Language::accepted(accepted.and_then(|value| value.to_str().ok()).unwrap_or(""));
    pages::see_other(&format!("/{}{}", lang.code(), request.path()))
}

/// `GET /{lang}/`: the forums there are.
pub(crate) async fn forums(app: web::Data<App>, asked: PageRequest) -> Result<HttpResponse, Error> {
    let wholes: Vec<ForumContext> = app
        .db
        .read(|c| {
            let forums = forum::published(c)?;
            forums
                .into_iter()
                .map(|forum| context::of(c, forum))
                .collect()
        })
        .await?;
    let describe = |whole: &ForumContext| {
        let standing = RegistrationStage::of(whole, asked.lang, asked.now);
        (ForumHead::of(whole, asked.lang), standing)
    };
    pages::ok(&Home {
        forums: wholes.iter().map(describe).collect(),
        page: asked.frame(Texts::html(asked.lang).forums_title()),
    })
}

#[derive(Template)]
#[template(path = "public/home.html")]
struct Home {
    page: Frame,
    forums: Vec<(ForumHead, RegistrationStage)>,
}
