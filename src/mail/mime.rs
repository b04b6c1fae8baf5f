//! The parts of a mail, put together as MIME.

use std::sync::OnceLock;
use std::time::SystemTime;

use lettre::Address;
use lettre::message::header::{self, ContentType, HeaderName, HeaderValue, Headers};
use lettre::message::{Attachment, Mailbox, Mailboxes, MultiPart, SinglePart};
use uuid::Uuid;

use super::letterhead::Letterhead;
use crate::badges;
use crate::models::mail::message::{Kind, Outgoing};
use crate::values::{Code, Email, SealingKey};

/// One finished mail: it is sent as it stands here, however often that is tried.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    /// The occasion, such as `confirmed`.
    pub kind: Kind,
    /// Without angle brackets.
    pub message_id: String,
    pub to: Email,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The whole mail, headers included; ASCII, lines ended by CR LF.
    pub raw: Vec<u8>,
    /// Seals it while it is kept.
    key: SealingKey,
}

impl Mail {
    /// The row that the outbox keeps of it.
    pub(crate) fn outgoing(self, forum_id: Option<i64>, registration_id: Option<i64>) -> Outgoing {
        let message_id = self.message_id;
        Outgoing {
            forum_id,
            registration_id,
            kind: self.kind,
            recipient: self.to.as_str().to_owned(),
            subject: self.subject,
            raw: Outgoing::seal(&self.key, &message_id, &self.raw),
            message_id,
        }
    }
}

/// A badge's code with its picture. Drawing takes a millisecond: do it before the transaction.
#[derive(Debug, Clone)]
pub struct Badge {
    code: Code,
    png: OnceLock<Vec<u8>>,
}

impl Badge {
    pub fn of(code: &Code) -> Badge {
        Badge {
            code: code.clone(),
            png: OnceLock::new(),
        }
    }

    /// The code as a picture, drawn when it is asked for first.
    pub fn png(&self) -> &[u8] {
        self.png.get_or_init(|| badges::png(&self.code))
    }

    pub fn code(&self) -> &Code {
        &self.code
    }
}

/// What a mail is put together from.
pub(crate) struct Parts<'a> {
    pub id: &'a str,
    pub kind: Kind,
    pub to: &'a Email,
    pub name: Option<&'a str>,
    /// What the sender is called, unless the configuration names it.
    pub sender: &'a str,
    pub reply_to: Option<&'a str>,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// With its Content-ID.
    pub badge: Option<(&'a Badge, &'a str)>,
    /// File name and content.
    pub calendar: Option<(String, String)>,
    /// Where its reader ends mail of this kind; none where it is about the reader's own registration.
    pub unsubscribe: Option<String>,
}

/// What makes one mail different from every other; sorts by time.
pub(crate) fn new_id() -> String {
    Uuid::now_v7().to_string()
}

impl Letterhead {
    pub(crate) fn compose(&self, mut parts: Parts) -> Mail {
        parts.subject = harmless(&parts.subject).unwrap_or_default();
        let message_id = format!("{}@{}", parts.id, self.host());
        let mut raw = self.headers(&parts, &message_id).to_string().into_bytes();
        raw.extend(body(&parts).formatted());
        Mail {
            kind: parts.kind,
            message_id,
            to: parts.to.clone(),
            subject: parts.subject,
            text: parts.text,
            html: parts.html,
            raw,
            key: self.key().clone(),
        }
    }

    fn headers(&self, parts: &Parts, message_id: &str) -> Headers {
        let mut headers = Headers::new();
        headers.set(header::MessageId::from(format!("<{message_id}>")));
        headers.set(header::Date::new(SystemTime::now()));
        let mut from = self.sender_as(parts.sender);
        from.name = from.name.as_deref().and_then(harmless);
        headers.set(header::From::from(Mailboxes::from(from)));
        headers.set(header::To::from(Mailboxes::from(mailbox(
            parts.name, parts.to,
        ))));
        if let Some(contact) = parts.reply_to.and_then(|text| Email::parse(text).ok()) {
            headers.set(header::ReplyTo::from(Mailboxes::from(mailbox(
                None, &contact,
            ))));
        }
        headers.set(header::Subject::from(parts.subject.clone()));
        headers.insert_raw(plain("Auto-Submitted", "auto-generated"));
        if let Some(address) = &parts.unsubscribe {
            headers.insert_raw(plain("Precedence", "bulk"));
            headers.insert_raw(plain("List-Unsubscribe", &format!("<{address}>")));
            // RFC 8058: the mail program's own button does it without a page.
            let one_click = "List-Unsubscribe=One-Click";
            headers.insert_raw(plain("List-Unsubscribe-Post", one_click));
        }
        headers.set(header::MIME_VERSION_1_0);
        headers
    }
}

fn plain(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// mixed [ alternative [ text, related [ html, picture ] ], picture, calendar ]: the picture twice, since some
/// mail readers drop what stands within the HTML.
fn body(parts: &Parts) -> MultiPart {
    let html = SinglePart::html(parts.html.clone());
    let alternative = MultiPart::alternative().singlepart(SinglePart::plain(parts.text.clone()));
    let Some((badge, cid)) = parts.badge else {
        return attached(alternative.singlepart(html), parts);
    };
    let picture = Attachment::new_inline_with_name(cid.to_owned(), "badge.png".to_owned());
    let related = MultiPart::related()
        .singlepart(html)
        .singlepart(picture.body(badge.png().to_vec(), mime("image/png")));
    attached(alternative.multipart(related), parts)
}

fn attached(words: MultiPart, parts: &Parts) -> MultiPart {
    if parts.badge.is_none() && parts.calendar.is_none() {
        return words;
    }
    let mut mixed = MultiPart::mixed().multipart(words);
    if let Some((badge, _)) = parts.badge {
        let picture = Attachment::new("badge.png".to_owned());
        mixed = mixed.singlepart(picture.body(badge.png().to_vec(), mime("image/png")));
    }
    if let Some((name, calendar)) = &parts.calendar {
        let file = Attachment::new(name.clone());
        mixed = mixed.singlepart(file.body(
            calendar.clone(),
            mime("text/calendar; charset=utf-8; method=PUBLISH"),
        ));
    }
    mixed
}

fn mime(text: &str) -> ContentType {
    ContentType::parse(text).expect("a well-formed media type")
}

fn mailbox(name: Option<&str>, email: &Email) -> Mailbox {
    Mailbox::new(name.and_then(harmless), address(email))
}

/// The address as mail servers take it. Email has checked it already, and wants more.
pub(super) fn address(email: &Email) -> Address {
    let (local, domain) = email.ascii().rsplit_once('@').unwrap_or_default();
    Address::new_dangerous(local, domain)
}

/// Text for a header: on one line, without what would begin another. `None` if nothing is left.
fn harmless(text: &str) -> Option<String> {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}
