use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::upload::Upload;
use super::{Bar, Notice, SignedIn, Tab, notices};
use crate::app::{App, Asked, LISTS_WEIGHT};
use crate::db;
use crate::error::Error;
use crate::exchange::{self, Fault, Line, Report, Stopped, Table, Writing, sentences};
use crate::i18n::Texts;
use crate::models::account::Role;
use crate::models::event::Actor;
use crate::models::whole::Whole;
use crate::opening::Task;
use crate::pages::{self, Frame};
use crate::values::Language;

/// Most bytes of a list; the page names the same figure.
const MOST_BYTES: usize = 20 << 20;
/// Rows that the page names of each kind; who has more to mend begins with these.
const MOST_NAMED: usize = 500;

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
    page.desk.notice = added.map(Notice::good).or_else(|| notices::said(&asked, t));
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
    let upload = Upload::read(body, MOST_BYTES).await?;
    signed_in.check_form(&app, &upload.token)?;
    let t = Texts::html(asked.lang);
    let mut page = ImportPage::of(&app, &asked, &signed_in, &whole, role);
    let wish = Wish {
        check: upload.has("check"),
        mail: upload.has("mail"),
    };
    page.mail = wish.mail;
    let report = match brought(&app, &signed_in, &whole, upload, wish, t).await? {
        Brought::Through(report) => report,
        Brought::Unread(sentence) => {
            page.error = Some(sentence);
            return pages::unprocessable(&page);
        }
        Brought::Stopped(stopped) => {
            page.desk.notice = Some(Notice::warn(sentences::stopped(&stopped, t).join(" ")));
            tracing::error!(cause = %Error::from(stopped.cause), "an import stopped");
            return pages::page(StatusCode::INTERNAL_SERVER_ERROR, &page);
        }
    };
    let brought_all = report.refused().chain(report.left_out()).next().is_none();
    if !wish.check && brought_all {
        let added = report.added();
        let here = asked.at(&format!("/desk/{slug}/import?added={added}"));
        return Ok(pages::see_other(&here));
    }
    let refused = report.refused().count() > 0;
    page.report(&report, wish.check, t);
    if refused {
        pages::unprocessable(&page)
    } else {
        pages::ok(&page)
    }
}

/// What is to be done with a list.
#[derive(Clone, Copy)]
struct Wish {
    /// Nothing but say what would happen.
    check: bool,
    /// Write to whoever is new.
    mail: bool,
}

/// What became of a list.
enum Brought {
    Through(Report),
    /// Before its end.
    Stopped(Stopped),
    /// It cannot be read, for the reason that this sentence says.
    Unread(String),
}

async fn brought(
    app: &App,
    signed_in: &SignedIn,
    whole: &Whole,
    upload: Upload,
    wish: Wish,
    t: Texts,
) -> Result<Brought, Error> {
    if let Some(sentence) = unfit(&upload, t) {
        return Ok(Brought::Unread(sentence));
    }
    // A list and the people in it take memory: large ones wait for each other, small ones go in between.
    let turn = app
        .lists
        .clone()
        .acquire_many_owned(weight(upload.size))
        .await;
    let said = app.opening.open(Task::List, upload.file, Table::told).await;
    let table = match Table::understood(said) {
        Ok(table) => table,
        Err(fault) => return Ok(Brought::Unread(sentences::fault(&fault, t))),
    };
    if let Some(sentence) = sentences::missing_columns(&table, t) {
        return Ok(Brought::Unread(sentence));
    }
    let brought = bring(app, signed_in, whole, table, wish);
    let done = web::block(move || {
        let brought = brought();
        drop(turn);
        brought
    });
    let brought = done.await.map_err(Error::broken)??;
    app.forum_pages.forget(&whole.forum.slug);
    app.outbox.ring();
    Ok(brought.unwrap_or_else(|fault| Brought::Unread(sentences::fault(&fault, t))))
}

/// Why a file need not even be opened.
fn unfit(upload: &Upload, t: Texts) -> Option<String> {
    if upload.is_too_large() {
        return Some(t.file_too_large(MOST_BYTES >> 20));
    }
    (upload.size == 0).then(|| t.import_file_missing().to_owned())
}

/// Of a list, by the bytes of its file: each may unpack to a few times as much.
fn weight(size: usize) -> u32 {
    let megabytes = u32::try_from(size >> 20).unwrap_or(u32::MAX);
    (1 + megabytes.saturating_mul(2)).min(LISTS_WEIGHT)
}

/// The work itself, which takes its time.
fn bring(
    app: &App,
    signed_in: &SignedIn,
    whole: &Whole,
    table: Table,
    wish: Wish,
) -> impl FnOnce() -> db::Result<Result<Brought, Fault>> + Send + use<> {
    let (db, whole) = (app.db.patient(), whole.clone());
    let key = app.letterhead.key().clone();
    let actor = Actor::Account(signed_in.account.id);
    let writing = wish.mail.then(|| Writing {
        letterhead: app.letterhead.clone(),
        public_url: app.public_url.clone(),
    });
    move || {
        let plan = match exchange::plan(table, &whole) {
            Ok(plan) => plan,
            Err(fault) => return Ok(Err(fault)),
        };
        Ok(Ok(match wish.check {
            true => Brought::Through(plan.rehearse(&db, &whole)?),
            false => match exchange::run(&db, &whole, &plan, actor, &key, writing.as_ref()) {
                Ok(report) => Brought::Through(report),
                Err(stopped) => Brought::Stopped(stopped),
            },
        }))
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
    /// How many more there are.
    more: usize,
}

impl Rows {
    fn new(title: &'static str, why: &'static str, lines: &[&Line], t: Texts) -> Rows {
        let named = &lines[..lines.len().min(MOST_NAMED)];
        let row = |line: &&Line| Row {
            number: line.number,
            name: line.name.clone(),
            why: sentences::why(line, t),
        };
        Rows {
            title,
            why,
            rows: named.iter().map(row).collect(),
            more: lines.len() - named.len(),
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
        let refused: Vec<&Line> = report.refused().collect();
        let left_out: Vec<&Line> = report.left_out().collect();
        if !refused.is_empty() {
            self.summary.push(t.exchange_refused(refused.len()));
        }
        let tables = [
            Rows::new(t.import_refused_title(), t.import_why_head(), &refused, t),
            Rows::new(
                t.import_left_out_title(),
                t.import_left_out_why_head(),
                &left_out,
                t,
            ),
        ];
        self.tables = tables
            .into_iter()
            .filter(|one| !one.rows.is_empty())
            .collect();
    }
}
