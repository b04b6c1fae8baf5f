//! A file that the desk brings, with the form it came in.

use std::fs::File;
use std::io::{Seek, Write};

use actix_multipart::{Field, Multipart};
use futures_util::StreamExt;

use crate::error::Error;

/// Bytes of a field that holds no file.
const MOST_TYPED: usize = 4096;

/// What the form sent. The file lies in a temporary one: however many are sent at once, memory stays as it is.
pub(crate) struct Upload {
    pub token: String,
    pub file: File,
    /// As the browser called it.
    pub file_name: String,
    pub size: usize,
    most: usize,
    /// The names of the other fields: boxes that are ticked, the button that was pressed.
    fields: Vec<String>,
}

impl Upload {
    /// Of a file that is longer than `most` only so much is kept as shows it.
    pub(crate) async fn read(mut body: Multipart, most: usize) -> Result<Upload, Error> {
        let mut upload = Upload {
            token: String::new(),
            file: tempfile::tempfile().map_err(Error::broken)?,
            file_name: String::new(),
            size: 0,
            most,
            fields: Vec::new(),
        };
        while let Some(field) = body.next().await {
            let field = field.map_err(|_| Error::NotUnderstood)?;
            upload.take(field).await?;
        }
        Ok(upload)
    }

    /// The file from its beginning.
    pub(crate) fn into_file(mut self) -> Result<File, Error> {
        self.file.rewind().map_err(Error::broken)?;
        Ok(self.file)
    }

    pub(crate) fn is_too_large(&self) -> bool {
        self.size > self.most
    }

    pub(crate) fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|name| name == field)
    }

    async fn take(&mut self, mut field: Field) -> Result<(), Error> {
        /// More fields than any form of ours has.
        const MOST_FIELDS: usize = 20;
        let name = field.name().unwrap_or("").to_owned();
        if name == "file" {
            let about = field.content_disposition();
            let called = about.and_then(|about| about.get_filename());
            self.file_name = called.unwrap_or_default().to_owned();
        }
        let mut typed = Vec::new();
        while let Some(piece) = field.next().await {
            // What is too long is read and dropped, so that the browser gets an answer and not a broken line.
            let piece = piece.map_err(|_| Error::NotUnderstood)?;
            match name.as_str() {
                "file" => self.keep(&piece)?,
                _ if typed.len() + piece.len() <= MOST_TYPED => typed.extend_from_slice(&piece),
                _ => {}
            }
        }
        match name.as_str() {
            "token" => self.token = String::from_utf8_lossy(&typed).into_owned(),
            "file" => {}
            _ if self.fields.len() < MOST_FIELDS => self.fields.push(name),
            _ => {}
        }
        Ok(())
    }

    fn keep(&mut self, piece: &[u8]) -> Result<(), Error> {
        self.size += piece.len();
        match self.is_too_large() {
            true => Ok(()),
            false => self.file.write_all(piece).map_err(Error::broken),
        }
    }
}
