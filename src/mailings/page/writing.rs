//! A mailing is written: whom it is for, why, and what it says.

use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::readers::Readers;
use crate::desk::notices::{self, NoticeWord};
use crate::desk::whom::states;
use crate::desk::{AtForum, Bar, Edit, ForForum, Tab, occasion};
use crate::error::Error;
use crate::forms::list_query::ListQuery;
use crate::forms::{FieldErrors, Typed};
use crate::i18n::{self, Texts};
use crate::mailings::form;
use crate::mailings::mailing::{self, About};
use crate::mailings::page::{address, find};
use crate::models::forum::context::ForumContext;
use crate::models::forum::wording::Occasion;
use crate::models::places::checkpoint;
use crate::pages::{self, Frame};
use crate::values::{Field, Language};

/// `GET /{lang}/desk/{forum}/mailings/new`: to the list that the address names, as the registrations' does.
pub(crate) async fn new(request: ForForum, http: HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let whom: ListQuery = crate::forms::parse(http.query_string().as_bytes());
    let form = form::blank(&whom, &at.whole.forum.languages());
    page(&at, None, form, FieldErrors::default(), StatusCode::OK).await
}

/// `POST /{lang}/desk/{forum}/mailings/new`
pub(crate) async fn create(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let form = at.read(&body)?;
    let languages = at.whole.forum.languages();
    let form = match form.get("do") {
        "count" => return page(&at, None, form, FieldErrors::default(), StatusCode::OK).await,
        "words" => {
            let form = beginning(&at, form, &languages);
            return page(&at, None, form, FieldErrors::default(), StatusCode::OK).await;
        }
        _ => form,
    };
    let mut errors = FieldErrors::default();
    let Some(draft) = form::parse(&form, &languages, at.t, &mut errors) else {
        return page(&at, None, form, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let form_id = at.signed_in.form_id(&at.app, form.get("token"));
    let form_id = form_id.ok_or(Error::NotOurForm)?;
    let (forum_id, account_id, now) = (at.forum_id(), at.signed_in.account.id, at.asked.now);
    let id = at
        .write(move |c| mailing::create(c, forum_id, account_id, &form_id, &draft, now))
        .await?;
    Ok(to_draft(&at, id))
}

/// `GET /{lang}/desk/{forum}/mailings/{id}/edit`
pub(crate) async fn edit(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let (one, texts) = find(&at).await?;
    if !one.is_draft() {
        return Ok(frozen(&at, one.id));
    }
    let form = form::of(&one, &texts);
    page(
        &at,
        Some(one.id),
        form,
        FieldErrors::default(),
        StatusCode::OK,
    )
    .await
}

/// `POST /{lang}/desk/{forum}/mailings/{id}/edit`
pub(crate) async fn update(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let form = at.read(&body)?;
    let (one, texts) = find(&at).await?;
    let (id, drawn) = (one.id, form::of(&one, &texts));
    if form.get("do") == "count" {
        return page(&at, Some(id), form, FieldErrors::default(), StatusCode::OK).await;
    }
    let mut errors = FieldErrors::default();
    let languages = at.whole.forum.languages();
    let Some(draft) = form::parse(&form, &languages, at.t, &mut errors) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&at, Some(id), form, errors, status).await;
    };
    let forum_id = at.forum_id();
    let changed = at
        .edit(&form, Some(&drawn), move |c| {
            mailing::change(c, forum_id, id, &draft)
        })
        .await?;
    match changed {
        Edit::Done => Ok(to_draft(&at, id)),
        Edit::Refused => Ok(frozen(&at, id)),
        Edit::Meanwhile => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&at, Some(id), form, errors, status).await
        }
    }
}

/// `POST /{lang}/desk/{forum}/mailings/{id}/delete`: a draft alone can be thrown away.
pub(crate) async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    at.read(&body)?;
    let (forum_id, id) = (at.forum_id(), find(&at).await?.0.id);
    let deleted = at.write(move |c| mailing::delete(c, forum_id, id)).await?;
    Ok(match deleted {
        true => at.done("/mailings", NoticeWord::Deleted),
        false => frozen(&at, id),
    })
}

