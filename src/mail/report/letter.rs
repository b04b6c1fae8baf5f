//! A returned mail taken apart: what its server says, and what it sends back. Read by bounded means, as anybody may
//! have written it.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::addresses::bracketed;

/// So much of a mail is looked at; what a server has to say stands at the beginning.
const MOST_BYTES: usize = 512 * 1024;
/// Of its words, and as much again of what it sends back.
const MOST_TEXT: usize = 32 * 1024;
const MOST_PARTS: usize = 200;
const MOST_IDS: usize = 20;
/// Where more mails are announced within one another, they are not taken apart.
const MOST_NESTED: usize = 64;

#[derive(Default)]
pub(super) struct ReturnedMail {
    /// The head as it came, folded lines made one.
    pub headers: Vec<Header>,
    /// What the server says, in its own words.
    pub said: String,
    /// What it sends back, or the head of that.
    pub original: String,
    /// Each `message/delivery-status` (RFC 3464), then each `message/feedback-report` (RFC 5965).
    pub status: Vec<String>,
    pub feedback: Vec<String>,
    /// Mails within it, as they came.
    pub inner: Vec<Vec<u8>>,
    pub is_report: bool,
}

pub(super) struct Header {
    /// In small letters.
    pub name: String,
    pub value: String,
}

impl ReturnedMail {
    pub(super) fn open(raw: &[u8]) -> ReturnedMail {
        let raw = &raw[..raw.len().min(MOST_BYTES)];
        let mut letter = ReturnedMail::default();
        if announces_too_many(raw) {
            letter.said = clipped(&String::from_utf8_lossy(raw), MOST_TEXT);
            return letter;
        }
        let Some(mail) = MessageParser::default().parse(raw) else {
            return letter;
        };
        letter.headers = headers(&mail, raw);
        letter.is_report = mail.content_type().is_some_and(|kind| {
            kind.subtype() == Some("report")
                    // That somebody has read a mail says nothing of its way.
                    && kind.attribute("report-type") != Some("disposition-notification")
        });
        for part in mail.parts.iter().take(MOST_PARTS) {
            letter.take(part);
        }
        letter.part_what_was_sent_back();
        letter
    }

    fn take(&mut self, part: &MessagePart) {
        match &part.body {
            PartType::Message(inner) => {
                let raw = inner.raw_message();
                add(&mut self.original, &String::from_utf8_lossy(raw));
                self.inner.push(raw.to_vec());
            }
            _ if part.is_content_type("message", "delivery-status") => {
                self.status.push(text_of(part));
            }
            _ if part.is_content_type("message", "feedback-report") => {
                self.feedback.push(text_of(part));
            }
            // Some send back headers alone, and some of those call them a whole mail.
            _ if part.is_content_type("text", "rfc822-headers")
                || part.is_content_type("text", "rfc822")
                || part.is_content_type("message", "rfc822") =>
            {
                add(&mut self.original, &text_of(part));
            }
            PartType::Text(text) => add(&mut self.said, text),
            PartType::Html(html) => add(&mut self.said, &without_tags(html)),
            _ => {}
        }
    }

    /// Who knows nothing of parts writes what it has to say, and the mail below.
    fn part_what_was_sent_back(&mut self) {
        let Some(begins) = begins_sent_back(&self.said) else {
            return;
        };
        let below = self.said.split_off(begins);
        add(&mut self.original, &below);
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|header| header.name == name);
        found.map(|header| header.value.as_str())
    }

    /// Message-IDs of the mail that is sent back, then of what the report answers to, then those it quotes.
    pub(super) fn message_ids(&self) -> Vec<String> {
        let original = fields(&self.original);
        let own = original
            .iter()
            .filter(|field| field.name.ends_with("message-id"))
            .map(|field| field.value.as_str());
        let answers = self.headers.iter().filter(|header| {
            matches!(
                header.name.as_str(),
                "in-reply-to" | "references" | "x-failed-message-id"
            )
        });
        let quoted = fields(&self.said);
        let quoted = quoted
            .iter()
            .filter(|field| field.name.ends_with("message-id"))
            .map(|field| field.value.as_str());
        let mut ids: Vec<String> = Vec::new();
        let places = own
            .chain(answers.map(|header| header.value.as_str()))
            .chain(quoted);
        for id in places.flat_map(|place| bare_or_bracketed(place)) {
            if ids.len() < MOST_IDS && !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
        ids
    }
}

fn bare_or_bracketed(value: &str) -> Vec<&str> {
    let found: Vec<&str> = bracketed(value).take(MOST_IDS).collect();
    match value.split_whitespace().next() {
        Some(bare) if found.is_empty() && bare.contains('@') => vec![bare],
        _ => found,
    }
}

