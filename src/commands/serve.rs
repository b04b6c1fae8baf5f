use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::rt::signal::unix::{SignalKind, signal};
use actix_web::web;
use chrono::TimeDelta;
use futures_util::future::select;
use url::Url;

use crate::app::{self, App};
use crate::commands::{Failure, key_file};
use crate::config::Config;
use crate::db::{self, Database};
use crate::error::Error;
use crate::forms::token;
use crate::mail::{Bounces, Dkim, Letterhead, MailHealth, Mailbox, Outbox, Transport};
use crate::models::desk::{job, journal, sealing};
use crate::models::mail::stranger_mail;
use crate::models::people::{document, form_use, keys_anew};
use crate::printing::labels;
use crate::values::SealingKey;
use crate::{clock, mailings, server};

/// How often it is looked for what is to be forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(600);

/// Where somebody read what was older than what was forgotten.
const EMPTY_LOG_AGAIN: Duration = Duration::from_secs(5);

/// How often this machine's clock is compared with the database's.
const COMPARE_EVERY: Duration = Duration::from_secs(60);

/// How often who has been quiet is forgotten by the limits.
const FORGET_THE_QUIET_EVERY: Duration = Duration::from_secs(60);

/// How often it is looked for facts that are no lines yet.
const SEAL_EVERY: Duration = Duration::from_secs(1);

/// Between two handfuls of mails that are sealed.
const SEAL_MAILS_EVERY: Duration = Duration::from_millis(20);

/// How long what is under way may take once the program is told to stop.
const STOPS_WITHIN: Duration = Duration::from_millis(9_500);

/// Brings the database up to date and serves until it is told to stop.
pub(super) fn run(config: &Config) -> Result<(), Failure> {
    let db = Database::open(&config.database)?;
    let key = key_file::open(config, &db)?;
    serve(config, db, key, |_| Ok(()))
}

/// Serves an open database; `announce` may print what is to stand before the line that scripts wait for.
pub(super) fn serve(
    config: &Config,
    db: Database,
    key: SealingKey,
    announce: impl FnOnce(&App) -> Result<(), Failure>,
) -> Result<(), Failure> {
    keys_anew::make_anew(&db)
        .map_err(|error| format!("The names in the database cannot be read anew: {error}."))?;
    sealing::seal_links(&db, &key)
        .map_err(|error| format!("The links in the database cannot be sealed: {error}."))?;
    if let Err(error) = sealing::leave_nothing_open(&db) {
        // No reason not to serve; the next start tries again.
        tracing::warn!(%error, "links that are sealed may still stand in the open in the database file");
    }
    server::files::raise_limit();
    if let Some(sentence) = config.proxy_fault() {
        eprintln!("{sentence}");
    }
    let listener = server::bind(config.listen)?;
    let bound = listener
        .local_addr()
        .map_err(|error| format!("The bound address cannot be read: {error}."))?;
    let public_url = public_url(config, bound)?;
    let letterhead = letterhead(config, &public_url, key).map_err(Failure::Usage)?;
    let outbox = start_outbox(config, &db, &letterhead)?;
    let returned_mail = MailHealth::default();
    let bounces = read_bounces(config, &db, returned_mail.clone())?;
    let app = web::Data::new(App::new(
        config,
        db,
        public_url,
        letterhead,
        outbox.handle(),
        returned_mail,
    )?);
    let labels = start_labels(&app)?;
    let jobs = app::start_jobs(&app)
        .map_err(|error| Failure::Failed(format!("Jobs cannot be started: {error}.")))?;
    announce(&app)?;
    let served = actix_web::rt::System::new().block_on(async {
        let server = server::serve(app.clone(), listener)?;
        actix_web::rt::spawn(stop_when_told(app.clone(), server.handle()));
        actix_web::rt::spawn(tell_the_doors(app.clone()));
        actix_web::rt::spawn(forget_passports(app.clone()));
        actix_web::rt::spawn(forget_forms(app.clone()));
        actix_web::rt::spawn(compare_clocks(app.clone()));
        actix_web::rt::spawn(forget_the_quiet(app.clone()));
        actix_web::rt::spawn(seal_the_journal(app.clone()));
        actix_web::rt::spawn(seal_old_mails(app.clone()));
        actix_web::rt::spawn(mailings::worker::write_mailings(app.clone()));
        actix_web::rt::spawn(app::ask_who_comes(app.clone()));
        let running = actix_web::rt::spawn(server);
        // From its first turn on it hears SIGTERM; before that a script that stops us would cut us off.
        tokio::task::yield_now().await;
        say_listening(bound);
        running.await.map_err(std::io::Error::other)?
    });
    drop(bounces);
    jobs.stop();
    labels.stop();
    outbox.stop();
    served.map_err(|error| Failure::Failed(format!("The server stopped: {error}.")))
}

