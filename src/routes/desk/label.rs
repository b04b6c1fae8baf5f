use actix_web::HttpResponse;
use actix_web::web::{self, Bytes};

use super::printers::trouble_words;
use super::words::When;
use super::{SignedIn, person};
use crate::app::{App, Asked};
use crate::error::Error;
use crate::forms::Typed;
use crate::i18n::Texts;
use crate::labels;
use crate::models::account::Role;
use crate::models::print_order::{self, Last, Stage, Wish};
use crate::models::whole::Whole;
use crate::models::{badge, printer};
use crate::pages;
use crate::routes::door::label;

/// `POST .../registrations/{person}/label`: one label, by the printer that was chosen or else in the browser.
pub async fn print(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
    body: Bytes,
) -> Result<HttpResponse, Error> {
    let (_, slug, public_id) = path.into_inner();
    let (whole, _) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let form = Typed::read(&body);
    signed_in.check_form(&app, form.get("token"))?;
    let person = person::find(&app, &whole, &public_id).await?;
    let (wanted, account, now): (Option<i64>, _, _) = (
        form.get("printer").parse().ok(),
        signed_in.account.id,
        asked.now,
    );
    let said = app
        .db
        .write(move |c| {
            let printer = match wanted {
                Some(id) => printer::find(c, person.forum_id, id)?.map(|printer| printer.id),
                None => None,
            };
            let wish = Wish {
                forum_id: person.forum_id,
                printer_id: printer,
                registration_id: Some(person.id),
                device_id: None,
                account_id: Some(account),
            };
            if badge::current_id(c, person.id)?.is_none() {
                return Ok("done=no-badge");
            }
            match (wanted, printer) {
                // It was removed while the page was open.
                (Some(_), None) => Ok("done=no-printer"),
                (None, _) => print_order::drawn(c, &wish, now).map(|_| ""),
                (Some(_), Some(_)) => print_order::place(c, &wish, now).map(|()| "done=label"),
            }
        })
        .await?;
    app.labels.ring();
    Ok(pages::see_other(&match said {
        "" => format!(
            "{}/label.pdf",
            person::address(&asked, &slug, &public_id, "")
        ),
        said => person::address(&asked, &slug, &public_id, said),
    }))
}

/// `GET .../registrations/{person}/label.pdf`
pub async fn file(
    app: web::Data<App>,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_, slug, public_id) = path.into_inner();
    let (whole, _) = signed_in.forum(&app, &slug, Role::Registrar).await?;
    let id = person::find(&app, &whole, &public_id).await?.id;
    let forum_id = whole.forum.id;
    let found = app
        .db
        .read(move |c| labels::of_person(c, (forum_id, id), None))
        .await?;
    label::answer(&app, found.ok_or(Error::NotFound)?).await
}

/// What became of the label that was wanted last.
pub struct LabelView {
    pub tone: &'static str,
    pub word: String,
    pub why: Option<&'static str>,
    pub when: When,
}

impl LabelView {
    pub fn of(last: &Last, whole: &Whole, asked: &Asked, t: Texts) -> LabelView {
        let printer = last.printer.as_deref();
        let (tone, word) = match (last.stage(), printer) {
            (Stage::Waiting, printer) => (
                "warn",
                t.printers_label_waiting(printer.unwrap_or_default()),
            ),
            (Stage::Printed, Some(printer)) => ("good", t.printers_label_printed(printer)),
            (Stage::Printed, None) => ("good", t.printers_label_opened().to_owned()),
            (Stage::Failed, _) => ("bad", t.printers_label_failed().to_owned()),
            (Stage::Dropped, _) => ("", t.printers_label_dropped().to_owned()),
        };
        LabelView {
            tone,
            word,
            why: last.trouble().map(|trouble| trouble_words(trouble, t)),
            when: When::of(last.ordered_at, whole.forum.zone(), asked.lang),
        }
    }
}
