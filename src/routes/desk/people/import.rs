//! Lists of people that the desk brings in: each is a job, answered at once where it is over in a moment.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use askama::Template;
use serde::{Deserialize, Serialize};

use crate::app::{self, ListWish};
use crate::desk::files::upload::Upload;
use crate::desk::{AtForum, Bar, ForForum, Notice, Tab};
use crate::error::Error;
use crate::i18n::Texts;
use crate::lists::{Line, Lines, ListResult, Report, sentences};
use crate::models::desk::account::Role;
use crate::models::desk::job::{self, Job, Kind, NewJob, Stage};
use crate::pages::{self, Frame};
use crate::routes::desk::printing::badges::jobs::{cancel_job, reload_soon};

/// Most bytes of a list; the page names the same figure.
const MOST_BYTES: usize = 20 << 20;
/// Bytes of a list that waits for no long one.
const SHORT: usize = 256 << 10;
const KINDS: [Kind; 2] = [Kind::List, Kind::ShortList];

/// What an import that took every row says on the page it leads to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Done {
    added: Option<usize>,
}

/// `GET /{lang}/desk/{forum}/import`: choose a file.
pub(crate) async fn show(request: ForForum, done: web::Query<Done>) -> Result<HttpResponse, Error> {
    let at = at(request).await?;
    let mut page = ImportPage::of(&at);
    if let Some(added) = done.added {
        page.desk.notice = Some(Notice::good(at.t.exchange_added(added)));
    }
    pages::ok(&page)
}

/// `POST /{lang}/desk/{forum}/import`: check the file, or bring it in.
pub(crate) async fn submit(request: ForForum, body: Multipart) -> Result<HttpResponse, Error> {
    let at = at(request).await?;
    let upload = Upload::read(body, MOST_BYTES).await?;
    at.signed_in.check_form(&at.app, &upload.token)?;
    let wish = ListWish {
        check: upload.has("check"),
        mail: upload.has("mail"),
    };
    if let Some(sentence) = unfit(&upload, at.t) {
        let mut page = ImportPage::of(&at);
        (page.mail, page.error) = (wish.mail, Some(sentence));
        return pages::unprocessable(&page);
    }
    let kind = match upload.size <= SHORT {
        true => Kind::ShortList,
        false => Kind::List,
    };
    let new = NewJob {
        forum_id: at.forum_id(),
        account_id: at.signed_in.account.id,
        kind,
        wish: serde_json::to_string(&wish).map_err(Error::broken)?,
        total: 0,
        fingerprint: at.signed_in.form_id(&at.app, &upload.token),
    };
    let id = app::send_job(&at.app, new, upload.into_file()?).await?;
    match app::job_over_soon(&at.app, at.forum_id(), kind, id).await? {
        Some(job) => answer(&at, &job, wish),
        None => Ok(pages::see_other(&at.address(&format!("/import/{id}")))),
    }
}

/// `GET /{lang}/desk/{forum}/import/{id}`: how far a list has come, then what became of it.
pub(crate) async fn follow(request: ForForum) -> Result<HttpResponse, Error> {
    let at = at(request).await?;
    let job = find(&at).await?;
    let mut answer = pages::ok(&ImportPage::about(&at, &job))?;
    if !job.stage().is_over() {
        reload_soon(&mut answer);
    }
    Ok(answer)
}

/// `GET /{lang}/desk/{forum}/import/{id}/live`: the figures alone.
pub(crate) async fn live(request: ForForum) -> Result<HttpResponse, Error> {
    let at = at(request).await?;
    let job = find(&at).await?;
    Ok(HttpResponse::Ok().json(Figures {
        progress: at.t.import_progress(job.done, job.total),
        done: job.done,
        total: job.total.max(1),
        running: !job.stage().is_over(),
    }))
}

/// `POST /{lang}/desk/{forum}/import/{id}/cancel`: who is in stays.
pub(crate) async fn cancel(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = at(request).await?;
    at.read(&body)?;
    let job = find(&at).await?;
    cancel_job(&at, &job).await?;
    Ok(pages::see_other(
        &at.address(&format!("/import/{}", job.id)),
    ))
}

async fn at(request: ForForum) -> Result<AtForum, Error> {
    request.at_least(Tab::Registrations, Role::Registrar).await
}

async fn find(at: &AtForum) -> Result<Job, Error> {
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let job = at.app.db.read(move |c| job::find(c, forum_id, &KINDS, id));
    job.await?.ok_or(Error::NotFound)
}

/// Why a file need not even be opened.
fn unfit(upload: &Upload, t: Texts) -> Option<String> {
    if upload.is_too_large() {
        return Some(t.file_too_large(MOST_BYTES >> 20));
    }
    (upload.size == 0).then(|| t.import_file_missing().to_owned())
}

