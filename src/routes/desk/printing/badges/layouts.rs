pub(crate) mod previews;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;
use data_encoding::BASE64;

use super::artwork::designing;
use crate::badges::{Layout, Paper};
use crate::desk::notices::NoticeWord;
use crate::desk::{AtForum, Bar, Edit, ForForum};
use crate::error::Error;
use crate::forms::badge_layout::{LayoutErrors, NUMBERS, PAINTS, PAPERS};
use crate::forms::{Typed, badge_layout as form};
use crate::models::printing::badge_artwork::{self, BadgeArtwork};
use crate::models::printing::badge_layout::{self, BadgeLayout, Saving};
use crate::pages::{self, Frame};
use crate::routes::desk::printing::badges::read;

/// Badges that the editor shows beside the form.
const SHOWN: usize = 4;

/// `GET /{lang}/desk/{forum}/badges/layouts/new`: begins with what works already.
pub(crate) async fn new(request: ForForum) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    let typed = form::of(at.t.badges_layout_new(), &Layout::standard(Paper::A6));
    page(&at, None, typed, LayoutErrors::default(), StatusCode::OK).await
}

/// `GET /{lang}/desk/{forum}/badges/layouts/{id}`
pub(crate) async fn edit(request: ForForum) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    let saved = find(&at).await?;
    let typed = form::of(&saved.name, &read(Some(&saved)));
    page(
        &at,
        Some(saved.id),
        typed,
        LayoutErrors::default(),
        StatusCode::OK,
    )
    .await
}

/// `POST /{lang}/desk/{forum}/badges/layouts/new`
pub(crate) async fn create(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    save(&at, None, body).await
}

/// `POST /{lang}/desk/{forum}/badges/layouts/{id}`
pub(crate) async fn update(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    let id = find(&at).await?.id;
    save(&at, Some(id), body).await
}

/// `POST /{lang}/desk/{forum}/badges/layouts/{id}/delete`: with none of its own, a forum has the program's again.
pub(crate) async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = designing(request).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), at.id()?);
    at.write(move |c| badge_layout::delete(c, forum_id, id))
        .await?;
    Ok(at.done("/badges", NoticeWord::Deleted))
}

pub(super) async fn find(at: &AtForum) -> Result<BadgeLayout, Error> {
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let found = at.app.db.read(move |c| badge_layout::find(c, forum_id, id));
    found.await?.ok_or(Error::NotFound)
}

