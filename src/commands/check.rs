//! `hazir check`: what is wrong with the configuration, in sentences. Changes nothing.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use super::Failure;
use crate::clock;
use crate::config::Config;
use crate::db::{self, Address};
use crate::i18n::dates;
use crate::mail::Transport;
use crate::server;
use crate::values::Language;
use crate::wallets::Wallets;

/// What has to fit on the disk beside what is there: some thousand registrations with their letters.
const ROOM_BYTES: usize = 64 << 20;
/// The program was not written before this; a clock that says so is wrong.
const FIRST_YEAR: i32 = 2026;

type Check = (&'static str, fn(&Config) -> Vec<String>);

const CHECKS: [Check; 6] = [
    ("database", db_faults),
    ("mail server", mail_faults),
    ("wallets", wallet_faults),
    ("address", address_faults),
    ("disk", disk_faults),
    ("clock", clock_faults),
];

pub fn run(config: &Config) -> Result<(), Failure> {
    let mut wrong = Vec::new();
    for (name, check) in CHECKS {
        let faults = check(config);
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

fn db_faults(config: &Config) -> Vec<String> {
    db::faults(&config.database)
}

fn mail_faults(config: &Config) -> Vec<String> {
    let host = config
        .public_url
        .as_ref()
        .and_then(|url| url.host_str())
        .unwrap_or("localhost");
    let checked = Transport::parse(&config.mail, host).and_then(|transport| transport.check());
    checked.err().into_iter().collect()
}

/// Long enough to have Apple issue the next certificate.
const SOON: TimeDelta = TimeDelta::days(30);

fn wallet_faults(config: &Config) -> Vec<String> {
    let apple = Wallets::open(config.apple_wallet.as_deref(), None);
    let google = Wallets::open(None, config.google_wallet.as_deref());
    let ends = apple.as_ref().ok().and_then(certificate_ends);
    [apple.err(), google.err(), ends]
        .into_iter()
        .flatten()
        .collect()
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

fn is_loopback(url: &url::Url) -> bool {
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

fn clock_faults(_: &Config) -> Vec<String> {
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