/// What became of a list, as the form's answer.
fn answer(at: &AtForum, job: &Job, wish: ListWish) -> Result<HttpResponse, Error> {
    let page = ImportPage::about(at, job);
    let report = match job.result.as_deref().and_then(ListResult::read) {
        _ if job.stage() == Stage::Failed => {
            return pages::page(StatusCode::INTERNAL_SERVER_ERROR, &page);
        }
        Some(ListResult::Through(report)) => report,
        _ => return pages::unprocessable(&page),
    };
    if report.refused.count > 0 {
        return pages::unprocessable(&page);
    }
    if !wish.check && report.left_out.count == 0 {
        let here = at.address(&format!("/import?added={}", report.added));
        return Ok(pages::see_other(&here));
    }
    pages::ok(&page)
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
#[template(path = "desk/people/import.html")]
struct ImportPage {
    page: Frame,
    desk: Bar,
    /// Of the page for another list.
    form: String,
    list: String,
    mail: bool,
    error: Option<String>,
    running: Option<Running>,
    summary: Vec<String>,
    /// Rows to mend, and those of people who are there already.
    tables: Vec<Rows>,
}

/// A list on its way in.
struct Running {
    address: String,
    word: &'static str,
    progress: String,
    done: i32,
    total: i32,
}

/// Rows that brought nobody, for one kind of reason.
struct Rows {
    title: &'static str,
    why: &'static str,
    rows: Vec<Row>,
    /// How many more there are.
    more: usize,
}

impl Rows {
    fn new(title: &'static str, why: &'static str, lines: &Lines, t: Texts) -> Rows {
        let row = |line: &Line| Row {
            number: line.number,
            name: line.name.clone(),
            why: sentences::why(line, t),
        };
        Rows {
            title,
            why,
            rows: lines.first.iter().map(row).collect(),
            more: lines.count - lines.first.len(),
        }
    }
}

/// A row of the file that brought nobody.
struct Row {
    number: usize,
    name: String,
    why: &'static str,
}

impl ImportPage {
    fn of(at: &AtForum) -> ImportPage {
        ImportPage {
            page: at.frame(at.t.import_title()),
            desk: at.bar(),
            form: at.address("/import"),
            list: at.address("/registrations"),
            mail: false,
            error: None,
            running: None,
            summary: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// With where a list is, or what became of it.
    fn about(at: &AtForum, job: &Job) -> ImportPage {
        let (mut page, t) = (ImportPage::of(at), at.t);
        let wish: Option<ListWish> = serde_json::from_str(&job.wish).ok();
        let is_check = wish.is_some_and(|wish| wish.check);
        page.mail = wish.is_some_and(|wish| wish.mail);
        let result = job.result.as_deref().and_then(ListResult::read);
        match (job.stage(), result) {
            (stage @ (Stage::Waiting | Stage::Running), _) => {
                page.running = Some(Running::of(at, job, stage, is_check));
            }
            (Stage::Done, Some(ListResult::Through(report))) => page.report(&report, is_check, t),
            (Stage::Done, Some(ListResult::Unread(fault))) => {
                page.error = Some(sentences::fault(&fault, t));
            }
            (Stage::Done, Some(ListResult::Lacks(columns))) => {
                page.error = Some(sentences::lacks(&columns, t));
            }
            (Stage::Done, None) => page.desk.notice = Some(Notice::warn(t.import_gone())),
            (stage @ (Stage::Failed | Stage::Cancelled), result) => {
                let added = match result {
                    Some(ListResult::Through(report)) => report.added,
                    _ => 0,
                };
                let said = cut_short(stage, added, t);
                page.desk.notice = Some(Notice::warn(said.join(" ")));
            }
        }
        page
    }

    fn report(&mut self, report: &Report, rehearsed: bool, t: Texts) {
        self.summary = sentences::summary(report, rehearsed, t);
        if report.refused.count > 0 {
            self.summary.push(t.exchange_refused(report.refused.count));
        }
        let refused = (t.import_refused_title(), t.import_why_head());
        let left_out = (t.import_left_out_title(), t.import_left_out_why_head());
        let tables = [
            Rows::new(refused.0, refused.1, &report.refused, t),
            Rows::new(left_out.0, left_out.1, &report.left_out, t),
        ];
        self.tables = tables
            .into_iter()
            .filter(|one| !one.rows.is_empty())
            .collect();
    }
}

/// Of a list that did not come to its end, with how many people are in.
fn cut_short(stage: Stage, added: usize, t: Texts) -> Vec<String> {
    match stage {
        Stage::Cancelled => vec![t.import_cancelled().to_owned(), t.exchange_added(added)],
        _ => vec![
            t.exchange_stopped().to_owned(),
            t.exchange_added(added),
            t.exchange_again().to_owned(),
        ],
    }
}

impl Running {
    fn of(at: &AtForum, job: &Job, stage: Stage, is_check: bool) -> Running {
        let word = match (stage, is_check) {
            (Stage::Waiting, _) => at.t.import_waiting(),
            (_, true) => at.t.import_checking(),
            (_, false) => at.t.import_running(),
        };
        Running {
            address: at.address(&format!("/import/{}", job.id)),
            word,
            progress: at.t.import_progress(job.done, job.total),
            done: job.done,
            total: job.total.max(1),
        }
    }
}
