//! Reports for people: no field says what became of a mail, but words do.

use std::collections::HashSet;

use super::addresses::{addresses, leading};
use super::letter::{ReturnedMail, fields};
use super::status::Told;
use crate::mail::report::words;
use crate::models::returned::delivery_report::Action;
use crate::values::DeliveryStatus;

/// In whose name mail servers write.
const SERVERS: [&str; 12] = [
    "mailer-daemon",
    "mailerdaemon",
    "mail-daemon",
    "postmaster",
    "mailer_daemon",
    "mdaemon",
    "mail delivery",
    "mail administrator",
    "system administrator",
    "mail system",
    "microsoftexchange",
    "mailsystem",
];
const MOST: usize = 20;
const MOST_LINES_READ: usize = 500;
/// Lines of one server's answer that are kept together.
const MOST_LINES: usize = 8;

/// Whether a mail server tells of a mail that was not delivered. Whoever is away, or answers by itself, does not.
pub(super) fn is_report(letter: &ReturnedMail) -> bool {
    if letter.header("x-failed-recipients").is_some() {
        return true;
    }
    let subject = decoded(letter.header("subject").unwrap_or_default()).to_lowercase();
    let by_server = letter.is_report || is_by_server(letter);
    let said = letter.said.to_lowercase();
    let tells = words::tells_of_failure(&said)
        || words::goes_on_trying(&said)
        || has_code(&said)
        || by_server && names_somebody(&said);
    if !by_server && answers_by_itself(letter, &subject) {
        return false;
    }
    let is_subject = words::is_subject_of_a_report(&subject);
    tells && (by_server || is_subject)
}

fn is_by_server(letter: &ReturnedMail) -> bool {
    let from = letter.header("from").unwrap_or_default().to_lowercase();
    from.contains("<>") || SERVERS.iter().any(|name| from.contains(name))
}

fn answers_by_itself(letter: &ReturnedMail, subject: &str) -> bool {
    let is_told = |name: &str, words: &[&str]| {
        let value = letter.header(name).unwrap_or_default().to_lowercase();
        words.iter().any(|word| value.contains(word))
    };
    is_told("auto-submitted", &["auto-replied", "auto-generated"])
        || is_told("precedence", &["auto_reply", "auto-reply"])
        || letter.header("x-autoreply").is_some()
        || letter.header("x-autorespond").is_some()
        || words::is_subject_of_the_absent(subject)
}

/// `<anna@people.example>:`, as servers begin what they say of one, in whatever language they go on.
fn names_somebody(said: &str) -> bool {
    let mut lines = said.lines().filter_map(leading);
    lines.any(|(_, rest)| rest.starts_with(">:"))
}

/// A header's text, whatever it was written in.
fn decoded(value: &str) -> String {
    let head = format!("Subject: {value}\r\n\r\n");
    let read = mail_parser::MessageParser::default().parse(head.as_bytes());
    read.and_then(|mail| mail.subject().map(str::to_owned))
        .unwrap_or_else(|| value.to_owned())
}

/// One for each recipient that is spoken of; one without a recipient where none is.
pub(super) fn recipients(letter: &ReturnedMail) -> Vec<Told> {
    let lines: Vec<&str> = letter.said.lines().take(MOST_LINES_READ).collect();
    let mut found = spoken_of(letter, &lines);
    found.truncate(MOST);
    let place = |address: &String| {
        let at = lines
            .iter()
            .position(|line| line.contains(address.as_str()));
        at.unwrap_or(0)
    };
    let places: Vec<usize> = found.iter().map(place).collect();
    let (action, of_all) = (action(is_delayed(letter)), answer(&lines));
    let told = |recipient: Option<String>, own: &[&str]| {
        // What is said of one stands below it; else it is said of all.
        let words = match answer(own) {
            own if own.is_empty() => of_all.clone(),
            own => own,
        };
        let small = words.to_lowercase();
        let status = DeliveryStatus::in_words(&small)
            .or_else(|| words::status_of(&own.join("\n").to_lowercase()))
            .or_else(|| words::status_of(&small));
        Told {
            action,
            status,
            words,
            recipient,
        }
    };
    if found.is_empty() {
        return vec![told(None, &lines)];
    }
    let told_of = found.into_iter().zip(&places).map(|(address, place)| {
        let next = places.iter().copied().filter(|next| next > place).min();
        told(Some(address), &lines[*place..next.unwrap_or(lines.len())])
    });
    told_of.collect()
}

fn action(delayed: bool) -> Action {
    match delayed {
        true => Action::Delayed,
        false => Action::Failed,
    }
}

