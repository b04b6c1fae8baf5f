//! A question to a name server (RFC 1035), as far as a sender's records ask for it. A resolver's crate would bring
//! a runtime and a cache for four questions.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream, UdpSocket};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(3);
const TRIES: usize = 2;
const MX: u16 = 15;
const TXT: u16 = 16;
/// What fits into one packet everywhere; longer answers come over TCP.
const LARGEST_PACKET: u16 = 1232;

pub(super) struct Resolver {
    server: SocketAddr,
}

impl Resolver {
    /// The one that was named, or this machine's own. The error is a sentence.
    pub(super) fn new(named: Option<&str>) -> Result<Resolver, String> {
        let server = match named {
            Some(text) => address(text).ok_or_else(|| {
                format!("The name server {text:?} is no address such as 9.9.9.9 or 127.0.0.1:53.")
            })?,
            None => machines_own().ok_or(
                "This machine names no name server in /etc/resolv.conf; name one with --resolver.",
            )?,
        };
        Ok(Resolver { server })
    }

    /// The texts published at a name; none where there is no such name. The error is a sentence.
    pub(super) fn texts(&self, name: &str) -> Result<Vec<String>, String> {
        let records = self.ask(name, TXT)?;
        Ok(records.iter().map(|data| joined(data)).collect())
    }

    /// How many mail servers take mail for a domain. One that says "none" by a single dot is none.
    pub(super) fn count_mail_servers(&self, domain: &str) -> Result<usize, String> {
        let records = self.ask(domain, MX)?;
        Ok(records.iter().filter(|data| data.len() > 3).count())
    }

    fn ask(&self, name: &str, kind: u16) -> Result<Vec<Vec<u8>>, String> {
        let question =
            question(name, kind).ok_or_else(|| format!("{name} is no name of the internet."))?;
        let answer = self.hear(&question).map_err(|error| {
            format!(
                "The name server {} does not answer, so nothing can be said of {name}: {error}.",
                self.server
            )
        })?;
        read(&answer, &question, kind).ok_or_else(|| {
            format!(
                "The name server {} cannot say what stands at {name}.",
                self.server
            )
        })
    }

    fn hear(&self, question: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut heard = self.by_udp(question);
        for _ in 1..TRIES {
            heard = heard.or_else(|_| self.by_udp(question));
        }
        let answer = heard?;
        const CUT_SHORT: u8 = 0x02;
        match answer.get(2) {
            Some(flags) if flags & CUT_SHORT != 0 => self.by_tcp(question),
            _ => Ok(answer),
        }
    }

    fn by_udp(&self, question: &[u8]) -> std::io::Result<Vec<u8>> {
        let any = if self.server.is_ipv4() {
            "0.0.0.0:0"
        } else {
            "[::]:0"
        };
        let socket = UdpSocket::bind(any)?;
        socket.connect(self.server)?;
        socket.set_read_timeout(Some(PATIENCE))?;
        socket.send(question)?;
        let mut answer = vec![0; usize::from(LARGEST_PACKET)];
        let length = socket.recv(&mut answer)?;
        answer.truncate(length);
        Ok(answer)
    }

    fn by_tcp(&self, question: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect_timeout(&self.server, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let length = (question.len() as u16).to_be_bytes();
        stream.write_all(&[length.as_slice(), question].concat())?;
        let mut length = [0; 2];
        stream.read_exact(&mut length)?;
        let mut answer = vec![0; usize::from(u16::from_be_bytes(length))];
        stream.read_exact(&mut answer)?;
        Ok(answer)
    }
}

fn address(text: &str) -> Option<SocketAddr> {
    let bare = text.parse::<IpAddr>().map(|ip| SocketAddr::new(ip, 53));
    text.parse().or(bare).ok()
}

fn machines_own() -> Option<SocketAddr> {
    let settings = std::fs::read_to_string("/etc/resolv.conf").ok()?;
    let servers = settings
        .lines()
        .filter_map(|line| line.trim().strip_prefix("nameserver"));
    servers.filter_map(|server| address(server.trim())).next()
}

/// A question with a number that nobody guesses, and word of how long an answer may be.
fn question(name: &str, kind: u16) -> Option<Vec<u8>> {
    let mut bytes = fastrand::u16(..).to_be_bytes().to_vec();
    // Please ask others too; one question, one remark.
    bytes.extend([0x01, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
    for label in name.trim_end_matches('.').split('.') {
        if label.is_empty() || label.len() > 63 || !label.is_ascii() {
            return None;
        }
        bytes.push(label.len() as u8);
        bytes.extend(label.as_bytes());
    }
    bytes.push(0);
    bytes.extend(kind.to_be_bytes());
    bytes.extend([0, 1]);
    let [high, low] = LARGEST_PACKET.to_be_bytes();
    bytes.extend([0, 0, 41, high, low, 0, 0, 0, 0, 0, 0]);
    Some(bytes)
}

/// The data of the records asked for; `None` where the answer is none.
fn read(answer: &[u8], question: &[u8], kind: u16) -> Option<Vec<Vec<u8>>> {
    const NO_SUCH_NAME: u8 = 3;
    if answer.get(..2)? != question.get(..2)? {
        return None;
    }
    match answer.get(3)? & 0x0f {
        0 => {}
        NO_SUCH_NAME => return Some(Vec::new()),
        _ => return None,
    }
    let (questions, records) = (number(answer, 4)?, number(answer, 6)?);
    let mut at = 12;
    for _ in 0..questions {
        at = behind_name(answer, at)? + 4;
    }
    let mut found = Vec::new();
    for _ in 0..records {
        at = behind_name(answer, at)?;
        let length = usize::from(number(answer, at + 8)?);
        let data = answer.get(at + 10..at + 10 + length)?;
        if number(answer, at)? == kind {
            found.push(data.to_vec());
        }
        at += 10 + length;
    }
    Some(found)
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes([pair[0], pair[1]]))
}

fn behind_name(answer: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *answer.get(at)? {
            0 => return Some(at + 1),
            length if length >= 0xc0 => return Some(at + 2),
            length => at += usize::from(length) + 1,
        }
    }
}

/// A text comes in pieces of up to 255 characters.
fn joined(data: &[u8]) -> String {
    let (mut text, mut rest) = (Vec::new(), data);
    while let Some((length, more)) = rest.split_first() {
        let length = usize::from(*length).min(more.len());
        text.extend(&more[..length]);
        rest = &more[length..];
    }
    String::from_utf8_lossy(&text).into_owned()
}
