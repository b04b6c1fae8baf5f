//! Reads delivery status notifications (RFC 3464): what mail servers send back.

use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders};

use crate::models::delivery_report::{Action, DeliveryReport};
use crate::values::DeliveryStatus;

/// More recipients than that nobody reports in one mail of ours, which has one.
const MOST: usize = 20;

/// What a mail reports, one for each recipient it names. A mail that is no report (an answer, "out of office")
/// has none.
pub fn reports(raw: &[u8]) -> Vec<DeliveryReport> {
    let Some(mail) = MessageParser::default().parse(raw) else {
        return Vec::new();
    };
    let status = mail
        .parts
        .iter()
        .find(|part| part.is_content_type("message", "delivery-status"));
    let Some(status) = status else {
        return Vec::new();
    };
    let message_ids = named_messages(&mail);
    let text = String::from_utf8_lossy(status.contents());
    groups(&text)
        .iter()
        .filter_map(|group| about_one(group, &message_ids))
        .take(MOST)
        .collect()
}

/// Message-IDs of the mail that is sent back, whole or its headers alone, then of what the report answers to.
fn named_messages(mail: &Message) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for part in &mail.parts {
        let own = match part.message() {
            Some(original) => original.message_id().map(str::to_owned),
            None if is_headers_alone(part) => id_in_headers(part.contents()),
            None => None,
        };
        ids.extend(own);
    }
    for header in [mail.in_reply_to(), mail.references()] {
        match header {
            HeaderValue::Text(id) => ids.push(id.to_string()),
            HeaderValue::TextList(list) => ids.extend(list.iter().map(|id| id.to_string())),
            _ => {}
        }
    }
    ids
}

/// Some send back headers alone, and some of those call them a whole mail.
fn is_headers_alone(part: &MessagePart) -> bool {
    part.is_content_type("text", "rfc822-headers") || part.is_content_type("message", "rfc822")
}

/// Headers alone may end without the blank line that ends them in a mail.
fn id_in_headers(headers: &[u8]) -> Option<String> {
    let whole = [headers, b"\r\n\r\n"].concat();
    let original = MessageParser::default().parse(&whole)?;
    original.message_id().map(str::to_owned)
}

type Group = Vec<(String, String)>;

/// The fields of each group, names in lower case, folded lines made one. Groups are parted by blank lines.
fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![Vec::new()];
    for line in text.lines() {
        let group = groups.len() - 1;
        if line.trim().is_empty() {
            groups.push(Vec::new());
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = groups[group].last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            groups[group].push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    groups
}

fn about_one(group: &Group, message_ids: &[String]) -> Option<DeliveryReport> {
    let field = |name: &str| {
        let found = group.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str())
    };
    let recipient = field("original-recipient").or(field("final-recipient"));
    Some(DeliveryReport {
        action: Action::parse(field("action")?)?,
        status: field("status").and_then(DeliveryStatus::in_words),
        words: untyped(field("diagnostic-code").unwrap_or_default()).to_owned(),
        message_ids: message_ids.to_vec(),
        recipient: recipient.map(|typed| untyped(typed).trim_matches(['<', '>']).to_owned()),
    })
}

/// `smtp; 550 …` and `rfc822; somebody@…` without what stands before the semicolon.
fn untyped(value: &str) -> &str {
    value
        .split_once(';')
        .map_or(value, |(_, value)| value)
        .trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RETURNED: &str = "From: MAILER-DAEMON@mail.example\r
To: forum@hazir.example\r
Subject: Undelivered Mail Returned to Sender\r
Auto-Submitted: auto-replied\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r
\r
--b\r
Content-Type: text/plain; charset=us-ascii\r
\r
I'm sorry to have to inform you.\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mail.example\r
\r
Final-Recipient: rfc822; anna@people.example\r
Action: failed\r
Status: 5.1.1\r
Diagnostic-Code: smtp; 550 5.1.1 <anna@people.example>: Recipient address\r
    rejected: User unknown\r
--b\r
Content-Type: text/rfc822-headers\r
\r
Message-ID: <0197-abc@forum.example>\r
Subject: Hello\r
--b--\r
";

    #[test]
    fn a_returned_mail_says_whose_it_is_and_why() {
        let whole = RETURNED.replace("text/rfc822-headers", "message/rfc822");
        for raw in [RETURNED, &whole] {
            let report = reports(raw.as_bytes()).remove(0);
            assert_eq!(report.action, Action::Failed);
            assert_eq!(report.message_ids, ["0197-abc@forum.example"]);
            assert_eq!(report.recipient.as_deref(), Some("anna@people.example"));
            assert_eq!(
                report.words,
                "550 5.1.1 <anna@people.example>: Recipient address rejected: User unknown"
            );
        }
    }

    #[test]
    fn an_answer_is_no_report_whatever_it_says() {
        let absent = "From: anna@people.example\r\nIn-Reply-To: <0197-abc@forum.example>\r
Auto-Submitted: auto-replied\r\nSubject: Out of office\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n";
        assert!(reports(absent.as_bytes()).is_empty());
        assert!(reports(b"").is_empty());
        let half = RETURNED.split_at(RETURNED.find("Action").unwrap()).0;
        assert!(reports(half.as_bytes()).is_empty());
    }
}
