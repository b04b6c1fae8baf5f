//! `hazir account`: the accounts of the desk.

use clap::Subcommand;

use super::{Failure, link};
use crate::clock::{self, Moment};
use crate::config::Config;
use crate::db::{self, Connection, Database};
use crate::models::account::{self, Account, Role};
use crate::models::forum;
use crate::values::{Email, Secret};

#[derive(Subcommand)]
pub(super) enum Action {
    /// Add an account, or give one that is there a new role, and print a one-time link to set the password
    Add {
        /// The e-mail address to sign in with
        email: String,
        /// owner, organizer, registrar, viewer or door [default: owner for the first account]
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
        /// The forum at which the role is given; may be repeated. An owner has every forum
        #[arg(long = "forum", value_name = "FORUM")]
        forums: Vec<String>,
    },
}

pub(super) fn run(config: &Config, action: &Action) -> Result<(), Failure> {
    let Action::Add {
        email,
        role,
        forums,
    } = action;
    let email = Email::parse(email)
        .map_err(|_| Failure::Usage(format!("{email:?} is not an e-mail address.")))?;
    let role = role.as_deref().map(parse_role).transpose()?;
    let db = Database::open(&config.database)?;
    let token = Secret::random();
    let order = Order {
        email: email.clone(),
        role,
        forums: forums.clone(),
        token: token.clone(),
    };
    let said = db.write_now(move |c| add(c, &order, clock::now()))??;
    println!("{}: {said}", email.as_str());
    let path = format!("/en/desk/password/{}", token.as_str());
    println!(
        "link to set the password, good once and for {} hours: {}",
        account::LINK_LASTS.num_hours(),
        link(config, &path)
    );
    Ok(())
}

/// What the command was asked to do.
struct Order {
    email: Email,
    role: Option<Role>,
    forums: Vec<String>,
    token: Secret,
}

fn parse_role(text: &str) -> Result<Role, Failure> {
    Role::parse(text).ok_or_else(|| {
        Failure::Usage(format!(
            "{text:?} is no role; it is owner, organizer, registrar, viewer or door."
        ))
    })
}

/// What the account may do now, in words. Every "no" comes before the first change.
fn add(c: &mut Connection, order: &Order, now: Moment) -> db::Result<Result<String, Failure>> {
    let known = account::by_email(c, &order.email)?;
    let first = known.is_none() && account::all(c)?.is_empty();
    let role = match (order.role, &known) {
        (Some(role), _) => Some(role),
        (None, Some(_)) if !order.forums.is_empty() => return Ok(Err(no_role())),
        (None, Some(_)) => None,
        (None, None) if first => Some(Role::Owner),
        (None, None) => return Ok(Err(no_role())),
    };
    if let Some(account) = known.iter().find(|account| account.disabled_at.is_some()) {
        return Ok(Err(shut_out(account)));
    }
    let mut forums = Vec::new();
    for slug in &order.forums {
        match forum::by_slug(c, slug)? {
            Some(forum) => forums.push(forum.id),
            None => return Ok(Err(Failure::Failed(format!("There is no forum {slug:?}.")))),
        }
    }
    let id = match known {
        Some(account) => account.id,
        None => match account::create(c, &order.email, role == Some(Role::Owner), now)? {
            Some(id) => id,
            None => {
                return Ok(Err(Failure::Failed(
                    "The account has just been added.".into(),
                )));
            }
        },
    };
    if let Some(role) = role
        && !account::set_owner(c, id, role == Role::Owner)?
    {
        return Ok(Err(last_owner()));
    }
    if let Some(role) = role.filter(|role| *role != Role::Owner) {
        for forum_id in forums {
            account::grant(c, id, forum_id, role)?;
        }
    }
    account::make_link(c, id, &order.token, now + account::LINK_LASTS, now)?;
    Ok(Ok(rights(role, &order.forums)))
}

/// What the account may do now, in words.
fn rights(role: Option<Role>, forums: &[String]) -> String {
    match (role, forums) {
        (None, _) => "the role stays as it was".into(),
        (Some(Role::Owner), _) => "owner of every forum".into(),
        (Some(_), []) => "no forum was named with --forum, so none was given".into(),
        (Some(role), forums) => format!("{} of {}", role.as_str(), forums.join(", ")),
    }
}

fn no_role() -> Failure {
    Failure::Usage("Name the role with --role: owner, organizer, registrar, viewer or door.".into())
}

fn last_owner() -> Failure {
    Failure::Failed("This is the last owner; make another account an owner first.".into())
}

fn shut_out(account: &Account) -> Failure {
    Failure::Failed(format!(
        "The account {} was shut out; an owner can let it in again at the desk, under Accounts.",
        account.email
    ))
}
