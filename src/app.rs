//! What all pages and requests share while the program runs.

mod client;
mod expected_counts;
mod forum_pages;
mod jobs;
mod limits;
mod lines;
mod live;
pub(crate) mod mailings;
mod metrics;
pub(crate) mod page_request;
mod still_coming;
mod strangers;

use std::sync::{Arc, Once};

use tokio::sync::Semaphore;
use url::{Host, Url};

use crate::config::Config;
use crate::db::Database;
use crate::forms::token::FormKey;
use crate::mail::{Letterhead, MailHealth, OutboxHandle};
use crate::models::desk::signing_key;
use crate::models::mail::stranger_mail;
use crate::models::people::registration::Registration;
use crate::opening::Turns;
use crate::press::Fonts;
use crate::registrar::Registrar;
use crate::values::TrustedProxies;
use crate::wallets::Wallets;
use crate::work::Bell;

pub(crate) use client::{client, is_this_machine};
pub(crate) use expected_counts::ExpectedCounts;
pub(crate) use forum_pages::ForumPages;
pub(crate) use jobs::{Jobs, ListWish, job_over_soon, send_job, start_jobs};
pub(crate) use limits::{Attempt, Limits, network};
pub(crate) use lines::{Lines, OpenLine};
pub(crate) use live::{Live, News};
pub(crate) use mailings::Mailings;
pub(crate) use metrics::Metrics;
pub(crate) use page_request::{PageRequest, language_of};
pub(crate) use still_coming::ask_who_comes;

/// Phones that write down at once what they scanned alone.
const RETURNING: usize = 2;
/// Lists of people for the doors that are put together at the same time: each takes a core for a moment, and a hall of phones
/// that begin anew at once leaves the other one to those that scan.
const ROSTERS: usize = 1;
/// One at a time: whoever asks again and again for a picture takes no core from the doors.
const DRAWING: usize = 1;

/// One at a time: each may be of everybody.
const FILES: usize = 1;

/// What every page and every request share.
pub(crate) struct App {
    pub db: Database,
    /// The address people use; in links and mails.
    pub public_url: Url,
    pub forms: FormKey,
    pub letterhead: Letterhead,
    pub limits: Limits,
    /// Mail that strangers can cause.
    pub stranger_mail: stranger_mail::Limits,
    /// Whose word on who asks is believed.
    pub proxies: TrustedProxies,
    warned_of_proxy: Once,
    pub metrics: Metrics,
    /// What who reports on mail has to show.
    pub mail_report_token: Option<String>,
    /// Whom people tell of a weakness, as a URI.
    pub security_contact: Option<String>,
    /// Whether browsers are told that sub-domains are reached by https alone.
    pub hsts_subdomains: bool,
    /// Serve /metrics to others than this machine.
    pub metrics_public: bool,
    pub forum_pages: ForumPages,
    /// For what is drawn and printed.
    pub fonts: Fonts,
    /// Where the operator has put in the keys.
    pub wallets: Wallets,
    /// Turns of phones that come back with many scans: the doors that go on need the database more.
    pub returning: Semaphore,
    /// Turns of phones that fetch their list of people.
    pub rosters: Semaphore,
    /// Pictures of badges that may be drawn at the same time: each takes a core for a fifth of a second.
    pub drawing: Semaphore,
    /// Files of the desk that are made for a request.
    pub files: Arc<Semaphore>,
    /// Files from outside that are opened at the same time.
    pub opening: Turns,
    /// What takes longer than an answer may.
    pub jobs: Jobs,
    /// Rung after each commit that wrote scans.
    pub live: Live,
    /// What doors were told of those whom they expect.
    pub expected: ExpectedCounts,
    /// The doors' open lines.
    pub lines: Arc<Lines>,
    /// Rung after each commit that ordered a label.
    pub labels: Bell,
    /// People reach the program from this machine alone, as in a demo or a test.
    pub this_machine: bool,
    /// Rung after each commit that queued a message.
    pub outbox: OutboxHandle,
    /// Writes registrations.
    pub registrar: Registrar,
    /// Whether the mailbox that mail comes back to can be read.
    pub returned_mail: MailHealth,
    /// Rung after each commit that let a mailing go, or wished people to be told of moved times.
    pub mailings: Mailings,
}

