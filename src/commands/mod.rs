//! What the program can be told to do.

mod account;
mod badges;
mod check;
mod demo;
mod device;
mod export;
mod fonts;
mod heard;
mod import;
mod journal;
mod key;
mod key_file;
mod open;
mod serve;
mod simulate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use crate::config::{Config, Flags};
use crate::private;

/// Takes a delegate from the invitation to the hall: registration, QR badge, scan at the door, lists.
#[derive(Parser)]
#[command(name = "hazir", version, about)]
struct Arguments {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Bring the database up to date and serve (also without a command)
    Serve,
    /// Fill a database of its own with two forums and invented people, print the ways in, and serve
    Demo {
        /// Invented people at both forums together [default: 520]
        #[arg(long, env = "HAZIR_DELEGATES", value_name = "N", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
        delegates: Option<u32>,
    },
    /// Write a forum's list of people to standard output
    Export {
        /// Short name of the forum
        forum: String,
        /// csv, xlsx or json
        #[arg(long)]
        format: String,
    },
    /// Write every fact of a forum in order, one line of JSON each with the hash of the one before
    Journal {
        /// Short name of the forum
        forum: String,
    },
    /// Bring a list of people (CSV, XLSX or JSON) into a forum
    Import {
        /// Short name of the forum
        forum: String,
        file: PathBuf,
        /// Say what would happen and change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Print the badges of everybody who is confirmed, as one PDF
    Badges(badges::Order),
    /// Say in which scripts names can be printed, and fetch what is too large to be in the program
    Fonts {
        /// Fetch the fonts of Chinese, Japanese and Korean (39 MB, from their makers' release) into the folder of --fonts
        #[arg(long)]
        fetch: bool,
    },
    /// Play a morning at a demo's door against the running server, and say how many lanes it takes
    Simulate(simulate::Plan),
    /// Say what is wrong with the configuration: database, mail server, the sender's records, address, disk, clock
    Check {
        /// The name server to ask for the sender's records [default: this machine's own]
        #[arg(long, env = "HAZIR_RESOLVER", value_name = "ADDRESS")]
        resolver: Option<String>,
    },
    /// Say how names are heard: lines of what is typed, a tab and a name
    #[command(hide = true)]
    Heard,
    /// Open a file that somebody brought, within limits; the running program starts it
    #[command(hide = true)]
    Open { task: String, size: u64 },
    /// Accounts of the desk
    #[command(subcommand)]
    Account(account::Action),
    /// Devices at the door
    #[command(subcommand)]
    Device(device::Action),
    /// The key outside the database that seals links and mails, and the one that signs forms
    #[command(subcommand)]
    Key(key::Action),
}

/// The file a command uses when no database is named.
const DEFAULT_DATABASE: &str = "sqlite://hazir.db";

/// Exit 0 on success, 2 on bad usage, 1 on failure with the reason as one sentence on standard error.
pub fn run() -> ExitCode {
    private::keep_files_private();
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_env_filter(
            EnvFilter::try_from_env("HAZIR_LOG")
                .unwrap_or_else(|_| EnvFilter::new("info,actix_server=warn")),
        )
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    match execute(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(sentence)) => said(&sentence, 2),
        Err(Failure::Failed(sentence)) => said(&sentence, 1),
    }
}

fn execute(arguments: Arguments) -> Result<(), Failure> {
    let command = arguments.command.unwrap_or(Command::Serve);
    let database = match command {
        Command::Demo { .. } | Command::Simulate(_) => demo::DATABASE,
        _ => DEFAULT_DATABASE,
    };
    let config = configured(&arguments.flags, database)?;
    match command {
        Command::Serve => serve::run(&config),
        Command::Demo { delegates } => demo::run(&config, delegates),
        Command::Account(action) => account::run(&config, &action),
        Command::Device(action) => device::run(&config, &action),
        Command::Key(action) => key::run(&config, &action),
        Command::Export { forum, format } => export::run(&config, &forum, &format),
        Command::Journal { forum } => journal::run(&config, &forum),
        Command::Import {
            forum,
            file,
            dry_run,
        } => import::run(&config, &forum, &file, dry_run),
        Command::Badges(order) => badges::run(&config, order),
        Command::Fonts { fetch } => fonts::run(&config, fetch),
        Command::Simulate(plan) => simulate::run(&config, &plan),
        Command::Check { resolver } => check::run(&config, resolver.as_deref()),
        Command::Heard => heard::run(),
        Command::Open { task, size } => open::run(&task, size),
    }
}

/// Why a command ended without success, in a sentence.
enum Failure {
    Usage(String),
    Failed(String),
}

impl From<String> for Failure {
    fn from(sentence: String) -> Failure {
        Failure::Failed(sentence)
    }
}

impl From<crate::db::Error> for Failure {
    fn from(error: crate::db::Error) -> Failure {
        Failure::Failed(format!("The database said: {error}."))
    }
}

fn configured(flags: &Flags, database: &str) -> Result<Config, Failure> {
    Config::parse(flags, database).map_err(Failure::Usage)
}

/// A whole address as people open it: of the public address, or else of the one that is listened on.
fn link(config: &Config, path: &str) -> String {
    match &config.public_url {
        Some(url) => format!("{}{path}", url.as_str().trim_end_matches('/')),
        None => format!("http://{}{path}", config.listen),
    }
}

/// Of a link that was just printed: without a public address it is this machine's own.
fn say_how_far_it_reaches(config: &Config) {
    let here = config.listen.ip();
    if config.public_url.is_none() && (here.is_loopback() || here.is_unspecified()) {
        println!(
            "This link opens on this machine only: say with --public-url at which address people reach Hazir."
        );
    }
}

fn said(sentence: &str, code: u8) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::from(code)
}
