//! What was typed, as a layout.

pub(super) mod errors;

use serde_json::json;

use super::read::errors::{LayoutErrors, check};
use crate::badges::{Element, Face, Layout, Paper};
use crate::forms::badge_layout::{NUMBERS, kind_word};
use crate::forms::{Typed, given};
use crate::i18n::Texts;
use crate::values::coded_text;

/// Longest own text.
const LONGEST: usize = 300;
/// Rows a form may have.
const MOST_ROWS: usize = 150;

/// What was typed as a layout; `None` when a field cannot be read. Rules are asked for too.
pub(crate) fn parse(form: &Typed, t: Texts, errors: &mut LayoutErrors) -> Option<(String, Layout)> {
    let name = given(form.get("name"));
    match &name {
        None => errors.add("name", t.badges_layout_name_missing()),
        Some(name) if name.chars().count() > 80 => errors.add("name", t.form_too_long(80)),
        Some(_) => {}
    }
    let paper = paper(form);
    if paper.is_none() {
        errors.add("paper", t.badges_fault_paper());
    }
    let front = face(form, "f", t, errors);
    let back = match form.ticked("has_back") {
        true => Some(face(form, "b", t, errors)?),
        false => None,
    };
    let layout = Layout {
        paper: paper?,
        front: front?,
        back,
    };
    if errors.is_empty() {
        check(form, &layout, t, errors);
    }
    Some((name.unwrap_or_default(), layout))
}

/// The paper alone, for a form that is to begin again.
pub(crate) fn paper(form: &Typed) -> Option<Paper> {
    let edge = |field: &str| number(form.get(field));
    Some(match form.get("paper") {
        "a6" => Paper::A6,
        "a7" => Paper::A7,
        "a5_folded" => Paper::A5Folded,
        "cr80" => Paper::Cr80,
        "label" => Paper::Label {
            height: edge("paper_height")?,
        },
        "own" => Paper::Own {
            width: edge("paper_width")?,
            height: edge("paper_height")?,
        },
        _ => return None,
    })
}

/// The rows of a side, in their order.
pub(crate) fn rows<'a>(form: &'a Typed, side: &str) -> Vec<&'a str> {
    let of_side = |row: &&str| {
        row.strip_prefix(side).is_some_and(|place| {
            !place.is_empty() && place.bytes().all(|sign| sign.is_ascii_digit())
        })
    };
    form.all("row").take(MOST_ROWS).filter(of_side).collect()
}

pub(super) fn shown<'a>(form: &'a Typed, side: &str) -> Vec<&'a str> {
    let all = rows(form, side).into_iter();
    all.filter(|row| form.ticked(&format!("{row}.shown")))
        .collect()
}

fn face(form: &Typed, side: &str, t: Texts, errors: &mut LayoutErrors) -> Option<Face> {
    let mut elements = Vec::new();
    let mut all = true;
    for row in shown(form, side) {
        match element(form, row, t, errors) {
            Some(element) => elements.push(element),
            None => all = false,
        }
    }
    all.then(|| Face {
        background: given(form.get(&format!("{side}.background"))),
        elements,
    })
}

fn element(form: &Typed, row: &str, t: Texts, errors: &mut LayoutErrors) -> Option<Element> {
    let field = |name: &str| form.get(&format!("{row}.{name}"));
    let mut numbers = [0.0_f32; NUMBERS.len()];
    for (place, name) in NUMBERS.iter().enumerate() {
        match number(field(name)) {
            Some(number) => numbers[place] = number,
            None => {
                let what = kind_word(field("kind"), t);
                errors.add(format!("{row}.{name}"), t.badges_fault_number(what));
                return None;
            }
        }
    }
    let [x, y, width, height, size, least, lines] = numbers;
    let paint = match field("paint") {
        "own" => field("colour"),
        paint => paint,
    };
    let categories: Vec<&str> = form.all(&format!("{row}.categories")).collect();
    let text: String = field("text").trim().chars().take(LONGEST).collect();
    let written = json!({
        "kind": field("kind"),
        "text": text,
        "artwork": field("artwork"),
        "area": { "x": x, "y": y, "width": width, "height": height },
        "size": size,
        "least": least,
        "lines": lines.clamp(1.0, 20.0) as usize,
        "bold": form.ticked(&format!("{row}.bold")),
        "align": field("align"),
        "anchor": field("anchor"),
        "paint": paint,
        "categories": categories,
    });
    let read = serde_json::from_value(written).ok();
    if read.is_none() {
        errors.add(format!("{row}.x"), t.desk_edit_choice_missing());
    }
    read
}

/// A number as typed, with a point or a comma.
fn number(typed: &str) -> Option<f32> {
    let number: f32 = coded_text(typed).replace(',', ".").parse().ok()?;
    (number.is_finite() && number.abs() < 10_000.0).then_some(number)
}
