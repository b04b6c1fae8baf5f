//! What is to be mended in a layout, said at its field.

use crate::badges::{Face, Fault, Kind, Layout};
use crate::forms::Typed;
use crate::forms::badge_layout::read::shown;
use crate::forms::badge_layout::{kind_word, short};
use crate::i18n::Texts;

/// What to mend: the field, and a sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct LayoutErrors(Vec<(String, String)>);

impl LayoutErrors {
    pub(crate) fn add(&mut self, field: impl Into<String>, sentence: impl Into<String>) {
        self.0.push((field.into(), sentence.into()));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(field, sentence)| (field.as_str(), sentence.as_str()))
    }

    pub(crate) fn get(&self, field: &str) -> Option<&str> {
        self.all()
            .find(|(other, _)| *other == field)
            .map(|(_, sentence)| sentence)
    }

    /// Whether something in a row is to be mended.
    pub(crate) fn is_in(&self, row: &str) -> bool {
        self.0
            .iter()
            .any(|(field, _)| field.split('.').next() == Some(row))
    }
}

/// What is wrong with each side, said at the field where it is mended.
pub(crate) fn check(form: &Typed, layout: &Layout, t: Texts, errors: &mut LayoutErrors) {
    if let Err(faults) = layout.check()
        && faults.contains(&Fault::NoSymbol)
    {
        errors.add("paper", t.badges_fault_no_qr());
    }
    for (side, face) in [("f", Some(&layout.front)), ("b", layout.back.as_ref())] {
        let Some(face) = face else {
            continue;
        };
        let alone = Layout {
            paper: layout.paper,
            front: face.clone(),
            back: None,
        };
        for fault in alone.check().err().unwrap_or_default() {
            tell(form, side, face, &fault, t, errors);
        }
    }
}

fn tell(form: &Typed, side: &str, face: &Face, fault: &Fault, t: Texts, errors: &mut LayoutErrors) {
    let rows = shown(form, side);
    let of = |place: usize| {
        let row = rows.get(place.saturating_sub(1)).copied().unwrap_or(side);
        (row, kind_word(form.get(&format!("{row}.kind")), t))
    };
    match *fault {
        Fault::NoSymbol => {}
        Fault::Paper if side == "b" => {}
        Fault::Paper => errors.add("paper", t.badges_fault_paper()),
        Fault::TooMany => errors.add("paper", t.badges_fault_many()),
        Fault::SmallSymbol(least) => {
            let place = face.elements.iter().position(|one| {
                one.kind == Kind::Qr && one.area.width.min(one.area.height) < least
            });
            let (row, _) = of(place.unwrap_or(0) + 1);
            errors.add(
                format!("{row}.width"),
                t.badges_fault_small_qr(short(least)),
            );
        }
        Fault::CrowdedSymbol(place) => {
            let (row, what) = of(place);
            errors.add(format!("{row}.x"), t.badges_fault_crowded(what));
        }
        Fault::Outside(place) => {
            let (row, what) = of(place);
            errors.add(format!("{row}.x"), t.badges_fault_outside(what));
        }
        Fault::Letters(place) => {
            let (row, what) = of(place);
            errors.add(format!("{row}.size"), t.badges_fault_letters(what));
        }
    }
}
