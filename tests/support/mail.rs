//! Reads the mail the program wrote, with a parser that shares nothing with what composed it.

use std::path::PathBuf;

use mail_parser::{MessageParser, MimeHeaders};

use super::eventually;

pub struct Outbox {
    folder: PathBuf,
}

pub struct Letter {
    raw: Vec<u8>,
}

/// An attachment or an inline picture.
pub struct Part {
    pub kind: String,
    pub name: String,
    pub content_id: String,
    pub bytes: Vec<u8>,
}

impl Outbox {
    pub fn new(folder: PathBuf) -> Outbox {
        Outbox { folder }
    }

    /// The newest letter to this address, once there are `count` of them.
    pub fn letter(&self, count: usize, address: &str) -> Letter {
        let what = format!("{count} letters to {address}");
        eventually(&what, || {
            let mut letters = self.letters_to(address);
            if letters.len() >= count {
                letters.pop()
            } else {
                None
            }
        })
    }

    pub fn letters_to(&self, address: &str) -> Vec<Letter> {
        self.letters()
            .into_iter()
            .filter(|letter| letter.to() == address)
            .collect()
    }

    /// All letters, oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        let Ok(folder) = std::fs::read_dir(&self.folder) else {
            return Vec::new();
        };
        let entries = folder
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.path().extension().is_some_and(|end| end == "eml"));
        let mut files: Vec<_> = entries
            .map(|entry| (entry.metadata().unwrap().modified().unwrap(), entry.path()))
            .collect();
        files.sort();
        files
            .into_iter()
            .map(|(_, path)| Letter {
                raw: std::fs::read(path).unwrap(),
            })
            .collect()
    }
}

impl Letter {
    pub fn parsed(&self) -> mail_parser::Message<'_> {
        MessageParser::default()
            .parse(&self.raw)
            .expect("a letter that can be read")
    }

    /// As it left.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    pub fn to(&self) -> String {
        self.parsed()
            .to()
            .and_then(|to| to.first())
            .and_then(|to| to.address())
            .unwrap_or_default()
            .to_owned()
    }

    pub fn subject(&self) -> String {
        self.parsed().subject().unwrap_or_default().to_owned()
    }

    pub fn message_id(&self) -> String {
        self.parsed().message_id().expect("a Message-ID").to_owned()
    }

    pub fn text(&self) -> String {
        self.parsed()
            .body_text(0)
            .expect("a text part")
            .into_owned()
    }

    pub fn html(&self) -> String {
        self.parsed()
            .body_html(0)
            .expect("an HTML part")
            .into_owned()
    }

    /// The first address in the text that holds `part`.
    pub fn link(&self, part: &str) -> String {
        let text = self.text();
        let found = text
            .split_whitespace()
            .find(|word| word.starts_with("http") && word.contains(part));
        found
            .unwrap_or_else(|| panic!("no link with {part} in: {text}"))
            .to_owned()
    }

    /// The link to the delegate's own page.
    pub fn own_page(&self) -> String {
        self.link("/me/")
    }

    pub fn parts(&self) -> Vec<Part> {
        let message = self.parsed();
        let read = |part: &mail_parser::MessagePart| Part {
            kind: part
                .content_type()
                .map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()))
                .unwrap_or_default(),
            name: part.attachment_name().unwrap_or_default().to_owned(),
            content_id: part.content_id().unwrap_or_default().to_owned(),
            bytes: part.contents().to_vec(),
        };
        message.parts.iter().map(read).collect()
    }

    /// The badge's picture, as an independent decoder reads it.
    pub fn badge(&self) -> String {
        let parts = self.parts();
        let png = parts
            .iter()
            .find(|part| part.kind == "image/png")
            .expect("a PNG in the mail");
        super::qr::decode(&png.bytes)
    }
}
