use std::fs::File;
use std::io::{BufWriter, Write};

use actix_web::HttpResponse;
use actix_web::web::Query;
use serde::Deserialize;

use crate::desk::files::attachment::Attachment;
use crate::desk::{AtForum, ForForum, Tab};
use crate::error::Error;
use crate::models::doors::paper_list as rows;
use crate::models::places::checkpoint::Checkpoint;
use crate::printing::paper_list;
use crate::routes::desk::printing::paper::{door, doors};

/// Which of several files.
#[derive(Deserialize)]
pub(crate) struct Wish {
    /// Files before this one.
    #[serde(default)]
    after: usize,
}

/// `GET /{lang}/desk/{forum}/paper/lists.pdf`: the lists of all doors, one after the other.
pub(crate) async fn all(request: ForForum, wish: Query<Wish>) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Paper).await?;
    let forum_id = at.forum_id();
    let doors = at.app.db.read(move |c| doors(c, forum_id)).await?;
    file(&at, doors, "lists", wish.after).await
}

/// `GET /{lang}/desk/{forum}/paper/{id}/list.pdf`: one door's list.
pub(crate) async fn one(request: ForForum, wish: Query<Wish>) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Paper).await?;
    let door = door(&at).await?;
    let name = format!("list-{}", door.slug);
    file(&at, vec![door], &name, wish.after).await
}

async fn file(
    at: &AtForum,
    doors: Vec<Checkpoint>,
    name: &str,
    after: usize,
) -> Result<HttpResponse, Error> {
    let forum_id = at.forum_id();
    let counts = at.app.db.read(move |c| rows::counts(c, forum_id)).await?;
    let files = paper_list::files(rows::people_on(&doors, &counts));
    if doors.is_empty() || after >= files {
        return Err(Error::NotFound);
    }
    let which = if files > 1 {
        format!("-{}", after + 1)
    } else {
        String::new()
    };
    let file = Attachment::pdf(format!("{}-{name}{which}.pdf", at.whole.forum.slug));
    let (app, whole) = (at.app.clone(), at.whole.clone());
    let (language, now) = (at.asked.lang, at.asked.now);
    let write = move |out: &mut BufWriter<File>| {
        let lists = (whole.as_ref(), doors.as_slice());
        let file = paper_list::write(&app.db, &app.fonts, lists, language, after, now)?;
        out.write_all(&file).map_err(|error| error.to_string())
    };
    file.make(&at.app, write).await
}