async fn tell_the_doors(app: web::Data<App>) {
    app.live.tell(app.db.doors()).await;
}

/// Two programs whose clocks differ put what happens at their doors in another order than it happened.
async fn compare_clocks(app: web::Data<App>) {
    loop {
        if let Some(sentence) = app.db.clocks_apart().await {
            tracing::warn!("{sentence}");
        }
        tokio::time::sleep(COMPARE_EVERY).await;
    }
}

/// What people told for their letters goes when their forum is over, however long the program has been running: out of
/// the rows, and out of what the database keeps of them.
async fn forget_passports(app: web::Data<App>) {
    // What another program forgot before this one may be in the log still.
    let mut is_in_log = true;
    loop {
        let forgotten = app
            .db
            .write(|c| document::forget_passports(c, clock::now()))
            .await;
        match forgotten {
            Ok(rows) => is_in_log |= rows > 0,
            Err(error) => {
                tracing::error!(cause = %Error::from(error), "passports were not deleted")
            }
        }
        if is_in_log {
            is_in_log = !emptied_log(&app.db).await;
        }
        let rest = match is_in_log {
            true => EMPTY_LOG_AGAIN,
            false => FORGET_EVERY,
        };
        tokio::time::sleep(rest).await;
    }
}

async fn emptied_log(db: &Database) -> bool {
    db.empty_log().await.unwrap_or_else(|error| {
        tracing::warn!(cause = %Error::from(error), "the database's log was not emptied");
        false
    })
}

/// How long a file waits for whoever wanted it, and what became of a list for whoever brought it.
const KEPT: TimeDelta = TimeDelta::days(1);

/// Forms too old to be sent, mails too old to count, and files that wait for nobody any more.
async fn forget_forms(app: web::Data<App>) {
    loop {
        let forgotten = app
            .db
            .write(|c| {
                let now = clock::now();
                form_use::forget(c, now - token::LASTS)?;
                job::forget(c, now - KEPT)?;
                stranger_mail::forget(c, now)
            })
            .await;
        if let Err(error) = forgotten {
            tracing::error!(cause = %Error::from(error), "old forms were not forgotten");
        }
        tokio::time::sleep(FORGET_EVERY).await;
    }
}

async fn forget_the_quiet(app: web::Data<App>) {
    loop {
        tokio::time::sleep(FORGET_THE_QUIET_EVERY).await;
        app.limits.forget_the_quiet();
    }
}

/// The journals' lines are written beside the doors, so that no scan waits for the line before it.
async fn seal_the_journal(app: web::Data<App>) {
    let mut said = None;
    loop {
        let failed = seal(&app.db).await.err();
        let failed = failed.map(|error| Error::from(error).to_string());
        // What is the same every second is said once.
        if let Some(cause) = failed.as_deref().filter(|_| failed != said) {
            tracing::error!(cause, "the journal was not sealed");
        }
        said = failed;
        tokio::time::sleep(SEAL_EVERY).await;
    }
}

async fn seal(db: &Database) -> db::Result<()> {
    let mut waits = db.read(journal::waits).await?;
    while waits {
        waits = db.write(journal::seal).await?;
    }
    Ok(())
}

/// What a version before this one kept in the open, a little at a time beside the doors.
async fn seal_old_mails(app: web::Data<App>) {
    let mut had_some = false;
    loop {
        let key = app.letterhead.key().clone();
        let rest = match seal_some_mails(&app.db, key).await {
            Ok(true) => {
                had_some = true;
                SEAL_MAILS_EVERY
            }
            Ok(false) if !had_some || emptied_log(&app.db).await => return,
            Ok(false) => EMPTY_LOG_AGAIN,
            Err(error) => {
                tracing::error!(cause = %Error::from(error), "old mails were not sealed");
                FORGET_EVERY
            }
        };
        tokio::time::sleep(rest).await;
    }
}