/// What the links are signed for by which people end a forum's news.
const UNSUBSCRIBE: &str = "unsubscribe";

impl App {
    /// Puts together what the program's pages share. The error is a sentence.
    pub(crate) fn new(
        config: &Config,
        db: Database,
        public_url: Url,
        letterhead: Letterhead,
        outbox: OutboxHandle,
        returned_mail: MailHealth,
    ) -> Result<App, String> {
        let signing = db
            .write_now({
                let key = letterhead.key().clone();
                move |c| signing_key::of_database(c, &key)
            })
            .map_err(|error| format!("The database cannot be written: {error}."))?;
        let fonts = Fonts::new(config.fonts.clone());
        Ok(App {
            registrar: Registrar::new(letterhead.clone(), public_url.clone(), outbox.clone()),
            labels: Bell::default(),
            this_machine: config.listen.ip().is_loopback() && is_loopback(&public_url),
            letterhead,
            db,
            public_url,
            forms: FormKey::new(signing),
            limits: Limits::default(),
            stranger_mail: stranger_mail::Limits {
                network: config.stranger_mails_network,
                all: config.stranger_mails,
            },
            proxies: config.trusted_proxies.clone(),
            warned_of_proxy: Once::new(),
            metrics: Metrics::default(),
            mail_report_token: config.mail_report_token.clone(),
            security_contact: config.security_contact.clone(),
            hsts_subdomains: config.hsts_subdomains,
            metrics_public: config.metrics_public,
            forum_pages: ForumPages::default(),
            fonts,
            wallets: Wallets::open(
                config.apple_wallet.as_deref(),
                config.google_wallet.as_deref(),
            )?,
            returning: Semaphore::new(RETURNING),
            rosters: Semaphore::new(ROSTERS),
            drawing: Semaphore::new(DRAWING),
            files: Arc::new(Semaphore::new(FILES)),
            opening: Turns::default(),
            jobs: Jobs::default(),
            live: Live::default(),
            expected: ExpectedCounts::default(),
            lines: Arc::default(),
            outbox,
            returned_mail,
            mailings: Mailings::default(),
        })
    }

    /// Whether people reach us by https: then cookies are bound to it.
    pub(crate) fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// Somebody passes requests on whose word is not believed: everybody behind it counts as one. Said once, since
    /// anybody can write the same header.
    fn warn_of_proxy(&self) {
        self.warned_of_proxy.call_once(|| {
            tracing::warn!(
                "a proxy that is not trusted passes requests on, and everybody behind it counts as one; name it with --trusted-proxies"
            )
        });
    }

    /// Where a person ends the forum's news. It is good for nothing else, and needs no sign-in.
    pub(crate) fn unsubscribe_link(&self, person: &Registration) -> String {
        let language = person.language.code();
        self.link(&format!("/{language}{}", self.unsubscribe_path(person)))
    }

    /// The same address, behind the language.
    pub(crate) fn unsubscribe_path(&self, person: &Registration) -> String {
        let signed = self.forms.sign(UNSUBSCRIBE, &person.public_id);
        format!("/unsubscribe/{signed}")
    }

    /// The public id of the person whose such link this is.
    pub(crate) fn unsubscribing<'a>(&self, signed: &'a str) -> Option<&'a str> {
        self.forms.signed(UNSUBSCRIBE, signed)
    }

    /// A whole address, for links in mails: `app.link("/az/me/...")`.
    pub(crate) fn link(&self, path: &str) -> String {
        let base = self.public_url.as_str().trim_end_matches('/');
        format!("{base}{path}")
    }
}

/// Behind a proxy the program listens on a loopback address too, but people come by another name.
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}
