//! What the doors did with a person.

use std::collections::HashSet;

use crate::app::PageRequest;
use crate::desk::words::{When, verdict_word};
use crate::i18n::Texts;
use crate::models::devices::door_request::Kind;
use crate::models::doors::scan::Line;
use crate::models::forum::context::ForumContext;
use crate::models::forum_text::Owner;
use crate::models::places::way::Direction;
use crate::routes::desk::people::person::Person;

pub(super) struct ScanLine {
    pub when: When,
    pub word: &'static str,
    pub direction: &'static str,
    pub checkpoint: String,
    pub device: String,
    pub is_undone: bool,
}

/// What a door did about the person beside scanning.
pub(super) struct ActLine {
    pub when: When,
    pub what: &'static str,
    pub words: Option<String>,
    pub device: String,
}

pub(super) fn scans(
    person: &Person,
    whole: &ForumContext,
    asked: &PageRequest,
    t: Texts,
) -> Vec<ScanLine> {
    let checkpoint_name = |slug: &str| {
        person
            .checkpoints
            .iter()
            .find(|checkpoint| checkpoint.slug == slug)
            .map(|checkpoint| whole.text(Owner::Checkpoint(checkpoint.id), "name", asked.lang))
            .filter(|name| !name.is_empty())
            .unwrap_or(slug)
            .to_string()
    };
    let were_outside = counted_out_from_outside(&person.scans);
    person
        .scans
        .iter()
        .enumerate()
        .map(|(number, line)| ScanLine {
            when: When::of(line.at, whole.forum.zone(), asked.lang),
            word: match were_outside.contains(&number) {
                true => t.door_not_inside_word(),
                false => verdict_word(line.verdict(), t),
            },
            direction: match line.direction {
                Direction::Out => t.door_direction_out(),
                Direction::In => t.door_direction_in(),
            },
            checkpoint: checkpoint_name(&line.checkpoint),
            device: match &line.account {
                Some(account) => format!("{} · {account}", line.device),
                None => line.device.clone(),
            },
            is_undone: line.undone_at.is_some(),
        })
        .collect()
}

/// Which of these, the newest first, sent out somebody who was not inside there.
fn counted_out_from_outside(lines: &[Line]) -> HashSet<usize> {
    let mut inside: HashSet<&str> = HashSet::new();
    let mut found = HashSet::new();
    let passages = lines.iter().enumerate().rev();
    for (number, line) in passages.filter(|(_, line)| line.counts()) {
        let is_out = line.direction == Direction::Out;
        if !is_out {
            inside.insert(&line.checkpoint);
        } else if !inside.remove(line.checkpoint.as_str()) {
            found.insert(number);
        }
    }
    found
}

pub(super) fn acts(
    person: &Person,
    whole: &ForumContext,
    asked: &PageRequest,
    t: Texts,
) -> Vec<ActLine> {
    person
        .acts
        .iter()
        .map(|line| ActLine {
            when: When::of(line.at, whole.forum.zone(), asked.lang),
            what: match line.kind {
                Kind::WalkIn => t.desk_person_act_walk_in(),
                Kind::Undo => t.desk_person_act_undo(),
                Kind::BadgeLost => t.desk_person_act_badge_lost(),
                Kind::Print => t.printers_act(),
                Kind::Note => t.desk_person_act_note(),
            },
            words: line.words.clone(),
            device: line.device.clone(),
        })
        .collect()
}
