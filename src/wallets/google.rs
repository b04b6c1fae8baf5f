//! Google Wallet: a link that carries the whole pass, signed by the operator's service account.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::key::Key;
use super::ticket::Ticket;
use crate::clock::Moment;

const SAVE: &str = "https://pay.google.com/gp/v/save/";

/// Google asks for tokens of at most so many characters, since browsers cut longer addresses.
const LONGEST_TOKEN: usize = 1800;

/// An issuer at Google and the key of its service account.
pub(crate) struct Google {
    issuer_id: String,
    email: String,
    key: Key,
}

/// The file as Google gives it, with the issuer's number beside it.
#[derive(Deserialize)]
struct Account {
    client_email: String,
    private_key: String,
    #[serde(default)]
    issuer_id: Value,
}

impl Google {
    /// Reads the service account's file; the error is a sentence.
    pub(crate) fn open(file: &Path) -> Result<Google, String> {
        let shown = file.display();
        let text = std::fs::read_to_string(file)
            .map_err(|error| format!("Google Wallet: cannot read {shown}: {error}."))?;
        let account: Account = serde_json::from_str(&text).map_err(|_| {
            format!("Google Wallet: {shown} is not the JSON file of a service account.")
        })?;
        let issuer_id = match &account.issuer_id {
            Value::String(number) => number.clone(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        if issuer_id.is_empty() || !issuer_id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!(
                "Google Wallet: add \"issuer_id\", the number of your issuer account, to {shown}."
            ));
        }
        let key = Key::parse(account.private_key.as_bytes())
            .ok_or_else(|| format!("Google Wallet: {shown} holds no RSA key."))?;
        Ok(Google {
            issuer_id,
            email: account.client_email,
            key,
        })
    }

    /// The address that puts this ticket into a wallet. What the pass can do without is left out where the
    /// address would grow too long.
    pub(crate) fn link(&self, ticket: &Ticket, now: Moment) -> Result<String, String> {
        let token = self.token(&self.payload(ticket, true), now)?;
        if token.len() <= LONGEST_TOKEN {
            return Ok(format!("{SAVE}{token}"));
        }
        let token = self.token(&self.payload(ticket, false), now)?;
        Ok(format!("{SAVE}{token}"))
    }

    fn token(&self, payload: &Value, now: Moment) -> Result<String, String> {
        let claims = json!({
            "iss": self.email,
            "aud": "google",
            "typ": "savetowallet",
            "iat": now.and_utc().timestamp(),
            "origins": [],
            "payload": payload,
        });
        let encoded = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let signed = format!(
            "{}.{}",
            encoded(&json!({ "alg": "RS256", "typ": "JWT" })),
            encoded(&claims)
        );
        let signature = self.key.sign(signed.as_bytes())?;
        Ok(format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature)))
    }

    fn payload(&self, ticket: &Ticket, whole: bool) -> Value {
        let class_id = self.id(&format!("{}-{}", ticket.slug, ticket.language.code()));
        let mut class = json!({
            "id": class_id,
            "issuerName": ticket.forum,
            "eventName": text(ticket, ticket.forum),
            "reviewStatus": "UNDER_REVIEW",
        });
        if let (Some(first), Some(last)) = (ticket.stays.first(), ticket.stays.last()) {
            class["dateTime"] = json!({ "start": iso(first.starts), "end": iso(last.ends) });
            if whole {
                class["venue"] = json!({
                    "name": text(ticket, &first.place),
                    "address": text(ticket, &first.place),
                });
            }
        }
        let mut object = json!({
            "id": self.object_id(ticket),
            "classId": class_id,
            "state": if ticket.code.is_some() { "ACTIVE" } else { "INACTIVE" },
            "ticketHolderName": ticket.name,
        });
        if let Some(code) = ticket.code {
            object["barcode"] = json!({
                "type": "QR_CODE",
                "value": code.qr_text(),
                "alternateText": code.grouped(),
            });
        }
        if whole {
            class["hexBackgroundColor"] = json!(ticket.colour.as_str());
            object["ticketType"] = text(ticket, ticket.category);
        }
        json!({ "eventTicketClasses": [class], "eventTicketObjects": [object] })
    }

    /// Google keeps what it was given first under an id: another badge is another object.
    fn object_id(&self, ticket: &Ticket) -> String {
        let code = ticket.code.map_or("", |code| code.as_str());
        let badge = HEXLOWER.encode(&Sha256::digest(code)[..4]);
        self.id(&format!("{}.{badge}", ticket.public_id))
    }

    fn id(&self, own: &str) -> String {
        format!("{}.{own}", self.issuer_id)
    }
}

fn text(ticket: &Ticket, value: &str) -> Value {
    json!({ "defaultValue": { "language": ticket.language.code(), "value": value } })
}

fn iso(moment: DateTime<FixedOffset>) -> String {
    moment.to_rfc3339()
}
