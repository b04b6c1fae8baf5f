use std::cell::Cell;
use std::rc::Rc;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use tokio::time::Instant;

use super::kept::Kept;

/// Of one connection: how many of its requests are being answered, and since when none is.
#[derive(Clone)]
pub(super) struct Occupied(Rc<State>);

struct State {
    answering: Cell<usize>,
    since: Cell<Instant>,
}

impl Default for Occupied {
    fn default() -> Occupied {
        Occupied(Rc::new(State {
            answering: Cell::new(0),
            since: Cell::new(Instant::now()),
        }))
    }
}

impl Occupied {
    /// `None` while something is answered.
    pub(super) fn idle_since(&self) -> Option<Instant> {
        (self.0.answering.get() == 0).then(|| self.0.since.get())
    }

    fn begin(&self) -> Answering {
        self.0.answering.set(self.0.answering.get() + 1);
        Answering(self.clone())
    }
}

/// From the head of a request to the last byte of its answer.
pub(super) struct Answering(Occupied);

impl Drop for Answering {
    fn drop(&mut self) {
        let state = &self.0.0;
        state.answering.set(state.answering.get() - 1);
        state.since.set(Instant::now());
    }
}

/// Tells the connection that it is waited for us, not for who asks.
pub(super) async fn answering(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<Kept<Option<Answering>>>, Error> {
    let answering = request.conn_data::<Occupied>().map(Occupied::begin);
    let response = next.call(request).await?;
    Ok(response.map_body(|_, body| Kept::new(body, answering)))
}
