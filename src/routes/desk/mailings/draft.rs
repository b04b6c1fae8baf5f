//! A draft, looked at as real people will see it, tried out, and sent.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentType};
use actix_web::web::Bytes;
use askama::Template;

use super::super::notices::Said as Notices;
use super::super::{AtForum, Bar, ForForum, Notice, Tab};
use super::readers::{self, Readers};
use super::{address, find};
use crate::db::{self, Connection};
use crate::error::Error;
use crate::forms::mailing::whom_of;
use crate::mail::{Mail, Post, Said, ToMany};
use crate::models::mailing::{self, Begun, Mailing, Text};
use crate::models::message;
use crate::models::registration::Registration;
use crate::models::registrations::{self, Filter, Sort};
use crate::pages::{self, Frame};
use crate::values::{Email, Language, western_digit};

/// People the preview goes through.
const MOST_SAMPLES: i64 = 20;
/// A mail brings its own styles, and is shown without any right.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups; frame-ancestors 'none'";

pub async fn show(at: &AtForum, one: &Mailing, texts: &[Text]) -> Result<HttpResponse, Error> {
    page(at, one, texts, None, StatusCode::OK).await
}

/// `GET /{lang}/desk/{forum}/mailings/{id}/mail/{tongue}`: the mail itself, as its reader's program draws it.
pub async fn mail(request: ForForum, http: actix_web::HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let (one, texts) = find(&at).await?;
    let tongue = http.match_info().get("tongue").and_then(Language::parse);
    let samples = samples(&at, &one, &texts).await?;
    let sample = samples
        .into_iter()
        .find(|sample| Some(sample.language) == tongue)
        .ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header(ContentType::html())
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .body(sample.mail.html))
}

/// `POST /{lang}/desk/{forum}/mailings/{id}/test`: to whoever asks, one in each language.
pub async fn test(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    at.read(&body)?;
    let (one, texts) = find(&at).await?;
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let mails: Vec<_> = samples(&at, &one, &texts)
        .await?
        .into_iter()
        .map(|sample| sample.mail.outgoing(Some(forum_id), None))
        .collect();
    at.app
        .db
        .write(move |c| {
            mails
                .iter()
                .try_for_each(|mail| message::queue(c, mail, now))
        })
        .await?;
    at.app.outbox.ring();
    Ok(at.done(&format!("/mailings/{}", one.id), Notices::TestSent))
}

/// `POST /{lang}/desk/{forum}/mailings/{id}/send`: once, to as many people as whoever sends it has typed.
pub async fn send(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let form = at.read(&body)?;
    let (one, texts) = find(&at).await?;
    let promised = number(form.get("count"));
    let (whole, whom, about) = (at.whole.clone(), whom_of(&one.whom), one.about());
    let (id, now) = (one.id, at.asked.now);
    let begun = at
        .app
        .db
        .write(move |c| {
            let filter = readers::filter(c, &whole, &whom, about, now)?;
            mailing::send(c, whole.forum.id, id, &filter, promised, now)
        })
        .await?;
    if let Begun::Changed(people) = begun {
        let notice = Notice::warn(at.t.mailing_send_wrong(people));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&at, &one, &texts, Some(notice), status).await;
    }
    at.app.mailings.ring();
    Ok(pages::see_other(&address(&at, id, "")))
}

/// As it was typed, with whatever keyboard and marks between the thousands.
fn number(typed: &str) -> i64 {
    let digits: String = typed
        .chars()
        .map(western_digit)
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or(0)
}

/// The mail as one of its readers gets it.
struct Sample {
    language: Language,
    name: String,
    mail: Mail,
}

