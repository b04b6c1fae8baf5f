use std::io::{self, BufWriter, Write};

use actix_web::http::header;
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream;
use tokio::sync::mpsc::{Sender, channel};

use super::SignedIn;
use super::registrations::shown;
use crate::app::{App, Asked};
use crate::error::Error;
use crate::exchange::{self, Format, List};
use crate::forms;
use crate::forms::list_query::ListQuery;
use crate::models::account::Role;

/// Pieces on their way to the browser; a slow one makes the writing wait, so memory does not grow.
const PIECES: usize = 4;
const PIECE: usize = 32 * 1024;

/// `GET /{lang}/desk/{forum}/export.{csv,xlsx,json}`: the people of the list, by the list's own filters.
pub async fn download(
    app: web::Data<App>,
    asked: Asked,
    signed_in: SignedIn,
    path: web::Path<(String, String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let (_, slug, ending) = path.into_inner();
    let format = Format::parse(&ending).ok_or(Error::NotFound)?;
    let (whole, role) = signed_in.forum(&app, &slug, Role::Viewer).await?;
    let query: ListQuery = forms::parse(request.query_string().as_bytes());
    let (forum_id, now) = (whole.forum.id, asked.now);
    let list = List {
        forum_id,
        filter: app.db.read(move |c| shown(c, &whole, &query, now)).await?,
        badges_and_needs: role.sees_badges_and_needs(),
    };
    let name = format!("{slug}.{}", format.ending());
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, format.content_type()))
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .streaming(pieces(app, list, format)))
}

/// The file as it is written, piece by piece. Breakage ends the answer early, so that half a list
/// is never taken for a whole one.
fn pieces(
    app: web::Data<App>,
    list: List,
    format: Format,
) -> impl futures_util::Stream<Item = Result<Bytes, io::Error>> {
    let (sender, receiver) = channel(PIECES);
    let db = app.db.patient();
    actix_web::rt::task::spawn_blocking(move || {
        let mut out = BufWriter::with_capacity(PIECE, Pieces(sender.clone()));
        let written = exchange::write(&db, &list, format, &mut out)
            .and_then(|()| out.flush().map_err(|error| error.to_string()));
        if written.is_err() && !sender.is_closed() {
            tracing::error!(route = "export", "a list could not be written to its end");
            let _ = sender.blocking_send(Err(io::Error::other("the list could not be written")));
        }
    });
    stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|piece| (piece, receiver))
    })
}

struct Pieces(Sender<Result<Bytes, io::Error>>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .blocking_send(Ok(Bytes::copy_from_slice(bytes)))
            .map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
