use std::net::{IpAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use url::{Host, Url};

use super::imap::{Conversation, Line};

const USUALLY_EVERY: Duration = Duration::from_secs(120);
/// For the connection and for each answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A mailbox on an IMAP server.
#[derive(Clone)]
pub(crate) struct Mailbox {
    host: String,
    port: u16,
    is_encrypted: bool,
    user: String,
    password: String,
    pub(super) folder: String,
    pub(super) every: Duration,
}

impl Mailbox {
    /// From `imaps://user:password@host:port/INBOX?every=120`, or `imap://…?tls=none`. The error is a sentence.
    pub(crate) fn parse(address: &str) -> Result<Mailbox, String> {
        let url = Url::parse(address)
            .map_err(|error| format!("The address of the mailbox cannot be read: {error}."))?;
        let host = match url.host() {
            Some(Host::Domain(name)) if !name.is_empty() => name.to_owned(),
            Some(Host::Ipv4(address)) => address.to_string(),
            Some(Host::Ipv6(address)) => address.to_string(),
            _ => return Err(EXAMPLE.to_owned()),
        };
        let is_encrypted = match url.scheme() {
            "imaps" => true,
            // A password goes over no network in the open, unless the operator says so.
            "imap" if is_this_machine(&host) || does_without_tls(&url) => false,
            _ => return Err(EXAMPLE.to_owned()),
        };
        let (user, password) = (url.username(), url.password().unwrap_or_default());
        if user.is_empty() || password.is_empty() {
            return Err("The address of the mailbox lacks its user or password.".to_owned());
        }
        let folder = match url.path().trim_matches('/') {
            "" => "INBOX".to_owned(),
            folder => decoded(folder)?,
        };
        Ok(Mailbox {
            port: url.port().unwrap_or(if is_encrypted { 993 } else { 143 }),
            host,
            is_encrypted,
            user: decoded(user)?,
            password: decoded(password)?,
            folder,
            every: every(&url)?,
        })
    }

    /// What is wrong with it, in sentences: that it cannot be read, or others can read it too.
    pub(crate) fn faults(&self) -> Vec<String> {
        let open = (!self.is_encrypted && !is_this_machine(&self.host)).then(|| {
            format!(
                "The mailbox on {} is read without encryption (?tls=none): whoever stands on the way can read its password and what is in it.",
                self.host
            )
        });
        open.into_iter().chain(self.check().err()).collect()
    }

    /// Whether it can be read; the error is a sentence.
    fn check(&self) -> Result<(), String> {
        let read = self.open().and_then(|mut conversation| {
            conversation.select(&self.folder)?;
            conversation.end();
            Ok(())
        });
        read.map_err(|reason| {
            format!(
                "The mailbox {} on {}:{} cannot be read: {reason}.",
                self.folder, self.host, self.port
            )
        })
    }

    /// Connects and signs in. The error is the server's words or the system's.
    pub(super) fn open(&self) -> Result<Conversation, String> {
        let mut conversation = Conversation::begin(self.connect()?)?;
        conversation.sign_in(&self.user, &self.password)?;
        Ok(conversation)
    }

    fn connect(&self) -> Result<Box<dyn Line>, String> {
        let addresses = (self.host.as_str(), self.port)
            .to_socket_addrs()
            .map_err(|error| error.to_string())?;
        let mut failure = "the name leads to no address".to_owned();
        for address in addresses {
            match TcpStream::connect_timeout(&address, PATIENCE) {
                Ok(stream) => return self.encrypted(stream),
                Err(error) => failure = error.to_string(),
            }
        }
        Err(failure)
    }

    fn encrypted(&self, stream: TcpStream) -> Result<Box<dyn Line>, String> {
        let patience = Some(PATIENCE);
        stream
            .set_read_timeout(patience)
            .and_then(|()| stream.set_write_timeout(patience))
            .map_err(|error| error.to_string())?;
        if !self.is_encrypted {
            return Ok(Box::new(stream));
        }
        let name = ServerName::try_from(self.host.clone()).map_err(|error| error.to_string())?;
        let connection =
            ClientConnection::new(Arc::new(trust()?), name).map_err(|error| error.to_string())?;
        Ok(Box::new(StreamOwned::new(connection, stream)))
    }
}

const EXAMPLE: &str = "The mailbox must be an address such as imaps://user:password@mail.example.org/INBOX (imap:// to this machine, or with ?tls=none).";

/// The machine's own certificate authorities, or those of `SSL_CERT_FILE`.
fn trust() -> Result<ClientConfig, String> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

fn is_this_machine(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

fn does_without_tls(url: &Url) -> bool {
    url.query_pairs()
        .any(|(key, value)| key == "tls" && value == "none")
}

fn decoded(text: &str) -> Result<String, String> {
    percent_decode_str(text)
        .decode_utf8()
        .map(|text| text.into_owned())
        .map_err(|_| "User, password and folder of the mailbox must be UTF-8.".to_owned())
}

fn every(url: &Url) -> Result<Duration, String> {
    let Some((_, seconds)) = url.query_pairs().find(|(key, _)| key == "every") else {
        return Ok(USUALLY_EVERY);
    };
    match seconds.parse() {
        Ok(seconds) if seconds > 0 => Ok(Duration::from_secs(seconds)),
        _ => Err("The mailbox is read every so many seconds: ?every=120.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_where_and_how_often() {
        let mailbox =
            Mailbox::parse("imaps://me%40example.org:p%40ss@mail.example/Back/Mail?every=30")
                .unwrap();
        assert_eq!(
            (mailbox.user.as_str(), mailbox.password.as_str()),
            ("me@example.org", "p@ss")
        );
        assert_eq!((mailbox.port, mailbox.folder.as_str()), (993, "Back/Mail"));
        assert_eq!(mailbox.every, Duration::from_secs(30));
        let open = Mailbox::parse("imap://me:pass@mail.example?tls=none").unwrap();
        assert!(!open.is_encrypted);
        let near = Mailbox::parse("imap://me:pass@127.0.0.1:1143").unwrap();
        assert_eq!((near.port, near.folder.as_str()), (1143, "INBOX"));
    }

    #[test]
    fn says_what_is_wrong_with_an_address() {
        for address in [
            "mail.example",
            "imap://me:pass@mail.example",
            "imaps://mail.example",
            "imaps://me@mail.example",
            "imaps://me:pass@mail.example?every=0",
            "https://me:pass@mail.example",
        ] {
            let error = Mailbox::parse(address).err().unwrap();
            assert!(error.ends_with(['.', ')']), "{address}: {error}");
            assert!(!error.contains("pass@"), "{error}");
        }
    }
}
