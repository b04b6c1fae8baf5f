use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{self, Bytes};
use askama::Template;

use crate::desk::notices::NoticeWord;
use crate::desk::occasion::{named, words};
use crate::desk::{AtForum, Bar, Edit, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, wording as form};
use crate::i18n::Texts;
use crate::mail;
use crate::models::forum::wording::{self, Occasion, Words};
use crate::models::people::registration::Registration;
use crate::models::people::registrations::{self, Filter, Sort};
use crate::pages::{self, Frame};
use crate::values::{Field, Language};

/// `GET /{lang}/desk/{forum}/wording`: what each mail says in each of the forum's languages, in its words or ours.
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    pages::ok(&ListPage {
        page: at.tab_frame(),
        desk: at.bar(),
        rows: Occasion::ALL
            .into_iter()
            .map(|occasion| Row::of(occasion, &at))
            .collect(),
    })
}

/// `GET /{lang}/desk/{forum}/wording/{occasion}/{language}`
pub(crate) async fn edit(request: ForForum, path: Path) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    let which = Which::of(&at, &path)?;
    let form = form::of(&which.words(&at));
    page(&at, which, form, FieldErrors::default(), StatusCode::OK).await
}

/// `POST /{lang}/desk/{forum}/wording/{occasion}/{language}`. Words that are ours to the letter stay ours.
pub(crate) async fn save(
    request: ForForum,
    path: Path,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    let form = at.read(&body)?;
    let which = Which::of(&at, &path)?;
    let mut errors = FieldErrors::default();
    let Some(words) = form::parse(&form, which.occasion, at.t, &mut errors) else {
        return page(&at, which, form, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (forum_id, Which { occasion, language }) = (at.forum_id(), which);
    let is_ours = words == mail::ours(occasion, language);
    let drawn = which.words(&at);
    let is_same = drawn == words;
    let saved = at
        .edit(&form, Some(&form::of(&drawn)), move |c| {
            match is_ours {
                true => wording::clear(c, forum_id, occasion, language)?,
                false => wording::set(c, forum_id, occasion, language, &words)?,
            }
            Ok(true)
        })
        .await?;
    if saved == Edit::Meanwhile {
        return page(&at, which, form, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    Ok(at.done(&which.path(), NoticeWord::of_change(!is_same)))
}

/// `POST /{lang}/desk/{forum}/wording/{occasion}/{language}/ours`: back to what we say.
pub(crate) async fn ours(
    request: ForForum,
    path: Path,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Wording).await?;
    at.read(&body)?;
    let which = Which::of(&at, &path)?;
    let (forum_id, Which { occasion, language }) = (at.forum_id(), which);
    at.write(move |c| wording::clear(c, forum_id, occasion, language))
        .await?;
    Ok(at.done(&which.path(), NoticeWord::OurWords))
}

/// Page language, forum, occasion, language of the mail.
pub(crate) type Path = web::Path<(String, String, String, String)>;

/// One mail in one language.
#[derive(Clone, Copy)]
pub(crate) struct Which {
    pub occasion: Occasion,
    pub language: Language,
}

impl Which {
    pub(crate) fn of(at: &AtForum, path: &Path) -> Result<Which, Error> {
        let occasion = Occasion::parse(&path.2).ok_or(Error::NotFound)?;
        let language = Language::parse(&path.3)
            .filter(|language| languages(at).contains(language))
            .ok_or(Error::NotFound)?;
        Ok(Which { occasion, language })
    }

    /// The forum's own, else ours.
    pub(crate) fn words(self, at: &AtForum) -> Words {
        words(&at.whole, self.occasion, self.language)
    }

    pub(crate) fn path(self) -> String {
        format!(
            "/wording/{}/{}",
            self.occasion.as_str(),
            self.language.code()
        )
    }
}

/// A person may read mails in any language, the forum's own come first.
fn languages(at: &AtForum) -> Vec<Language> {
    let mut languages = at.whole.forum.languages();
    for language in Language::ALL {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

#[derive(Template)]
#[template(path = "desk/mail/wordings.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    when: &'static str,
    /// Language, address, whether the forum has words of its own.
    versions: Vec<(Language, String, bool)>,
}

impl Row {
    fn of(occasion: Occasion, at: &AtForum) -> Row {
        let (name, when) = named(occasion, at.t);
        let version = |language| {
            let which = Which { occasion, language };
            let own = at.whole.wordings.get(occasion, language).is_some();
            (language, at.address(&which.path()), own)
        };
        Row {
            name,
            when,
            versions: languages(at).into_iter().map(version).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "desk/mail/wording.html")]
struct EditPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    language: Language,
    /// Of the fields: which language is written into them.
    attrs: String,
    /// Of the field that takes the whole text.
    long: String,
    name: &'static str,
    when: &'static str,
    is_own: bool,
    /// Name of the field and what it becomes.
    fields: Vec<(&'static str, &'static str)>,
    /// Public id and name of those whom the mail can be shown for.
    people: Vec<(String, String)>,
    address: String,
    back: String,
}

async fn page(
    at: &AtForum,
    which: Which,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (name, when) = named(which.occasion, at.t);
    let fields = which.occasion.fields().iter();
    let (code, direction) = (which.language.code(), which.language.direction());
    let attrs = format!(" lang=\"{code}\" dir=\"{direction}\"");
    let page = EditPage {
        page: at.frame(name),
        desk: at.bar(),
        language: which.language,
        long: format!("{attrs} rows=\"14\""),
        attrs,
        name,
        when,
        is_own: at
            .whole
            .wordings
            .get(which.occasion, which.language)
            .is_some(),
        fields: fields
            .map(|field| (field.name(), meaning(*field, at.t)))
            .collect(),
        people: people(at)
            .await?
            .into_iter()
            .map(|person| (person.public_id, person.name))
            .collect(),
        address: at.address(&which.path()),
        back: at.address("/wording"),
        form,
        errors,
    };
    let mut answer = pages::page(status, &page)?;
    answer.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(pages::FRAMING_POLICY),
    );
    Ok(answer)
}

fn meaning(field: Field, t: Texts) -> &'static str {
    match field {
        Field::Name => t.desk_wording_field_name(),
        Field::Forum => t.desk_wording_field_forum(),
        Field::Dates => t.desk_wording_field_dates(),
        Field::Place => t.desk_wording_field_place(),
        Field::Organisation => t.desk_wording_field_organisation(),
        Field::Category => t.desk_wording_field_category(),
        Field::Country => t.desk_wording_field_country(),
        Field::Link => t.desk_wording_field_link(),
    }
}

/// Whom a mail can be shown for: the newest of the forum.
pub(crate) async fn people(at: &AtForum) -> Result<Vec<Registration>, Error> {
    let forum_id = at.forum_id();
    let newest = at
        .app
        .db
        .read(move |c| registrations::page(c, forum_id, &live(), Sort::Newest, None, PEOPLE))
        .await?;
    Ok(newest)
}

/// How many people can be chosen from.
pub(crate) const PEOPLE: i64 = 30;

pub(crate) fn live() -> Filter {
    Filter {
        live: true,
        ..Filter::default()
    }
}
