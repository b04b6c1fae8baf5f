use std::io;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Bytes;
use askama::Template;
use futures_util::stream;
use serde::Serialize;

use crate::desk::files::attachment::Attachment;
use crate::desk::notices::NoticeWord;
use crate::desk::words::When;
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::models::desk::job::{self, Job, Kind, Part, Stage};
use crate::pages::{self, Frame};
use crate::routes::desk::printing::badges::{begin, stage_word};

/// `GET /{lang}/desk/{forum}/badges/jobs/{id}`: how far a file has come, then the file.
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let job = find(&at).await?;
    let (id, stage) = (job.id, job.stage());
    let is_running = !stage.is_over();
    let (tone, word) = stage_word(&job, at.t);
    let has_file = stage == Stage::Done && at.app.db.read(move |c| job::has_output(c, id)).await?;
    let page = JobPage {
        page: at.frame(at.t.badges_job_title()),
        desk: at.bar(),
        address: at.address(&format!("/badges/jobs/{}", job.id)),
        back: at.address("/badges"),
        when: When::of(job.started_at, at.whole.forum.zone(), at.asked.lang),
        progress: at.t.badges_job_progress(job.done, job.total),
        missing: job
            .missing
            .as_deref()
            .map(|letters| at.t.badges_job_missing(letters)),
        can_take_back: stage == Stage::Done && job.taken_back_at.is_none(),
        is_running,
        has_file,
        is_gone: stage == Stage::Done && !has_file,
        done: job.done,
        total: job.total,
        tone,
        word,
    };
    let mut answer = pages::ok(&page)?;
    if is_running {
        reload_soon(&mut answer);
    }
    Ok(answer)
}

/// Without a script, the page loads itself again.
pub(in crate::routes::desk) fn reload_soon(answer: &mut HttpResponse) {
    let again = header::HeaderValue::from_static("3");
    answer.headers_mut().insert(header::REFRESH, again);
}

/// `GET /{lang}/desk/{forum}/badges/jobs/{id}/live`: the figures alone.
pub(crate) async fn live(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let job = find(&at).await?;
    Ok(HttpResponse::Ok().json(Figures {
        progress: at.t.badges_job_progress(job.done, job.total),
        done: job.done,
        total: job.total,
        running: !job.stage().is_over(),
    }))
}

/// `GET /{lang}/desk/{forum}/badges/jobs/{id}/badges.pdf`
pub(crate) async fn download(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let job = find(&at).await?;
    let id = job.id;
    let first = at.app.db.read(move |c| job::piece(c, id, Part::Output, 0));
    let first = first
        .await?
        .filter(|_| job.stage() == Stage::Done)
        .ok_or(Error::NotFound)?;
    let file = Attachment::pdf(format!("{}-badges-{id}.pdf", at.whole.forum.slug));
    let db = at.app.db.clone();
    // A piece at a time: a long file takes no more memory than a short one.
    let pieces = stream::try_unfold((0, Some(first)), move |(number, ready)| {
        let db = db.clone();
        async move {
            let piece = match ready {
                Some(piece) => Some(piece),
                None => db
                    .read(move |c| job::piece(c, id, Part::Output, number))
                    .await
                    .map_err(|error| io::Error::other(Error::from(error).to_string()))?,
            };
            Ok::<_, io::Error>(piece.map(|piece| (Bytes::from(piece), (number + 1, None))))
        }
    });
    Ok(file.answer().streaming(Box::pin(pieces)))
}

/// `POST /{lang}/desk/{forum}/badges/jobs/{id}/cancel`
pub(crate) async fn cancel(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    at.read(&body)?;
    let job = find(&at).await?;
    cancel_job(&at, &job).await?;
    Ok(pages::see_other(
        &at.address(&format!("/badges/jobs/{}", job.id)),
    ))
}

/// What is done of it is done.
pub(in crate::routes::desk) async fn cancel_job(at: &AtForum, job: &Job) -> Result<(), Error> {
    let (forum_id, id, now) = (at.forum_id(), job.id, at.asked.now);
    at.write(move |c| job::cancel(c, forum_id, id, now)).await?;
    Ok(())
}

/// `POST /{lang}/desk/{forum}/badges/jobs/{id}/not-printed`: its badges count as not printed again.
pub(crate) async fn take_back(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    at.write(move |c| job::take_back(c, forum_id, id, now))
        .await?;
    Ok(at.done(&format!("/badges/jobs/{id}"), NoticeWord::TakenBack))
}

/// `POST /{lang}/desk/{forum}/badges/jobs/{id}/again`: the same wish once more, with the people of now.
pub(crate) async fn again(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let form = at.read(&body)?;
    let job = find(&at).await?;
    let pressed = at.signed_in.form_id(&at.app, form.get("token"));
    let leads = match begin(&at, job.wish, pressed).await? {
        Some(id) => format!("/badges/jobs/{id}"),
        None => "/badges".to_owned(),
    };
    Ok(pages::see_other(&at.address(&leads)))
}

async fn find(at: &AtForum) -> Result<Job, Error> {
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let job = at
        .app
        .db
        .read(move |c| job::find(c, forum_id, &[Kind::Badges], id));
    job.await?.ok_or(Error::NotFound)
}

/// The names are those of `data-live` in the page.
#[derive(Serialize)]
struct Figures {
    progress: String,
    done: i32,
    total: i32,
    running: bool,
}

#[derive(Template)]
#[template(path = "desk/printing/badge_job.html")]
struct JobPage {
    page: Frame,
    desk: Bar,
    /// Of this page.
    address: String,
    back: String,
    when: When,
    progress: String,
    missing: Option<String>,
    can_take_back: bool,
    is_running: bool,
    has_file: bool,
    /// It was made, and is not kept any more.
    is_gone: bool,
    done: i32,
    total: i32,
    tone: &'static str,
    word: &'static str,
}
