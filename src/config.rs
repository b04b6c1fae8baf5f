//! What the operator set, by flags or variables, each parsed once at the start.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use url::Url;

use crate::db::Address;
use crate::values::{Email, TrustedProxies};

/// Where mail goes that nobody said a way for.
const DEFAULT_MAIL: &str = "file://outbox";

/// What may hold a password.
const SECRETS: [&str; 4] = [
    "HAZIR_DATABASE",
    "HAZIR_MAIL",
    "HAZIR_BOUNCES",
    "HAZIR_MAIL_REPORT_TOKEN",
];

/// The end of the variable that names a file with the value in it.
const FROM_FILE: &str = "_FILE";

/// In characters.
const SHORTEST_TOKEN: usize = 16;

/// The flags that every command understands.
#[derive(Debug, Clone, Args)]
pub(crate) struct Flags {
    /// Where the data is: sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME [default: sqlite://hazir.db]
    #[arg(
        long,
        env = "HAZIR_DATABASE",
        global = true,
        value_name = "ADDRESS",
        hide_env_values = true
    )]
    pub database: Option<String>,
    /// The file with the key that seals links and mails in the database; made at the first start. Every program on one
    /// database needs the same [default: beside the database; with PostgreSQL ~/.local/state/hazir/hazir.key]
    #[arg(long, env = "HAZIR_KEY_FILE", global = true, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// Where to listen; port 0 picks a free one
    #[arg(
        long,
        env = "HAZIR_LISTEN",
        global = true,
        value_name = "ADDRESS",
        default_value = "127.0.0.1:8080"
    )]
    pub listen: String,
    /// The address people use, for links and mails [default: the listen address]
    #[arg(long, env = "HAZIR_PUBLIC_URL", global = true, value_name = "URL")]
    pub public_url: Option<String>,
    /// The proxies whose Forwarded and X-Forwarded-For are believed: addresses or networks between commas, or none
    /// [default: this machine's own]
    #[arg(
        long,
        env = "HAZIR_TRUSTED_PROXIES",
        global = true,
        value_name = "ADDRESSES"
    )]
    pub trusted_proxies: Option<String>,
    /// How mail leaves: file://FOLDER (one .eml a message), smtp:// or smtps://USER:PASSWORD@HOST:PORT
    /// [default: file://outbox]
    #[arg(
        long,
        env = "HAZIR_MAIL",
        global = true,
        value_name = "ADDRESS",
        hide_env_values = true
    )]
    pub mail: Option<String>,
    /// The sender of all mail, such as "Forum desk <desk@example.org>" [default: hazir@ the public host]; with
    /// "; return=desk+*@example.org" behind it each message comes back to an address of its own
    #[arg(long, env = "HAZIR_MAIL_FROM", global = true, value_name = "MAILBOX")]
    pub mail_from: Option<String>,
    /// Sign mail (DKIM) with this private key: a PEM file, RSA of 2048 bits or more, or Ed25519
    #[arg(long, env = "HAZIR_DKIM_KEY", global = true, value_name = "FILE")]
    pub dkim_key: Option<PathBuf>,
    /// The name under which the key is published: SELECTOR._domainkey of the sender's domain
    #[arg(
        long,
        env = "HAZIR_DKIM_SELECTOR",
        global = true,
        value_name = "SELECTOR"
    )]
    pub dkim_selector: Option<String>,
    /// The mailbox that mail comes back to: imaps://USER:PASSWORD@HOST/INBOX
    #[arg(
        long,
        env = "HAZIR_BOUNCES",
        global = true,
        value_name = "ADDRESS",
        hide_env_values = true
    )]
    pub bounces: Option<String>,
    /// What POST /api/mail/reports asks for: without it nobody may report what became of mail
    #[arg(
        long,
        env = "HAZIR_MAIL_REPORT_TOKEN",
        global = true,
        value_name = "TOKEN",
        hide_env_values = true
    )]
    pub mail_report_token: Option<String>,
    /// Whom people tell of a weakness they found: an e-mail address, or the https address of a page; it stands in
    /// /.well-known/security.txt
    #[arg(
        long,
        env = "HAZIR_SECURITY_CONTACT",
        global = true,
        value_name = "CONTACT"
    )]
    pub security_contact: Option<String>,
    /// Mails an hour that registrations from one network may cause; what is beyond waits for the desk
    #[arg(
        long,
        env = "HAZIR_STRANGER_MAILS_NETWORK",
        global = true,
        value_name = "MAILS",
        default_value_t = 300
    )]
    pub stranger_mails_network: u32,
    /// The same from all networks together
    #[arg(
        long,
        env = "HAZIR_STRANGER_MAILS",
        global = true,
        value_name = "MAILS",
        default_value_t = 2000
    )]
    pub stranger_mails: u32,
    /// Tell browsers for a year that every sub-domain of the public address is reached by https alone
    #[arg(long, env = "HAZIR_HSTS_SUBDOMAINS", global = true)]
    pub hsts_subdomains: bool,
    /// Serve /metrics to other addresses than the loopback one
    #[arg(long, env = "HAZIR_METRICS_PUBLIC", global = true)]
    pub metrics_public: bool,
    /// Passes for Apple Wallet: a folder with certificate.pem, key.pem and wwdr.pem
    #[arg(long, env = "HAZIR_APPLE_WALLET", global = true, value_name = "FOLDER")]
    pub apple_wallet: Option<PathBuf>,
    /// Passes for Google Wallet: the service account's JSON file, with "issuer_id" added
    #[arg(long, env = "HAZIR_GOOGLE_WALLET", global = true, value_name = "FILE")]
    pub google_wallet: Option<PathBuf>,
    /// A folder with fonts beside those in the program; `hazir fonts` says which are missing
    #[arg(long, env = "HAZIR_FONTS", global = true, value_name = "FOLDER")]
    pub fonts: Option<PathBuf>,
}

