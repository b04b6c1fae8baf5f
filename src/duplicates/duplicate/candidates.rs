//! Which registrations of a forum are worth comparing with each other.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::db::{Connection, Result};
use crate::duplicates::duplicate::Twin;

/// People who share a sound key; more share it by chance.
const MOST_SHARING: i64 = 40;

/// Pairs whose names are compared for one list, those with the rarest keys first.
const MOST_COMPARED: usize = 100_000;

/// The pairs worth comparing: of one country with a sound in common, or anywhere with one telephone or mailbox.
pub(super) fn of_forum(
    c: &mut Connection,
    forum_id: i64,
    people: &HashMap<i64, Twin>,
) -> Result<BTreeSet<(i64, i64)>> {
    let mut groups = groups(sharing(c, forum_id)?, people);
    groups.retain(|group| (2..=MOST_SHARING as usize).contains(&group.len()));
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable_by(|one, other| one.len().cmp(&other.len()).then(one.cmp(other)));
    let mut pairs = BTreeSet::new();
    for group in groups {
        for (at, one) in group.iter().enumerate() {
            pairs.extend(group[at + 1..].iter().map(|other| (*one, *other)));
        }
        if pairs.len() >= MOST_COMPARED {
            break;
        }
    }
    Ok(pairs)
}

/// Somebody, and one of the sounds that they share with a few others of their country. The sounds are numbered: as
/// texts they would be the largest thing in memory.
#[derive(QueryableByName)]
struct Sharing {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = BigInt)]
    sound: i64,
}

fn sharing(c: &mut Connection, forum_id: i64) -> Result<Vec<Sharing>> {
    diesel::sql_query(
        "SELECT id, sound FROM (
             SELECT registration.id,
                 DENSE_RANK() OVER (ORDER BY registration.country, search_key.key) AS sound,
                 COUNT(*) OVER (PARTITION BY registration.country, search_key.key) AS sharing
             FROM search_key JOIN registration ON registration.id = search_key.registration_id
             WHERE search_key.forum_id = $1 AND search_key.kind = 'sound' AND registration.state <> 'withdrawn'
         ) AS keys WHERE sharing BETWEEN 2 AND $2",
    )
    .bind::<BigInt, _>(forum_id)
    .bind::<BigInt, _>(MOST_SHARING)
    .load(c)
}

/// What a group has in common.
#[derive(PartialEq, Eq, Hash)]
enum Shared {
    Sound(i64),
    Line(String),
    Mailbox(String),
}

fn groups(sharing: Vec<Sharing>, people: &HashMap<i64, Twin>) -> Vec<Vec<i64>> {
    let mut groups: HashMap<Shared, Vec<i64>> = HashMap::new();
    for Sharing { id, sound } in sharing {
        groups.entry(Shared::Sound(sound)).or_default().push(id);
    }
    for twin in people.values() {
        let line = twin.line().map(Shared::Line);
        let mailbox = twin.mailbox().map(Shared::Mailbox);
        for group in line.into_iter().chain(mailbox) {
            groups.entry(group).or_default().push(twin.id);
        }
    }
    groups.into_values().collect()
}
