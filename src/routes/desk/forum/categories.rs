use actix_web::HttpResponse;
use askama::Template;

use crate::db::{self, Connection};
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, category as form};
use crate::i18n::{self, Texts};
use crate::models::forum::category::{self, Category};
use crate::models::forum::{Approval, renamed};
use crate::models::forum_text::{self, Owner, Version};
use crate::pages::{self, Frame};
use crate::routes::desk::editor::{Part, Place};
use crate::values::Language;

/// `GET /{lang}/desk/{forum}/categories`
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
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

impl Part for Category {
    const PATH: &'static str = "/categories";
    const TAB: Tab = Tab::Categories;

    type Settings = (category::Settings, Vec<Version>);

    async fn find(at: &AtForum, id: i64) -> Result<Option<Category>, Error> {
        Ok(at.whole.category(id).cloned())
    }

    async fn blank(at: &AtForum) -> Result<Typed, Error> {
        Ok(form::blank(&at.whole))
    }

    fn form(&self, at: &AtForum) -> Typed {
        form::of(self, &at.whole.texts)
    }

    fn parse(at: &AtForum, form: &Typed, errors: &mut FieldErrors) -> Option<Self::Settings> {
        form::parse(form, &at.whole.forum.languages(), at.t, errors)
    }

    fn save(
        c: &mut Connection,
        place: &Place,
        was: Option<&Category>,
        (settings, texts): &Self::Settings,
    ) -> db::Result<bool> {
        let forum_id = place.forum_id;
        let saved = match was {
            None => category::create(c, forum_id, settings)?,
            Some(was) => category::update(c, forum_id, was.id, settings)?.then_some(was.id),
        };
        let Some(id) = saved else {
            return Ok(false);
        };
        forum_text::set_all(c, forum_id, Owner::Category(id), texts)?;
        if let Some(was) = was {
            renamed::carry(
                c,
                forum_id,
                renamed::Part::Category,
                &was.slug,
                &settings.slug,
            )?;
        }
        Ok(true)
    }

    async fn saved(at: &AtForum) -> Result<(), Error> {
        at.serve_line().await
    }

    fn is_last(at: &AtForum) -> bool {
        at.whole.categories.len() < 2
    }

    fn delete(&self, c: &mut Connection, place: &Place) -> db::Result<bool> {
        category::delete(c, place.forum_id, self.id)
    }

    fn title(at: &AtForum, category: Option<&Category>) -> String {
        match category {
            None => at.t.desk_categories_add().to_owned(),
            Some(one) => at.whole.category_name(one.id, at.asked.lang).to_owned(),
        }
    }

    fn fields<'a>(at: &'a AtForum, form: &'a Typed, errors: &'a FieldErrors) -> impl Template + 'a {
        Fields {
            t: at.t,
            form,
            errors,
            languages: at.whole.forum.languages(),
        }
    }
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
struct Fields<'a> {
    t: Texts,
    form: &'a Typed,
    errors: &'a FieldErrors,
    languages: Vec<Language>,
}
