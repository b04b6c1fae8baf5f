//! What was just done to a person, as the address says it.

use actix_web::HttpRequest;
use serde::Deserialize;

use crate::forms;
use crate::i18n::Texts;
use crate::routes::desk::people::person::Notice;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Done {
    done: String,
    /// People who got a place that became free.
    up: u32,
}

/// `is_told`: whether there is an address to write to.
pub(super) fn notice(request: &HttpRequest, t: Texts, is_told: bool) -> Option<Notice> {
    let done: Done = forms::parse(request.query_string().as_bytes());
    let sentence = match done.done.as_str() {
        "confirmed" | "declined" | "waitlisted" | "withdrawn" | "badge" if !is_told => {
            t.desk_person_done_untold()
        }
        "confirmed" => t.desk_person_done_confirmed(),
        "declined" => t.desk_person_done_declined(),
        "waitlisted" => t.desk_person_done_waitlisted(),
        "withdrawn" => t.desk_person_done_withdrawn(),
        "badge" => t.desk_person_done_badge(),
        "sent" => t.desk_person_done_sent(),
        "corrected" => t.desk_person_done_corrected(),
        "email" => t.desk_person_done_email(),
        "added" => t.desk_person_done_added(),
        "label" => t.printers_label_ordered(),
        "no-badge" => return Some(Notice::warn(t.printers_trouble_no_badge())),
        "no-printer" => return Some(Notice::warn(t.printers_label_no_printer())),
        "no-address" => return Some(Notice::warn(t.delivery_no_address())),
        "already" => return Some(Notice::warn(t.desk_person_already())),
        "same" => return Some(Notice::warn(t.desk_person_same())),
        "sent-already" => return Some(Notice::warn(t.desk_person_sent_already())),
        "added-waiting" => return Some(Notice::warn(t.desk_person_added_waiting())),
        _ => return None,
    };
    Some(Notice::good(match done.up {
        0 => sentence.to_string(),
        up => format!("{sentence} {}", t.desk_person_moved_up(up)),
    }))
}
