use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::web::Bytes;

/// An answer, and what is held until its last byte is handed over or nobody wants it any more.
pub(super) struct Kept<T> {
    body: BoxBody,
    _held: T,
}

impl<T> Kept<T> {
    pub(super) fn new(body: impl MessageBody + 'static, held: T) -> Kept<T> {
        Kept {
            body: body.boxed(),
            _held: held,
        }
    }
}

impl<T: Unpin> MessageBody for Kept<T> {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        self.body.as_pin_mut().poll_next(cx)
    }
}
