use std::net::IpAddr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::Mail;
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use url::{Host, Url};
use x509_cert::Certificate;
use x509_cert::der::Decode;

/// Whoever starts the program waits for the check.
const PATIENCE_OF_A_CHECK: Duration = Duration::from_secs(5);
/// A certificate that ends so soon is said.
const FEW_DAYS: u64 = 14;
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

/// A mail server and how to talk to it.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    host: String,
    port: u16,
    tls: Tls,
    login: Option<Credentials>,
    hello: ClientId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tls {
    /// From the first byte: `smtps://`.
    Wrapped,
    /// STARTTLS or nothing: for every server elsewhere, unless the operator says otherwise.
    Required,
    /// STARTTLS where the server offers it: `?tls=offered`.
    WhenOffered,
    /// Never: `?tls=none`, and on the same machine, where nobody listens and servers often carry a certificate that
    /// nobody signed.
    None,
}

impl Server {
    /// From `smtp://user:password@host:port?tls=offered`. The port is 465 for `smtps://`, else 587 with a user and
    /// 25 without.
    pub(in crate::mail) fn parse(address: &str, public_host: &str) -> Result<Server, String> {
        let url = Url::parse(address)
            .map_err(|error| format!("The mail server's address cannot be read: {error}."))?;
        let host = match url.host() {
            Some(Host::Domain(name)) if !name.is_empty() => name.to_owned(),
            Some(Host::Ipv4(address)) => address.to_string(),
            Some(Host::Ipv6(address)) => address.to_string(),
            _ => {
                return Err(
                    "The mail server's address lacks a host, such as smtp://localhost:25."
                        .to_owned(),
                );
            }
        };
        let login = login(&url)?;
        let tls = tls(&url, &host)?;
        let usual_port = match (tls, &login) {
            (Tls::Wrapped, _) => 465,
            (_, Some(_)) => 587,
            (_, None) => 25,
        };
        Ok(Server {
            host,
            port: url.port().unwrap_or(usual_port),
            tls,
            login,
            hello: greeting(public_host),
        })
    }

    pub(in crate::mail) fn check(&self) -> Result<(), String> {
        match self.connect(PATIENCE_OF_A_CHECK) {
            Ok(mut connection) => {
                // A server that took the greeting is fine, however it says good-bye.
                let _ = connection.quit();
                Ok(())
            }
            Err(reason) => Err(format!(
                "The mail server {}:{} cannot be used: {reason}.",
                self.host, self.port
            )),
        }
    }

    /// What is wrong with it as far as can be seen without sending anything.
    pub(in crate::mail) fn faults(&self, sender: &Address) -> Vec<String> {
        let place = format!("{}:{}", self.host, self.port);
        let mut faults = Vec::new();
        if !self.is_this_machine() && matches!(self.tls, Tls::WhenOffered | Tls::None) {
            faults.push(format!(
                "The mail server {place} may be talked to without encryption (?tls=none or ?tls=offered): whoever stands on the way can read what is in the mails."
            ));
        }
        let mut connection = match self.connect(PATIENCE_OF_A_CHECK) {
            Ok(connection) => connection,
            Err(reason) => {
                faults.push(format!("The mail server {place} cannot be used: {reason}."));
                return faults;
            }
        };
        if let Some(days) = connection
            .peer_certificate()
            .ok()
            .and_then(|der| days_left(&der))
            && days < FEW_DAYS
        {
            faults.push(format!(
                "The certificate of the mail server {place} ends in {days} days; after that no mail leaves."
            ));
        }
        if let Err(error) = connection.command(Mail::new(Some(sender.clone()), Vec::new())) {
            faults.push(format!(
                "The mail server {place} takes no mail from {sender}: {}.",
                words(error)
            ));
        }
        // A server that has said what we wanted to know is fine, however it says good-bye.
        let _ = connection.quit();
        faults
    }

    /// Connects, encrypts, signs in, and waits for each answer as long as told. The error is the server's words or
    /// the system's.
    pub(super) fn connect(&self, patience: Duration) -> Result<SmtpConnection, String> {
        let wrapped = match self.tls {
            Tls::Wrapped => Some(self.tls_parameters()?),
            _ => None,
        };
        let place = (self.host.as_str(), self.port);
        let mut connection =
            SmtpConnection::connect(place, Some(patience), &self.hello, wrapped.as_ref(), None)
                .map_err(words)?;
        self.encrypt(&mut connection)?;
        if let Some(login) = &self.login {
            if !connection.is_encrypted() && self.tls != Tls::None {
                return Err("it offers no encryption, and the password is not sent without (?tls=none sends it)".to_owned());
            }
            connection.auth(&MECHANISMS, login).map_err(words)?;
        }
        Ok(connection)
    }

