//! A request's body has a deadline: who sends it in drops is told so, and the connection is free again.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::HttpMessage;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use futures_util::Stream;
use tokio::time::{Instant, Sleep, sleep_until};

use crate::error::Error;

/// So long a body may take whatever its length.
const AT_ONCE: Duration = Duration::from_secs(15);
/// Beyond that so many bytes are to come in a second: a phone at the edge of its net sends more.
const LEAST_A_SECOND: u32 = 1_000;

/// Ends the reading of a body that comes too slowly, with 408.
pub(super) async fn refuse(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let is_late = Rc::new(Cell::new(false));
    match request.take_payload() {
        Payload::None => {}
        body => request.set_payload(Payload::Stream {
            payload: Box::pin(Body::new(body, is_late.clone())),
        }),
    }
    let response = next.call(request).await?;
    if is_late.get() {
        let (request, _) = response.into_parts();
        return Ok(ServiceResponse::from_err(Error::TooSlow, request));
    }
    Ok(response.map_into_boxed_body())
}

struct Body {
    body: Payload,
    began: Instant,
    received: u32,
    timer: Option<Pin<Box<Sleep>>>,
    is_late: Rc<Cell<bool>>,
}

impl Body {
    fn new(body: Payload, is_late: Rc<Cell<bool>>) -> Body {
        Body {
            body,
            began: Instant::now(),
            received: 0,
            timer: None,
            is_late,
        }
    }

    fn deadline(&self) -> Instant {
        let earned = Duration::from_secs((self.received / LEAST_A_SECOND).into());
        self.began + AT_ONCE + earned
    }

    fn is_over(&mut self, cx: &mut Context<'_>) -> bool {
        let deadline = self.deadline();
        let timer = self
            .timer
            .get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if timer.deadline() != deadline {
            timer.as_mut().reset(deadline);
        }
        timer.as_mut().poll(cx).is_ready()
    }
}

impl Stream for Body {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let came = Pin::new(&mut self.body).poll_next(cx);
        match &came {
            Poll::Ready(Some(Ok(bytes))) => {
                let count = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
                self.received = self.received.saturating_add(count);
            }
            Poll::Pending if self.is_over(cx) => {
                self.is_late.set(true);
                let late = std::io::ErrorKind::TimedOut.into();
                return Poll::Ready(Some(Err(PayloadError::Io(late))));
            }
            _ => {}
        }
        came
    }
}
