//! The layouts that work the moment a forum is created.

use super::layout::{Anchor, Element, Face, Kind, Layout, Paint, Paper};
use crate::press::{Align, Area};

impl Layout {
    /// A good layout for a paper.
    pub fn standard(paper: Paper) -> Layout {
        let (width, height) = paper.size();
        let front = match paper {
            Paper::Label { .. } => label(width, height),
            _ if width > height => card(width, height),
            _ => upright(width, height),
        };
        let back = paper.is_folded().then(|| back(width, height));
        Layout { paper, front, back }
    }

    /// A good layout for a label of that size, black on white.
    pub fn label(width: f32, height: f32) -> Layout {
        let paper = match width == 62.0 {
            true => Paper::Label { height },
            false => Paper::Own { width, height },
        };
        let front = match width > height * 1.2 || height < 66.0 {
            true => across(width, height),
            false => label(width, height),
        };
        Layout {
            paper,
            front,
            back: None,
        }
    }

    /// By the names that `--layout` knows.
    pub fn named(name: &str) -> Option<Layout> {
        let paper = match name {
            "a6" => Paper::A6,
            "a7" => Paper::A7,
            "a5-folded" => Paper::A5Folded,
            "cr80" => Paper::Cr80,
            "label" => Paper::Label { height: 100.0 },
            _ => return None,
        };
        Some(Layout::standard(paper))
    }
}

/// Name and country read from three steps away, the symbol at the hand, the category from across the hall.
fn upright(width: f32, height: f32) -> Face {
    let s = width / 105.0;
    let tall = height / 148.0;
    let left = 7.0 * s;
    let inner = width - 2.0 * left;
    let y = |at: f32| at * tall;
    let symbol = (33.0 * s).max(30.0).min(width - 2.0 * left);
    let foot = y(134.5);
    let symbol_top = foot - symbol - 5.2 * s.max(0.8);
    let beside = left + symbol + 6.0 * s;
    let rest = width - left - beside;
    let text_end = symbol_top - 4.5 * s;
    let head = y(27.0);
    let organisation = text_end - y(9.0) - y(13.0);
    Face {
        background: None,
        elements: vec![
            Element::new(Kind::Panel, Area::new(0.0, 0.0, width, head)).paint(Paint::Brand),
            Element::new(Kind::Band, Area::new(0.0, head, width, y(2.0))),
            Element::new(Kind::Title, Area::new(left, y(4.0), inner, head - y(12.5)))
                .sized(15.0 * s.max(0.7), 7.0, 3)
                .bold()
                .paint(Paint::OnBrand),
            Element::new(
                Kind::Place,
                Area::new(left, head - y(8.0), inner * 0.58, y(5.5)),
            )
            .sized(8.5 * s.max(0.8), 5.0, 2)
            .align(Align::Left)
            .paint(Paint::OnBrand),
            Element::new(
                Kind::Dates,
                Area::new(left + inner * 0.6, head - y(8.0), inner * 0.4, y(5.5)),
            )
            .sized(8.5 * s.max(0.8), 5.0, 2)
            .align(Align::Right)
            .paint(Paint::OnBrand),
            Element::new(
                Kind::Name,
                Area::new(
                    left,
                    head + y(4.5),
                    inner,
                    organisation - y(9.0) - head - y(5.0),
                ),
            )
            .sized(30.0 * s, 13.0 * s.max(0.8), 3)
            .bold(),
            Element::new(
                Kind::Position,
                Area::new(left, organisation - y(8.6), inner, y(8.2)),
            )
            .sized(12.0 * s.max(0.8), 6.0, 2)
            .paint(Paint::Muted),
            Element::new(
                Kind::Organisation,
                Area::new(left, organisation, inner, y(13.0)),
            )
            .sized(14.0 * s.max(0.8), 7.0, 3),
            Element::new(
                Kind::Country,
                Area::new(left, text_end - y(8.0), inner, y(8.0)),
            )
            .sized(15.0 * s.max(0.8), 8.0, 1)
            .bold()
            .paint(Paint::Brand),
            Element::new(
                Kind::Pictograms,
                Area::new(beside, symbol_top, rest, symbol * 0.52),
            ),
            Element::new(
                Kind::Code,
                Area::new(beside, symbol_top + symbol * 0.56, rest, symbol * 0.44),
            )
            .sized(10.0 * s.max(0.8), 6.0, 4)
            .align(Align::Left)
            .anchor(Anchor::Bottom),
            Element::new(
                Kind::CategoryBar,
                Area::new(0.0, foot, width, height - foot),
            ),
            Element::new(
                Kind::Category,
                Area::new(left, foot + y(1.0), inner, height - foot - y(2.0)),
            )
            .sized(24.0 * s, 10.0, 1)
            .bold()
            .paint(Paint::OnCategory),
            Element::new(Kind::Qr, Area::new(left, symbol_top, symbol, symbol)),
        ],
    }
}

