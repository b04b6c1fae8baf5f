use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use askama::Template;

use super::notices::Said;
use super::words::When;
use super::{AtForum, Bar, Edit, ForForum, Tab};
use crate::error::Error;
use crate::forms::printer as form;
use crate::forms::{FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::print_order::{self, Waiting, Wish};
use crate::models::printer::{self, Kind, Printer, Trouble};
use crate::pages::{self, Frame};

/// Labels that wait, as the page names them.
const MOST: i64 = 100;

/// `GET /{lang}/desk/{forum}/printers`: the printers, how they are, and which labels wait.
pub async fn list(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    let forum_id = at.forum_id();
    let (printers, waiting) = at
        .app
        .db
        .read(move |c| {
            let printers = printer::of_forum(c, forum_id)?;
            Ok((printers, print_order::waiting(c, forum_id, MOST)?))
        })
        .await?;
    pages::ok(&ListPage {
        page: at.tab_frame(),
        desk: at.bar(),
        add: at.address("/printers/new"),
        rows: printers.iter().map(|one| Row::of(one, &at)).collect(),
        waiting: waiting.into_iter().map(|one| Line::of(one, &at)).collect(),
    })
}

/// `GET /{lang}/desk/{forum}/printers/new`
pub async fn new(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    page(
        &at,
        None,
        form::blank(),
        FieldErrors::default(),
        StatusCode::OK,
    )
}

/// `POST /{lang}/desk/{forum}/printers/new`
pub async fn create(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    save(&at, None, body).await
}

/// `GET /{lang}/desk/{forum}/printers/{id}`
pub async fn edit(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    let printer = find(&at).await?;
    let typed = form::of(&printer);
    page(
        &at,
        Some(&printer),
        typed,
        FieldErrors::default(),
        StatusCode::OK,
    )
}

/// `POST /{lang}/desk/{forum}/printers/{id}`
pub async fn update(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    let printer = find(&at).await?;
    save(&at, Some(printer), body).await
}

/// `POST /{lang}/desk/{forum}/printers/{id}/test`: one label that is nobody's.
pub async fn test(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    at.read(&body)?;
    let wish = Wish {
        forum_id: at.forum_id(),
        printer_id: Some(find(&at).await?.id),
        registration_id: None,
        device_id: None,
        account_id: Some(at.signed_in.account.id),
    };
    let now = at.asked.now;
    at.write(move |c| print_order::place(c, &wish, now)).await?;
    at.app.labels.ring();
    Ok(at.done("/printers", Said::TestLabel))
}

/// `POST /{lang}/desk/{forum}/printers/{id}/delete`
pub async fn delete(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    at.write(move |c| printer::remove(c, forum_id, id, now))
        .await?;
    Ok(at.done("/printers", Said::Deleted))
}

/// `POST /{lang}/desk/{forum}/printers/orders/{id}/drop`: nobody waits for that label any more.
pub async fn drop_order(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    let dropped = at
        .write(move |c| print_order::drop_one(c, forum_id, id, now))
        .await?;
    Ok(at.done("/printers", Said::LabelDropped.once(dropped)))
}

async fn find(at: &AtForum) -> Result<Printer, Error> {
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let found = at.app.db.read(move |c| printer::find(c, forum_id, id));
    found.await?.ok_or(Error::NotFound)
}

async fn save(at: &AtForum, printer: Option<Printer>, body: Bytes) -> Result<HttpResponse, Error> {
    let typed = at.read(&body)?;
    let mut errors = FieldErrors::default();
    let parsed = form::parse(&typed, at.app.this_machine, at.t, &mut errors);
    let Some(settings) = parsed else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(at, printer.as_ref(), typed, errors, status);
    };
    let drawn = printer.as_ref().map(form::of);
    let id = printer.as_ref().map(|printer| printer.id);
    let (forum_id, now) = (at.forum_id(), at.asked.now);
    let saved = at
        .edit(&typed, drawn.as_ref(), move |c| match id {
            Some(id) => printer::update(c, forum_id, id, &settings).map(|()| true),
            None => printer::create(c, forum_id, &settings, now).map(|_| true),
        })
        .await?;
    if saved == Edit::Meanwhile {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(at, printer.as_ref(), typed, errors, status);
    }
    at.app.labels.ring();
    Ok(at.saved("/printers", drawn.as_ref(), &typed))
}

