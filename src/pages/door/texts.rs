use std::borrow::Cow;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::looks::{Look, look, was_not_inside};
use super::person::state_name;
use super::version::version;
use crate::clock;
use crate::i18n::{self, Texts};
use crate::models::doors::door::Door;
use crate::models::doors::verdict::Verdict;
use crate::models::people::standing::State;
use crate::pages::assets;
use crate::pages::door::reasons;

/// How long nobody scans before the page takes a newer version of itself.
const IDLE_MS: u32 = 60_000;

/// Every sentence and name the scan page's scripts show, as JSON that may stand within `<script>`.
pub(crate) fn texts(door: &Door, t: Texts) -> String {
    let mut all = json!({
        "language": t.language().code(),
        "device": door.device.name,
        "until": clock::rfc3339(door.device.valid_until),
        "version": version(),
        "idle_ms": IDLE_MS,
        "files": assets::addresses_below(&["door/", "vendor/zxing/reader.", "hazir.css", "mark.svg"]),
        "zone": door.whole.forum.zone().name(),
        "verdicts": verdicts(t),
        "not_inside": was_not_inside(t),
        "reasons": reasons::sentences(t),
        "rehearsal": t.door_rehearsal(),
        "connection": {
            "ok": t.door_connection_ok(),
            "waiting": t.door_connection_waiting("{count}"),
            "lost": t.door_connection_lost("{count}"),
            "alone": t.door_connection_alone("{time}", "{count}"),
        },
        "camera": camera(t),
        "search": {
            "found": t.door_found("{count}"),
            "nobody": t.door_found_nobody(),
            "no_answer": t.door_found_no_answer(),
            "arrived": t.door_found_arrived("{time}"),
            "more": t.door_more_button(),
        },
        "latin_is_ours": t.door_latin_is_ours("{name}"),
        "undo_these": t.door_undo_these("{count}"),
        "sheet": sheet(t),
        "ask": {
            "in": { "title": t.door_ask_in_title(), "button": t.door_ask_in_button() },
            "out": { "title": t.door_ask_out_title(), "button": t.door_ask_out_button() },
        },
        "strict": door.whole.forum.strict_doors,
        "walk_in": walk_in(door, t),
        "more": t.door_more_title(),
        "mistake": t.door_undo_mistake(),
        "print": print(door, t),
        "group": {
            "button": t.door_group_button("{count}"),
            "in": t.door_group_in("{count}"),
            "out": t.door_group_out("{count}"),
            "done": t.door_group_done("{passed}", "{count}"),
        },
        "days": days(t, 28),
        "first_days": days(t, 1),
        "comma": i18n::listed(t.language(), &["", ""]),
        "thousand": i18n::number(t.language(), 1000),
        "states": names(State::ALL.iter().map(|state| (state.as_str(), state_name(t, *state)))),
        "sites": names(door.whole.sites.iter().flat_map(|site| {
            by_both_names('S', site.id, &site.slug, door.whole.site_name(site, t.language()))
        })),
        "categories": names(door.whole.categories.iter().flat_map(|category| {
            let name = door.category_name(&category.slug, t.language());
            by_both_names('K', category.id, &category.slug, name)
        })),
        "countries": names(i18n::countries(t.language(), &["QN"])),
        "zones": names(door.checkpoints.iter().flat_map(|checkpoint| {
            by_both_names('C', checkpoint.id, &checkpoint.slug, door.zone(checkpoint).name())
        })),
    });
    for (part, sentences) in line(t) {
        all[part] = sentences;
    }
    for (screen, look) in screens(t) {
        all[screen] = json!(look);
    }
    all.to_string().replace('<', "\\u003c")
}

fn verdicts(t: Texts) -> Map<String, Value> {
    Verdict::ALL
        .into_iter()
        .map(|verdict| (verdict.as_str().to_string(), json!(look(t, verdict))))
        .collect()
}

