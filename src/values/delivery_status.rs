//! What mail servers say by number: `5.1.1` and its kind (RFC 3463).

use std::fmt;

/// An enhanced status code: class, subject, detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeliveryStatus {
    class: u8,
    subject: u16,
    detail: u16,
}

/// Why somebody cannot be written to, as people would say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    NoMailbox,
    NoDomain,
    Full,
    Closed,
    Unwanted,
    /// The other side's mail server is not reached, or does not answer in time.
    Silent,
    TooLarge,
    Other,
}

impl DeliveryStatus {
    pub fn parse(text: &str) -> Option<DeliveryStatus> {
        let mut parts = text.split('.');
        let mut number = || -> Option<u16> {
            let part = parts.next()?;
            let short = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            short.then(|| part.parse().ok())?
        };
        let (class, subject, detail) = (number()?, number()?, number()?);
        (parts.next().is_none() && matches!(class, 2 | 4 | 5)).then_some(DeliveryStatus {
            class: class as u8,
            subject,
            detail,
        })
    }

    /// The first one in a server's words.
    pub fn in_words(words: &str) -> Option<DeliveryStatus> {
        words
            .split(|c: char| !c.is_ascii_digit() && c != '.')
            .find_map(|word| DeliveryStatus::parse(word.trim_matches('.')))
    }
}

impl fmt::Display for DeliveryStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

impl Obstacle {
    /// What a mail server's line means; a line without such a code is judged by its first number.
    pub(crate) fn in_words(words: &str) -> Obstacle {
        match DeliveryStatus::in_words(words) {
            // Microsoft says so by a number that means a domain without mail elsewhere.
            Some(_) if words.contains("RecipientNotFound") => Obstacle::NoMailbox,
            Some(status) => Obstacle::of(status),
            None if words.starts_with("552") => Obstacle::Full,
            None if words.starts_with("553") => Obstacle::NoMailbox,
            None => Obstacle::Other,
        }
    }

    fn of(status: DeliveryStatus) -> Obstacle {
        match (status.subject, status.detail) {
            (1, 2) | (4, 4) | (1, 10) => Obstacle::NoDomain,
            (1, 0 | 1 | 3 | 4 | 6) => Obstacle::NoMailbox,
            (2, 1) => Obstacle::Closed,
            (2, 2) => Obstacle::Full,
            (2, 3) | (3, 4) => Obstacle::TooLarge,
            (4, 1 | 2 | 7) => Obstacle::Silent,
            (7, _) => Obstacle::Unwanted,
            _ => Obstacle::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_line_is_understood_by_its_code() {
        for (line, obstacle) in [
            (
                "550 5.1.1 Nobody of that name lives here",
                Obstacle::NoMailbox,
            ),
            (
                "550-5.1.1 The email account that you tried to reach does not exist.",
                Obstacle::NoMailbox,
            ),
            ("5.1.2 Host unknown", Obstacle::NoDomain),
            (
                "452 4.2.2 The account is over quota (see 2.5.1.0)",
                Obstacle::Full,
            ),
            ("552 Mailbox is full", Obstacle::Full),
            ("550 5.2.1 This mailbox is inactive", Obstacle::Closed),
            (
                "554 5.7.1 Message rejected as spam by 10.0.0.1",
                Obstacle::Unwanted,
            ),
            ("4.4.1 (Host does not respond)", Obstacle::Silent),
            ("550 no", Obstacle::Other),
            ("10.0.0.1 says no", Obstacle::Other),
            ("no answer: connection closed", Obstacle::Other),
        ] {
            assert_eq!(Obstacle::in_words(line), obstacle, "{line}");
        }
    }

    #[test]
    fn codes_are_three_numbers() {
        assert_eq!(
            DeliveryStatus::parse("5.7.26").map(|s| s.to_string()),
            Some("5.7.26".to_owned())
        );
        for text in [
            "", "5", "5.1", "5.1.1.1", "3.1.1", "5.1.1111", "5..1", "a.b.c", "127.0.0",
        ] {
            assert_eq!(DeliveryStatus::parse(text), None, "{text}");
        }
    }
}
