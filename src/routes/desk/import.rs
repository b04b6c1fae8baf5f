use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use futures_util::StreamExt;
use serde::Deserialize;

use super::{Bar, Notice, SignedIn, Tab};
use crate::app::{App, Asked};
use crate::error::Error;
use crate::exchange::{self, Line, Report, Stopped, Table, Writing, sentences};
use crate::i18n::Texts;
use crate::models::account::Role;
use crate::models::event::Actor;
use crate::models::whole::Whole;
use crate::pages::{self, Frame};
use crate::values::Language;

/// Most bytes of a list; the page names the same figure.
const MOST_BYTES: usize = 20 * 1024 * 1024;

/// What an import that took every row says on the page it leads to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    added: Option<usize>,
}

/// `GET /{lang}/desk/{forum}/import`: choose a file.
pub async fn show(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String)>,
    done: web::Query<Done>,
) -> Result<HttpResponse, Error> {
    let (_, slug) = path.into_inner();
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let mut page = ImportPage::of(&app, &asked, &signed_in, &whole, role);
    let t = Texts::html(asked.lang);
    let added = done.added.map(|added| t.exchange_added(added));
    page.desk.notice = added.map(Notice::good);
    pages::ok(&page)
}

/// `POST /{lang}/desk/{forum}/import`: check the file, or bring it in.
pub async fn submit(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String)>,
    body: Multipart,
) -> Result<HttpResponse, Error> {
    let (_, slug) = path.into_inner();
    let (whole, role) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let upload = Upload::read(body).await?;
    signed_in.check_form(&app, &upload.token)?;
    let t = Texts::html(asked.lang);
    let mut page = ImportPage::of(&app, &asked, &signed_in, &whole, role);
    page.mail = upload.mail;
    let table = match readable(&upload, t) {
        Ok(table) => table,
        Err(sentence) => {
            page.error = Some(sentence);
            return pages::unprocessable(&page);
        }
    };
    let brought = bring(&app, &signed_in, &whole, table, &upload).await?;
    app.forum_pages.forget(&slug);
    app.outbox.ring();
    let report = match brought {
        Ok(report) => report,
        Err(stopped) => {
            page.desk.notice = Some(Notice::warn(sentences::stopped(&stopped, t).join(" ")));
            tracing::error!(cause = %Error::from(stopped.cause), "an import stopped");
            return pages::page(StatusCode::INTERNAL_SERVER_ERROR, &page);
        }
    };
    let brought_all = report.refused().chain(report.left_out()).next().is_none();
    if !upload.check && brought_all {
        let added = report.added();
        let here = asked.at(&format!("/desk/{slug}/import?added={added}"));
        return Ok(pages::see_other(&here));
    }
    let refused = report.refused().count() > 0;
    page.report(&report, upload.check, t);
    if refused {
        pages::unprocessable(&page)
    } else {
        pages::ok(&page)
    }
}

async fn bring(
    app: &App,
    signed_in: &SignedIn,
    whole: &Whole,
    table: Table,
    upload: &Upload,
) -> Result<Result<Report, Stopped>, Error> {
    let (db, whole, check) = (app.db.patient(), whole.clone(), upload.check);
    let actor = Actor::Account(signed_in.account.id);
    let writing = upload.mail.then(|| Writing {
        letterhead: app.letterhead.clone(),
        public_url: app.public_url.clone(),
    });
    let work = move || {
        let plan = exchange::plan(&table, &whole);
        match check {
            true => plan.rehearse(&db, &whole).map(Ok),
            false => Ok(exchange::run(&db, &whole, &plan, actor, writing.as_ref())),
        }
    };
    Ok(web::block(work).await.map_err(Error::broken)??)
}

fn readable(upload: &Upload, t: Texts) -> Result<Table, String> {
    if upload.too_large {
        return Err(t.exchange_file_too_large().to_string());
    }
    if upload.file.is_empty() {
        return Err(t.import_file_missing().to_string());
    }
    let table =
        Table::read(&upload.file).map_err(|fault| sentences::fault(fault, t).to_string())?;
    match sentences::missing_columns(&table, t) {
        Some(sentence) => Err(sentence),
        None => Ok(table),
    }
}

/// What the form sent.
#[derive(Default)]
struct Upload {
    token: String,
    file: Vec<u8>,
    too_large: bool,
    mail: bool,
    check: bool,
}

impl Upload {
    async fn read(mut body: Multipart) -> Result<Upload, Error> {
        let mut upload = Upload::default();
        while let Some(field) = body.next().await {
            let mut field = field.map_err(|_| Error::NotUnderstood)?;
            let name = field.name().unwrap_or("").to_string();
            let mut bytes = Vec::new();
            while let Some(piece) = field.next().await {
                let piece = piece.map_err(|_| Error::NotUnderstood)?;
                // The rest is read and dropped, so that the browser gets an answer and not a broken line.
                upload.too_large |= bytes.len() + piece.len() > MOST_BYTES;
                if !upload.too_large {
                    bytes.extend_from_slice(&piece);
                }
            }
            match name.as_str() {
                "token" => upload.token = String::from_utf8_lossy(&bytes).into_owned(),
                "file" => upload.file = bytes,
                "mail" => upload.mail = true,
                "check" => upload.check = true,
                _ => {}
            }
        }
        Ok(upload)
    }
}

#[derive(Template)]
#[template(path = "desk/import.html")]
struct ImportPage {
    page: Frame,
    desk: Bar,
    list: String,
    mail: bool,
    error: Option<String>,
    summary: Vec<String>,
    /// Rows to mend, and those of people who are there already.
    tables: Vec<Rows>,
}

/// Rows that brought nobody, for one kind of reason.
struct Rows {
    title: &'static str,
    why: &'static str,
    rows: Vec<Row>,
}

/// A row of the file that brought nobody.
struct Row {
    number: usize,
    name: String,
    why: &'static str,
}

impl ImportPage {
    fn of(app: &App, asked: &Asked, signed_in: &SignedIn, whole: &Whole, role: Role) -> ImportPage {
        let lang: Language = asked.lang;
        ImportPage {
            page: Frame::new(
                lang,
                &format!("/desk/{}/import", whole.forum.slug),
                Texts::html(lang).import_title(),
            ),
            desk: Bar::of(app, signed_in, (whole, role), Tab::Registrations, lang),
            list: asked.at(&format!("/desk/{}/registrations", whole.forum.slug)),
            mail: false,
            error: None,
            summary: Vec::new(),
            tables: Vec::new(),
        }
    }

    fn report(&mut self, report: &Report, rehearsed: bool, t: Texts) {
        self.summary = sentences::summary(report, rehearsed, t);
        let row = |line: &Line| Row {
            number: line.number,
            name: line.name.clone(),
            why: sentences::why(line, t),
        };
        let refused: Vec<Row> = report.refused().map(row).collect();
        if !refused.is_empty() {
            self.summary.push(t.exchange_refused(refused.len()));
        }
        let tables = [
            Rows {
                title: t.import_refused_title(),
                why: t.import_why_head(),
                rows: refused,
            },
            Rows {
                title: t.import_left_out_title(),
                why: t.import_left_out_why_head(),
                rows: report.left_out().map(row).collect(),
            },
        ];
        self.tables = tables
            .into_iter()
            .filter(|one| !one.rows.is_empty())
            .collect();
    }
}
