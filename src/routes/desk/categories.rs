use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use super::notices::Said;
use super::{AtForum, Bar, Edit, ForForum, Tab};
use crate::error::Error;
use crate::forms::category as form;
use crate::forms::{FieldErrors, Typed};
use crate::i18n;
use crate::models::category::{self, Category};
use crate::models::forum::Approval;
use crate::models::forum_text::{self, Owner};
use crate::models::renamed::{self, Part};
use crate::pages::{self, Frame};
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/categories`
pub async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Categories).await?;
    pages::ok(&ListPage {
        page: at.tab_frame(),
        desk: at.bar(),
        add: at.address("/categories/new"),
        none_on_form: !at.whole.categories.iter().any(|one| one.on_form),
        rows: at
            .whole
            .categories
            .iter()
            .map(|one| Row::of(one, &at))
            .collect(),
    })
}

/// `GET /{lang}/desk/{forum}/categories/new`
pub async fn new(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Categories).await?;
    let form = form::blank(&at.whole);
    page(&at, None, form, FieldErrors::default(), StatusCode::OK)
}

/// `GET /{lang}/desk/{forum}/categories/{id}`
pub async fn edit(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Categories).await?;
    let category = of(&at)?;
    let form = form::of(category, &at.whole.texts);
    page(
        &at,
        Some(category),
        form,
        FieldErrors::default(),
        StatusCode::OK,
    )
}

/// `POST /{lang}/desk/{forum}/categories/new`
pub async fn create(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    save(request.at(Tab::Categories).await?, body, |_| Ok(None)).await
}

/// `POST /{lang}/desk/{forum}/categories/{id}`
pub async fn update(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    save(request.at(Tab::Categories).await?, body, |at| {
        of(at).map(Some)
    })
    .await
}

/// `POST /{lang}/desk/{forum}/categories/{id}/delete`
pub async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Categories).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), of(&at)?.id);
    let here = format!("/categories/{id}");
    if at.whole.categories.len() < 2 {
        return Ok(at.done(&here, Said::Last));
    }
    let deleted = at.write(move |c| category::delete(c, forum_id, id)).await?;
    Ok(match deleted {
        true => at.done("/categories", Said::Deleted),
        false => at.done(&here, Said::Used),
    })
}

fn of(at: &AtForum) -> Result<&Category, Error> {
    let id = at.id()?;
    let category = at.whole.categories.iter().find(|one| one.id == id);
    category.ok_or(Error::NotFound)
}

async fn save(
    at: AtForum,
    body: Bytes,
    which: impl FnOnce(&AtForum) -> Result<Option<&Category>, Error>,
) -> Result<HttpResponse, Error> {
    let form = at.read(&body)?;
    let category = which(&at)?;
    let mut errors = FieldErrors::default();
    let languages = at.whole.forum.languages();
    if let Some((settings, texts)) = form::parse(&form, &languages, at.t, &mut errors) {
        let (forum_id, id) = (at.forum_id(), category.map(|one| one.id));
        let was = category.map(|one| one.slug.clone());
        let drawn = category.map(|category| form::of(category, &at.whole.texts));
        let saved = at
            .edit(&form, drawn.as_ref(), move |c| {
                let saved = match id {
                    None => category::create(c, forum_id, &settings)?,
                    Some(id) => category::update(c, forum_id, id, &settings)?.then_some(id),
                };
                if let Some(id) = saved {
                    forum_text::set_all(c, forum_id, Owner::Category(id), &texts)?;
                }
                if let (true, Some(was)) = (saved.is_some(), &was) {
                    renamed::carry(c, forum_id, Part::Category, was, &settings.slug)?;
                }
                Ok(saved.is_some())
            })
            .await?;
        match saved {
            Edit::Done => {
                at.serve_line().await?;
                return Ok(at.saved("/categories", drawn.as_ref(), &form));
            }
            Edit::Refused => errors.add("slug", at.t.desk_edit_slug_taken()),
            Edit::Meanwhile => {}
        }
    }
    page(
        &at,
        category,
        form,
        errors,
        StatusCode::UNPROCESSABLE_ENTITY,
    )
}

#[derive(Template)]
#[template(path = "desk/forum/categories.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    add: String,
    none_on_form: bool,
    rows: Vec<Row>,
}

struct Row {
    address: String,
    name: String,
    colour: String,
    taken: String,
    approval: &'static str,
    on_form: bool,
}

impl Row {
    fn of(category: &Category, at: &AtForum) -> Row {
        let lang = at.asked.lang;
        let taken = i18n::number(lang, category.taken);
        Row {
            address: at.address(&format!("/categories/{}", category.id)),
            name: at.whole.category_name(category.id, lang).to_string(),
            colour: category.colour.clone(),
            taken: match category.quota {
                Some(quota) => format!("{taken} / {}", i18n::number(lang, quota)),
                None => taken,
            },
            approval: match category.approval {
                None => at.t.desk_categories_approval_forum(),
                Some(Approval::AtOnce) => at.t.desk_settings_approval_at_once(),
                Some(Approval::ByDesk) => at.t.desk_settings_approval_by_desk(),
            },
            on_form: category.on_form,
        }
    }
}

#[derive(Template)]
#[template(path = "desk/forum/category.html")]
struct EditPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    languages: Vec<Language>,
    back: String,
    delete: Option<String>,
}

fn page(
    at: &AtForum,
    category: Option<&Category>,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let title = match category {
        None => at.t.desk_categories_add(),
        Some(category) => at.whole.category_name(category.id, at.asked.lang),
    };
    let page = EditPage {
        page: at.frame(title),
        desk: at.bar(),
        languages: at.whole.forum.languages(),
        back: at.address("/categories"),
        delete: category.map(|one| at.address(&format!("/categories/{}/delete", one.id))),
        form,
        errors,
    };
    pages::page(status, &page)
}