#[derive(Debug, Clone)]
pub(crate) struct Config {
    pub database: Address,
    pub key_file: PathBuf,
    pub listen: SocketAddr,
    /// As set; without it the address that was bound.
    pub public_url: Option<Url>,
    pub trusted_proxies: TrustedProxies,
    pub mail: String,
    pub mail_from: Option<String>,
    /// Key file and selector.
    pub dkim: Option<(PathBuf, String)>,
    pub bounces: Option<String>,
    pub mail_report_token: Option<String>,
    /// As a URI.
    pub security_contact: Option<String>,
    /// Mails an hour at the word of strangers: of one network, and of all.
    pub stranger_mails_network: u32,
    pub stranger_mails: u32,
    pub hsts_subdomains: bool,
    pub metrics_public: bool,
    pub apple_wallet: Option<PathBuf>,
    pub google_wallet: Option<PathBuf>,
    pub fonts: Option<PathBuf>,
}

impl Config {
    /// The error is a sentence for the operator.
    pub(crate) fn parse(flags: &Flags, default_database: &str) -> Result<Config, String> {
        let database = secret(&flags.database, "HAZIR_DATABASE")?;
        let database = database.as_deref().unwrap_or(default_database);
        let mail = secret(&flags.mail, "HAZIR_MAIL")?;
        let database = Address::parse(database).map_err(|error| error.to_string())?;
        let key_file = flags.key_file.clone();
        Ok(Config {
            key_file: key_file
                .filter(|file| !file.as_os_str().is_empty())
                .unwrap_or_else(|| default_key_file(&database)),
            database,
            listen: listen_address(&flags.listen)?,
            public_url: flags.public_url.as_deref().map(public_url).transpose()?,
            trusted_proxies: TrustedProxies::parse(given(&flags.trusted_proxies).as_deref())?,
            mail: mail.unwrap_or_else(|| DEFAULT_MAIL.to_owned()),
            mail_from: flags.mail_from.clone(),
            dkim: dkim(flags)?,
            bounces: secret(&flags.bounces, "HAZIR_BOUNCES")?,
            mail_report_token: mail_report_token(flags)?,
            security_contact: security_contact(flags)?,
            stranger_mails_network: flags.stranger_mails_network,
            stranger_mails: flags.stranger_mails,
            hsts_subdomains: flags.hsts_subdomains,
            metrics_public: flags.metrics_public,
            apple_wallet: flags.apple_wallet.clone(),
            google_wallet: flags.google_wallet.clone(),
            fonts: flags.fonts.clone(),
        })
    }
}

impl Config {
    /// That people come by a proxy whose word on who asks is not believed. A sentence.
    pub(crate) fn proxy_fault(&self) -> Option<String> {
        let url = self.public_url.as_ref()?;
        let is_heard = match self.listen.ip().is_loopback() {
            true => self.trusted_proxies.trusts_this_machine(),
            false => self.trusted_proxies.are_named,
        };
        // Hazir speaks plain HTTP: where people come by https, somebody stands in front.
        (url.scheme() == "https" && !is_heard).then(|| {
            format!(
                "People come to {url} by a proxy, and no proxy that reaches {} is trusted: everybody behind it counts as one; name it with --trusted-proxies.",
                self.listen
            )
        })
    }
}

