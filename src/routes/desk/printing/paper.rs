pub(crate) mod door;
pub(crate) mod lists;

use std::collections::HashMap;

use actix_web::HttpResponse;
use askama::Template;

use crate::desk::{AtForum, Bar, ForForum, Tab};
use crate::error::Error;
use crate::i18n;
use crate::models::desk::account::Role;
use crate::models::doors::paper_list::{self, Counts};
use crate::models::places::checkpoint::{self, Checkpoint};
use crate::pages::{self, Frame};

/// `GET /{lang}/desk/{forum}/paper`: a list for each door, to print before the forum and to enter after it.
pub(crate) async fn show(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Paper).await?;
    let forum_id = at.forum_id();
    let read = at
        .app
        .db
        .read(move |c| Ok((doors(c, forum_id)?, paper_list::counts(c, forum_id)?)));
    let (doors, counts) = read.await?;
    pages::ok(&PaperPage {
        page: at.tab_frame(),
        desk: at.bar(),
        may_enter: at.role >= MAY_ENTER,
        all: files(
            &at,
            "/paper/lists.pdf",
            paper_list::people_on(&doors, &counts),
        ),
        add: at.address("/checkpoints/new"),
        rows: doors.iter().map(|one| Row::of(one, &counts, &at)).collect(),
    })
}

/// Where people come in, in the forum's order.
fn doors(c: &mut crate::db::Connection, forum_id: i64) -> crate::db::Result<Vec<Checkpoint>> {
    let mut doors = checkpoint::of_forum(c, forum_id)?;
    doors.retain(paper_list::has_list);
    Ok(doors)
}

/// The door at the end of the address, if it has a list.
async fn door(at: &AtForum) -> Result<Checkpoint, Error> {
    let (forum_id, id) = (at.forum_id(), at.id()?);
    let doors = at.app.db.read(move |c| doors(c, forum_id)).await?;
    let found = doors.into_iter().find(|door| door.id == id);
    found.ok_or(Error::NotFound)
}

/// Who exports the people has the lists; what is entered counts, and is for those who decide.
const MAY_ENTER: Role = Role::Registrar;

#[derive(Template)]
#[template(path = "desk/printing/paper.html")]
struct PaperPage {
    page: Frame,
    desk: Bar,
    may_enter: bool,
    all: Vec<ListFile>,
    /// Where a checkpoint is made.
    add: String,
    rows: Vec<Row>,
}

/// A list to print, or one of the files that a long one is parted in.
struct ListFile {
    address: String,
    /// `2/3`; empty where there is one.
    which: String,
}

fn files(at: &AtForum, address: &str, people: usize) -> Vec<ListFile> {
    let files = crate::printing::paper_list::files(people);
    let number = |number: usize| i18n::number(at.asked.lang, number as i64);
    let file = |after| match after {
        0 if files == 1 => ListFile {
            address: at.address(address),
            which: String::new(),
        },
        _ => ListFile {
            address: at.address(&format!("{address}?after={after}")),
            which: format!(" {}/{}", number(after + 1), number(files)),
        },
    };
    (0..files).map(file).collect()
}

struct Row {
    name: String,
    open: String,
    people: String,
    entered: String,
    lists: Vec<ListFile>,
    enter: String,
}

impl Row {
    fn of(door: &Checkpoint, all: &HashMap<i64, Counts>, at: &AtForum) -> Row {
        let counts = all.get(&door.id).copied().unwrap_or_default();
        let number = |number: i64| i18n::number(at.asked.lang, number);
        Row {
            name: crate::desk::door::name(door, at).to_owned(),
            open: crate::desk::door::open(door, at),
            people: number(counts.people),
            entered: number(counts.entered),
            lists: files(
                at,
                &format!("/paper/{}/list.pdf", door.id),
                paper_list::people_on(std::slice::from_ref(door), all),
            ),
            enter: at.address(&format!("/paper/{}", door.id)),
        }
    }
}
