//! `hazir check`: what is wrong with the configuration, in sentences. Changes nothing.

mod dns;
mod sender;

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use dns::Resolver;
use url::Url;

use super::{Failure, key_file, serve};
use crate::clock;
use crate::config::{self, Config};
use crate::db::{self, Address};
use crate::i18n::dates;
use crate::mail::{Letterhead, Mailbox, Transport};
use crate::private;
use crate::server::{self, files};
use crate::values::{Language, SealingKey};
use crate::wallets::Wallets;

/// What has to fit on the disk beside what is there: some thousand registrations with their letters.
const ROOM_BYTES: usize = 64 << 20;
/// The program was not written before this; a clock that says so is wrong.
const FIRST_YEAR: i32 = 2026;

/// What is wrong; `None` where there is nothing to look at.
type Faults = Option<Vec<String>>;

pub(super) fn run(config: &Config, resolver: Option<&str>) -> Result<(), Failure> {
    let checks = [
        ("database", Some(db::faults(&config.database))),
        ("files", Some(file_faults(config))),
        ("key", Some(key_faults(config))),
        ("mail server", Some(mail_faults(config))),
        ("sender", sender_faults(config, resolver)),
        ("returned mail", bounce_faults(config)),
        ("return path", return_path_faults(config)),
        ("wallets", wallet_faults(config)),
        ("address", Some(address_faults(config))),
        ("proxy", Some(config.proxy_fault().into_iter().collect())),
        ("open files", Some(files::faults())),
        ("disk", Some(disk_faults(config))),
        ("clock", Some(clock_faults())),
    ];
    let mut wrong = Vec::new();
    for (name, faults) in checks {
        let Some(faults) = faults else { continue };
        if faults.is_empty() {
            println!("{name}: good");
            continue;
        }
        wrong.push(name);
        faults.iter().for_each(|fault| println!("{name}: {fault}"));
    }
    match wrong.as_slice() {
        [] => Ok(()),
        names => Err(Failure::Failed(format!(
            "Something is wrong with: {}.",
            names.join(", ")
        ))),
    }
}

/// What others on this machine can open, and what they can read of how the program was started.
fn file_faults(config: &Config) -> Vec<String> {
    let mut faults: Vec<String> = config
        .database
        .files()
        .iter()
        .filter_map(|file| private::fault(file))
        .collect();
    if let Some(folder) = config.mail.strip_prefix("file://") {
        faults.extend(private::folder_faults(Path::new(folder)));
    }
    faults.extend(
        config::secret_files()
            .iter()
            .filter_map(|file| private::fault(file)),
    );
    faults.extend(secrets_on_the_command_line());
    faults
}

/// Whoever is on this machine can read with which arguments a program was started.
fn secrets_on_the_command_line() -> Option<String> {
    let holds_password = |argument: String| {
        let address = argument
            .split_once('=')
            .map_or(&*argument, |(flag, value)| match flag.starts_with("--") {
                true => value,
                false => &argument,
            });
        Url::parse(address).is_ok_and(|url| url.password().is_some())
    };
    std::env::args().any(holds_password).then(|| {
        "A password stands on the command line, where others on this machine can read it; put the address into a file and name that (HAZIR_DATABASE_FILE, HAZIR_MAIL_FILE, HAZIR_BOUNCES_FILE).".to_owned()
    })
}

/// Whether the key is there that opens what is sealed, and where it is.
fn key_faults(config: &Config) -> Vec<String> {
    let path = &config.key_file;
    let faults = key_file::faults(config).unwrap_or_else(|sentence| vec![sentence]);
    if faults.is_empty() && path.exists() {
        println!(
            "key: {} opens the links and mails in the database; keep a copy of it, apart from the database's backups",
            path.display()
        );
    }
    faults
}

fn mail_faults(config: &Config) -> Vec<String> {
    let faults = letterhead(config).and_then(|letterhead| {
        let transport = Transport::parse(&config.mail, letterhead.host())?;
        Ok(transport.faults(&letterhead.example_of_a_return_path()))
    });
    faults.unwrap_or_else(|sentence| vec![sentence])
}

/// Only a mail server asks for the names of the sender's domain: what goes into a folder is somebody else's to send.
fn sender_faults(config: &Config, resolver: Option<&str>) -> Faults {
    let letterhead = letterhead(config).ok()?;
    let domain = letterhead.sender().domain();
    if config.mail.starts_with("file://") || !domain.contains('.') || domain.starts_with('[') {
        return None;
    }
    let dkim = letterhead.dkim().map(|dkim| &**dkim);
    let returns = letterhead.returns().map_or(domain, |path| path.domain());
    let faults =
        Resolver::new(resolver).map(|resolver| sender::faults(domain, returns, dkim, &resolver));
    Some(faults.unwrap_or_else(|sentence| vec![sentence]))
}

