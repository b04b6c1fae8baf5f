use chrono::{DateTime, FixedOffset, TimeDelta};
use serde_json::{Value, json};

use super::identity::Identity;
use crate::i18n::Texts;
use crate::wallets::ticket::Ticket;

/// `pass.json`: an event ticket in the delegate's language. What a front cuts off stands whole on the back.
pub(super) fn of(ticket: &Ticket, identity: &Identity) -> Value {
    let t = Texts::of(ticket.language);
    let colour = rgb(ticket.colour.as_str());
    let text_colour = rgb(ticket.colour.text_on_it());
    let mut pass = json!({
        "formatVersion": 1,
        "passTypeIdentifier": identity.pass_type,
        "teamIdentifier": identity.team,
        "organizationName": identity.organisation.as_deref().unwrap_or(ticket.forum),
        "serialNumber": ticket.public_id,
        "description": t.wallet_description(ticket.forum),
        "backgroundColor": colour,
        "foregroundColor": text_colour,
        "labelColor": text_colour,
        "sharingProhibited": true,
        "voided": ticket.code.is_none(),
        "eventTicket": {
            "primaryFields": [field("name", t.form_name_label(), ticket.name)],
            "secondaryFields": [field("forum", "", ticket.forum)],
            "auxiliaryFields": front(ticket),
            "backFields": back(ticket),
        },
    });
    if let Some(code) = ticket.code {
        pass["barcodes"] = json!([{
            "format": "PKBarcodeFormatQR",
            "message": code.qr_text(),
            "messageEncoding": "iso-8859-1",
            "altText": code.grouped(),
        }]);
    }
    if let (Some(first), Some(last)) = (ticket.stays.first(), ticket.stays.last()) {
        // Shown on the locked screen around that moment, so on the first of several days alone.
        if last.ends - first.starts <= TimeDelta::days(1) {
            pass["relevantDate"] = json!(iso(first.starts));
        }
        pass["expirationDate"] = json!(iso(last.ends + TimeDelta::days(1)));
    }
    pass
}

fn front(ticket: &Ticket) -> Vec<Value> {
    let t = Texts::of(ticket.language);
    let mut fields = vec![field("category", t.form_category_label(), ticket.category)];
    if let Some(first) = ticket.stays.first() {
        fields.push(field("when", t.forum_when(), &first.when));
    }
    fields
}

fn back(ticket: &Ticket) -> Vec<Value> {
    let t = Texts::of(ticket.language);
    let mut fields = vec![
        field("whole-name", t.form_name_label(), ticket.name),
        field("whole-forum", "", ticket.forum),
    ];
    if let Some(organisation) = ticket.organisation {
        fields.push(field(
            "organisation",
            t.form_organisation_label(),
            organisation,
        ));
    }
    for (number, stay) in ticket.stays.iter().enumerate() {
        fields.push(field(&format!("when-{number}"), t.forum_when(), &stay.when));
        fields.push(field(
            &format!("where-{number}"),
            t.forum_where(),
            &stay.place,
        ));
    }
    if let Some(code) = ticket.code {
        fields.push(field("code", t.delegate_code(), &code.grouped()));
    }
    fields.push(field("note", "", t.wallet_note()));
    fields
}

/// A field without a label carries none: an empty one would still take its line.
fn field(key: &str, label: &str, value: &str) -> Value {
    match label {
        "" => json!({ "key": key, "value": value }),
        label => json!({ "key": key, "label": label, "value": value }),
    }
}

fn iso(moment: DateTime<FixedOffset>) -> String {
    moment.to_rfc3339()
}

/// `#0e5a5f` as `rgb(14,90,95)`.
fn rgb(hex: &str) -> String {
    let number = u32::from_str_radix(hex.trim_start_matches('#'), 16).unwrap_or(0);
    let [_, red, green, blue] = number.to_be_bytes();
    format!("rgb({red},{green},{blue})")
}
