//! What was left at the desk, and what became of it, in words.

use url::form_urlencoded;

use crate::app::PageRequest;
use crate::desk::Notice;
use crate::desk::words::verdict_word;
use crate::i18n::Texts;
use crate::models::devices::kept_request::{KeptRequest, Kind, Why};
use crate::models::doors::verdict::Verdict;
use crate::routes::desk::doors::not_entered::What;

/// What somebody may mend of a request.
pub(super) struct Fields {
    /// Where, and of a scan which way.
    pub checkpoint: bool,
    pub direction: bool,
    pub code: bool,
    pub time: bool,
    pub walk_in: bool,
    pub reason: bool,
    pub words: bool,
    /// Whether it can be entered at all.
    pub any: bool,
}

impl Fields {
    pub(super) fn of(kept: &KeptRequest) -> Fields {
        let is_scan = kept.kind == Kind::Scan;
        let what = kept.said("do");
        let does = |act: &str| !is_scan && what.as_deref() == Some(act);
        let known = ["walk_in", "undo", "badge_lost", "note", "print"];
        Fields {
            checkpoint: is_scan || does("walk_in"),
            direction: is_scan,
            code: is_scan && names_nobody(kept.why),
            time: kept.taken_at.is_none(),
            walk_in: does("walk_in"),
            reason: does("undo"),
            words: does("note"),
            any: is_scan || known.into_iter().any(does),
        }
    }
}

fn names_nobody(why: Why) -> bool {
    matches!(
        why,
        Why::NoSubject | Why::CodeEmpty | Why::CodeTooLong | Why::SubjectTwice | Why::NoId
    )
}

pub(super) fn kind_word(kept: &KeptRequest, t: Texts) -> &'static str {
    let what = match kept.kind {
        Kind::Scan => kept.said("direction"),
        Kind::Act => kept.said("do"),
    };
    match (kept.kind, what.as_deref()) {
        (Kind::Scan, Some("in")) => t.desk_kept_kind_in(),
        (Kind::Scan, Some("out")) => t.desk_kept_kind_out(),
        (Kind::Scan, _) => t.desk_kept_kind_scan(),
        (Kind::Act, Some("walk_in")) => t.desk_kept_kind_walk_in(),
        (Kind::Act, Some("undo")) => t.desk_kept_kind_undo(),
        (Kind::Act, Some("badge_lost")) => t.desk_kept_kind_badge_lost(),
        (Kind::Act, Some("note")) => t.desk_kept_kind_note(),
        (Kind::Act, Some("print")) => t.desk_kept_kind_print(),
        (Kind::Act, _) => t.desk_kept_kind_other(),
    }
}

pub(super) fn why_sentence(why: Why, t: Texts) -> &'static str {
    match why {
        Why::NoId => t.desk_kept_why_id(),
        Why::NoTime => t.desk_kept_why_time(),
        Why::NoCheckpoint => t.desk_kept_why_checkpoint(),
        Why::NoDirection => t.desk_kept_why_direction(),
        Why::NoSubject | Why::CodeEmpty | Why::SubjectTwice => t.desk_kept_why_subject(),
        Why::CodeTooLong => t.desk_kept_why_code(),
        Why::OtherCheckpoint => t.desk_kept_why_other_checkpoint(),
        Why::OnlyIn => t.desk_kept_why_only_in(),
        Why::OnlyOut => t.desk_kept_why_only_out(),
        Why::NotPairedYet => t.desk_kept_why_not_paired_yet(),
        Why::Ended => t.desk_kept_why_ended(),
        Why::Revoked => t.desk_kept_why_revoked(),
        Why::WalkInWaits => t.desk_kept_why_walk_in_waits(),
        Why::NoAct => t.desk_kept_why_act(),
        Why::NoScanNamed | Why::NoSuchScan => t.desk_kept_why_no_scan(),
        Why::NoReason => t.desk_kept_why_reason(),
        Why::NoBadgeNamed | Why::NoPrintNamed | Why::Nobody => t.desk_kept_why_nobody(),
        Why::NoteEmpty => t.desk_kept_why_empty(),
        Why::TooLong => t.desk_kept_why_long(),
        Why::IdTaken => t.desk_kept_why_id_taken(),
        Why::Closed => t.desk_kept_why_closed(),
        Why::OtherPeople => t.desk_kept_why_other_people(),
        Why::NotConfirmed => t.desk_kept_why_not_confirmed(),
        Why::NoWalkIns => t.desk_kept_why_walk_ins(),
        Why::Mistyped => t.desk_kept_why_mistyped(),
        Why::NothingToPrint => t.desk_kept_why_print(),
    }
}

/// The list's address, which says what was entered.
pub(super) fn saying(list: &str, what: &What) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    match what {
        What::Scan(verdict) => query.append_pair("entered", verdict.as_str()),
        What::WalkIn(person) => query.append_pair("registered", person),
        What::Act => query.append_pair("entered", "act"),
        What::All(count) => query.append_pair("all", &count.to_string()),
    };
    format!("{list}?{}", query.finish())
}

/// Public id of whom the address says that they were registered.
pub(super) fn registered(asked: &PageRequest) -> Option<String> {
    let (_, query) = asked.here.split_once('?')?;
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, person) = pairs.find(|(field, _)| field == "registered")?;
    Some(person.replace('\0', ""))
}

/// What the address asks the list to say; only words of ours become a sentence.
pub(super) fn said(asked: &PageRequest, t: Texts) -> Option<Notice> {
    let (_, query) = asked.here.split_once('?')?;
    let (field, value) = form_urlencoded::parse(query.as_bytes()).next()?;
    let text = match (&*field, &*value) {
        ("away", _) => t.desk_kept_away_said().to_string(),
        ("all", count) => t.desk_kept_entered_all(count.parse::<usize>().ok()?),
        ("entered", "act") => t.desk_kept_entered_act().to_string(),
        ("entered", verdict) => {
            let verdict = Verdict::parse(verdict)?;
            t.desk_kept_entered_scan(verdict_word(verdict, t))
        }
        _ => return None,
    };
    Some(Notice::good(text))
}