/// The screens that are no verdicts.
fn screens(t: Texts) -> [(&'static str, Look); 10] {
    [
        (
            "failed",
            waiting(
                "ask",
                "ask",
                "refused",
                t.door_verdict_failed_word(),
                t.door_verdict_failed_advice(),
            ),
        ),
        (
            "stopped",
            waiting(
                "ask",
                "ask",
                "refused",
                t.door_stopped_word(),
                t.door_stopped_advice(),
            ),
        ),
        (
            "over",
            waiting(
                "ask",
                "ask",
                "refused",
                t.door_stopped_word(),
                t.door_over_advice(),
            ),
        ),
        (
            "kept",
            waiting(
                "ask",
                "wait",
                "attention",
                t.door_kept_word(),
                t.door_kept_advice(),
            ),
        ),
        (
            "unsent",
            waiting(
                "wait",
                "wait",
                "",
                t.door_unsent_word(),
                t.door_unsent_advice(),
            ),
        ),
        (
            "checking",
            waiting(
                "wait",
                "wait",
                "",
                t.door_checking_word(),
                t.door_checking_advice(),
            ),
        ),
        (
            "waiting",
            waiting(
                "wait",
                "wait",
                "",
                t.door_waiting_word(),
                t.door_waiting_advice(),
            ),
        ),
        (
            "undone",
            waiting(
                "wait",
                "go",
                "good",
                t.door_undone_word(),
                t.door_undone_advice(),
            ),
        ),
        (
            "lost_later",
            waiting(
                "wait",
                "void",
                "attention",
                t.door_lost_later_word(),
                t.door_lost_later_advice(),
            ),
        ),
        (
            "noted",
            waiting(
                "wait",
                "go",
                "good",
                t.door_noted_word(),
                t.door_noted_advice(),
            ),
        ),
    ]
}

/// What stands on the screen in place of a verdict.
fn waiting(
    tone: &'static str,
    shape: &'static str,
    sound: &'static str,
    word: &'static str,
    advice: &'static str,
) -> Look {
    Look {
        tone,
        shape,
        sound,
        word,
        advice,
    }
}

/// What the device needs to let a walk-in pass by itself, as the server would have registered the person.
fn walk_in(door: &Door, t: Texts) -> Value {
    json!({
        "state": door.whole.forum.walk_ins,
        "category": door.whole.usual_category().map(|category| &category.slug),
        "category_id": door.whole.usual_category().map(|category| format!("K{}", category.id)),
        "known": t.door_walk_in_known(),
        "refused": t.door_walk_in_refused("{name}"),
        "missing": {
            "name": t.form_name_missing(),
            "country": t.form_country_missing(),
        },
        "apart": t.form_organisation_without_email(),
        "no_at": t.form_email_no_at("{typed}"),
    })
}

/// Where a badge comes out at this door, and what is said of it.
fn print(door: &Door, t: Texts) -> Value {
    let mut at = json!(waiting("wait", "go", "good", t.printers_door_word(), ""));
    at["advice"] = t.printers_door_advice("{printer}").into();
    let word = t.printers_door_later_word();
    let mut later = json!(waiting("wait", "wait", "attention", word, ""));
    later["advice"] = t.printers_door_later_advice("{printer}").into();
    json!({
        "printer": door.printer,
        "at": at,
        "later": later,
        "alone": waiting("ask", "ask", "refused", t.printers_door_alone_word(), t.printers_door_alone_advice()),
    })
}

/// What the top line says beside the connection, and of the page's colour.
fn line(t: Texts) -> [(&'static str, Value); 4] {
    let clock = json!({
        "ahead": t.door_clock_ahead("{minutes}"),
        "behind": t.door_clock_behind("{minutes}"),
        "unsure": t.door_clock_unsure(),
    });
    let directions = json!({ "in": t.door_direction_in(), "out": t.door_direction_out() });
    [
        ("directions", directions),
        ("clock", clock),
        ("battery", t.door_battery("{percent}").into()),
        ("expected", t.door_expected("{came}", "{expected}").into()),
    ]
}

/// What the sheet of a person says.
fn sheet(t: Texts) -> Value {
    json!({
        "inside": t.door_sheet_inside("{time}"),
        "undo": t.door_sheet_undo("{what}", "{time}"),
        "undo_this": t.door_undo_button(),
        "undone": t.door_sheet_undone(),
        "here": t.door_sheet_here(),
        "check": t.door_code_button(),
    })
}

fn camera(t: Texts) -> Value {
    json!({
        "asking": t.door_camera_asking(),
        "refused": t.door_camera_refused(),
        "none": t.door_camera_none(),
        "insecure": t.door_camera_insecure(),
        "busy": t.door_camera_busy(),
        "loading": t.door_camera_loading(),
        "unreadable": t.door_camera_unreadable(),
        "stalled": t.door_camera_stalled(),
        "scanning": t.door_camera_scanning(),
    })
}

/// This day of each month, as in "{day} April"; the first is written otherwise in some languages.
fn days(t: Texts, number: u32) -> Vec<String> {
    (1..=12)
        .filter_map(|month| NaiveDate::from_ymd_opt(2000, month, number))
        .map(|date| i18n::dates::day(t.language(), date).replace("28", "{day}"))
        .collect()
}

/// By its short name, which may change, and by its lasting id.
fn by_both_names<'a>(
    letter: char,
    id: i64,
    slug: &'a str,
    name: &'a str,
) -> [(Cow<'a, str>, &'a str); 2] {
    [
        (Cow::from(slug), name),
        (Cow::from(format!("{letter}{id}")), name),
    ]
}

fn names<'a, K: Into<String>>(pairs: impl IntoIterator<Item = (K, &'a str)>) -> Map<String, Value> {
    pairs
        .into_iter()
        .map(|(key, name)| (key.into(), Value::from(name)))
        .collect()
}
