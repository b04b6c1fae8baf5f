//! Listens in on what the server says. The driver keeps the SQLSTATE of an error to itself, and the words
//! beside it come in whatever language the server speaks.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_postgres::Socket;
use tokio_postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream};
use tokio_postgres_rustls::MakeRustlsConnect;

/// The kind of the message that says what went wrong.
const ERROR: u8 = b'E';
const IN_FAILED_TRANSACTION: [u8; 5] = *b"25P02";
/// More of such a message is not kept: the SQLSTATE stands among its first fields.
const MOST_KEPT: usize = 1024;

/// The five characters by which PostgreSQL names what went wrong, whatever its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SqlState([u8; 5]);

impl SqlState {
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// What the server said last.
#[derive(Clone, Default)]
pub(super) struct Ear(Arc<Heard>);

#[derive(Default)]
struct Heard {
    state: AtomicU64,
    ended: AtomicBool,
}

impl Ear {
    pub(super) fn forget(&self) {
        self.0.state.store(0, Ordering::Relaxed);
    }

    /// Whether the server has hung up.
    pub(super) fn has_ended(&self) -> bool {
        self.0.ended.load(Ordering::Relaxed)
    }

    /// The SQLSTATE heard since the last `forget`.
    pub(super) fn last(&self) -> Option<SqlState> {
        match self.0.state.load(Ordering::Relaxed).to_be_bytes() {
            [_, _, _, 0, ..] => None,
            [_, _, _, a, b, c, d, e] => Some(SqlState([a, b, c, d, e])),
        }
    }

    fn hear(&self, state: [u8; 5]) {
        // Of statements sent together those behind the one that failed say no more than that.
        if state == IN_FAILED_TRANSACTION && self.last().is_some() {
            return;
        }
        let [a, b, c, d, e] = state;
        let heard = u64::from_be_bytes([0, 0, 0, a, b, c, d, e]);
        self.0.state.store(heard, Ordering::Relaxed);
    }
}

/// Where in the row of messages the reading stands.
enum Place {
    /// A kind and a length, which counts itself.
    Head(Vec<u8>),
    Skipped(usize),
    Error(usize, Vec<u8>),
}

struct Reading {
    ear: Ear,
    place: Place,
}

impl Reading {
    fn take(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let taken = self.step(bytes);
            bytes = &bytes[taken..];
        }
    }

    /// Takes what belongs to the present place; how much that was.
    fn step(&mut self, bytes: &[u8]) -> usize {
        let (taken, next) = match &mut self.place {
            Place::Head(head) => {
                let taken = bytes.len().min(5 - head.len());
                head.extend_from_slice(&bytes[..taken]);
                (taken, begun(head))
            }
            Place::Skipped(left) => {
                let taken = bytes.len().min(*left);
                *left -= taken;
                (taken, (*left == 0).then(Place::head))
            }
            Place::Error(left, kept) => {
                let taken = bytes.len().min(*left);
                *left -= taken;
                let room = MOST_KEPT.saturating_sub(kept.len()).min(taken);
                kept.extend_from_slice(&bytes[..room]);
                if *left == 0
                    && let Some(state) = state_in(kept)
                {
                    self.ear.hear(state);
                }
                (taken, (*left == 0).then(Place::head))
            }
        };
        if let Some(next) = next {
            self.place = next;
        }
        taken
    }
}

impl Place {
    fn head() -> Place {
        Place::Head(Vec::with_capacity(5))
    }
}

/// The place behind a head that is whole.
fn begun(head: &[u8]) -> Option<Place> {
    let (kind, length) = head.split_first()?;
    let length = u32::from_be_bytes(length.try_into().ok()?);
    let left = (length as usize).saturating_sub(4);
    Some(match (*kind, left) {
        (_, 0) => Place::head(),
        (ERROR, left) => Place::Error(left, Vec::new()),
        (_, left) => Place::Skipped(left),
    })
}

/// Fields stand behind one another: a letter, a text, a zero. `C` is the SQLSTATE.
fn state_in(error: &[u8]) -> Option<[u8; 5]> {
    let mut fields = error.split(|byte| *byte == 0);
    let state = fields.find_map(|field| field.strip_prefix(b"C"))?;
    state.try_into().ok()
}

