use crate::clock::Moment;
use crate::db::{Connection, Result};
use crate::models::devices::device::Device;
use crate::models::people::badge;
use crate::models::people::registration::Registration;
use crate::models::people::standing::State;
use crate::models::printing::print_order::{Wish, drawn, place};
use crate::models::printing::printer;

/// Where a door's label comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// The printer of that name.
    At(String),
    InBrowser,
    /// Only who is confirmed has a badge.
    Nowhere,
}

/// Prints a person's badge at a door: by its printer, or in its browser.
pub(crate) fn at_door(
    c: &mut Connection,
    device: &Device,
    person: &Registration,
    now: Moment,
) -> Result<Place> {
    if person.state != State::Confirmed || badge::current_id(c, person.id)?.is_none() {
        return Ok(Place::Nowhere);
    }
    let wish = Wish {
        forum_id: device.forum_id,
        printer_id: device.printer_id,
        registration_id: Some(person.id),
        device_id: Some(device.id),
        account_id: None,
    };
    match name_of_printer(c, device)? {
        Some(name) => {
            place(c, &wish, now)?;
            Ok(Place::At(name))
        }
        None => {
            drawn(c, &wish, now)?;
            Ok(Place::InBrowser)
        }
    }
}

/// The same, where the door has a printer: it brings out a new badge unasked.
pub(crate) fn at_doors_printer(
    c: &mut Connection,
    device: &Device,
    person: &Registration,
    now: Moment,
) -> Result<Option<String>> {
    if device.printer_id.is_none() {
        return Ok(None);
    }
    match at_door(c, device, person, now)? {
        Place::At(name) => Ok(Some(name)),
        Place::InBrowser | Place::Nowhere => Ok(None),
    }
}

/// What the door's printer is called.
pub(crate) fn name_of_printer(c: &mut Connection, device: &Device) -> Result<Option<String>> {
    let Some(id) = device.printer_id else {
        return Ok(None);
    };
    let found = printer::find(c, device.forum_id, id)?;
    Ok(found.map(|printer| printer.name))
}