/// Why labels do not come out, and what to do about it.
pub fn trouble_words(trouble: Trouble, t: Texts) -> &'static str {
    match trouble {
        Trouble::Unreachable => t.printers_trouble_unreachable(),
        Trouble::NoSuchHost => t.printers_trouble_no_such_host(),
        Trouble::Forbidden => t.printers_trouble_forbidden(),
        Trouble::Hung => t.printers_trouble_hung(),
        Trouble::Broken => t.printers_trouble_broken(),
        Trouble::NotDrawn => t.printers_trouble_not_drawn(),
        Trouble::NoBadge => t.printers_trouble_no_badge(),
        Trouble::TooLate => t.printers_trouble_too_late(),
    }
}

fn kind_word(kind: Kind, t: Texts) -> &'static str {
    match kind {
        Kind::Zpl => t.printers_kind_zpl(),
        Kind::Brother => t.printers_kind_brother(),
    }
}

#[derive(Template)]
#[template(path = "desk/forum/printers.html")]
struct ListPage {
    page: Frame,
    desk: Bar,
    add: String,
    rows: Vec<Row>,
    waiting: Vec<Line>,
}

struct Row {
    address: String,
    test: String,
    name: String,
    host: String,
    size: String,
    tone: &'static str,
    state: &'static str,
    /// What keeps it from printing, and since when it is known.
    trouble: Option<(&'static str, Option<When>)>,
    last: Option<When>,
}

impl Row {
    fn of(printer: &Printer, at: &AtForum) -> Row {
        let t = at.t;
        let when = |moment| When::of(moment, at.whole.forum.zone(), at.asked.lang);
        let (tone, state) = match (printer.trouble, printer.last_ok_at) {
            (Some(_), _) => ("bad", t.printers_state_trouble()),
            (None, Some(_)) => ("good", t.printers_state_works()),
            (None, None) => ("", t.printers_state_new()),
        };
        Row {
            address: at.address(&format!("/printers/{}", printer.id)),
            test: at.address(&format!("/printers/{}/test", printer.id)),
            name: printer.name.clone(),
            host: match printer.host.contains(':') {
                true => format!("[{}]:{}", printer.host, printer.port()),
                false => format!("{}:{}", printer.host, printer.port()),
            },
            size: format!(
                "{} × {} mm, {} dpi",
                printer.width, printer.height, printer.dpi
            ),
            trouble: printer
                .trouble
                .map(|one| (trouble_words(one, t), printer.last_error_at.map(when))),
            last: printer.last_ok_at.map(when),
            tone,
            state,
        }
    }
}

/// A label that waits.
struct Line {
    drop: String,
    /// Name and address of the person; a test is nobody's.
    person: Option<(String, String)>,
    printer: String,
    since: When,
}

impl Line {
    fn of(waiting: Waiting, at: &AtForum) -> Line {
        let person = waiting.name.zip(waiting.registration);
        Line {
            drop: at.address(&format!("/printers/orders/{}/drop", waiting.id)),
            person: person.map(|(name, id)| (name, at.address(&format!("/registrations/{id}")))),
            printer: waiting.printer,
            since: When::of(waiting.ordered_at, at.whole.forum.zone(), at.asked.lang),
        }
    }
}

#[derive(Template)]
#[template(path = "desk/forum/printer.html")]
struct EditPage {
    page: Frame,
    desk: Bar,
    form: Typed,
    errors: FieldErrors,
    kinds: Vec<(&'static str, &'static str)>,
    back: String,
    delete: Option<String>,
}

fn page(
    at: &AtForum,
    printer: Option<&Printer>,
    form: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let page = EditPage {
        page: at.frame(match printer {
            Some(printer) => &printer.name,
            None => at.t.printers_add(),
        }),
        desk: at.bar(),
        kinds: Kind::ALL
            .map(|kind| (kind.as_str(), kind_word(kind, at.t)))
            .into(),
        back: at.address("/printers"),
        delete: printer.map(|one| at.address(&format!("/printers/{}/delete", one.id))),
        form,
        errors,
    };
    pages::page(status, &page)
}