/// Where the key is that nobody named: beside a SQLite database, else where programs of this user keep what is theirs.
fn default_key_file(database: &Address) -> PathBuf {
    match database {
        Address::Sqlite(file) => file.with_extension("key"),
        Address::Postgres(_) => state_folder().join("hazir.key"),
    }
}

/// Wherever a command is started, it finds what another one made: so it is not the working folder.
fn state_folder() -> PathBuf {
    let folder = |variable| {
        // Of several, systemd names the first one first.
        let folders = std::env::var_os(variable)?;
        std::env::split_paths(&folders)
            .next()
            .filter(|folder| !folder.as_os_str().is_empty())
    };
    folder("STATE_DIRECTORY")
        .or_else(|| Some(folder("XDG_STATE_HOME")?.join("hazir")))
        .or_else(|| Some(folder("HOME")?.join(".local/state/hazir")))
        .unwrap_or_default()
}

fn dkim(flags: &Flags) -> Result<Option<(PathBuf, String)>, String> {
    let key = flags
        .dkim_key
        .clone()
        .filter(|key| !key.as_os_str().is_empty());
    match (key, given(&flags.dkim_selector)) {
        (None, None) => Ok(None),
        (Some(key), Some(selector)) => Ok(Some((key, selector))),
        _ => Err("To sign mail, give both --dkim-key and --dkim-selector.".to_owned()),
    }
}

/// It is all that stands between anybody and the word that mail came back.
fn mail_report_token(flags: &Flags) -> Result<Option<String>, String> {
    match secret(&flags.mail_report_token, "HAZIR_MAIL_REPORT_TOKEN")? {
        Some(token) if token.len() < SHORTEST_TOKEN => Err(format!(
            "The token for reports on mail is too short; take {SHORTEST_TOKEN} characters or more."
        )),
        token => Ok(token),
    }
}

fn security_contact(flags: &Flags) -> Result<Option<String>, String> {
    let Some(typed) = given(&flags.security_contact) else {
        return Ok(None);
    };
    if let Ok(page) = Url::parse(&typed)
        && page.scheme() == "https"
    {
        return Ok(Some(page.into()));
    }
    match Email::parse(&typed) {
        Ok(email) => Ok(Some(format!("mailto:{}", email.ascii()))),
        Err(_) => Err(format!(
            "The security contact {typed:?} is neither an e-mail address nor the https:// address of a page."
        )),
    }
}

/// What holds a password is also read from a file, which the variable with `_FILE` at its end names: a command line can
/// be read by everybody on the machine, and variables are handed on. The error is a sentence without what is in it.
fn secret(told: &Option<String>, variable: &str) -> Result<Option<String>, String> {
    let from_file = format!("{variable}{FROM_FILE}");
    let Some(file) = given(&std::env::var(&from_file).ok()) else {
        return Ok(given(told));
    };
    if given(told).is_some() {
        return Err(format!(
            "Both {variable} (or its flag) and {from_file} are set; leave one of them."
        ));
    }
    let text = std::fs::read_to_string(&file)
        .map_err(|error| format!("The file {file} of {from_file} cannot be read: {error}."))?;
    match given(&Some(text)) {
        Some(text) if !text.contains('\n') => Ok(Some(text)),
        _ => Err(format!(
            "The file {file} of {from_file} does not hold one line with the value."
        )),
    }
}

/// The files that secrets were read from.
pub(crate) fn secret_files() -> Vec<PathBuf> {
    let files = SECRETS
        .iter()
        .filter_map(|variable| given(&std::env::var(format!("{variable}{FROM_FILE}")).ok()));
    files.map(PathBuf::from).collect()
}

/// A variable that is set to nothing is not set.
fn given(text: &Option<String>) -> Option<String> {
    let text = text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    text.map(str::to_owned)
}

fn listen_address(text: &str) -> Result<SocketAddr, String> {
    use std::net::ToSocketAddrs;
    text.to_socket_addrs()
        .ok()
        .and_then(|mut addresses| addresses.next())
        .ok_or_else(|| {
            format!("The listen address {text:?} is not HOST:PORT, such as 127.0.0.1:8080.")
        })
}

fn public_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|_| {
        format!("The public address {text:?} is not a URL, such as https://forum.example.org.")
    })?;
    let plain = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() || !plain {
        return Err(format!(
            "The public address {text:?} must be http:// or https:// with a host and nothing behind it."
        ));
    }
    Ok(url)
}
