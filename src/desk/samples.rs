//! How a mail is looked at and tried out, whichever it is: as somebody of the forum would get it, on the page and in
//! the organizer's own mailbox.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, HttpResponseBuilder};
use data_encoding::BASE64;

use crate::db::{self, Connection};
use crate::desk::AtForum;
use crate::error::Error;
use crate::mail::{Mail, Reader, Sample, example_code};
use crate::models::forum::context::ForumContext;
use crate::models::mail::message;
use crate::models::people::registration;
use crate::models::people::registrations::{self, Filter, Sort};
use crate::values::{Email, Language};
use crate::{badges, pages};

/// The mail for this reader, to whoever asks.
pub(crate) fn mail(
    at: &AtForum,
    draft: &impl Sample,
    reader: &Reader,
) -> Result<Option<Mail>, Error> {
    let to = Email::parse(&at.signed_in.account.email).map_err(|_| Error::broken("no address"))?;
    Ok(draft.sample(reader, &to))
}

/// The newest of the first of these lists that holds anybody, or `skip` people further on, round and round; somebody
/// invented where none does.
pub(crate) fn reader(
    c: &mut Connection,
    whole: &ForumContext,
    lists: &[&Filter],
    language: Language,
    skip: i64,
) -> db::Result<Reader> {
    for list in lists {
        let people = registrations::page(c, whole.forum.id, list, Sort::Newest, None, skip + 1)?;
        let count = i64::try_from(people.len()).unwrap_or(1).max(1);
        let turn = usize::try_from(skip % count).unwrap_or(0);
        if let Some(person) = people.get(turn) {
            return Ok(Reader::of(person, registration::sites(c, person.id)?));
        }
    }
    let category = whole.usual_category().map(|category| category.id);
    Ok(Reader::invented(category, language))
}

/// Puts the mails into the outbox: they are addressed to the account's own mailbox.
pub(crate) async fn send(at: &AtForum, mails: Vec<Mail>) -> Result<(), Error> {
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let mails: Vec<_> = mails
        .into_iter()
        .map(|mail| mail.outgoing(Some(forum_id), None))
        .collect();
    at.write(move |c| {
        mails
            .iter()
            .try_for_each(|mail| message::queue(c, mail, now))
    })
    .await?;
    at.app.outbox.ring();
    Ok(())
}

/// The mail as its reader's program draws it.
pub(crate) fn as_html(mail: &Mail) -> HttpResponse {
    let html = match mail.html.split_once("src=\"cid:") {
        Some((before, after)) => {
            let (_, after) = after.split_once('"').unwrap_or_default();
            let picture = BASE64.encode(&badges::png(&example_code()));
            format!("{before}src=\"data:image/png;base64,{picture}\"{after}")
        }
        None => mail.html.clone(),
    };
    framed(StatusCode::OK, "text/html").body(html)
}

/// The mail where nothing but its words can be shown.
pub(crate) fn as_text(mail: Mail) -> HttpResponse {
    framed(StatusCode::OK, "text/plain").body(mail.text)
}

/// A mail's own styles work, and nothing else in it does.
pub(crate) fn framed(status: StatusCode, kind: &str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::build(status);
    answer
        .insert_header((header::CONTENT_TYPE, format!("{kind}; charset=utf-8")))
        .insert_header((header::CONTENT_SECURITY_POLICY, pages::FRAMED_POLICY))
        .insert_header((header::X_FRAME_OPTIONS, "SAMEORIGIN"));
    answer
}
