//! A device for the door.

use crate::clock::{self, Moment};
use crate::forms::{FieldErrors, Typed};
use crate::i18n::{Texts, dates};
use crate::models::devices::device;
use crate::models::forum::Forum;
use crate::models::places::checkpoint::Checkpoint;
use crate::models::printing::printer::Printer;

/// What the form says of a device.
#[derive(Debug, Clone)]
pub(crate) struct DeviceDetails {
    pub name: String,
    pub checkpoints: Vec<i64>,
    pub until: Moment,
    /// Whether a scanner without a browser needs a token.
    pub bearer: bool,
    /// Where its labels come out.
    pub printer: Option<i64>,
}

/// A new one works until the forum is over, at the only checkpoint if there is one.
pub(crate) fn blank(forum: &Forum, checkpoints: &[Checkpoint], now: Moment) -> Typed {
    let until = device::usual_end(forum, now);
    let form = Typed::default().with_time("until", Some(until), forum.zone());
    match checkpoints {
        [only] => form.with("checkpoint", only.id.to_string()),
        _ => form,
    }
}

pub(crate) fn parse(
    form: &Typed,
    (forum, checkpoints, printers): (&Forum, &[Checkpoint], &[Printer]),
    now: Moment,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<DeviceDetails> {
    let name = form.text("name", device::LONGEST_NAME, t, errors);
    if name.is_none() {
        errors.add("name", t.desk_devices_name_missing());
    }
    let checkpoints = form.ids("checkpoint", checkpoints.iter().map(|one| one.id));
    if checkpoints.is_empty() {
        errors.add("checkpoint", t.desk_devices_checkpoints_missing());
    }
    let until = form.time("until", forum.zone(), t, errors);
    match until {
        None => errors.add("until", t.desk_edit_time_missing()),
        Some(until) if until <= now => errors.add("until", t.desk_devices_until_past()),
        Some(until) if until > device::latest_end(forum, now) => {
            let latest = clock::in_zone(forum.zone(), device::latest_end(forum, now));
            let latest = dates::date_time(t.language(), latest);
            errors.add("until", t.desk_devices_until_latest(latest));
        }
        Some(_) => {}
    }
    if !errors.is_empty() {
        return None;
    }
    Some(DeviceDetails {
        name: name?,
        checkpoints,
        until: until?,
        bearer: form.ticked("bearer"),
        printer: printer(form, printers),
    })
}

/// The printer that was chosen; none is the device's own browser.
pub(crate) fn printer(form: &Typed, printers: &[Printer]) -> Option<i64> {
    form.id("printer", printers.iter().map(|one| one.id))
}