/// One for each text: of somebody who reads it, or else of somebody who will get it in another.
async fn samples(at: &AtForum, one: &Mailing, texts: &[Text]) -> Result<Vec<Sample>, Error> {
    let (whole, whom, about) = (at.whole.clone(), whom_of(&one.whom), one.about());
    let languages: Vec<Language> = texts.iter().map(|text| text.language).collect();
    let (skip, now) = (skipped(at), at.asked.now);
    let people = at
        .app
        .db
        .read(move |c| {
            let filter = readers::filter(c, &whole, &whom, about, now)?;
            languages
                .iter()
                .map(|language| sample(c, whole.forum.id, &filter, *language, skip))
                .collect::<db::Result<Vec<_>>>()
        })
        .await?;
    let to = Email::parse(&at.signed_in.account.email).map_err(|_| Error::broken("no address"))?;
    let drawn = texts.iter().zip(people).filter_map(|(text, found)| {
        let (person, sites) = found?;
        let said = [Said::of(text)?];
        let many = ToMany {
            post: Post {
                letterhead: &at.app.letterhead,
                public_url: &at.app.public_url,
                whole: &at.whole,
            },
            about,
            shows_page: one.shows_page,
            said: &said,
        };
        Some(Sample {
            language: text.language,
            mail: many.sample(&person, &sites, &to)?,
            name: person.name,
        })
    });
    Ok(drawn.collect())
}

/// Somebody of the list who reads this language, or else somebody of it, with the sites they come to.
fn sample(
    c: &mut Connection,
    forum_id: i64,
    filter: &Filter,
    language: Language,
    skip: i64,
) -> db::Result<Option<(Registration, Vec<i64>)>> {
    let own = Filter {
        language: Some(language),
        ..filter.clone()
    };
    for filter in [&own, filter] {
        let people = registrations::page(c, forum_id, filter, Sort::Newest, None, skip + 1)?;
        let count = i64::try_from(people.len()).unwrap_or(1).max(1);
        let turn = usize::try_from(skip % count).unwrap_or(0);
        if let Some(person) = people.into_iter().nth(turn) {
            let sites = crate::models::registration::sites(c, person.id)?;
            return Ok(Some((person, sites)));
        }
    }
    Ok(None)
}

/// How many people to pass over in the preview.
fn skipped(at: &AtForum) -> i64 {
    let query = at.asked.here.split_once("?skip=");
    let skip: i64 = query.and_then(|(_, n)| n.parse().ok()).unwrap_or(0);
    skip.clamp(0, MOST_SAMPLES)
}

async fn page(
    at: &AtForum,
    one: &Mailing,
    texts: &[Text],
    notice: Option<Notice>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (whole, whom, about) = (at.whole.clone(), whom_of(&one.whom), one.about());
    let now = at.asked.now;
    let readers = at
        .app
        .db
        .read(move |c| Readers::count(c, &whole, &whom, about, now))
        .await?;
    let written: Vec<Language> = texts.iter().map(|text| text.language).collect();
    let skip = skipped(at);
    let desk = at.bar();
    let page = DraftPage {
        page: at.frame(texts.first().map_or("", |text| &text.subject)),
        desk: match notice {
            None => desk,
            notice => desk.saying(notice),
        },
        people: readers.people,
        unsubscribed: readers.unsubscribed,
        reading: readers.languages(&written, at.t),
        states: readers.states(at.t),
        samples: samples(at, one, texts).await?,
        is_news: about == mailing::About::News,
        email: at.signed_in.account.email.clone(),
        skip,
        next: format!(
            "{}?skip={}",
            address(at, one.id, ""),
            (skip + 1) % MOST_SAMPLES
        ),
        list: at.address(&format!("/registrations{}", one.whom)),
        address: address(at, one.id, ""),
    };
    pages::page(status, &page)
}

#[derive(Template)]
#[template(path = "desk/mailings/draft.html")]
struct DraftPage {
    page: Frame,
    desk: Bar,
    people: i64,
    unsubscribed: i64,
    reading: Vec<String>,
    states: Option<String>,
    samples: Vec<Sample>,
    is_news: bool,
    /// Where a test goes.
    email: String,
    skip: i64,
    /// Of the preview with other people, of the list, and of this page.
    next: String,
    list: String,
    address: String,
}
