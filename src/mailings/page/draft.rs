//! A draft, looked at as real people will see it, tried out, and sent.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use super::readers::{self, Readers};
use crate::db;
use crate::desk::notices::NoticeWord as Notices;
use crate::desk::{AtForum, Bar, ForForum, Notice, Tab, samples};
use crate::error::Error;
use crate::mail::Mail;
use crate::mailings::form::whom_of;
use crate::mailings::letter::{MailingText, ToMany};
use crate::mailings::mailing::{self, Begun, Mailing, Text};
use crate::mailings::page::{address, find};
use crate::models::people::registrations::Filter;
use crate::pages::{self, Frame};
use crate::values::{Language, western_digit};

/// People the preview goes through.
const MOST_SAMPLES: i64 = 20;

pub(crate) async fn show(
    at: &AtForum,
    one: &Mailing,
    texts: &[Text],
) -> Result<HttpResponse, Error> {
    page(at, one, texts, None, StatusCode::OK).await
}

/// `GET /{lang}/desk/{forum}/mailings/{id}/mail/{tongue}`: the mail itself, as its reader's program draws it.
pub(crate) async fn mail(
    request: ForForum,
    http: actix_web::HttpRequest,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let (one, texts) = find(&at).await?;
    let tongue = http.match_info().get("tongue").and_then(Language::parse);
    let drawn = drawn(&at, &one, &texts).await?;
    let sample = drawn
        .into_iter()
        .find(|sample| Some(sample.language) == tongue)
        .ok_or(Error::NotFound)?;
    Ok(samples::as_html(&sample.mail))
}

/// `POST /{lang}/desk/{forum}/mailings/{id}/test`: to whoever asks, one in each language.
pub(crate) async fn test(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    at.read(&body)?;
    let (one, texts) = find(&at).await?;
    let drawn = drawn(&at, &one, &texts).await?;
    let mails = drawn.into_iter().map(|sample| sample.mail).collect();
    samples::send(&at, mails).await?;
    Ok(at.done(&format!("/mailings/{}", one.id), Notices::TestSent))
}

/// `POST /{lang}/desk/{forum}/mailings/{id}/send`: once, to as many people as whoever sends it has typed.
pub(crate) async fn send(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Mailings).await?;
    let form = at.read(&body)?;
    let (one, texts) = find(&at).await?;
    let promised = number(form.get("count"));
    let (whole, whom, about) = (at.whole.clone(), whom_of(&one.whom), one.about);
    let (id, now) = (one.id, at.asked.now);
    let begun = at
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
async fn drawn(at: &AtForum, one: &Mailing, texts: &[Text]) -> Result<Vec<Sample>, Error> {
    let (whole, whom, about) = (at.whole.clone(), whom_of(&one.whom), one.about);
    let languages: Vec<Language> = texts.iter().map(|text| text.language).collect();
    let (skip, now) = (skipped(at), at.asked.now);
    let readers = at
        .app
        .db
        .read(move |c| {
            let all = readers::filter(c, &whole, &whom, about, now)?;
            let reader = |language: &Language| {
                let own = Filter {
                    language: Some(*language),
                    ..all.clone()
                };
                samples::reader(c, &whole, &[&own, &all], *language, skip)
            };
            languages.iter().map(reader).collect::<db::Result<Vec<_>>>()
        })
        .await?;
    let mut drawn = Vec::new();
    for (text, reader) in texts.iter().zip(readers) {
        let Some(said) = MailingText::of(text) else {
            continue;
        };
        let many = ToMany {
            post: at.post(),
            about,
            shows_page: one.shows_page,
            said: &[said],
        };
        drawn.extend(samples::mail(at, &many, &reader)?.map(|mail| Sample {
            language: text.language,
            name: reader.name,
            mail,
        }));
    }
    Ok(drawn)
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
    let (whole, whom, about) = (at.whole.clone(), whom_of(&one.whom), one.about);
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
        complained: readers.complained,
        reading: readers.languages(&written, at.t),
        states: readers.states(at.t),
        samples: drawn(at, one, texts).await?,
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
#[template(path = "mailings/draft.html")]
struct DraftPage {
    page: Frame,
    desk: Bar,
    people: i64,
    unsubscribed: i64,
    complained: i64,
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