    fn encrypt(&self, connection: &mut SmtpConnection) -> Result<(), String> {
        match self.tls {
            Tls::Required if !connection.can_starttls() => {
                return Err("it offers no encryption (?tls=none does without)".to_owned());
            }
            Tls::Required => {}
            Tls::WhenOffered if connection.can_starttls() => {}
            Tls::WhenOffered | Tls::None | Tls::Wrapped => return Ok(()),
        }
        connection
            .starttls(&self.tls_parameters()?, &self.hello)
            .map_err(|error| format!("{} (?tls=none does without encryption)", words(error)))
    }

    fn tls_parameters(&self) -> Result<TlsParameters, String> {
        TlsParameters::new_rustls(self.host.clone()).map_err(words)
    }

    fn is_this_machine(&self) -> bool {
        is_this_machine(&self.host)
    }
}

fn is_this_machine(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// An answer's code and text as the server gave them, or what the system says instead.
pub(super) fn words(error: Error) -> String {
    let source = std::error::Error::source(&error).map(|source| source.to_string());
    match (error.status(), source) {
        (Some(code), Some(text)) => format!("{code} {text}"),
        (Some(code), None) => code.to_string(),
        (None, Some(text)) => text,
        (None, None) => error.to_string(),
    }
}

/// Until a certificate ends.
fn days_left(der: &[u8]) -> Option<u64> {
    let certificate = Certificate::from_der(der).ok()?;
    let ends = certificate.tbs_certificate.validity.not_after;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(ends.to_unix_duration().saturating_sub(now).as_secs() / 86400)
}

fn login(url: &Url) -> Result<Option<Credentials>, String> {
    let decoded = |text: &str| {
        percent_decode_str(text)
            .decode_utf8()
            .map(|text| text.into_owned())
            .map_err(|_| "User and password of the mail server must be UTF-8.".to_owned())
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) if !user.is_empty() => {
            Ok(Some(Credentials::new(decoded(user)?, decoded(password)?)))
        }
        _ => Err(
            "The mail server's address needs both a user and a password, or neither.".to_owned(),
        ),
    }
}

fn tls(url: &Url, host: &str) -> Result<Tls, String> {
    let wish = url
        .query_pairs()
        .find(|(key, _)| key == "tls")
        .map(|(_, value)| value.into_owned());
    match (url.scheme(), wish.as_deref()) {
        ("smtps", None | Some("required")) => Ok(Tls::Wrapped),
        ("smtp", None) if is_this_machine(host) => Ok(Tls::None),
        ("smtp", None | Some("required")) => Ok(Tls::Required),
        ("smtp", Some("offered")) => Ok(Tls::WhenOffered),
        ("smtp", Some("none")) => Ok(Tls::None),
        _ => Err(
            "The mail server's option tls is required, offered or none (smtps:// is always encrypted)."
                .to_owned(),
        ),
    }
}

fn greeting(public_host: &str) -> ClientId {
    match public_host.trim_matches(['[', ']']).parse() {
        Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
        Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
        Err(_) => ClientId::Domain(public_host.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(address: &str) -> Server {
        Server::parse(address, "forum.example").unwrap()
    }

    #[test]
    fn ports_and_encryption_follow_from_the_address() {
        for (address, port, tls) in [
            ("smtp://mail.example", 25, Tls::Required),
            ("smtp://user:pass@mail.example", 587, Tls::Required),
            ("smtp://mail.example?tls=offered", 25, Tls::WhenOffered),
            ("smtp://localhost", 25, Tls::None),
            ("smtp://[::1]?tls=required", 25, Tls::Required),
            ("smtp://mail.example:2525?tls=none", 2525, Tls::None),
            ("smtp://mail.example/?tls=required", 25, Tls::Required),
            ("smtps://user:pass@mail.example", 465, Tls::Wrapped),
        ] {
            let server = parse(address);
            assert_eq!((server.port, server.tls), (port, tls), "{address}");
        }
        assert_eq!(parse("smtp://[::1]:25").host, "::1");
    }

    #[test]
    fn user_and_password_may_hold_anything() {
        let server = parse("smtp://me%40example.org:p%40ss+w%2Fo%25rd%3D%26@mail.example");
        let wanted = Credentials::new("me@example.org".to_owned(), "p@ss+w/o%rd=&".to_owned());
        assert_eq!(server.login, Some(wanted));
    }

    #[test]
    fn says_what_is_wrong_with_an_address() {
        for address in [
            "smtp://",
            "smtp://user@mail.example",
            "smtp://:pass@mail.example",
            "smtp://mail.example?tls=perhaps",
            "smtps://mail.example?tls=none",
            "smtp://mail.example:99999",
        ] {
            let error = Server::parse(address, "forum.example").unwrap_err();
            assert!(error.ends_with('.'), "{address}: {error}");
        }
    }
}