/// Across: the words at the left, the symbol at the right.
fn card(width: f32, height: f32) -> Face {
    let least = if height < 60.0 { 24.0 } else { 30.0 };
    let symbol = (height * 0.44).max(least);
    let left = width * 0.05;
    let head = height * 0.17;
    let foot = height * 0.83;
    let x = width - left - symbol;
    let white = symbol * 2.0 / 25.0 + 0.2;
    let inner = x - left - symbol * 0.16;
    let top = head + (foot - head - symbol) * 0.35;
    let y = |part: f32| head + (foot - head) * part;
    let scale = height / 54.0;
    let area = |from: f32, to: f32| Area::new(left, y(from), inner, y(to) - y(from));
    Face {
        background: None,
        elements: vec![
            Element::new(Kind::Panel, Area::new(0.0, 0.0, width, head)).paint(Paint::Brand),
            Element::new(Kind::Band, Area::new(0.0, head, width, height * 0.018)),
            Element::new(
                Kind::Title,
                Area::new(left, head * 0.1, width - 2.0 * left, head * 0.8),
            )
            .sized(9.5 * scale, 5.0, 2)
            .bold()
            .paint(Paint::OnBrand),
            Element::new(Kind::Name, area(0.08, 0.52))
                .sized(17.0 * scale, 8.0 * scale, 3)
                .bold()
                .align(Align::Start),
            Element::new(Kind::Organisation, area(0.54, 0.8))
                .sized(8.5 * scale, 5.0, 3)
                .align(Align::Start),
            Element::new(Kind::Country, area(0.82, 0.98))
                .sized(10.0 * scale, 6.0, 1)
                .bold()
                .align(Align::Start)
                .paint(Paint::Brand),
            Element::new(
                Kind::CategoryBar,
                Area::new(0.0, foot, width, height - foot),
            ),
            Element::new(
                Kind::Category,
                Area::new(left, foot + 0.5, width - 2.0 * left, height - foot - 1.0),
            )
            .sized(14.0 * scale, 8.0, 1)
            .bold()
            .paint(Paint::OnCategory),
            Element::new(Kind::Qr, Area::new(x, top, symbol, symbol)),
            Element::new(
                Kind::Code,
                Area::new(
                    x - 2.0,
                    top + symbol + white,
                    symbol + 4.0,
                    foot - top - symbol - white - 0.4,
                ),
            )
            .sized(4.8 * scale, 4.0, 2),
        ],
    }
}

/// A label: black on white, for a printer at the door.
fn label(width: f32, height: f32) -> Face {
    let left = 3.0;
    let inner = width - 2.0 * left;
    let symbol = if height >= 90.0 { 30.0_f32 } else { 22.0 };
    let foot = height - 12.0;
    let white = symbol * 2.0 / 25.0;
    let top = foot - white - symbol - 0.5;
    let beside = left + symbol + 2.0 * white + 1.0;
    let rest = width - left - beside;
    let part = |from: f32, to: f32| {
        let room = top - 4.0 - 7.5;
        Area::new(left, 7.5 + room * from, inner, room * (to - from))
    };
    Face {
        background: None,
        elements: vec![
            Element::new(Kind::Title, Area::new(left, 2.0, inner, 5.5)).sized(8.0, 4.5, 2),
            Element::new(Kind::Name, part(0.0, 0.56))
                .sized(24.0, 10.0, 3)
                .bold(),
            Element::new(Kind::Organisation, part(0.58, 0.81)).sized(10.0, 6.0, 3),
            Element::new(Kind::Country, part(0.83, 1.0))
                .sized(12.0, 7.0, 1)
                .bold(),
            Element::new(Kind::Code, Area::new(beside, top, rest, symbol))
                .sized(8.0, 5.0, 8)
                .align(Align::Left),
            Element::new(Kind::Panel, Area::new(0.0, foot, width, height - foot)),
            Element::new(Kind::Category, Area::new(left, foot + 1.0, inner, 10.0))
                .sized(20.0, 9.0, 1)
                .bold()
                .paint(Paint::White),
            Element::new(Kind::Qr, Area::new(left + white, top, symbol, symbol)),
        ],
    }
}

