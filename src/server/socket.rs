//! A connection with its deadlines: one that asks nothing, or does not hear its answer, is ended.
//!
//! actix has a deadline for the first request's head alone, and none for an answer that nobody reads. So the bytes
//! themselves are watched, whatever they are part of.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use actix_web::rt::net::TcpStream;
use actix_web::web;
use futures_util::future::LocalBoxFuture;
use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use super::occupied::Occupied;
use super::places::Place;
use crate::app::App;

/// How long a connection may be open, or open again after an answer, until the head of a request is whole.
const ASKS_WITHIN: Duration = Duration::from_secs(12);
/// In this time so much of an answer is to be heard.
const HEARS_WITHIN: Duration = Duration::from_secs(20);
const LEAST_HEARD: usize = 16 * 1024;
/// What the machine holds back of an answer for who reads slowly. Its own choice would be some megabytes.
const HELD_BACK: usize = 128 * 1024;

pub(super) struct Socket {
    stream: TcpStream,
    occupied: Occupied,
    silence: Deadline,
    deafness: Deadline,
    /// Heard since the time for it began; none while nothing waits.
    heard: Option<usize>,
    /// Resolves when the program stops.
    closing: LocalBoxFuture<'static, ()>,
    is_closing: bool,
    app: web::Data<App>,
    _place: Place,
}

impl Socket {
    pub(super) fn new(stream: TcpStream, place: Place, app: web::Data<App>) -> Socket {
        // A machine that cannot do it holds back what it likes.
        let _ = SockRef::from(&stream).set_send_buffer_size(HELD_BACK);
        app.metrics.connected();
        let stopping = app.clone();
        Socket {
            stream,
            occupied: Occupied::default(),
            silence: Deadline::default(),
            deafness: Deadline::default(),
            heard: None,
            closing: Box::pin(async move { stopping.live.closed().await }),
            is_closing: false,
            app,
            _place: place,
        }
    }

    /// Whether requests of this connection are answered now.
    pub(super) fn occupied(&self) -> Occupied {
        self.occupied.clone()
    }

    /// Nothing more is heard from it: the program stops, or it has asked nothing for too long. What is being answered
    /// is answered to the end.
    fn is_over(&mut self, cx: &mut Context<'_>) -> bool {
        self.is_closing = self.is_closing || self.closing.as_mut().poll(cx).is_ready();
        let idle = self.occupied.idle_since();
        self.is_closing || idle.is_some_and(|since| self.silence.is_over(since + ASKS_WITHIN, cx))
    }

    /// Whether too little of the answer was taken for too long.
    fn is_deaf(&mut self, cx: &mut Context<'_>) -> bool {
        let now = Instant::now();
        let heard = *self.heard.get_or_insert_with(|| {
            self.deafness.set(now + HEARS_WITHIN);
            0
        });
        while self.deafness.has_passed(cx) {
            if heard < LEAST_HEARD {
                return true;
            }
            self.heard = Some(0);
            self.deafness.set(Instant::now() + HEARS_WITHIN);
        }
        false
    }

    /// What became of bytes that were to be sent.
    fn sent(
        &mut self,
        sent: Poll<io::Result<usize>>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        match &sent {
            Poll::Ready(Ok(count)) => self.heard = self.heard.map(|heard| heard + count),
            Poll::Pending if self.is_deaf(cx) => {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            _ => {}
        }
        sent
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.app.metrics.disconnected();
    }
}

/// A timer that is made when it is first needed.
#[derive(Default)]
struct Deadline(Option<Pin<Box<Sleep>>>);

impl Deadline {
    fn set(&mut self, at: Instant) {
        match &mut self.0 {
            Some(timer) => timer.as_mut().reset(at),
            None => self.0 = Some(Box::pin(sleep_until(at))),
        }
    }

    fn has_passed(&mut self, cx: &mut Context<'_>) -> bool {
        let timer = self.0.as_mut();
        timer.is_some_and(|timer| timer.as_mut().poll(cx).is_ready())
    }

    /// The same where it may have been moved.
    fn is_over(&mut self, at: Instant, cx: &mut Context<'_>) -> bool {
        let is_set = self.0.as_ref().is_some_and(|timer| timer.deadline() == at);
        if !is_set {
            self.set(at);
        }
        self.has_passed(cx)
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.is_closing {
            return Poll::Ready(Ok(()));
        }
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if read.is_pending() && self.is_over(cx) {
            // As if it had nothing more to say.
            return Poll::Ready(Ok(()));
        }
        read
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.sent(sent, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.sent(sent, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_flush(cx))?;
        self.heard = None;
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