fn is_delayed(letter: &ReturnedMail) -> bool {
    let subject = letter.header("subject").unwrap_or_default();
    let all = format!("{}\n{}", decoded(subject), letter.said).to_lowercase();
    words::goes_on_trying(&all.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The recipients: as a header names them, else at the beginnings of lines, else wherever an address is, else whom
/// the mail was to that is sent back.
fn spoken_of(letter: &ReturnedMail, lines: &[&str]) -> Vec<String> {
    let named = letter.header("x-failed-recipients").unwrap_or_default();
    let ours = not_recipients(letter);
    let others = |found: Vec<&str>| -> Vec<String> {
        let mut seen = HashSet::new();
        let kept = found.into_iter().filter(|address| {
            let small = address.to_ascii_lowercase();
            !ours.contains(&small) && !is_a_server(&small) && seen.insert(small)
        });
        kept.map(str::to_owned).collect()
    };
    let begin = |lines: &[&str]| {
        lines
            .iter()
            .filter_map(|line| begins_with(line).map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let announced = announced(lines);
    let below = announced.join("\n");
    let bracketed: Vec<&str> = lines
        .iter()
        .filter_map(|line| leading(line))
        .filter(|(_, rest)| rest.starts_with(">:"))
        .map(|(address, _)| address)
        .collect();
    let original = fields(&letter.original);
    let to = original.iter().filter(|field| {
        matches!(
            field.name.as_str(),
            "to" | "x-failed-recipients" | "envelope-to"
        )
    });
    let owned = |found: &[String]| others(found.iter().map(String::as_str).collect());
    let finds: [&dyn Fn() -> Vec<String>; 8] = [
        &|| others(addresses(named)),
        &|| owned(&begin(announced)),
        &|| others(addresses(&below)),
        &|| owned(&begin(lines)),
        &|| others(addresses(&letter.said)),
        // Somebody may have written to themselves.
        &|| {
            bracketed
                .iter()
                .map(|address| (*address).to_owned())
                .collect()
        },
        &|| begin(announced),
        &|| {
            others(
                to.clone()
                    .flat_map(|field| addresses(&field.value))
                    .collect(),
            )
        },
    ];
    finds
        .iter()
        .map(|find| find())
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// What stands below a line such as `did not reach the following recipient(s):`.
fn announced<'a, 'b>(lines: &'a [&'b str]) -> &'a [&'b str] {
    const WHOM: [&str; 8] = [
        "recipient",
        "address",
        "following user",
        "получател",
        "адресат",
        "alıcı",
        "destinataire",
        "المستلم",
    ];
    let announces = |line: &&str| {
        let small = line.trim().to_lowercase();
        small.ends_with(':') && WHOM.iter().any(|word| small.contains(word))
    };
    match lines.iter().position(announces) {
        Some(place) => &lines[place + 1..],
        None => &[],
    }
}

/// `<anna@people.example>: no`, `Recipient: anna@people.example`, `User unknown: anna@people.example`.
fn begins_with(line: &str) -> Option<&str> {
    const LABELS: [&str; 13] = [
        "to:",
        "(expanded from:",
        "recipient:",
        "recipient address:",
        "original recipient:",
        "final recipient:",
        "failed recipient:",
        "unknown user:",
        "user unknown:",
        "user mailbox exceeds allowed size:",
        "rcpt to:",
        "undeliverable to",
        "delivery failed:",
    ];
    let line = line.trim();
    if let Some((address, rest)) = leading(line) {
        let is_prose = rest.starts_with(' ')
            && rest.trim_start().starts_with(char::is_alphabetic)
            && rest.len() > 60;
        return (!is_prose).then_some(address);
    }
    let label = LABELS.iter().find(|label| {
        line.get(..label.len())
            .is_some_and(|begins| begins.eq_ignore_ascii_case(label))
    })?;
    addresses(&line[label.len()..]).into_iter().next()
}

/// Whom the report is to and from, and who had sent the mail.
fn not_recipients(letter: &ReturnedMail) -> HashSet<String> {
    const OWN: [&str; 12] = [
        "from",
        "to",
        "cc",
        "sender",
        "reply-to",
        "return-path",
        "delivered-to",
        "x-original-to",
        "envelope-to",
        "errors-to",
        "x-rcpt-to",
        "message-id",
    ];
    const SENT: [&str; 7] = [
        "from",
        "sender",
        "reply-to",
        "return-path",
        "errors-to",
        "message-id",
        "x-beenthere",
    ];
    let original = fields(&letter.original);
    let own = letter
        .headers
        .iter()
        .filter(|header| OWN.contains(&header.name.as_str()));
    let sent = original
        .iter()
        .filter(|field| SENT.contains(&field.name.as_str()));
    own.chain(sent)
        .flat_map(|field| addresses(&field.value))
        .map(str::to_ascii_lowercase)
        .chain(
            letter
                .message_ids()
                .into_iter()
                .map(|id| id.to_ascii_lowercase()),
        )
        .collect()
}

fn is_a_server(small: &str) -> bool {
    let (name, _) = small.split_once('@').unwrap_or_default();
    matches!(
        name,
        "postmaster" | "abuse" | "support" | "helpdesk" | "help" | "noreply" | "no-reply"
    ) || SERVERS.contains(&name)
}

/// The lines with which a server said no, as one; else the line that tells of a failure.
fn answer(lines: &[&str]) -> String {
    let begins = lines
        .iter()
        .position(|line| has_code(line))
        .or_else(|| {
            lines.iter().position(|line| {
                words::status_of(&line.to_lowercase())
                    .is_some_and(|status| status.to_string() != "5.0.0")
            })
        })
        .or_else(|| {
            lines
                .iter()
                .position(|line| words::tells_of_failure(&line.to_lowercase()))
        });
    let Some(begins) = begins else {
        return String::new();
    };
    let own = lines[begins..]
        .iter()
        .map(|line| line.trim())
        .take_while(|line| !line.is_empty())
        .take(MOST_LINES);
    own.collect::<Vec<_>>().join(" ")
}

/// `550 …`, `#5.1.1`, `(550)`.
fn has_code(text: &str) -> bool {
    let is_between = |c: char| c.is_whitespace() || ":;,()[]<>#\"'=".contains(c);
    text.split(is_between).any(is_code)
}

/// A number among other signs, as in an id, is none.
fn is_code(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or_default();
    let is_reply = first.len() == 3
        && first.starts_with(['4', '5'])
        && first.bytes().all(|byte| byte.is_ascii_digit());
    !word.contains('@') && (is_reply || DeliveryStatus::parse(word.trim_matches('.')).is_some())
}
