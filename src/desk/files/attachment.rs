use std::fs::File;
use std::io::{self, BufWriter, Read, Seek};

use actix_web::body::SizedStream;
use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{HttpResponse, HttpResponseBuilder};
use futures_util::{Stream, stream};

use crate::app::App;
use crate::error::Error;
use crate::threads::behind;

/// Bytes that are sent at once.
const PIECE: usize = 64 << 10;

/// A file to be saved or printed.
pub(crate) struct Attachment {
    pub content_type: &'static str,
    pub name: String,
}

impl Attachment {
    pub(crate) fn pdf(name: String) -> Attachment {
        Attachment {
            content_type: "application/pdf",
            name,
        }
    }

    pub(crate) fn answer(&self) -> HttpResponseBuilder {
        let mut answer = HttpResponse::Ok();
        answer
            .insert_header((header::CONTENT_TYPE, self.content_type))
            .insert_header((
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{}\"", self.name),
            ));
        answer
    }

    /// Makes it for this request, in its turn, which ends with the making: it is sent from the disk, so that whoever
    /// reads slowly holds nobody up, and half a file is never taken for a whole one.
    pub(crate) async fn make(
        self,
        app: &App,
        make: impl FnOnce(&mut BufWriter<File>) -> Result<(), String> + Send + 'static,
    ) -> Result<HttpResponse, Error> {
        let turn = app.files.clone().acquire_owned().await;
        let turn = turn.map_err(Error::broken)?;
        // The turn lasts as long as the making, also where nobody waits for the file any more.
        let making = behind(move || {
            let file = write(make);
            drop(turn);
            file
        });
        let file = making.await.map_err(Error::broken)?;
        let file = file.map_err(Error::broken)?;
        let length = file.metadata().map_err(Error::broken)?.len();
        Ok(self.answer().body(SizedStream::new(length, pieces(file))))
    }
}

fn write(make: impl FnOnce(&mut BufWriter<File>) -> Result<(), String>) -> Result<File, String> {
    let file = tempfile::tempfile().map_err(sentence)?;
    let mut out = BufWriter::new(file);
    make(&mut out)?;
    let mut file = out.into_inner().map_err(sentence)?;
    file.rewind().map_err(sentence)?;
    Ok(file)
}

fn pieces(file: File) -> impl Stream<Item = io::Result<Bytes>> {
    Box::pin(stream::try_unfold(file, |file| async {
        let read = behind(move || read_piece(file)).await;
        let (piece, file) = read.map_err(io::Error::other)??;
        Ok((!piece.is_empty()).then(|| (Bytes::from(piece), file)))
    }))
}

fn read_piece(file: File) -> io::Result<(Vec<u8>, File)> {
    let mut piece = Vec::with_capacity(PIECE);
    (&file).take(PIECE as u64).read_to_end(&mut piece)?;
    Ok((piece, file))
}

fn sentence(error: impl std::fmt::Display) -> String {
    error.to_string()
}
