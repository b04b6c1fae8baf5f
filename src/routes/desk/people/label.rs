use actix_web::HttpResponse;
use actix_web::web::Bytes;

use super::at_person::{AtPerson, ForPerson};
use crate::error::Error;
use crate::models::people::badge;
use crate::models::printing::print_order::{self, Wish};
use crate::models::printing::printer;
use crate::pages;
use crate::printing::labels;
use crate::routes::door::label;

/// `POST .../registrations/{person}/label`: one label, by the printer that was chosen or else in the browser.
pub(crate) async fn print(wanted: ForPerson, body: Bytes) -> Result<HttpResponse, Error> {
    let there = wanted.changing().await?;
    let form = there.at.read(&body)?;
    let wanted: Option<i64> = form.get("printer").parse().ok();
    let (forum_id, id) = (there.at.forum_id(), there.person.id);
    let (account, now) = (there.at.signed_in.account.id, there.at.asked.now);
    let said = there
        .at
        .write(move |c| {
            let printer = match wanted {
                Some(id) => printer::find(c, forum_id, id)?.map(|printer| printer.id),
                None => None,
            };
            let wish = Wish {
                forum_id,
                printer_id: printer,
                registration_id: Some(id),
                device_id: None,
                account_id: Some(account),
            };
            if badge::current_id(c, id)?.is_none() {
                return Ok(Some("no-badge"));
            }
            match (wanted, printer) {
                // It was removed while the page was open.
                (Some(_), None) => Ok(Some("no-printer")),
                (None, _) => print_order::drawn(c, &wish, now).map(|_| None),
                (Some(_), Some(_)) => print_order::place(c, &wish, now).map(|()| Some("label")),
            }
        })
        .await?;
    there.at.app.labels.ring();
    Ok(match said {
        Some(said) => there.done(said),
        None => pages::see_other(&there.address("/label.pdf")),
    })
}

/// `GET .../registrations/{person}/label.pdf`
pub(crate) async fn file(wanted: ForPerson) -> Result<HttpResponse, Error> {
    let AtPerson { at, person } = wanted.changing().await?;
    let of = (at.forum_id(), person.id);
    let found = at
        .app
        .db
        .read(move |c| labels::of_person(c, of, None))
        .await?;
    label::answer(&at.app, found.ok_or(Error::NotFound)?).await
}
