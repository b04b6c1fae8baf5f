use std::fs::File;
use std::io::{BufWriter, Write};

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::badges::{Desk, queue_letters, queue_sheet};
use crate::desk::files::attachment::Attachment;
use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::forms::Typed;
use crate::i18n::Texts;
use crate::models::printing::wearer;
use crate::pages::{self, Frame};
use crate::press::{Typesetter, pdf as writer};
use crate::printing::{pile, print};
use crate::values::coded_text;

/// More desks than any hall has.
const MOST: usize = 60;

/// `GET /{lang}/desk/{forum}/badges/queues?desks=4`: which desk hands out which letters.
pub(crate) async fn show(request: ForForum, of: HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let count = desks(&of);
    let shared = shared(&at, count).await?;
    pages::ok(&QueuesPage {
        page: at.frame(at.t.badges_queues_title()),
        desk: at.bar(),
        count,
        rows: shared
            .iter()
            .map(|desk| (range(desk), at.t.badges_queues_people(desk.people)))
            .collect(),
        sheet: at.address(&format!("/badges/queues.pdf?desks={count}")),
        back: at.address("/badges"),
    })
}

/// `GET /{lang}/desk/{forum}/badges/queues.pdf?desks=4`: a sheet a desk, to hang over it.
pub(crate) async fn download(request: ForForum, of: HttpRequest) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Badges).await?;
    let shared = shared(&at, desks(&of)).await?;
    let (fonts, language) = (at.app.fonts.clone(), print::language(&at.whole));
    let about = print::about(
        &at.whole,
        language,
        Texts::of(language).badges_queues_title(),
    );
    let file = Attachment::pdf(format!("{}-queues.pdf", at.whole.forum.slug));
    let write = move |out: &mut BufWriter<File>| {
        let mut letters = Typesetter::new(&fonts);
        let t = Texts::of(language);
        let pages = shared
            .iter()
            .map(|desk| queue_sheet(&mut letters, desk, &t.badges_queues_people(desk.people)));
        let file = writer::write(pages, &about).map_err(|error| error.to_string())?;
        out.write_all(&file).map_err(|error| error.to_string())
    };
    file.make(&at.app, write).await
}

fn desks(request: &HttpRequest) -> usize {
    let typed = Typed::read(request.query_string().as_bytes());
    coded_text(typed.get("desks"))
        .parse()
        .unwrap_or(4)
        .clamp(1, MOST)
}

async fn shared(at: &AtForum, desks: usize) -> Result<Vec<Desk>, Error> {
    let forum_id = at.forum_id();
    let initials = at.app.db.read(move |c| wearer::initials(c, forum_id));
    Ok(queue_letters(&pile::by_letter(&initials.await?), desks))
}

fn range(desk: &Desk) -> String {
    match desk.first == desk.last {
        true => desk.first.clone(),
        false => format!("{} – {}", desk.first, desk.last),
    }
}

#[derive(Template)]
#[template(path = "desk/printing/badge_queues.html")]
struct QueuesPage {
    page: Frame,
    desk: Bar,
    count: usize,
    /// Letters, and how many people.
    rows: Vec<(String, String)>,
    sheet: String,
    back: String,
}
