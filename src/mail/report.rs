//! Reads what mail servers send back, whatever its form: fields for programs (RFC 3464), words for people,
//! complaints (RFC 5965), and any of these forwarded in another mail.

mod addresses;
mod complaint;
mod letter;
mod spoken;
mod status;
mod words;

use crate::models::returned::delivery_report::DeliveryReport;
use crate::values::ReturnMark;
use letter::ReturnedMail;
use status::Told;

/// More recipients than that nobody reports in one mail of ours, which has one.
const MOST: usize = 20;
/// A report, forwarded in a mail, forwarded in another.
const MOST_DEEP: usize = 3;

/// What a mail reports, one for each recipient it names. A mail that is no report (an answer, "out of office")
/// has none.
pub fn reports(raw: &[u8]) -> Vec<DeliveryReport> {
    reported(raw, MOST_DEEP)
}

fn reported(raw: &[u8], deep: usize) -> Vec<DeliveryReport> {
    let letter = ReturnedMail::open(raw);
    let named = Named::of(&letter);
    if let Some(complaint) = complaint::complaint(&letter) {
        return vec![named.report(complaint)];
    }
    let mut told: Vec<Told> = letter
        .status
        .iter()
        .flat_map(|part| status::recipients(part))
        .collect();
    if told.is_empty() && spoken::is_report(&letter) {
        told = spoken::recipients(&letter);
    }
    if !told.is_empty() {
        let told = told.into_iter().take(MOST);
        return told.map(|told| named.report(told)).collect();
    }
    let inner = letter.inner.iter().filter(|_| deep > 1);
    inner
        .map(|raw| reported(raw, deep - 1))
        .find(|reports| !reports.is_empty())
        .unwrap_or_default()
}

/// The mails of ours that a letter names, by their return paths and by their ids.
struct Named {
    marks: Vec<ReturnMark>,
    message_ids: Vec<String>,
}

impl Named {
    fn of(letter: &ReturnedMail) -> Named {
        let texts = letter.headers.iter().map(|header| header.value.as_str());
        let texts = texts
            .chain([letter.said.as_str(), letter.original.as_str()])
            .chain(letter.status.iter().map(String::as_str))
            .chain(letter.feedback.iter().map(String::as_str));
        Named {
            marks: texts
                .flat_map(addresses::addresses)
                .filter_map(ReturnMark::in_address)
                .take(MOST)
                .collect(),
            message_ids: letter.message_ids(),
        }
    }

    fn report(&self, told: Told) -> DeliveryReport {
        DeliveryReport {
            action: told.action,
            status: told.status,
            words: told.words,
            marks: self.marks.clone(),
            message_ids: self.message_ids.clone(),
            recipient: told.recipient,
        }
    }
}
