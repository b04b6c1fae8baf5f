use actix_web::http::header;
use actix_web::web::{self, Bytes};
use actix_web::{HttpResponse, Responder};
use askama::Template;
use serde::Serialize;

use super::super::notices::Said;
use super::super::words::When;
use super::super::{AtForum, Bar, ForForum, Tab};
use super::{begin, stage_word};
use crate::error::Error;
use crate::models::print_job::{self, PrintJob, Stage};
use crate::pages::{self, Frame};

/// `GET /{lang}/desk/{forum}/badges/jobs/{id}`: how far a file has come, then the file.
pub async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let job = find(&at).await?;
    let stage = job.stage(at.asked.now);
    let is_running = stage == Stage::Running;
    let (tone, word) = stage_word(&job, at.asked.now, at.t);
    let has_file = stage == Stage::Done && at.app.printer.file(job.id).is_some();
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
        // Without a script, the page loads itself again.
        let again = header::HeaderValue::from_static("3");
        answer.headers_mut().insert(header::REFRESH, again);
    }
    Ok(answer)
}

/// `GET /{lang}/desk/{forum}/badges/jobs/{id}/live`: the figures alone.
pub async fn live(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let job = find(&at).await?;
    Ok(HttpResponse::Ok().json(Figures {
        progress: at.t.badges_job_progress(job.done, job.total),
        done: job.done,
        total: job.total,
        running: job.stage(at.asked.now) == Stage::Running,
    }))
}

/// `GET /{lang}/desk/{forum}/badges/jobs/{id}/badges.pdf`
pub async fn download(
    request: ForForum,
    of: actix_web::HttpRequest,
) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let job = find(&at).await?;
    let path = at.app.printer.file(job.id).ok_or(Error::NotFound)?;
    let file = web::block(move || std::fs::read(path))
        .await
        .map_err(Error::broken)?
        .map_err(Error::broken)?;
    let name = format!("{}-badges-{}.pdf", at.whole.forum.slug, job.id);
    Ok(pdf(file, &name).respond_to(&of).map_into_boxed_body())
}

/// `POST /{lang}/desk/{forum}/badges/jobs/{id}/not-printed`: its badges count as not printed again.
pub async fn take_back(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    at.app
        .db
        .write(move |c| print_job::take_back(c, forum_id, id, now))
        .await?;
    Ok(at.done(&format!("/badges/jobs/{id}"), Said::TakenBack))
}

/// `POST /{lang}/desk/{forum}/badges/jobs/{id}/again`: the same wish once more, with the people of now.
pub async fn again(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    at.read(&body)?;
    let job = find(&at).await?;
    let leads = match begin(&at, job.wish).await? {
        Some(id) => format!("/badges/jobs/{id}"),
        None => "/badges".to_owned(),
    };
    Ok(pages::see_other(&at.address(&leads)))
}

/// A file to be saved or printed.
pub(in crate::routes::desk) fn pdf(file: Vec<u8>, name: &str) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "application/pdf"))
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(file)
}

async fn find(at: &AtForum) -> Result<PrintJob, Error> {
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let job = at.app.db.read(move |c| print_job::find(c, forum_id, id));
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
#[template(path = "desk/forum/badge_job.html")]
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