/// With the words of the occasion that was chosen.
fn beginning(at: &AtForum, form: Typed, languages: &[Language]) -> Typed {
    let chosen = Occasion::parse(form.get("words")).filter(|occasion| occasion.is_for_many());
    let words = |occasion, language| occasion::words(&at.whole, occasion, language);
    form::beginning(form, languages, words, chosen)
}

fn to_draft(at: &AtForum, id: i64) -> HttpResponse {
    pages::see_other(&notices::saying(
        &address(at, id, ""),
        NoticeWord::DraftSaved,
    ))
}

fn frozen(at: &AtForum, id: i64) -> HttpResponse {
    pages::see_other(&notices::saying(&address(at, id, ""), NoticeWord::Frozen))
}

async fn page(
    at: &AtForum,
    id: Option<i64>,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let query = form::whom(&form);
    let about = About::parse(form.get("about")).unwrap_or(About::Registration);
    let (whole, whom, now) = (at.whole.clone(), query.clone(), at.asked.now);
    let (readers, checkpoints) = at
        .app
        .db
        .read(move |c| {
            let readers = Readers::count(c, &whole, &whom, about, now)?;
            Ok((readers, checkpoint::of_forum(c, whole.forum.id)?))
        })
        .await?;
    let action = match id {
        None => at.address("/mailings/new"),
        Some(id) => address(at, id, "/edit"),
    };
    let languages = at.whole.forum.languages();
    let first = languages.first().copied().unwrap_or(at.asked.lang);
    let fields: Vec<String> = Field::FOR_MANY
        .iter()
        .map(|field| format!("{{{}}}", field.name()))
        .collect();
    let page = WritingPage {
        page: at.frame(at.t.mailing_new()),
        desk: at.bar(),
        action,
        back: id.map_or_else(|| at.address("/mailings"), |id| address(at, id, "")),
        tongues: languages
            .iter()
            .map(|language| Tongue::of(*language, first, &form, &errors, at.t))
            .collect(),
        people: readers.people,
        reading: readers.languages(&[], at.t),
        states_now: readers.states(at.t),
        fields: fields.join(" "),
        occasions: match id {
            None => Occasion::for_many()
                .map(|occasion| (occasion.as_str(), occasion::named(occasion, at.t).0))
                .collect(),
            Some(_) => Vec::new(),
        },
        checkpoints: checkpoints.into_iter().map(|door| door.slug).collect(),
        whole: at.whole.clone(),
        query,
        form,
        errors,
    };
    pages::page(status, &page)
}

#[derive(Template)]
#[template(path = "mailings/writing.html")]
struct WritingPage {
    page: Frame,
    desk: Bar,
    /// Where the form goes, and where to without it.
    action: String,
    back: String,
    tongues: Vec<Tongue>,
    people: i64,
    /// How many read which language.
    reading: Vec<String>,
    states_now: Option<String>,
    /// What may be filled in, as it is written.
    fields: String,
    /// Whose words a new one can begin with.
    occasions: Vec<(&'static str, &'static str)>,
    checkpoints: Vec<String>,
    whole: std::sync::Arc<ForumContext>,
    query: ListQuery,
    form: Typed,
    errors: FieldErrors,
}

impl WritingPage {
    fn states(&self) -> Vec<(&'static str, &'static str)> {
        states(self.page.t)
    }

    fn countries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        i18n::countries(self.page.lang, &["QN"])
    }
}

/// The fields of one language.
struct Tongue {
    code: &'static str,
    direction: &'static str,
    name: &'static str,
    /// Who reads it, or what its readers get where it is empty.
    hint: String,
    error: Option<String>,
    subject: String,
    body: String,
}

impl Tongue {
    fn of(
        language: Language,
        first: Language,
        form: &Typed,
        errors: &FieldErrors,
        t: Texts,
    ) -> Tongue {
        let typed = |part: &str| form.get(&format!("{part}.{}", language.code())).to_string();
        Tongue {
            code: language.code(),
            direction: language.direction(),
            name: language.autonym(),
            hint: match language == first {
                true => t.mailing_text_first().to_string(),
                false => t.mailing_text_empty(first.autonym()),
            },
            error: errors.get(form::field(language)).map(str::to_string),
            subject: typed("subject"),
            body: typed("body"),
        }
    }
}