/// `true` when there may be more.
async fn seal_some_mails(db: &Database, key: SealingKey) -> db::Result<bool> {
    match db.read(sealing::mails_stand_open).await? {
        true => db.write(move |c| sealing::seal_some_mails(c, &key)).await,
        false => Ok(false),
    }
}

/// Requests under way are answered; lines that would never end are ended. What is not done in time is cut: whatever
/// was not committed was not done, and is taken up or sent again.
async fn stop_when_told(app: web::Data<App>, server: ServerHandle) {
    let told = async |kind| match signal(kind) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    };
    let interrupt = Box::pin(told(SignalKind::interrupt()));
    let terminate = Box::pin(told(SignalKind::terminate()));
    select(interrupt, terminate).await;
    std::thread::spawn(|| {
        std::thread::sleep(STOPS_WITHIN);
        eprintln!("The program was stopped before everything under way was finished.");
        std::process::exit(1);
    });
    app.live.close();
    app.jobs.stop();
    server.stop(true).await;
}

/// Who mail comes from, and the key that signs it. The error is a sentence.
pub(super) fn letterhead(
    config: &Config,
    public_url: &Url,
    key: SealingKey,
) -> Result<Letterhead, String> {
    let letterhead = Letterhead::new(config.mail_from.as_deref(), public_url, key)?;
    match &config.dkim {
        None => Ok(letterhead),
        Some((file, selector)) => {
            let domain = letterhead.sender().domain().to_owned();
            Dkim::read(file, selector, &domain).map(|dkim| letterhead.signing(dkim))
        }
    }
}

/// A folder that cannot be written is the operator's mistake; a mail server may be away and come back,
/// so that is said and no reason not to serve.
fn start_outbox(
    config: &Config,
    db: &Database,
    letterhead: &Letterhead,
) -> Result<Outbox, Failure> {
    let transport = Transport::parse(&config.mail, letterhead.host()).map_err(Failure::Usage)?;
    match (transport.check(), &transport) {
        (Ok(()), _) => {}
        (Err(sentence), Transport::Folder(_)) => return Err(Failure::Failed(sentence)),
        (Err(sentence), Transport::Smtp(_)) => {
            eprintln!("{sentence} Mail waits in the outbox until it answers.")
        }
    }
    Outbox::start(db.clone(), &transport, letterhead)
        .map_err(|error| Failure::Failed(format!("The outbox cannot be started: {error}.")))
}

fn start_labels(app: &App) -> Result<labels::Worker, Failure> {
    let fonts = app.fonts.clone();
    labels::Worker::start(app.db.clone(), fonts, app.labels.clone(), app.this_machine)
        .map_err(|error| Failure::Failed(format!("Labels cannot be printed: {error}.")))
}

/// Where the operator named a mailbox. It may be away and come back, like the mail server.
fn read_bounces(
    config: &Config,
    db: &Database,
    standing: MailHealth,
) -> Result<Option<Bounces>, Failure> {
    let Some(address) = &config.bounces else {
        return Ok(None);
    };
    let mailbox = Mailbox::parse(address).map_err(Failure::Usage)?;
    Bounces::start(mailbox, db.clone(), standing)
        .map(Some)
        .map_err(|error| Failure::Failed(format!("The mailbox cannot be read: {error}.")))
}

/// The address for links where the operator named none: the one that was bound.
fn public_url(config: &Config, bound: SocketAddr) -> Result<Url, String> {
    match &config.public_url {
        Some(url) => Ok(url.clone()),
        None => Url::parse(&format!("http://{bound}"))
            .map_err(|error| format!("No public address: {error}.")),
    }
}

fn say_listening(bound: SocketAddr) {
    println!("listening on http://{bound}");
    // Standard output may be a pipe, and whoever waits at its end must not wait for a full buffer.
    let _ = std::io::stdout().flush();
}