/// A label that is wider than high: the words at the left, the symbol at the right.
fn across(width: f32, height: f32) -> Face {
    let left = 3.0;
    let foot = height - (height * 0.2).min(12.0);
    let symbol = (foot * 0.62).clamp(20.0, 40.0).min(foot - 6.0);
    let white = symbol * 2.0 / 25.0;
    let x = width - left - white - symbol;
    let inner = x - white - 2.0 * left;
    let y = |part: f32| 1.5 + (foot - 3.0) * part;
    let part = |from: f32, to: f32| Area::new(left, y(from), inner, y(to) - y(from));
    let below = white + symbol + white + 0.2;
    Face {
        background: None,
        elements: vec![
            Element::new(Kind::Title, part(0.0, 0.16))
                .sized(8.0, 4.5, 2)
                .align(Align::Start),
            Element::new(Kind::Name, part(0.18, 0.64))
                .sized(24.0, 9.0, 3)
                .bold()
                .align(Align::Start),
            Element::new(Kind::Organisation, part(0.66, 0.85))
                .sized(10.0, 5.0, 2)
                .align(Align::Start),
            Element::new(Kind::Country, part(0.87, 1.0))
                .sized(11.0, 6.0, 1)
                .bold()
                .align(Align::Start),
            Element::new(
                Kind::Code,
                Area::new(x - white, below, symbol + 2.0 * white, foot - below - 0.5),
            )
            .sized(7.0, 4.0, 3),
            Element::new(Kind::Panel, Area::new(0.0, foot, width, height - foot)),
            Element::new(
                Kind::Category,
                Area::new(left, foot + 0.5, width - 2.0 * left, height - foot - 1.0),
            )
            .sized(18.0, 8.0, 1)
            .bold()
            .paint(Paint::White),
            Element::new(Kind::Qr, Area::new(x, white, symbol, symbol)),
        ],
    }
}

/// The inner half of a folded badge: what its wearer wants to know.
fn back(width: f32, height: f32) -> Face {
    let left = 9.0;
    let inner = width - 2.0 * left;
    let symbol = 40.0;
    Face {
        background: None,
        elements: vec![
            Element::new(Kind::Title, Area::new(left, 14.0, inner, 26.0))
                .sized(16.0, 8.0, 4)
                .bold()
                .paint(Paint::Brand),
            Element::new(Kind::Dates, Area::new(left, 42.0, inner, 8.0)).sized(12.0, 7.0, 1),
            Element::new(Kind::Place, Area::new(left, 51.0, inner, 12.0))
                .sized(12.0, 7.0, 2)
                .paint(Paint::Muted),
            Element::new(
                Kind::Qr,
                Area::new((width - symbol) / 2.0, 73.0, symbol, symbol),
            ),
            Element::new(Kind::Code, Area::new(left, 122.0, inner, 10.0))
                .sized(9.0, 6.0, 2)
                .paint(Paint::Muted),
            Element::new(Kind::Band, Area::new(0.0, height - 3.0, width, 3.0)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::Fault;
    use super::*;

    #[test]
    fn every_standard_layout_is_sound_and_reads_back() {
        for name in ["a6", "a7", "a5-folded", "cr80", "label"] {
            let layout = Layout::named(name).unwrap();
            assert_eq!(layout.check(), Ok(()), "{name}");
            let text = serde_json::to_string(&layout).unwrap();
            assert_eq!(
                serde_json::from_str::<Layout>(&text).unwrap(),
                layout,
                "{name}"
            );
        }
        for (width, height) in [
            (50.0, 40.0),
            (57.0, 76.0),
            (62.0, 40.0),
            (62.0, 66.0),
            (76.0, 51.0),
            (100.0, 50.0),
            (102.0, 152.0),
            (220.0, 40.0),
            (220.0, 420.0),
        ] {
            // A label of one's own size may have a smaller symbol than a badge: it is held to the phone.
            let small = |fault: &Fault| matches!(fault, Fault::SmallSymbol(_));
            let faults = Layout::label(width, height).check().err();
            let faults = faults.unwrap_or_default();
            assert!(faults.iter().all(small), "{width} x {height}: {faults:?}");
        }
        for (width, height) in [(90.0, 120.0), (120.0, 90.0), (148.0, 210.0)] {
            let layout = Layout::standard(Paper::Own { width, height });
            assert_eq!(layout.check(), Ok(()), "{width} x {height}");
        }
    }
}
