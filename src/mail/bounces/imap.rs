//! As much of IMAP (RFC 3501) as reading a mailbox takes: five commands. The crates that speak all of it bring a
//! second way of TLS or a runtime of their own.

use std::io::{BufRead, BufReader, Read, Write};

/// What is spoken over: a connection, encrypted or not.
pub(super) trait Line: Read + Write + Send {}
impl<T: Read + Write + Send> Line for T {}

/// Of a letter, this much is fetched: a report stands at its beginning, before what is sent back.
const MOST_OF_A_LETTER: usize = 256 * 1024;
/// No answer of a sane server is longer.
const LONGEST_ANSWER: usize = 1024 * 1024;

pub(super) struct Conversation {
    line: BufReader<Box<dyn Line>>,
    tags: u32,
}

/// One line of an answer, and what stood in it as a counted block.
struct Response {
    text: String,
    block: Option<Vec<u8>>,
}

impl Conversation {
    /// Hears the greeting.
    pub(super) fn begin(line: Box<dyn Line>) -> Result<Conversation, String> {
        let mut conversation = Conversation {
            line: BufReader::new(line),
            tags: 0,
        };
        let greeting = conversation.hear()?.text;
        match greeting.starts_with("* OK") {
            true => Ok(conversation),
            false => Err(words(&greeting)),
        }
    }

    pub(super) fn sign_in(&mut self, user: &str, password: &str) -> Result<(), String> {
        self.ask(&[
            Part::Plain("LOGIN "),
            Part::Given(user),
            Part::Plain(" "),
            Part::Given(password),
        ])
        .map(drop)
    }

    /// Opens a folder; the number of its numbering, which changes when a server counts its letters anew.
    pub(super) fn select(&mut self, folder: &str) -> Result<u32, String> {
        let answer = self.ask(&[Part::Plain("SELECT "), Part::Given(folder)])?;
        let numbering = answer.iter().find_map(|response| {
            let (_, rest) = response.text.split_once("[UIDVALIDITY ")?;
            rest.split(']').next()?.trim().parse().ok()
        });
        Ok(numbering.unwrap_or(0))
    }

    /// The letters nobody has read that came after this one, in order.
    pub(super) fn unseen(&mut self, after: u32) -> Result<Vec<u32>, String> {
        let command = format!("UID SEARCH UID {}:* UNSEEN", after.saturating_add(1));
        let answer = self.ask(&[Part::Plain(&command)])?;
        let mut found: Vec<u32> = answer
            .iter()
            .filter_map(|response| response.text.strip_prefix("* SEARCH"))
            .flat_map(str::split_whitespace)
            .filter_map(|number| number.parse().ok())
            // "5:*" is the last letter too where there are fewer than five.
            .filter(|uid| *uid > after)
            .collect();
        found.sort_unstable();
        Ok(found)
    }

    /// The beginning of a letter, left unread.
    pub(super) fn letter(&mut self, uid: u32) -> Result<Vec<u8>, String> {
        let command = format!("UID FETCH {uid} (BODY.PEEK[]<0.{MOST_OF_A_LETTER}>)");
        let answer = self.ask(&[Part::Plain(&command)])?;
        // Gone meanwhile: there is nothing to read.
        Ok(answer
            .into_iter()
            .find_map(|response| response.block)
            .unwrap_or_default())
    }

    pub(super) fn mark_seen(&mut self, uid: u32) -> Result<(), String> {
        let command = format!("UID STORE {uid} +FLAGS.SILENT (\\Seen)");
        self.ask(&[Part::Plain(&command)]).map(drop)
    }

    pub(super) fn end(&mut self) {
        // A courtesy; nothing depends on the answer.
        let _ = self.ask(&[Part::Plain("LOGOUT")]);
    }

    /// Says a command and hears everything up to its end.
    fn ask(&mut self, parts: &[Part]) -> Result<Vec<Response>, String> {
        self.tags += 1;
        let tag = format!("h{}", self.tags);
        self.say(format!("{tag} ").as_bytes())?;
        for part in parts {
            match part {
                Part::Plain(text) => self.say(text.as_bytes())?,
                Part::Given(text) if is_quotable(text) => self.say(quoted(text).as_bytes())?,
                Part::Given(text) => self.say_block(text)?,
            }
        }
        self.say(b"\r\n")?;
        let mut heard = Vec::new();
        loop {
            let response = self.hear()?;
            match response.text.strip_prefix(&tag).map(str::trim_start) {
                Some(end) if end.starts_with("OK") => return Ok(heard),
                Some(end) => return Err(words(end)),
                None => heard.push(response),
            }
        }
    }

    fn say(&mut self, bytes: &[u8]) -> Result<(), String> {
        let line = self.line.get_mut();
        line.write_all(bytes)
            .and_then(|()| line.flush())
            .map_err(|error| error.to_string())
    }

    /// Text that does not go between quotation marks is announced by its length, and said when the server is ready.
    fn say_block(&mut self, text: &str) -> Result<(), String> {
        self.say(format!("{{{}}}\r\n", text.len()).as_bytes())?;
        let ready = self.hear()?.text;
        match ready.starts_with('+') {
            true => self.say(text.as_bytes()),
            false => Err(words(&ready)),
        }
    }

    /// One response; where it holds counted blocks, the first of them is kept and the text goes on behind it.
    fn hear(&mut self) -> Result<Response, String> {
        let mut response = Response {
            text: String::new(),
            block: None,
        };
        loop {
            let line = self.hear_line()?;
            response.text.push_str(&line);
            let Some(length) = announced(&line) else {
                return Ok(response);
            };
            let mut block = vec![0; length];
            self.line
                .read_exact(&mut block)
                .map_err(|error| error.to_string())?;
            response.block.get_or_insert(block);
        }
    }

    fn hear_line(&mut self) -> Result<String, String> {
        let mut bytes = Vec::new();
        let mut limited = (&mut self.line).take(LONGEST_ANSWER as u64);
        let read = limited.read_until(b'\n', &mut bytes);
        read.map_err(|error| error.to_string())?;
        if bytes.pop() != Some(b'\n') {
            return Err("the server hung up".to_owned());
        }
        Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
    }
}

/// A part of a command: ours, or what the operator named.
enum Part<'a> {
    Plain(&'a str),
    Given(&'a str),
}

fn is_quotable(text: &str) -> bool {
    text.is_ascii() && !text.contains(|c: char| c.is_control())
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// `... {123}` at the end of a line: so many bytes follow.
fn announced(line: &str) -> Option<usize> {
    let (_, count) = line.strip_suffix('}')?.rsplit_once('{')?;
    count
        .parse()
        .ok()
        .filter(|count| *count <= MOST_OF_A_LETTER + LONGEST_ANSWER)
}

/// A server's "no" without the marks of the protocol.
fn words(response: &str) -> String {
    let bare = response.trim_start_matches("* ").trim_end_matches('.');
    let bare = ["NO ", "BAD ", "BYE "]
        .iter()
        .fold(bare, |text, mark| text.strip_prefix(mark).unwrap_or(text));
    format!("the server says “{bare}”")
}
