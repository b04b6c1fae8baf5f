//! `hazir account`: the accounts of the desk.

use clap::Subcommand;

use crate::clock::{self, Moment};
use crate::commands::{Failure, link, say_how_far_it_reaches};
use crate::config::Config;
use crate::db::{self, Connection, Database};
use crate::models::desk::account::{self, Account, Grant, Role};
use crate::models::desk::made::{self, Fate, Loss, Made, MadeDevice};
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
        /// Where the new role is less: whether the devices and invitations that the account made go on in nobody's name
        /// (take-over) or stop (end)
        #[arg(long, value_name = "take-over|end")]
        made: Option<String>,
    },
}

pub(super) fn run(config: &Config, action: &Action) -> Result<(), Failure> {
    let Action::Add {
        email,
        role,
        forums,
        made,
    } = action;
    let email = Email::parse(email)
        .map_err(|_| Failure::Usage(format!("{email:?} is not an e-mail address.")))?;
    let role = role.as_deref().map(parse_role).transpose()?;
    let fate = made.as_deref().map(parse_fate).transpose()?;
    let db = Database::open(&config.database)?;
    let token = Secret::random();
    let order = Order {
        email: email.clone(),
        role,
        forums: forums.clone(),
        fate,
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
    say_how_far_it_reaches(config);
    Ok(())
}

/// What the command was asked to do.
struct Order {
    email: Email,
    role: Option<Role>,
    forums: Vec<String>,
    /// What becomes of what the account made and may make no longer.
    fate: Option<Fate>,
    token: Secret,
}

fn parse_fate(text: &str) -> Result<Fate, Failure> {
    Fate::parse(text)
        .ok_or_else(|| Failure::Usage(format!("{text:?} is neither take-over nor end.")))
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
    if let (Some(account), Some(role)) = (&known, role)
        && role != Role::Owner
        && account::is_last_owner(c, account.id)?
    {
        return Ok(Err(last_owner()));
    }
    let mut forums = Vec::new();
    for slug in &order.forums {
        match forum::by_slug(c, slug)? {
            Some(forum) => forums.push(forum.id),
            None => return Ok(Err(Failure::Failed(format!("There is no forum {slug:?}.")))),
        }
    }
    let id = match known {
        Some(account) => {
            let losses = losses(&account, role, &forums);
            if let Err(failure) = settle(c, &account, (&losses, order.fate), now)? {
                return Ok(Err(failure));
            }
            account.id
        }
        None => match account::create(c, &order.email, role == Some(Role::Owner), now)? {
            Some(id) => id,
            None => {
                return Ok(Err(Failure::Failed(
                    "The account has just been added.".into(),
                )));
            }
        },
    };
    if let Some(role) = role {
        account::set_owner(c, id, role == Role::Owner)?;
    }
    if let Some(role) = role.filter(|role| *role != Role::Owner) {
        for forum_id in forums {
            let grant = Grant {
                forum_id,
                role,
                given_by: None,
                now,
            };
            account::grant(c, id, &grant)?;
        }
    }
    account::make_link(c, id, &order.token, None, now)?;
    Ok(Ok(rights(role, &order.forums)))
}

/// What an account that is there would lose by its new role.
fn losses(account: &Account, role: Option<Role>, forums: &[i64]) -> Vec<Loss> {
    match role {
        None | Some(Role::Owner) => Vec::new(),
        Some(_) if account.is_owner => vec![Loss::Ownership],
        Some(role) => forums
            .iter()
            .map(|forum_id| Loss::Right {
                forum_id: *forum_id,
                left: Some(role),
            })
            .collect(),
    }
}

/// What the account made and may make no longer goes on in nobody's name, or ends; or the command says what it is.
fn settle(
    c: &mut Connection,
    account: &Account,
    (losses, fate): (&[Loss], Option<Fate>),
    now: Moment,
) -> db::Result<Result<(), Failure>> {
    let mut all = Vec::new();
    for loss in losses {
        all.push(made::beyond(c, account.id, *loss, now)?);
    }
    if fate.is_none() && all.iter().any(|made| !made.is_empty()) {
        return Ok(Err(undecided(account, &all)));
    }
    for made in &all {
        made::settle(c, (account.id, made), (fate, None), now)?;
    }
    Ok(Ok(()))
}

fn undecided(account: &Account, all: &[Made]) -> Failure {
    let device = |one: &MadeDevice| format!("{} ({})", one.name, one.forum);
    let devices = all.iter().flat_map(|made| &made.devices).map(device);
    let invited = all.iter().flat_map(|made| &made.invitations);
    let invited = invited.map(|one| format!("the invitation of {}", one.email));
    let made: Vec<String> = devices.chain(invited).collect();
    Failure::Failed(format!(
        "{} made what still works: {}. Say with --made take-over that it goes on, or with --made end that it stops.",
        account.email,
        made.join(", ")
    ))
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
