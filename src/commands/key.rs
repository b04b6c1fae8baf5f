//! `hazir key`: the key outside the database, and the one that signs.

use clap::Subcommand;

use super::export::open_existing;
use crate::commands::{Failure, key_file};
use crate::config::Config;
use crate::models::desk::{sealing, signing_key};
use crate::models::setting;
use crate::values::SealingKey;

#[derive(Subcommand)]
pub(super) enum Action {
    /// Go on where the key file is lost: a new key, and new links to everybody's own page. Stop the programs first
    Lost,
    /// Sign forms with a new key from the next start on: those that lie open have to be sent again, links in mails stay good
    SignAnew,
}

pub(super) fn run(config: &Config, action: &Action) -> Result<(), Failure> {
    match action {
        Action::Lost => go_on_without(config),
        Action::SignAnew => sign_anew(config),
    }
}

fn go_on_without(config: &Config) -> Result<(), Failure> {
    let db = open_existing(config)?;
    let path = &config.key_file;
    let Some(mark) = db.read_now(|c| setting::get(c, sealing::KEY_MARK))? else {
        return Err(Failure::Failed(
            "Nothing in this database is sealed yet; its next start makes a key.".to_owned(),
        ));
    };
    let key: SealingKey = match key_file::read(path)? {
        Some(key) if key.mark() == mark => {
            return Err(Failure::Failed(format!(
                "The key in {} opens everything: nothing is lost.",
                path.display()
            )));
        }
        Some(key) => key,
        None => key_file::make(path)?.0,
    };
    let lost = sealing::go_on_with(&db, &key)?;
    println!(
        "new links to people's own pages: {}; the old ones open nothing any more. Whoever asks on the forum's page gets the new one by mail.",
        lost.links
    );
    println!(
        "mails that waited and cannot be sent: {}; the desk lists them.",
        lost.mails
    );
    println!("the key is in {}; keep a copy.", path.display());
    Ok(())
}

fn sign_anew(config: &Config) -> Result<(), Failure> {
    let db = open_existing(config)?;
    let key = key_file::open(config, &db)?;
    db.write_now(move |c| signing_key::change(c, &key))?;
    println!(
        "forms are signed with a new key once the programs on this database are started again."
    );
    Ok(())
}