/// A mail may announce mails within mails without end, and who takes them apart runs out of stack.
fn announces_too_many(raw: &[u8]) -> bool {
    const KINDS: [&[u8]; 3] = [b"rfc822", b"global", b"digest"];
    let is_kind = |bytes: &&[u8]| KINDS.iter().any(|kind| bytes.eq_ignore_ascii_case(kind));
    raw.windows(KINDS[0].len()).filter(is_kind).count() > MOST_NESTED
}

fn headers(mail: &Message, raw: &[u8]) -> Vec<Header> {
    mail.headers()
        .iter()
        .filter_map(|header| {
            let value = raw.get(header.offset_start as usize..header.offset_end as usize)?;
            Some(Header {
                name: header.name.as_str().to_ascii_lowercase(),
                value: one_line(&String::from_utf8_lossy(value)),
            })
        })
        .collect()
}

fn text_of(part: &MessagePart) -> String {
    clipped(&String::from_utf8_lossy(part.contents()), MOST_TEXT)
}

/// `Name: value` wherever it stands, folded lines made one, quoting marks left out.
pub(super) fn fields(text: &str) -> Vec<Header> {
    let mut fields: Vec<Header> = Vec::new();
    for line in text.lines() {
        let line = line.trim_start_matches("> ");
        if line.starts_with([' ', '\t']) {
            if let Some(last) = fields.last_mut() {
                last.value.push(' ');
                last.value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push(Header {
                name: name.trim().to_ascii_lowercase(),
                value: value.trim().to_owned(),
            });
        }
    }
    fields
}

/// Where the mail that is sent back begins: at a head of its own, or at the words with which servers announce it.
fn begins_sent_back(said: &str) -> Option<usize> {
    const ANNOUNCED: [&str; 15] = [
        "this is a copy of",
        "below this line is a copy",
        "original message follows",
        "original message",
        "your original message",
        "unsent message",
        "returned message",
        "message header",
        "header of the source mail",
        "received header",
        "your message headers",
        "message text follows",
        "undelivered message follows",
        "copy of your message",
        "исходное сообщение",
    ];
    let mut place = 0;
    let mut head = 0;
    for line in said.split_inclusive('\n') {
        let small = line.trim().to_lowercase();
        let is_ruled = ["--", "==", "**"]
            .iter()
            .any(|rule| small.starts_with(rule));
        let is_announced = |words: &&str| match is_ruled {
            true => small.contains(*words),
            false => small.starts_with(*words),
        };
        if small.len() < 80 && ANNOUNCED.iter().any(is_announced) {
            return Some(place);
        }
        if [
            "received:",
            "return-path:",
            "message-id:",
            "x-mailer:",
            "mime-version:",
        ]
        .iter()
        .any(|field| small.starts_with(field))
        {
            head += 1;
            if head == 1 {
                // One such line may be a word of the server's own; two are a head.
                let rest = said[place + line.len()..].lines().take(12);
                let more = rest.filter(|line| looks_like_a_field(line)).count();
                if more >= 2 {
                    return Some(place);
                }
                head = 0;
            }
        }
        place += line.len();
    }
    None
}

fn looks_like_a_field(line: &str) -> bool {
    const KNOWN: [&str; 9] = [
        "from:",
        "to:",
        "subject:",
        "date:",
        "received:",
        "message-id:",
        "mime-version:",
        "content-type:",
        "sender:",
    ];
    let small = line.trim_start_matches("> ").to_lowercase();
    KNOWN.iter().any(|field| small.starts_with(field))
}

/// What a reader sees of HTML, roughly: a line for each tag that could end one.
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len().min(MOST_TEXT));
    for piece in clipped(html, MOST_TEXT).split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        let is_inline = [
            "b", "/b", "i", "/i", "span", "/span", "font", "/font", "a", "/a", "strong", "/strong",
            "em", "/em",
        ]
        .contains(
            &tag.split([' ', '\n', '\r'])
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase()
                .as_str(),
        );
        if !is_inline {
            text.push('\n');
        }
        text.push_str(words);
    }
    for (entity, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&#64;", "@"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, sign);
    }
    text
}

fn add(to: &mut String, text: &str) {
    let room = MOST_TEXT.saturating_sub(to.len());
    if !to.is_empty() {
        to.push('\n');
    }
    to.push_str(&clipped(text, room));
}

fn clipped(text: &str, most: usize) -> String {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end));
    text[..end.unwrap_or(0)].replace('\r', "")
}

fn one_line(value: &str) -> String {
    let words: Vec<&str> = value.split_whitespace().collect();
    words.join(" ")
}
