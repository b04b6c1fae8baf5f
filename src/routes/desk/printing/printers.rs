use actix_web::HttpResponse;
use actix_web::web::Bytes;
use askama::Template;

use crate::db::{self, Connection};
use crate::desk::notices::NoticeWord;
use crate::desk::words::When;
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::{FieldErrors, Typed, printer as form};
use crate::i18n::Texts;
use crate::models::printing::print_order::{self, Waiting, Wish};
use crate::models::printing::printer::{self, Kind, Printer, Trouble};
use crate::pages::{self, Frame};
use crate::routes::desk::editor::{Part, Place};

/// Labels that wait, as the page names them.
const MOST: i64 = 100;

/// `GET /{lang}/desk/{forum}/printers`: the printers, how they are, and which labels wait.
pub(crate) async fn list(request: ForForum) -> Result<HttpResponse, Error> {
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

/// `POST /{lang}/desk/{forum}/printers/{id}/test`: one label that is nobody's.
pub(crate) async fn test(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    at.read(&body)?;
    let printer = Printer::find(&at, at.id()?).await?;
    let printer = printer.ok_or(Error::NotFound)?;
    let wish = Wish {
        forum_id: at.forum_id(),
        printer_id: Some(printer.id),
        registration_id: None,
        device_id: None,
        account_id: Some(at.signed_in.account.id),
    };
    let now = at.asked.now;
    at.write(move |c| print_order::place(c, &wish, now)).await?;
    at.app.labels.ring();
    Ok(at.done("/printers", NoticeWord::TestLabel))
}

/// `POST /{lang}/desk/{forum}/printers/orders/{id}/drop`: nobody waits for that label any more.
pub(crate) async fn drop_order(request: ForForum, body: Bytes) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Printers).await?;
    at.read(&body)?;
    let (forum_id, id, now) = (at.forum_id(), at.id()?, at.asked.now);
    let dropped = at
        .write(move |c| print_order::drop_one(c, forum_id, id, now))
        .await?;
    Ok(at.done("/printers", NoticeWord::LabelDropped.once(dropped)))
}

impl Part for Printer {
    const PATH: &'static str = "/printers";
    const TAB: Tab = Tab::Printers;

    type Settings = printer::Settings;

    async fn find(at: &AtForum, id: i64) -> Result<Option<Printer>, Error> {
        let forum_id = at.forum_id();
        let found = at.app.db.read(move |c| printer::find(c, forum_id, id));
        Ok(found.await?)
    }

    async fn blank(_: &AtForum) -> Result<Typed, Error> {
        Ok(form::blank())
    }

    fn form(&self, _: &AtForum) -> Typed {
        form::of(self)
    }

    fn parse(at: &AtForum, form: &Typed, errors: &mut FieldErrors) -> Option<printer::Settings> {
        form::parse(form, at.app.this_machine, at.t, errors)
    }

    fn save(
        c: &mut Connection,
        place: &Place,
        was: Option<&Printer>,
        settings: &printer::Settings,
    ) -> db::Result<bool> {
        match was {
            Some(was) => printer::update(c, place.forum_id, was.id, settings)?,
            None => printer::create(c, place.forum_id, settings, place.now).map(drop)?,
        }
        Ok(true)
    }

    async fn saved(at: &AtForum) -> Result<(), Error> {
        at.app.labels.ring();
        Ok(())
    }

    fn delete(&self, c: &mut Connection, place: &Place) -> db::Result<bool> {
        printer::remove(c, place.forum_id, self.id, place.now)?;
        Ok(true)
    }

    fn title(at: &AtForum, printer: Option<&Printer>) -> String {
        printer
            .map_or(at.t.printers_add(), |one| &one.name)
            .to_owned()
    }

    fn fields<'a>(at: &'a AtForum, form: &'a Typed, errors: &'a FieldErrors) -> impl Template + 'a {
        Fields {
            t: at.t,
            form,
            errors,
            kinds: Kind::ALL
                .map(|kind| (kind.as_str(), kind_word(kind, at.t)))
                .into(),
        }
    }
}

/// Why labels do not come out, and what to do about it.
pub(crate) fn trouble_words(trouble: Trouble, t: Texts) -> &'static str {
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
#[template(path = "desk/printing/printers.html")]
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
#[template(path = "desk/printing/printer.html")]
struct Fields<'a> {
    t: Texts,
    form: &'a Typed,
    errors: &'a FieldErrors,
    kinds: Vec<(&'static str, &'static str)>,
}
