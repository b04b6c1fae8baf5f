//! What every mail of one running program has in common.

use std::sync::Arc;

use lettre::message::Mailbox;
use url::{Host, Url};

use super::{Dkim, ReturnPath};
use crate::values::{ReturnMark, SealingKey};

/// Who mail comes from, the host that its ids name, and the key with which it is kept.
#[derive(Clone)]
pub struct Letterhead {
    from: Mailbox,
    host: String,
    returns: Option<ReturnPath>,
    dkim: Option<Arc<Dkim>>,
    key: SealingKey,
}

impl Letterhead {
    /// From `--mail-from`, such as `Hazir <hazir@example.org>`, or with a return path for each message
    /// `Hazir <hazir@example.org>; return=hazir+*@example.org`; without it, `hazir@` and the host of the public
    /// address. The error is a sentence.
    pub fn new(
        mail_from: Option<&str>,
        public_url: &Url,
        key: SealingKey,
    ) -> Result<Letterhead, String> {
        let host = public_url.host_str().unwrap_or("localhost").to_owned();
        let domain = match public_url.host() {
            Some(Host::Ipv4(address)) => format!("[{address}]"),
            Some(Host::Ipv6(address)) => format!("[IPv6:{address}]"),
            _ => host.clone(),
        };
        let (mailbox, returns) = match mail_from.and_then(|text| text.rsplit_once("; return=")) {
            Some((mailbox, path)) => (Some(mailbox), Some(ReturnPath::parse(path.trim())?)),
            None => (mail_from, None),
        };
        let from = match mailbox.map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) => parsed(text)?,
            None => Mailbox::new(None, lettre::Address::new_dangerous("hazir", domain)),
        };
        Ok(Letterhead {
            from,
            host,
            returns,
            dkim: None,
            key,
        })
    }

    /// With a signature on every mail.
    pub fn signing(mut self, dkim: Dkim) -> Letterhead {
        self.dkim = Some(Arc::new(dkim));
        self
    }

    pub fn dkim(&self) -> Option<&Arc<Dkim>> {
        self.dkim.as_ref()
    }

    /// What mails are sealed with while they are kept, and the links that stand in them.
    pub fn key(&self) -> &SealingKey {
        &self.key
    }

    /// The address that mail comes from.
    pub fn sender(&self) -> &lettre::Address {
        &self.from.email
    }

    /// How each message has a return path of its own, if it has.
    pub fn returns(&self) -> Option<&ReturnPath> {
        self.returns.as_ref()
    }

    /// The address that mail servers are told as the sender, where this message would come back to.
    pub(super) fn return_path(&self, message: i64, message_id: &str) -> lettre::Address {
        let mark = ReturnMark::of(message, message_id);
        match self.returns.as_ref().zip(mark) {
            Some((path, mark)) => path.with(&mark),
            None => self.sender().clone(),
        }
    }

    /// What a return path looks like; nothing comes back to it.
    pub fn example_of_a_return_path(&self) -> lettre::Address {
        self.return_path(0, "00000000-0000-7000-8000-000000000000@")
    }

    /// The host of the public address.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The sender as people see it: under its own name, or else under the forum's.
    pub(super) fn sender_as(&self, title: &str) -> Mailbox {
        let mut from = self.from.clone();
        from.name.get_or_insert_with(|| title.to_owned());
        from
    }
}

fn parsed(text: &str) -> Result<Mailbox, String> {
    text.parse()
        .ok()
        .filter(|mailbox: &Mailbox| mailbox.email.to_string().is_ascii())
        .ok_or_else(|| {
            format!("The sender “{text}” is not an e-mail address such as hazir@example.org or Hazir <hazir@example.org>.")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letterhead(from: Option<&str>, url: &str) -> Result<Letterhead, String> {
        Letterhead::new(from, &url.parse().unwrap(), SealingKey::random())
    }

    #[test]
    fn the_sender_has_a_name_or_takes_the_forums() {
        let named = letterhead(Some("Hazir <hazir@example.org>"), "https://forum.example").unwrap();
        assert_eq!(
            named.sender_as("Forum").to_string(),
            "Hazir <hazir@example.org>"
        );
        let bare = letterhead(Some("hazir@localhost"), "https://forum.example").unwrap();
        assert_eq!(
            bare.sender_as("Forum").to_string(),
            "Forum <hazir@localhost>"
        );
        assert_eq!(bare.host(), "forum.example");
    }

    #[test]
    fn without_one_it_is_the_public_host() {
        let sender = |url| letterhead(None, url).unwrap().sender().to_string();
        assert_eq!(sender("https://forum.example"), "hazir@forum.example");
        assert_eq!(sender("http://127.0.0.1:8080"), "hazir@[127.0.0.1]");
        assert_eq!(sender("http://localhost:8080"), "hazir@localhost");
    }

    #[test]
    fn refuses_what_is_no_address() {
        for text in [
            "hazir",
            "Hazir <hazir>",
            "a@b\r\nBcc: c@example.org",
            "şəhla@example.org",
            "Hazir <hazir@example.org>; return=hazir@example.org",
        ] {
            assert!(
                letterhead(Some(text), "https://forum.example").is_err(),
                "{text}"
            );
        }
    }
}
