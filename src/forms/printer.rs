//! A label printer at the door.

use crate::forms::{FieldErrors, Typed};
use crate::i18n::Texts;
use crate::models::printing::printer::{Kind, LONGEST_NAME, Printer, Settings};
use crate::values::{PrinterHost, coded_text, may_print_at};

/// The port on which nearly every printer listens.
const USUAL_PORT: u16 = 9100;
const WIDTHS: std::ops::RangeInclusive<i32> = 50..=220;
const HEIGHTS: std::ops::RangeInclusive<i32> = 40..=420;
/// The tape of Brother's printers, in millimetres and dots to an inch.
const TAPE: (i32, i32) = (62, 300);

pub(crate) fn blank() -> Typed {
    Typed::default()
        .with("kind", Kind::Zpl.as_str())
        .with("port", USUAL_PORT.to_string())
        .with("dpi", "203")
        .with("width", "62")
        .with("height", "100")
}

pub(crate) fn of(printer: &Printer) -> Typed {
    Typed::default()
        .with("name", &printer.name)
        .with("kind", printer.kind.as_str())
        .with("host", &printer.host)
        .with("port", printer.port().to_string())
        .with("dpi", printer.dpi.to_string())
        .with("width", printer.width.to_string())
        .with("height", printer.height.to_string())
}

/// `this_machine`: printers at the program's own machine may be used.
pub(crate) fn parse(
    form: &Typed,
    this_machine: bool,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<Settings> {
    let name = form.text("name", LONGEST_NAME, t, errors);
    if name.is_none() {
        errors.add("name", t.printers_name_missing());
    }
    let kind = Kind::parse(form.get("kind"));
    if kind.is_none() {
        errors.add("kind", t.desk_edit_choice_missing());
    }
    let line = line(form, this_machine, t, errors);
    let height = millimetres(form, "height", HEIGHTS, t, errors);
    let (width, dpi) = match kind {
        Some(Kind::Brother) => (Some(TAPE.0), Some(TAPE.1)),
        _ => (
            millimetres(form, "width", WIDTHS, t, errors),
            dpi(form, t, errors),
        ),
    };
    if !errors.is_empty() {
        return None;
    }
    let (host, port) = line?;
    Some(Settings {
        name: name?,
        host: host.as_str().to_owned(),
        port: i32::from(port),
        kind: kind?,
        dpi: dpi?,
        width: width?,
        height: height?,
    })
}

/// Where the printer is. A name is looked up when something is sent there, and what it leads to is judged then.
fn line(
    form: &Typed,
    this_machine: bool,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<(PrinterHost, u16)> {
    let host = PrinterHost::parse(&coded_text(form.get("host")));
    if host.is_none() {
        errors.add("host", t.printers_host_wrong());
    }
    let port: Option<u16> = coded_text(form.get("port")).parse().ok();
    let port = port.filter(|port| *port > 0);
    // Of a name nothing is known yet but the port: a printer's own at any address that may be used.
    let address = host.as_ref()?.address();
    let name_may_be_here = this_machine && address.is_none();
    let any_printer = std::net::IpAddr::from([192, 168, 0, 1]);
    match port {
        Some(port)
            if name_may_be_here
                || may_print_at(address.unwrap_or(any_printer), port, this_machine) => {}
        Some(port) if may_print_at(any_printer, port, false) => {
            errors.add("host", t.printers_host_closed());
        }
        Some(_) | None => errors.add("port", t.printers_port_wrong()),
    }
    Some((host?, port?))
}

fn millimetres(
    form: &Typed,
    field: &'static str,
    within: std::ops::RangeInclusive<i32>,
    t: Texts,
    errors: &mut FieldErrors,
) -> Option<i32> {
    let typed: Option<i32> = coded_text(form.get(field)).parse().ok();
    let found = typed.filter(|length| within.contains(length));
    if found.is_none() {
        errors.add(field, t.printers_size_wrong());
    }
    found
}

fn dpi(form: &Typed, t: Texts, errors: &mut FieldErrors) -> Option<i32> {
    let found = match form.get("dpi") {
        "203" => Some(203),
        "300" => Some(300),
        _ => None,
    };
    if found.is_none() {
        errors.add("dpi", t.desk_edit_choice_missing());
    }
    found
}