type Tls = <MakeRustlsConnect as MakeTlsConnect<Socket>>::Stream;

/// Makes lines that are listened to, with TLS or without.
pub(super) struct Listening {
    /// Without it nothing is encrypted.
    pub tls: Option<MakeRustlsConnect>,
    pub ear: Ear,
}

pub(super) struct Begun {
    tls: Option<<MakeRustlsConnect as MakeTlsConnect<Socket>>::TlsConnect>,
    ear: Ear,
}

type Cause = Box<dyn std::error::Error + Send + Sync>;

impl MakeTlsConnect<Socket> for Listening {
    type Stream = Line;
    type TlsConnect = Begun;
    type Error = Cause;

    fn make_tls_connect(&mut self, host: &str) -> Result<Begun, Cause> {
        let tls = match &mut self.tls {
            Some(tls) => Some(MakeTlsConnect::<Socket>::make_tls_connect(tls, host)?),
            None => None,
        };
        let ear = self.ear.clone();
        Ok(Begun { tls, ear })
    }
}

impl TlsConnect<Socket> for Begun {
    type Stream = Line;
    type Error = Cause;
    type Future = Pin<Box<dyn Future<Output = Result<Line, Cause>> + Send>>;

    fn connect(self, socket: Socket) -> Self::Future {
        Box::pin(async move {
            let wire = match self.tls {
                None => Wire::Plain(socket),
                Some(tls) => Wire::Tls(Box::new(tls.connect(socket).await?)),
            };
            let (ear, place) = (self.ear, Place::head());
            let reading = Reading { ear, place };
            Ok(Line { wire, reading })
        })
    }
}

enum Wire {
    Plain(Socket),
    Tls(Box<Tls>),
}

/// A line to the server that is listened to.
pub(super) struct Line {
    wire: Wire,
    reading: Reading,
}

impl TlsStream for Line {
    fn channel_binding(&self) -> ChannelBinding {
        match &self.wire {
            Wire::Plain(_) => ChannelBinding::none(),
            Wire::Tls(tls) => tls.channel_binding(),
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = match &mut self.wire {
            Wire::Plain(socket) => Pin::new(socket).poll_read(context, into),
            Wire::Tls(tls) => Pin::new(tls.as_mut()).poll_read(context, into),
        };
        let came = &into.filled()[before..];
        if read.is_ready() && came.is_empty() {
            self.reading.ear.0.ended.store(true, Ordering::Relaxed);
        }
        self.reading.take(came);
        read
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut self.wire {
            Wire::Plain(socket) => Pin::new(socket).poll_write(context, bytes),
            Wire::Tls(tls) => Pin::new(tls.as_mut()).poll_write(context, bytes),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.wire {
            Wire::Plain(socket) => Pin::new(socket).poll_flush(context),
            Wire::Tls(tls) => Pin::new(tls.as_mut()).poll_flush(context),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.wire {
            Wire::Plain(socket) => Pin::new(socket).poll_shutdown(context),
            Wire::Tls(tls) => Pin::new(tls.as_mut()).poll_shutdown(context),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(kind: u8, body: &[u8]) -> Vec<u8> {
        let length = (body.len() as u32 + 4).to_be_bytes();
        [&[kind], length.as_slice(), body].concat()
    }

    #[test]
    fn the_state_of_an_error_is_heard_however_its_bytes_come_in() {
        let said = [
            message(b'Z', b"I"),
            message(b'1', b""),
            message(ERROR, b"SFEHLER\0VERROR\0C40P01\0MVerklemmung entdeckt\0\0"),
            message(b'Z', b"E"),
        ]
        .concat();
        for at_once in [1, 2, 7, said.len()] {
            let ear = Ear::default();
            let mut reading = Reading {
                ear: ear.clone(),
                place: Place::head(),
            };
            said.chunks(at_once).for_each(|bytes| reading.take(bytes));
            assert_eq!(ear.last().unwrap().as_str(), "40P01", "{at_once} at once");
            ear.forget();
            assert_eq!(ear.last(), None);
        }
    }
}