/// Saves, or only shows what was typed, or begins again with what is usual for the paper.
async fn save(at: &AtForum, id: Option<i64>, body: Bytes) -> Result<HttpResponse, Error> {
    let typed = at.read(&body)?;
    if typed.has("do", "standard") {
        let paper = form::paper(&typed).unwrap_or(Paper::A6);
        let typed = form::of(typed.get("name"), &Layout::standard(paper));
        return page(at, id, typed, LayoutErrors::default(), StatusCode::OK).await;
    }
    let mut errors = LayoutErrors::default();
    let parsed = form::parse(&typed, at.t, &mut errors);
    if let Some((name, layout)) = parsed.filter(|_| errors.is_empty()) {
        if typed.has("do", "pdf") {
            return previews::file(at, layout).await;
        }
        if typed.has("do", "look") {
            return page(at, id, typed, errors, StatusCode::OK).await;
        }
        let saving = Saving {
            name,
            layout: serde_json::to_string(&layout).map_err(Error::broken)?,
            account_id: at.signed_in.account.id,
            updated_at: at.asked.now,
        };
        let before = match id {
            Some(_) => Some(find(at).await?),
            None => None,
        };
        let is_same = before
            .as_ref()
            .is_some_and(|before| before.name == saving.name && before.layout == saving.layout);
        let drawn = before.and_then(|before| {
            let layout = serde_json::from_str(&before.layout).ok()?;
            Some(form::of(&before.name, &layout))
        });
        match keep(at, id, saving, (&typed, drawn.as_ref())).await? {
            Edit::Done => return Ok(at.done("/badges", NoticeWord::of_change(!is_same))),
            Edit::Refused => errors.add("name", at.t.badges_layout_name_taken()),
            Edit::Meanwhile => {}
        }
    }
    page(at, id, typed, errors, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `typed` is the form, and what it would be if it was drawn now.
async fn keep(
    at: &AtForum,
    id: Option<i64>,
    saving: Saving,
    (typed, drawn): (&Typed, Option<&Typed>),
) -> Result<Edit, Error> {
    let forum_id = at.forum_id();
    at.edit(typed, drawn, move |c| match id {
        Some(id) => badge_layout::update(c, forum_id, id, &saving),
        None => Ok(badge_layout::create(c, forum_id, &saving)?.is_some()),
    })
    .await
}

#[derive(Template)]
#[template(path = "desk/printing/badge_layout.html")]
struct LayoutPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: LayoutErrors,
    sides: Vec<Side>,
    papers: Vec<(&'static str, &'static str)>,
    /// Short name and name.
    categories: Vec<(String, String)>,
    artwork: Vec<BadgeArtwork>,
    /// Whether one of them is a PDF.
    has_pdf: bool,
    /// As addresses that hold the pictures themselves.
    previews: Vec<String>,
    back: String,
    delete: Option<String>,
}

/// One side of the badge in the form.
struct Side {
    id: &'static str,
    title: &'static str,
    rows: Vec<Row>,
}

/// One element in the form.
struct Row {
    id: String,
    kind: String,
    word: &'static str,
    is_shown: bool,
    is_open: bool,
    /// Name, label and value of each number.
    numbers: Vec<(String, &'static str, String)>,
}

impl Side {
    fn of(id: &'static str, form: &Typed, errors: &LayoutErrors, at: &AtForum) -> Side {
        let rows = form::rows(form, id).into_iter();
        Side {
            id,
            title: match id {
                "f" => at.t.badges_side_front(),
                _ => at.t.badges_side_back(),
            },
            rows: rows.map(|row| Row::of(row, form, errors, at)).collect(),
        }
    }
}

impl Row {
    fn of(row: &str, form: &Typed, errors: &LayoutErrors, at: &AtForum) -> Row {
        let t = at.t;
        let kind = form.get(&format!("{row}.kind"));
        let label = |name: &str| match name {
            "x" => t.badges_field_x(),
            "y" => t.badges_field_y(),
            "width" => t.badges_field_width(),
            "height" => t.badges_field_height(),
            "size" => t.badges_field_size(),
            "least" => t.badges_field_least(),
            _ => t.badges_field_lines(),
        };
        Row {
            id: row.to_owned(),
            word: form::kind_word(kind, t),
            kind: kind.to_owned(),
            is_shown: form.ticked(&format!("{row}.shown")),
            is_open: errors.is_in(row),
            numbers: NUMBERS
                .iter()
                .map(|name| {
                    let field = format!("{row}.{name}");
                    let value = form.get(&field).to_owned();
                    (field, label(name), value)
                })
                .collect(),
        }
    }
}

impl LayoutPage {
    fn aligns(&self) -> [(&'static str, &'static str); 5] {
        let t = self.page.t;
        [
            ("centre", t.badges_align_centre()),
            ("start", t.badges_align_start()),
            ("end", t.badges_align_end()),
            ("left", t.badges_align_left()),
            ("right", t.badges_align_right()),
        ]
    }

    fn paints(&self) -> Vec<(&'static str, &'static str)> {
        let t = self.page.t;
        let word = |paint: &str| match paint {
            "ink" => t.badges_paint_ink(),
            "muted" => t.badges_paint_muted(),
            "white" => t.badges_paint_white(),
            "brand" => t.badges_paint_brand(),
            "on_brand" => t.badges_paint_on_brand(),
            "category" => t.badges_paint_category(),
            _ => t.badges_paint_on_category(),
        };
        let named = PAINTS.iter().map(|paint| (*paint, word(paint)));
        named.chain([("own", t.badges_paint_own())]).collect()
    }

    /// What stands in a field of a row.
    fn value(&self, row: &Row, name: &str) -> &str {
        self.form.get(&format!("{}.{name}", row.id))
    }

    fn ticked(&self, row: &Row, name: &str) -> bool {
        self.form.ticked(&format!("{}.{name}", row.id))
    }

    fn has(&self, row: &Row, category: &str) -> bool {
        self.form.has(&format!("{}.categories", row.id), category)
    }
}

async fn page(
    at: &AtForum,
    id: Option<i64>,
    typed: Typed,
    errors: LayoutErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let forum_id = at.forum_id();
    let artwork = at
        .app
        .db
        .read(move |c| badge_artwork::of_forum(c, forum_id))
        .await?;
    // What breaks a rule is drawn all the same: seen is sooner understood.
    let drawn = form::parse(&typed, at.t, &mut LayoutErrors::default());
    let previews = match drawn {
        Some((_, layout)) => previews::pictures(at, layout, 0, SHOWN).await?,
        None => Vec::new(),
    };
    let lang = at.asked.lang;
    let categories = at.whole.categories.iter();
    let page = LayoutPage {
        page: at.frame(match id {
            Some(_) => typed.get("name"),
            None => at.t.badges_layout_new(),
        }),
        desk: at.bar(),
        sides: ["f", "b"]
            .map(|side| Side::of(side, &typed, &errors, at))
            .into(),
        papers: PAPERS.map(|paper| (paper, paper_word(paper, at))).into(),
        categories: categories
            .map(|one| {
                (
                    one.slug.clone(),
                    at.whole.category_name(one.id, lang).to_owned(),
                )
            })
            .collect(),
        has_pdf: artwork
            .iter()
            .any(|one| one.kind == badge_artwork::Kind::Pdf),
        artwork,
        previews: previews
            .iter()
            .map(|png| format!("data:image/png;base64,{}", BASE64.encode(png)))
            .collect(),
        back: at.address("/badges"),
        delete: id.map(|id| at.address(&format!("/badges/layouts/{id}/delete"))),
        form: typed,
        errors,
    };
    pages::page(status, &page)
}

fn paper_word(paper: &str, at: &AtForum) -> &'static str {
    let t = at.t;
    match paper {
        "a6" => "A6 · 105 × 148 mm",
        "a7" => "A7 · 74 × 105 mm",
        "a5_folded" => t.badges_paper_folded(),
        "cr80" => t.badges_paper_card(),
        "label" => t.badges_paper_label(),
        _ => t.badges_paper_own(),
    }
}
