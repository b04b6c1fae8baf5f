use std::fs::File;
use std::io::{BufWriter, Write};

use actix_web::HttpResponse;

use super::super::attachment::Attachment;
use super::super::{AtForum, ForForum, Tab};
use super::{door, doors};
use crate::error::Error;
use crate::exchange::paper_list;
use crate::models::checkpoint::Checkpoint;

/// `GET /{lang}/desk/{forum}/paper/lists.pdf`: the lists of all doors, one after the other.
pub async fn all(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Paper).await?;
    let forum_id = at.forum_id();
    let doors = at.app.db.read(move |c| doors(c, forum_id)).await?;
    file(&at, doors, "lists").await
}

/// `GET /{lang}/desk/{forum}/paper/{id}/list.pdf`: one door's list.
pub async fn one(request: ForForum) -> Result<HttpResponse, Error> {
    let at = request.at(Tab::Paper).await?;
    let door = door(&at).await?;
    let name = format!("list-{}", door.slug);
    file(&at, vec![door], &name).await
}

async fn file(at: &AtForum, doors: Vec<Checkpoint>, name: &str) -> Result<HttpResponse, Error> {
    if doors.is_empty() {
        return Err(Error::NotFound);
    }
    let (app, whole) = (at.app.clone(), at.whole.clone());
    let (language, now) = (at.asked.lang, at.asked.now);
    let file = Attachment::pdf(format!("{}-{name}.pdf", at.whole.forum.slug));
    let write = move |out: &mut BufWriter<File>| {
        let file = paper_list::write(&app.db, &app.fonts, (&whole, &doors), language, now)?;
        out.write_all(&file).map_err(|error| error.to_string())
    };
    file.make(&at.app, write).await
}
