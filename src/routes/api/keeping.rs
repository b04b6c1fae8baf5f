//! What cannot be entered goes to the desk, once; the device is told that it is kept.

use serde_json::Value;

use super::caller::Caller;
use crate::clock::Moment;
use crate::db::{self, Connection};
use crate::forms::kept_request as form;
use crate::models::devices::kept_request::{self, Kept, KeptRequest, Kind, State, Why};

/// What a device is told that has left as many as it may: it holds on to the rest.
const NO_ROOM: &str = "This device has left as many at the desk as it may.";

/// What the device left before under the item's id. One that never left anything is not asked.
pub(super) fn found(
    c: &mut Connection,
    caller: &Caller,
    kind: Kind,
    item: &Value,
) -> db::Result<Option<KeptRequest>> {
    match caller.device.kept {
        0 => Ok(None),
        _ => kept_request::of_device(c, caller.device.id, kind, &form::sent_id(item)),
    }
}

/// Whether the desk, or the device before, has settled it: it is not tried again.
pub(super) fn is_settled(found: Option<&KeptRequest>) -> bool {
    found.is_some_and(|kept| kept.state != State::Open)
}

/// It was entered after all: what waits at the desk waits no longer.
pub(super) fn entered(
    c: &mut Connection,
    found: Option<&KeptRequest>,
    now: Moment,
) -> db::Result<()> {
    match found {
        Some(kept) => kept_request::settle(c, kept.id, State::Entered, None, now).map(drop),
        None => Ok(()),
    }
}

/// Keeps it; whether it is kept, and the sentence for the device.
pub(super) fn keep(
    c: &mut Connection,
    caller: &Caller,
    (kind, item): (Kind, &Value),
    why: Why,
    now: Moment,
) -> db::Result<(bool, &'static str)> {
    let new = form::of(kind, item, why, now);
    Ok(match kept_request::keep(c, &caller.device, &new, now)? {
        Kept::Yes => (true, why.sentence()),
        Kept::NoRoom => (false, NO_ROOM),
    })
}
