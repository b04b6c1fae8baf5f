//! How far a mailing has come.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::db::schema::{mailing_recipient, message};
use crate::db::{Connection, Result};
use crate::mailings::mailing::Turn;
use crate::models::mail::state::State;

/// People of a mailing, each counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Everybody it was sent to.
    pub people: i64,
    /// The mail server has taken it.
    pub accepted: i64,
    /// Refused or given up.
    pub undelivered: i64,
    /// Not written to: withdrawn, declined, unsubscribed or complaining before their turn came.
    pub left_out: i64,
}

impl Progress {
    /// With an answer that is the last.
    pub fn settled(&self) -> i64 {
        self.accepted + self.undelivered + self.left_out
    }

    pub fn waiting(&self) -> i64 {
        (self.people - self.settled()).max(0)
    }
}

/// Of each of these mailings that was sent, by two queries however many they are.
pub fn progress(c: &mut Connection, ids: &[i64]) -> Result<HashMap<i64, Progress>> {
    let mut all: HashMap<i64, Progress> = HashMap::new();
    let people: Vec<(i64, Turn, i64)> = mailing_recipient::table
        .filter(mailing_recipient::mailing_id.eq_any(ids.to_vec()))
        .group_by((mailing_recipient::mailing_id, mailing_recipient::state))
        .select((
            mailing_recipient::mailing_id,
            mailing_recipient::state,
            count_star(),
        ))
        .load(c)?;
    for (id, state, count) in people {
        let progress = all.entry(id).or_default();
        progress.people += count;
        if state == Turn::LeftOut {
            progress.left_out += count;
        }
    }
    let messages: Vec<(Option<i64>, State, i64)> = message::table
        .filter(message::mailing_id.eq_any(ids.to_vec()))
        .group_by((message::mailing_id, message::state))
        .select((message::mailing_id, message::state, count_star()))
        .load(c)?;
    for (id, state, count) in messages {
        let progress = all.entry(id.unwrap_or_default()).or_default();
        match state {
            State::Accepted => progress.accepted += count,
            State::Refused | State::Failed => progress.undelivered += count,
            State::Queued | State::Sending | State::Returned => {}
        }
    }
    Ok(all)
}
