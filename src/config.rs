//! What the operator set, by flags or variables, each parsed once at the start.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use url::Url;

use crate::db::Address;

/// The flags that every command understands.
#[derive(Debug, Clone, Args)]
pub struct Flags {
    /// Where the data is: sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME [default: sqlite://hazir.db]
    #[arg(
        long,
        env = "HAZIR_DATABASE",
        global = true,
        value_name = "ADDRESS",
        hide_env_values = true
    )]
    pub database: Option<String>,
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
    /// How mail leaves: file://FOLDER (one .eml a message), smtp:// or smtps://USER:PASSWORD@HOST:PORT
    #[arg(
        long,
        env = "HAZIR_MAIL",
        global = true,
        value_name = "ADDRESS",
        default_value = "file://outbox",
        hide_env_values = true
    )]
    pub mail: String,
    /// The sender of all mail, such as "Forum desk <desk@example.org>" [default: hazir@ the public host]
    #[arg(long, env = "HAZIR_MAIL_FROM", global = true, value_name = "MAILBOX")]
    pub mail_from: Option<String>,
    /// Serve /metrics to other addresses than the loopback one
    #[arg(long, env = "HAZIR_METRICS_PUBLIC", global = true)]
    pub metrics_public: bool,
    /// Passes for Apple Wallet: a folder with certificate.pem, key.pem and wwdr.pem
    #[arg(long, env = "HAZIR_APPLE_WALLET", global = true, value_name = "FOLDER")]
    pub apple_wallet: Option<PathBuf>,
    /// Passes for Google Wallet: the service account's JSON file, with "issuer_id" added
    #[arg(long, env = "HAZIR_GOOGLE_WALLET", global = true, value_name = "FILE")]
    pub google_wallet: Option<PathBuf>,
}

#[derive(Debug, Clone)]
pub struct Config {
    pub database: Address,
    pub listen: SocketAddr,
    /// As set; without it the address that was bound.
    pub public_url: Option<Url>,
    pub mail: String,
    pub mail_from: Option<String>,
    pub metrics_public: bool,
    pub apple_wallet: Option<PathBuf>,
    pub google_wallet: Option<PathBuf>,
}

impl Config {
    /// The error is a sentence for the operator.
    pub fn parse(flags: &Flags, default_database: &str) -> Result<Config, String> {
        let database = flags.database.as_deref().unwrap_or(default_database);
        Ok(Config {
            database: Address::parse(database).map_err(|error| error.to_string())?,
            listen: listen_address(&flags.listen)?,
            public_url: flags.public_url.as_deref().map(public_url).transpose()?,
            mail: flags.mail.clone(),
            mail_from: flags.mail_from.clone(),
            metrics_public: flags.metrics_public,
            apple_wallet: flags.apple_wallet.clone(),
            google_wallet: flags.google_wallet.clone(),
        })
    }
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