fn bounce_faults(config: &Config) -> Faults {
    let Some(address) = config.bounces.as_deref() else {
        // What goes into a folder is somebody else's to send, and to take back.
        let is_ours = !config.mail.starts_with("file://");
        let nobody = "Nobody reads what comes back: who cannot be reached by mail, or calls it spam, stays unknown. Name the sender's mailbox with --bounces, or have the mail server post what it is given back to /api/mail/reports (--mail-report-token).";
        return (is_ours && config.mail_report_token.is_none()).then(|| vec![nobody.to_owned()]);
    };
    let mailbox = Mailbox::parse(address);
    Some(mailbox.map_or_else(|sentence| vec![sentence], |mailbox| mailbox.faults()))
}

/// Only where mail that comes back is read does it matter where it comes back to.
fn return_path_faults(config: &Config) -> Faults {
    let is_read = config.bounces.is_some() || config.mail_report_token.is_some();
    if !is_read || config.mail.starts_with("file://") {
        return None;
    }
    let letterhead = letterhead(config).ok()?;
    let sender = letterhead.sender();
    let missing = letterhead.returns().is_none().then(|| {
        format!(
            "All mail comes back to {sender}, and about half of what is returned does not say which e-mail it is about. Where your mail server delivers {user}+anything@{domain} as well, end --mail-from with “; return={user}+*@{domain}”.",
            user = sender.user(),
            domain = sender.domain()
        )
    });
    Some(missing.into_iter().collect())
}

fn letterhead(config: &Config) -> Result<Letterhead, String> {
    let public_url = match &config.public_url {
        Some(url) => url.clone(),
        None => Url::parse("http://localhost").map_err(|error| error.to_string())?,
    };
    // Nothing is kept of what is written here.
    serve::letterhead(config, &public_url, SealingKey::random())
}

/// Long enough to have Apple issue the next certificate.
const SOON: TimeDelta = TimeDelta::days(30);

fn wallet_faults(config: &Config) -> Faults {
    if config.apple_wallet.is_none() && config.google_wallet.is_none() {
        return None;
    }
    let apple = Wallets::open(config.apple_wallet.as_deref(), None);
    let google = Wallets::open(None, config.google_wallet.as_deref());
    let ends = apple.as_ref().ok().and_then(certificate_ends);
    Some(
        [apple.err(), google.err(), ends]
            .into_iter()
            .flatten()
            .collect(),
    )
}

/// That the certificate for passes has ended, or will before long.
fn certificate_ends(wallets: &Wallets) -> Option<String> {
    let until = wallets.apple.as_ref()?.valid_until();
    let now = clock::now();
    let day = dates::date(Language::En, until.date());
    if until <= now {
        Some(format!(
            "The certificate for Apple Wallet ended on {day}: passes are no longer offered."
        ))
    } else if until - now < SOON {
        Some(format!(
            "The certificate for Apple Wallet ends on {day}; renew it before."
        ))
    } else {
        println!("wallets: the certificate for Apple Wallet is valid until {day}");
        None
    }
}

fn address_faults(config: &Config) -> Vec<String> {
    let mut faults: Vec<String> = server::bind(config.listen).err().into_iter().collect();
    match &config.public_url {
        None if !config.listen.ip().is_loopback() => {
            let listen = config.listen;
            faults.push(format!("Links in mails would lead to http://{listen}; name the address people use with --public-url."));
        }
        Some(url) if url.scheme() == "http" && !is_loopback(url) => {
            faults.push(format!("{url} is not https: browsers give the door no camera there, and everything can be read on its way."));
        }
        _ => {}
    }
    faults
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn disk_faults(config: &Config) -> Vec<String> {
    let mut folders = Vec::new();
    if let Address::Sqlite(file) = &config.database {
        folders.push(
            file.parent()
                .filter(|folder| *folder != Path::new(""))
                .unwrap_or(Path::new("."))
                .to_owned(),
        );
    }
    if let Some(folder) = config.mail.strip_prefix("file://") {
        folders.push(existing(PathBuf::from(folder)));
    }
    folders.dedup();
    folders
        .iter()
        .filter_map(|folder| {
            write_much(folder)
                .err()
                .map(|error| format!("Cannot write to {}: {error}.", folder.display()))
        })
        .collect()
}

/// The outbox is made when the program starts: until then what counts is the folder it will be made in.
fn existing(mut folder: PathBuf) -> PathBuf {
    while !folder.exists() && folder.pop() {}
    if folder == Path::new("") {
        PathBuf::from(".")
    } else {
        folder
    }
}

/// A file that vanishes by itself: a full disk, or one that cannot be written, shows here.
fn write_much(folder: &Path) -> std::io::Result<()> {
    let mut file = tempfile::tempfile_in(folder)?;
    let block = vec![1; 1 << 20];
    for _ in 0..ROOM_BYTES / block.len() {
        file.write_all(&block)?;
    }
    file.sync_all()
}

fn clock_faults() -> Vec<String> {
    let now = clock::now();
    let early = chrono::Datelike::year(&now) < FIRST_YEAR;
    early
        .then(|| {
            format!(
                "This machine's clock says {}; set it right.",
                clock::rfc3339(now)
            )
        })
        .into_iter()
        .collect()
}
