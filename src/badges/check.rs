//! What a layout may not be.

use std::fmt;

use super::layout::{Element, Face, Kind, Layout, Paper};
use crate::press::Area;

/// Why a layout is refused. Elements are counted from one, as they stand in the list of their face.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The paper is smaller or larger than anybody wears.
    Paper,
    /// No face has a QR symbol.
    NoSymbol,
    /// A QR symbol is smaller than phones read; the least edge in millimetres.
    SmallSymbol(f32),
    /// Something stands in the white that a QR symbol needs around it.
    CrowdedSymbol(usize),
    /// An element reaches over the edge.
    Outside(usize),
    /// Letters smaller than 4 or larger than 200 points, or a least size above the size.
    Letters(usize),
    /// More elements than anybody can read.
    TooMany,
}

/// In English, for the operator; the desk says it in the reader's language.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Paper => f.write_str("A badge is 30 to 420 mm wide and high."),
            Fault::NoSymbol => f.write_str("The layout has no QR code: nobody could be scanned."),
            Fault::SmallSymbol(least) => write!(
                f,
                "The QR code must be at least {least} mm wide and high, or phones will not read it at arm's length."
            ),
            Fault::CrowdedSymbol(place) => write!(
                f,
                "Element {place} stands in the white that the QR code needs around it."
            ),
            Fault::Outside(place) => write!(f, "Element {place} reaches over the badge's edge."),
            Fault::Letters(place) => write!(
                f,
                "The letters of element {place} must be between 4 and 200 points, the least size no larger than the size."
            ),
            Fault::TooMany => f.write_str("A face holds at most 60 elements."),
        }
    }
}

const MOST: usize = 60;

impl Layout {
    /// All that is wrong with it.
    pub fn check(&self) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        let (width, height) = self.paper.size();
        if ![width, height]
            .iter()
            .all(|edge| (30.0..=420.0).contains(edge))
        {
            faults.push(Fault::Paper);
        }
        let faces = std::iter::once(&self.front).chain(&self.back);
        for face in faces.clone() {
            check_face(face, self.paper, &mut faults);
        }
        let has_symbol = |face: &Face| face.elements.iter().any(|one| one.kind == Kind::Qr);
        if !faces.clone().any(has_symbol) {
            faults.push(Fault::NoSymbol);
        }
        match faults.is_empty() {
            true => Ok(()),
            false => Err(faults),
        }
    }
}

fn check_face(face: &Face, paper: Paper, faults: &mut Vec<Fault>) {
    if face.elements.len() > MOST {
        faults.push(Fault::TooMany);
    }
    let (width, height) = paper.size();
    for (place, element) in face.elements.iter().enumerate() {
        let sound = element.area.width > 0.0 && element.area.height > 0.0;
        if !sound || !element.area.is_within(width, height) {
            faults.push(Fault::Outside(place + 1));
        }
        let sizes = 4.0..=200.0;
        let sized = sizes.contains(&element.size) && sizes.contains(&element.least);
        if !sized || element.least > element.size || element.lines == 0 {
            faults.push(Fault::Letters(place + 1));
        }
        if element.kind == Kind::Qr {
            check_symbol(face, place, element, paper, faults);
        }
    }
}

fn check_symbol(face: &Face, own: usize, symbol: &Element, paper: Paper, faults: &mut Vec<Fault>) {
    /// A thousandth, for layouts that were counted in inches.
    const HAIR: f32 = 0.001;
    let least = paper.least_symbol();
    let edge = symbol.area.width.min(symbol.area.height);
    if edge + HAIR < least {
        faults.push(Fault::SmallSymbol(least));
    }
    // Two modules: below that, scanners begin to fail. What lies underneath is covered with white.
    let white = around(symbol.area.fitted(1.0), edge * 2.0 / 25.0);
    for (place, other) in face.elements.iter().enumerate() {
        let beneath = place < own && is_ground(&other.kind);
        if place != own && !beneath && overlap(white, other.area) && meets(symbol, other) {
            faults.push(Fault::CrowdedSymbol(place + 1));
        }
    }
}

/// What a symbol may lie on: it brings its own white.
fn is_ground(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Panel | Kind::CategoryBar | Kind::Artwork { .. } | Kind::Band
    )
}

/// Whether two elements can stand on one badge.
fn meets(one: &Element, other: &Element) -> bool {
    one.categories.is_empty()
        || other.categories.is_empty()
        || one.categories.iter().any(|category| other.is_for(category))
}

pub(super) fn around(area: Area, margin: f32) -> Area {
    Area::new(
        area.x - margin,
        area.y - margin,
        area.width + 2.0 * margin,
        area.height + 2.0 * margin,
    )
}

fn overlap(one: Area, other: Area) -> bool {
    /// Touching is not overlapping.
    const HAIR: f32 = 0.01;
    one.x + HAIR < other.right()
        && other.x + HAIR < one.right()
        && one.y + HAIR < other.bottom()
        && other.y + HAIR < one.bottom()
}
